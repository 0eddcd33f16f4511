"""Above the findings the page says what too few answers mean, and beneath them when a range holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page

from actor_graph.analysis import analyze
from actor_graph.views.map import draw_map
from tests.views.map import landscapes
from tests.views.map.conftest import Maps
from tests.views.map.test_print import on_paper


@pytest.mark.parametrize(
    ("name", "german", "english"),
    [
        ("few_answers", "Bitte noch nichts weitergeben.", "Pass nothing on yet."),
        ("under_half", "Weniger als die Hälfte hat geantwortet", "Fewer than half have answered"),
    ],
)
def test_the_office_is_warned_above_all_findings(page: Page, maps: Maps, name: str, german: str, english: str) -> None:
    maps.show(page, name)
    first = page.locator("#findings > *").first
    assert german in first.inner_text()
    on_paper(page)
    assert german in " ".join(page.locator("#paper text").all_text_contents())
    page.emulate_media(media="screen")
    page.locator("#language").click()
    assert english in first.inner_text()


def test_where_enough_have_answered_nothing_stands_above(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    assert page.locator("#findings > .note").count() == 0


def test_a_range_says_on_the_page_when_it_holds(page: Page, tmp_path: Path) -> None:
    made = analyze(landscapes.city(answers=0.6), missing=True, chance=True, draws=60)
    draw_map(made, tmp_path / "map.html")
    page.goto((tmp_path / "map.html").as_uri())
    page.wait_for_selector("html[data-settled=true]", state="attached")
    told = page.locator("#findings > p.caption").inner_text()
    assert "Sind sie anders, gilt sie nicht" in told
    assert "Nichts Ergänztes hat jemand genannt." in told
    assert "haben nicht geantwortet. In zufälligen Szenen haben sie Verbindungen wie alle anderen" in told


def test_where_nobody_has_agreed_to_be_named_the_public_is_told_so(page: Page, tmp_path: Path) -> None:
    """The actors are recorded, and counted beside the map; none of them may be shown."""
    city = landscapes.city()
    columns = {key: city.actors[key] for key in city.actors.columns} | {"publish": (False,) * len(city.actors)}
    unnamed = replace(city, actors=landscapes.table(**columns))
    draw_map(unnamed, tmp_path / "map.html", audience="public", draws=60)
    page.goto((tmp_path / "map.html").as_uri())
    page.wait_for_selector("html[data-settled=true]", state="attached")
    assert "Noch hat kein Akteur zugestimmt, öffentlich genannt zu werden." in page.locator("#sentence").inner_text()
    assert "noch kein Akteur erfasst" not in page.locator("body").inner_text()
    page.click("#show-table")
    assert "noch kein Akteur erfasst" not in page.locator("body").inner_text()
