"""A column of numbers in which some cells are none: marks are sized and colored by the numbers, and no cell is lost."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.views.map.conftest import Maps
from tests.views.map.landscapes import bridge
from tests.views.map.test_csv import rows as csv_rows
from tests.views.map.test_csv import saved
from tests.views.map.test_legend import names_in_table
from tests.views.map.test_sizing import radii, show, with_columns

MEMBERS = ["1.250", "200,5", "ca. 40", "40", "40", "9", "100", None]
"""Of a to h; h stands beside the map. Six of seven are numbers."""


def open_map(page: Page, folder: Path, cells: Sequence[str | None] = MEMBERS, ending: str = "") -> dict[str, Any]:
    """A map of circles with the column Mitglieder."""
    made = with_columns(bridge(), type=[()] * 8, Mitglieder=cells)
    figures = show(page, folder / "map.html", made, show=["Mitglieder"])
    if ending:
        page.goto(f"{(folder / 'map.html').as_uri()}?again#{ending}")
        page.wait_for_selector("html[data-settled=true]", state="attached")
    return figures


def key(page: Page) -> list[str]:
    """What stands under the circles of the size key."""
    return [text.replace("\u00a0", " ") for text in page.locator("#sizes li").all_inner_texts()]


def cell_of(page: Page, name: str) -> str:
    """What the table says in its last column."""
    row = page.locator("#twin tbody tr").filter(has_text=name)
    return row.locator("td").last.inner_text()


def test_marks_are_sized_by_it_and_the_key_tells_who_has_no_value(page: Page, tmp_path: Path) -> None:
    open_map(page, tmp_path)
    page.locator("#choose-size").select_option("column:Mitglieder")
    found = radii(page)
    assert len(found) == 7
    assert found[-1] / found[-2] == pytest.approx(sqrt(1250 / 200.5))
    assert found[-2] / found[-3] == pytest.approx(sqrt(200.5 / 100))
    assert found[:4] == pytest.approx([found[0]] * 4)
    expect(page.locator("#sizes")).to_contain_text("ohne Wert: 1")


def test_the_address_opens_it_again(page: Page, tmp_path: Path) -> None:
    open_map(page, tmp_path, ending="size=column%3AMitglieder&color=column%3AMitglieder")
    expect(page.locator("#sizes .caption").first).to_have_text("Größe = Mitglieder")
    expect(page.get_by_role("group", name="Farbe = Mitglieder")).to_be_visible()


def test_marks_are_colored_by_it_in_steps(page: Page, tmp_path: Path) -> None:
    """Five steps of 9, 40 (two), 100, 200.5, 1250; c and h have no value."""
    open_map(page, tmp_path)
    page.locator("#choose-color").select_option("column:Mitglieder")
    found = page.get_by_role("group", name="Farbe = Mitglieder", exact=True).locator(".row")
    told = {row.locator(".name").inner_text(): row.locator(".count").inner_text() for row in found.all()}
    assert told == {"9": "1", "40": "2", "100": "1", "200,5": "1", "1250": "1", "ohne Wert": "2"}


@pytest.mark.parametrize(("direction", "ordered"), [("up", "fdegba"), ("down", "abgdef")])
def test_the_table_sorts_it_as_numbers_and_shows_every_cell(
    page: Page, tmp_path: Path, direction: str, ordered: str
) -> None:
    """c and h, who have no number, stand last either way; d and e have the same."""
    figures = open_map(page, tmp_path, ending=f"view=table&sort=column%3AMitglieder%7C{direction}")
    name = {actor["id"]: actor["name"] for actor in figures["actors"]}
    assert names_in_table(page) == [name[one] for one in f"{ordered}ch".replace("ed", "de")]
    assert [cell_of(page, name[one]) for one in "abcdh"] == ["1250", "200,5", "ca. 40", "40", "–"]
    assert page.locator("#twin tbody td bdi", has_text="ca. 40").count() == 1


@pytest.mark.parametrize(("language", "expected"), [("de", "200,5"), ("en", "200.5")])
def test_numbers_are_written_as_the_language_of_the_page_writes_them(
    page: Page, tmp_path: Path, language: str, expected: str
) -> None:
    open_map(page, tmp_path, ending=f"language={language}&view=table")
    assert cell_of(page, "Brücke e. V.") == expected


def test_a_small_fraction_is_not_written_as_nothing(page: Page, tmp_path: Path) -> None:
    open_map(page, tmp_path, ["0,00123", "0,5", "12,345", *["1"] * 5], ending="view=table")
    assert [cell_of(page, name) for name in ("Anna-Verein", "Chor")] == ["0,0012", "12,35"]


def test_the_csv_has_numbers_and_the_cell_that_is_none(page: Page, tmp_path: Path) -> None:
    open_map(page, tmp_path, ending="view=table&sort=column%3AMitglieder%7Cup")
    lines = csv_rows(saved(page)[1])
    assert lines[0][-1] == "Mitglieder"
    assert [line[-1] for line in lines[1:]] == ["9", "40", "40", "100", "200,5", "1250", "ca. 40", ""]


def test_the_panel_says_what_the_cell_says(page: Page, tmp_path: Path) -> None:
    open_map(page, tmp_path, ending="actor=c")
    expect(page.locator("#actor dl").first).to_contain_text("ca. 40")
    page.goto(f"{(tmp_path / 'map.html').as_uri()}?panel#actor=b")
    expect(page.locator("#actor dl").first).to_contain_text("200,5")


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (["1250", "1250", "200,5", "200,5", "k. A.", "1250", "1250", None], ["200,5", "1250"]),
        (["0", "0", "7", "7", "0", "7", "0", None], ["0", "7"]),
        (["1251", "1250", "1250", "1250", "1251", "1251", "1250", None], ["1250", "1251"]),
        (["200", "200", "650", "650", "1250", "1250", "650", None], ["200", "650", "1250"]),
        (["7"] * 8, []),
        (["-3", "-1", "0", "-2", "0", "-5", "-4", None], []),
        (["4,5", "3,25", "2,75", "1,5", "1,25", "5,125", "1,125", None], ["1,13", "2", "5,13"]),
    ],
)
def test_the_size_key_shows_true_values(page: Page, tmp_path: Path, cells: list[str | None], told: list[str]) -> None:
    """Up to four values as they are; of more the least and the largest, and between them a round one."""
    open_map(page, tmp_path, cells, ending="size=column%3AMitglieder")
    assert key(page) == told


def test_the_smallest_circle_stands_for_all_below_it(page: Page, tmp_path: Path) -> None:
    """4, 9 and 16 have the mark of 5 px, which 1250 / (22 / 5)² = 64 would have, too."""
    open_map(page, tmp_path, ["1250", "900", "4", "9", "16", "300", "400", None], ending="size=column%3AMitglieder")
    found = key(page)
    assert (found[0], found[-1]) == ("bis 16", "1250")
    drawn = [float(circle.get_attribute("r") or 0) for circle in page.locator("#sizes circle").all()]
    assert drawn[0] == pytest.approx(min(radii(page)), rel=0.01)
    assert drawn[-1] == pytest.approx(max(radii(page)), rel=0.01)
    assert all(large >= 1.2 * small for small, large in pairwise(drawn))


def test_the_size_key_of_ties_ends_at_the_best_tied(page: Page, maps: Maps) -> None:
    actors = maps.figures("three_hundred")["actors"]
    degrees = [actor["degree"] for actor in actors if actor["status"] == "networked"]
    maps.show(page, "three_hundred")
    found = key(page)
    assert (found[0], found[-1]) == (str(min(degrees)), str(max(degrees)))
    assert all(int(text) <= 10 or int(text.rstrip("0")) in (1, 2, 5) for text in found[1:-1])
