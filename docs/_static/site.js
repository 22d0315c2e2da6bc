// What scrolls sideways can be reached and moved with the keyboard.
function mark() {
  for (const box of document.querySelectorAll("pre, .table-wrapper")) {
    if (box.scrollWidth <= box.clientWidth) box.removeAttribute("tabindex");
    else box.setAttribute("tabindex", "0");
  }
}
addEventListener("load", mark);
addEventListener("resize", mark);
document.addEventListener("toggle", mark, true); // what was folded has no width
