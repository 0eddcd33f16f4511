/* The slider: one picture at a time. Without this script, and on paper, all stand one below the other. */
const slide = document.getElementById("slide"), wave = document.getElementById("wave"), at = document.getElementById("at");
const steps = [...document.querySelectorAll(".step")];
function show() {
  const chosen = Number(wave.value);
  steps.forEach((step, place) => step.classList.toggle("away", place !== chosen));
  const title = steps[chosen].dataset.title;
  wave.setAttribute("aria-valuetext", title);
  at.textContent = title;
}
wave.addEventListener("input", show);
slide.hidden = false;
show();
