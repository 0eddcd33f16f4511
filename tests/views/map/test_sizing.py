"""How large marks are: the area by the chosen measure, between a floor and a largest, and never over one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from math import hypot, sqrt
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from actor_graph.analysis import analyze
from actor_graph.landscape import Landscape
from actor_graph.landscape.table import Table
from actor_graph.views.map import draw_map
from tests.views.map.conftest import Maps
from tests.views.map.landscapes import bridge
from tests.views.map.marks import color, drawn, watch


def with_columns(landscape: Landscape, **columns: Sequence[Any]) -> Landscape:
    """The same landscape with further columns of its actors, or other cells."""
    actors = landscape.actors
    told = Table({**actors.columns, **{key: tuple(cells) for key, cells in columns.items()}}, actors.rows)
    return replace(landscape, actors=told)


def show(page: Page, path: Path, landscape: Landscape, **options: Any) -> dict[str, Any]:
    """Open the landscape's map and give its analysis."""
    analysis = analyze(landscape, draws=19, **options)
    path.write_text(draw_map(analysis), encoding="utf-8", newline="\n")
    watch(page)
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-settled=true]", state="attached")
    return analysis.to_dict()


def circles(page: Page) -> list[dict[str, float]]:
    """The marks where all are circles of one color, from left to right."""
    gray = color(page, "kind-0")
    found = [mark["arcs"][0] for mark in drawn(page)["marks"] if mark["color"] == gray and len(mark["arcs"]) == 1]
    return sorted(found, key=lambda mark: (mark["x"], mark["y"]))


def radii(page: Page) -> list[float]:
    """Their radii in px at zoom 1, smallest first; 22 is the largest there is."""
    zoom = page.evaluate("JSON.parse(document.getElementById('page').textContent).picture.zoom")
    assert zoom > 0
    return sorted(mark["r"] for mark in circles(page))


def test_area_is_proportional_to_the_measure(page: Page, tmp_path: Path) -> None:
    """In the bridge, ways lead through d (9 pairs), c and e (8 each), by hand; nobody else."""
    show(page, tmp_path / "map.html", with_columns(bridge(), type=[()] * 8))
    page.locator("#choose-size").select_option("betweenness")
    found = radii(page)
    assert len(found) == 7
    floor = found[0]
    assert found[:4] == pytest.approx([floor] * 4)
    assert found[6] ** 2 / found[5] ** 2 == pytest.approx(9 / 8)
    assert found[5] == pytest.approx(found[4])
    assert floor / found[6] >= 5 / 22 - 1e-9
    page.locator("#choose-size").select_option("equal")
    assert max(radii(page)) == pytest.approx(min(radii(page)))


def test_the_key_shows_the_sizes_of_the_measure(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path / "map.html", with_columns(bridge(), type=[()] * 8))
    page.locator("#choose-size").select_option("betweenness")
    expect(page.locator("#sizes .caption")).to_have_text("Größe = Wege")
    assert page.locator("#sizes li").all_inner_texts()[-1].replace("\u00a0", " ") == "43 %"  # 9 of 21 pairs
    largest = page.locator("#sizes circle").last.get_attribute("r")
    assert float(largest or 0) == pytest.approx(max(radii(page)), rel=0.01)
    page.locator("#choose-size").select_option("ties")
    expect(page.locator("#sizes .caption")).to_have_text("Größe = Verbindungen")


def test_a_column_of_numbers_sizes_and_tells_who_has_none(page: Page, tmp_path: Path) -> None:
    members = ["100", "25", None, "4", None, "1,0", "0", "9"]
    landscape = with_columns(bridge(), type=[()] * 8, Mitglieder=members)
    show(page, tmp_path / "map.html", landscape, show=["Mitglieder"])
    page.locator("#choose-size").select_option("column:Mitglieder")
    expect(page.locator("#sizes")).to_contain_text("ohne Wert: 2")
    found = radii(page)
    assert found[-1] / found[-2] == pytest.approx(sqrt(100 / 25))


@pytest.mark.parametrize("measure", ["ties", "equal", "strength", "betweenness", "harmonic", "core", "constraint"])
def test_no_mark_lies_over_another(page: Page, maps: Maps, measure: str) -> None:
    watch(page)
    maps.show(page, "no_types")
    page.locator("#choose-size").select_option(measure)
    found = circles(page)
    assert len(found) > 40
    for one, other in combinations(found, 2):
        assert hypot(one["x"] - other["x"], one["y"] - other["y"]) >= one["r"] + other["r"]


def test_marks_are_as_at_first_again(page: Page, maps: Maps) -> None:
    watch(page)
    maps.show(page, "no_types")
    first = radii(page)
    page.locator("#choose-size").select_option("core")
    assert radii(page) != pytest.approx(first)
    page.locator("#choose-size").select_option("ties")
    assert radii(page) == pytest.approx(first)


def test_a_larger_mark_is_hit_where_it_is_seen(page: Page, tmp_path: Path) -> None:
    """Garten has two partners and the most members: its mark grows, and with it the place where a click finds it."""
    members = ["1", "1", "1", "1", "1", "1", "400", "1"]
    figures = show(
        page, tmp_path / "map.html", with_columns(bridge(), type=[()] * 8, Mitglieder=members), show=["Mitglieder"]
    )
    before = radii(page)
    page.locator("#choose-size").select_option("column:Mitglieder")
    largest = max(circles(page), key=lambda mark: mark["r"])
    assert largest["r"] > 1.3 * before[0]
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + largest["x"] + 0.95 * largest["r"], box["y"] + largest["y"])
    assert figures["actors"][6]["name"] == "Garten"
    expect(page.get_by_role("region", name="Akteur").get_by_role("heading").first).to_contain_text("Garten")
