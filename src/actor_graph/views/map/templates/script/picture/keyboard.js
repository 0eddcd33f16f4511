/* The map by keyboard: arrows go to the nearest actor in their direction, Enter opens it, Escape leaves it. */

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const ZOOM_KEYS = { "+": 1.25, "-": 0.8 };

function listenToKeys() {
  const box = byId("picture");
  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (ARROWS[event.key]) focusActor(nextActor(ARROWS[event.key]));
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

function focusActor(actor) {
  if (actor === null) return;
  change({ focused: actor });
  camera.show(actor);
  sayActor(actor);
}

/** The nearest actor in a direction: what lies ahead counts once, what lies aside twice. */
function nextActor([dx, dy]) {
  const visible = [...onMap].filter(actorShown), from = state.focused ?? state.selected;
  if (from === null || !onMap.has(from)) return byImportance.find((actor) => visible.includes(actor)) ?? null;
  let best = null, least = Infinity;
  for (const actor of visible) {
    const ahead = (at[actor].x - at[from].x) * dx + (at[actor].y - at[from].y) * dy;
    const aside = Math.abs((at[actor].x - at[from].x) * dy) + Math.abs((at[actor].y - at[from].y) * dx);
    if (actor === from || ahead <= 0 || aside > 2.5 * ahead) continue;
    if (ahead + 2 * aside < least) [best, least] = [actor, ahead + 2 * aside];
  }
  return best;
}
