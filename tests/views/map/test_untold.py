"""What is not known or not published is no nought: partners not shown, ties that do not count, missing answers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from actor_graph.analysis import analyze
from actor_graph.landscape import Landscape
from actor_graph.views.map import draw_map
from actor_graph.views.plain import plain_language
from tests.views.map import landscapes
from tests.views.map.conftest import Maps


def funded() -> Landscape:
    """The bridge, and a tie to the eighth actor of a kind that does not count: funding."""
    bridge = landscapes.bridge()
    added = {"source": 0, "target": 7, "kind": "funding", "intensity": None, "reported_by": (0,)}
    columns = {key: (*cells, added[key]) for key, cells in bridge.ties.columns.items()}
    return replace(bridge, ties=replace(bridge.ties, columns=columns, rows=tuple(range(2, 11))))


def test_the_public_reads_no_number_of_partners_where_ties_are_closed(page: Page, maps: Maps) -> None:
    """By hand: a2 is published and its ties are not; a0 has published both."""
    figures = maps.figures("city", "public")
    name = {actor["id"]: actor["name"] for actor in figures["actors"]}
    tied = sum(actor["degree"] > 0 for actor in figures["actors"])
    maps.show(page, "city", "public")
    page.get_by_role("searchbox").fill(name["a2"])
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator("#actor")).to_contain_text("Verbindungen nicht veröffentlicht")
    expect(page.locator("#aloud")).to_contain_text(name["a2"])
    expect(page.locator("#aloud")).not_to_contain_text("Partner")
    page.get_by_role("searchbox").fill(name["a0"])
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator("#actor")).not_to_contain_text("nicht veröffentlicht")
    page.click("#show-table")
    cells = page.locator("#twin tbody .degree").all_inner_texts()
    assert len(cells) == len(figures["actors"])
    assert cells.count("–") == len(cells) - tied > 0
    assert "0" not in cells


def test_participants_are_told_nothing_of_closed_ties(maps: Maps) -> None:
    assert '"closed"' not in maps.text("city", "participants")
    assert '"closed"' not in maps.text("city")


def test_the_public_summary_says_that_it_does_not_show_all(maps: Maps) -> None:
    said = [text for paragraph in plain_language(maps.figures("city", "public"), "de") for text in paragraph]
    assert "Nicht alle Akteure stehen hier mit Namen." in said
    assert "Nicht alle Verbindungen sind hier zu sehen." in said
    for audience in ("office", "participants"):
        said = [text for paragraph in plain_language(maps.figures("city", audience), "de") for text in paragraph]
        assert not any(text.startswith("Nicht alle") for text in said)


def test_where_all_is_shown_the_public_summary_says_nothing_of_it() -> None:
    bridge = landscapes.bridge()
    columns = {**bridge.actors.columns, "publish": (True,) * 8, "publish_ties": (True,) * 8}
    figures = analyze(replace(bridge, actors=replace(bridge.actors, columns=columns)), audience="public", draws=9)
    said = [text for paragraph in plain_language(figures.to_dict(), "de") for text in paragraph]
    assert not any(text.startswith("Nicht alle") for text in said)


def test_the_summary_counts_those_who_could_be_chance(maps: Maps) -> None:
    figures = maps.figures("city")
    for clear, sentence in (
        ([True, True], None),
        ([False, True], "Bei 1 davon kann das Zufall sein."),
        ([False, False], "Das kann Zufall sein."),
    ):
        dogs = [{**figures["top_dogs"][0], "clear": one} for one in clear]
        paragraphs = plain_language({**figures, "top_dogs": dogs}, "de")
        said = [text for paragraph in paragraphs for text in paragraph if "Zufall" in text]
        assert said == ([sentence] if sentence else [])


def test_the_caption_of_the_silent_says_of_how_many(page: Page, maps: Maps) -> None:
    """In "unanswered" only a pair has not answered, and of both nothing is known."""
    network = maps.figures("city")["network"]
    silent = network["actors"] - round(network["response_rate"] * network["actors"])
    assert silent > network["unknown"] > 1
    maps.show(page, "city")
    area = page.get_by_role("region", name="Noch keine Rückmeldung")
    words = f"{network['unknown']} von {silent} ohne Rückmeldung, über die nichts bekannt ist; zählen nicht mit"
    expect(area.locator("p.quiet").first).to_have_text(words)
    maps.show(page, "unanswered")
    expect(page.get_by_role("region", name="Noch keine Rückmeldung").locator("p.quiet")).to_have_text("zählt nicht mit")


def test_named_ties_that_do_not_count_are_not_called_absent(page: Page, maps: Maps, tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_text(draw_map(analyze(funded(), draws=9)), encoding="utf-8", newline="\n")
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-settled=true]", state="attached")
    area = page.get_by_role("region", name="Noch nicht vernetzt")
    expect(area).to_contain_text("1 davon mit genannten Verbindungen: keine Verbindung, die mitzählt")
    area.get_by_role("button", name="Hafengruppe").click()
    expect(page.locator("#actor .why")).to_contain_text("Keine Verbindung, die mitzählt")
    maps.show(page, "bridge")
    area = page.get_by_role("region", name="Noch nicht vernetzt")
    expect(area).not_to_contain_text("mitzählt")
    area.get_by_role("button", name="Hafengruppe").click()
    expect(page.locator("#actor .why")).to_contain_text("Ohne genannte Verbindung")


@pytest.mark.parametrize("audience", ["office", "participants"])
def test_the_summary_denies_no_tie_that_was_named_and_does_not_count(audience: str) -> None:
    """By hand: h has one tie, funding, which does not count; without it the sentence may be short."""
    sentence = "Bei 1 Akteur ist noch keine Verbindung genannt"
    for landscape, wanted in ((funded(), f"{sentence}, die hier zählt."), (landscapes.bridge(), f"{sentence}.")):
        figures = analyze(landscape, audience=audience, draws=100).to_dict()
        assert wanted in [text for paragraph in plain_language(figures, "de") for text in paragraph]


def test_with_no_tie_that_counts_the_summary_speaks_of_those_that_count() -> None:
    """By hand: with membership alone counted, none of the nine ties counts."""
    figures = analyze(funded(), count=("membership",), draws=100).to_dict()
    said = [text for paragraph in plain_language(figures, "de") for text in paragraph]
    assert "Es ist noch keine Verbindung erfasst, die hier zählt." in said
    assert "Es ist noch keine Verbindung erfasst." not in said
