"""The summary in plain language: of the figures of its audience alone, first in the side, one line while closed."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from actor_graph.views.plain import plain_language
from actor_graph.words import LANGUAGES
from tests.browser import until, watched
from tests.views.map.conftest import Maps


def told(figures: dict[str, Any], language: Any = "de") -> str:
    return " ".join(text for paragraph in plain_language(figures, language) for text in paragraph)


def test_the_office_reads_of_ties_of_those_without_and_of_the_many(maps: Maps) -> None:
    """The bridge by hand: seven of eight hang together, one has no tie, all have answered."""
    said = told(maps.figures("bridge"))
    assert "Es geht um 8 Akteure." in said
    assert "7 von 8 Akteuren hängen zusammen." in said
    assert "Bei 1 Akteur ist noch keine Verbindung genannt." in said
    assert "nicht geantwortet" not in said


def test_numbers_are_those_of_the_analysis(maps: Maps) -> None:
    figures = maps.figures("city")
    status = [actor["status"] for actor in figures["actors"]]
    said = told(figures)
    assert f"Bei {status.count('isolated')} Akteuren ist noch keine Verbindung genannt." in said
    assert f"{status.count('fragment')} Akteure sind in kleinen Kreisen für sich." in said
    assert f"Von {status.count('unknown')} Akteuren wissen wir noch nichts." in said
    assert f"{len(figures['top_dogs'])} Akteure haben viele Verbindungen." in said


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_others_read_nothing_of_status_or_center(maps: Maps, audience: str) -> None:
    figures = maps.figures("city", audience)
    said = told(figures)
    for word in ("zentral", "viele Verbindungen", "kleinen Kreisen", "wissen wir noch nichts"):
        assert word not in said
        assert f'"{word}' not in maps.text("city", audience)
    assert "Einige haben noch nicht geantwortet." in said
    assert ("wer zugestimmt hat" in said) == (audience == "public")
    nothing = figures | {"network": dict.fromkeys(figures["network"])}
    assert not re.search(r"None|null|–", told(nothing))


@pytest.mark.parametrize(
    ("name", "audience", "sentence"),
    [
        ("no_actor", "office", "Es ist noch kein Akteur erfasst."),
        ("one_actor", "office", "Es geht um 1 Akteur."),
        ("no_ties", "office", "Es ist noch keine Verbindung erfasst."),
        ("pair", "office", "Ein großes Netz gibt es noch nicht."),
        ("few_answers", "participants", "Bisher haben zu wenige geantwortet."),
    ],
)
def test_every_landscape_has_its_sentences(maps: Maps, name: str, audience: str, sentence: str) -> None:
    figures = maps.figures(name, audience)
    assert sentence in told(figures)
    if name != "pair":
        assert "Jede Linie" not in told(figures)


def test_sentences_are_short_and_both_languages_say_as_many(maps: Maps) -> None:
    for name in ("city", "mandate", "star", "no_ties"):
        german, english = (plain_language(maps.figures(name), language) for language in LANGUAGES)
        assert [len(paragraph) for paragraph in german] == [len(paragraph) for paragraph in english]
        for sentence in (text for paragraphs in (german, english) for paragraph in paragraphs for text in paragraph):
            assert len(sentence.split()) <= 11, sentence
            assert sentence.count(",") <= 1


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
def test_it_stands_first_and_its_state_stands_in_the_address(
    browser: Browser, maps: Maps, size: tuple[int, int]
) -> None:
    with watched(browser, viewport={"width": size[0], "height": size[1]}) as page:
        maps.show(page, "city")
        summary = page.get_by_text("In einfacher Sprache")
        assert page.locator("#findings > *").first.locator("summary").inner_text() == "In einfacher Sprache"
        box = summary.bounding_box()
        assert box is not None
        assert box["height"] < (25 if size[0] > 720 else 60)
        expect(page.get_by_text("Jede Linie ist eine Verbindung.")).to_be_hidden()
        summary.click()
        expect(page.get_by_text("Jede Linie ist eine Verbindung.")).to_be_visible()
        until(page, "location.hash.includes('plain=yes')")
        page.reload()
        page.wait_for_selector("html[data-settled=true]", state="attached")
        expect(page.get_by_text("Jede Linie ist eine Verbindung.")).to_be_visible()
        page.locator("#language").click()
        expect(page.get_by_text("Each line is a tie.")).to_be_visible()


def spotlit(page: Page) -> list[str]:
    """Names of the actors beside the map whose marks are not faint."""
    found: list[str] = page.locator("#areas .actors li:not(.faint) .link").all_inner_texts()
    return found


def test_a_finding_is_shown_on_the_map_and_escape_leaves(page: Page, maps: Maps) -> None:
    figures = maps.figures("city")
    names = {actor["id"]: actor["name"] for actor in figures["actors"]}
    outside = {names[id_].removesuffix(" e. V.") for id_ in figures["not_yet_networked"]["actors"]}
    maps.show(page, "city")
    everybody = len(spotlit(page))
    show = page.get_by_role("button", name="zeigen: Noch nicht vernetzt")
    assert show.get_attribute("aria-pressed") == "false"
    show.click()
    assert show.get_attribute("aria-pressed") == "true"
    assert set(spotlit(page)) == outside
    assert len(outside) < everybody
    until(page, "location.hash === '#finding=outside'")
    page.get_by_role("button", name="zeigen: Zentrale Akteure").click()
    assert spotlit(page) == []
    assert page.locator("#areas .area.dim").count() == 2
    page.reload()
    page.wait_for_selector("html[data-settled=true]", state="attached")
    assert page.locator("[aria-pressed=true].show").get_attribute("aria-label") == "zeigen: Zentrale Akteure"
    page.keyboard.press("Escape")
    assert page.locator("[aria-pressed=true].show").count() == 0
    assert len(spotlit(page)) == everybody


def test_who_is_shown_stands_in_words_too(page: Page, maps: Maps) -> None:
    figures = maps.figures("city")
    names = {actor["id"]: actor["name"] for actor in figures["actors"]}
    central = {names[top["id"]] for top in figures["top_dogs"]}
    maps.show(page, "city")
    page.get_by_role("button", name="zeigen: Zentrale Akteure").press("Enter")
    listed = page.locator(".finding.central .shown-list button")
    assert set(listed.all_inner_texts()) == {name.removesuffix(" e. V.") for name in central}
    said = page.locator("#aloud").inner_text()
    assert said.startswith(f"{len(central)} von {len(figures['actors'])} Akteuren gezeigt: ")
    assert all(name in said for name in central) or len(central) > 5
    listed.first.press("Enter")
    expect(page.get_by_role("region", name="Akteur", exact=True).get_by_role("heading", level=2)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".finding.central .shown-list")).to_be_visible()


def test_composition_opens_the_list_of_circles_and_each_its_panel(page: Page, maps: Maps) -> None:
    circles = [circle for circle in maps.figures("city")["clusters"] if circle["actors"] >= 3]
    maps.show(page, "city")
    page.get_by_role("button", name="zeigen: Zusammensetzung").click()
    assert page.locator("#findings .circles li").count() == len(circles)
    page.locator("#findings .circles .link").nth(1).click()
    expect(page.locator("#circle")).to_be_visible()
    until(page, "location.hash.includes('circle=2')")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Kreis A").click()
    expect(page.locator("#circle h2")).to_contain_text("A")


def test_why_opens_the_table_of_kinds(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    page.get_by_role("button", name="warum?").click()
    expect(page.locator("#meeting")).to_be_visible()


def test_two_actors_get_no_figure_of_chance(page: Page, maps: Maps) -> None:
    maps.show(page, "pair")
    assert page.locator(".chance-line").count() == 0
    maps.show(page, "city")
    assert page.locator(".chance-line").count() == 1
