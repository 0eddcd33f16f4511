"""Everything has its room: the side and the areas at a desk, map, strip and sheet on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import actor_graph
from tests.browser import watched
from tests.views.map import landscapes
from tests.views.map.conftest import TWENTY_FRAMES, Maps

EXAMPLE = Path(__file__).parents[3] / "examples" / "musterstadt"
FONTS = ["Noto Sans", "Liberation Sans", "DejaVu Sans"]
OVERFULL = """() => ["upper", "legend", "areas"].map((id) => document.getElementById(id))
  .filter((box) => box.scrollHeight > box.clientHeight + 2).map((box) => box.id)"""
FADING = """() => ["upper", "legend", "areas"].filter((id) =>
  getComputedStyle(document.getElementById(id)).maskImage.includes("gradient"))"""
BROKEN = """() => {
  const broken = [], range = document.createRange();
  for (const label of document.querySelectorAll(".legend .name")) {
    const text = label.firstChild;
    for (const word of text.data.matchAll(/[^\\s-]+-?/g)) {
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word[0]);
    }
  }
  return broken;
}"""


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the example city."""
    path = tmp_path_factory.mktemp("example") / "musterstadt.html"
    text = actor_graph.draw_map(actor_graph.analyze(actor_graph.read(EXAMPLE), draws=100))
    path.write_text(text, encoding="utf-8", newline="\n")
    return path.as_uri()


@pytest.fixture
def desk(page: Page, example: str) -> Page:
    """The example at a desk of 1280×800."""
    page.goto(example)
    page.wait_for_selector("html[data-settled=true]", state="attached")
    return page


@pytest.mark.parametrize("font", FONTS)
def test_what_does_not_fit_fades_at_its_edge(desk: Page, font: str) -> None:
    desk.add_style_tag(content=f":root {{ --font: '{font}' !important; }}")
    desk.evaluate(TWENTY_FRAMES)
    assert desk.evaluate(OVERFULL) == desk.evaluate(FADING)
    assert desk.evaluate(BROKEN) == []


def test_the_example_fits_at_a_desk(desk: Page) -> None:
    desk.add_style_tag(content=":root { --font: 'Noto Sans', 'Liberation Sans', Arial !important; }")
    desk.evaluate(TWENTY_FRAMES)
    assert desk.evaluate(OVERFULL) == []


def test_a_box_that_holds_more_shows_that_it_scrolls(page: Page, maps: Maps) -> None:
    maps.show(page, "three_hundred")
    lists = page.get_by_role("region", name="Noch nicht vernetzt").locator(".lists")
    assert lists.get_attribute("data-more") == "below"
    lists.evaluate("(box) => box.scrollTo(0, box.scrollHeight)")
    expect(lists).to_have_attribute("data-more", "above")
    page.set_viewport_size({"width": 1280, "height": 3000})
    expect(lists).to_have_attribute("data-more", "")


@pytest.mark.parametrize("size", [70, 90])
def test_both_areas_are_seen_at_first_sight(page: Page, tmp_path: Path, size: int) -> None:
    """However many stand in them: the heading of each, and three names of each, are seen without scrolling."""
    landscape = landscapes.city(size, seed=5)
    path = tmp_path / "map.html"
    path.write_text(actor_graph.draw_map(actor_graph.analyze(landscape, draws=9)), encoding="utf-8", newline="\n")
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-settled=true]", state="attached")
    frame = page.locator("#areas").bounding_box()
    assert frame is not None
    for title in ("Noch nicht vernetzt", "Noch keine Rückmeldung"):
        area = page.get_by_role("region", name=title)
        lists = area.locator(".lists").bounding_box()
        assert lists is not None
        assert lists["y"] + lists["height"] <= frame["y"] + frame["height"] + 1
        shown = [row.bounding_box() for row in area.locator(".lists .link.actor").all()[:3]]
        assert len(shown) == 3
        assert all(row and row["y"] + row["height"] <= lists["y"] + lists["height"] for row in shown)


@pytest.mark.parametrize("name", ["forty_types", "long_kinds", "english"])
def test_no_word_of_the_legend_is_broken(page: Page, maps: Maps, name: str) -> None:
    maps.show(page, name)
    assert page.evaluate(BROKEN) == []
    legend = page.locator("#legend")
    assert legend.evaluate("(box) => box.scrollWidth <= box.clientWidth")


def test_the_list_of_further_kinds_opens_within_the_legend(page: Page, maps: Maps) -> None:
    maps.show(page, "forty_types")
    page.locator("#legend summary").click()
    expect(page.locator("#legend")).to_have_attribute("data-more", "below")
    after, legend = page.locator("#upper").bounding_box(), page.locator("#legend").bounding_box()
    assert after is not None
    assert legend is not None
    assert page.evaluate(OVERFULL)[:1] == ["legend"]
    assert legend["y"] >= after["y"] + after["height"] - 1
    page.get_by_role("checkbox", name="Art 39", exact=True).uncheck()
    assert page.locator("#legend").evaluate("(box) => box.scrollTop") > 0


PHONES = [(390, 844), (360, 740), (412, 915), (719, 900)]


@pytest.mark.parametrize("size", PHONES)
def test_map_and_strip_stand_between_header_and_sheet(browser: Browser, example: str, size: tuple[int, int]) -> None:
    with watched(browser, viewport={"width": size[0], "height": size[1]}, has_touch=True) as page:
        page.goto(example)
        page.wait_for_selector("html[data-settled=true]", state="attached")
        boxes = [page.locator(part).bounding_box() for part in ("header", "#canvas canvas", ".area >> nth=0", "#side")]
        header, canvas, strip, sheet = (box for box in boxes if box)
        assert header["y"] + header["height"] <= canvas["y"]
        assert canvas["height"] >= 200
        assert canvas["y"] + canvas["height"] <= strip["y"]
        assert strip["height"] == 74
        assert strip["y"] + strip["height"] <= sheet["y"]
        assert page.evaluate("document.documentElement.scrollHeight") == size[1]
        second = page.locator(".area >> nth=1").bounding_box()
        assert second is not None
        assert (second["y"], second["height"]) == (strip["y"], 74)
        broken = page.locator(".area h2 .name").evaluate_all(
            "(all) => all.filter((n) => n.scrollWidth > n.clientWidth)"
        )
        assert broken == []


@pytest.mark.parametrize("name", ["three_hundred", "crowded"])
def test_the_strip_is_never_wider_than_the_phone(browser: Browser, maps: Maps, name: str) -> None:
    with watched(browser, viewport={"width": 390, "height": 844}, has_touch=True) as page:
        maps.show(page, name)
        for area in page.locator(".area").all():
            box = area.bounding_box()
            assert box is not None
            assert box["x"] + box["width"] <= 390
            assert box["height"] == 74


def test_a_box_of_the_strip_unfolds_its_names(browser: Browser, example: str) -> None:
    with watched(browser, viewport={"width": 390, "height": 844}, has_touch=True) as page:
        page.goto(example)
        area = page.get_by_role("region", name="Noch nicht vernetzt")
        expect(area.get_by_role("button", name="Albanischer Kulturverein")).to_be_hidden()
        unfold = area.get_by_role("button", name="Noch nicht vernetzt: Liste öffnen")
        assert unfold.get_attribute("aria-expanded") == "false"
        unfold.tap()
        assert unfold.get_attribute("aria-expanded") == "true"
        area.get_by_role("button", name="Albanischer Kulturverein").tap()
        expect(page.locator("#actor h2")).to_have_text("Albanischer Kulturverein")
        page.get_by_role("searchbox").tap()
        page.keyboard.type("Chor")
        expect(page.locator("#suggestions")).to_be_visible()


SPILLED = """() => [...document.querySelectorAll("header *, main *, dialog[open] *")].filter((one) => {
  const box = one.getBoundingClientRect();
  return box.width && getComputedStyle(one).visibility !== "hidden" && (box.right > innerWidth + 1 || box.left < -1)
    && !one.closest(".skip, .hidden, .scroll, .strip, #suggestions, table, svg");
}).map((one) => one.outerHTML.slice(0, 120))"""
STATES = ["", "#actor=a0", "#circle=1", "#open=meeting", "#without=yes", "#plain=yes&finding=composition", "#about=yes"]


@pytest.mark.parametrize("size", [(320, 256), (390, 844)])
@pytest.mark.parametrize("audience", ["office", "participants"])
def test_at_four_hundred_percent_nothing_is_cut_off(
    browser: Browser, maps: Maps, audience: str, size: tuple[int, int]
) -> None:
    """1280×1024 at 400 % is 320×256 (WCAG 1.4.10): one column, and no scrolling in two directions but in the table."""
    for state in STATES if audience == "office" else STATES[:4]:
        with watched(browser, viewport={"width": size[0], "height": size[1]}) as page:
            page.goto(maps.drawn("city", audience)[1].as_uri() + state)
            page.wait_for_selector("html[data-settled=true]", state="attached")
            assert page.evaluate("document.documentElement.scrollWidth") == size[0], state
            assert page.evaluate(SPILLED) == [], state


@pytest.mark.parametrize("audience", ["office", "participants"])
def test_the_map_comes_first_and_every_control_can_be_reached(browser: Browser, maps: Maps, audience: str) -> None:
    with watched(browser, viewport={"width": 320, "height": 256}) as page:
        maps.show(page, "city", audience)
        tops = {part: page.locator(part).bounding_box() for part in ("#map", "#side", "#beside")}
        assert all(tops.values())
        assert all(tops["#map"]["y"] < box["y"] for part, box in tops.items() if part != "#map")  # type: ignore[index]
        if audience == "participants":
            assert tops["#side"]["y"] < tops["#beside"]["y"]  # type: ignore[index]
        for control in page.locator("button:visible, input:visible, summary:visible, select:visible").all():
            if control.evaluate("(one) => !one.closest('.skip')"):
                control.scroll_into_view_if_needed(timeout=2000)
                box = control.bounding_box()
                assert box is not None
                assert box["x"] >= -1, control.inner_text()
                assert box["x"] + box["width"] <= 321, control.inner_text()


def test_a_long_title_stands_in_two_lines(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "documents.html"
    text = actor_graph.draw_map(actor_graph.analyze(actor_graph.read(EXAMPLE.parent / "documents"), draws=9))
    path.write_text(text, encoding="utf-8", newline="\n")
    for width in (1280, 1100):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(path.as_uri())
        title = page.get_by_role("heading", level=1)
        assert title.evaluate("(one) => one.scrollWidth <= one.clientWidth && one.scrollHeight <= one.clientHeight + 1")
        assert title.get_attribute("title") == title.inner_text()
        top = page.locator(".top").bounding_box()
        assert top is not None
        assert top["height"] == 60
