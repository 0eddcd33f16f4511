/* The marks of the actors. All shapes of one radius r have the same area, that of the circle: πr². */

const POLYGONS = {
  triangle: regular(3, Math.sqrt(Math.PI / (0.75 * Math.sqrt(3))), -90),
  triangleDown: regular(3, Math.sqrt(Math.PI / (0.75 * Math.sqrt(3))), 90),
  square: regular(4, Math.sqrt(Math.PI / 2), 45),
  diamond: regular(4, Math.sqrt(Math.PI / 2), 0),
  hexagon: regular(6, Math.sqrt(Math.PI / (1.5 * Math.sqrt(3))), 0),
  star: star(0.45),
  cross: cross(),
};
const PILL = 2.3;

function regular(corners, reach, first) {
  return Array.from({ length: corners }, (_, at) => {
    const angle = ((first + (360 * at) / corners) * Math.PI) / 180;
    return [reach * Math.cos(angle), reach * Math.sin(angle)];
  });
}

function star(inner) {
  const reach = Math.sqrt(Math.PI / (5 * inner * Math.sin(Math.PI / 5)));
  return Array.from({ length: 10 }, (_, at) => {
    const angle = (at * Math.PI) / 5 - Math.PI / 2, r = at % 2 ? reach * inner : reach;
    return [r * Math.cos(angle), r * Math.sin(angle)];
  });
}

function cross() {
  const a = Math.sqrt(Math.PI / 5) / 2, b = 3 * a;
  return [[-a, -b], [a, -b], [a, -a], [b, -a], [b, a], [a, a], [a, b], [-a, b], [-a, a], [-b, a], [-b, -a], [-a, -a]];
}

/** How far each shape of radius 1 reaches: to the side, up, down, and at its farthest corner. */
const REACH = { circle: [1, 1, 1, 1] };
for (const [shape, corners] of Object.entries(POLYGONS)) {
  const far = (of) => Math.max(...corners.map(of));
  REACH[shape] = [far(([dx]) => Math.abs(dx)), far(([, dy]) => -dy), far(([, dy]) => dy), far(([dx, dy]) => Math.hypot(dx, dy))];
}
const HALF_PILL = Math.sqrt(Math.PI / (PILL - 1 + Math.PI / 4)) / 2;
REACH.pill = [PILL * HALF_PILL, HALF_PILL, HALF_PILL, PILL * HALF_PILL];

/** How far the ring of a central actor reaches from the middle of its mark; the frame of a hub by mandate holds any shape. */
function ringReach(shape, r, mandate) {
  const [wide, up, down, corner] = REACH[shape], least = r + (["square", "triangle", "triangleDown"].includes(shape) ? 6.5 : 5);
  return mandate ? Math.max(least, r * Math.max(wide, up, down) + 4) : Math.max(least, r * corner + (shape === "circle" ? 5 : 1));
}

/** The outline of a mark as a path on ctx (a canvas, or anything that takes moveTo, lineTo, arc and closePath). */
function outline(ctx, shape, x, y, r) {
  if (shape === "circle") { ctx.moveTo(x + r, y); ctx.arc(x, y, r, 0, 2 * Math.PI); ctx.closePath(); return; }
  if (shape === "pill") {
    const half = r * HALF_PILL, side = half * (PILL - 1);
    ctx.moveTo(x - side, y - half);
    ctx.lineTo(x + side, y - half);
    ctx.arc(x + side, y, half, -Math.PI / 2, Math.PI / 2);
    ctx.lineTo(x - side, y + half);
    ctx.arc(x - side, y, half, Math.PI / 2, (3 * Math.PI) / 2);
    ctx.closePath();
    return;
  }
  POLYGONS[shape].forEach(([dx, dy], at) => ctx[at ? "lineTo" : "moveTo"](x + r * dx, y + r * dy));
  ctx.closePath();
}

/** Takes a path as a canvas does and gives it as the text of an SVG path. */
class SvgPath {
  constructor() { this.text = ""; }
  moveTo(x, y) { this.text += `M${x.toFixed(2)} ${y.toFixed(2)}`; }
  lineTo(x, y) { this.text += `L${x.toFixed(2)} ${y.toFixed(2)}`; }
  closePath() { this.text += "Z"; }
  arc(x, y, r, from, to) {
    for (let at = 1; at <= 4; at += 1) {
      const angle = from + ((to - from) * at) / 4;
      this.text += `A${r.toFixed(2)} ${r.toFixed(2)} 0 0 1 ${(x + r * Math.cos(angle)).toFixed(2)} ${(y + r * Math.sin(angle)).toFixed(2)}`;
    }
  }
}

/** A mark beside a name: its shape and color (by name in the style sheet), outlined only where no answer is known. */
function colorMark(shape, color, { open = false, r = 5.6 } = {}) {
  const path = new SvgPath();
  outline(path, shape, 8, shape === "triangle" ? 9 : shape === "triangleDown" ? 7 : 8, r);
  const drawing = drawn("path", { d: path.text });
  drawing.style.fill = open ? "none" : `var(--${color})`;
  if (open) { drawing.style.stroke = `var(--${color})`; drawing.style.strokeWidth = "1.7"; }
  return drawn("svg", { viewBox: "0 0 16 16", class: "mark", "aria-hidden": "true" }, drawing);
}

/** The mark of a kind; null for what is of no kind. */
const markIcon = (shape, kind, look) => colorMark(shape, kind === null ? "hull-line" : `kind-${kind}`, look);
const actorIcon = (actor) => colorMark(shapeOf(actor), colorOf(actor), { open: actors[actor].status === "unknown" });

/** A color alone, where the shape tells something else. */
function swatch(color) {
  const drawing = drawn("rect", { x: 1.5, y: 2.5, width: 13, height: 11, rx: 2 });
  drawing.style.fill = `var(--${color})`;
  return drawn("svg", { viewBox: "0 0 16 16", class: "mark", "aria-hidden": "true" }, drawing);
}

/** A short line as a tie is drawn on the map. */
function tieIcon(tie, length = 20) {
  const width = tieWidth(tie), line = drawn("line", { x1: 0, y1: 4, x2: length, y2: 4, "stroke-width": width });
  line.setAttribute("stroke-dasharray", tieDash(tie, width).join(" "));
  return drawn("svg", { viewBox: `0 0 ${length} 8`, class: "line", width: length, height: 8, "aria-hidden": "true" }, line);
}

/** The ring of a central actor, dashed where it could be chance; the square of a hub by mandate. */
function ringIcon({ dashed = false, mandate = false } = {}) {
  const ring = mandate
    ? drawn("rect", { x: 1.8, y: 1.8, width: 12.4, height: 12.4, class: "ring" })
    : drawn("circle", { cx: 8, cy: 8, r: 6.6, class: "ring", "stroke-dasharray": dashed ? "4 3" : "none" });
  return drawn("svg", { viewBox: "0 0 16 16", class: "mark", "aria-hidden": "true" }, ring, drawn("circle", { cx: 8, cy: 8, r: 3.4, class: "core" }));
}
