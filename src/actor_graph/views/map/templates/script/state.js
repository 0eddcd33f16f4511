/* What the reader has chosen: one object, one way to change it, and everybody who listens. */

const state = {
  language: document.documentElement.lang,
  view: "map",
  selected: null,
  hovered: null,
  focused: null,
  without: false,
  hiddenKinds: new Set(),
  hiddenTies: new Set(),
  moved: false,
  legendOpen: false,
  moreKinds: false,
  tab: null,
  sort: null,
};
const listeners = [];

/** Change the state and tell everybody which keys changed. */
function change(patch) {
  Object.assign(state, patch);
  const keys = new Set(Object.keys(patch));
  for (const listener of listeners) listener(keys);
}

/** Call `listener` whenever one of the keys changes (all of them where none is named). */
function whenever(keys, listener) {
  listeners.push((changed) => { if (keys.some((key) => changed.has(key))) listener(changed); });
}

/** The chosen actor if it stands on the map, else null: one beside the map leaves the picture as it is. */
const chosen = () => (state.selected !== null && onMap.has(state.selected) ? state.selected : null);
const actorShown = (actor) => !state.hiddenKinds.has(kindOf[actor]);
const takenOut = (actor) => state.without && removableSet.has(actor);

/** Is the tie drawn: both ends shown and in the picture, not filtered away, not lost with a central actor. */
function tieShown(tie) {
  return actorShown(tie.source) && actorShown(tie.target) && !takenOut(tie.source) && !takenOut(tie.target)
    && !state.hiddenTies.has(tieClass(tie)) && !(tie.oneSided && state.hiddenTies.has("one-sided"));
}

/** Choose an actor (null: none) and say its name to those who cannot see the map. */
function select(actor) {
  change({ selected: actor, hovered: null });
  if (actor !== null) aloud(analysis.withheld ? shown(actors[actor].name) : say("aloud_actor", { n: degree[actor], name: shown(actors[actor].name) }));
}

/** Say a sentence to those who cannot see what changed. */
function aloud(text) {
  byId("aloud").textContent = text;
}
