"""Landscapes of hardly any actors or ties: the page stands, at every size, and says what there is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import watched
from tests.views.map.conftest import Maps

SIZES = [(1280, 800), (719, 800), (390, 844), (320, 480)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["no_actor", "one_actor", "two_actors", "pair", "no_ties"])
def test_the_picture_stands_at_every_size(browser: Browser, maps: Maps, name: str, size: tuple[int, int]) -> None:
    with watched(browser, viewport={"width": size[0], "height": size[1]}) as page:
        maps.show(page, name)
        expect(page.locator("#sentence" if name != "pair" else "#areas")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == size[0]


@pytest.mark.parametrize("name", ["one_actor", "no_ties", "pair"])
def test_an_actor_without_details_is_not_called_null(page: Page, maps: Maps, name: str) -> None:
    maps.show(page, name)
    page.evaluate("document.getElementById('show-table').click()")
    page.locator("#twin tbody .link").first.click()
    panel = page.locator("#actor")
    expect(panel.locator("h2")).not_to_be_empty()
    assert "null" not in panel.inner_text()
    assert "Ort" not in panel.inner_text()
    expect(panel).to_contain_text("Noch keine Angaben")


def test_no_ties_are_told_without_a_file_name(page: Page, maps: Maps) -> None:
    maps.show(page, "no_ties")
    expect(page.locator("#sentence")).to_contain_text("sobald die Tabelle der Verbindungen Zeilen hat")
    page.locator("#language").click()
    expect(page.locator("#sentence")).to_contain_text("as soon as the table of ties has rows")


def test_the_tie_of_a_pair_is_a_short_line_between_its_marks(page: Page, maps: Maps) -> None:
    maps.show(page, "pair")
    area = page.get_by_role("region", name="Noch nicht vernetzt")
    expect(area).to_contain_text("2 in einem Kreis")
    marks = [mark.bounding_box() for mark in area.locator(".tied .mark").all()]
    one, other = (mark for mark in marks if mark)
    assert one["x"] == other["x"]
    assert 0 < other["y"] - one["y"] < 60
    drawn = area.locator(".tied .joined").evaluate(
        """(row) => {
          const { top, bottom, left } = getComputedStyle(row, "::before"), box = row.getBoundingClientRect();
          return { top: box.top + parseFloat(top), bottom: box.bottom - parseFloat(bottom),
            x: box.left + parseFloat(left) };
        }"""
    )
    assert drawn["top"] <= one["y"] + one["height"]
    assert drawn["bottom"] >= other["y"]
    assert abs(drawn["x"] + 1 - one["x"] - one["width"] / 2) <= 1.5
    page.locator("#language").click()
    expect(page.get_by_role("region", name="Not yet networked")).to_contain_text("2 in one circle")


def test_partners_of_one_who_has_not_answered_are_called_incomplete(page: Page, maps: Maps) -> None:
    maps.show(page, "unanswered")
    page.get_by_role("region", name="Noch keine Rückmeldung").get_by_role("button", name="Stille Post").click()
    panel = page.locator("#actor")
    expect(panel).to_contain_text("Noch keine Rückmeldung; was hier steht, ist noch unvollständig.")
    assert "noch nichts sagen" not in panel.inner_text()
    assert panel.locator(".figures").count() == 0
    assert panel.locator(".partners .link").all_inner_texts() == ["Stilles Wasser"]
