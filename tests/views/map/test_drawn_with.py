"""What a map that is not the landscape as it stands says of itself: on the page, in "about this map" and on paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from actor_graph.analysis import analyze
from actor_graph.views.map import draw_map
from tests.views.map import landscapes
from tests.views.map.conftest import Maps


def opened(page: Page, folder: Path, audience: Any = "office", language: Any = None, **options: Any) -> Page:
    """The page of the city with these options."""
    analysis = analyze(landscapes.city(), audience=audience, draws=9, language=language, **options)
    path = folder / "map.html"
    path.write_text(draw_map(analysis), encoding="utf-8", newline="\n")
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-settled=true]", state="attached")
    return page


def sheet(page: Page) -> str:
    """All that stands on the sheet of paper, in one line."""
    page.emulate_media(media="print")
    page.wait_for_selector("#paper svg")
    lines = page.locator(".paper-sheet text").all_text_contents()
    page.emulate_media(media="screen")
    return " ".join(lines)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("de", ["Ohne: Afrika-Forum", "die beide Seiten bestätigt haben", "Gezählte Arten: Austausch"]),
        ("en", ["Without: Afrika-Forum", "confirmed by both sides", "Kinds of tie counted: exchange"]),
    ],
)
def test_options_that_change_the_map_are_told(page: Page, tmp_path: Path, language: str, told: list[str]) -> None:
    opened(page, tmp_path, language=language, without=["a3"], confirmed=True, count=["exchange"])
    printed = sheet(page)
    page.locator(".about-link").first.click()
    for text in told:
        expect(page.locator("#banner")).to_contain_text(text)
        expect(page.locator("#about")).to_contain_text(text)
        assert text in printed


def test_a_map_as_it_stands_says_nothing_of_it(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    assert page.locator(".drawn-with").count() == 0
    assert maps.figures("city")["settings"]["without"] == {"actors": 0, "named": []}


def test_to_the_public_those_who_did_not_agree_are_a_number(page: Page, tmp_path: Path) -> None:
    """By hand: a1 and a5 are not published, a0 is."""
    opened(page, tmp_path, audience="public", without=["a0", "a1", "a5"])
    expect(page.locator("#banner")).to_contain_text("Ohne: Haus der Kulturen Musterstadt e. V., 2 weitere")
    opened(page, tmp_path, audience="public", without=["a1"])
    expect(page.locator("#banner")).to_contain_text("1 Akteur ist ausgelassen")
    assert "Amt für Integration" not in page.content()


def test_outside_the_office_nothing_is_told_of_the_excluded() -> None:
    city = landscapes.city()
    survey = ("excluded", *city.actors["survey"][1:])
    actors = replace(city.actors, columns={**city.actors.columns, "survey": survey})
    told = {}
    for audience in ("office", "participants", "public"):
        found = analyze(replace(city, actors=actors), audience=audience, draws=9, without=["a0", "a4"])
        without = found.to_dict()["settings"]["without"]
        told[audience] = (without["actors"], [one["id"] for one in without["named"]])
    assert told == {"office": (2, ["a0", "a4"]), "participants": (1, ["a4"]), "public": (1, ["a4"])}


def test_the_sheet_tells_the_thought_experiment_in_words(page: Page, maps: Maps) -> None:
    """By hand: four of the star are outside, nine without the hub, five of them lose contact."""
    figures = maps.figures("star")
    ties, after = figures["network"]["ties"], figures["without_top_dogs"]["network"]["ties"]
    maps.show(page, "star")
    assert "Gedankenspiel" not in sheet(page)
    page.get_by_role("switch").click()
    told = sheet(page)
    assert "Ohne die zentralen Akteure – ein Gedankenspiel." in told
    assert "Ohne diesen Akteur verlieren 5 weitere den Anschluss." in told
    assert f"Verbindungen {ties} → {after}" in told
    assert "Noch nicht vernetzt 4 → 9" in told
    assert "zentraler Akteur" not in told, "the only one is taken out and has no ring"
    assert "**" not in told


def test_the_sheet_tells_what_is_lit(page: Page, maps: Maps) -> None:
    maps.show(page, "bridge")
    assert "Hervorgehoben" not in sheet(page)
    page.locator("#findings").get_by_role("button", name="zeigen: Vernetzungsgrad").click()
    assert "Hervorgehoben, alles andere blass: Vernetzungsgrad" in sheet(page)
    page.get_by_role("searchbox").fill("Drehscheibe")
    page.get_by_role("searchbox").press("Enter")
    assert "blass: Drehscheibe mit den Partnern" in sheet(page)
    page.locator("#steps").select_option("2")
    assert "Drehscheibe mit den Partnern und deren Partnern" in sheet(page)
    page.locator("#way-to").fill("Anna-Verein")
    page.locator("#way-to").press("Enter")
    assert "kürzester Weg von Drehscheibe zu Anna-Verein" in sheet(page)


@pytest.mark.parametrize(
    ("audience", "banner"), [("office", "Internes Arbeitsdokument"), ("participants", "Für die Beteiligten")]
)
def test_each_page_of_the_table_says_what_it_is(page: Page, maps: Maps, audience: str, banner: str) -> None:
    maps.show(page, "city", audience)
    page.emulate_media(media="print")
    head = page.locator(".paper-table thead .paper-banner")
    expect(head).to_contain_text(f"{banner} · Musterstadt · Stand 30. Juni 2026")
    assert head.locator("..").evaluate("(head) => getComputedStyle(head).display") == "table-header-group"
