"""A workshop's map opens with groups and bridges: circles by letter, bridges by circle, names by alphabet, no ranks."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from actor_graph.analysis import Analysis
from tests.browser import until
from tests.views.map.conftest import TWENTY_FRAMES, Maps

AUDIENCES = ["participants", "public"]


def joined(analysis: Analysis) -> dict[tuple[int, int], set[str]]:
    """For each pair of circles that shown, counted ties join: the names at their ends, from the analysis."""
    actors = analysis.to_dict()["actors"]
    ends: dict[tuple[int, int], set[str]] = defaultdict(set)
    for tie in analysis.ties():
        one, other = actors[tie["source"]], actors[tie["target"]]
        if tie["counts"] and one["cluster"] and other["cluster"] and one["cluster"] != other["cluster"]:
            pair = tuple(sorted((one["cluster"], other["cluster"])))
            ends[pair[0], pair[1]] |= {one["name"].removesuffix(" e. V."), other["name"].removesuffix(" e. V.")}
    return ends


def letters(pair: tuple[int, int]) -> str:
    return "–".join(chr(64 + circle) for circle in pair)


def rows(page: Page) -> list[str]:
    """The bridges as letters."""
    found: list[str] = page.locator(".bridge").evaluate_all(
        "(all) => all.map((row) => [...row.querySelectorAll('b')].map((letter) => letter.textContent).join('–'))"
    )
    return found


@pytest.mark.parametrize("audience", AUDIENCES)
def test_bridges_are_those_of_the_shown_ties(page: Page, maps: Maps, audience: str) -> None:
    analysis = maps.drawn("city", audience)[0]
    expected = joined(analysis)
    maps.show(page, "city", audience)
    assert rows(page) == [letters(pair) for pair in sorted(expected)]
    for place, pair in enumerate(sorted(expected)):
        page.locator(".bridge").nth(place).click()
        ends = page.locator(".ends .link").all_inner_texts()
        assert {name.replace("…", "") for name in ends} == expected[pair]
        for side in range(2):
            names = page.locator(".ends ul").nth(side).locator(".link").all_inner_texts()
            order: list[str] = page.evaluate("(all) => [...all].sort((a, b) => a.localeCompare(b, 'de'))", names)
            assert names == order


def test_it_opens_with_groups_before_any_figure(page: Page, maps: Maps) -> None:
    maps.show(page, "city", "participants")
    headings = page.locator("#findings h2 .name, #findings .groups h2").all_inner_texts()
    assert headings[:2] == ["Gruppen und Brücken", "Vernetzungsgrad"]
    heads = page.locator(".circles .link b").all_inner_texts()
    assert heads == sorted(heads)
    assert len(heads) > 2
    words = page.locator("#side").inner_text().casefold()
    for word in ("zentral", "einfluss", "rang", "wichtig", "mächtig"):
        assert word not in words
    maps.show(page, "city")
    assert page.locator(".groups").count() == 0
    assert page.locator(".bridge").count() == 0


def test_a_circle_opens_its_panel_and_a_bridge_its_light(page: Page, maps: Maps) -> None:
    maps.show(page, "city", "participants")
    plain = page.locator("#canvas").screenshot()
    page.locator(".bridge").first.click()
    until(page, "location.hash.includes('bridge=')")
    page.evaluate(TWENTY_FRAMES)
    assert page.locator("#canvas").screenshot() != plain
    page.reload()
    page.wait_for_selector("html[data-settled=true]", state="attached")
    expect(page.locator(".bridge").first).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(page.locator(".bridge").first).to_have_attribute("aria-expanded", "false")
    page.locator(".circles .link").first.click()
    expect(page.locator("#circle")).to_be_visible()


@pytest.mark.parametrize("audience", AUDIENCES)
def test_kinds_meet_as_many_kinds_as_shown_ties_say(page: Page, maps: Maps, audience: str) -> None:
    analysis = maps.drawn("city", audience)[0]
    actors: list[dict[str, Any]] = analysis.to_dict()["actors"]
    met: dict[str, set[str]] = defaultdict(set)
    for tie in analysis.ties():
        one, other = actors[tie["source"]]["type"], actors[tie["target"]]["type"]
        if tie["counts"] and one and other and one != other:
            met[one].add(other)
            met[other].add(one)
    maps.show(page, "city", audience)
    told = page.locator(".kinds-met li").all_inner_texts()
    assert sorted(int(row.split()[-1]) for row in told) == sorted(len(kinds) for kinds in met.values())
    names = page.locator(".kinds-met .name").all_inner_texts()
    order: list[str] = page.evaluate("(all) => [...all].sort((a, b) => a.localeCompare(b, 'de'))", names)
    assert names == order


def test_without_circles_or_kinds_nothing_is_promised(page: Page, maps: Maps) -> None:
    maps.show(page, "few_answers", "participants")
    assert page.locator(".groups, .kinds-met").count() == 0
    maps.show(page, "no_types", "participants")
    assert page.locator(".kinds-met").count() == 0
    assert page.locator(".bridge").count() > 0
