"""Columns and values of any name: none is taken for a word of the page, or for what every object of a browser holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from actor_graph.landscape.table import Table
from tests.views.map.landscapes import bridge
from tests.views.map.test_sizing import show, with_columns

CELLS = ["ja", "ja", "nein", "ja", "nein", None, "ja", "nein"]
ODD = ["constructor", "toString", "__proto__", "hasOwnProperty", "tie", "way", "circle", "chance", "size", "names"]


@pytest.mark.parametrize("name", ODD)
def test_a_grouping_column_of_any_name_keeps_its_heading(page: Page, tmp_path: Path, name: str) -> None:
    show(page, tmp_path / "map.html", with_columns(bridge(), **{name: CELLS}), by=name)
    assert page.locator("#choose-color option[value=kind]").inner_text() == name
    expect(page.locator("#legend")).to_contain_text("nein")


def test_a_grouping_column_that_every_sheet_may_have_has_the_word_of_the_page(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path / "map.html", with_columns(bridge(), place=CELLS), by="place")
    assert page.locator("#choose-color option[value=kind]").inner_text() == "Ort"


@pytest.mark.parametrize("value", ["constructor", "__proto__"])
def test_kinds_of_any_name(page: Page, tmp_path: Path, value: str) -> None:
    kinds = [(value,)] * 3 + [("Chor", value)] * 2 + [()] * 3
    show(page, tmp_path / "map.html", with_columns(bridge(), type=kinds), show=["type"])
    page.locator("#show-table").click()
    expect(page.locator("#twin tbody")).to_contain_text(value)
    assert "native code" not in page.locator("body").inner_text()
    assert "[object" not in page.locator("body").inner_text()


@pytest.mark.parametrize("name", ["constructor", "toString", "__proto__"])
def test_blank_cells_of_a_published_column_of_any_name(page: Page, tmp_path: Path, name: str) -> None:
    """Of a to h five have a cell, f has none; outside the office the column stands in the table at first."""
    made = with_columns(bridge(), **{name: CELLS}, publish=[True] * 8)
    made = replace(made, actors=Table(made.actors.columns, made.actors.rows, extra=(name,)))
    made = replace(made, meta={**made.meta, "publish_columns": (name,)})
    show(page, tmp_path / "map.html", made, audience="participants")
    page.locator("#show-table").click()
    heads = [text.split()[0] for text in page.locator("#twin thead th").all_inner_texts()]
    place = heads.index(name)
    cells = [row.locator("td, th").nth(place).inner_text() for row in page.locator("#twin tbody tr").all()]
    assert sorted(cells) == sorted(cell or "–" for cell in CELLS)


def test_values_of_a_column_are_not_taken_for_sentences_of_the_page(page: Page, tmp_path: Path) -> None:
    values = ["none", "clear", "none", "equal", "clear", None, "many", "none"]
    staff = ["paid", "unpaid", "part", "paid", "title", None, "paid", "paid"]
    show(page, tmp_path / "map.html", with_columns(bridge(), way=values, staff=staff), show=["way", "staff"])
    page.locator("#show-table").click()
    heads = [text.split()[0] for text in page.locator("#twin thead th").all_inner_texts()]
    ways, paid = (
        sorted(
            row.locator("td, th").nth(heads.index(name)).inner_text() for row in page.locator("#twin tbody tr").all()
        )
        for name in ("way", "staff")
    )
    assert ways == sorted(value or "–" for value in values)
    words = {
        "paid": "hauptamtlich",
        "unpaid": "ehrenamtlich",
        "part": "teils hauptamtlich",
        "title": "title",
        None: "–",
    }
    assert paid == sorted(words[value] for value in staff)
