"""Without the central actors: the numbers add up, in the panel and in the area."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.views.map.conftest import Maps


def test_who_is_outside_before_and_after_adds_up(page: Page, maps: Maps) -> None:
    """By hand: four have no tie; without the hub five more have none, two of them without an answer."""
    figures = maps.figures("star")
    assert [top["id"] for top in figures["top_dogs"]] == ["a0"]
    assert len(figures["not_yet_networked"]["actors"]) == 4
    maps.show(page, "star")
    page.get_by_role("switch").click()
    panel, area = page.locator("#without"), page.get_by_role("region", name="Noch nicht vernetzt")
    assert panel.locator("[data-figure=figure_outside] dd").inner_text() == "4 → 9"
    expect(panel).to_contain_text("verlieren 5 weitere den Anschluss")
    expect(area.locator("h2")).to_contain_text("4 + 5")
    expect(area).to_contain_text("4 wie bisher und 5 ohne die zentralen Akteure")
    assert "Rückmeldung" not in panel.inner_text()


def test_nobody_is_a_word(page: Page, maps: Maps) -> None:
    figures = maps.figures("city")
    name = {actor["id"]: actor["name"] for actor in figures["actors"]}
    harmless = next(top["id"] for top in figures["top_dogs"] if not top["cut_off"])
    maps.show(page, "city")
    page.get_by_role("searchbox").fill(name[harmless])
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator("#actor .figures")).to_contain_text(re.compile(r"Niemand\s*verlöre ohne ihn den Anschluss"))
    assert "0" not in [b.inner_text() for b in page.locator("#actor .figures b").all()]


def test_the_size_key_holds_what_is_on_the_map(page: Page, maps: Maps) -> None:
    largest = max(actor["degree"] for actor in maps.figures("city")["actors"])
    maps.show(page, "city")
    sizes = [int(text) for text in page.locator("#sizes li").all_inner_texts()]
    assert sizes == sorted(set(sizes))
    assert largest <= sizes[-1] < 1.5 * largest + 5
