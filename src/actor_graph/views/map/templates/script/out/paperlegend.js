/* The legend on paper: kinds, marks, lines and sizes as they are drawn there, what is hidden, and who counts as an actor. */

const PAPER_ROW = 21;

function drawPaperLegend(ctx, box, zoom) {
  let y = box.y;
  const parts = [paperColors(), paperKinds(), paperMarks(), paperTies()].filter(({ rows }) => rows.length);
  for (const { title, rows } of parts) {
    if (title) { writeLine(ctx, title, box.x, y + 14, { bold: true }); y += 24; }
    for (const row of rows) y += paperRow(ctx, row, box.x, y, box.w);
    y += 10;
  }
  if (onMap.size) y += drawPaperSizes(ctx, box.x, y, zoom);
  y += drawPaperHidden(ctx, box.x, y, box.w);
  drawPaperBoundary(ctx, { ...box, y, h: box.y + box.h - y });
}

/** A row: sign, words in up to two lines, count. */
function paperRow(ctx, { sign, text, count }, x, y, w) {
  const number = count === undefined ? "" : count, room = w - 46 - textWidth(ctx, number, {});
  const lines = linesOf(ctx, text, room, {}, 2), middle = y + PAPER_ROW / 2;
  sign?.(ctx, x + 15, middle);
  lines.forEach((line, k) => writeLine(ctx, line, x + 36, middle + 4.5 + 16 * k));
  if (number) writeLine(ctx, number, x + w, middle + 4.5, { align: "right", color: paint["ink-2"] });
  return PAPER_ROW + 16 * (lines.length - 1);
}

const shownOf = ([some, of]) => (some === of ? number(of) : say("responses", { answered: number(some), all: number(of) }));
const markSign = (shape, color) => (ctx, x, y) => paperMark(ctx, shape, color(), x, y, { r: 6.5 });

/** What marks are colored by, where that is not the kind. */
const paperColors = () => ({ title: state.color === "kind" ? null : say("color_is", { what: colorName(state.color) }), rows: colorEntries().map(({ text, color, shape, count }) =>
  ({ sign: shape ? markSign(shape, () => paint[color]) : swatchSign(() => paint[color]), text, count: shownOf(count) })) });
const swatchSign = (color) => (ctx, x, y) => {
  ctx.beginPath();
  ctx.rect(x - 7, y - 6, 14, 12);
  ctx.fillStyle = color();
  ctx.fill();
};
/** The sign of a kind, as far as marks show it: color and shape, the shape alone, or nothing. */
const kindMark = (kind) => (kindSigns() ? markSign(page.kinds[kind].shape, () => (kindSigns() === "color" ? paint.kinds[kind] : paint["ink-2"])) : () => {});

/** The kinds, those that share one look in one row. */
function paperKinds() {
  if (!typed) return { rows: [] };
  const counts = facetCounts("kind"), there = facetValues("kind"), own = page.kinds.length > OWN_ROWS + 1 ? there.filter((kind) => page.kinds[kind].key === null || page.kinds[kind].shape !== "pill") : there;
  const rest = there.filter((kind) => !own.includes(kind)), both = rest.map((kind) => counts.get(kind)).reduce(([a, b], [some, of]) => [a + some, b + of], [0, 0]);
  const rows = own.map((kind) => ({ sign: kindMark(kind), text: kindLabel(page.kinds[kind]), count: shownOf(counts.get(kind)) }));
  if (rest.length) rows.push({ sign: kindMark(rest[0]), text: say("further_kinds", { n: rest.length }), count: shownOf(both) });
  return { title: say("kinds"), rows };
}

/** What marks mean beyond their kind: rings, and what the thought experiment shows. */
function paperMarks() {
  const top = [...topDogs].filter(([actor]) => !takenOut(actor)), rows = [], add = (key, found, look) => { if (found.length) rows.push({ sign: ringSign(look), text: say(key), count: number(found.length) }); };
  add("central_actor", top.filter(([actor, { clear }]) => clear && !actors[actor].mandate), {});
  add("central_perhaps", top.filter(([actor, { clear }]) => !clear && !actors[actor].mandate), { dashed: true });
  add("hub_by_mandate", top.filter(([actor]) => actors[actor].mandate), { mandate: true });
  rows.push(...invitedRows(), ...supposedRows());
  if (state.without) rows.push({ sign: (ctx, x, y) => drawDisc(ctx, x, y, 7), text: say("key_lost", { n: lost().size }) },
    { sign: ghostSign, text: say("key_removed", { n: removable.filter(takenOut).length }) });
  return { title: null, rows };
}

const ringSign = ({ dashed = false, mandate = false }) => (ctx, x, y) => {
  ctx.beginPath();
  if (mandate) ctx.rect(x - 7, y - 7, 14, 14); else ctx.arc(x, y, 7.5, 0, 2 * Math.PI);
  ctx.lineWidth = 1.8;
  ctx.strokeStyle = paint.ink;
  ctx.setLineDash(dashed ? [4, 3] : []);
  ctx.stroke();
  paperMark(ctx, "circle", paint["ink-2"], x, y, { r: 3.8 });
};

function ghostSign(ctx, x, y) {
  ctx.beginPath();
  ctx.arc(x, y, 7, 0, 2 * Math.PI);
  ctx.lineWidth = 1.4;
  ctx.strokeStyle = paint["ink-2"];
  ctx.setLineDash([3, 3]);
  ctx.stroke();
  ctx.setLineDash([]);
}

const lineSign = (tie) => (ctx, x, y) => {
  ctx.beginPath();
  ctx.moveTo(x - 15, y);
  ctx.lineTo(x + 15, y);
  ctx.lineCap = "butt";
  ctx.lineWidth = tieWidth(tie);
  ctx.strokeStyle = paint.tie;
  ctx.setLineDash(tieDash(tie, ctx.lineWidth));
  ctx.stroke();
  ctx.setLineDash([]);
};

const strengthKey = (value) => value.slice("intensity:".length) || null;
const strengthWord = (value) => (value === "not-counting" ? say("not_counting")
  : strengthKey(value) ? intensityLabel(strengthKey(value)) : say(page.scale.length ? "intensity_none" : "tie"));

/** The lines, with how many of each there are among those that are shown. */
function paperTies() {
  if (!ties.length) return { rows: [] };
  const strengths = facetCounts("strength"), sides = facetCounts("sides");
  const rows = facetValues("strength").map((value) => ({ sign: lineSign(value === "not-counting" ? { counts: false } : { counts: true, intensity: strengthKey(value) }), text: strengthWord(value), count: shownOf(strengths.get(value)) }));
  for (const value of facetValues("sides")) rows.push({ sign: lineSign({ counts: true, oneSided: true, intensity: null }), text: say("one_sided"), count: shownOf(sides.get(value)) });
  return { title: say("ties"), rows };
}

/** How large a mark is at which value; gives the height it takes. */
function drawPaperSizes(ctx, x, y, zoom) {
  const sizes = keySizes(), radii = sizes.map((size) => Math.min(radiusFor(size, sizeFactor) * zoom, 32)), tall = 2 * Math.max(0, ...radii);
  if (!sizes.length) return 0;
  let left = x + 2;
  writeLine(ctx, say("sizes", { what: sizeName(state.size) }), x, y + 14, { bold: true });
  sizes.forEach((size, k) => {
    const r = radii[k], wide = Math.max(2 * r, textWidth(ctx, sizeText(size), { size: 12 }));
    ctx.beginPath();
    ctx.arc(left + wide / 2, y + 26 + tall - r, r, 0, 2 * Math.PI);
    ctx.lineWidth = 1.3;
    ctx.strokeStyle = paint["ink-2"];
    ctx.setLineDash([]);
    ctx.stroke();
    writeLine(ctx, sizeText(size), left + wide / 2, y + tall + 42, { size: 12, align: "center", color: paint["ink-2"] });
    left += wide + 16;
  });
  return tall + 60;
}

/** What a filter hides, in words. */
function hiddenWords() {
  const words = Object.entries(FACETS).filter(([key]) => state.hidden[key]?.size).map(([key, facet]) => {
    const named = [...state.hidden[key]].map((value) => (key === "strength" ? strengthWord(value) : facet.text?.(value) ?? "")), most = 6;
    return `${facetTitle(key)}: ${named.slice(0, most).join(", ")}${named.length > most ? ` + ${number(named.length - most)}` : ""}`;
  });
  return state.named.trim() ? [...words, say("paper_named", { text: shown(state.named.trim()) })] : words;
}

function drawPaperHidden(ctx, x, y, w) {
  const hidden = hiddenWords();
  if (!hidden.length) return 0;
  const lines = linesOf(ctx, `${say("paper_filtered")} ${hidden.join(" · ")}`, w - 22, { size: 12 }, 10), h = lines.length * 16 + 16;
  boxed(ctx, { x, y, w, h }, { r: 4, line: paint["ink-2"] });
  writeLines(ctx, lines, x + 11, y + 6, { size: 12 }, 16);
  return h + 14;
}

/** Who counts as an actor, at the lower end, in as many lines as there is room for. */
function drawPaperBoundary(ctx, { x, y, w, h }) {
  const text = shown(analysis.landscape.boundary ?? "").trim(), look = { size: 12, color: paint["ink-2"] }, most = Math.floor((h - 22) / 16);
  if (!text || most < 1) return;
  const lines = linesOf(ctx, text, w, look, most), top = y + h - 22 - 16 * lines.length;
  writeLine(ctx, say("paper_boundary"), x, top + 12, { size: 12, bold: true });
  writeLines(ctx, lines, x, top + 18, look, 16);
}
