"""The map without a mouse: one stop of the tab key, arrows to the nearest actor, Enter opens, Escape leaves."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.views.map.conftest import TWENTY_FRAMES, Maps

WHERE = """() => {
  const here = document.activeElement;
  return here.closest("#map, #beside, #side, header")?.id + " " + here.id;
}"""
DIRECTIONS = {"ArrowLeft": (-1, 0), "ArrowRight": (1, 0), "ArrowUp": (0, -1), "ArrowDown": (0, 1)}


def test_the_map_is_one_stop_of_the_tab_key(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    stops = []
    page.get_by_role("searchbox").focus()
    for _ in range(60):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(WHERE))
    on_map = [stop for stop in dict.fromkeys(stops) if stop.startswith("map ")]
    assert on_map == ["map switch", "map picture"]
    assert page.locator("#canvas [tabindex='0']").count() == 0


@pytest.mark.parametrize("key", list(DIRECTIONS))
def test_an_arrow_goes_to_the_nearest_in_its_direction(page: Page, maps: Maps, key: str) -> None:
    """Ahead counts once, aside twice, and only what lies within some 68 degrees of the direction."""
    maps.show(page, "bridge")
    actors = page.evaluate("JSON.parse(document.getElementById('analysis').textContent).actors")
    networked = [actor for actor in actors if actor["status"] == "networked"]
    dx, dy = DIRECTIONS[key]
    page.locator("#picture").focus()
    page.keyboard.press(key)
    expect(page.locator("#aloud")).to_contain_text("Chor, 3 Partner")  # the first of the most important ones
    here = next(actor for actor in actors if actor["name"] == "Chor")
    away = {}
    for other in networked:
        x, y = other["x"] - here["x"], other["y"] - here["y"]
        ahead, aside = x * dx + y * dy, abs(x * dy) + abs(y * dx)
        if ahead > 0 and aside <= 2.5 * ahead:
            away[other["name"]] = ahead + 2 * aside
    page.keyboard.press(key)
    nearest = min(away, key=lambda name: away[name]) if away else "Chor"
    expect(page.locator("#aloud")).to_contain_text(f"{nearest}, ")


def test_enter_opens_and_escape_leaves(page: Page, maps: Maps) -> None:
    maps.show(page, "bridge")
    page.locator("#picture").focus()
    plain = page.locator("#canvas").screenshot()
    page.keyboard.press("ArrowDown")
    page.evaluate(TWENTY_FRAMES)
    assert page.locator("#canvas").screenshot() != plain
    page.keyboard.press("Enter")
    panel = page.get_by_role("region", name="Akteur", exact=True)
    expect(panel.get_by_role("heading", level=2)).to_have_text("Chor")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    page.keyboard.press("Escape")
    page.evaluate(TWENTY_FRAMES)
    assert page.locator("#canvas").screenshot() == plain
