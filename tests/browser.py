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
def page(browser: Browser) -> Iterator[Page]:
    """A page of 1280×800 that is watched: see ``watched``."""
    with watched(browser) as opened:
        yield opened


@contextmanager
def watched(browser: Browser, **options: Any) -> Iterator[Page]:
    """A page that must load nothing but the one file that it shows and must report no error.

    ``options`` go to Playwright's ``new_context``: ``viewport``, ``has_touch``, ``color_scheme``, ``locale`` …
    What the page asked for from elsewhere or complained about fails the test when the page is closed.
    """
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, "locale": "en-US", **options})
    wrong: list[str] = []
    watch(context, wrong)
    try:
        yield context.new_page()
    finally:
        context.close()
    assert not wrong, "the page must stand alone and without errors:\n" + "\n".join(wrong)


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
