"""The shortest way between two actors, measured against networkx."""

from __future__ import annotations

import itertools
import re
from typing import Any

import networkx as nx
import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import until, watched
from tests.views.map.conftest import TWENTY_FRAMES, Maps

FIELD = "Kürzester Weg zu"


def graph_of(maps: Maps, name: str, audience: str = "office") -> nx.Graph[int]:
    """The ties that count, as the page has them."""
    analysis, _ = maps.drawn(name, audience)
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(analysis.to_dict()["actors"])))
    graph.add_edges_from((tie["source"], tie["target"]) for tie in analysis.ties() if tie.get("counts", True))
    return graph


def ask(page: Page, start: str, end: str) -> None:
    """Open an actor by the address, by its id, and ask for the way to another."""
    page.evaluate("(hash) => { location.hash = hash; }", f"actor={start}&way-to={end}")
    until(
        page,
        "(start) => document.querySelector('#actor h2')?.textContent === start",
        arg=page.evaluate(
            "(id) => JSON.parse(document.getElementById('analysis').textContent).actors.find((a) => a.id === id).name",
            start,
        ),
    )


def stops(page: Page) -> list[str]:
    return page.locator("#way .stop bdi").all_inner_texts()


def best(graph: nx.Graph[int], start: int, end: int) -> tuple[int, int, int]:
    """Steps, number of equally short ways, most ties that those between have in all."""
    ways = [*nx.all_shortest_paths(graph, start, end)]
    return len(ways[0]) - 1, len(ways), max(sum(graph.degree[i] for i in way[1:-1]) for way in ways)


@pytest.mark.parametrize("name", ["city", "crowded"])
def test_ways_are_as_short_as_those_of_networkx_and_over_the_most_tied(page: Page, maps: Maps, name: str) -> None:
    figures, graph = maps.figures(name), graph_of(maps, name)
    place = {actor["name"]: i for i, actor in enumerate(figures["actors"])}
    ids = [actor["id"] for actor in figures["actors"]]
    random, compared = np.random.default_rng(5), 0
    maps.show(page, name)
    for _ in range(40):
        start, end = (int(i) for i in random.choice(len(ids), 2, replace=False))
        ask(page, ids[start], ids[end])
        if not nx.has_path(graph, start, end):
            assert page.locator("#way li").count() == 0
            if graph.degree[start]:
                expect(page.locator("#way")).to_contain_text(
                    "Es gibt keinen Weg" if name == "city" else "There is no way"
                )
            continue
        steps, ways, most = best(graph, start, end)
        way = [place[stop] for stop in stops(page)]
        assert (way[0], way[-1], len(way) - 1) == (start, end, steps)
        assert all(graph.has_edge(i, j) for i, j in itertools.pairwise(way))
        assert sum(graph.degree[i] for i in way[1:-1]) == most
        told = page.locator("#way").inner_text()
        if 1 < ways <= 1000:
            assert re.search(rf"\b{ways}\b(?! (step|Schritt))", told), (ways, told)
        elif ways == 1:
            assert page.locator("#way > .caption").count() == 0
        compared += 1
    assert compared > 15


def test_the_way_back_is_the_same_length(page: Page, maps: Maps) -> None:
    ids, graph = [actor["id"] for actor in maps.figures("city")["actors"]], graph_of(maps, "city")
    maps.show(page, "city")
    for start, end in [(4, 20), (9, 31), (12, 44)]:
        assert nx.has_path(graph, start, end)
        ask(page, ids[start], ids[end])
        there = stops(page)
        ask(page, ids[end], ids[start])
        back = stops(page)
        assert len(there) == len(back) == nx.shortest_path_length(graph, start, end) + 1
        assert (there[0], there[-1]) == (back[-1], back[0])


def test_asked_at_the_foot_of_the_panel_by_keys(page: Page, maps: Maps) -> None:
    """a–b–c and e–f–g are triangles, joined by c–d–e: from a over c, d and e to g."""
    maps.show(page, "bridge")
    page.get_by_role("searchbox").fill("anna")
    page.get_by_role("searchbox").press("Enter")
    field = page.get_by_role("combobox", name=FIELD)
    assert field.get_attribute("aria-expanded") == "false"
    field.fill("anna")
    expect(page.locator("#way-suggestions")).to_contain_text("Kein Akteur gefunden.")  # no way to oneself
    field.fill("gart")
    assert field.get_attribute("aria-expanded") == "true"
    plain = page.locator("#canvas").screenshot()
    field.press("Enter")
    assert stops(page) == ["Anna-Verein", "Chor", "Drehscheibe", "Elternkreis", "Garten"]
    expect(page.locator("#way")).to_contain_text("4 Schritte")
    expect(page.locator("#aloud")).to_have_text("Garten: 4 Schritte")
    assert page.evaluate("document.activeElement.id") == "way"
    assert "way-to=g" in page.evaluate("location.hash")
    page.evaluate(TWENTY_FRAMES)
    assert page.locator("#canvas").screenshot() != plain
    page.get_by_role("button", name="Weg entfernen").click()
    expect(page.locator("#way")).to_have_count(0)
    assert "way-to" not in page.evaluate("location.hash")
    assert page.evaluate("document.activeElement.id") == "way-to"
    page.get_by_role("combobox", name=FIELD).fill("gart")
    page.keyboard.press("Enter")
    page.locator("#way").get_by_role("button", name="Drehscheibe").click()
    expect(page.locator("#actor h2")).to_have_text("Drehscheibe")
    expect(page.locator("#way")).to_have_count(0)


def test_escape_empties_the_field_first_and_leaves_the_panel_then(page: Page, maps: Maps) -> None:
    maps.show(page, "bridge")
    page.get_by_role("searchbox").fill("anna")
    page.get_by_role("searchbox").press("Enter")
    field = page.get_by_role("combobox", name=FIELD)
    field.fill("gart")
    field.press("Escape")
    assert field.input_value() == ""
    expect(page.locator("#actor")).to_be_visible()
    field.press("Escape")
    expect(page.locator("#findings")).to_be_visible()


def test_a_way_leads_over_what_the_filter_shows(page: Page, maps: Maps) -> None:
    maps.show(page, "bridge")
    ask(page, "a", "g")
    assert len(stops(page)) == 5
    page.locator("#legend .fold").click()
    page.get_by_role("checkbox", name="Verwaltung", exact=True).uncheck()  # Drehscheibe, the only bridge
    expect(page.locator("#way")).to_contain_text("Es gibt keinen Weg über genannte Verbindungen. Der Filter blendet")
    page.get_by_role("checkbox", name="Verwaltung", exact=True).check()
    assert len(stops(page)) == 5


def test_without_the_central_actors_it_says_what_is_missing(page: Page, maps: Maps) -> None:
    """In a star the outer five have no partner but the hub, and it is the hub that is taken out."""
    figures, graph = maps.figures("star"), graph_of(maps, "star")
    assert [top["id"] for top in figures["top_dogs"]] == ["a0"]
    maps.show(page, "star")
    page.evaluate("() => { location.hash = 'actor=a1&way-to=a25&without=yes'; }")
    expect(page.locator("#way")).to_contain_text("Ohne die zentralen Akteure gibt es keinen Weg")
    page.evaluate("() => { location.hash = 'actor=a1&way-to=a13&without=yes'; }")
    until(page, "document.querySelectorAll('#way li').length > 0")
    left = graph.copy()
    left.remove_node(0)
    assert len(stops(page)) == nx.shortest_path_length(left, 1, 13) + 1 > 3


def test_a_link_opens_the_same_way(browser: Browser, maps: Maps) -> None:
    with watched(browser) as page:
        page.goto(maps.drawn("bridge")[1].as_uri() + "#actor=b&way-to=e")
        page.wait_for_selector("html[data-settled=true]", state="attached")
        assert stops(page) == ["Brücke e. V.", "Chor", "Drehscheibe", "Elternkreis"]
        page.evaluate("() => { location.hash = 'actor=b&way-to=nobody'; }")
        expect(page.locator("#way")).to_have_count(0)


ACCENT = """() => {
  const stroke = CanvasRenderingContext2D.prototype.stroke, accent = "#0b5cad";
  window.drawn = [];
  CanvasRenderingContext2D.prototype.stroke = function (...given) {
    if (String(this.strokeStyle).toLowerCase() === accent) window.drawn.push(this.lineWidth * this.getTransform().a);
    stroke.apply(this, given);
  };
}"""


def test_the_way_is_drawn_in_accent_three_pixels_wide(browser: Browser, maps: Maps) -> None:
    with watched(browser) as page:
        page.add_init_script(f"({ACCENT})()")
        maps.show(page, "bridge")
        ask(page, "a", "g")
        page.evaluate("() => { window.drawn = []; }")
        page.evaluate("() => { location.hash = 'actor=a&way-to=d'; }")
        until(page, "document.querySelectorAll('#way li').length === 3")
        page.evaluate(TWENTY_FRAMES)
        drawn = page.evaluate("window.drawn")
        widths = [round(width, 1) for width in drawn]
        rings = widths.count(2.0)
        assert rings >= 1
        assert (
            widths.count(3.0) == 3 * rings
        )  # two ties on the way and the ring of the chosen actor, each time it is drawn


def test_the_public_gets_ways_over_ties_that_are_open(page: Page, maps: Maps) -> None:
    figures, graph = maps.figures("city", "public"), graph_of(maps, "city", "public")
    ids = [actor["id"] for actor in figures["actors"]]
    maps.show(page, "city", "public")
    pairs: list[Any] = [p for p in itertools.combinations(range(len(ids)), 2) if nx.has_path(graph, *p)][::40][:8]
    assert len(pairs) == 8
    for start, end in pairs:
        ask(page, ids[start], ids[end])
        assert len(stops(page)) == nx.shortest_path_length(graph, start, end) + 1


def test_suggestions_at_the_foot_of_a_long_panel_come_into_view(page: Page, maps: Maps) -> None:
    actors = maps.figures("city")["actors"]
    hub = max(actors, key=lambda actor: actor["degree"])
    maps.show(page, "city")
    page.evaluate("(hash) => { location.hash = hash; }", f"actor={hub['id']}")
    field = page.get_by_role("combobox", name=FIELD)
    field.focus()
    page.keyboard.type("ver")
    expect(page.locator("#way-suggestions [role=option]").last).to_be_in_viewport()
    expect(field).to_be_in_viewport()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#way-suggestions [aria-selected=true]")).to_be_in_viewport()
