/* The camera over the picture: vis-network moves, zooms and drags; the picture itself is drawn by drawPicture. */

const camera = { network: null, untouched: true, moves: 0, fitted: 1 };
const smallScreen = matchMedia("(max-width: 719px)");

/** Whether there is little room for names. */
camera.small = () => smallScreen.matches;

/** The zoom at which the whole map is seen. */
camera.whole = () => camera.fitted;

camera.start = () => {
  const nothing = { drawNode() {}, nodeDimensions: { width: 0, height: 0 } };
  const nodes = [...onMap].map((id) => ({
    id, x: at[id].x, y: at[id].y, shape: "custom",
    ctxRenderer: () => ({ ...nothing, nodeDimensions: { width: 2 * radius[id], height: 2 * radius[id] } }),
  }));
  camera.network = new vis.Network(byId("canvas"), { nodes, edges: [] }, {
    physics: false,
    layout: { improvedLayout: false },
    edges: { smooth: false },
    interaction: { hover: false, keyboard: false, selectConnectedEdges: false, tooltipDelay: 1e9, zoomSpeed: 0.6 },
  });
  camera.network.on("beforeDrawing", (ctx) => drawPicture(ctx, camera.network.getScale()));
  camera.listen();
  camera.fit();
};

camera.listen = () => {
  const { network } = camera, box = byId("picture");
  network.on("click", ({ pointer }) => clickOnMap(pointer.DOM));
  network.on("dragStart", ({ nodes }) => { camera.dragged = nodes[0] ?? null; if (!nodes.length) camera.untouched = false; });
  network.on("dragging", ({ nodes }) => camera.follow(nodes));
  network.on("dragEnd", ({ nodes }) => { camera.follow(nodes); network.unselectAll(); camera.atRest(); });
  network.on("zoom", () => { camera.untouched = false; camera.atRest(); });
  network.on("resize", () => { if (camera.untouched || camera.unseen) camera.fit(); if (camera.unseen) camera.recall(); camera.unseen = false; });
  box.addEventListener("mousemove", (event) => {
    const found = camera.actorAt(camera.point(event), 2);
    if (found !== state.hovered) change({ hovered: found });
    box.style.cursor = found === null ? "" : "pointer";
  });
  box.addEventListener("mouseleave", () => { if (state.hovered !== null) change({ hovered: null }); });
  box.addEventListener("wheel", (event) => { if (smallScreen.matches && !event.ctrlKey) event.stopPropagation(); }, { capture: true });
  for (const inner of box.querySelectorAll("[tabindex]")) inner.tabIndex = -1;
};

/** A dragged mark stays where it was put. */
camera.follow = (nodes) => {
  if (!nodes.length) return;
  for (const actor of nodes) {
    Object.assign(at[actor], camera.network.getPosition(actor));
    forgetOutline(actor);
  }
  camera.moves += 1;
  if (!state.moved) change({ moved: true });
};

camera.resetPlaces = () => {
  for (const actor of onMap) {
    Object.assign(at[actor], { x: actors[actor].x, y: actors[actor].y });
    camera.network.moveNode(actor, at[actor].x, at[actor].y);
    forgetOutline(actor);
  }
  camera.moves += 1;
  change({ moved: false });
};

camera.point = ({ clientX, clientY }) => {
  const { left, top } = byId("canvas").getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
};

/** The actor under a point of the screen, or the nearest within reach (a fingertip's by default); null for none. */
camera.actorAt = (point, reach = smallScreen.matches ? 20 : 6) => {
  const { x, y } = camera.network.DOMtoCanvas(point), scale = camera.network.getScale();
  let best = null, least = reach / scale;
  for (const actor of onMap) {
    if (!actorShown(actor)) continue;
    const away = Math.hypot(at[actor].x - x, at[actor].y - y) - radius[actor];
    if (away <= least) [best, least] = [actor, away];
  }
  return best;
};

/** What has to be seen: the sheet as Python laid it out; on a small screen the regions with their letters. */
camera.bounds = () => {
  if (!smallScreen.matches || !page.picture.regions.length) return page.picture.bounds;
  const points = page.picture.regions.flatMap((region) => regionOutline(region));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs) - PAD, Math.min(...ys) - 3.2 * PAD, Math.max(...xs) + PAD, Math.max(...ys) + PAD];
};

/** The whole map in the window. */
camera.fit = () => {
  if (!camera.network) return;
  const [left, top, right, bottom] = camera.bounds();
  const { clientWidth, clientHeight } = byId("canvas"), edge = smallScreen.matches ? 6 : 0;
  const scale = Math.min((clientWidth - 2 * edge) / Math.max(right - left, 1), (clientHeight - 2 * edge) / Math.max(bottom - top, 1));
  camera.fitted = Math.min(Math.max(scale, 0.02), 1.8);
  camera.untouched = true;
  camera.network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: camera.fitted, animation: false });
  camera.atRest();
};

/** A gesture has ended: the address takes the view, once the wheel has stopped for a moment. */
camera.atRest = () => {
  clearTimeout(camera.resting);
  camera.resting = setTimeout(writeHash, 200);
};

/** Where the window stands, as the address has it: "x,y,zoom"; null where the whole map is seen. */
camera.place = () => {
  if (!camera.network || camera.untouched) return camera.network ? null : camera.wanted ?? null;
  const { x, y } = camera.network.getViewPosition();
  return [x.toFixed(1), y.toFixed(1), (camera.network.getScale() / camera.fitted).toFixed(3)].join();
};

camera.wanted = null;
remember("window", () => camera.place(), (text) => { camera.wanted = text; });

/** Go where the address says, so that a part of the map is seen; the whole map where it says nothing, or nothing that can be meant. */
camera.recall = () => {
  const [x, y, zoom] = (camera.wanted ?? "").split(",").map(Number);
  if (!Number.isFinite(x + y + zoom) || zoom <= 0) { camera.fit(); return; }
  const [left, top, right, bottom] = camera.bounds(), { clientWidth, clientHeight } = byId("canvas");
  const scale = Math.min(Math.max(zoom * camera.fitted, camera.fitted / 2), 12);
  const within = (value, from, to, side) => Math.min(Math.max(value, from - side / scale / 4), to + side / scale / 4);
  camera.untouched = false;
  camera.network.moveTo({ position: { x: within(x, left, right, clientWidth), y: within(y, top, bottom, clientHeight) }, scale, animation: false });
};

/** The edges of what the window shows of the whole map, in pixels at a zoom: names stay inside. */
camera.frame = (scale) => {
  const [left, top, right, bottom] = camera.bounds(), { clientWidth, clientHeight } = byId("canvas");
  const [x, y] = [(left + right) / 2, (top + bottom) / 2].map((middle) => middle * scale);
  const [w, h] = [clientWidth, clientHeight].map((side) => ((side / 2) * Math.max(scale, camera.fitted)) / camera.fitted - 3);
  return { left: x - w, right: x + w, top: y - h + (smallScreen.matches ? 0 : 40), bottom: y + h };
};

/** Larger or smaller, around an actor, which stays where it is in the window, else around the middle. */
camera.zoom = (factor, actor = null) => {
  if (!camera.network) return;
  if (actor !== null) camera.show(actor);
  const before = camera.network.getScale(), scale = Math.min(Math.max(before * factor, camera.fitted / 2), 12);
  const middle = camera.network.getViewPosition(), kept = actor === null ? middle : at[actor], moved = (axis) => kept[axis] + ((middle[axis] - kept[axis]) * before) / scale;
  camera.untouched = false;
  camera.network.moveTo({ position: { x: moved("x"), y: moved("y") }, scale, animation: false });
  camera.atRest();
};

/** Does the window show an actor that is on the map? */
camera.sees = (actor) => {
  const { x, y } = camera.network.canvasToDOM(at[actor]), { clientWidth, clientHeight } = byId("canvas");
  return x > 30 && y > 30 && x < clientWidth - 30 && y < clientHeight - 30;
};

/** Bring an actor into view if it is outside. */
camera.show = (actor) => {
  if (!onMap.has(actor) || camera.sees(actor)) return;
  camera.untouched = false;
  camera.network.moveTo({ position: at[actor], animation: false });
  camera.atRest();
};

/** Draw anew; not while the table stands in the place of the map. */
camera.redraw = () => { if (state.view !== "table") camera.network?.redraw(); };
