"""The view in the address: written once, read as it was ever written, never further away than the picture reaches."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page

from tests.browser import until
from tests.views.map.conftest import Maps
from tests.views.map.landscapes import bridge
from tests.views.map.test_sizing import show, with_columns

PLACES = ["Süd|West", "Süd|West", "100 % Süd", "Nord", "Nord", "Süd", "Süd", "Nord"]
NAMES_SHOWN = ["Drehscheibe", "Elternkreis", "Hafengruppe"]
"""Those of d, e and h: Nord."""
ROWS = "() => [...document.querySelectorAll('#twin tbody [data-actor]')].map((name) => name.textContent).sort()"
PAGE = "() => JSON.parse(document.getElementById('page').textContent).picture.bounds"


def go(page: Page, text: str) -> None:
    """Open the page anew with that behind the #."""
    plain = page.url.split("#")[0]
    page.goto("about:blank")
    page.goto(f"{plain}#{text}")
    page.wait_for_selector("html[data-settled=true]", state="attached")


def test_what_is_hidden_is_written_once_and_read_back(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path / "map.html", with_columns(bridge(), place=PLACES), show=["place"])
    page.locator("#show-table").click()
    page.locator("#twin select[data-bar='column:place']").select_option("Nord")
    until(page, "location.hash.includes('hide-column')")
    text = page.url.split("#")[1]
    assert sorted(parse_qs(text)["hide-column:place"][0].split("|")) == ["", "100 %25 Süd", "Süd", "Süd%7CWest"]
    go(page, text)
    assert page.evaluate(ROWS) == NAMES_SHOWN


def test_an_address_of_before_opens_the_same(page: Page, tmp_path: Path) -> None:
    """Until now every value was written twice: S%25C3%25BCd."""
    show(page, tmp_path / "map.html", with_columns(bridge(), place=PLACES), show=["place"])
    go(page, "view=table&hide-column%3Aplace=S%25C3%25BCd%257CWest%7C100%2520%2525%2520S%25C3%25BCd%7CS%25C3%25BCd")
    assert page.evaluate(ROWS) == NAMES_SHOWN


def standing(page: Page, given: str) -> tuple[float, ...]:
    """Where the window stands, as the page itself writes it into the address once it is at rest."""
    page.wait_for_function("(given) => decodeURIComponent(location.hash) !== `#window=${given}`", arg=given)
    return tuple(float(part) for part in parse_qs(page.url.split("#")[1])["window"][0].split(","))


@pytest.mark.parametrize("window", ["1e307,1,1", "-1e9,-1e9,4", "0,1e200,12"])
def test_a_window_shows_some_of_the_picture(page: Page, maps: Maps, window: str) -> None:
    """The middle of the window lies at most a quarter of the window outside; the page writes where."""
    maps.show(page, "city")
    go(page, f"window={window}")
    (x, y, zoom), (left, top, right, bottom) = standing(page, window), page.evaluate(PAGE)
    wide, high = page.evaluate(
        "() => [document.getElementById('canvas').clientWidth, document.getElementById('canvas').clientHeight]"
    )
    scale = 0.99 * min(wide / (right - left), high / (bottom - top)) * zoom
    assert left - wide / scale / 4 <= x <= right + wide / scale / 4
    assert top - high / scale / 4 <= y <= bottom + high / scale / 4


def test_a_window_inside_the_picture_is_taken_as_it_is(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    left, top, right, bottom = page.evaluate(PAGE)
    x, y = round(left + (right - left) / 3, 1), round(top + (bottom - top) / 3, 1)
    go(page, f"window={x},{y},2")
    assert standing(page, f"{x},{y},2") == pytest.approx((x, y, 2), abs=0.2)
