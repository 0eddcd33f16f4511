"""The map without a mouse: one stop of the tab key, arrows to the nearest actor, Enter opens, Escape leaves."""

from __future__ import annotations

import math
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, expect

from tests.browser import until
from tests.views.map.conftest import TWENTY_FRAMES, Maps

WHERE = """() => {
  const here = document.activeElement;
  return here.closest("#map, #beside, #side, header")?.id + " " + here.id;
}"""
NOBODY = "In dieser Richtung steht kein weiterer Akteur."
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
    """Distance over the square of the cosine of the angle, and only what is at most twice as far aside as ahead."""
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
        if ahead > 0 and aside <= 2 * ahead:
            away[other["name"]] = math.hypot(ahead, aside) / math.cos(math.atan2(aside, ahead)) ** 2
    page.keyboard.press(key)
    nearest = min(away, key=lambda name: away[name]) + ", " if away else NOBODY
    expect(page.locator("#aloud")).to_contain_text(nearest)


def test_every_actor_on_the_map_is_reached_by_arrows(page: Page, maps: Maps) -> None:
    """From each actor every arrow goes more than 26 degrees ahead or says that nobody stands there; all are found."""
    maps.show(page, "city")
    actors = page.evaluate("JSON.parse(document.getElementById('analysis').textContent).actors")
    placed = [actor for actor in actors if actor["status"] == "networked"]
    steps: dict[str, set[str]] = {}
    for actor in placed:
        for key, (dx, dy) in DIRECTIONS.items():
            page.locator("#search").focus()
            page.evaluate("(id) => { location.hash = `actor=${id}`; }", actor["id"])
            until(page, "(name) => document.querySelector('#actor h2')?.textContent === name", arg=actor["name"])
            page.locator("#picture").focus()
            page.keyboard.press(key)
            said = str(page.locator("#aloud").inner_text())
            if said == NOBODY:
                sides = ((one["x"] - actor["x"], one["y"] - actor["y"]) for one in placed)
                assert all(x * dx + y * dy <= 0.5 * (abs(x * dy) + abs(y * dx)) for x, y in sides)
                continue
            to = next(one for one in placed if said.startswith(f"{one['name']}, "))
            x, y = to["x"] - actor["x"], to["y"] - actor["y"]
            assert x * dx + y * dy >= 0.5 * (abs(x * dy) + abs(y * dx)) > -1
            steps.setdefault(actor["name"], set()).add(to["name"])
    reached: set[str] = set()
    new = {placed[0]["name"]}
    while new:
        reached |= new
        new = {to for name in new for to in steps[name]} - reached
    assert reached == {actor["name"] for actor in placed}


def test_home_and_end_go_to_the_first_and_the_last(page: Page, maps: Maps) -> None:
    """To the office by importance, to all others by name."""
    figures = maps.figures("city")
    maps.show(page, "city")
    page.locator("#picture").focus()
    page.keyboard.press("Home")
    most = max((actor for actor in figures["actors"] if actor["top_dog"]), key=lambda actor: actor["degree"])
    expect(page.locator("#aloud")).to_contain_text(f"{most['name']}, {most['degree']} Partner, ")
    expect(page.locator("#aloud")).to_contain_text(", zentraler Akteur")
    page.keyboard.press("End")
    networked = [actor for actor in figures["actors"] if actor["status"] == "networked"]
    least = min(actor["degree"] for actor in networked)
    expect(page.locator("#aloud")).to_contain_text(f", {least} Partner, ")
    maps.show(page, "city", "participants")
    page.locator("#picture").focus()
    names = page.evaluate("(all) => all.sort(new Intl.Collator('de').compare)", [actor["name"] for actor in networked])
    page.keyboard.press("Home")
    expect(page.locator("#aloud")).to_contain_text(f"{names[0]}, ")
    page.keyboard.press("End")
    expect(page.locator("#aloud")).to_contain_text(f"{names[-1]}, ")
    expect(page.locator("#aloud")).not_to_contain_text("zentral")


@pytest.mark.parametrize("audience", ["office", "participants"])
def test_what_is_said_of_an_actor(page: Page, maps: Maps, audience: str) -> None:
    """By hand: c has the partners a, b and d; a, b and c are migrant organizations and one circle, h has no tie."""
    maps.show(page, "bridge", audience)
    search = page.get_by_role("searchbox")
    search.fill("chor")
    search.press("Enter")
    letter = next(circle["cluster"] for circle in maps.figures("bridge")["clusters"] if "c" in circle["members"])
    expect(page.locator("#aloud")).to_have_text(f"Chor, 3 Partner, Migrantenorganisation, Kreis {' AB'[letter]}")
    search.fill("hafen")
    search.press("Enter")
    outside = ", ohne genannte Verbindung" if audience == "office" else ""
    expect(page.locator("#aloud")).to_have_text(f"Hafengruppe, 0 Partner, Eine-Welt-Gruppe{outside}")


def test_those_beside_the_network_are_reached_by_key_with_their_name(page: Page, maps: Maps) -> None:
    """All who are not on the map are stops of the tab key, told with their status once they are open."""
    outside = {a["name"]: a["status"] for a in maps.figures("city")["actors"] if a["status"] != "networked"}
    words = {
        "isolated": "ohne genannte Verbindung",
        "fragment": "kleiner Kreis für sich",
        "unknown": "noch keine Rückmeldung",
    }
    maps.show(page, "city")
    page.locator("#picture").focus()
    found = []
    for _ in range(len(outside) + 2):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('#areas .actors') !== null"):
            found.append(page.evaluate("document.activeElement.textContent"))
    assert sorted(found) == sorted(name.removesuffix(" e. V.") for name in outside)
    page.locator("#areas .actors .link").first.focus()
    page.keyboard.press("Enter")
    name = page.locator("#actor h2").inner_text()
    expect(page.locator("#aloud")).to_contain_text(f"{name}, ")
    expect(page.locator("#aloud")).to_contain_text(words[outside[name]])


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
    said = name = ""
    while said != NOBODY:
        name = said.split(", ")[0]
        page.keyboard.press("ArrowLeft")
        said = str(page.locator("#aloud").inner_text())
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
