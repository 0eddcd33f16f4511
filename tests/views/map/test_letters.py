"""The letter of a circle follows from the analysis, wherever the actors are told to stand."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from actor_graph.views.map import draw_map
from tests.views.map.conftest import Maps

BEGINNINGS = """(() => {
  const found = {}, seen = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...rest) {
    const letter = /^([A-Z]+)(?: \\u2068(.*)\\u2069)?$/.exec(text);
    if (letter) found[letter[1]] = [letter[2] ?? "", Math.round(x), Math.round(y)];
    return seen.call(this, text, x, y, ...rest);
  };
  window.headingsDrawn = found;
})()"""


def test_letters_stay_with_their_circles_where_a_map_is_turned_round(page: Page, maps: Maps, tmp_path: Path) -> None:
    analysis, _ = maps.drawn("city")
    actors, circles = analysis.to_dict()["actors"], analysis.to_dict()["clusters"]
    page.add_init_script(BEGINNINGS)
    maps.show(page, "city")
    before = page.evaluate("window.headingsDrawn")
    here = page.evaluate("JSON.parse(document.getElementById('analysis').textContent).actors.map(({ x, y }) => [x, y])")
    turned = {actor["id"]: (700 - x, 712 - y) for actor, (x, y) in zip(actors, here, strict=True) if 0 < x < 700}
    path = tmp_path / "turned.html"
    path.write_text(draw_map(analysis, positions=turned), encoding="utf-8", newline="\n")
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-settled=true]", state="attached")
    after = page.evaluate("window.headingsDrawn")
    names = {actor["id"]: actor["name"] for actor in actors}
    assert len(before) >= 4
    assert set(before) == set(after)
    for letter, (name, x, y) in after.items():
        strongest = names[circles[ord(letter) - ord("A")]["strongest"]]
        assert strongest.startswith(name.rstrip("…"))
        assert abs(x - before[letter][1]) + abs(y - before[letter][2]) > 50
