/* One sheet of A4 across: the map as the window shows it, and beside it all that a reader of the paper needs. */

const PAPER = { width: 1440, height: 1018, edge: 40, gap: 16, legend: 268, areas: 252 };

/** Draw the sheet on ctx, as large as that is. What is written small is 12 units high: 7 pt on paper. */
function drawPaper(ctx, width, height) {
  const { edge, gap } = PAPER, right = PAPER.width - edge;
  ctx.save();
  ctx.scale(width / PAPER.width, height / PAPER.height);
  onPaper(() => {
    ctx.fillStyle = paint.map;
    ctx.fillRect(0, 0, PAPER.width, PAPER.height);
    const top = drawPaperHead(ctx, edge, right) + gap, bottom = drawPaperFoot(ctx, edge, right) - gap, left = edge + PAPER.legend + gap;
    const middle = onMap.size ? drawPaperAreas(ctx, { x: left, y: top, w: right - left, h: bottom - top }, PAPER.areas) - gap : right;
    const frame = { x: left, y: top, w: Math.min(middle, right) - left, h: bottom - top };
    const scale = onMap.size ? drawPaperMap(ctx, frame) : drawPaperWithoutMap(ctx, frame);
    drawPaperLegend(ctx, { x: edge, y: top, w: PAPER.legend, h: bottom - top }, scale);
  });
  ctx.restore();
}

/** The page's colors are light meanwhile, nothing is pointed at, and names are placed for the sheet. */
function onPaper(draw) {
  const before = { paint, hovered: state.hovered, focused: state.focused, frame: camera.frame, whole: camera.whole, small: camera.small };
  paint = inLight(colors);
  Object.assign(state, { hovered: null, focused: null });
  labelCache.key = null;
  try { draw(); } finally {
    paint = before.paint;
    Object.assign(state, { hovered: before.hovered, focused: before.focused });
    Object.assign(camera, { frame: before.frame, whole: before.whole, small: before.small });
    labelCache.key = null;
  }
}

/** City, what this is, how many answered, and for whom it is; gives where it ends. */
function drawPaperHead(ctx, left, right) {
  const { landscape, network } = analysis, asOf = landscape.date ? say("as_of", { date: date(landscape.date) }) : null, rate = network.response_rate;
  const known = typeof rate === "number", answer = known
    ? [say("responses", { answered: Math.round(rate * network.actors), all: network.actors }), say("have_answered", { share: percent(rate) })].join(" ") : say("response_unknown");
  const room = right - left - textWidth(ctx, answer, {}) - 40;
  writeLine(ctx, cutOff(ctx, shown(byId("city").textContent), room, { size: 30, bold: true }), left, 64, { size: 30, bold: true });
  writeLine(ctx, [asSupposed(say("subtitle")), asOf].filter(Boolean).join(" · "), left, 88, { size: 15, color: paint["ink-2"] });
  writeLine(ctx, answer, right, 64, { align: "right", bold: known, color: known ? paint.ink : paint["ink-2"] });
  if (known) {
    const w = 190;
    ctx.fillStyle = paint["hull-line"];
    ctx.fillRect(right - w, 74, w, 9);
    ctx.fillStyle = paint["ink-2"];
    ctx.fillRect(right - w, 74, w * rate, 9);
  }
  const whose = say(`banner_${analysis.audience}`), told = linesOf(ctx, say("as_named"), right - left - textWidth(ctx, `${whose} · `, { bold: true }) - 24, {});
  const notes = paperNotes().flatMap((words) => linesOf(ctx, words, right - left - 24, { bold: true }, 3)), h = 18 * (told.length + notes.length);
  ctx.fillStyle = paint.hull;
  ctx.fillRect(left, 102, right - left, 10 + h);
  writeLine(ctx, whose, left + 12, 120, { bold: true });
  const after = left + 12 + textWidth(ctx, `${whose} `, { bold: true });
  told.forEach((line, k) => writeLine(ctx, k ? line : `· ${line}`, k ? left + 12 : after, 120 + 18 * k, { color: paint["ink-2"] }));
  notes.forEach((line, k) => writeLine(ctx, line, left + 12, 120 + 18 * (told.length + k), { bold: true }));
  return 112 + h;
}

/** With what this was drawn, and when it was asked; gives where it begins. */
function drawPaperFoot(ctx, left, right) {
  const y = PAPER.height - PAPER.edge, { landscape, settings } = analysis, look = { size: 12, color: paint["ink-2"] };
  const made = [`actor-graph ${settings.version}`, landscape.date ? say("as_of", { date: date(landscape.date) }) : null].filter(Boolean).join(" · ");
  hairline(ctx, left, y - 18, right - left, paint.ink);
  writeLine(ctx, made, right, y, { ...look, align: "right" });
  writeLine(ctx, cutOff(ctx, shown(landscape.place ?? ""), (right - left) / 2, look), left, y, look);
  return y - 18;
}

/** What the window shows of the map: the whole of it, moved marks included, or where the reader went. */
function seenNow() {
  const [left, top, right, bottom] = page.picture.bounds, { clientWidth, clientHeight } = byId("canvas");
  if (camera.network && !camera.untouched && clientWidth) {
    const { x, y } = camera.network.getViewPosition(), scale = camera.network.getScale();
    return { x, y, w: clientWidth / scale, h: clientHeight / scale };
  }
  const there = [...onMap], away = (pick, side) => there.map((actor) => pick(actor) + side * (radius[actor] + PAD));
  const [x0, x1] = [Math.min(left, ...away((actor) => at[actor].x, -1)), Math.max(right, ...away((actor) => at[actor].x, 1))];
  const [y0, y1] = [Math.min(top, ...away((actor) => at[actor].y, -1)), Math.max(bottom, ...away((actor) => at[actor].y, 1))];
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2, w: x1 - x0, h: y1 - y0 };
}

/** The map within its frame: the same middle and extent as in the window, names placed anew; gives its zoom. */
function drawPaperMap(ctx, { x, y, w, h }) {
  const seen = seenNow(), scale = Math.min(w / seen.w, h / seen.h, camera.untouched ? 2 : 12), [left, top, right, bottom] = page.picture.bounds;
  camera.small = () => false;
  camera.whole = () => Math.min(w / (right - left), h / (bottom - top), 2);
  camera.frame = () => ({ left: seen.x * scale - w / 2 + 3, right: seen.x * scale + w / 2 - 3, top: seen.y * scale - h / 2 + 3, bottom: seen.y * scale + h / 2 - 3 });
  ctx.save();
  ctx.beginPath();
  ctx.rect(x, y, w, h);
  ctx.clip();
  ctx.translate(x + w / 2 - seen.x * scale, y + h / 2 - seen.y * scale);
  ctx.scale(scale, scale);
  drawPicture(ctx, scale);
  ctx.restore();
  return scale;
}

/** Where there is no network: the sentence that the page has, and the areas across the sheet. */
function drawPaperWithoutMap(ctx, frame) {
  const words = linesOf(ctx, (sentenceOnMap() ?? []).map((part) => part.textContent ?? part).join(" ").trim(), frame.w, { size: 15 });
  const taken = writeLines(ctx, words, frame.x, frame.y, { size: 15 }) + (words.length ? 16 : 0);
  if (actors.length) drawPaperAreas(ctx, { ...frame, y: frame.y + taken, h: frame.h - taken }, frame.w);
  return 1;
}
