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

// A page opened from a folder may not read others to quote them among search results.
if (location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
