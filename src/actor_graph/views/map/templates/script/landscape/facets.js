/* What actors and ties can be filtered by. A facet has a heading, the values that occur, what a value is called, and what
 * an actor (or tie) has of it: a list, since some have several kinds. One stays while one of its values is not hidden. */

const ACTOR_FACETS = {
  kind: { title: "kinds", of: (actor) => kindsOf[actor], text: (value) => kindLabel(page.kinds[value]), written: (value) => page.kinds[value].key ?? "",
    values: page.kinds.map((_, kind) => kind), there: typed },
};
if (office) Object.assign(ACTOR_FACETS, {
  status: { title: "column_status", of: (actor) => [actors[actor].status], text: (value) => say(value), values: ["networked", "fragment", "isolated", "unknown"] },
  survey: { title: "column_survey", of: (actor) => [actors[actor].survey ?? ""], text: (value) => (value ? surveyWord(value, "_short") : say("no_kind")),
    values: ["answered", "promised", "interested", "no answer", "declined", "not contacted", ""], there: actors.some(({ survey }) => survey) },
});
const TIE_FACETS = {
  strength: { title: "ties", of: (tie) => [tieClass(tie)], values: [...page.scale, ""].map((key) => `intensity:${key}`).concat("not-counting") },
  tie_kind: { title: "tie_kinds", of: (tie) => (tie.kinds.length ? tie.kinds : [""]), text: (value) => (value ? tieKindLabel(value) : say("no_kind")),
    values: [...new Set(ties.flatMap((tie) => tie.kinds))].sort().concat("") },
  sides: { title: "one_sided", of: (tie) => (tie.oneSided ? ["one-sided"] : []), values: ["one-sided"] },
};
const FACETS = { ...ACTOR_FACETS, ...TIE_FACETS };
const everybody = actors.map((_, actor) => actor);

/** How often each value of a facet occurs among actors (or ties), and how often among those that are shown. */
function facetCounts(key) {
  const facet = FACETS[key], counts = new Map();
  const [all, isShown] = ACTOR_FACETS[key] ? [everybody, actorShown] : [ties, tieShown];
  for (const one of all) {
    const visible = isShown(one);
    for (const value of facet.of(one)) {
      const [some, whole] = counts.get(value) ?? [0, 0];
      counts.set(value, [some + visible, whole + 1]);
    }
  }
  return counts;
}

/** The values of a facet that occur, in its order. */
function facetValues(key) {
  const counts = facetCounts(key);
  return FACETS[key].values.filter((value) => counts.has(value));
}

/** Show or hide values of a facet. */
function filter(key, values, on) {
  const hidden = new Set(state.hidden[key]);
  for (const value of values) if (on) hidden.delete(value); else hidden.add(value);
  filterTo(key, hidden);
}

function filterTo(key, hidden) {
  change({ hidden: { ...state.hidden, [key]: hidden } });
  if (ACTOR_FACETS[key]) aloud(say("aloud_shown", { shown: everybody.filter(actorShown).length, all: actors.length }));
}

const filtered = () => Object.values(state.hidden).some((hidden) => hidden.size);
const showAll = () => change({ hidden: nothingHidden() });
