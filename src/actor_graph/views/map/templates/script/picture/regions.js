/* The circles as soft regions: a neutral ground, a name, and a bar that shows which kinds they are made of. */

const PAD = 20;
const at = actors.map(({ x, y }) => ({ x, y }));

/** Convex hull of points, clockwise on the screen. */
function hull(points) {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const turn = (o, a, b) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
  const half = (list) => list.reduce((chain, point) => {
    while (chain.length > 1 && turn(chain.at(-2), chain.at(-1), point) <= 0) chain.pop();
    chain.push(point);
    return chain;
  }, []).slice(0, -1);
  return [...half(sorted), ...half(sorted.reverse())];
}

/** How far a mark reaches as Python laid it out, with its corners or its ring. */
const REACHES = page.picture.radius.map((r, actor) => (topDogs.has(actor) ? r + 9 : 1.3 * r + 1));
const AROUND = Array.from({ length: 24 }, (_, k) => [Math.cos((k * Math.PI) / 12), Math.sin((k * Math.PI) / 12)]);

/** Who stands in a region: those of its circle who are on the map. */
const membersOf = new Map(page.picture.regions.map((region) => [region.circle, []]));
for (const actor of onMap) membersOf.get(actors[actor].cluster)?.push(actor);

/** The outline of a region: the hull around its marks, drawn anew when one of them was dragged. */
const outlines = new Map();
function regionOutline({ circle }) {
  if (!outlines.has(circle)) outlines.set(circle, hull(membersOf.get(circle).flatMap((actor) =>
    AROUND.map(([dx, dy]) => [at[actor].x + REACHES[actor] * dx, at[actor].y + REACHES[actor] * dy]))));
  return outlines.get(circle);
}

/** The outline of the region in which this actor stands is no longer what it was. */
function forgetOutline(actor) {
  for (const [circle, members] of membersOf) if (members.includes(actor)) outlines.delete(circle);
}

/** The regions that are drawn: those of whom somebody is shown. */
const shownRegions = () => page.picture.regions.filter(({ circle }) => membersOf.get(circle).some(actorShown));

const circleOf = (region) => circles.find((circle) => circle.cluster === region.circle);

function drawRegions(ctx, scale) {
  for (const region of shownRegions()) {
    const corners = regionOutline(region);
    if (corners.length < 3) continue;
    ctx.beginPath();
    corners.forEach(([x, y], k) => ctx[k ? "lineTo" : "moveTo"](x * scale, y * scale));
    ctx.closePath();
    ctx.lineJoin = "round";
    ctx.setLineDash([]);
    ctx.lineWidth = 2 * PAD * scale + 2;
    ctx.strokeStyle = paint["hull-line"];
    ctx.stroke();
    ctx.lineWidth = 2 * PAD * scale;
    ctx.strokeStyle = ctx.fillStyle = paint.hull;
    ctx.stroke();
    ctx.fill();
  }
}

/** What may stand above a region, fullest first: letter, name and composition (while the bar below shows the kinds); without the composition; the letter. */
function regionWords(region, small) {
  const circle = circleOf(region), letter = letterOf(region.circle);
  const name = small || !circle ? null : circleName(circle), word = circle?.composition && !oneKind && !small && state.color === "kind" ? say(circle.composition) : "";
  return { letter, name, word };
}

const LEAST_HEADING = 44;

/** Where the names of the regions stand: [{region, x, y, width, …}], y the lower edge of the bar, in pixels. */
function regionNames(ctx, scale, small) {
  const frame = camera.frame(scale);
  const headings = shownRegions().map((region) => {
    const [left, top, boxWidth, boxHeight] = region.box, below = top > regionOutline(region)[0][1];
    const room = small ? 56 : Math.max(boxWidth * Math.max(scale, page.picture.zoom), LEAST_HEADING);
    const written = fitted(ctx, regionWords(region, small), room);
    const width = small ? 56 : Math.max(written.width, LEAST_HEADING), middle = (left + boxWidth / 2) * scale;
    const kept = middle > frame.left && middle < frame.right ? Math.max(Math.min(middle - width / 2, frame.right - width), frame.left) : middle - width / 2;
    return { region, ...written, width, x: kept,
      y: below ? top * scale + 22 : (top + boxHeight) * scale };
  });
  return small || bundled(scale) ? headings : widened(ctx, scale, headings, frame);
}

/** Headings that say less than they could become wider than their region where nothing is in the way. */
function widened(ctx, scale, headings, frame) {
  const taken = new Taken();
  for (const actor of onMap) if (actorShown(actor)) taken.add(markBox(actor, scale));
  for (const [actor, [, left, top, w, h]] of Object.entries(page.picture.labels))
    if (actorShown(Number(actor))) taken.add({ x: at[actor].x * scale + left, y: at[actor].y * scale + top, w, h, actor });
  const boxOf = ({ x, y, width }) => ({ x: x - 6, y: y - 22, w: width + 12, h: 24 });
  const meets = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
  const free = (wide, own) => wide.x >= frame.left && wide.x + wide.width <= frame.right && !taken.hits(boxOf(wide), null)
    && !headings.some((other) => other !== own && other.region !== wide.region && meets(boxOf(wide), boxOf(other)))
    && !shownRegions().some((region) => region !== wide.region && Array.from({ length: 9 }, (_, k) => wide.x + (wide.width * k) / 8).some((x) =>
      [wide.y, wide.y - 20].some((y) => within(regionOutline(region), x / scale, y / scale))));
  headings.forEach((own, place) => {
    const words = regionWords(own.region, false), gap = words.word && !own.plain ? widthOf(ctx, words.word, `12px ${paint.font}`) + 6 : 0;
    const room = [fitted(ctx, words, Infinity), { ...own, plain: gap ? words.word : own.plain, width: own.boldWidth + gap }, fitted(ctx, { ...words, word: "" }, Infinity)];
    const wider = room.filter(({ width, plain }) => width > own.width + 1 && (plain || !own.plain)).flatMap((said) =>
      [own.x, own.x + (own.width - said.width) / 2, own.x + own.width - said.width].map((x) => ({ ...own, ...said, x })));
    headings[place] = wider.find((wide) => free(wide, own)) ?? own;
  });
  return headings;
}

/** The words as they fit: a little too wide is squeezed; then the composition goes, then letters of the name, never the first letter. */
function fitted(ctx, { letter, name, word }, room) {
  const bold = (text) => widthOf(ctx, text, `bold 12px ${paint.font}`);
  const heading = (text) => (text ? `${letter} \u2068${text}\u2069` : letter);
  const gap = word ? widthOf(ctx, word, `12px ${paint.font}`) + 6 : 0, whole = bold(heading(name));
  if (gap && 0.88 * whole + gap <= room) return squeezed(heading(name), word, whole, room - gap, gap);
  if (0.88 * whole <= room) return squeezed(heading(name), "", whole, room, 0);
  const letters = [...name ?? ""];
  while (letters.length && bold(heading(`${letters.join("").trimEnd()}…`)) > room) letters.pop();
  const short = heading(letters.length > 2 ? `${letters.join("").trimEnd()}…` : null);
  return squeezed(short, "", bold(short), room, 0);
}

function squeezed(bold, plain, natural, room, gap) {
  const boldWidth = Math.min(natural, room);
  return { bold, plain, boldWidth, width: boldWidth + gap };
}

let namesDrawn = [];

function drawRegionNames(ctx, names) {
  namesDrawn = names;
  for (const { region, bold, plain, boldWidth, width, x, y } of names) {
    ctx.textAlign = "left";
    ctx.textBaseline = "alphabetic";
    ctx.direction = "ltr";
    const start = plain || boldWidth > LEAST_HEADING ? x : x + (width - boldWidth) / 2;
    haloText(ctx, bold, start, y - 8, { font: `bold 12px ${paint.font}`, color: paint["ink-2"], halo: paint.map, most: boldWidth });
    if (plain) haloText(ctx, plain, x + boldWidth + 6, y - 8, { font: `12px ${paint.font}`, color: paint["ink-2"], halo: paint.map });
    drawKindBar(ctx, circleOf(region), x, y - 4, width);
  }
}

/** What a circle is made of, without those whom the filter hides. */
function shownParts(circle) {
  const parts = circleParts(circle), hidden = circle ? (membersOf.get(circle.cluster) ?? []).filter((actor) => !actorShown(actor)).map(colorOf) : [];
  if (!hidden.length) return parts;
  return parts.map(([count, color]) => [count - hidden.filter((one) => one === color).length, color]).filter(([count]) => count > 0);
}

function drawKindBar(ctx, circle, x, y, width) {
  const counts = shownParts(circle), total = counts.reduce((sum, [count]) => sum + count, 0);
  let left = x;
  for (const [count, color] of counts) {
    const length = (width * count) / total;
    ctx.fillStyle = paint[color];
    ctx.fillRect(left, y, Math.max(length - 1, 0.5), 4);
    left += length;
  }
}

/** The kinds in a circle as the analysis tells them or, where it tells fewer, as its members shown have them, most frequent
 *  first: [[count, kind], …]. What is not told is a rest of kind null; to the office all is told, its rest are those without a kind. */
function kindCounts(circle) {
  const found = new Map();
  for (const id of office || !circle ? [] : circle.members) found.set(kindOf[placeOf.get(id)], (found.get(kindOf[placeOf.get(id)]) ?? 0) + 1);
  for (const [key, count] of Object.entries(circle?.types ?? {})) if (count && kindPlace.has(key)) found.set(kindPlace.get(key), count);
  if (!found.size) return [];
  const told = [...found].map(([kind, count]) => [count, kind]).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  const rest = (circle.actors ?? 0) - told.reduce((sum, [count]) => sum + count, 0);
  return [...told, ...(rest > 0 ? [[rest, office ? kindPlace.get(null) ?? null : null]] : [])];
}
