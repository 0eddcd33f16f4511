"""Settled at first sight: the same input gives the same picture, what was pinned stays, and nothing moves by itself."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from actor_graph.analysis import analyze
from actor_graph.landscape import Landscape, Table
from actor_graph.views.map import draw_map
from tests.browser import watched
from tests.views.map import landscapes
from tests.views.map.conftest import TWENTY_FRAMES, Maps
from tests.views.map.test_file import block

ROOT = Path(__file__).parents[3]
DRAWN_IN_A_PROCESS = """
import sys
from tests.views.map import landscapes
from actor_graph.analysis import analyze
from actor_graph.views.map import draw_map
sys.stdout.buffer.write(draw_map(analyze(landscapes.city(90), draws=50)).encode())
"""


def drawn(landscape: Landscape, **options: Any) -> str:
    """The page of a landscape."""
    return draw_map(analyze(landscape, draws=50), **options)


def places(text: str) -> dict[str, tuple[float, float]]:
    """Where each actor stands, by its id."""
    return {actor["id"]: (actor["x"], actor["y"]) for actor in block(text, "analysis")["actors"]}


def without(landscape: Landscape, gone: int) -> Landscape:
    """The landscape without its last actors and their ties."""
    left = len(landscape.actors.columns["id"]) - gone

    def cut(table: Table, kept: list[int]) -> Table:
        columns = {key: tuple(cells[i] for i in kept) for key, cells in table.columns.items()}
        return Table(columns, tuple(range(2, len(kept) + 2)))

    ends = list(zip(landscape.ties.columns["source"], landscape.ties.columns["target"], strict=True))
    kept = [at for at, (i, j) in enumerate(ends) if i < left and j < left]
    return replace(landscape, actors=cut(landscape.actors, list(range(left))), ties=cut(landscape.ties, kept))


@pytest.mark.parametrize("size", [70, 150, 600])
def test_an_earlier_map_pins_every_actor(size: int, tmp_path: Path) -> None:
    landscape = landscapes.city(size, circles=5 if size == 70 else 12)
    first = drawn(landscape)
    (tmp_path / "first.html").write_text(first, encoding="utf-8", newline="\n")
    assert places(drawn(landscape, positions=tmp_path / "first.html")) == places(first)


def test_places_from_a_table_come_out_to_the_last_digit(tmp_path: Path) -> None:
    wished = {f"a{i}": (20.123456789 + 7.7 * i, 101 / 3 + 61.7 * (i % 9)) for i in range(70)}
    with (tmp_path / "places.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("id", "x", "y"), *((key, x, y) for key, (x, y) in wished.items())])
    assert places(drawn(landscapes.city(), positions=tmp_path / "places.csv")) == wished


def test_actors_come_and_go_and_the_others_stay(tmp_path: Path) -> None:
    whole = landscapes.city(90)
    part = without(whole, 12)
    (tmp_path / "part.html").write_text(drawn(part), encoding="utf-8", newline="\n")
    (tmp_path / "whole.html").write_text(drawn(whole, positions=tmp_path / "part.html"), encoding="utf-8", newline="\n")
    before, more = places(drawn(part)), places((tmp_path / "whole.html").read_text(encoding="utf-8"))
    assert len(more) == len(before) + 12
    assert {key: more[key] for key in before} == before
    after = places(drawn(part, positions=tmp_path / "whole.html"))
    assert after == before


def test_two_processes_write_the_same_bytes() -> None:
    seen = {
        subprocess.run(
            [sys.executable, "-c", DRAWN_IN_A_PROCESS],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])},
            capture_output=True,
            check=True,
        ).stdout
        for seed in "12"
    }
    assert len(seen) == 1


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
@pytest.mark.parametrize("name", ["city", "three_hundred"])
def test_nothing_moves_once_the_page_says_that_it_is_settled(
    browser: Browser, maps: Maps, name: str, motion: str
) -> None:
    with watched(browser, reduced_motion=motion) as page:
        maps.show(page, name)
        before = page.screenshot()
        page.evaluate(TWENTY_FRAMES)
        page.evaluate(TWENTY_FRAMES)
        assert page.screenshot() == before
        assert page.evaluate("document.getAnimations().length") == 0


def point_of(page: Page, maps: Maps, actor: str) -> tuple[float, float]:
    """Where an actor stands on the screen while the whole map is seen."""
    analysis, surroundings = block(maps.text("city"), "analysis"), block(maps.text("city"), "page")
    at = next(each for each in analysis["actors"] if each["id"] == actor)
    left, top, right, bottom = surroundings["picture"]["bounds"]
    box = page.locator("#canvas canvas").bounding_box()
    assert box is not None
    scale = min(box["width"] / (right - left), box["height"] / (bottom - top))
    x = box["x"] + box["width"] / 2 + (at["x"] - (left + right) / 2) * scale
    return x, box["y"] + box["height"] / 2 + (at["y"] - (top + bottom) / 2) * scale


PIXEL = """([x, y]) => {
  const canvas = document.querySelector("#canvas canvas"), box = canvas.getBoundingClientRect();
  const ratio = canvas.width / box.width;
  const { data } = canvas.getContext("2d").getImageData((x - box.left) * ratio, (y - box.top) * ratio, 1, 1);
  return [...data].slice(0, 3);
}"""


def test_a_dragged_mark_stays_and_its_region_follows(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    x, y = point_of(page, maps, "a0")
    mark, ground = page.evaluate(PIXEL, [x, y]), page.evaluate(PIXEL, [347, 790])
    assert mark != ground
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 20, y + 30)
    page.mouse.move(365, 775)
    page.mouse.up()
    page.mouse.move(5, 5)
    page.evaluate(TWENTY_FRAMES)
    assert page.evaluate(PIXEL, [365, 775]) == mark
    assert page.evaluate(PIXEL, [345, 775]) != ground
    before = page.screenshot()
    page.evaluate(TWENTY_FRAMES)
    assert page.screenshot() == before
