// Fonts differ between computers, so text shrinks until its slide holds it. What does
// not fit at the smallest size can be scrolled.
const SMALLEST = 17;
const NARROW = 640;

function overflows(body) {
  return body.scrollHeight > body.clientHeight + 1 || body.scrollWidth > body.clientWidth + 1;
}

function fit(body) {
  let size = 30;
  while (overflows(body) && size > SMALLEST) {
    size -= 1;
    body.style.fontSize = `${size}px`;
  }
  if (overflows(body)) {
    body.style.overflow = "auto";
    body.tabIndex = 0;
    body.setAttribute("role", "group");
    body.setAttribute("aria-label", "scrolls");
  }
}

function fitAll(deck) {
  const steps = deck.querySelectorAll(".fragment");
  deck.classList.add("measured");
  steps.forEach((step) => step.classList.add("visible")); // what is marked is wider
  deck.querySelectorAll(".body").forEach(fit);
  steps.forEach((step) => step.classList.remove("visible"));
  deck.classList.remove("measured");
}

function start() {
  const deck = document.querySelector(".reveal");
  if (window.innerWidth < NARROW) {
    deck.classList.add("read");
    return;
  }
  fitAll(deck);
  Reveal.initialize({
    width: 1280,
    height: 720,
    margin: 0,
    center: false,
    hash: true,
    slideNumber: "c/t",
    transition: "none",
    backgroundTransition: "none",
    scrollActivationWidth: null,
    plugins: [RevealNotes],
  });
}

start();
