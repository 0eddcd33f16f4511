"""The page on paper: one sheet, then the table, light whatever the theme, from any view."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import watched
from tests.views.map.conftest import Maps

POINT = 96 / 72
SMALLEST = """() => {
  const seen = (box) => box.textContent && box.getClientRects().length;
  const table = [...document.querySelectorAll(".paper-table *")];
  const sheet = [...document.querySelectorAll("#paper text")].map((text) => parseFloat(text.getAttribute("font-size")));
  return Math.min(...table.filter(seen).map((box) => parseFloat(getComputedStyle(box).fontSize)),
    Math.min(...sheet) * (297 / 25.4) * (96 / 1440));
}"""


def on_paper(page: Page) -> None:
    """Show the page as it is printed."""
    page.emulate_media(media="print")
    page.wait_for_selector("#paper svg")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_sheet_then_the_table(browser: Browser, maps: Maps, theme: str, width: int) -> None:
    with watched(browser, color_scheme=theme, viewport={"width": width, "height": 800}) as page:
        maps.show(page, "city")
        on_paper(page)
        for hidden in ("header", "main", "#aloud"):
            expect(page.locator(hidden)).to_be_hidden()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert page.evaluate("getComputedStyle(document.querySelector('.paper-table th')).color") == "rgb(22, 32, 43)"
        assert page.locator(".paper-table tbody tr").count() == len(maps.figures("city")["actors"])
        assert page.evaluate(SMALLEST) >= 7 * POINT - 0.01
        page.emulate_media(media="screen")
        expect(page.locator("#paper > *")).to_have_count(0)
        expect(page.locator("header")).to_be_visible()


def test_the_table_holds_what_is_shown_in_the_chosen_language(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    page.click("#language")
    page.click("#show-table")
    page.locator("#legend").get_by_label("administration").uncheck()
    shown = [actor for actor in maps.figures("city")["actors"] if actor["type"] != "administration"]
    on_paper(page)
    assert page.locator(".paper-table tbody tr").count() == len(shown) < len(maps.figures("city")["actors"])
    assert "Not yet networked" in str(page.locator(".paper-sheet").text_content())
    expect(page.locator(".paper-table thead th").first).to_have_text("Actor")


def test_pages_of_a4_across(page: Page, maps: Maps) -> None:
    pdf = maps.show(page, "pair").pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert {tuple(round(float(side) / 72 * 25.4) for side in size) for size in sizes} == {(297, 210)}
    pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert pages == 3, "the sheet, the table, what the map is"


def test_printing_leaves_the_view_as_it_was(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    page.locator("#zoom button").first.click()
    expect(page).to_have_url(re.compile("#window="))
    before = page.evaluate("location.hash")
    page.pdf()
    expect(page.locator("#paper > *")).to_have_count(0)
    assert page.evaluate("location.hash") == before
