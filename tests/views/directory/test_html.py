"""The page: in a real browser, without a script, on paper, and with names that try to be more than names."""

from __future__ import annotations

import base64
import re
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from actor_graph.landscape import Landscape
from actor_graph.views.directory import directory
from tests.browser import watched
from tests.views.directory.made import crowd, hostile, town
from tests.views.map.landscapes import HOSTILE
from tests.views.map.test_accessibility import RULES


def written(read: Landscape, where: Path, audience: str = "public") -> Path:
    path = where / f"{audience}.html"
    directory(read, path, audience=audience)
    return path


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("audience", ["public", "office"])
def test_axe_finds_nothing(browser: Browser, tmp_path: Path, audience: str, theme: str, size: tuple[int, int]) -> None:
    path = written(town(tmp_path / "in"), tmp_path, audience)
    options = {"viewport": {"width": size[0], "height": size[1]}, "color_scheme": theme, "bypass_csp": True}
    with watched(browser, **options) as page:
        page.goto(path.as_uri())
        found = Axe().run(page, options=RULES).response["violations"]
        assert [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]] == []


def test_hostile_texts_stay_texts(page: Page, tmp_path: Path) -> None:
    path = written(hostile(), tmp_path)
    page.goto(path.as_uri())
    assert page.evaluate("document.body.dataset.hacked") is None
    assert page.locator("script, img, iframe, [onmouseover], [onclick], [onerror]").count() == 0
    outside = page.locator("a:not([href^='#'])").evaluate_all("(all) => all.map((one) => one.getAttribute('href'))")
    assert outside == []
    told = page.locator("h4 bdi").all_inner_texts()
    shown = [name.replace("\u202e", "<U+202E>").replace("\u2028", "<U+2028>") for name in HOSTILE]
    assert sorted(told) == sorted(shown)


def test_the_policy_lets_nothing_in_but_the_style_of_the_page(tmp_path: Path) -> None:
    text = written(town(tmp_path / "in"), tmp_path).read_bytes().decode("utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert policy
    assert style
    rules = policy[1].replace("&#39;", "'").split("; ")
    digest = base64.b64encode(sha256(style[1].encode("utf-8")).digest()).decode("ascii")
    assert rules[:3] == ["default-src 'none'", "script-src 'none'", f"style-src 'sha256-{digest}'"]
    assert "\r" not in text
    assert "style=" not in text.replace(style[0], "")


def test_only_addresses_are_links_to_elsewhere(page: Page, tmp_path: Path) -> None:
    page.goto(written(town(tmp_path / "in"), tmp_path).as_uri())
    links = page.locator("a:not([href^='#'])")
    assert links.evaluate_all("(all) => all.map((one) => [one.getAttribute('href'), one.rel])") == [
        ["https://www.bruecke.de", "noopener noreferrer"]
    ]


def test_every_link_within_leads_somewhere_and_ids_are_single(tmp_path: Path) -> None:
    class Places(HTMLParser):
        ids: list[str] = []  # noqa: RUF012 - one parser, one page
        links: list[str] = []  # noqa: RUF012

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            told = dict(attrs)
            if told.get("id"):
                self.ids.append(str(told["id"]))
            if str(told.get("href")).startswith("#"):
                self.links.append(str(told["href"])[1:])

    seen = Places()
    seen.feed(written(crowd(40), tmp_path).read_text("utf-8"))
    assert len(seen.ids) == len(set(seen.ids))
    assert set(seen.links) <= set(seen.ids)
    assert len(seen.links) > 80


def test_headings_step_down_one_by_one(page: Page, tmp_path: Path) -> None:
    page.goto(written(town(tmp_path / "in"), tmp_path).as_uri())
    levels = page.locator("h1, h2, h3, h4").evaluate_all("(all) => all.map((one) => Number(one.tagName[1]))")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.locator("html").get_attribute("lang") == "de"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_screen(browser: Browser, tmp_path: Path, width: int) -> None:
    with watched(browser, viewport={"width": width, "height": 800}) as page:
        for name, read in (("crowd", crowd()), ("hostile", hostile())):
            path = tmp_path / name
            path.mkdir()
            page.goto(written(read, path).as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
            lines = page.locator(".number").evaluate_all("(all) => all.map((one) => Math.round(one.offsetHeight / 24))")
            assert max(lines) == 1, name


def test_what_a_finger_touches_is_large_enough(browser: Browser, tmp_path: Path) -> None:
    with watched(browser, viewport={"width": 390, "height": 844}, has_touch=True) as page:
        page.goto(written(crowd(60), tmp_path).as_uri())
        heights = page.locator("main a, nav a").evaluate_all("(all) => all.map((one) => one.offsetHeight)")
        assert min(heights) >= 44


def test_the_skip_link_leads_to_the_entries(page: Page, tmp_path: Path) -> None:
    page.goto(written(town(tmp_path / "in"), tmp_path).as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "entries"


def test_paper_is_light_and_has_no_navigation(browser: Browser, tmp_path: Path) -> None:
    with watched(browser, color_scheme="dark") as page:
        page.goto(written(town(tmp_path / "in"), tmp_path).as_uri())
        page.emulate_media(media="print")
        assert page.locator("nav").is_hidden()
        assert page.evaluate("getComputedStyle(document.documentElement).color") == "rgb(22, 32, 43)"
        kept = page.locator(".entry").evaluate_all("(all) => all.map((one) => getComputedStyle(one).breakInside)")
        assert set(kept) == {"avoid"}


def test_a_search_engine_finds_the_public_page_alone(tmp_path: Path) -> None:
    read = town(tmp_path / "in")
    assert "noindex" not in written(read, tmp_path).read_text("utf-8")
    assert "noindex" in written(read, tmp_path, "participants").read_text("utf-8")


def test_the_same_landscape_gives_the_same_bytes(tmp_path: Path) -> None:
    read = town(tmp_path / "in")
    for ending in ("html", "xlsx"):
        directory(read, tmp_path / f"one.{ending}")
        directory(read, tmp_path / f"two.{ending}")
        assert (tmp_path / f"one.{ending}").read_bytes() == (tmp_path / f"two.{ending}").read_bytes()
