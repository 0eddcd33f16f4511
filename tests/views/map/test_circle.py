"""The circle's panel: the figures of the analysis, what is counted of what is shown, and how one gets there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from actor_graph.words.fold import fold
from tests.browser import until, watched
from tests.views.map.conftest import TWENTY_FRAMES, Maps


def open_circle(page: Page, number: int) -> None:
    page.evaluate("(hash) => { location.hash = hash; }", f"circle={number}")
    until(
        page,
        "(number) => document.querySelector('#circle .letter')?.textContent === String.fromCharCode(64 + number)",
        arg=number,
    )


def part(page: Page, title: str) -> Any:
    return page.locator("#circle .partners", has=page.locator("h3", has_text=title))


def ties_by_circle(maps: Maps, number: int) -> tuple[int, Counter[int]]:
    analysis, _ = maps.drawn("city")
    cluster = [actor["cluster"] for actor in analysis.to_dict()["actors"]]
    inside, to = 0, Counter[int]()
    for tie in analysis.ties():
        if not tie.get("counts", True):
            continue
        ends = {cluster[tie["source"]], cluster[tie["target"]]}
        if ends == {number}:
            inside += 1
        elif number in ends:
            to[next(iter(ends - {number}))] += 1
    return inside, to


@pytest.mark.parametrize("number", [1, 2, 4])
def test_the_figures_are_those_of_the_analysis(page: Page, maps: Maps, number: int) -> None:
    figures = maps.figures("city")
    circle = figures["clusters"][number - 1]
    names = {actor["id"]: actor["name"] for actor in figures["actors"]}
    maps.show(page, "city")
    open_circle(page, number)
    panel = page.get_by_role("region", name="Kreis", exact=True)
    expect(panel.locator(".under")).to_contain_text(f"{circle['actors']} Akteure")
    kinds = part(page, "Art der Organisation").locator(".count").all_inner_texts()
    assert [int(count) for count in kinds] == sorted(circle["types"].values(), reverse=True)
    assert sorted(part(page, "Mitglieder").locator(".link").all_inner_texts()) == sorted(
        names[member] for member in circle["members"]
    )
    assert f"{circle['competences']} verschiedene" in part(page, "Was hier zusammenkommt").inner_text()
    inside, to = ties_by_circle(maps, number)
    assert int(part(page, "Verbindungen").locator("li .count").first.inner_text()) == inside
    told = part(page, "Verbindungen").locator("li", has=page.locator(".letter"))
    assert (
        Counter(
            {ord(r.locator(".letter").inner_text()) - 64: int(r.locator(".count").inner_text()) for r in told.all()}
        )
        == to
    )


def test_as_many_words_as_competences_and_how_many_bring_each(page: Page, maps: Maps) -> None:
    figures = maps.figures("city")
    about = {actor["id"]: actor for actor in figures["actors"]}
    maps.show(page, "city")
    for circle in figures["clusters"][:3]:
        open_circle(page, circle["cluster"])
        words = Counter(
            fold(word)
            for member in circle["members"]
            for word in {*(about[member].get("fields") or ()), *(about[member].get("offers") or ())}
        )
        said = [text.split("\u00a0")[0].rsplit(" ", 1) for text in page.locator("#circle .words li").all_inner_texts()]
        assert len(said) == len(words) == circle["competences"]
        assert {fold(one[0]): int(one[1]) if len(one) > 1 else 1 for one in said} == dict(words)


def test_composition_says_what_it_means_and_never_that_it_is_better(page: Page, maps: Maps) -> None:
    figures = maps.figures("city")
    meant = {"homogeneous": "addieren sich", "heterogeneous": "ergänzen einander", "mixed": "Eine Art überwiegt"}
    maps.show(page, "city")
    seen = set()
    for circle in figures["clusters"]:
        if not circle["composition"]:
            continue
        open_circle(page, circle["cluster"])
        note = page.locator("#circle .why")
        expect(note).to_contain_text(meant[circle["composition"]])
        expect(note).to_contain_text("Keine Zusammensetzung ist allgemein richtig")
        least = min(circle["p_homogeneous_adjusted"], circle["p_heterogeneous_adjusted"])
        word = "Unterscheidet sich vom Zufall" if least < 0.05 else "Vom Zufall nicht zu unterscheiden"
        expect(note).to_contain_text(word)
        seen.add(circle["composition"])
    assert len(seen) == 3


def region_point(page: Page, maps: Maps, number: int) -> tuple[float, float]:
    """An empty place inside a region on the screen: the farthest from all marks of those on a grid."""
    figures: Mapping[str, Any] = maps.figures("city")
    data = page.evaluate("JSON.parse(document.getElementById('page').textContent).picture")
    actors = page.evaluate("JSON.parse(document.getElementById('analysis').textContent).actors")
    left, top, right, bottom = data["bounds"]
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    members = [i for i, actor in enumerate(figures["actors"]) if actor["cluster"] == number]
    xs, ys = [actors[i]["x"] for i in members], [actors[i]["y"] for i in members]
    middle = sum(xs) / len(xs), sum(ys) / len(ys)
    away = max(
        ((middle[0] + dx, middle[1] + dy) for dx in range(-60, 60, 4) for dy in range(-60, 60, 4)),
        key=lambda p: min(
            ((actor["x"] - p[0]) ** 2 + (actor["y"] - p[1]) ** 2) ** 0.5 - data["radius"][i]
            for i, actor in enumerate(actors)
            if i in data["placed"]
        ),
    )  # fmt: skip
    scale = min(box["width"] / (right - left), box["height"] / (bottom - top), 1.8)
    return (
        box["x"] + box["width"] / 2 + (away[0] - (left + right) / 2) * scale,
        box["y"] + box["height"] / 2 + (away[1] - (top + bottom) / 2) * scale,
    )


def test_a_click_on_its_ground_opens_a_circle_and_one_beside_closes_it(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    plain = page.locator("#canvas").screenshot()
    page.mouse.click(*region_point(page, maps, 2))
    expect(page.locator("#circle h2 .letter")).to_have_text("B")
    assert page.evaluate("location.hash") == "#circle=2"
    page.evaluate(TWENTY_FRAMES)
    assert page.locator("#canvas").screenshot() != plain
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 4, box["y"] + box["height"] - 4)
    expect(page.locator("#circle")).to_be_hidden()


NAMES = """() => {
  const draw = CanvasRenderingContext2D.prototype.fillText;
  window.said = new Map();
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y, most) {
    const { a, d, e, f } = this.getTransform();
    window.said.set(text.split(" ")[0], [x * a + e + 3, y * d + f - 3]);
    draw.call(this, text, x, y, most);
  };
}"""


def test_a_click_on_its_name_opens_a_circle(browser: Browser, maps: Maps) -> None:
    with watched(browser) as page:
        page.add_init_script(f"({NAMES})()")
        maps.show(page, "city")
        box = page.locator("#canvas").bounding_box()
        x, y = page.evaluate("window.said.get('C')")
        assert box is not None
        page.mouse.click(box["x"] + x, box["y"] + y)
        expect(page.locator("#circle h2 .letter")).to_have_text("C")


def test_from_an_actor_to_its_circle_to_another_by_keys(page: Page, maps: Maps) -> None:
    figures = maps.figures("city")
    maps.show(page, "city")
    page.get_by_role("searchbox").fill(figures["actors"][0]["name"])
    page.get_by_role("searchbox").press("Enter")
    own = figures["actors"][0]["cluster"]
    page.locator("#actor .circle-link").press("Enter")
    expect(page.locator("#circle .letter").first).to_have_text(chr(64 + own))
    expect(page.locator("#aloud")).to_contain_text(f"Kreis {chr(64 + own)}")
    assert page.evaluate("document.activeElement.id") == "upper"
    other = part(page, "Verbindungen").locator(".circle-link").first
    letter = other.locator(".letter").inner_text()
    other.press("Enter")
    expect(page.locator("#circle h2 .letter")).to_have_text(letter)
    page.keyboard.press("Escape")
    expect(page.locator("#findings")).to_be_visible()
    assert page.evaluate("document.activeElement.id") == "search"


def test_a_filter_changes_members_and_ties_but_no_figure_of_the_whole(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    open_circle(page, 1)
    count, members = page.locator("#circle .under").inner_text(), part(page, "Mitglieder").locator(".link")
    before, ties = members.count(), int(part(page, "Verbindungen").locator("li .count").first.inner_text())
    page.locator("#legend .fold").click()
    page.get_by_role("checkbox", name="Glaubensgemeinschaft", exact=True).uncheck()
    figures = maps.figures("city")["clusters"][0]
    assert members.count() == before - figures["types"]["faith community"]
    assert int(part(page, "Verbindungen").locator("li .count").first.inner_text()) < ties
    assert page.locator("#circle .under").inner_text() == count


def test_outside_the_office_there_is_no_p_and_to_the_public_no_number_of_the_named(page: Page, maps: Maps) -> None:
    maps.show(page, "city", "participants")
    open_circle(page, 1)
    assert "p =" not in page.locator("#circle").inner_text()
    assert "Catering" not in page.locator("#circle").inner_text()
    assert "Zufall zu unterscheiden" not in maps.text("city", "participants")
    figures = maps.figures("city", "public")
    maps.show(page, "city", "public")
    for circle in figures["clusters"]:
        if circle["actors"] is None and not circle["members"]:
            page.evaluate("(hash) => { location.hash = hash; }", f"circle={circle['cluster']}")
            expect(page.locator("#circle")).to_be_hidden()
            continue
        open_circle(page, circle["cluster"])
        sized = page.locator("#circle .under", has_text="Akteure").count()
        assert sized == (circle["actors"] is not None)
        told = [int(count) for count in page.locator("#circle .count").all_inner_texts()]
        assert all(count >= 3 for count in told)
        assert (
            page.locator("#circle .words .count").count() == part(page, "Verbindungen").locator(".count").count() == 0
        )
        assert page.locator("#circle h3", has_text="Mitglieder (").count() == 0
        assert page.locator("#circle h3", has_text="Hier genannte Mitglieder").count() == bool(circle["members"])
    assert any(circle["actors"] is None for circle in figures["clusters"])
