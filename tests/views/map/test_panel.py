"""The actor's panel: what is told in which order, how far one looks, and that it keeps place and focus."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import until, watched
from tests.views.map.conftest import TWENTY_FRAMES, Maps
from tests.views.map.test_accessibility import violations
from tests.views.map.test_way import graph_of


def open_actor(page: Page, name: str) -> None:
    page.get_by_role("searchbox").fill(name)
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator("#actor h2")).to_have_text(name)


def hub(figures: Mapping[str, Any]) -> int:
    return max(range(len(figures["actors"])), key=lambda i: figures["actors"][i]["degree"])


def test_parts_stand_in_the_order_of_the_design(page: Page, maps: Maps) -> None:
    figures = maps.figures("city")
    maps.show(page, "city")
    open_actor(page, figures["actors"][hub(figures)]["name"])
    classes = page.locator("#actor > *").evaluate_all("(all) => all.map((one) => one.className || one.localName)")
    wanted = ["link back", "onward", "h2", "under", "why", "div", "figures", "all-figures", "partners", "partners way"]
    assert list(dict.fromkeys(classes)) == wanted


def test_nothing_known_says_so_and_empty_rows_are_left_out(page: Page, maps: Maps) -> None:
    maps.show(page, "bridge")
    open_actor(page, "Drehscheibe")
    expect(page.locator("#actor")).to_contain_text("Noch keine Angaben")
    assert page.locator("#actor > div > dl").count() == 0
    open_actor(page, "Brücke e. V.")
    assert page.locator("#actor > div > dl > dt").all_inner_texts() == ["Sucht"]


def test_two_steps_list_those_over_a_partner_by_name_and_over_whom(page: Page, maps: Maps) -> None:
    """From Drehscheibe its partners are Chor and Elternkreis; over Chor come a and b, over Elternkreis f and g."""
    maps.show(page, "bridge")
    open_actor(page, "Drehscheibe")
    assert page.locator("#actor .second").count() == 0
    page.evaluate(TWENTY_FRAMES)
    one_step = page.locator("#canvas").screenshot()
    page.get_by_label("Wie weit die Karte Nachbarn zeigt").focus()
    page.get_by_label("Wie weit die Karte Nachbarn zeigt").select_option("2")
    assert page.locator(".second h3").inner_text() == "Über einen Partner erreichbar (4)"
    assert [text.split("\n") for text in page.locator(".second .link").all_inner_texts()] == [
        ["Anna-Verein", "über Chor"], ["Brücke e. V.", "über Chor"], ["Forum", "über Elternkreis"],
        ["Garten", "über Elternkreis"],
    ]  # fmt: skip
    assert page.evaluate("document.activeElement.id") == "steps"
    expect(page.locator("#aloud")).to_have_text("Über einen Partner erreichbar (4)")
    page.evaluate(TWENTY_FRAMES)
    assert page.locator("#canvas").screenshot() != one_step
    assert "steps=2" in page.evaluate("location.hash")
    page.get_by_label("Wie weit die Karte Nachbarn zeigt").select_option("1")
    assert page.locator("#actor .second").count() == 0


def test_with_many_partners_a_link_beside_the_choice_leads_to_those_over_a_partner(page: Page, maps: Maps) -> None:
    """The hub of the star has 29 partners: the list of the others would stand out of sight."""
    maps.show(page, "star")
    open_actor(page, "Verein 1")
    page.get_by_label("Wie weit die Karte Nachbarn zeigt").select_option("2")
    count = page.locator(".second li").count()
    link = page.get_by_role("button", name=f"Über einen Partner erreichbar ({count})")
    expect(link).to_be_in_viewport()
    link.press("Enter")
    expect(page.locator("#second")).to_be_focused()
    expect(page.locator("#second")).to_be_in_viewport()
    open_actor(page, "Verein 0")
    expect(page.locator("#actor .partners").first).to_contain_text("Über einen Partner ist niemand sonst erreichbar.")


def test_the_way_and_the_switch_are_reached_before_all_partners(page: Page, maps: Maps) -> None:
    maps.show(page, "star")
    open_actor(page, "Verein 0")
    link = page.get_by_role("link", name="Zum kürzesten Weg")
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "way-to"
    page.locator("#upper").focus()
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Zum Schalter „Ohne die zentralen Akteure“")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("switch")).to_be_focused()


@pytest.mark.parametrize("audience", ["office", "public"])
def test_who_is_two_steps_away_is_who_networkx_says(page: Page, maps: Maps, audience: str) -> None:
    figures, graph = maps.figures("city", audience), graph_of(maps, "city", audience)
    names = [actor["name"] for actor in figures["actors"]]
    tied = [i for i in range(len(names)) if graph.degree[i]][::9][:5]
    maps.show(page, "city", audience)
    for actor in tied:
        page.evaluate("(hash) => { location.hash = hash; }", f"steps=2&actor={figures['actors'][actor]['id']}")
        until(page, "(name) => document.querySelector('#actor h2')?.textContent === name", arg=names[actor])
        away = nx.single_source_shortest_path_length(graph, actor, cutoff=2)
        expected = {names[i] for i, steps in away.items() if steps == 2}
        assert set(page.locator(".second .link > bdi").all_inner_texts()) == expected
        for row in page.locator(".second li").all():
            over = [j for j in graph[actor] if graph.has_edge(j, names.index(row.locator("bdi").first.inner_text()))]
            assert row.locator(".caption").count() == (len(over) == 1)


def test_all_figures_are_those_of_the_analysis_with_what_they_mean(page: Page, maps: Maps) -> None:
    figures = maps.figures("city")
    actor = figures["actors"][hub(figures)]
    maps.show(page, "city")
    open_actor(page, actor["name"])
    page.get_by_text("Alle Zahlen", exact=True).click()
    shown = dict(
        zip(
            page.locator(".all-figures dt").all_inner_texts(),
            page.locator(".all-figures .value").all_inner_texts(),
            strict=True,
        )
    )
    assert shown["Vermittelt zwischen Arten"] == f"{actor['brokerage']['liaison']:.0f}"
    assert shown["Vermittelt nach außen"] == f"{actor['brokerage']['gatekeeper']:.0f}"
    assert shown["Reichweite"] == f"{actor['normalized_degree']:.0%}".replace("%", "\u00a0%")
    assert str(actor["degree"]) in shown.values()
    meanings = page.locator(".all-figures dd.caption").all_inner_texts()
    assert len(meanings) == len(shown) > 8
    assert all(len(text) > 10 for text in meanings)
    page.locator("#actor .partners .link").first.click()
    expect(page.locator(".all-figures")).to_have_attribute("open", "")  # who compares figures need not open them again


def test_outside_the_office_no_measure_and_no_circle(page: Page, maps: Maps) -> None:
    figures = maps.figures("city", "participants")
    maps.show(page, "city", "participants")
    open_actor(page, figures["actors"][hub(figures)]["name"])
    assert page.locator(".all-figures, .circle-link").count() == 0
    assert "Vermittelt" not in maps.text("city", "participants")


def test_a_filter_leaves_the_reader_where_he_reads(browser: Browser, maps: Maps) -> None:
    figures = maps.figures("city")
    with watched(browser, viewport={"width": 1280, "height": 600}) as page:
        maps.show(page, "city")
        open_actor(page, figures["actors"][hub(figures)]["name"])
        page.locator("#legend .fold").click()
        page.evaluate("() => { document.getElementById('upper').scrollTop = 120; }")
        page.get_by_role("checkbox", name="Schule", exact=True).uncheck()
        assert page.evaluate("document.getElementById('upper').scrollTop") == 120
        page.locator("#actor .partners .link").first.click()
        assert page.evaluate("document.getElementById('upper').scrollTop") == 0


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_what_can_be_asked(
    browser: Browser, maps: Maps, theme: str, size: tuple[int, int]
) -> None:
    options = {"viewport": {"width": size[0], "height": size[1]}, "color_scheme": theme, "bypass_csp": True}
    with watched(browser, **options) as page:
        maps.show(page, "city")
        for hash_ in ("actor=a0&way-to=a20&steps=2", "circle=2", "circle=2&language=en"):
            page.evaluate("(hash) => { location.hash = hash; }", hash_)
            page.wait_for_selector("#actor h2, #circle h2", state="attached")
            assert violations(page) == [], hash_
            if hash_.startswith("actor"):
                page.locator(".all-figures summary").evaluate("(one) => one.click()")
                page.locator("#way-to").focus()
                page.keyboard.type("verein")
                assert violations(page) == [], "the suggestions"
        page.get_by_role("searchbox").focus()
        page.keyboard.type("bildung")
        page.keyboard.press("ArrowDown")
        assert violations(page) == [], "the search"


SMALL = """() => [...document.querySelectorAll("#upper button, #upper select, #upper input, #upper summary")]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
  .map((one) => one.outerHTML.slice(0, 90))"""


def test_on_a_phone_what_one_presses_is_large_enough(browser: Browser, maps: Maps) -> None:
    with watched(browser, viewport={"width": 390, "height": 844}, has_touch=True) as page:
        maps.show(page, "city")
        for hash_ in ("actor=a0&way-to=a20&steps=2", "circle=2"):
            page.evaluate(
                "(hash) => { location.hash = hash; document.getElementById('side').dataset.height = 'full'; }", hash_
            )
            page.wait_for_selector("#actor h2, #circle h2")
            assert page.evaluate(SMALL) == []
