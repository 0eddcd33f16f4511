/* The five findings: words first, then a small figure that repeats them. */

const FIGURES = { networking: networkingFigure, outside: () => null, central: () => null, composition: compositionFigure, chance: chanceFigure };

function fillFindings() {
  const blocks = page.findings[state.language].map(({ key, title, sentences }) =>
    element("article", { class: `finding ${key}` },
      element("h2", {}, key === "networking" && office ? element("span", { class: "key full" }) : null,
        key === "outside" ? element("span", { class: "key signal" }) : null, title),
      element("p", {}, sentences.flatMap((text) => [...sentence(text), " "])), FIGURES[key]()));
  byId("findings").replaceChildren(...withheld(), ...blocks);
  byId("findings").setAttribute("aria-label", say("results"));
}

/** Why there are no figures, in the words of the analysis. */
function withheld() {
  return analysis.withheld ? [element("p", { class: "note" }, say("withheld"))] : [];
}

function networkingFigure() {
  if (!actors.some((actor) => actor.status) || !actors.length || !analysis.network.ties) return null;
  const count = (...statuses) => actors.filter((actor) => statuses.includes(actor.status)).length;
  const [networked, outside, unknown] = [count("networked"), count("isolated", "fragment"), count("unknown")];
  const figure = bar("tall", [[networked, "full"], [outside, "signal"], [unknown, "hatched"]]);
  return element("div", { role: "img", "aria-label": say("finding_bar", { networked, outside, unknown }) }, figure);
}

function compositionFigure() {
  const shownCircles = circles.filter((circle) => circle.actors >= 3 && kindCounts(circle).length).slice(0, 12);
  const columns = shownCircles.map((circle) => {
    const column = element("span", { class: "circle-bar" },
      bar("tall", kindCounts(circle).map(([count, kind]) => [count, kindColor(kind)])), element("span", { class: "caption" }, letterOf(circle.cluster)));
    column.style.flexGrow = circle.actors ?? 1;
    return column;
  });
  return columns.length ? element("div", { class: "circle-bars", "aria-hidden": "true" }, columns) : null;
}

function chanceFigure() {
  const { ei_index: index, ei_expected: expected, ei_low: low, ei_high: high } = analysis.network;
  const share = (value) => (1 + value) / 2, place = (value) => `${(3 + 94 * share(value)).toFixed(1)}%`;
  const interval = typeof low === "number" && typeof high === "number";
  const words = interval ? say("chance", { low: Math.round(100 * share(low)), high: percent(share(high)) }) : say("chance_about", { share: percent(share(expected)) });
  const line = element("div", { class: "chance-line", "aria-hidden": "true" });
  const range = element("span", { class: interval ? "range" : "expected" }), dot = element("span", { class: "dot" });
  range.style.left = interval ? place(low) : place(expected);
  if (interval) range.style.width = `${(94 * (share(high) - share(low))).toFixed(1)}%`;
  dot.style.left = place(index);
  line.append(range, dot);
  return element("div", {}, line, chanceCaptions(share(index), interval ? (share(low) + share(high)) / 2 : share(expected), words));
}

/** The captions under the line, each under its sign, moved apart and inwards where they would meet. */
function chanceCaptions(here, chance, words) {
  const captions = [element("b", {}, say("here", { share: percent(here) })), element("span", {}, words)];
  const [low, high] = [Math.min(here, chance), Math.max(here, chance)].map((share) => 3 + 94 * share);
  const apart = Math.max(high - low, 40), middle = Math.min(Math.max((low + high) / 2, 18 + apart / 2), 78 - apart / 2);
  captions.forEach((caption, k) => { caption.style.left = `${middle + ((k === 0) === here <= chance ? -apart / 2 : apart / 2)}%`; });
  return element("p", { class: "chance-words" }, captions);
}
