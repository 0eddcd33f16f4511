/* Who meets whom: ties between the kinds beside what dealing the kinds out at random would give. */

const MET_FIRST = 8, MET_MOST = 40, NAMED_PAIRS = 3, LISTED_TIES = 12;
const mixing = analysis.mixing ?? { types: [], ties: [], expected: [] };
const typeSizes = new Map((analysis.groups ?? []).map(({ type, actors: count }) => [type, count ?? -1]));
/** The kinds, largest first, a draw by name: places in the table of the analysis. */
const metKinds = mixing.types.map((_, at) => at).sort((a, b) => typeSizes.get(mixing.types[b]) - typeSizes.get(mixing.types[a]) || a - b).slice(0, MET_MOST);
/** Where 95 % of the dealings lie, by cell; for the office alone. */
const metRanges = new Map((page.meeting?.types ?? []).flatMap((a, row) => page.meeting.types.slice(0, row + 1).map((b, column) =>
  [cellOf(a, b), [page.meeting.low[row][column], page.meeting.high[row][column]]])));
let allMet = false;

/** One name for a cell of the table, whichever kind comes first. */
function cellOf(a, b) {
  return [a, b].sort((one, other) => one - other).join();
}

/** A cell: ties, what is expected, and −1 or 1 where it lies below or above what 95 % of the dealings give. */
function met(a, b) {
  const observed = mixing.ties[a][b], expected = mixing.expected[a][b], [low, high] = metRanges.get(cellOf(a, b)) ?? [];
  const known = Number.isFinite(observed) && Number.isFinite(low);
  return { a, b, observed, expected, side: known ? (observed > high) - (observed < low) : 0, judged: known };
}

/** The cells of these kinds: each two once, each with itself. */
const cellsOf = (kinds) => kinds.flatMap((a, row) => kinds.slice(0, row + 1).map((b) => met(a, b)));
const metName = (at) => {
  const key = mixing.types[at];
  return kindPlace.has(key) ? kindLabel(page.kinds[kindPlace.get(key)]) : shown(lookUp(page.labels[state.language].types, key) ?? key);
};
const metIcon = (at) => (kindPlace.has(mixing.types[at]) ? kindSign(kindPlace.get(mixing.types[at])) : null);
const pairName = (a, b) => (a === b ? say("meeting_within", { a: metName(a) }) : say("meeting_pair", { a: metName(a), b: metName(b) }));
const anyMet = () => metKinds.some((a) => mixing.expected[a].some(Number.isFinite));

panel("meeting", () => state.open === "meeting", (box) => {
  box.setAttribute("aria-label", say("meeting"));
  fill(box, backLink(), element("h2", {}, say("meeting")), metBy(), ...(anyMet() ? [
    hardly().map((text) => element("p", { class: "hardly" }, sentence(text))), metTable(), metKey(), element("div", { id: "met-ties" }), metNotes()]
    : [element("p", { class: "quiet" }, analysis.withheld ? say("withheld") : say("meeting_nothing"))]));
  if (anyMet()) fillMetTies();
});

const metBy = () => (analysis.landscape.by === "type" ? null : element("p", { class: "under" }, say("meeting_column", { column: columnWord(page.by) })));

/** The pairs that meet least compared with chance, in words; without a range those with at most half of what is expected. */
function hardly() {
  const ranged = metRanges.size > 0, distance = ({ observed, expected }) => (expected - observed) / Math.sqrt(expected);
  const fewer = cellsOf(metKinds).filter(({ a, b, observed, expected }) => a !== b && Number.isFinite(observed) && observed < expected).sort((one, other) => distance(other) - distance(one));
  const found = fewer.filter(({ observed, expected, side }) => (ranged ? side < 0 : expected - observed >= 2 && observed <= expected / 2));
  const told = (key, { a, b, observed, expected }) => say(key, { a: metName(a), b: metName(b), n: observed, expected: number(expected, expected < 3 ? 1 : 0) });
  if (!found.length) return ranged ? [say("meeting_all_meet"), ...fewer.slice(0, 1).map((cell) => told("meeting_widest", cell))] : [];
  const texts = found.slice(0, NAMED_PAIRS).map((cell) =>
    told(cell.observed === 0 ? "meeting_none" : cell.observed <= cell.expected / 3 ? "meeting_hardly" : "meeting_fewer", cell));
  return found.length > NAMED_PAIRS ? [...texts, say("meeting_further", { n: found.length - NAMED_PAIRS })] : texts;
}

/** The lower half of the table, each kind with itself included. */
function metTable() {
  const kinds = allMet ? metKinds : metKinds.slice(0, MET_FIRST), more = metKinds.length - MET_FIRST;
  const head = (at, scope) => element("th", { scope, title: metName(at) }, element("span", { class: "kind" }, metIcon(at), element("span", { class: "text" }, softened(metName(at)))));
  const table = element("table", { class: `met${kinds.length <= 3 ? " wide" : ""}`, "aria-label": say("meeting") },
    element("thead", {}, element("tr", {}, element("td", {}), kinds.map((at) => head(at, "col")))),
    element("tbody", {}, kinds.map((a, row) => element("tr", {}, head(a, "row"), kinds.slice(0, row + 1).map((b) => element("td", {}, metCell(met(a, b))))))));
  return element("div", {}, element("div", { class: "met-scroll", tabindex: 0, role: "group", "aria-label": say("meeting"), onfocusin: comeOut }, table),
    more > 0 ? linkButton({ class: "link met-more", id: "met-more", "aria-expanded": String(allMet), onclick: showAllMet }, say(allMet ? "meeting_largest" : "meeting_all", { n: allMet ? MET_FIRST : metKinds.length })) : null,
    allMet && mixing.types.length > MET_MOST ? element("p", { class: "caption" }, say("meeting_most", { n: MET_MOST })) : null);
}

function showAllMet() {
  allMet = !allMet;
  const old = byId("met-more").parentElement;
  old.replaceWith(metTable());
  byId("met-more").focus();
}

const MET_SIGNS = { "-1": ["below", "▼"], 0: ["", ""], 1: ["above", "▲"] };

function metCell({ a, b, observed, expected, side }) {
  const [look, sign] = MET_SIGNS[side], write = (value, digits) => (Number.isFinite(value) ? number(value, digits) : "–");
  const told = [Number.isFinite(observed) ? say("meeting_ties", { n: observed }) : say("meeting_few"),
    Number.isFinite(expected) ? say("meeting_expected", { expected: number(expected, 1) }) : null, look ? say(`meeting_${look}`) : null].filter(Boolean).join(", ");
  return element("button", { type: "button", class: `cell ${look}`, "data-cell": cellOf(a, b), "aria-pressed": String(state.pair === cellOf(a, b)),
    "aria-label": `${pairName(a, b)}: ${told}`, title: `${pairName(a, b)}: ${told}`, onclick: () => change({ pair: state.pair === cellOf(a, b) ? null : cellOf(a, b) }) },
    element("span", { class: "observed" }, write(observed), sign ? element("span", { class: "sign" }, sign) : null),
    element("span", { class: "by-chance" }, element("span", { class: "word" }, say("meeting_word"), " "), write(expected, 1)));
}

/** What the two numbers and the signs mean. */
function metKey() {
  const cells = cellsOf(metKinds), sign = (look, text) => element("li", {}, element("span", { class: `cell sample ${look}`, "aria-hidden": "true" }, MET_SIGNS[look === "below" ? -1 : 1][1]), element("span", {}, text));
  return element("div", { class: "met-key" }, element("p", { class: "caption" }, say("meeting_numbers")),
    metRanges.size ? element("ul", { class: "caption" }, sign("below", say("meeting_below_key")), sign("above", say("meeting_above_key"))) : null,
    cells.some(({ observed, expected }) => !Number.isFinite(observed) || !Number.isFinite(expected)) ? element("p", { class: "caption" }, say("meeting_suppressed")) : null);
}

/** How far the signs can be trusted, and who is not counted. */
function metNotes() {
  const judged = cellsOf(metKinds).filter((cell) => cell.judged), marked = judged.filter(({ side }) => side).length, untyped = analysis.landscape.untyped;
  const trust = judged.length ? say("meeting_trust", { cells: number(judged.length), share: number(judged.length / 20, 1), n: marked }) : say("meeting_no_trust");
  return element("div", {}, element("p", { class: "note" }, trust), untyped ? element("p", { class: "caption" }, say("meeting_untyped", { n: untyped })) : null);
}

/** The ties between two kinds that are shown; with itself where both are one. */
function tiesBetween(pair) {
  const [a, b] = pair.split(",").map((at) => mixing.types[at]);
  const [one, other] = [a, b].map((key) => (actor) => (actors[actor].type ?? null) === key);
  return ties.filter((tie) => tie.counts && tieShown(tie) && ((one(tie.source) && other(tie.target)) || (other(tie.source) && one(tie.target))));
}

/** The ties of the chosen cell by name, so that one need not see the picture. */
function fillMetTies() {
  for (const cell of byId("meeting").querySelectorAll("[data-cell]")) cell.setAttribute("aria-pressed", String(cell.dataset.cell === state.pair));
  const box = byId("met-ties");
  if (!box) return;
  if (state.pair === null) { fill(box); return; }
  const [a, b] = state.pair.split(",").map(Number), found = tiesBetween(state.pair), title = pairName(a, b);
  const name = (actor) => linkButton({ onclick: () => { select(actor); byId("upper").focus(); } }, actorIcon(actor), nameElement(actors[actor].name));
  fill(box, element("h3", {}, title), element("p", { class: "quiet" }, found.length ? say("meeting_shown", { n: found.length }) : say("meeting_shown_none")),
    element("ul", {}, found.slice(0, LISTED_TIES).map((tie) => element("li", {}, name(tie.source), element("span", { "aria-hidden": "true" }, " – "), name(tie.target)))),
    found.length > LISTED_TIES ? element("p", { class: "quiet" }, say("and_more", { n: found.length - LISTED_TIES })) : null);
  aloud(`${title}: ${found.length ? say("meeting_shown", { n: found.length }) : say("meeting_shown_none")}`);
}

/** The ties between the two kinds in full, their ends named; where there is none, all actors of the two kinds. */
spotlightOn(() => {
  if (state.open !== "meeting" || state.pair === null) return null;
  const found = tiesBetween(state.pair), kinds = state.pair.split(",").map((at) => mixing.types[at]);
  const ends = new Set(found.flatMap((tie) => [tie.source, tie.target]));
  const lit = found.length ? ends : new Set(everybody.filter((actor) => kinds.includes(actors[actor].type ?? null)));
  return { actors: lit, ties: new Set(found), named: byImportance.filter((actor) => lit.has(actor)) };
});

const OPENED = ["meeting"];
remember("open", () => state.open, (text) => { state.open = OPENED.includes(text) ? text : null; });
remember("pair", () => (state.open === "meeting" && state.pair !== null ? joined(state.pair.split(",").map((at) => mixing.types[at])) : null), (text) => {
  const [a, b] = parted(text).map((key) => mixing.types.indexOf(key));
  state.pair = a >= 0 && b >= 0 ? cellOf(a, b) : null;
});
whenever(["open"], () => { if (state.open !== "meeting") state.pair = null; });
whenever(["pair", "hidden"], () => { if (currentPanel() === "meeting") fillMetTies(); });
