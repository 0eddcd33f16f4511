/* The search in the header, and how an actor is opened from wherever one is. */

/** Where the reader was when a panel was opened: leaving it goes back there. */
const cameFrom = { element: null };

/** Open an actor: show again what hides it, bring it into view, go on reading in its panel. */
function openActor(actor, from = document.activeElement) {
  const hidden = !actorShown(actor);
  if (hidden) showAll();
  if (from && !byId("upper").contains(from) && from !== document.body) cameFrom.element = from;
  select(actor);
  camera.show(actor);
  byId("upper").focus({ preventScroll: true });
  if (hidden) aloud(`${say("shown_again")} ${byId("aloud").textContent}`);
}

/** Leave the panel for where one came from; else for the results. */
function goBack() {
  const inside = byId("upper").contains(document.activeElement), { element: from } = cameFrom;
  leave();
  cameFrom.element = null;
  if (inside) (from?.isConnected && from.checkVisibility() ? from : byId("upper")).focus({ preventScroll: true });
}

function listenToSearch() {
  const field = byId("search");
  suggestIn(field, byId("suggestions"), { take: (actor) => openActor(actor, field) });
}
