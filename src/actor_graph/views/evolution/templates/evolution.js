/* The slider: one picture at a time. Without this script, and on paper, all stand one below the other, and all lists are open. */
const slide = document.getElementById("slide"), wave = document.getElementById("wave"), at = document.getElementById("at");
const steps = [...document.querySelectorAll(".step")];
function show() {
  const chosen = Number(wave.value);
  steps.forEach((step, place) => step.classList.toggle("away", place !== chosen));
  const title = steps[chosen].dataset.title;
  wave.setAttribute("aria-valuetext", title);
  at.textContent = title;
  hint();
}
function hint() {
  for (const push of document.querySelectorAll(".push")) push.hidden = push.nextElementSibling.scrollWidth <= push.nextElementSibling.clientWidth;
}
const lists = [...document.querySelectorAll("details")];
let opened = [];
for (const list of lists) list.open = false;
addEventListener("beforeprint", () => {
  opened = lists.filter(list => list.open);
  for (const list of lists) list.open = true;
});
addEventListener("afterprint", () => {
  for (const list of lists) list.open = opened.includes(list);
});
addEventListener("resize", hint);
wave.addEventListener("input", show);
slide.hidden = false;
show();
