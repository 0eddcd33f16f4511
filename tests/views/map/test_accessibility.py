"""axe-core finds nothing: WCAG 2.1 A and AA, both languages, both themes, desk and phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser import watched
from tests.views.map.conftest import Maps

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
STEPS = {
    "the map": None,
    "without the central actors": "document.getElementById('switch')?.click()",
    "the table": "document.getElementById('show-table').click()",
    "an actor": "document.querySelector('#twin tbody .link').click()",
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


def violations(page: Page) -> list[str]:
    """What axe-core complains about, with the element."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]
