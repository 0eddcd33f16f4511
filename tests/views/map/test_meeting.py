"""Who meets whom: the table of kinds against the analysis and networkx, its words, its spotlight, its address."""

from __future__ import annotations

from collections import Counter
from itertools import combinations_with_replacement
from typing import Any

import networkx as nx
import pytest
from playwright.sync_api import Browser, Page, expect

from actor_graph.words import say
from tests.browser import watched
from tests.views.map.conftest import Maps
from tests.views.map.test_accessibility import violations

LIT = """() => [...document.querySelectorAll("#met-ties li")].map((row) => row.textContent)"""


def shown(page: Page, maps: Maps, name: str = "city", audience: str = "office", more: str = "") -> Page:
    """The page with the table open, by its address."""
    page.goto(f"{maps.drawn(name, audience)[1].as_uri()}#open=meeting{more}")
    page.wait_for_selector("html[data-settled=true]", state="attached")
    return page


def observed(maps: Maps, name: str, audience: str = "office") -> Counter[tuple[str, str]]:
    """Ties between kinds, by networkx."""
    analysis, _ = maps.drawn(name, audience)
    made = nx.Graph([(tie["source"], tie["target"]) for tie in analysis.ties() if tie["counts"]])
    kinds = dict(enumerate(actor["type"] for actor in analysis.to_dict()["actors"]))
    return Counter(tuple(sorted((kinds[a], kinds[b]))) for a, b in made.edges if kinds[a] and kinds[b])


def cell(page: Page, figures: dict[str, Any], a: str, b: str) -> Any:
    i, j = sorted(figures["mixing"]["types"].index(kind) for kind in (a, b))
    return page.locator(f'#meeting [data-cell="{i},{j}"]')


def test_each_cell_holds_what_networkx_counts_and_what_is_expected(page: Page, maps: Maps) -> None:
    figures, counted = maps.figures("city"), observed(maps, "city")
    types, expected = figures["mixing"]["types"], figures["mixing"]["expected"]
    shown(page, maps)
    assert page.locator("#meeting td .cell").count() == len(types) * (len(types) + 1) // 2
    for a, b in combinations_with_replacement(sorted(types), 2):
        found = cell(page, figures, a, b)
        assert found.locator(".observed").inner_text().rstrip("▼▲") == str(counted[a, b])
        wanted = f"{expected[types.index(a)][types.index(b)]:.1f}".replace(".", ",")
        assert found.locator(".by-chance").inner_text().endswith(wanted)
        assert f"erwartet {wanted}" in (found.get_attribute("aria-label") or "")


def test_a_sign_stands_where_the_number_lies_outside_the_range(page: Page, maps: Maps) -> None:
    analysis, _ = maps.drawn("city")
    told, ties = analysis.meeting_range(), maps.figures("city")["mixing"]["ties"]
    assert told is not None
    shown(page, maps)
    signs = Counter[str]()
    for i, a in enumerate(told["types"]):
        for j, b in enumerate(told["types"][: i + 1]):
            low, high = told["low"][i][j], told["high"][i][j]
            sign = "▼" if ties[a][b] < low else "▲" if ties[a][b] > high else ""
            text = page.locator(f'#meeting [data-cell="{min(a, b)},{max(a, b)}"] .observed').inner_text()
            assert text.removeprefix(str(ties[a][b])) == sign
            signs[sign] += 1
    assert min(signs["▼"], signs["▲"]) > 0, "the test needs both"
    marked = signs["▼"] + signs["▲"]
    cells = sum(signs.values())
    share = f"{cells / 20:.1f}".replace(".", ",")
    wanted = say("map_office.meeting_trust", "de", cells=cells, share=share, n=marked)
    expect(page.locator("#meeting .note")).to_have_text(wanted)


def test_the_pairs_that_meet_least_are_said_in_words(page: Page, maps: Maps) -> None:
    """Those below the range alone, at most three of them by name."""
    analysis, _ = maps.drawn("city")
    told, mixing = analysis.meeting_range(), maps.figures("city")["mixing"]
    assert told is not None
    below = [
        (mixing["ties"][a][b], mixing["expected"][a][b])
        for i, a in enumerate(told["types"])
        for j, b in enumerate(told["types"][:i])
        if mixing["ties"][a][b] < told["low"][i][j]
    ]
    assert below
    shown(page, maps)
    said = page.locator("#meeting .hardly").all_inner_texts()
    assert len(said) == min(len(below), 3) + (len(below) > 3)
    for text in said[:3]:
        assert any(f"etwa {wanted:.0f}." in text and (str(ties) in text or not ties) for ties, wanted in below), text


def test_rows_and_columns_are_headed_by_kinds_largest_first(page: Page, maps: Maps) -> None:
    figures = maps.figures("city")
    labels = maps.drawn("city")[0].request.landscape.scheme
    order = [group["type"] for group in sorted(figures["groups"], key=lambda group: -group["actors"])]
    shown(page, maps)
    table = page.get_by_role("region", name="Wer trifft wen?").get_by_role("table")
    for role in ("rowheader", "columnheader"):
        heads = table.get_by_role(role).all()
        assert [head.get_attribute("title") for head in heads] == [labels.type_label(kind, "de") for kind in order]


def test_a_cell_puts_its_ties_into_the_light_and_into_the_address(page: Page, maps: Maps) -> None:
    figures, counted = maps.figures("city"), observed(maps, "city")
    a, b = min((pair for pair in counted if pair[0] != pair[1]), key=lambda pair: counted[pair])
    names = {i: actor["name"] for i, actor in enumerate(figures["actors"])}
    kinds = [actor["type"] for actor in figures["actors"]]
    ties = [tie for tie in maps.drawn("city")[0].ties() if tie["counts"]]
    between = [tie for tie in ties if {kinds[tie["source"]], kinds[tie["target"]]} == {a, b}]
    shown(page, maps)
    before = page.locator("#canvas canvas").screenshot()
    found = cell(page, figures, a, b)
    found.click()
    expect(found).to_have_attribute("aria-pressed", "true")
    assert sorted(page.evaluate(LIT)) == sorted(f"{names[t['source']]} – {names[t['target']]}" for t in between)
    assert page.locator("#canvas canvas").screenshot() != before
    address = page.url
    assert "pair=" in address
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("html[data-settled=true]", state="attached")
    expect(cell(page, figures, a, b)).to_have_attribute("aria-pressed", "true")
    assert len(page.evaluate(LIT)) == len(between)
    cell(page, figures, a, b).press("Enter")
    expect(cell(page, figures, a, b)).to_have_attribute("aria-pressed", "false")
    assert page.evaluate(LIT) == []
    assert "pair=" not in page.url


def test_leaving_goes_back_to_the_findings(page: Page, maps: Maps) -> None:
    shown(page, maps, more="&pair=business%7Cschool")
    page.keyboard.press("Escape")
    expect(page.locator("#findings")).to_be_visible()
    expect(page.locator("#meeting")).to_be_hidden()
    assert "open=" not in page.url
    assert "pair=" not in page.url


def test_of_many_kinds_the_eight_largest_then_all(page: Page, maps: Maps) -> None:
    count = len(maps.figures("forty_types")["mixing"]["types"])
    assert count > 30
    shown(page, maps, "forty_types")
    assert page.locator("#meeting tbody tr").count() == 8
    page.get_by_role("button", name=f"alle {count} zeigen").click()
    assert page.locator("#meeting tbody tr").count() == count
    expect(page.get_by_role("button", name="die 8 größten zeigen")).to_be_focused()
    box = page.locator(".met-scroll")
    assert box.evaluate("box => box.scrollWidth > box.clientWidth && box.clientWidth <= 340")
    box.evaluate("box => box.scrollTo(400, 400)")
    head, row = page.locator("#meeting thead th").nth(20), page.locator("#meeting tbody th").nth(20)
    top = box.bounding_box()
    heads, rows = head.bounding_box(), row.bounding_box()
    assert top is not None
    assert heads is not None
    assert rows is not None
    assert abs(heads["y"] - top["y"]) < 2
    assert abs(rows["x"] - top["x"]) < 12


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_others_see_numbers_and_no_range(page: Page, maps: Maps, audience: str) -> None:
    figures = maps.figures("city", audience)
    text = maps.text("city", audience)
    assert not any(word in text for word in ("100 zufälligen", "durch Zufall: unter", '"departures"', '"low":[['))
    assert '"meeting":{"types"' not in text
    assert '"meeting":{"types"' in maps.text("city")
    shown(page, maps, "city", audience)
    mixing = figures["mixing"]
    for i in range(len(mixing["types"])):
        for j in range(i + 1):
            shown_cell = page.locator(f'#meeting [data-cell="{j},{i}"]')
            ties, expected = mixing["ties"][i][j], mixing["expected"][i][j]
            assert shown_cell.locator(".observed").inner_text() == ("–" if ties is None else str(ties))
            assert ("–" in shown_cell.locator(".by-chance").inner_text()) == (expected is None)
    nulls = any(None in row for row in mixing["ties"] + mixing["expected"])
    assert nulls == (audience == "public")
    assert page.locator("#meeting", has_text="weniger als drei").count() == nulls
    assert page.locator("#meeting .sample").count() == 0


@pytest.mark.parametrize(
    ("name", "audience"), [("no_types", "office"), ("no_ties", "office"), ("few_answers", "public")]
)
def test_where_nothing_can_be_said_a_sentence_stands(page: Page, maps: Maps, name: str, audience: str) -> None:
    shown(page, maps, name, audience)
    assert page.locator("#meeting table").count() == 0
    expect(page.locator("#meeting .quiet")).not_to_be_empty()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
def test_axe_finds_nothing_and_a_finger_hits(browser: Browser, maps: Maps, size: tuple[int, int], theme: str) -> None:
    options = {"viewport": {"width": size[0], "height": size[1]}, "color_scheme": theme, "bypass_csp": True}
    with watched(browser, **options) as page:
        shown(page, maps)
        page.locator("#meeting .cell.below").first.click()
        for _ in range(2):
            assert violations(page) == []
            page.evaluate("document.getElementById('language').click()")
        if size[0] < 720:
            boxes = [found.bounding_box() for found in page.locator("#meeting td .cell").all()]
            assert all(box and box["width"] >= 44 and box["height"] >= 44 for box in boxes)
