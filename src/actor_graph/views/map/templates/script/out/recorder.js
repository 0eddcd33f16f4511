/* A drawing written down: takes what a canvas takes and gives it as SVG, as a text for a file or as elements for the page. */

const PEN = { fillStyle: "#000000", strokeStyle: "#000000", lineWidth: 1, lineJoin: "miter", lineCap: "butt", globalAlpha: 1,
  font: "10px sans-serif", textAlign: "start", textBaseline: "alphabetic", direction: "ltr", dash: [], zoom: 1, left: 0, top: 0 };
const FONT = /^(italic )?(bold )?([\d.]+)px ([^]*)$/;
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const hundredth = (value) => String(Math.round(value * 100) / 100 + 0);
const textRuler = document.createElement("canvas").getContext("2d");

class Recorder {
  constructor(width, height, { title, description }) {
    Object.assign(this, PEN, { path: "", saved: [], clips: 0 });
    this.family = paint.font.replace(/\s+/g, " ");
    this.root = svgPart("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-labelledby": "paper-title", "aria-describedby": "paper-description",
      "font-family": this.family, "stroke-miterlimit": 10 },
      svgPart("title", { id: "paper-title" }, title), svgPart("desc", { id: "paper-description" }, description));
    this.open = [this.root];
  }

  save() { this.saved.push(Object.fromEntries([...Object.keys(PEN), "depth"].map((key) => [key, key === "depth" ? this.open.length : this[key]]))); }
  restore() {
    const { depth, ...look } = this.saved.pop();
    Object.assign(this, look);
    this.open.length = depth;
  }
  translate(x, y) { this.left += x * this.zoom; this.top += y * this.zoom; }
  scale(by) { this.zoom *= by; }
  setLineDash(dash) { this.dash = dash; }

  x(x) { return this.left + x * this.zoom; }
  y(y) { return this.top + y * this.zoom; }
  place(x, y) { return `${hundredth(this.x(x))} ${hundredth(this.y(y))}`; }
  beginPath() { this.path = ""; }
  moveTo(x, y) { this.path += `M${this.place(x, y)}`; }
  lineTo(x, y) { this.path += `${this.path ? "L" : "M"}${this.place(x, y)}`; }
  closePath() { if (this.path) this.path += "Z"; }
  rect(x, y, w, h) { this.path += `M${this.place(x, y)}H${hundredth(this.x(x + w))}V${hundredth(this.y(y + h))}H${hundredth(this.x(x))}Z`; }
  arc(x, y, r, from, to) {
    this.lineTo(x + r * Math.cos(from), y + r * Math.sin(from));
    const size = hundredth(r * this.zoom);
    for (const angle of [(from + to) / 2, to]) this.path += `A${size} ${size} 0 0 1 ${this.place(x + r * Math.cos(angle), y + r * Math.sin(angle))}`;
  }

  add(name, attributes, ...children) {
    const seen = this.globalAlpha < 1 ? { opacity: hundredth(this.globalAlpha) } : {};
    this.open.at(-1).children.push(svgPart(name, { ...attributes, ...seen }, ...children));
  }
  pen() {
    return { fill: "none", stroke: this.strokeStyle, "stroke-width": hundredth(this.lineWidth * this.zoom),
      ...(this.lineJoin !== "miter" && { "stroke-linejoin": this.lineJoin }), ...(this.lineCap !== "butt" && { "stroke-linecap": this.lineCap }),
      ...(this.dash.length && { "stroke-dasharray": this.dash.map((length) => hundredth(length * this.zoom)).join(" ") }) };
  }
  fill() { if (this.path) this.add("path", { d: this.path, fill: this.fillStyle }); }
  stroke() { if (this.path) this.add("path", { d: this.path, ...this.pen() }); }
  fillRect(x, y, w, h) {
    this.add("rect", { x: hundredth(this.x(x)), y: hundredth(this.y(y)), width: hundredth(w * this.zoom), height: hundredth(h * this.zoom), fill: this.fillStyle });
  }
  clip() {
    const id = `paper-clip-${this.clips += 1}`, group = svgPart("g", { "clip-path": `url(#${id})` });
    this.open.at(-1).children.push(svgPart("clipPath", { id }, svgPart("path", { d: this.path })), group);
    this.open.push(group);
  }

  measureText(text) {
    textRuler.font = this.font;
    textRuler.direction = this.direction;
    return textRuler.measureText(text);
  }
  fillText(text, x, y, most) { this.text(text, x, y, most, { fill: this.fillStyle }); }
  strokeText(text, x, y, most) { this.text(text, x, y, most, { ...this.pen(), "aria-hidden": "true" }); }

  text(text, x, y, most, look) {
    const [, slant, bold, size, family] = FONT.exec(this.font), rtl = this.direction === "rtl", own = family.replace(/\s+/g, " ");
    const side = { start: rtl ? "right" : "left", end: rtl ? "left" : "right" }[this.textAlign] ?? this.textAlign;
    const anchor = side === "center" ? "middle" : (side === "left") === rtl ? "end" : null;
    this.add("text", { x: hundredth(this.x(x)), y: hundredth(this.y(y + this.baseline())), "font-size": hundredth(size * this.zoom),
      ...(slant && { "font-style": "italic" }), ...(bold && { "font-weight": "bold" }), ...(own !== this.family && { "font-family": own }),
      ...(anchor && { "text-anchor": anchor }), ...(rtl && { direction: "rtl", "unicode-bidi": "embed" }),
      ...(most < this.measureText(text).width && { textLength: hundredth(most * this.zoom), lengthAdjust: "spacingAndGlyphs" }), ...look }, String(text));
  }
  /** How far the line on which letters stand is below the place that textBaseline names. */
  baseline() {
    if (this.textBaseline === "alphabetic") return 0;
    const above = (baseline) => { textRuler.textBaseline = baseline; return textRuler.measureText("H").actualBoundingBoxAscent; };
    textRuler.font = this.font;
    const [named, letters] = [above(this.textBaseline), above("alphabetic")];
    return letters - named;
  }
}

const svgPart = (name, attributes = {}, ...children) => ({ name, attributes, children });
const xmlText = (text) => String(text).replace(NOT_XML, "\ufffd").replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The parts as the text of an SVG file. */
function svgText({ name, attributes, children }, first = true) {
  const given = Object.entries(first ? { xmlns: "http://www.w3.org/2000/svg", width: "297mm", height: "210mm", ...attributes } : attributes);
  const inner = children.map((child) => (typeof child === "string" ? xmlText(child) : svgText(child, false))).join(name === "svg" || name === "g" ? "\n" : "");
  return `<${name}${given.map(([key, value]) => ` ${key}="${xmlText(value)}"`).join("")}>${inner}</${name}>`;
}

/** The parts as elements of the page. */
function svgElement({ name, attributes, children }) {
  return drawn(name, attributes, ...children.map((child) => (typeof child === "string" ? child : svgElement(child))));
}
