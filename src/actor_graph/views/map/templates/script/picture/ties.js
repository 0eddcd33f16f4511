/* The ties: straight, under the marks, opaque; width by intensity, dashed where one side alone named them. */

/** In a large landscape ties between circles are bundles; nearer by, those within a circle are drawn one by one. */
const large = onMap.size > 600;
const bundled = (scale) => large && scale < 1.5 * camera.whole() && spotlight() === null;

function drawTies(ctx, scale) {
  if (bundled(scale)) { drawBundles(ctx, scale); return; }
  const light = spotlight(), lit = chosen() ?? state.hovered, thin = Math.min(1, Math.max(scale, large ? 0.35 : 0.6));
  const touching = (tie) => tie.source === lit || tie.target === lit;
  const inLight = (tie) => (light ? light.ties.has(tie) : touching(tie));
  const inside = (tie) => !large || inLight(tie) || actors[tie.source].cluster === actors[tie.target].cluster;
  const drawable = ties.filter((tie) => onMap.has(tie.source) && onMap.has(tie.target) && tieShown(tie) && inside(tie));
  ctx.lineCap = "butt";
  for (const tie of drawable) if (!inLight(tie)) drawTie(ctx, scale, tie, thin, paint.tie, light ? 0.16 : 1);
  for (const tie of drawable) if (inLight(tie)) drawTie(ctx, scale, tie, thin, paint.ink, light ? 0.8 : 1);
  ctx.globalAlpha = 1;
  ctx.setLineDash([]);
}

function drawTie(ctx, scale, tie, thin, color, alpha) {
  const width = tieWidth(tie) * thin;
  ctx.globalAlpha = alpha;
  ctx.strokeStyle = color;
  ctx.lineWidth = width;
  ctx.setLineDash(tieDash(tie, width));
  ctx.beginPath();
  ctx.moveTo(at[tie.source].x * scale, at[tie.source].y * scale);
  ctx.lineTo(at[tie.target].x * scale, at[tie.target].y * scale);
  ctx.stroke();
}

/** One line per pair of circles, its width by the number of ties. */
function drawBundles(ctx, scale) {
  const middle = new Map(page.picture.regions.map((region) => [region.circle, centroid(regionOutline(region))]));
  const counts = new Map();
  for (const tie of ties) {
    const ends = [actors[tie.source].cluster, actors[tie.target].cluster].sort((a, b) => a - b);
    if (ends[0] === ends[1] || !middle.has(ends[0]) || !middle.has(ends[1]) || !tieShown(tie)) continue;
    counts.set(ends.join(), (counts.get(ends.join()) ?? 0) + 1);
  }
  const most = Math.max(1, ...counts.values());
  ctx.strokeStyle = paint.tie;
  for (const [ends, count] of counts) {
    const [from, to] = ends.split(",").map((circle) => middle.get(Number(circle)));
    ctx.lineWidth = Math.max(0.9, 9 * (count / most));
    ctx.beginPath();
    ctx.moveTo(from[0] * scale, from[1] * scale);
    ctx.lineTo(to[0] * scale, to[1] * scale);
    ctx.stroke();
  }
}

function centroid(points) {
  const sum = points.reduce(([x, y], point) => [x + point[0], y + point[1]], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
}
