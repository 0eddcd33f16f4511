/* The circles as soft regions: a neutral ground, a name, and a bar that shows which kinds they are made of. */

const PAD = 20;
const at = actors.map(({ x, y }) => ({ x, y }));
const radius = page.picture.radius;

/** Convex hull of points, clockwise on the screen. */
function hull(points) {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const turn = (o, a, b) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
  const half = (list) => list.reduce((chain, point) => {
    while (chain.length > 1 && turn(chain.at(-2), chain.at(-1), point) <= 0) chain.pop();
    return [...chain, point];
  }, []).slice(0, -1);
  return [...half(sorted), ...half(sorted.reverse())];
}

/** The outline of a region: as Python drew it, or around its marks where one was dragged. */
function regionOutline(region) {
  if (!state.moved) return region.hull;
  return hull(region.members.flatMap((actor) => Array.from({ length: 16 }, (_, k) => [
    at[actor].x + radius[actor] * Math.cos((k * Math.PI) / 8), at[actor].y + radius[actor] * Math.sin((k * Math.PI) / 8)])));
}

const circleOf = (region) => circles.find((circle) => circle.cluster === region.circle);

function drawRegions(ctx, scale) {
  for (const region of page.picture.regions) {
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

/** What stands above a region: letter, name, composition. On small screens the letter alone. */
function regionWords(region, small) {
  const circle = circleOf(region), letter = letterOf(region.circle);
  if (small || !circle) return { bold: letter, plain: "" };
  const name = circleName(circle);
  return { bold: name ? `${letter} \u2068${name}\u2069` : letter, plain: circle.composition ? say(circle.composition) : "" };
}

/** Where the names of the regions stand: [{region, x, y, width, …}], y the lower edge of the bar, in pixels. */
function regionNames(ctx, scale, small) {
  return page.picture.regions.map((region) => {
    const words = regionWords(region, small);
    ctx.font = `bold 12px ${paint.font}`;
    const boldWidth = ctx.measureText(words.bold).width;
    ctx.font = `12px ${paint.font}`;
    const plainWidth = words.plain ? ctx.measureText(words.plain).width + 6 : 0;
    const [left, top, boxWidth, boxHeight] = region.box, below = top > region.hull[0][1];
    const width = small ? 56 : Math.max(Math.min(boldWidth + plainWidth, boxWidth * Math.max(scale, page.picture.zoom)), 56);
    return { region, ...words, ...fitted(ctx, words.bold, boldWidth, width - plainWidth), width,
      x: (left + boxWidth / 2) * scale - width / 2, y: below ? top * scale + 22 : (top + boxHeight) * scale };
  });
}

/** A text that is a little too wide is squeezed, one that is much too wide is cut. */
function fitted(ctx, text, natural, room) {
  if (natural <= room / 0.88) return { bold: text, boldWidth: Math.min(natural, room) };
  ctx.font = `bold 12px ${paint.font}`;
  const letters = [...text], wide = (shorter) => ctx.measureText(shorter).width;
  while (letters.length > 1 && wide(`${letters.join("").trimEnd()}…`) > room) letters.pop();
  const cut = letters.length < 9 ? text.split(" ")[0] : `${letters.join("").trimEnd()}…`;
  return { bold: cut, boldWidth: Math.min(wide(cut), room) };
}

function drawRegionNames(ctx, names) {
  for (const { region, bold, plain, boldWidth, width, x, y } of names) {
    ctx.textAlign = "left";
    ctx.textBaseline = "alphabetic";
    ctx.direction = "ltr";
    const start = plain || width > 60 ? x : x + (width - boldWidth) / 2;
    haloText(ctx, bold, start, y - 8, { font: `bold 12px ${paint.font}`, color: paint["ink-2"], halo: paint.map, most: boldWidth });
    if (plain) haloText(ctx, plain, x + boldWidth + 6, y - 8, { font: `12px ${paint.font}`, color: paint["ink-2"], halo: paint.map });
    drawKindBar(ctx, circleOf(region), x, y - 4, width);
  }
}

function drawKindBar(ctx, circle, x, y, width) {
  const counts = kindCounts(circle), total = counts.reduce((sum, [count]) => sum + count, 0);
  let left = x;
  for (const [count, kind] of counts) {
    const length = (width * count) / total;
    ctx.fillStyle = paint.kinds[kind];
    ctx.fillRect(left, y, Math.max(length - 1, 0.5), 4);
    left += length;
  }
}

/** The kinds in a circle, most frequent first: [[count, kind], …]. */
function kindCounts(circle) {
  const counts = Object.entries(circle?.types ?? {}).filter(([, count]) => count).map(([key, count]) => [count, kindPlace.get(key)]);
  return counts.filter(([, kind]) => kind !== undefined).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
}
