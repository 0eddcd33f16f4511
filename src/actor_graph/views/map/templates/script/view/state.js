/* What the reader has chosen: one object, one way to change it, and everybody who listens. */

const state = {
  language: document.documentElement.lang,
  view: "map",
  selected: null,
  steps: 1,
  wayTo: null,
  circle: null,
  open: null,
  pair: null,
  size: page.picture.equal_size ? "equal" : "ties",
  color: "kind",
  names: 1,
  hovered: null,
  focused: null,
  without: false,
  kept: new Set(),
  hidden: {},
  named: "",
  columns: null,
  moreFilters: false,
  moved: false,
  legendOpen: false,
  moreKinds: false,
  moreValues: false,
  allFigures: false,
  tab: null,
  sort: null,
  changes: 0,
};
const listeners = [];
/** What changes with the pointer and the keyboard and leaves what is shown as it is. */
const PASSING = new Set(["hovered", "focused"]);

/** Change the state and tell everybody which keys changed. */
function change(patch) {
  Object.assign(state, patch);
  if (Object.keys(patch).some((key) => !PASSING.has(key))) state.changes += 1;
  const keys = new Set(Object.keys(patch));
  for (const listener of listeners) listener(keys);
}

/** Call `listener` whenever one of the keys changes (all of them where none is named). */
function whenever(keys, listener) {
  listeners.push((changed) => { if (keys.some((key) => changed.has(key))) listener(changed); });
}

/** The chosen actor if it stands on the map, else null: one beside the map leaves the picture as it is. */
const chosen = () => (state.selected !== null && onMap.has(state.selected) ? state.selected : null);
/** Is the actor taken out for the thought experiment: a central one without a mandate that was not put back. */
const takenOut = (actor) => state.without && removableSet.has(actor) && !state.kept.has(actor);

const nothingHidden = () => Object.fromEntries(Object.keys(FACETS).map((key) => [key, new Set()]));
/** The test that what is shown passes: of each facet by which something is hidden it has nothing, or a value that is not. */
function passing(facets) {
  const filters = Object.entries(facets).filter(([key]) => state.hidden[key]?.size).map(([key, { of }]) => [state.hidden[key], of]);
  return (one) => filters.every(([hidden, of]) => {
    const values = of(one);
    return !values.length || values.some((value) => !hidden.has(value));
  });
}

/** What passes the filter, worked out anew only when the filter or the central actors taken out change. */
const visible = { hidden: null, without: null, kept: null, actors: [], ties: [] };
function shownNow() {
  if (visible.hidden !== state.hidden || visible.without !== state.without || visible.kept !== state.kept) {
    const actorPasses = passing(ACTOR_FACETS), tiePasses = passing(TIE_FACETS), nameHolds = nameTest();
    const shownActors = actors.map((_, actor) => actorPasses(actor) && nameHolds(actor));
    const there = (actor) => shownActors[actor] && !takenOut(actor);
    Object.assign(visible, { hidden: state.hidden, without: state.without, kept: state.kept, actors: shownActors,
      ties: ties.map((tie) => there(tie.source) && there(tie.target) && tiePasses(tie)) });
  }
  return visible;
}

const actorShown = (actor) => shownNow().actors[actor];

/** Is the tie drawn: both ends shown and in the picture, not filtered away, not lost with a central actor. */
const tieShown = (tie) => shownNow().ties[tie.place];

/** Choose an actor (null: none) and say its name to those who cannot see the map. */
function select(actor) {
  change({ selected: actor, wayTo: null, circle: null, open: null, hovered: null });
  if (actor !== null) sayActor(actor);
}

/** Say who an actor is: how many partners it has where that is told, its kinds, its circle; to the office its mark, or what it is beside the map. */
function sayActor(actor) {
  const name = shown(actors[actor].name), circle = circleHere(actor), mark = markWord(actor), { status } = actors[actor];
  aloud([analysis.withheld || untold(actor) ? name : say("aloud_actor", { n: degree[actor], name }),
    ...kindsOf[actor].filter((kind) => page.kinds[kind].key !== null).map((kind) => kindLabel(page.kinds[kind])),
    circle ? say("circle", { letter: letterOf(circle) }) : null, mark ? say(mark) : null,
    office && status !== "networked" ? say(status) : null, invitedWord(actor)].filter(Boolean).join(", "));
}

/** What an actor is marked as, for the office: the key of the word, null for nothing. */
function markWord(actor) {
  const top = topDogs.get(actor);
  return !top ? null : actors[actor].mandate ? "hub_by_mandate" : top.clear ? "central_actor" : "central_perhaps";
}

/** Say a sentence to those who cannot see what changed. */
function aloud(text) {
  byId("aloud").textContent = text;
}
