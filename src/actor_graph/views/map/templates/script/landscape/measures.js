/* The measures of an actor that a reader can size, color, compare and sort by: key, name, what it means, value, how it is
 * written. Outside the office that is the number of ties alone. Beside them the columns that were asked for with --show. */

const portion = (value) => (value > 0 && value < 0.001 ? `< ${percent(0.001, 1)}` : percent(value, value > 0 && value < 0.1 ? 1 : 0));
const MEASURES = [["ties", (actor) => degree[actor], (value) => number(value), true],
  ...(office ? [
    ["strength", (actor) => actors[actor].strength, (value) => number(value, Number.isInteger(value) ? 0 : 1), true],
    ["betweenness", (actor) => actors[actor].betweenness, portion],
    ["harmonic", (actor) => actors[actor].harmonic, (value) => number(value, 2)],
    ["core", (actor) => actors[actor].core, (value) => number(value), true],
    ["bridges_clusters", (actor) => actors[actor].bridges_clusters, (value) => number(value), true],
    ["partner_heterogeneity", (actor) => actors[actor].partner_heterogeneity, (value) => number(value, 2)],
    ["constraint", (actor) => actors[actor].constraint, (value) => number(value, 2)],
    ["named_by", (actor) => actors[actor].named_by, (value) => number(value), true],
  ] : [])]
  .map(([key, value, write, whole = false]) => ({ key, name: () => say(`measure_${key}`), means: () => say(`means_${key}`), write, whole,
    of: (actor) => { const found = value(actor); return Number.isFinite(found) ? found : null; } }))
  .filter((measure) => new Set(everybody.map(measure.of).filter((value) => value !== null)).size > 1 || measure.key === "ties");

/** The columns whose cells are words of the page, and those words; the columns that the page has a word for. */
const WORD_COLUMNS = new Map([["staff", ["unpaid", "part", "paid"]], ["function", ["decision maker", "multiplier", "volunteer"]], ["wish", ["yes", "no", "later"]],
  ["survey", ["answered", "promised", "interested", "no answer", "declined", "not contacted"]]]);
const NAMED_COLUMNS = new Map([...["fields", "needs", "offers", "languages", "countries", "place", "website", "mandate"].map((key) => [key, key]), ["survey", "column_survey"]]);
const DAYS = new Set(["checked", "informed", "delete_after"]);
/** A value of a column in the words of the page, else as it is written. */
function valueWord(key, value) {
  if (typeof value === "boolean") return say(value ? "yes" : "no");
  if (key === "type") return shown(lookUp(page.labels[state.language].shown, value) ?? value);
  if (WORD_COLUMNS.get(key)?.includes(value) && Object.hasOwn(page.words, `${key}_${value}`)) return say(`${key}_${value}`);
  return DAYS.has(key) ? date(value) : shown(value);
}
/** What a column is called: those that every sheet may have in the words of the page, all others as the sheet has them. */
const columnWord = (key) => (NAMED_COLUMNS.has(key) && Object.hasOwn(page.words, NAMED_COLUMNS.get(key)) ? say(NAMED_COLUMNS.get(key)) : shown(key));
/** A number of the sheet: two digits behind the comma, of a small fraction the first two that tell it from zero. */
const decimal = (value) => value.toLocaleString(state.language, { useGrouping: "min2",
  maximumFractionDigits: value && Math.abs(value) < 0.1 ? Math.min(20, 1 - Math.floor(Math.log10(Math.abs(value)))) : 2 });

/** The columns that were asked for: {key, name, numeric, of (what it is sized and colored by: text, number, list, null), told (what
 *  the cell says: in a column of numbers a cell that is none has no value, but its own text), write (as text)}. */
const shownColumns = (analysis.shown ?? []).map(({ column, heading, numeric, cells, texts }) => ({
  key: column,
  name: () => shown(heading),
  numeric,
  whole: cells.every((cell) => cell === null || Number.isInteger(cell)),
  of: (actor) => cells[actor],
  told: (actor) => cells[actor] ?? lookUp(texts, actor) ?? null,
  write: (cell) => (cell === null || cell === undefined ? "" : typeof cell === "number" ? decimal(cell) : [cell].flat().map((value) => valueWord(column, value)).join(", ")),
}));

/** All that has a number per actor: measures, then numeric columns; the keys of columns begin with "column:". */
const NUMBERS_OF = new Map([...MEASURES.map((measure) => [measure.key, measure]),
  ...shownColumns.filter(({ numeric }) => numeric).map((column) => [`column:${column.key}`, { ...column, means: column.name }])]);
