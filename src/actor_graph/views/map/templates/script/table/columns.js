/* The columns of the table: heading, what to sort by, what to show, and which of them are shown.
 * What a cell holds as data (a number, a text, null for nothing) is what sorting and CSV go by; what is shown may look otherwise. */

const has = (key) => actors.some((actor) => actor[key] !== undefined && actor[key] !== null && actor[key].length !== 0);
const STATUS_ORDER = ["networked", "fragment", "isolated", "unknown"];
const FURTHER_WORDS = ["fields", "needs", "offers", "languages", "place"];
const ATTRIBUTES_AT_FIRST = 2;

const kindWords = (actor) => kindsOf[actor].map((kind) => kindLabel(page.kinds[kind]));
const nothingKnown = (actor) => actors[actor].status === "unknown" && !degree[actor];
/** A figure of those of whom something is known. */
const figure = (of) => (actor) => (nothingKnown(actor) ? null : of(actor) ?? null);

/** What every audience has, what the office has besides. */
const OWN_COLUMNS = [
  { key: "actor", title: () => say("column_actor"), of: (actor) => actors[actor].name, cell: nameCell, first: true },
  { key: "kind", title: () => facetShort("kind"), of: kindWords, wraps: true, first: true, there: typed },
  { key: "status", title: () => say("column_status"), of: (actor) => (actors[actor].status ? say(actors[actor].status) : null),
    order: (actor) => STATUS_ORDER.indexOf(actors[actor].status), wraps: true, first: true, there: has("status") },
  { key: "invited", title: () => say("invited"), of: invitedShort, order: (actor) => INVITED_STATES.indexOf(invitedStates[actor]), wraps: true, first: true, there: invited !== null },
  { key: "fields", title: () => say("column_fields"), of: (actor) => actors[actor].fields, wraps: true, first: true, there: !office && has("fields") },
  { key: "ties", title: () => say(office ? "column_ties" : "column_partners"), of: figure((actor) => (untold(actor) ? null : degree[actor])), cell: degreeCell, write: (value) => number(value),
    first: true, there: !analysis.withheld },
  { key: "ways", title: () => say("column_ways"), of: figure((actor) => actors[actor].betweenness), write: (value) => percent(value), first: true, there: office && has("betweenness") },
  { key: "circle", title: () => say("circle_column"), of: (actor) => (actors[actor].cluster ? letterOf(actors[actor].cluster) : null), order: (actor) => actors[actor].cluster, first: true, there: office && has("cluster") },
  { key: "survey", title: () => say("column_survey"), of: (actor) => (actors[actor].survey ? surveyWord(actors[actor].survey, "_short") : null), first: true, there: office && has("survey") },
];

/** The columns of the sheet that were asked for; then those that may be published, at first only where there is room. */
const askedFor = new Set(shownColumns.flatMap((column) => [column.key, column.name()]));
const attributeNames = [...new Set(actors.flatMap(({ attributes }) => Object.keys(attributes ?? {})))].filter((name) => !askedFor.has(name) && !askedFor.has(shown(name)));
const SHEET_COLUMNS = [
  ...shownColumns.map(({ key, name, of, told, numeric, write }) => ({ key: `column:${key}`, title: name, of: told, wraps: true, first: true, ...(numeric ? { write, order: of } : { text: write }) })),
  ...attributeNames.map((name, place) => ({ key: `column:${name}`, title: () => shown(name), of: (actor) => lookUp(actors[actor].attributes, name), wraps: true,
    first: !office && place < ATTRIBUTES_AT_FIRST })),
];

/** What the office can add: words of the sheet, and the further measures. */
const FURTHER_COLUMNS = !office ? [] : [
  ...FURTHER_WORDS.filter(has).map((key) => ({ key, title: () => say(key), of: (actor) => actors[actor][key], wraps: true })),
  ...MEASURES.filter(({ key }) => key !== "ties" && key !== "betweenness").map(({ key, name, of, write }) => ({ key, title: name, of: figure(of), write })),
];

/** All columns, in their order: `of` gives the data of a cell, `write` a number as it is shown, `cell` what is more than a text. */
const COLUMNS = [...OWN_COLUMNS, ...SHEET_COLUMNS, ...FURTHER_COLUMNS].filter(({ key, there }, place, all) => there !== false && all.findIndex((one) => one.key === key) === place);
const atFirst = new Set(COLUMNS.filter(({ first }) => first).map(({ key }) => key));

/** The columns that stand in the table now; the name always does. */
const tableColumns = () => COLUMNS.filter(({ key }) => key === "actor" || (state.columns ?? atFirst).has(key));
const isNumber = (column) => column.write !== undefined;

/** Show or hide a column. */
function showColumn(key, on) {
  const found = new Set(state.columns ?? atFirst);
  if (on) found.add(key); else found.delete(key);
  change({ columns: found.size === atFirst.size && [...found].every((one) => atFirst.has(one)) ? null : found });
}

const nothing = (value) => value === null || value === undefined || value === "" || value.length === 0;

/** What a cell says. */
function cellText({ of, write, text }, actor) {
  const value = of(actor);
  if (nothing(value)) return "–";
  if (text) return text(value);
  return write && typeof value === "number" ? write(value) : shown([value].flat().join(", "));
}

/** What the table is sorted by, as long as nobody chose: the best tied first, outside the office by name. */
function sortNow() {
  const found = state.sort && tableColumns().some(({ key }) => key === state.sort.key) ? state.sort : null;
  return found ?? (office && tableColumns().some(({ key }) => key === "ties") ? { key: "ties", down: true } : { key: "actor", down: false });
}

const collators = new Map();
function collator() {
  if (!collators.has(state.language)) collators.set(state.language, new Intl.Collator(state.language, { numeric: true }));
  return collators.get(state.language);
}

const nameOrders = new Map();
/** The place of each actor in the order of names. */
function nameOrder() {
  const { compare } = collator();
  if (!nameOrders.has(state.language)) {
    const order = [];
    [...everybody].sort((a, b) => compare(actors[a].name, actors[b].name)).forEach((actor, place) => { order[actor] = place; });
    nameOrders.set(state.language, order);
  }
  return nameOrders.get(state.language);
}

/** The actors that pass the filters, in the order of the table; those of whom nothing is known come last either way. */
function sortedActors() {
  const { key, down } = sortNow(), column = COLUMNS.find((one) => one.key === key), by = column.order ?? column.of, { compare } = collator(), names = nameOrder();
  const values = new Map(everybody.filter(actorShown).map((actor) => [actor, by(actor)]));
  const between = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b)));
  return [...values.keys()].sort((a, b) => {
    const [one, other] = [values.get(a), values.get(b)];
    return nothing(one) - nothing(other) || (nothing(one) ? 0 : (down ? -1 : 1) * between(one, other)) || names[a] - names[b];
  });
}

/** Keys of columns as the address holds them. */
const columnsIn = (text) => parted(text).filter((key) => COLUMNS.some((column) => column.key === key));
remember("columns", () => (state.columns ? joined([...state.columns]) : null),
  (text) => { state.columns = text === null ? null : new Set(columnsIn(text)); });
remember("sort", () => (state.sort ? joined([state.sort.key, state.sort.down ? "down" : "up"]) : null), (text) => {
  const [key, direction] = (text ?? "").split("|"), [found] = columnsIn(key ?? "");
  state.sort = found ? { key: found, down: direction === "down" } : null;
});
