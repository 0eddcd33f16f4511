/* What is only supposed: the page then shows a thought experiment, and says so in its title, banner, files and prints. */

const supposed = page.supposed ?? null;
const supposedTold = () => supposed.told[state.language];
/** A title that can't be taken for one of the landscape as it is. */
const asSupposed = (title) => (supposed ? `${supposedTold().short}: ${title}` : title);
const BADGE = 4.5;

function lineOf(ctx, from, to, scale) {
  ctx.beginPath();
  ctx.moveTo(at[from].x * scale, at[from].y * scale);
  ctx.lineTo(at[to].x * scale, at[to].y * scale);
  ctx.stroke();
}

/** Ties that there would be, in the accent color; those that there would not, dotted; where an actor was, a cross. */
function drawSupposedTies(ctx, scale) {
  if (!supposed) return;
  const there = ([from, to]) => onMap.has(from) && onMap.has(to) && actorShown(from) && actorShown(to) && !takenOut(from) && !takenOut(to);
  const light = spotlight();
  ctx.globalAlpha = light ? 0.4 : 1;
  ctx.lineCap = "butt";
  Object.assign(ctx, { strokeStyle: paint["ink-2"], lineWidth: 1.6 });
  ctx.setLineDash([1.6, 4]);
  for (const [from, to] of supposed.removed.filter(there)) lineOf(ctx, from, to, scale);
  ctx.setLineDash([]);
  Object.assign(ctx, { strokeStyle: paint.accent, lineWidth: 2.6 });
  for (const [from, to] of supposed.added.filter(there)) lineOf(ctx, from, to, scale);
  for (const [x, y, r] of supposed.gone) drawCross(ctx, x * scale, y * scale, Math.max(r * scale, 1.6));
  ctx.globalAlpha = 1;
}

/** A dot beside the marks of those whose standing would be another. */
function drawSupposedMarks(ctx, scale) {
  for (const actor of supposed?.changed ?? []) {
    if (!onMap.has(actor) || !actorShown(actor) || takenOut(actor)) continue;
    const away = (screenRadius(actor, scale) + 2) * Math.SQRT1_2;
    drawBadge(ctx, at[actor].x * scale + away, at[actor].y * scale - away);
  }
}

function drawBadge(ctx, x, y) {
  ctx.beginPath();
  ctx.arc(x, y, BADGE, 0, 2 * Math.PI);
  Object.assign(ctx, { fillStyle: paint.accent, strokeStyle: paint.map, lineWidth: 1.4 });
  ctx.fill();
  ctx.stroke();
}

/** What the signs of the thought experiment mean, those that there are. */
const supposedSigns = () => (supposed ? ["added", "removed", "gone", "changed"].filter((key) => supposed[key].length) : []);
const supposedKeys = () => supposedSigns().map((key) => element("li", { class: `supposed-${key}` },
  element("span", { class: key === "gone" ? "ghost" : "sign" }), supposedTold().keys[key]));

/** The same on paper. */
const supposedRows = () => supposedSigns().map((key) => ({ text: supposedTold().keys[key], sign: key === "gone" ? ghostSign : key === "changed" ? drawBadge : (ctx, x, y) => {
  Object.assign(ctx, { strokeStyle: key === "added" ? paint.accent : paint["ink-2"], lineWidth: key === "added" ? 2.6 : 1.6 });
  ctx.setLineDash(key === "added" ? [] : [1.6, 4]);
  ctx.beginPath();
  ctx.moveTo(x - 15, y);
  ctx.lineTo(x + 15, y);
  ctx.stroke();
  ctx.setLineDash([]);
} }));
