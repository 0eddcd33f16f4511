/* What the color of a mark says: the kind of organization at first, else a circle, a status, a column (each value with
 * a color and a shape of the palette), or a measure (five steps of one color; the shape stays that of the kind). */

const LOOKS = page.palette.length - 1, SHARED_LOOK = `look-${LOOKS}`, STEP_COUNT = 5;
const MOST_VALUES = 60, NO_GROUPS = new Set(["id", "description", "website", "reason"]);

/** A further facet of actors; `inLegend` (is it there already?) keeps it from standing in the legend twice. */
function addActorFacet(key, facet) {
  Object.defineProperty(facet, "inLegend", { get: () => facet.steps !== undefined || colorFacet() === key });
  ACTOR_FACETS[key] = FACETS[key] = facet;
}

for (const key of ["circle", "status", "survey", "invited"]) if (ACTOR_FACETS[key]) addActorFacet(key, ACTOR_FACETS[key]);
if (office) addActorFacet("mandate", { title: "mandate", of: (actor) => [Boolean(actors[actor].mandate)], values: [true, false],
  text: (value) => say(value ? "with_mandate" : "without_mandate") });
for (const column of shownColumns.filter(makesGroups)) addActorFacet(`column:${column.key}`, { title: column.name, values: valuesOf(column), of: (actor) => {
  const cell = [column.of(actor) ?? []].flat();
  return cell.length ? cell : [""];
}, text: (value) => (value === "" ? say("no_kind") : valueWord(column.key, value)) });
for (const [key, measure] of NUMBERS_OF) {
  const steps = stepsOf(measure);
  addActorFacet(`steps:${key}`, { title: measure.name, steps, of: (actor) => [stepOf(steps, measure.of(actor))], values: [...steps.keys(), ""],
    text: (value) => (value === "" ? say("no_value") : [...new Set(steps[value].map(measure.write))].join("–")) });
}

/** Can marks be told apart by a column: do its texts come more than once? */
function makesGroups(column) {
  const cells = everybody.flatMap((actor) => column.of(actor) ?? []), values = new Set(cells).size;
  return !column.numeric && !NO_GROUPS.has(column.key) && values > 0 && values < cells.length && values <= MOST_VALUES;
}

/** The values of a column, most frequent first, then by name; at last none. */
function valuesOf(column) {
  const counts = new Map();
  for (const value of everybody.flatMap((actor) => column.of(actor) ?? [])) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...[...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || (String(a) < String(b) ? -1 : 1)), ""];
}

/** Up to five steps of about as many actors each, equal values never parted: [[least, most], …]. */
function stepsOf(measure) {
  const values = everybody.map(measure.of).filter((value) => value !== null).sort((a, b) => a - b), steps = [];
  for (let from = 0; from < values.length;) {
    let to = from + Math.max(1, Math.round((values.length - from) / (STEP_COUNT - steps.length)));
    if (steps.length === STEP_COUNT - 1) to = values.length;
    while (to < values.length && values[to] === values[to - 1]) to += 1;
    steps.push([values[from], values[to - 1]]);
    from = to;
  }
  return steps;
}

const stepOf = (steps, value) => (value === null ? "" : steps.findIndex(([, most]) => value <= most));

/** What color can say, and the facet whose values the colors stand for. */
const COLORINGS = new Map([["kind", "kind"], ...["circle", "status", "survey", "invited", "mandate", ...shownColumns.map(({ key }) => `column:${key}`)].map((key) => [key, key]),
  ...[...NUMBERS_OF.keys()].map((key) => [key, `steps:${key}`])].filter(([key, facet]) => key === "kind" || tellsApart(facet)));

/** Does a facet tell actors apart? */
function tellsApart(key) {
  return ACTOR_FACETS[key] && ACTOR_FACETS[key].there !== false && new Set(everybody.flatMap((actor) => ACTOR_FACETS[key].of(actor))).size > 1;
}

const colorFacet = () => (state.color === "kind" ? null : COLORINGS.get(state.color));
const colorName = (key) => (key === "kind" ? kindName() : facetTitle(COLORINGS.get(key)));
/** What the kinds are kinds of: of organization, or the column that was asked for instead. */
const kindName = () => say("column_kind");
/** Color by something else; steps of a measure that were hidden come back, since nothing would tell of them. */
const colorBy = (key) => change({ color: key, hidden: colorFacet()?.startsWith("steps:") ? { ...state.hidden, [colorFacet()]: new Set() } : state.hidden });

const colorings = new Map();

/** How marks are colored now: the name of a color of the style sheet and the shape, by actor and by value of the facet. */
function coloring() {
  if (!colorings.has(state.color)) colorings.set(state.color, state.color === "kind" ? byKind() : ACTOR_FACETS[colorFacet()].steps ? byStep(colorFacet()) : byValue(colorFacet()));
  return colorings.get(state.color);
}

function byKind() {
  return { color: (actor) => `kind-${kindOf[actor]}`, shape: (actor) => page.kinds[kindOf[actor]].shape, circles: new Map() };
}

/** Each of the largest values has a look of its own; beyond eight the seven largest, all others share one. */
function byValue(facet) {
  const { of, values } = ACTOR_FACETS[facet], counts = new Map(), first = everybody.map((actor) => of(actor)[0]);
  for (const value of first) counts.set(value, (counts.get(value) ?? 0) + 1);
  const order = values.filter((value) => value !== "" && counts.has(value)).sort((a, b) => counts.get(b) - counts.get(a));
  const looks = new Map((order.length <= LOOKS ? order : order.slice(0, LOOKS - 1)).map((value, look) => [value, look]));
  const look = (value) => looks.get(value) ?? LOOKS;
  return { color: (actor) => `look-${look(first[actor])}`, shape: (actor) => page.palette[look(first[actor])], own: (value) => value === "" || looks.has(value),
    look: (value) => ({ color: `look-${look(value)}`, shape: page.palette[look(value)] }), sign: (value) => colorMark(page.palette[look(value)], `look-${look(value)}`), circles: new Map() };
}

function byStep(facet) {
  const { of, steps } = ACTOR_FACETS[facet], spread = steps.length > 1 ? (STEP_COUNT - 1) / (steps.length - 1) : 0;
  const color = (step) => (step === "" ? SHARED_LOOK : `step-${Math.round(step * spread)}`), all = everybody.map((actor) => color(of(actor)[0]));
  return { color: (actor) => all[actor], shape: (actor) => page.kinds[kindOf[actor]].shape, own: () => true,
    look: (step) => ({ color: color(step), shape: null }), sign: (step) => swatch(color(step)), circles: new Map() };
}

/** What a circle is made of as the marks are colored, most frequent first: [[count, name of a color], …]; a measure from low to high.
 *  Outside the office a circle is told by its kinds alone. */
function circleParts(circle) {
  if (state.color === "kind") return kindCounts(circle).map(([count, kind]) => [count, kind === null ? "hull-line" : `kind-${kind}`]);
  if (!office || !circle) return [];
  const { color, circles: known } = coloring();
  if (!known.has(circle)) {
    const counts = new Map();
    for (const id of circle.members) counts.set(color(placeOf.get(id)), (counts.get(color(placeOf.get(id))) ?? 0) + 1);
    const rank = ([name, count]) => (name.startsWith("step") ? Number(name.slice(5)) - LOOKS : -count / actors.length);
    known.set(circle, [...counts].sort((a, b) => rank(a) - rank(b) || (a[0] < b[0] ? -1 : 1)).map(([name, count]) => [count, name]));
  }
  return known.get(circle);
}
