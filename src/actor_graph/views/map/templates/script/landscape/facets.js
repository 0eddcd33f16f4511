/* What actors and ties can be filtered by. A facet has a heading (a key of the words, or a function), the values that
 * occur, what a value is called, and what an actor (or tie) has of it: a list, since some have several kinds. One stays
 * while one of its values is not hidden. Beside the facets, names can be narrowed to those that hold a text. */

/** The circles that have a name or letter on the map; the office sees those beside the network as well. */
const namedCircles = new Set(office ? circles.map(({ cluster }) => cluster) : page.picture.regions.map(({ circle }) => circle));
const circleHere = (actor) => (namedCircles.has(actors[actor].cluster) ? actors[actor].cluster : "");
const circleLabel = (cluster) => {
  const circle = circles.find((one) => one.cluster === cluster), name = circle && circleName(circle);
  return name ? `${letterOf(cluster)} ${name}` : letterOf(cluster);
};

const ACTOR_FACETS = {
  kind: { title: "kinds", short: "column_kind", of: (actor) => kindsOf[actor], text: (value) => kindLabel(page.kinds[value]), written: (value) => page.kinds[value].key ?? "",
    values: page.kinds.map((_, kind) => kind), there: typed },
};
if (office) ACTOR_FACETS.status = { title: "column_status", of: (actor) => [actors[actor].status], text: (value) => say(value), values: ["networked", "fragment", "isolated", "unknown"] };
ACTOR_FACETS.circle = { title: "circle_column", of: (actor) => [circleHere(actor)], text: (value) => (value ? circleLabel(value) : say("no_circle")),
  values: [...circles.map(({ cluster }) => cluster).filter((cluster) => namedCircles.has(cluster)), ""] };
if (office) ACTOR_FACETS.survey = { title: "column_survey", of: (actor) => [actors[actor].survey ?? ""], text: (value) => (value ? surveyWord(value, "_short") : say("no_kind")),
    values: ["answered", "promised", "interested", "no answer", "declined", "not contacted", ""], there: actors.some(({ survey }) => survey) };
if (invited) ACTOR_FACETS.invited = { title: "invited", of: (actor) => [invitedStates[actor]], text: (value) => say(`invited_${value}`), values: INVITED_STATES };
/** A kind counts where ties of that kind do; one that stands in the figures beside another kind counts by the other. */
const countingKinds = new Set(analysis.landscape.kinds_counted ?? ties.filter(({ counts }) => counts).flatMap(({ kinds }) => kinds));
const TIE_FACETS = {
  strength: { title: "ties", of: (tie) => [tieClass(tie)], values: [...page.scale, ""].map((key) => `intensity:${key}`).concat("not-counting") },
  tie_kind: { title: "tie_kinds", of: (tie) => (tie.kinds.length ? tie.kinds : [""]), text: (value) => (value ? tieKindLabel(value) : say("no_kind")),
    note: (value) => (value && !countingKinds.has(value) ? say("not_counting") : null), values: [...new Set(ties.flatMap((tie) => tie.kinds))].sort().concat("") },
  sides: { title: "sides", of: (tie) => (tie.oneSided ? ["one-sided"] : []), values: ["one-sided"] },
};
const FACETS = { ...ACTOR_FACETS, ...TIE_FACETS };
const everybody = actors.map((_, actor) => actor);

/** The counts of each facet, and what was shown as they were made. */
const counted = new Map();

/** How often each value of a facet occurs among actors (or ties), and how often among those that are shown; counted anew when others are shown. */
function facetCounts(key) {
  const now = ACTOR_FACETS[key] ? shownNow().actors : shownNow().ties, known = counted.get(key);
  if (known?.now === now) return known.counts;
  const { of } = FACETS[key], counts = new Map();
  (ACTOR_FACETS[key] ? everybody : ties).forEach((one, place) => {
    for (const value of of(one)) {
      const count = counts.get(value) ?? [0, 0];
      counts.set(value, [count[0] + now[place], count[1] + 1]);
    }
  });
  counted.set(key, { now, counts });
  return counts;
}

/** The values of a facet that occur, in its order. */
function facetValues(key, counts = facetCounts(key)) {
  return FACETS[key].values.filter((value) => counts.has(value));
}

const wordsOf = (title) => (typeof title === "function" ? title() : say(title));
const facetTitle = (key) => wordsOf(FACETS[key].title);
/** The heading where there is little room. */
const facetShort = (key) => wordsOf(FACETS[key].short ?? FACETS[key].title);

/** Show or hide values of a facet. */
function filter(key, values, on) {
  const hidden = new Set(state.hidden[key]);
  for (const value of values) if (on) hidden.delete(value); else hidden.add(value);
  filterTo(key, hidden);
}

function filterTo(key, hidden) {
  change({ hidden: { ...state.hidden, [key]: hidden } });
  if (ACTOR_FACETS[key]) sayHowMany();
}

/** Show only what has this value; null: whatever it has. */
function filterOnly(key, value) {
  filterTo(key, new Set(value === null ? [] : FACETS[key].values.filter((one) => one !== value)));
}

/** Show only those whose name holds this text; the filter is a new one, so that all that follows it is drawn anew. */
function narrow(text) {
  change({ named: text, hidden: { ...state.hidden } });
  sayHowMany();
}

const foldedNames = actors.map(({ name }) => folded(name).replace(/\s+/g, " "));
/** The test whether a name holds the text to which names are narrowed. */
function nameTest() {
  const text = folded(state.named).replace(/\s+/g, " ").trim();
  return (actor) => foldedNames[actor].includes(text);
}
const sayHowMany = () => aloud(say("aloud_shown", { shown: everybody.filter(actorShown).length, all: actors.length }));
const filtered = () => Boolean(state.named.trim()) || Object.values(state.hidden).some((hidden) => hidden.size);
const showAll = () => { change({ hidden: nothingHidden(), named: "" }); sayHowMany(); };
