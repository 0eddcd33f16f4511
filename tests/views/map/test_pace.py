"""What is found once is not found again: the work that a large landscape would feel."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.views.map.conftest import TWENTY_FRAMES, Maps

COUNT_DRAWINGS = """() => {
  window.drawn = 0;
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) { window.drawn += 1; clearRect.apply(this, box); };
}"""
COUNT_FILLINGS = """() => {
  window.fillings = 0;
  new MutationObserver((records) => {
    window.fillings += records.filter(({ addedNodes }) => [...addedNodes].some((one) => one.localName === "h2")).length;
  }).observe(document.getElementById("actor"), { childList: true });
}"""


def test_a_panel_is_filled_once_when_another_actor_is_chosen(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    page.locator("#picture").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    before = page.locator("#actor h2").inner_text()
    page.evaluate(COUNT_FILLINGS)
    page.locator("#actor .partners button").first.click()
    expect(page.locator("#actor h2")).not_to_have_text(before)
    assert page.evaluate("window.fillings") == 1


def test_the_map_is_not_drawn_behind_the_table_but_when_it_comes_back(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    page.get_by_role("button", name="Tabelle", exact=True).click()
    page.evaluate(TWENTY_FRAMES)
    page.evaluate(COUNT_DRAWINGS)
    page.locator("#twin [data-actor]").first.click()
    page.evaluate(TWENTY_FRAMES)
    assert page.evaluate("window.drawn") == 0
    page.get_by_role("button", name="Karte", exact=True).click()
    page.evaluate(TWENTY_FRAMES)
    assert page.evaluate("window.drawn") > 0
