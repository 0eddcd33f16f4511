/* The search in the header, and how an actor is opened from wherever one is. */

/** Where the reader was when a panel was opened: leaving it goes back there. */
const cameFrom = { element: null, again: () => null };

/** Remember where the reader is; a name in a list that is drawn anew is found again by whose it is. */
function comeFrom(from) {
  if (!from || from === document.body || byId("upper").contains(from)) return;
  const list = from.closest("#areas, #further, #twin"), actor = list && from.closest("[data-actor]")?.dataset.actor;
  Object.assign(cameFrom, { element: from, again: () => (actor ? list.querySelector(`[data-actor="${actor}"] button, button[data-actor="${actor}"]`) : null) });
}

const canBeSeen = (place) => Boolean(place?.isConnected) && place.checkVisibility({ visibilityProperty: true });

/** Put the focus on the first of these places that takes it. */
function focusFirst(...places) {
  return places.some((place) => {
    if (!canBeSeen(place)) return false;
    place.focus({ preventScroll: true });
    return document.activeElement === place;
  });
}

/** Where the focus goes when there is nothing better: the way to the side where that is a drawer, the map, the table, the search. */
const lastResorts = () => [byId("drawer"), byId("picture"), byId("twin").querySelector(".scroll"), byId("search")];

/** Open an actor: show again what hides it, bring it into view, go on reading in its panel. */
function openActor(actor, from = document.activeElement) {
  const hidden = !actorShown(actor);
  if (hidden) showAll();
  comeFrom(from);
  select(actor);
  if (state.tab === "legend") change({ tab: "actor" });
  camera.show(actor);
  focusFirst(byId("upper"), ...lastResorts());
  if (hidden) aloud(`${say("shown_again")} ${byId("aloud").textContent}`);
}

/** Leave the panel for where one came from; else for the results. */
function goBack() {
  const inside = byId("upper").contains(document.activeElement), { element: from, again } = cameFrom;
  leave();
  cameFrom.element = null;
  if (inside || document.activeElement === document.body || !canBeSeen(document.activeElement)) focusFirst(from, again(), byId("upper"), ...lastResorts());
}

function listenToSearch() {
  const field = byId("search");
  suggestIn(field, byId("suggestions"), { take: (actor) => openActor(actor, field) });
}
