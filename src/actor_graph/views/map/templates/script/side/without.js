/* "Without the central actors": a thought experiment. All figures, for every choice of them, come from Python. */

/** The figures of a choice, in the order in which Python gives them, and how they are written. */
const FIGURES_WITHOUT = [
  ["figure_ties", (value) => number(value)],
  ["figure_average", (value) => number(value, 1)],
  ["figure_largest", (value) => number(value)],
  ["figure_outside", (value) => number(value)],
  ["figure_centralization", (value) => percent(value)],
  ["figure_steps", (value) => number(value, 1)],
];
/** Who can be put back one by one, and the figures for each choice: the n-th for the one in which those are out whose bit of n is set. */
const CHOICES = page.departures ?? { chosen: [], fixed: [], choices: [] };
const departuresMade = new Map();

/** The choice that is made now: its figures, and who loses contact by it. */
function departure() {
  const choice = CHOICES.chosen.reduce((sum, actor, bit) => sum + (takenOut(actor) ? 2 ** bit : 0), 0);
  if (!departuresMade.has(choice)) {
    const [values, ends] = [CHOICES.choices[choice].slice(0, FIGURES_WITHOUT.length), CHOICES.choices[choice].at(-1)];
    departuresMade.set(choice, { values, lost: new Set(ends) });
  }
  return departuresMade.get(choice);
}

/** The figures as it stands. */
function asItStands() {
  const { network } = analysis;
  return [network.ties, network.average_degree, Math.round(network.largest_component_share * network.actors),
    analysis.not_yet_networked.actors.length, network.degree_centralization, network.average_path_length];
}

/** Take a central actor out, or put it back. */
function takeOut(actor, out) {
  const kept = new Set(state.kept);
  if (out) kept.delete(actor); else kept.add(actor);
  change({ kept });
}

remember("kept", () => (state.without && state.kept.size ? joined([...state.kept].map((actor) => actors[actor].id)) : null), (text) => {
  const given = new Set(parted(text));
  state.kept = new Set(CHOICES.chosen.filter((actor) => given.has(actors[actor].id)));
});
whenever(["without"], () => { if (!state.without) state.kept = NOBODY; });
whenever(["kept"], () => { if (currentPanel() === "without") fillWithout(byId("without")); fillLegend(); fillAreas(); fillKeys(); });

panel("without", () => state.without, fillWithout);

function fillWithout(box) {
  const focused = box.contains(document.activeElement) ? document.activeElement.id : "";
  const mandated = [...topDogs.keys()].filter((actor) => actors[actor].mandate);
  box.setAttribute("aria-label", say("without"));
  fill(box, backLink(),
    element("h2", {}, say("without")),
    element("p", {}, sentence(withoutSentence())),
    element("div", { class: "partners", role: "group", "aria-labelledby": "taken-out" }, element("h3", { id: "taken-out" }, say("taken_out")),
      element("ul", {}, CHOICES.chosen.map(choiceRow), CHOICES.fixed.map(centralRow))),
    mandated.length ? element("div", { class: "partners" }, element("h3", {}, say("stays_in")), element("ul", {}, mandated.map(centralRow))) : null,
    element("p", { class: "with-without", "aria-hidden": "true" }, element("span", { class: "key with" }), say("with_them"), element("span", { class: "key full" }), say("without_them")),
    element("dl", { class: "before-after" }, beforeAfter()), element("p", { class: "note signal" }, say("thought_experiment")));
  if (focused) byId(focused)?.focus({ preventScroll: true });
  aloud(box.querySelector("p").textContent);
}

/** Who loses contact, in words for none, one and several taken out. */
function withoutSentence() {
  const out = removable.filter(takenOut).length, n = lost().size;
  if (!out) return say("without_nobody");
  return say(`without${out === 1 ? "_one" : ""}_lost${n ? "" : "_none"}`, { n });
}

/** A central actor that can be put back: checked while it is taken out. */
function choiceRow(actor) {
  const id = `out-${actor}`;
  return element("li", { class: takenOut(actor) ? "out" : null },
    element("input", { type: "checkbox", id, checked: takenOut(actor), onchange: (event) => takeOut(actor, event.target.checked) }),
    element("label", { class: "name", for: id }, actorIcon(actor), nameElement(shortName(actors[actor].name))), tieCount(actor));
}

function centralRow(actor) {
  return element("li", {}, actorIcon(actor), linkButton({ onclick: () => openActor(actor) }, nameElement(shortName(actors[actor].name))), tieCount(actor));
}

const tieCount = (actor) => element("span", { class: "count" }, say("ties_of", { n: degree[actor] }));

function beforeAfter() {
  const before = asItStands(), after = departure().values;
  return FIGURES_WITHOUT.flatMap(([key, written], at) => {
    if (!Number.isFinite(before[at]) && !Number.isFinite(after[at])) return [];
    const write = (value) => (Number.isFinite(value) ? written(value) : "–"), most = Math.max(before[at] ?? 0, after[at] ?? 0) || 1;
    const length = (look, value) => bar(look, [[(value ?? 0) / most, "part"], [1 - (value ?? 0) / most, "none"]]);
    return [element("div", { "data-figure": key }, element("dt", {}, say(key)), element("dd", {}, `${write(before[at])} → `, element("b", {}, write(after[at]))),
      length("with", before[at]), length("after", after[at]))];
  });
}
