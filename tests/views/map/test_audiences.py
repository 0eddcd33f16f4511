"""What others than the office see: told kinds alone in the bars, the banner, names where figures lack."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from actor_graph.scheme import default_scheme
from actor_graph.views.map.looks import kinds
from actor_graph.views.map.page import page as map_page
from actor_graph.views.map.page import types_of
from actor_graph.views.map.picture import lay_out_picture
from actor_graph.words import say
from tests.browser import watched
from tests.views.map.conftest import Maps

SIZES = [(1280, 800), (390, 844)]


def drawn(folder: Path, figures: dict[str, Any], ties: list[dict[str, Any]]) -> str:
    """A page of figures that were changed by hand."""
    scheme = default_scheme()
    shown = kinds(types_of(figures), scheme)
    picture = lay_out_picture(figures, ties, shown, scheme)
    path = folder / "changed.html"
    path.write_text(map_page(figures, ties, picture, shown, scheme, "de"), encoding="utf-8", newline="\n")
    return path.as_uri()


def bars(page: Page) -> list[list[tuple[float, bool]]]:
    """Of each circle's bar the parts: share of the whole, and whether it is the neutral rest."""
    found: list[list[list[Any]]] = page.locator(".circles li").evaluate_all(
        """(rows) => rows.map((row) => [...row.querySelectorAll(".bar > span")].map((part) =>
          [Number(part.style.flexGrow), part.style.background.includes("hull-line")]))"""
    )
    return [[(round(share, 3), rest) for share, rest in parts] for parts in found]


def test_bars_show_what_is_told_of_a_circle_and_a_neutral_rest(page: Page, maps: Maps, tmp_path: Path) -> None:
    analysis = maps.drawn("city", "public")[0]
    figures: dict[str, Any] = json.loads(json.dumps(analysis.to_dict()))
    for circle in figures["clusters"]:
        circle["types"], circle["actors"], circle["members"] = {}, 10, []
    figures["clusters"][0]["types"] = {"administration": 4, "school": None}
    figures["clusters"][1]["types"] = {"a kind of which nobody is named": 5}
    offices = [actor["id"] for actor in figures["actors"] if actor["type"] == "administration"][:2]
    school = next(actor["id"] for actor in figures["actors"] if actor["type"] == "school")
    figures["clusters"][2]["members"] = [*offices, school]
    figures["clusters"][4] |= {"members": offices, "actors": None}  # of the fourth nobody is on the map
    page.goto(drawn(tmp_path, figures, analysis.ties()))
    page.wait_for_selector("html[data-settled=true]", state="attached")
    assert bars(page) == [[(0.4, False), (0.6, True)], [(0.5, False), (0.5, True)],
                           [(0.2, False), (0.1, False), (0.7, True)], [(1.0, False)]]  # fmt: skip
    expect(page.get_by_role("checkbox", name="a kind of which nobody is named")).to_be_visible()


def test_a_page_without_many_figures_stands(page: Page, maps: Maps, tmp_path: Path) -> None:
    analysis = maps.drawn("city", "participants")[0]
    figures: dict[str, Any] = json.loads(json.dumps(analysis.to_dict()))
    figures["network"] |= {"unknown": None, "not_yet_networked_share": None, "isolates": None, "ei_low": None}
    figures["landscape"] |= dict.fromkeys(("untyped", "excluded", "self_ties"))
    for group in figures["groups"]:
        group.pop("networked_share", None)
        group |= {"actors": None, "average_degree": None}
    for circle in figures["clusters"]:
        circle |= {"types": {}, "actors": None, "composition": None, "dominant_type": None}
    page.goto(drawn(tmp_path, figures, analysis.ties()))
    page.wait_for_selector("html[data-settled=true]", state="attached")
    words = page.locator("body").inner_text()
    for nothing in ("null", "NaN", "undefined"):
        assert nothing not in words


@pytest.mark.parametrize("audience", ["office", "participants", "public"])
def test_the_banner_says_what_is_said_everywhere(page: Page, maps: Maps, audience: str) -> None:
    maps.show(page, "city", audience)
    expect(page.locator("#banner")).to_contain_text(say("analysis.as_named", "de"))
    page.locator("#language").click()
    expect(page.locator("#banner")).to_contain_text(say("analysis.as_named", "en"))
    if audience == "public":
        expect(page.locator("#banner")).to_contain_text("Named are those who agreed")


@pytest.mark.parametrize("size", SIZES)
def test_too_few_answers_leave_a_directory(browser: Browser, maps: Maps, size: tuple[int, int]) -> None:
    analysis = maps.drawn("few_answers", "participants")[0]
    assert analysis.ties() == []
    with watched(browser, viewport={"width": size[0], "height": size[1]}) as page:
        maps.show(page, "few_answers", "participants")
        expect(page.locator("#sentence")).to_contain_text("haben zu wenige geantwortet")
        first = page.locator("#further li", has_text="Amt für Integration")
        assert page.locator("#further .actor").count() == 70
        expect(first).to_contain_text("Bildung · Kultur")
        expect(first).to_contain_text("Eine-Welt-Gruppe")
        assert page.locator("#sizes li").count() == 0
        picture = page.evaluate("JSON.parse(document.getElementById('page').textContent).picture")
        assert len(set(picture["radius"])) == 1
        assert picture["placed"] == []
        page.get_by_role("button", name="Tabelle").click()
        heads = [head.split(" ")[0] for head in page.locator("thead th").all_inner_texts()]
        assert heads == ["Akteur", "Art", "Felder"]


def test_search_finds_by_fields_after_names(page: Page, maps: Maps) -> None:
    maps.show(page, "bridge")
    field = page.get_by_role("searchbox")
    field.fill("räume")
    assert page.locator("#suggestions bdi").all_inner_texts() == ["Brücke e. V.", "Sucht: Räume"]
    field.fill("forum")
    assert page.locator("#suggestions bdi").all_inner_texts() == ["Forum"]
