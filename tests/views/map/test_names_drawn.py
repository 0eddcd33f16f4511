"""Names as the canvas really gets them: none over another, none over a mark or the name of a region."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser, Page

from actor_graph.analysis import analyze
from actor_graph.landscape import Landscape
from actor_graph.views.layout.spots import measure_names
from actor_graph.views.map import draw_map
from tests.browser import watched
from tests.views.map import landscapes
from tests.views.map.test_file import block

WINDOWS = [(1280, 800), (1920, 1080), (390, 844)]
SCRIPTS = (
    "Türk-Alman Dostluk ve Kültür Derneği", "جمعية الأمل للثقافة والتعليم – Verein Hoffnung",
    "עמותת שלום לחינוך ולתרבות", "Клуб «Мост» – Русский культурный центр", "ማሕበር ኮም ኤርትራ ንትምህርትን ባህልን",
    "தமிழ் மன்றம்", "Vietnamesischer Elternverein e. V.", "国際交流協会",
)  # fmt: skip
LONG = "Landesarbeitsgemeinschaft der Migrantenorganisationen und Eine-Welt-Gruppen in {}"
RECORDER = """() => {
  const original = CanvasRenderingContext2D.prototype.fillText, cleared = CanvasRenderingContext2D.prototype.clearRect;
  window.written = [];
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    if (this.canvas.closest?.("#canvas")) window.written = [];
    return cleared.apply(this, box);
  };
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y, most) {
    if (this.canvas.closest?.("#canvas")) {
      const { a, d, e, f } = this.getTransform(), measured = this.measureText(text), ratio = devicePixelRatio;
      const width = Math.min(measured.width, most ?? Infinity), size = parseFloat(this.font.match(/([\\d.]+)px/)[1]);
      const left = x - (this.textAlign === "center" ? width / 2 : this.textAlign === "right" ? width : 0);
      const middle = this.textBaseline === "middle" ? y : y - 0.36 * size;
      const top = middle - 0.4 * size, bottom = middle + 0.4 * size;
      const sides = [a * left + e, d * top + f, a * (left + width) + e, d * bottom + f];
      window.written.push({ text, box: sides.map((side) => side / ratio) });
    }
    return original.call(this, text, x, y, most);
  };
}"""


def scripts(n: int) -> Landscape:
    """A city whose names are in many scripts."""
    return landscapes.city(n, called=[f"{SCRIPTS[i % 8]} {i // 8 + 1}" for i in range(n)])


def eighty(n: int) -> Landscape:
    """A city whose names have 80 characters and more."""
    return landscapes.city(n, called=[LONG.format(f"Ort {i}") for i in range(n)])


def two_parts() -> Landscape:
    """Two rings of twelve that hang apart."""
    ends = [(12 * part + i, 12 * part + (i + step) % 12) for part in (0, 1) for i in range(12) for step in (1, 2)]
    return landscapes.few(ends, landscapes.names(24), ["answered"] * 24)


CASES: dict[str, Callable[[], Landscape]] = {
    "seventy": landscapes.city,
    "ninety": lambda: landscapes.city(90, seed=5),
    "hundred_fifty": lambda: landscapes.city(150, circles=8),
    "scripts": lambda: scripts(70),
    "eighty": lambda: eighty(70),
    "forty_types": lambda: landscapes.city(90, types=[f"Art {i}" for i in range(40)]),
    "star": landscapes.star,
    "two_parts": two_parts,
    "dense": lambda: landscapes.crowded(90),
    "bridge": landscapes.bridge,
}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The page of each case, drawn once."""
    folder = tmp_path_factory.mktemp("names")

    def page_of(name: str) -> Path:
        path = folder / f"{name}.html"
        if not path.exists():
            path.write_text(draw_map(analyze(CASES[name](), draws=50)), encoding="utf-8", newline="\n")
        return path

    return page_of


def shown(
    browser: Browser, path: Path, size: tuple[int, int], chosen: str = ""
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """What was written on the canvas, and the marks: {center, radius} on the screen."""
    with watched(browser, viewport={"width": size[0], "height": size[1]}, has_touch=size[0] < 720) as page:
        page.add_init_script(f"({RECORDER})()")
        page.goto(path.as_uri() + chosen)
        page.wait_for_selector("html[data-settled=true]", state="attached")
        return page.evaluate("written"), _canvas(page)


def _canvas(page: Page) -> dict[str, Any]:
    canvas = page.locator("#canvas canvas")
    found: dict[str, Any] = canvas.evaluate("(c) => ({ width: c.clientWidth, height: c.clientHeight })")
    return found


def overlaps(one: list[float], other: list[float]) -> bool:
    """Whether two boxes overlap by more than a pixel."""
    return min(one[2], other[2]) - max(one[0], other[0]) > 1 and min(one[3], other[3]) - max(one[1], other[1]) > 1


@pytest.mark.parametrize("size", WINDOWS, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", CASES)
def test_no_name_stands_over_another(
    browser: Browser, drawn: Callable[[str], Path], name: str, size: tuple[int, int]
) -> None:
    written, canvas = shown(browser, drawn(name), size)
    assert written
    met = [(a["text"], b["text"]) for a, b in combinations(written, 2) if overlaps(a["box"], b["box"])]
    assert met == []
    right, bottom = canvas["width"] + 1, canvas["height"] + 1
    boxes = [(line["box"], line["text"]) for line in written]
    assert [text for (x, y, u, v), text in boxes if x < -1 or y < -1 or u > right or v > bottom] == []


def marks(path: Path, canvas: dict[str, Any]) -> list[tuple[str, float, float, float]]:
    """Name, place and radius of each mark as the whole map is seen at a desk."""
    text = path.read_text(encoding="utf-8")
    analysis, picture = block(text, "analysis"), block(text, "page")["picture"]
    left, top, right, bottom = picture["bounds"]
    scale = min(canvas["width"] / (right - left), canvas["height"] / (bottom - top), 1.8)
    return [
        (
            analysis["actors"][i]["name"],
            canvas["width"] / 2 + (analysis["actors"][i]["x"] - (left + right) / 2) * scale,
            canvas["height"] / 2 + (analysis["actors"][i]["y"] - (top + bottom) / 2) * scale,
            picture["radius"][i] * scale,
        )
        for i in picture["placed"]
    ]


def covered(
    path: Path, written: list[dict[str, Any]], canvas: dict[str, Any], *, resized: bool = False
) -> list[tuple[str, str]]:
    """Which text lies on which mark; where marks have another size, on the least that a mark is."""
    found, drawn_marks = [], marks(path, canvas)
    least = min(radius for *_, radius in drawn_marks)
    for called, x, y, own in drawn_marks:
        r = least if resized else own
        for line in written:
            left, top, right, bottom = line["box"]
            dx, dy = max(left - x, 0, x - right), max(top - y, 0, y - bottom)
            if (dx * dx + dy * dy) ** 0.5 < r * 0.8 - 1:
                found.append((line["text"], called))
    return found


@pytest.mark.parametrize("size", WINDOWS[:2], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", CASES)
def test_no_name_stands_over_a_mark(
    browser: Browser, drawn: Callable[[str], Path], name: str, size: tuple[int, int]
) -> None:
    written, canvas = shown(browser, drawn(name), size)
    assert covered(drawn(name), written, canvas) == []


@pytest.mark.parametrize("chosen", ["#without=yes", "#size=betweenness"])
@pytest.mark.parametrize("name", ["star", "ninety", "scripts"])
def test_no_name_stands_over_a_mark_whatever_was_chosen(
    browser: Browser, drawn: Callable[[str], Path], name: str, chosen: str
) -> None:
    written, canvas = shown(browser, drawn(name), WINDOWS[0], chosen)
    assert covered(drawn(name), written, canvas, resized="size" in chosen) == []


@pytest.mark.parametrize("name", ["seventy", "scripts", "hundred_fifty"])
def test_on_a_phone_three_are_named_at_most(browser: Browser, drawn: Callable[[str], Path], name: str) -> None:
    path = drawn(name)
    analysis = block(path.read_text(encoding="utf-8"), "analysis")
    written, _ = shown(browser, path, WINDOWS[2])
    letters = {chr(ord("A") + k) for k in range(26)}
    names = [line["text"] for line in written if line["text"] not in letters]
    assert 0 < len(names) <= 9
    central = " ".join(actor["name"] for actor in analysis["actors"] if actor["top_dog"])
    assert all(line.rstrip("…") in central for line in names)


@pytest.mark.parametrize(
    ("name", "share", "size"),
    [
        ("seventy", 0.75, WINDOWS[0]),
        ("seventy", 0.75, WINDOWS[1]),
        ("ninety", 0.6, WINDOWS[0]),
        ("ninety", 0.6, WINDOWS[1]),
        ("scripts", 0.7, WINDOWS[0]),
    ],
)
def test_most_networked_actors_are_named(
    browser: Browser, drawn: Callable[[str], Path], name: str, share: float, size: tuple[int, int]
) -> None:
    """An actor is named where all lines of its name are written, and each line counts for one actor alone: first for
    those for whom a place was found beforehand, so that a name of equal words takes none from them."""
    written, _ = shown(browser, drawn(name), size)
    analysis, page = (block(drawn(name).read_text(encoding="utf-8"), part) for part in ("analysis", "page"))
    lines = Counter(line["text"] for line in written)
    placed, stored = page["picture"]["placed"], page["picture"]["labels"]
    top = np.array([actor["top_dog"] for actor in analysis["actors"]])
    wrapped = measure_names([actor["name"] for actor in analysis["actors"]], top).lines
    named = 0
    for i in sorted(placed, key=lambda i: str(i) not in stored):
        own = Counter(stored[str(i)][0] if str(i) in stored else wrapped[i])
        if all(lines[line] >= count for line, count in own.items()):
            named += 1
            lines -= own
    assert named >= share * len(placed)
