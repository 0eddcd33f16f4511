"""A real browser that fails a test on every request to elsewhere and on every error that the page reports."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, sync_playwright

import tasks

LIKE_A_DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}, "locale": "en-US"}
INERT = ("data:", "blob:", "about:", "chrome-error:")


@cache
def executable() -> str | None:
    """The browser of this machine, as ``tasks.py`` looks for it."""
    return tasks.find_browser()


@cache
def available() -> bool:
    """Whether a page can be opened: by a browser of this machine, or by the one that Playwright brought."""
    try:
        with sync_playwright() as playwright:
            return executable() is not None or tasks.starts(playwright.chromium.executable_path)
    except Exception:  # Playwright's driver ends in whatever way where the system lacks a library of it
        return False


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium, Chrome or Edge for all tests."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable(), args=list(tasks.HEADLESS))
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of 1280×800 that is watched: see ``watched``."""
    failed = request.session.testsfailed
    with watched(browser) as opened:
        yield opened
        if request.session.testsfailed > failed:
            opened.close()


@contextmanager
def watched(browser: Browser, **options: Any) -> Iterator[Page]:
    """A page that must load nothing but the one file that it shows and must report no error.

    ``options`` go to Playwright's ``new_context``: ``viewport``, ``has_touch``, ``color_scheme``, ``locale`` …
    What the page asked for from elsewhere or complained about fails the test when the page is given back. To open a
    page takes three times as long as to show something in it, so it is one that an earlier test has left, emptied; but
    none where that test failed, opened another page, or added a script to all that its page shows.
    """
    wanted = {**LIKE_A_DESK, **options}
    kept = LEFT.setdefault((id(browser), repr(sorted({**wanted, "viewport": None}.items()))), [])
    shown = kept.pop() if kept else Watched(browser, wanted)
    shown.wrong.clear()
    emptied = False
    try:
        shown.page.set_viewport_size(wanted["viewport"])
        yield shown.page
        emptied = shown.emptied()
    finally:
        if emptied:
            kept.append(shown)
        else:
            shown.page.context.close()
    assert not shown.wrong, "the page must stand alone and without errors:\n" + "\n".join(shown.wrong)


class Watched:
    """A page, and what it asked for from elsewhere or complained about."""

    def __init__(self, browser: Browser, options: dict[str, Any]) -> None:
        context = browser.new_context(**options)
        self.wrong: list[str] = []
        watch(context, self.wrong)
        self.page, self._marked = context.new_page(), False
        add = self.page.add_init_script

        def mark(*args: Any, **options: Any) -> None:
            self._marked = True
            add(*args, **options)

        self.page.add_init_script = mark  # type: ignore[method-assign]

    def emptied(self) -> bool:
        """Make the page as it was at first, where that can be."""
        if self._marked or self.page.is_closed() or self.page.context.pages != [self.page]:
            return False
        self.page.goto("about:blank")
        self.page.emulate_media(media="null")
        self.page.mouse.move(-1, -1)
        return True


LEFT: dict[tuple[int, str], list[Watched]] = {}
"""Pages that tests have left, by their browser and their options."""


def watch(context: BrowserContext, wrong: list[str]) -> None:
    """Note in ``wrong`` each request to elsewhere, each console error, each uncaught exception."""

    def judge(route: Route, request: Request) -> None:
        if allowed(request):
            route.continue_()
        else:
            route.abort()

    def note_request(request: Request) -> None:
        if not allowed(request):
            wrong.append(f"request ({request.resource_type}): {request.url[:200]}")

    context.route("**/*", judge)
    context.on("request", note_request)
    context.on("console", lambda said: said.type == "error" and wrong.append(f"console: {said.text[:500]}"))
    context.on("weberror", lambda thrown: wrong.append(f"exception: {thrown.error}"))
    context.on("page", lambda page: page.on("websocket", lambda socket: wrong.append(f"websocket: {socket.url}")))


def allowed(request: Request) -> bool:
    """A page given by its file, and what it carries in itself."""
    return request.url.startswith(INERT) or (request.url.startswith("file:") and request.resource_type == "document")


def until(page: Page, expression: str, arg: Any = None) -> None:
    """Wait until an expression of JavaScript holds (or a function of ``arg``), frame by frame, ten seconds at most.

    Playwright's own ``wait_for_function`` evaluates text inside the page, which the page's policy forbids.
    """
    test = expression if re.match(r"\(\w*\) =>", expression) else f"() => ({expression})"
    page.evaluate(
        f"""(arg) => new Promise((done, fail) => {{
          const test = {test}, start = performance.now();
          const look = () => {{
            if (test(arg)) done(true);
            else if (performance.now() - start > 10000) fail(new Error("never: " + {json.dumps(expression)}));
            else requestAnimationFrame(look);
          }};
          look();
        }})""",
        arg,
    )
