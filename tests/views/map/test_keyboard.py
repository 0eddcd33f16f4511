"""The map without a mouse: one stop of the tab key, arrows to the nearest actor, Enter opens, Escape leaves."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, expect

from tests.browser import until
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
    assert on_map == ["map switch", "map choose-size", "map choose-color", "map choose-names", "map picture"]
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


HERE = """() => {
  const here = document.activeElement, style = getComputedStyle(here), box = here.getBoundingClientRect();
  const label = here.getAttribute("aria-label") || here.labels?.[0]?.textContent || here.textContent;
  const wide = parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none";
  return [label.trim(), wide && box.bottom > 0 && box.top < innerHeight];
}"""


def walk(page: Page, name: str, key: str = "Tab") -> None:
    """Press a key until the focus is on what is called so; every stop on the way shows where it is."""
    stops = []
    for _ in range(150):
        page.keyboard.press(key)
        called, seen = page.evaluate(HERE)
        if page.evaluate("document.activeElement === document.body"):
            continue
        assert seen, f"no focus to be seen on {called!r}"
        if called.startswith(name):
            return
        stops.append(called[:30])
    pytest.fail(f"{name!r} is not among the stops {stops}")


def test_a_tour_without_a_mouse(page: Page, maps: Maps) -> None:
    """A named actor, its partners, those nobody works with, the central ones; the table, sorted, and back."""
    figures = maps.figures("city")
    names = [actor["name"] for actor in figures["actors"]]
    ties = [tie for tie in maps.drawn("city")[0].ties() if 9 in (tie["source"], tie["target"])]
    partners = {names[tie["target"] if tie["source"] == 9 else tie["source"]] for tie in ties}
    maps.show(page, "city")
    page.keyboard.press("Tab")
    assert page.evaluate(HERE) == ["Zur Karte", True]

    walk(page, "Zur Suche")
    page.keyboard.press("Enter")
    page.keyboard.type(names[9])
    page.keyboard.press("Enter")
    panel = page.get_by_role("region", name="Akteur", exact=True)
    expect(panel.get_by_role("heading", level=2)).to_have_text(names[9])
    assert set(panel.locator(".partners .link bdi").all_inner_texts()) >= partners
    first = panel.locator(".partners li .link").first.inner_text()
    walk(page, first)
    page.keyboard.press("Enter")
    expect(panel.get_by_role("heading", level=2)).to_have_text(first)
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()

    walk(page, "zeigen: Noch nicht vernetzt")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
    outsider = page.locator("#areas .actors .link").first.inner_text()
    walk(page, outsider)
    page.keyboard.press("Enter")
    expect(panel).to_contain_text("Ohne genannte Verbindung")
    page.keyboard.press("Escape")

    walk(page, "zeigen: Zentrale Akteure")
    page.keyboard.press("Enter")
    until(page, "location.hash.includes('finding=central')")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "false"

    walk(page, "Zur Tabelle")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('#twin') !== null")
    walk(page, "Akteur")
    page.keyboard.press("Enter")
    head = page.locator("thead th").first
    order = {head.get_attribute("aria-sort")}
    page.keyboard.press("Enter")
    order.add(head.get_attribute("aria-sort"))
    assert order == {"ascending", "descending"}
    assert page.evaluate(HERE)[1]
    walk(page, "Karte", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("table", name="Akteure")).to_be_hidden()
    walk(page, "Zur Karte")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#aloud")).to_contain_text("Partner")


@pytest.mark.parametrize("jump", ["Zur Karte", "Zur Tabelle", "Zur Suche"])
def test_the_first_stops_jump(page: Page, maps: Maps, jump: str) -> None:
    maps.show(page, "city")
    walk(page, jump)
    page.keyboard.press("Enter")
    into = {"Zur Karte": "#picture", "Zur Tabelle": "#twin", "Zur Suche": "#search"}[jump]
    assert page.evaluate("(box) => document.activeElement.closest(box) !== null", into)


def test_zoom_by_key_keeps_the_focused_actor_in_the_window(page: Page, maps: Maps) -> None:
    """The first of the most important stands near the middle; the one far to the left would be the first to leave."""
    maps.show(page, "city")
    actors = page.evaluate("JSON.parse(document.getElementById('analysis').textContent).actors")
    page.locator("#picture").focus()
    for _ in range(12):
        page.keyboard.press("ArrowLeft")
    name = str(page.locator("#aloud").inner_text()).rsplit(", ", 1)[0]
    focused = next(actor for actor in actors if actor["name"] == name)
    for key in ["+"] * 6 + ["-"] * 2:
        page.keyboard.press(key)
    until(page, "Number(decodeURIComponent(location.hash).split(',').pop()) > 2")
    window = parse_qs(page.url.split("#")[1])["window"][0]
    x, y, zoom = (float(part) for part in window.split(","))
    left, top, right, bottom = page.evaluate("JSON.parse(document.getElementById('page').textContent).picture.bounds")
    wide, high = page.evaluate(
        "() => [document.getElementById('canvas').clientWidth, document.getElementById('canvas').clientHeight]"
    )
    scale = min(wide / (right - left), high / (bottom - top)) * zoom
    assert zoom > 2
    assert abs(focused["x"] - x) * scale < wide / 2
    assert abs(focused["y"] - y) * scale < high / 2
