/* The ties: straight, under the marks, opaque; width by intensity, dashed where one side alone named them. */

/** In a large landscape ties between circles are bundles; nearer by, those within a circle are drawn one by one. */
const large = onMap.size > 600;
const tiesOnMap = ties.filter((tie) => onMap.has(tie.source) && onMap.has(tie.target));
const bundled = (scale) => large && scale < 1.5 * camera.whole() && spotlight() === null;

function drawTies(ctx, scale) {
  if (bundled(scale)) { drawBundles(ctx, scale); return; }
  const light = spotlight(), lit = chosen() ?? state.hovered, thin = Math.min(1, Math.max(scale, large ? 0.35 : 0.6));
  const touching = (tie) => tie.source === lit || tie.target === lit;
  const inLight = (tie) => (light ? light.ties.has(tie) : touching(tie));
  const inside = (tie) => !large || inLight(tie) || actors[tie.source].cluster === actors[tie.target].cluster;
  const inSight = sight(ctx), seen = (tie) => {
    const { x, y } = at[tie.source], { x: u, y: v } = at[tie.target];
    return inSight(Math.min(x, u) * scale - 9, Math.min(y, v) * scale - 9, Math.max(x, u) * scale + 9, Math.max(y, v) * scale + 9);
  };
  const drawable = tiesOnMap.filter((tie) => tieShown(tie) && inside(tie) && seen(tie));
  ctx.lineCap = "butt";
  for (const tie of drawable) if (!inLight(tie)) drawTie(ctx, scale, tie, thin, paint.tie, light ? 0.16 : 1);
  const bold = (tie) => (light?.way ? [3 / tieWidth(tie), paint.accent, 1] : [thin, paint.ink, light ? 0.8 : 1]);
  for (const tie of drawable) if (inLight(tie)) drawTie(ctx, scale, tie, ...bold(tie));
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

/** The ties between each two circles: [[from, to, number], …], counted anew when other ties are shown. */
const bundleCache = { shown: null, bundles: [] };
function bundles() {
  const { ties: shown } = shownNow();
  if (bundleCache.shown === shown) return bundleCache.bundles;
  const counts = new Map(), drawn = new Set(page.picture.regions.map((region) => region.circle));
  for (const tie of tiesOnMap) {
    const one = actors[tie.source].cluster, other = actors[tie.target].cluster;
    if (one === other || !drawn.has(one) || !drawn.has(other) || !shown[tie.place]) continue;
    const ends = Math.min(one, other) * 1e6 + Math.max(one, other);
    counts.set(ends, (counts.get(ends) ?? 0) + 1);
  }
  const found = [...counts].map(([ends, count]) => [Math.floor(ends / 1e6), ends % 1e6, count]);
  return Object.assign(bundleCache, { shown, bundles: found }).bundles;
}

/** One line per pair of circles, its width by the number of ties. */
function drawBundles(ctx, scale) {
  const middle = new Map(page.picture.regions.map((region) => [region.circle, centroid(regionOutline(region))]));
  const most = Math.max(1, ...bundles().map(([, , count]) => count));
  ctx.strokeStyle = paint.tie;
  for (const [one, other, count] of bundles()) {
    const from = middle.get(one), to = middle.get(other);
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
