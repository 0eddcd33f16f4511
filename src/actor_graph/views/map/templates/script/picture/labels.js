/* The names on the map: 12 px on the screen at any zoom, none over another, left out by rank where there is no room. */

const LINE = 14.5;
const NAMES_FROM = 0.72;

/** Rectangles on a grid, so that an overlap is found without asking all of them. */
class Taken {
  constructor() { this.cells = new Map(); }
  add(box) {
    const right = Math.floor((box.x + box.w) / 64), bottom = Math.floor((box.y + box.h) / 64);
    for (let i = Math.floor(box.x / 64); i <= right; i += 1)
      for (let j = Math.floor(box.y / 64); j <= bottom; j += 1) {
        const cell = this.cells.get(i * 1e6 + j);
        if (cell) cell.push(box); else this.cells.set(i * 1e6 + j, [box]);
      }
  }
  /** Does a box overlap one that stands here, except those of `actor` and the marks of actors that may be covered? */
  hits(box, actor, mayCover = null) {
    const right = Math.floor((box.x + box.w) / 64), bottom = Math.floor((box.y + box.h) / 64);
    for (let i = Math.floor(box.x / 64); i <= right; i += 1)
      for (let j = Math.floor(box.y / 64); j <= bottom; j += 1)
        for (const other of this.cells.get(i * 1e6 + j) ?? [])
          if (other.actor !== actor && !(mayCover && other.mark && mayCover(other.actor))
            && box.x < other.x + other.w && other.x < box.x + box.w && box.y < other.y + other.h && other.y < box.y + box.h) return true;
    return false;
  }
}

/** Widths of texts, each measured once per font. */
const widths = new Map();
function widthOf(ctx, text, font) {
  if (!widths.has(font)) widths.set(font, new Map());
  const known = widths.get(font);
  let width = known.get(text);
  if (width === undefined) {
    ctx.font = font;
    width = ctx.measureText(text).width;
    known.set(text, width);
  }
  return width;
}

let labelCache = { key: null };
document.fonts?.addEventListener?.("loadingdone", () => { labelCache.key = null; widths.clear(); });

/** The names of regions and of actors as they fit at this zoom and in this state, found anew when one of these changes;
 *  of actors: [{actor, lines, x, y, w, h, align, …}] in pixels. */
function namesNow(ctx, scale, small) {
  const key = [scale, small, state.changes, camera.moves, ...Object.values(camera.frame(scale))].join();
  if (labelCache.key !== key) {
    const ofRegions = regionNames(ctx, scale, small);
    labelCache = { key, ofRegions, ofActors: placeLabels(ctx, scale, ofRegions) };
  }
  return labelCache;
}

/** On a phone names keep a little apart, and no small name covers a ring. */
const narrowSheet = () => smallScreen.matches;

function placeLabels(ctx, scale, names) {
  const taken = new Taken(), placed = [], air = narrowSheet() ? 3 : 0;
  for (const { x, y, width } of names) taken.add({ x, y: y - 22, w: width, h: 24 });
  for (const actor of onMap) if (actorShown(actor)) taken.add(markBox(actor, scale));
  const frame = camera.frame(scale), order = labelOrder(scale), rank = new Map(order.map((actor, place) => [actor, place]));
  for (const actor of firstOnes(order)) {
    const label = placeLabel(ctx, scale, actor, taken, frame);
    if (!label) continue;
    taken.add({ x: label.x - air, y: label.y - air, w: label.w + 2 * air, h: label.h + 2 * air, actor });
    placed.push(label);
  }
  return chosenShare(placed.sort((a, b) => rank.get(a.actor) - rank.get(b.actor)));
}

/** Whoever has to be named, then those whose place was found with all others in view, then whoever fits between them. */
const firstOnes = (order) => [...new Set([order.filter(mustShow), order.filter((actor) => page.picture.labels[actor]), order].flat())];

/** The share of the names that the reader wants, most important first; who has to be named always is. */
function chosenShare(placed) {
  const kept = Math.round(state.names * placed.length);
  return placed.filter(({ actor }, rank) => rank < kept || mustShow(actor));
}

/** Who is to be named, in order of importance. */
function labelOrder(scale) {
  const light = spotlight();
  if (light) return light.named.filter((actor) => onMap.has(actor) && actorShown(actor));
  if (farOff(scale)) return byImportance.filter((actor) => onMap.has(actor) && actorShown(actor)).slice(0, FEW);
  let others = [...removable.filter(takenOut), ...lost(), ...byImportance.filter((actor) => topDogs.has(actor))];
  if (scale >= NAMES_FROM && !bundled(scale)) others = [...others, ...byImportance];
  return [...new Set(others)].filter((actor) => onMap.has(actor) && actorShown(actor));
}

/** In the light of so many at most each has to be named. */
const LIT = 300;
const mustShow = (actor) => topDogs.has(actor) || lost().has(actor) || Boolean(spotlight()?.actors.size <= LIT && spotlight().actors.has(actor));

/** The whole map on a phone names these few alone: more would lie on the marks. */
const FEW = 3;
const farOff = (scale) => narrowSheet() && scale < NAMES_FROM;

/** Which marks a name may cover if there is no other room: from afar a central actor's those without a ring; on a phone one
 *  of the few its partners'; the name that was asked for those that are faint. Null: none. */
function coverable(actor, scale) {
  const quiet = (other) => !ringed(other) && !takenOut(other) && !lost().has(other), light = spotlight();
  if (light) return actor === state.selected || actor === state.wayTo ? (other) => !light.actors.has(other) : null;
  if (bundled(scale)) return topDogs.has(actor) ? quiet : null;
  return farOff(scale) ? (other) => quiet(other) && tiesOf[actor].some((end) => end.actor === other) : null;
}

/** The room a mark takes, its ring or signal disc included. */
function markBox(actor, scale) {
  const { x, y } = at[actor], r = screenRadius(actor, scale), [wide, up, down] = takenOut(actor) ? REACH.circle : REACH[shapeOf(actor)];
  const around = ringed(actor) ? ringReach(shapeOf(actor), r, actors[actor].mandate) + 1 : lost().has(actor) ? r + 6 : 0;
  const [w, above, below] = [wide, up, down].map((part) => Math.max(around, r * part));
  return { x: x * scale - w, y: y * scale - above, w: 2 * w, h: above + below, actor, mark: true };
}

/** Does a name lie on its own mark? The place that Python found may touch the edge. */
function onOwnMark(box, actor, scale, found) {
  const x = at[actor].x * scale, y = at[actor].y * scale;
  return Math.hypot(Math.max(box.x - x, 0, x - box.x - box.w), Math.max(box.y - y, 0, y - box.y - box.h)) < screenRadius(actor, scale) * (found ? 0.9 : 1) + (lost().has(actor) ? 6 : found ? 0 : 1);
}

function placeLabel(ctx, scale, actor, taken, frame) {
  const bold = topDogs.has(actor) || actor === state.selected, stored = page.picture.labels[actor];
  const text = measured(ctx, stored?.[0] ?? wrapped(actors[actor].name, bold ? 20 : 18), bold);
  const must = mustShow(actor), within = (box) => box.x >= frame.left && box.y >= frame.top && box.x + box.w <= frame.right && box.y + box.h <= frame.bottom;
  const first = stored && storedPlace(actor, scale, stored, text), covered = coverable(actor, scale), leads = must && !farOff(scale);
  const candidates = function* () { if (first) yield first; yield* sides(actor, scale, text, leads ? FAR : covered ? GAPS : NEAR); };
  const free = (mayCover) => {
    for (const box of candidates())
      if ((leads || mayCover || box === first || !box.leader) && within(box) && !taken.hits(box, actor, mayCover) && !onOwnMark(box, actor, scale, box === first)) return box;
    return null;
  };
  const fits = free(null) ?? (covered ? free(covered) : null);
  return fits && { ...fits, actor, bold, lines: text.lines, size: text.size };
}

function measured(ctx, lines, bold) {
  const size = bold ? 13 : 12, font = `${bold ? "bold " : ""}${size}px ${paint.font}`;
  return { lines, size, w: Math.max(...lines.map((line) => widthOf(ctx, line, font))), h: lines.length * LINE };
}

/** The place Python found, moved outward as the mark grows with the zoom; a name wider than its box is squeezed. */
function storedPlace(actor, scale, [, left, top, width, height, side, leader], text) {
  const x = Math.min(Math.max(0, left), left + width), y = Math.min(Math.max(0, top), top + height);
  const distance = Math.hypot(x, y) || 1, disc = lost().has(actor) ? 6 : 0;
  const shift = (radius[actor] * scale + disc - page.picture.radius[actor] * page.picture.zoom) / distance;
  const align = { start: "left", end: "right", middle: "center" }[side];
  const w = Math.min(text.w, width), inner = align === "left" ? 0 : align === "right" ? width - w : (width - w) / 2;
  return { x: at[actor].x * scale + left + inner + x * shift, y: at[actor].y * scale + top + (height - text.h) / 2 + y * shift, w, h: text.h, align, leader };
}

/** How far from its mark a name stands, in pixels; from the third on with a leader line. */
const NEAR = [3, 11], GAPS = [...NEAR, 20, 32], FAR = [...GAPS, 46, 62, 80, 100];

/** Eight sides, then the same further out. */
function* sides(actor, scale, { w, h }, gaps) {
  const { x, y } = at[actor], r = ringed(actor) ? ringReach(shapeOf(actor), screenRadius(actor, scale), actors[actor].mandate) : radius[actor] * scale + (lost().has(actor) ? 6 : 0);
  for (const gap of gaps) {
    const d = r + gap, e = 0.72 * d;
    for (const [dx, dy, align] of [[d, -h / 2, "left"], [-d - w, -h / 2, "right"], [-w / 2, d, "center"], [-w / 2, -d - h, "center"],
      [e, -e - h / 2, "left"], [e, e - h / 2, "left"], [-e - w, -e - h / 2, "right"], [-e - w, e - h / 2, "right"]])
      yield { x: x * scale + dx, y: y * scale + dy, w, h, align, leader: gap > 11 };
  }
}

function drawLabels(ctx, scale, placed) {
  const inSight = sight(ctx);
  for (const label of placed) {
    if (!label.leader && !inSight(label.x - 4, label.y - 4, label.x + label.w + 4, label.y + label.h + 4)) continue;
    const removed = takenOut(label.actor);
    if (label.leader) drawLeader(ctx, scale, label);
    const name = actors[label.actor].name, slant = removed && SLANTING.test(name) ? "italic " : "";
    ctx.textAlign = label.align;
    ctx.textBaseline = "middle";
    ctx.direction = direction(name);
    const x = label.align === "left" ? label.x : label.align === "right" ? label.x + label.w : label.x + label.w / 2;
    label.lines.forEach((line, k) => haloText(ctx, line, x, label.y + LINE * (k + 0.5), {
      font: `${slant}${label.bold && !removed ? "bold " : ""}${label.size}px ${paint.font}`,
      color: removed ? paint["ink-2"] : paint.ink, halo: paint.hull, most: label.w }));
  }
}

/** The full name of the actor under the pointer or in focus, on a ground of its own over everything. */
function drawTip(ctx, scale, actor) {
  const name = shown(actors[actor].name);
  ctx.font = `bold 12px ${paint.font}`;
  const w = widthOf(ctx, name, `bold 12px ${paint.font}`) + 12, x = at[actor].x * scale - w / 2, y = at[actor].y * scale - screenRadius(actor, scale) - 34;
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.rect(x, y, w, 22);
  ctx.fillStyle = paint.map;
  ctx.fill();
  ctx.lineWidth = 1;
  ctx.strokeStyle = paint.ink;
  ctx.stroke();
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.direction = direction(name);
  ctx.fillStyle = paint.ink;
  ctx.fillText(name, x + w / 2, y + 11.5);
}

function drawLeader(ctx, scale, { actor, x, y, w, h }) {
  const center = { x: at[actor].x * scale, y: at[actor].y * scale };
  const end = { x: Math.min(Math.max(center.x, x), x + w), y: Math.min(Math.max(center.y, y), y + h) };
  const length = Math.hypot(end.x - center.x, end.y - center.y), r = radius[actor] * scale / length;
  ctx.strokeStyle = paint.ink;
  ctx.lineWidth = 1;
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.moveTo(center.x + (end.x - center.x) * r, center.y + (end.y - center.y) * r);
  ctx.lineTo(end.x, end.y);
  ctx.stroke();
}

/** Text with a halo that keeps it readable over ties. */
function haloText(ctx, text, x, y, { font, color, halo, most }) {
  ctx.font = font;
  ctx.lineJoin = "round";
  ctx.lineWidth = 3.2;
  ctx.setLineDash([]);
  ctx.strokeStyle = halo;
  ctx.strokeText(text, x, y, most);
  ctx.fillStyle = color;
  ctx.fillText(text, x, y, most);
}
