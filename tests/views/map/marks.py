"""What the page draws: every filled mark and every straight line of the picture, as the canvas was told."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

WATCH = """() => {
  const pen = CanvasRenderingContext2D.prototype;
  const { beginPath, moveTo, lineTo, stroke, arc, fill, fillRect, clearRect } = pen;
  let path = [], steps = "";
  window.drawn = { marks: [], bars: [], lines: [] };
  pen.clearRect = function (...where) {
    if (this.canvas.isConnected) window.drawn = { marks: [], bars: [], lines: [] };
    return clearRect.call(this, ...where);
  };
  pen.beginPath = function () { path = []; steps = ""; return beginPath.call(this); };
  pen.arc = function (x, y, r, ...rest) {
    const { a, e, f } = this.getTransform();
    path.push({ x: x * a + e, y: y * a + f, r: r * a });
    return arc.call(this, x, y, r, ...rest);
  };
  pen.moveTo = function (...where) { steps += "M"; return moveTo.apply(this, where); };
  pen.lineTo = function (...where) { steps += "L"; return lineTo.apply(this, where); };
  pen.stroke = function (...how) {
    if (this.canvas.isConnected && steps === "ML")
      drawn.lines.push({ color: this.strokeStyle, width: this.lineWidth, dashed: this.getLineDash().length > 0 });
    return stroke.apply(this, how);
  };
  pen.fill = function (...how) {
    if (this.canvas.isConnected) drawn.marks.push({ color: this.fillStyle, arcs: path });
    return fill.call(this, ...how);
  };
  pen.fillRect = function (x, y, w, h) {
    if (this.canvas.isConnected && h === 4) drawn.bars.push({ color: this.fillStyle, width: w });
    return fillRect.call(this, x, y, w, h);
  };
}"""


def watch(page: Page) -> None:
    """Watch the canvas from the next opening on."""
    page.add_init_script(f"({WATCH})()")


def drawn(page: Page) -> dict[str, list[dict[str, Any]]]:
    """The last drawing of the picture, from the moment its canvas was wiped."""
    found: dict[str, list[dict[str, Any]]] = page.evaluate(
        """() => new Promise((done) => {
          document.getElementById("picture").focus();
          document.getElementById("picture").blur();
          requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done(drawn))));
        })"""
    )
    return found


def color(page: Page, name: str) -> str:
    """A color of the style sheet as the canvas writes it."""
    found: str = page.evaluate(
        "(name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim().toLowerCase()", name
    )
    return found
