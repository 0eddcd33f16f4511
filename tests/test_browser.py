"""The watched page: it has to catch what a page must not do, or the tests of the map prove nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import watched


def test_a_page_that_stands_alone_passes(browser: Browser, tmp_path: Path) -> None:
    with watched(browser) as page:
        page.goto(written(tmp_path, "<h1>Ort</h1><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>"))
        assert page.inner_text("h1") == "Ort"


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("<img src='https://example.org/picture.png'>", "request"),
        ("<script src='beside.js'></script>", "request"),
        ("<script>fetch('https://example.org/').catch(() => 0)</script>", "request"),
        ("<script>console.error('a console message')</script>", "a console message"),
        ("<script>throw new Error('an exception')</script>", "an exception"),
        ("<script>new WebSocket('ws://127.0.0.1:9/')</script>", "websocket"),
    ],
)
def test_what_a_page_must_not_do_fails_the_test(browser: Browser, tmp_path: Path, body: str, named: str) -> None:
    with pytest.raises(AssertionError, match=named), watched(browser) as page:
        page.goto(written(tmp_path, body), wait_until="networkidle")


def test_a_page_is_taken_over_as_if_it_were_new(browser: Browser, tmp_path: Path) -> None:
    with watched(browser, locale="de-CH") as one:
        one.goto(written(tmp_path, "<h1>Ort</h1>"))
        one.set_viewport_size({"width": 300, "height": 300})
        one.emulate_media(media="print")
        one.mouse.move(20, 20)
    with watched(browser, locale="de-CH") as other, watched(browser, locale="de-CH") as beside:
        assert other is one
        assert beside is not one
        assert other.evaluate(STATE) == [1280, 800, False, "", 0]


STATE = """[
  innerWidth, innerHeight, matchMedia("print").matches, document.body.textContent,
  document.querySelectorAll(":hover").length,
]"""


def test_what_can_not_be_taken_back_ends_with_its_test(browser: Browser, tmp_path: Path) -> None:
    with watched(browser, locale="de-AT") as scripted:
        scripted.add_init_script("window.left = 1")
    with watched(browser, locale="de-AT") as opening:
        assert opening is not scripted
        opening.evaluate("window.open('about:blank') && 0")
    with watched(browser, locale="de-AT") as left:
        assert left is not opening
    with pytest.raises(ZeroDivisionError), watched(browser, locale="de-AT"):
        _ = 1 / 0
    with watched(browser, locale="de-AT") as new:
        assert new is not left
        new.goto(written(tmp_path, "<p>x</p>"))
        assert new.evaluate("window.left") is None


def written(folder: Path, body: str) -> str:
    """The address of a page with this body."""
    page = folder / "page.html"
    page.write_text(f"<!doctype html><title>t</title>{body}", "utf-8")
    return page.as_uri()
