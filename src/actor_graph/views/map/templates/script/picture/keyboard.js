/* The map by keyboard: arrows go to the nearest actor in their direction, Home and End to the first and the last, Enter opens it, Escape leaves it. */

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const ZOOM_KEYS = { "+": 1.25, "-": 0.8 };
const ENDS = { Home: 0, End: -1 };

function listenToKeys() {
  const box = byId("picture");
  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (ARROWS[event.key]) focusActor(nextActor(ARROWS[event.key]));
    else if (ENDS[event.key] !== undefined) focusActor(inOrder().at(ENDS[event.key]) ?? null);
    else if (event.key === "Enter" && state.focused !== null) select(state.focused);
    else if (ZOOM_KEYS[event.key]) camera.zoom(ZOOM_KEYS[event.key], state.focused ?? chosen());
    else if (event.key === "0") camera.fit();
    else return;
    event.preventDefault();
  });
  box.addEventListener("blur", () => change({ focused: null }));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (currentPanel() !== "findings") goBack();
    else if (state.focused !== null) change({ focused: null });
  });
}

/** Go to an actor and say who it is; where there is none, say that. */
function focusActor(actor) {
  if (actor === null) { aloud(say("none_that_way")); return; }
  change({ focused: actor });
  camera.show(actor);
  sayActor(actor);
}

/** The actors that one can go to: for the office the most important first, for all others by name. */
const inOrder = () => (office ? byImportance : byName(everybody)).filter((actor) => onMap.has(actor) && actorShown(actor));

/** Up to this many times as far aside as ahead, an actor lies in a direction: some 63 degrees. Four directions leave no gap. */
const ASIDE_MOST = 2;

/** The nearest actor in a direction, null where none lies there. What lies aside counts as if it were farther: at 45 degrees twice as far. */
function nextActor([dx, dy]) {
  const visible = inOrder(), from = state.focused ?? chosen();
  if (from === null) return byImportance.find((actor) => visible.includes(actor)) ?? null;
  let best = null, least = Infinity;
  for (const actor of visible) {
    const x = at[actor].x - at[from].x, y = at[actor].y - at[from].y, ahead = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (actor === from || ahead <= 0 || aside > ASIDE_MOST * ahead) continue;
    const far = Math.hypot(ahead, aside) ** 3 / ahead ** 2;
    if (far < least) [best, least] = [actor, far];
  }
  return best;
}
