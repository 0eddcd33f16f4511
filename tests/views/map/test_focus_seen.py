"""What has the focus can be seen: at every stop of the tab key, forwards and backwards, nothing covers it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import watched
from tests.views.map.conftest import Maps

SIZES = [(1280, 800), (800, 600), (390, 844), (320, 256)]
"""A laptop, a small window with its drawer, a phone, and the laptop at 400 % zoom."""
STOPS = 130
COVERED = """() => {
  const here = document.activeElement;
  if (here === document.body) return null;
  const box = here.getBoundingClientRect(), label = here.labels?.[0];
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const name = here.getAttribute("aria-label") || here.textContent.trim() || here.id;
  if (right <= left || bottom <= top) return `${name}: outside the window`;
  const over = [];
  for (let i = 0.5; i < 7; i += 1) for (let j = 0.5; j < 5; j += 1) {
    const found = document.elementFromPoint(left + ((right - left) * i) / 7, top + ((bottom - top) * j) / 5);
    if (!here.contains(found) && !label?.contains(found)) over.push(found?.id || found?.tagName);
  }
  if (over.length > 14) return `${name}: under ${[...new Set(over)]}`;
  const middle = (box.top + box.bottom) / 2;
  for (let up = here.parentElement; up && box.height < 100; up = up.parentElement) {
    if (up.dataset.more === undefined) continue;
    const edge = up.getBoundingClientRect(), faded = up.matches(".lists") ? 6 : 16;
    const below = up.scrollHeight - up.clientHeight - up.scrollTop > 2, above = up.scrollTop > 2 && up.id !== "legend";
    if (below && edge.bottom - middle < faded) return `${name}: faded below`;
    if (above && middle - edge.top < faded) return `${name}: faded above`;
  }
  return null;
}"""


def covered(page: Page, key: str) -> list[str]:
    """What is not seen on a tour by this key."""
    found = []
    for _ in range(STOPS):
        page.keyboard.press(key)
        found.append(page.evaluate(COVERED))
    return [told for told in found if told]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", ["", "view=table", "actor=a0", "open=meeting"])
def test_nothing_covers_the_focus(browser: Browser, maps: Maps, state: str, size: tuple[int, int]) -> None:
    with watched(browser, viewport={"width": size[0], "height": size[1]}) as page:
        page.goto(f"{maps.drawn('city')[1].as_uri()}#{state}")
        page.wait_for_selector("html[data-settled=true]", state="attached")
        assert covered(page, "Tab") == []
        assert covered(page, "Shift+Tab") == []


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
def test_nothing_covers_the_focus_of_participants(browser: Browser, maps: Maps, size: tuple[int, int]) -> None:
    with watched(browser, viewport={"width": size[0], "height": size[1]}) as page:
        maps.show(page, "city", "participants")
        assert covered(page, "Tab") == []
        assert covered(page, "Shift+Tab") == []


def test_the_button_of_the_further_filters_stays_in_sight_when_they_open(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    button = page.get_by_role("button", name="Weitere Filter")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".more-filters")).to_be_visible()
    assert page.evaluate("document.activeElement.textContent").startswith("Weitere Filter")
    assert page.evaluate(COVERED) is None
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.more-filters') === null"):
            continue
        assert page.evaluate(COVERED) is None
        page.keyboard.press("Space")
        assert page.evaluate(COVERED) is None
        page.keyboard.press("Space")


@pytest.mark.parametrize("height", ["half", "full"])
def test_a_sheet_goes_down_for_what_it_covers(browser: Browser, maps: Maps, height: str) -> None:
    with watched(browser, viewport={"width": 390, "height": 844}, has_touch=True) as page:
        maps.show(page, "city")
        for _ in range({"half": 1, "full": 2}[height]):
            page.locator(".grip").click()
        expect(page.locator(f"#side[data-height={height}]")).to_be_visible()
        page.locator("#language").focus()
        assert covered(page, "Tab") == []


def test_the_grip_of_the_sheet_is_a_target_for_a_finger(browser: Browser, maps: Maps) -> None:
    """44 pixels high, of which other things cover none, in each height of the sheet."""
    with watched(browser, viewport={"width": 390, "height": 844}, has_touch=True) as page:
        for state in ("", "view=table", "actor=a0"):
            page.goto("about:blank")
            page.goto(f"{maps.drawn('city')[1].as_uri()}#{state}")
            page.wait_for_selector("html[data-settled=true]", state="attached")
            for _ in range(3):
                box = page.locator(".grip").bounding_box()
                assert box is not None
                assert box["height"] >= 44
                hit = page.evaluate(
                    "([x, ...ys]) => ys.every((y) => document.elementFromPoint(x, y)?.closest('.grip'))",
                    [195, *(box["y"] + part for part in (1, 15, 30, 42))],
                )
                assert hit
                page.locator(".grip").click()


def test_the_drawer_gives_way_to_the_tools_and_comes_back(browser: Browser, maps: Maps) -> None:
    with watched(browser, viewport={"width": 800, "height": 600}) as page:
        page.goto(f"{maps.drawn('city')[1].as_uri()}#actor=a0")
        page.wait_for_selector("html[data-settled=true]", state="attached")
        expect(page.locator("#side")).to_be_visible()
        page.locator("#upper").focus()
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.id") == "switch":
                break
        expect(page.locator("#side")).to_be_hidden()
        page.keyboard.press("Space")
        expect(page.locator("#switch")).to_have_attribute("aria-checked", "true")
        assert page.evaluate(COVERED) is None
        page.locator("#drawer").focus()
        page.keyboard.press("Enter")
        expect(page.locator("#without")).to_be_visible()
