"""About this map: what the landscape says of itself, and links that can be nothing but an e-mail address or a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from actor_graph.analysis import analyze
from actor_graph.analysis.about import sources, turn_to
from actor_graph.views.map import draw_map
from tests.browser import until, watched
from tests.views.map import landscapes
from tests.views.map.conftest import Maps

HOSTILE = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//@example.org",
    "data:text/html,<script>alert(2)</script>",
    " https://example.org/' onmouseover='alert(3)",
    'https://example.org/" onclick="alert(4)',
    "href=https://example.org",
    "//example.org/x",
    "file:///etc/passwd",
    "https://user:secret@example.org/",
    "netz@example.org?bcc=alle@example.org",
    "netz@example.org,alle@example.org",
    "mailto:netz@example.org",
    "https://example.org/\u202egnp.exe",
    "<a href='https://example.org'>x</a>",
]


def drawn(folder: Path, told: Mapping[str, Any], audience: Any = "public", **options: Any) -> str:
    """The page of the bridge with these entries of the landscape."""
    bridge = landscapes.bridge()
    analysis = analyze(replace(bridge, meta={**bridge.meta, **told}), audience=audience, draws=9, **options)
    path = folder / "about.html"
    path.write_text(draw_map(analysis), encoding="utf-8", newline="\n")
    return path.as_uri()


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.wait_for_selector("html[data-settled=true]", state="attached")
    return page


@pytest.mark.parametrize("audience", ["office", "participants", "public"])
def test_it_tells_what_the_landscape_says_of_itself(page: Page, tmp_path: Path, audience: str) -> None:
    told = {
        "place": "Am Hafen",
        "boundary": "Vereine mit Sitz in der Stadt",
        "sources": ["Liste des Rathauses", "Anruf unter 0351 / 123 45 67"],
        "feedback": "netz@example.org",
        "accessibility": {"address": "bf@example.org", "statement": "https://example.org/bf"},
        "vision": "Ein internes Ziel",
    }
    opened(page, drawn(tmp_path, told, audience))
    page.get_by_role("button", name="Über diese Karte").click()
    box = page.get_by_role("dialog", name="Über diese Karte")
    for text in ("Musterstadt", "Am Hafen", "30. Juni 2026", "Vereine mit Sitz", "Liste des Rathauses", "8 von 8"):
        expect(box).to_contain_text(text)
    expect(box).to_contain_text("Startwert 1")
    expect(box).to_contain_text("Anruf unter […]")
    links = box.get_by_role("link").evaluate_all("(all) => all.map((link) => link.getAttribute('href'))")
    assert links == ["mailto:bf@example.org", "https://example.org/bf", "mailto:netz@example.org"]
    assert set(box.get_by_role("link").evaluate_all("(all) => all.map((link) => link.rel)")) == {"noreferrer noopener"}
    until(page, "location.hash === '#about=yes'")
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    assert page.evaluate("document.activeElement.textContent") == "Über diese Karte"
    places = page.locator("#places a").evaluate_all("(all) => all.map((link) => [link.textContent, link.href])")
    assert places == [["Barrierefreiheit", "https://example.org/bf"], ["Feedback", "mailto:netz@example.org"]]
    assert "internes Ziel" not in page.content()


def test_the_address_for_feedback_stays_where_contacts_go(tmp_path: Path) -> None:
    bridge = landscapes.bridge()
    meta = {**bridge.meta, "place": "Hafen, hafen@example.org", "feedback": "0351 1234567 oder netz@example.org"}
    land = analyze(replace(bridge, meta=meta), audience="public", draws=9).to_dict()["landscape"]
    assert land["place"] == "Hafen, […]"
    assert land["feedback"] == {"address": "0351 1234567 oder netz@example.org"}


@pytest.mark.parametrize("given", HOSTILE)
def test_what_is_no_plain_address_stays_text(page: Page, tmp_path: Path, given: str) -> None:
    told = {"feedback": given, "accessibility": {"address": given, "statement": given}, "sources": [given]}
    opened(page, drawn(tmp_path, told))
    assert page.locator("#places a").count() == 0
    page.get_by_role("button", name="Über diese Karte").click()
    box = page.get_by_role("dialog")
    assert box.get_by_role("link").count() == 0
    expect(box).to_contain_text("Feedback")
    assert page.evaluate("document.body.dataset.hacked ?? ''") == ""
    assert page.locator("[onclick], [onmouseover]").count() == 0


def test_without_places_there_are_no_links_to_them(page: Page, maps: Maps) -> None:
    maps.show(page, "bridge", "public")
    assert page.locator("#places a").count() == 0
    assert "feedback" not in maps.figures("bridge", "public")["landscape"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("netz@example.org", {"address": "netz@example.org"}),
        ("https://example.org", {"statement": "https://example.org"}),
        ({"E-Mail": "a@b.de", "Erklärung": "https://b.de"}, {"address": "a@b.de", "statement": "https://b.de"}),
        ({"address": ["a@b.de"], "other": "x"}, None),
        (["a@b.de"], None),
        (7, None),
        ({}, None),
    ],
)
def test_places_are_read_from_a_text_or_from_keys(given: Any, told: dict[str, str] | None) -> None:
    assert turn_to({"feedback": given}) == ({"feedback": told} if told else {})


def test_sources_are_a_list_of_texts() -> None:
    assert sources({"sources": ["A", " ", 3, "B "]}) == ["A", "B"]
    assert sources({"sources": "A"}) == ["A"]
    assert sources({}) == []


def test_a_dialog_of_a_phone_is_within_it(browser: Browser, maps: Maps) -> None:
    with watched(browser, viewport={"width": 390, "height": 844}, has_touch=True) as page:
        maps.show(page, "city")
        page.get_by_role("button", name="Über diese Karte").tap()
        box = page.get_by_role("dialog").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        page.get_by_role("button", name="Schließen").tap()
        expect(page.get_by_role("dialog")).to_be_hidden()
