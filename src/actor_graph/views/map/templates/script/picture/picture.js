/* The picture: regions, ties, marks, names, drawn against ctx alone, in pixels. */

const EDGE = 1.4;
const NOBODY = new Set();

const ringed = (actor) => topDogs.has(actor) && !takenOut(actor);

/** Those who lose contact while central actors are taken out. */
function lost() {
  return state.without ? departure().lost : NOBODY;
}

/** Draw everything. ctx is scaled so that its unit is `scale` pixels. */
function drawPicture(ctx, scale) {
  const small = camera.small();
  ctx.save();
  ctx.scale(1 / scale, 1 / scale);
  drawRegions(ctx, scale);
  drawTies(ctx, scale);
  drawSupposedTies(ctx, scale);
  drawMarks(ctx, scale);
  drawSupposedMarks(ctx, scale);
  drawInvitedMarks(ctx, scale);
  const { ofRegions, ofActors } = namesNow(ctx, scale, small);
  drawRegionNames(ctx, ofRegions);
  drawLabels(ctx, scale, ofActors);
  const pointed = state.hovered ?? state.focused;
  if (pointed !== null && pointed !== state.selected && onMap.has(pointed)) drawTip(ctx, scale, pointed);
  ctx.restore();
}

/** Whether a box in the units of ctx can be seen on its canvas: what lies outside is not drawn. A ctx that is no canvas sees everything. */
function sight(ctx) {
  if (!ctx.getTransform || !ctx.canvas) return () => true;
  const { a, d, e, f } = ctx.getTransform(), { width, height } = ctx.canvas;
  const left = -e / a, top = -f / d, right = (width - e) / a, bottom = (height - f) / d;
  return (x0, y0, x1, y1) => x1 >= left && x0 <= right && y1 >= top && y0 <= bottom;
}

/** The actors on the map, the least important first, so that the others stand above them. */
const fromLeast = byImportance.filter((actor) => onMap.has(actor)).reverse();

function drawMarks(ctx, scale) {
  const selected = chosen(), light = spotlight(), inSight = sight(ctx);
  ctx.setLineDash([]);
  for (const actor of fromLeast) {
    const x = at[actor].x * scale, y = at[actor].y * scale, reach = radius[actor] * scale * 2 + 16;
    if (!actorShown(actor) || !inSight(x - reach, y - reach, x + reach, y + reach)) continue;
    ctx.globalAlpha = light && !light.actors.has(actor) ? 0.2 : 1;
    if (takenOut(actor)) drawGhost(ctx, scale, actor);
    else drawMark(ctx, scale, actor);
    ctx.globalAlpha = 1;
  }
  if (selected !== null) drawCircle(ctx, scale, selected, 10, 3, paint.accent);
  if (light?.way) drawCircle(ctx, scale, state.wayTo, ringed(state.wayTo) ? 11 : 5, 2, paint.accent);
  if (state.focused !== null && onMap.has(state.focused) && state.focused !== state.selected)
    drawCircle(ctx, scale, state.focused, ringed(state.focused) ? 11 : 4, 2, paint.accent);
}

const screenRadius = (actor, scale) => Math.max(radius[actor] * scale, 1.6);

function drawMark(ctx, scale, actor) {
  const x = at[actor].x * scale, y = at[actor].y * scale, r = screenRadius(actor, scale), kind = paint[colorOf(actor)];
  if (lost().has(actor)) drawDisc(ctx, x, y, r + 6);
  if (ringed(actor)) drawRing(ctx, scale, actor, x, y, r);
  ctx.beginPath();
  outline(ctx, shapeOf(actor), x, y, r);
  if (actors[actor].status === "unknown") {
    ctx.fillStyle = paint.map;
    ctx.fill();
    ctx.lineWidth = 1.7;
    ctx.strokeStyle = kind;
    ctx.stroke();
    return;
  }
  ctx.lineJoin = "miter";
  ctx.lineWidth = actor === state.hovered ? 4 : r < 3 ? 0 : 2 * EDGE;
  ctx.strokeStyle = actor === state.hovered ? paint.ink : paint.map;
  if (ctx.lineWidth && r >= 3) ctx.stroke();
  ctx.fillStyle = kind;
  ctx.fill();
}

/** The signal: this actor stands outside. */
function drawDisc(ctx, x, y, r) {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
  ctx.fillStyle = paint.signal;
  ctx.fill();
  ctx.lineWidth = 1.4;
  ctx.strokeStyle = paint["signal-edge"];
  ctx.stroke();
}

/** A ring marks position, not merit: dashed where it could be chance, a square frame for a hub by mandate. */
function drawRing(ctx, scale, actor, x, y, r) {
  const reach = ringReach(shapeOf(actor), r, actors[actor].mandate);
  ctx.beginPath();
  if (actors[actor].mandate) ctx.rect(x - reach, y - reach, 2 * reach, 2 * reach);
  else ctx.arc(x, y, reach, 0, 2 * Math.PI);
  ctx.fillStyle = paint.map;
  ctx.fill();
  ctx.lineWidth = 2;
  ctx.strokeStyle = paint.ink;
  ctx.setLineDash(topDogs.get(actor).clear ? [] : [4, 3]);
  ctx.stroke();
  ctx.setLineDash([]);
}

function drawCircle(ctx, scale, actor, gap, width, color) {
  ctx.beginPath();
  ctx.arc(at[actor].x * scale, at[actor].y * scale, screenRadius(actor, scale) + gap, 0, 2 * Math.PI);
  ctx.lineWidth = width;
  ctx.strokeStyle = color;
  ctx.stroke();
}

/** Where a central actor was: an open, dashed circle with a cross. */
function drawGhost(ctx, scale, actor) {
  drawCross(ctx, at[actor].x * scale, at[actor].y * scale, screenRadius(actor, scale));
}

function drawCross(ctx, x, y, r) {
  const arm = Math.min(r / 2, 7);
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
  ctx.fillStyle = paint.map;
  ctx.fill();
  ctx.lineWidth = 1.4;
  ctx.strokeStyle = paint["ink-2"];
  ctx.setLineDash([3, 3]);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.beginPath();
  for (const side of [-1, 1]) { ctx.moveTo(x - arm, y - side * arm); ctx.lineTo(x + arm, y + side * arm); }
  ctx.stroke();
}
