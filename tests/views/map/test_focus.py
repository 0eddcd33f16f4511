"""The focus never falls off the page: whatever opens, closes or is drawn anew, it stands on what can be seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import watched
from tests.views.map.conftest import Maps
from tests.views.map.landscapes import bridge
from tests.views.map.test_sizing import show, with_columns

WHERE = """() => {
  const here = document.activeElement;
  if (here === document.body || !here.checkVisibility({ visibilityProperty: true })) return "unseen";
  return here.id || here.dataset.key || here.textContent.trim() || here.tagName;
}"""


def here(page: Page) -> str:
    """What has the focus: its id, else what it says; "unseen" where it cannot be seen."""
    return str(page.evaluate(WHERE))


def enter(page: Page, place: str) -> str:
    """Press Enter on the first of these; what it says."""
    found = page.locator(place).first
    text = found.inner_text()
    found.focus()
    page.keyboard.press("Enter")
    return text


def test_from_the_areas_to_the_panel_and_back(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    name = enter(page, "#areas .actors .link")
    assert here(page) == "upper"
    page.keyboard.press("Escape")
    assert here(page) == name
    page.keyboard.press("Enter")
    expect(page.locator("#actor h2")).to_have_count(1)
    enter(page, "#areas .actors .link[aria-pressed=true]")
    expect(page.locator("#findings")).to_be_visible()
    assert here(page) == name


@pytest.mark.parametrize(("landscape", "audience"), [("city", "participants"), ("few_answers", "public")])
def test_from_the_further_actors(page: Page, maps: Maps, landscape: str, audience: str) -> None:
    maps.show(page, landscape, audience)
    name = enter(page, "#further .actors .link")
    assert here(page) == "upper"
    page.keyboard.press("Escape")
    assert here(page) == name


def test_from_the_end_of_a_bridge(page: Page, maps: Maps) -> None:
    maps.show(page, "city", "participants")
    enter(page, ".bridge")
    enter(page, ".ends .actors .link")
    assert here(page) == "upper"
    page.keyboard.press("Escape")
    assert here(page) == "upper"


def test_from_a_hub_by_mandate_that_stays_in(page: Page, maps: Maps) -> None:
    maps.show(page, "mandate")
    page.locator("#switch").press("Enter")
    enter(page, "#without .partners .link")
    expect(page.locator("#actor h2")).to_have_count(1)
    assert here(page) == "upper"


def test_the_tabs_of_a_phone_keep_it(browser: Browser, maps: Maps) -> None:
    with watched(browser, viewport={"width": 390, "height": 844}, has_touch=True) as page:
        maps.show(page, "city")
        enter(page, "[data-key=legend]")
        assert here(page) == "legend"
        enter(page, "[data-key=results]")
        assert here(page) == "results"
        page.evaluate("() => { location.hash = 'actor=a1'; }")
        expect(page.locator("#actor h2")).to_have_count(1)
        page.locator(".grip").focus()
        page.keyboard.press("Escape")
        assert here(page) == "grip"
        page.evaluate("() => { location.hash = 'actor=a2'; }")
        expect(page.locator("#actor h2")).to_have_count(1)
        page.locator("[data-key=actor]").focus()
        page.keyboard.press("Escape")
        assert here(page) == "results"


@pytest.mark.parametrize(
    ("place", "key"), [("#upper", "Escape"), (".back", "Escape"), (".back", "Enter"), ("#way-to", "Escape")]
)
def test_where_the_side_is_a_drawer(browser: Browser, maps: Maps, place: str, key: str) -> None:
    with watched(browser, viewport={"width": 800, "height": 600}) as page:
        maps.show(page, "city")
        page.evaluate("() => { location.hash = 'actor=a1'; }")
        expect(page.locator("#actor h2")).to_have_count(1)
        page.locator(place).first.focus()
        page.keyboard.press(key)
        expect(page.locator("#side")).to_be_hidden()
        assert here(page) == "drawer"


def test_what_was_opened_on_the_map_is_left_in_the_table(page: Page, maps: Maps) -> None:
    maps.show(page, "bridge")
    page.locator("#picture").focus()
    page.evaluate("""() => {
      const field = document.getElementById("picture");
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    }""")
    expect(page.locator("#actor h2")).to_have_count(1)
    page.locator("#show-table").click()
    page.locator("#upper").focus()
    page.keyboard.press("Escape")
    assert here(page) == "upper"


def test_sorting_a_column_far_to_the_right_keeps_it_in_sight(page: Page, tmp_path: Path) -> None:
    wide = {f"Spalte {k}": [f"Ein langer Wert der Spalte {k}, Zeile {row}" for row in range(8)] for k in range(14)}
    show(page, tmp_path / "map.html", with_columns(bridge(), **wide), show=list(wide))
    page.locator("#show-table").click()
    head = page.locator("#twin thead button").last
    head.focus()
    before = page.locator("#twin .scroll").evaluate("(box) => box.scrollLeft")
    assert before > 0
    page.keyboard.press("Enter")
    assert page.locator("#twin .scroll").evaluate("(box) => box.scrollLeft") == pytest.approx(before, abs=20)
    box, inside = page.locator(":focus").bounding_box(), page.locator("#twin .scroll").bounding_box()
    assert box is not None
    assert inside is not None
    assert box["x"] >= inside["x"]
    assert box["x"] < inside["x"] + inside["width"]
