"""Where another column stands in the place of the kind, every word that speaks of kinds speaks of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from actor_graph.analysis import analyze
from actor_graph.views.findings import findings
from actor_graph.views.map import draw_map
from tests.views.map import landscapes


def by_district(audience: Any = "office", districts: tuple[str, ...] = ("Hafen", "Mitte", "Nord")) -> Any:
    """The city by a column whose heading is "Stadtteil"."""
    city = landscapes.city()
    n = len(city.actors["id"])
    columns = {**city.actors.columns, "place": tuple(districts[i % len(districts)] for i in range(n))}
    actors = replace(city.actors, columns=columns, headings={**city.actors.headings, "place": "Stadtteil"})
    return analyze(replace(city, actors=actors), audience=audience, draws=99, by="place")


def opened(page: Page, folder: Path, analysis: Any) -> Page:
    path = folder / "map.html"
    path.write_text(draw_map(analysis), encoding="utf-8", newline="\n")
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-settled=true]", state="attached")
    return page


@pytest.mark.parametrize("audience", ["office", "participants"])
def test_findings_and_words_name_the_column(page: Page, tmp_path: Path, audience: str) -> None:
    opened(page, tmp_path, by_district(audience))
    expect(page.locator(".finding.chance")).to_contain_text("führen zu einem anderen Wert von „Stadtteil“")
    expect(page.locator(".finding.chance")).not_to_contain_text("Art")
    expect(page.get_by_role("group", name="Stadtteil", exact=True).first).to_be_visible()
    page.locator(".finding.chance .show").click()
    meeting = page.locator("#meeting")
    expect(meeting.locator("h2")).to_have_text("Wer trifft wen?")
    expect(meeting).to_contain_text("nach der Spalte „Stadtteil“")
    expect(meeting).to_contain_text("wenn man die Werte von „Stadtteil“ zufällig auf die Akteure verteilt")
    expect(meeting).not_to_contain_text("Arten")
    page.click("#language")
    expect(meeting).to_contain_text("if the values of “Stadtteil” were dealt among the actors at random")
    expect(meeting).not_to_contain_text("kinds")
    page.click("#show-table")
    expect(page.locator("#twin thead th").nth(1)).to_contain_text("Stadtteil")


def test_one_value_alone_is_told_of_the_column() -> None:
    """A made-up column of one value; in both languages."""
    figures = by_district(districts=("Hafen",)).to_dict()
    said = {language: {one.key: one.text for one in findings(figures, language)} for language in ("de", "en")}
    assert said["de"]["chance"] == "Es gibt einen einzigen Wert von „Stadtteil“; ein Vergleich entfällt."
    assert said["en"]["composition"].endswith("There is one value of “Stadtteil”.")
