"""axe-core finds nothing: WCAG 2.1 A and AA, both languages, both themes, desk and phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser import watched
from tests.views.map.conftest import Maps

VIOLATIONS = {"resultTypes": ["violations"]}
"""Describe what is violated alone, not each element that passes: a third of the time."""
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"], **VIOLATIONS}
STEPS = {
    "the map": None,
    "without the central actors": "document.getElementById('switch')?.click()",
    "the table": "document.getElementById('show-table').click()",
    "an actor": "document.querySelector('#twin tbody .link').click()",
    "in plain language": "document.querySelector('.plain summary').click()",
    "the other language": "document.getElementById('language').click()",
}


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("audience", ["office", "public"])
def test_nothing_found(browser: Browser, maps: Maps, audience: str, theme: str, size: tuple[int, int]) -> None:
    options = {"viewport": {"width": size[0], "height": size[1]}, "color_scheme": theme, "bypass_csp": True}
    with watched(browser, **options) as page:
        maps.show(page, "mandate", audience)
        for step, press in STEPS.items():
            if press:
                page.evaluate(press)
            assert violations(page) == [], step


@pytest.mark.parametrize("audience", ["office", "participants"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", ["finding=outside", "finding=composition&plain=yes", "about=yes", "bridge=A-B"])
def test_nothing_found_in_what_opens(browser: Browser, maps: Maps, state: str, theme: str, audience: str) -> None:
    with watched(browser, color_scheme=theme, bypass_csp=True) as page:
        page.goto(f"{maps.drawn('city', audience)[1].as_uri()}#{state}")
        page.wait_for_selector("html[data-settled=true]", state="attached")
        assert violations(page) == []


def test_marks_and_bars_keep_their_colors_where_colors_are_forced(browser: Browser, maps: Maps) -> None:
    with watched(browser, forced_colors="active") as page:
        maps.show(page, "city")
        bars = page.locator(".circle-bar .bar > span")
        colors = set(bars.evaluate_all("(all) => all.map((part) => getComputedStyle(part).backgroundColor)"))
        assert len(colors) > 3
        pressed, other = (
            page.locator(name).evaluate("(one) => getComputedStyle(one).backgroundColor")
            for name in ("#show-map", "#show-table")
        )
        assert pressed != other


@pytest.mark.parametrize("audience", ["office", "participants"])
def test_a_heading_is_its_words_alone(page: Page, maps: Maps, audience: str) -> None:
    """What one can press stands beside a heading; the heading of the folded legend is all button, so that it opens."""
    maps.show(page, "city", audience)
    page.locator("#legend input").first.uncheck()
    for state in ("", "actor=a0", "circle=1", "open=meeting", "without=yes"):
        page.evaluate("(hash) => { location.hash = hash; }", state)
        told = page.locator(":is(h1, h2, h3, h4):visible").evaluate_all(
            "(all) => all.filter((one) => one.querySelector('button:not(.fold)')).map((one) => one.textContent)"
        )
        assert told == [], state


def violations(page: Page) -> list[str]:
    """What axe-core complains about, with the element."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]
