/* What lies under a point of the map: an actor, else the ground or the name of a circle. */

/** A click on the map: the actor there, else the circle whose name or ground is there, else nothing is chosen. */
function clickOnMap(point) {
  const actor = camera.actorAt(point), region = actor === null ? regionAt(point) : null;
  if (actor === null && region && toldCircle(region.circle)) openCircle(region.circle, byId("picture"));
  else select(actor);
}

/** The region under a point of the screen, its name included. */
function regionAt(point) {
  const { x, y } = camera.network.DOMtoCanvas(point), scale = camera.network.getScale(), [u, v] = [x * scale, y * scale];
  const named = namesDrawn.find((name) => u >= name.x - 4 && u <= name.x + name.width + 4 && v >= name.y - 26 && v <= name.y + 4);
  return named?.region ?? shownRegions().find((region) => within(regionOutline(region), x, y)) ?? null;
}

/** The box around each outline: left, top, right, bottom. */
const boxesAround = new WeakMap();
function boxAround(corners) {
  if (!boxesAround.has(corners)) {
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    boxesAround.set(corners, [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
  }
  return boxesAround.get(corners);
}

/** Is a point inside a convex outline or less than the pad from it? */
function within(corners, x, y) {
  if (corners.length < 3) return false;
  const [left, top, right, bottom] = boxAround(corners);
  if (x < left - PAD || x > right + PAD || y < top - PAD || y > bottom + PAD) return false;
  const edges = corners.map(([px, py], k) => ({ px, py, dx: corners[(k + 1) % corners.length][0] - px, dy: corners[(k + 1) % corners.length][1] - py }));
  const turns = edges.map(({ px, py, dx, dy }) => Math.sign(dx * (y - py) - dy * (x - px)));
  if (turns.every((turn) => turn >= 0) || turns.every((turn) => turn <= 0)) return true;
  return edges.some(({ px, py, dx, dy }) => {
    const along = Math.min(Math.max(((x - px) * dx + (y - py) * dy) / (dx * dx + dy * dy || 1), 0), 1);
    return Math.hypot(px + along * dx - x, py + along * dy - y) <= PAD;
  });
}
