/* "Without the central actors": a thought experiment. All figures before and after come from Python. */

const FIGURES_WITHOUT = [
  ["figure_ties", (network) => network.ties, (value) => number(value)],
  ["figure_average", (network) => network.average_degree, (value) => number(value, 1)],
  ["figure_largest", (network) => network.largest_component_share * network.actors, (value) => number(Math.round(value))],
  ["figure_outside", (network) => (network === analysis.network ? outsideBefore() : outsideAfter()), (value) => number(value)],
  ["figure_centralization", (network) => network.degree_centralization, (value) => percent(value)],
  ["figure_steps", (network) => network.average_path_length, (value) => number(value, 1)],
];

/** How many are not yet networked as it stands, and without the central actors: those who lose contact come to them. */
const outsideBefore = () => analysis.not_yet_networked.actors.length;
const outsideAfter = () => outsideBefore() + losing.size - removable.filter((actor) => ["isolated", "fragment"].includes(actors[actor].status)).length;

function fillTools() {
  const box = byId("tools"), focused = box.contains(document.activeElement) && document.activeElement.id;
  const toggle = removable.length && analysis.without_top_dogs ? element("button", {
    type: "button", role: "switch", id: "switch", class: "switch", "aria-checked": String(state.without),
    onclick: () => change({ without: !state.without, selected: null, circle: null, open: null }) },
    element("span", { class: "track", "aria-hidden": "true" }), element("span", {}, say("without"))) : null;
  const reset = state.moved ? linkButton({ onclick: camera.resetPlaces }, say("reset_places")) : null;
  box.replaceChildren(...[toggle, reset].filter(Boolean));
  if (focused) byId(focused)?.focus();
}

panel("without", () => state.without, (box) => {
  const gone = lost().size, mandated = [...topDogs.keys()].filter((actor) => actors[actor].mandate);
  box.setAttribute("aria-label", say("without"));
  box.replaceChildren(
    backLink(),
    element("h2", {}, say("without")),
    element("p", {}, sentence(gone ? say("without_lost", { n: gone }) : say("without_lost_none"))),
    whoList(say("taken_out"), removable), mandated.length ? whoList(say("stays_in"), mandated) : "",
    element("p", { class: "with-without", "aria-hidden": "true" }, element("span", { class: "key with" }), say("with_them"), element("span", { class: "key full" }), say("without_them")),
    element("dl", { class: "before-after" }, beforeAfter()), element("p", { class: "note signal" }, say("thought_experiment")));
  aloud(box.querySelector("p").textContent);
});

function whoList(title, found) {
  return element("div", { class: "partners" }, element("h3", {}, title), element("ul", {}, found.map((actor) =>
    element("li", {}, actorIcon(actor), linkButton({ onclick: () => select(actor) }, nameElement(actors[actor].name)),
      element("span", { class: "count" }, `${number(degree[actor])} ${say("column_ties")}`)))));
}

function beforeAfter() {
  return FIGURES_WITHOUT.flatMap(([key, of, written]) => {
    const before = of(analysis.network), after = of(analysis.without_top_dogs.network);
    if (!Number.isFinite(before) && !Number.isFinite(after)) return [];
    const write = (value) => (Number.isFinite(value) ? written(value) : "–"), most = Math.max(before || 0, after || 0) || 1;
    return [element("div", { "data-figure": key }, element("dt", {}, say(key)), element("dd", {}, `${write(before)} → `, element("b", {}, write(after))),
      bar("with", [[(before || 0) / most, "part"], [1 - (before || 0) / most, "none"]]), bar("after", [[(after || 0) / most, "part"], [1 - (after || 0) / most, "none"]]))];
  });
}
