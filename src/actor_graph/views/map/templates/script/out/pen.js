/* How a sheet is written: lines of text as wide as they may be, boxes, the colors of paper. */

/** What is made inside sees the page's light colors, whatever the theme: the rules of the dark one rest meanwhile. */
function inLight(make) {
  const dark = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSMediaRule && /prefers-color-scheme:\s*dark/.test(rule.media.mediaText)).map((rule) => [rule.media, rule.media.mediaText]);
  for (const [media] of dark) media.mediaText = "not all";
  try { return make(); } finally { for (const [media, text] of dark) media.mediaText = text; }
}

const fontOf = ({ size = 13, bold = false }) => `${bold ? "bold " : ""}${size}px ${paint.font}`;

const textWidth = (ctx, text, look) => widthOf(ctx, text, fontOf(look));

/** One line of text; y is where its letters stand. A line of a name runs in the direction of the whole name, `of`. */
function writeLine(ctx, text, x, y, { color = paint.ink, align = "left", of = text, ...look } = {}) {
  ctx.font = fontOf(look);
  ctx.textAlign = align;
  ctx.textBaseline = "alphabetic";
  ctx.direction = direction(of);
  ctx.fillStyle = color;
  ctx.fillText(text, x, y);
}

/** The text in one line, its end cut off where it is too long. */
function cutOff(ctx, text, width, look) {
  if (textWidth(ctx, text, look) <= width) return text;
  const letters = [...text];
  while (letters.length && textWidth(ctx, `${letters.join("").trimEnd()}…`, look) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** The text in lines of a width, broken at spaces and after hyphens; a word that is wider than a line is broken inside. */
function linesOf(ctx, text, width, look, most = Infinity) {
  const lines = [""];
  for (const word of text.split(/(?<=[\s\-–—/])/u)) {
    const longer = lines.at(-1) + word;
    if (textWidth(ctx, longer.trimEnd(), look) <= width) { lines[lines.length - 1] = longer; continue; }
    if (lines.at(-1)) lines.push("");
    for (const letter of word) {
      if (textWidth(ctx, lines.at(-1) + letter, look) > width && letter.trim()) lines.push("");
      lines[lines.length - 1] += letter;
    }
  }
  const found = lines.map((line) => line.trim()).filter(Boolean);
  return found.length <= most ? found : [...found.slice(0, most - 1), cutOff(ctx, `${found.slice(most - 1).join(" ")} …`, width, look)];
}

/** A paragraph; gives the height it takes. */
function writeLines(ctx, lines, x, y, look, step = 1.35 * (look.size ?? 13)) {
  lines.forEach((line, k) => writeLine(ctx, line, x, y + (look.size ?? 13) + k * step, look));
  return lines.length * step;
}

/** A box with round corners. */
function boxed(ctx, { x, y, w, h }, { r = 8, fill = null, line = paint["hull-line"], dash = [] } = {}) {
  ctx.beginPath();
  ctx.arc(x + w - r, y + r, r, -Math.PI / 2, 0);
  ctx.arc(x + w - r, y + h - r, r, 0, Math.PI / 2);
  ctx.arc(x + r, y + h - r, r, Math.PI / 2, Math.PI);
  ctx.arc(x + r, y + r, r, Math.PI, 1.5 * Math.PI);
  ctx.closePath();
  ctx.setLineDash(dash);
  ctx.lineWidth = 1;
  ctx.strokeStyle = line;
  if (fill) { ctx.fillStyle = fill; ctx.fill(); }
  ctx.stroke();
  ctx.setLineDash([]);
}

function hairline(ctx, x, y, w, color = paint["hull-line"]) {
  ctx.fillStyle = color;
  ctx.fillRect(x, y, w, 1);
}

/** A mark beside a word, as the map draws it. */
function paperMark(ctx, shape, color, x, y, { open = false, r = 5.6 } = {}) {
  ctx.beginPath();
  outline(ctx, shape, x, shape === "triangle" ? y + r / 5 : shape === "triangleDown" ? y - r / 5 : y, r);
  ctx.lineJoin = "miter";
  ctx.setLineDash([]);
  ctx.lineWidth = 1.7;
  ctx.strokeStyle = ctx.fillStyle = color;
  if (open) ctx.stroke(); else ctx.fill();
}

const actorMark = (ctx, actor, x, y, look = {}) =>
  paperMark(ctx, shapeOf(actor), paint[colorOf(actor)], x, y, { open: actors[actor].status === "unknown", ...look });
