"""The map page in a real browser; any request, console error or exception fails (see ``tests.browser``)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import watched
from tests.views.map.conftest import LANDSCAPES, TWENTY_FRAMES, Maps


@pytest.mark.parametrize("name", LANDSCAPES)
def test_every_landscape_gives_a_picture_that_stands(page: Page, maps: Maps, name: str) -> None:
    maps.show(page, name)
    expect(page.get_by_role("heading", level=1)).to_have_text("Musterstadt")
    if name in ("no_ties", "one_actor", "no_actor", "two_actors", "pair"):
        assert page.locator("#canvas canvas").count() == 0
        return
    box = page.locator("#canvas canvas").bounding_box()
    assert box is not None
    assert (box["x"], box["x"] + box["width"]) == (340, 1040)


def test_nothing_moves_once_it_stands(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    first = page.locator("#canvas").screenshot()
    page.evaluate(TWENTY_FRAMES)
    assert page.locator("#canvas").screenshot() == first


def test_search_finds_and_enter_opens_the_first(page: Page, maps: Maps) -> None:
    maps.show(page, "bridge")
    field = page.get_by_role("searchbox", name="Akteure suchen")
    assert page.get_by_role("searchbox").count() == 1
    field.fill("bruck")
    assert page.locator(f"#{field.get_attribute('aria-controls')}").get_by_role("option").all_inner_texts() == [
        "Brücke e. V."
    ]
    field.press("Enter")
    panel = page.get_by_role("region", name="Akteur", exact=True)
    expect(panel.get_by_role("heading", level=2)).to_have_text("Brücke e. V.")
    expect(panel).to_contain_text("Verbindet zwei Ufer.")
    expect(panel).to_contain_text("Räume")
    assert sorted(panel.locator(".partners li .link").all_inner_texts()) == ["Anna-Verein", "Chor"]
    panel.get_by_role("button", name="Chor").click()
    expect(panel.get_by_role("heading", level=2)).to_have_text("Chor")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()


def test_panel_lists_every_partner(page: Page, maps: Maps) -> None:
    analysis, _ = maps.drawn("city")
    maps.show(page, "city")
    hub = max(range(70), key=lambda i: analysis.to_dict()["actors"][i]["degree"])
    actors = analysis.to_dict()["actors"]
    expected = [
        actors[t["source"] if t["target"] == hub else t["target"]]["name"]
        for t in analysis.ties()
        if hub in (t["source"], t["target"])
    ]
    page.get_by_role("searchbox").fill(actors[hub]["name"])
    page.get_by_role("searchbox").press("Enter")
    assert sorted(page.locator("#actor .partners .link").all_inner_texts()) == sorted(expected)
    assert len(expected) == actors[hub]["degree"]


def test_table_holds_every_actor_and_sorts(page: Page, maps: Maps) -> None:
    maps.show(page, "bridge")
    page.get_by_role("button", name="Tabelle").click()
    table = page.get_by_role("table", name="Akteure")
    names = table.locator("tbody th .link")
    assert names.count() == 8
    ties = table.get_by_role("columnheader", name="Verbindungen")
    assert ties.get_attribute("aria-sort") == "descending"
    assert table.locator("tbody td.number .degree").all_inner_texts() == ["3", "3", "2", "2", "2", "2", "2", "0"]
    table.get_by_role("button", name="Verbindungen").press("Enter")
    assert ties.get_attribute("aria-sort") == "ascending"
    assert names.first.inner_text() == "Hafengruppe"
    table.get_by_role("button", name="Akteur", exact=False).first.click()
    assert names.all_inner_texts()[0] == "Anna-Verein"
    assert ties.get_attribute("aria-sort") == "none"


def test_unchecking_a_kind_hides_it_in_table_and_areas(page: Page, maps: Maps) -> None:
    maps.show(page, "bridge")
    before = page.locator("#canvas").screenshot()
    box = page.get_by_role("checkbox", name="Eine-Welt-Gruppe", exact=True)
    expect(page.locator(".row", has=box)).to_contain_text("4")
    outside = page.get_by_role("region", name="Noch nicht vernetzt")
    expect(outside).to_contain_text("Hafengruppe")
    box.uncheck()
    expect(outside).not_to_contain_text("Hafengruppe")
    assert page.locator("#canvas").screenshot() != before
    page.get_by_role("button", name="Tabelle").click()
    assert page.locator("#twin tbody tr").count() == 4
    expect(page.locator("#twin")).to_contain_text("4 von 8 Akteuren")
    page.get_by_role("button", name="alle zeigen").click()
    assert page.locator("#twin tbody tr").count() == 8


def test_switch_shows_the_figures_of_python(page: Page, maps: Maps) -> None:
    figures = maps.figures("city")
    before, after = figures["network"], figures["without_top_dogs"]["network"]
    maps.show(page, "city")
    switch = page.get_by_role("switch", name="Ohne die zentralen Akteure")
    assert switch.get_attribute("aria-checked") == "false"
    switch.click()
    assert switch.get_attribute("aria-checked") == "true"
    shown = {
        row.get_attribute("data-figure"): row.locator("dd").inner_text() for row in page.locator("[data-figure]").all()
    }
    assert shown["figure_ties"] == f"{before['ties']} → {after['ties']}"
    assert shown["figure_largest"] == " → ".join(
        str(round(n["largest_component_share"] * n["actors"])) for n in (before, after)
    )
    assert shown["figure_average"] == " → ".join(
        f"{n['average_degree']:.1f}".replace(".", ",") for n in (before, after)
    )
    assert shown["figure_steps"] == " → ".join(
        f"{n['average_path_length']:.1f}".replace(".", ",") for n in (before, after)
    )


def test_who_loses_contact_is_counted_by_hand(page: Page, maps: Maps) -> None:
    assert maps.figures("bridge")["top_dogs"] == []  # no actor stands out of eight
    maps.show(page, "bridge")
    assert page.get_by_role("switch").count() == 0
    expect(page.locator("#findings")).to_contain_text("Kein Akteur ragt heraus.")


def test_hub_by_mandate_stays_when_the_central_actors_leave(page: Page, maps: Maps) -> None:
    maps.show(page, "mandate")
    expect(page.locator("#legend")).to_contain_text("Knotenpunkt mit Auftrag")
    page.get_by_role("switch").click()
    stays = page.locator("#without .partners", has_text="Bleibt, als Knotenpunkt mit Auftrag")
    assert stays.locator(".link").all_inner_texts() == ["Amt für Integration"]


def test_both_areas_list_who_is_beside_the_network(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    actors = maps.figures("city")["actors"]
    for area, wanted in (("Noch nicht vernetzt", ("isolated", "fragment")), ("Noch keine Rückmeldung", ("unknown",))):
        count = sum(actor["status"] in wanted for actor in actors)
        assert page.get_by_role("region", name=area).locator(".actor").count() == count > 0


def test_language_button_turns_every_word(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    assert page.locator("html").get_attribute("lang") == "de"
    page.get_by_role("button", name=re.compile("English")).click()
    assert page.locator("html").get_attribute("lang") == "en"
    expect(page.get_by_role("searchbox", name="Search actors")).to_be_visible()
    expect(page.get_by_role("region", name="Not yet networked")).to_contain_text("no tie named")
    expect(page.get_by_role("checkbox", name="administration", exact=True)).to_be_visible()
    words = page.locator("body").inner_text()
    for german in ("Verbindungen", "Akteure", "Noch", "Kreis", "Stand", "Rückmeldung"):
        assert german not in words.replace("Musterstadt", ""), german


def test_hostile_names_stay_text(browser: Browser, maps: Maps) -> None:
    from tests.views.map.landscapes import HOSTILE

    with watched(browser) as page:
        page.on("dialog", lambda dialog: pytest.fail(f"a name opened a dialog: {dialog.message}"))
        maps.show(page, "hostile")
        scripts = page.locator("script").count()
        page.get_by_role("button", name="Tabelle").click()
        cells = page.locator("#twin tbody th .link").all_inner_texts()
        for name in HOSTILE:
            seen = name.replace("\u202e", "<U+202E>").replace("\u2028", "<U+2028>")
            assert seen in cells
            page.get_by_role("searchbox").fill(name)
            page.get_by_role("searchbox").press("Enter")
            expect(page.locator("#actor h2")).to_have_text(seen)
        assert page.locator("script").count() == scripts == 5
        assert page.evaluate("document.body.dataset.hacked") is None
        assert page.locator("img, iframe, a[href]").count() == 0


def test_click_on_a_mark_opens_its_actor(page: Page, maps: Maps) -> None:
    maps.show(page, "bridge")
    page.get_by_role("searchbox").fill("Drehscheibe")
    page.get_by_role("searchbox").press("Enter")
    x, y = page.evaluate(
        "() => { const a = JSON.parse(document.getElementById('analysis').textContent).actors[3]; return [a.x, a.y]; }"
    )
    page.keyboard.press("Escape")
    expect(page.locator("#actor")).to_be_hidden()
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    scale = min(box["width"] / 700, box["height"] / 712)
    page.mouse.click(box["x"] + box["width"] / 2 + (x - 350) * scale, box["y"] + box["height"] / 2 + (y - 356) * scale)
    expect(page.locator("#actor h2")).to_have_text("Drehscheibe")


def test_pages_without_a_network_say_so(page: Page, maps: Maps) -> None:
    maps.show(page, "no_ties")
    expect(page.locator("#sentence")).to_contain_text("Für diese Landschaft ist noch keine Verbindung erfasst.")
    assert page.get_by_role("region", name="Noch nicht vernetzt").locator(".actor").count() == 21
    assert page.locator(".finding").count() == 2
    maps.show(page, "one_actor")
    expect(page.locator("#sentence")).to_contain_text("Ein einzelner Akteur.")
    expect(page.locator("#sentence")).to_contain_text("Haus der Kulturen Musterstadt")
    maps.show(page, "no_actor")
    expect(page.locator("#sentence")).to_contain_text("noch kein Akteur erfasst")


def test_without_types_there_is_no_legend_of_kinds_and_no_finding_about_them(page: Page, maps: Maps) -> None:
    maps.show(page, "no_types")
    assert page.get_by_role("group", name="Art der Organisation").count() == 0
    assert page.locator(".finding").count() == 3


def test_beyond_eight_kinds_the_seven_largest_keep_their_look(page: Page, maps: Maps) -> None:
    maps.show(page, "forty_types")
    legend = page.get_by_role("group", name="Art der Organisation")
    assert legend.locator(".rows").get_by_role("checkbox").count() == 7
    legend.locator("summary").click()
    kinds = {actor["type"] for actor in maps.figures("forty_types")["actors"]}
    assert legend.get_by_role("checkbox").count() == len(kinds)


@pytest.mark.parametrize("width", [390, 320])
def test_small_windows_scroll_in_one_direction_only(browser: Browser, maps: Maps, width: int) -> None:
    with watched(browser, viewport={"width": width, "height": 844}, has_touch=True) as page:
        maps.show(page, "city")
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.get_by_role("button", name="Tabelle").click()
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_panel_and_table_outside_the_office_tell_name_type_fields_and_partners(page: Page, maps: Maps) -> None:
    maps.show(page, "city", "participants")
    assert page.get_by_role("switch").count() == 0
    assert page.get_by_role("region", name="Noch nicht vernetzt").count() == 0
    expect(page.locator("#further")).to_contain_text("Weitere Akteure der Erhebung")
    page.get_by_role("button", name="Tabelle").click()
    heads = [head.split(" ")[0] for head in page.locator("thead th").all_inner_texts()]
    assert heads == ["Akteur", "Art", "Felder", "Partner"]
    told = next(actor["name"] for actor in maps.figures("city")["actors"] if actor.get("fields") and actor["degree"])
    page.locator("#twin tbody .link", has_text=told).click()
    panel = page.locator("#actor").inner_text()
    assert "Bildung, Kultur" in panel
    for office in ("Catering", "Räume", "Hafen", "Kreis", "geantwortet", "Wege"):
        assert office not in panel


def test_withheld_figures_leave_the_names(page: Page, maps: Maps) -> None:
    assert maps.figures("few_answers", "participants")["withheld"] == "response"
    maps.show(page, "few_answers", "participants")
    expect(page.locator("#findings")).to_contain_text("haben zu wenige geantwortet")
    assert page.locator("#further .actor").count() == 70


LABELS = """() => {
  const draw = CanvasRenderingContext2D.prototype.fillText;
  window.said = [];
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y, most) {
    const { a, d, e, f } = this.getTransform(), size = Math.min(this.measureText(text).width, most ?? Infinity);
    const left = { left: 0, center: size / 2, right: size }[this.textAlign];
    window.said.push({ text, x: (x - left) * a + e, y: y * d + f, w: size * a, h: 11 * d,
      squeezed: size / this.measureText(text).width });
    draw.call(this, text, x, y, most);
  };
}"""


@pytest.mark.parametrize("name", ["crowded", "forty_types", "english"])
def test_every_region_keeps_its_letter(browser: Browser, maps: Maps, name: str) -> None:
    from actor_graph.views.map.picture import letter_of

    with watched(browser) as page:
        page.add_init_script(f"({LABELS})()")
        maps.show(page, name)
        said = page.evaluate("window.said")
        width = page.locator("#canvas canvas").evaluate("(canvas) => canvas.width")
        regions = page.evaluate("JSON.parse(document.getElementById('page').textContent).picture.regions")
        circles = {letter_of(region["circle"]) for region in regions}
        assert len(circles) > 4
        assert circles <= {s["text"].split(" ")[0] for s in said}
        words = {"homogen", "heterogen", "gemischt", "homogeneous", "heterogeneous", "mixed"}
        for before, one in zip([None, *said], said, strict=False):
            if one["text"].split(" ")[0] in circles or one["text"] in words:
                assert one["squeezed"] >= 0.87, one
                assert one["x"] >= 0, one
                assert one["x"] + one["w"] <= width + 1, one
            if one["text"] in words:
                assert before is not None
                assert before["text"].split(" ")[0] in circles
                assert before["y"] == one["y"]


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
@pytest.mark.parametrize("name", ["city", "forty_types"])
def test_no_name_over_another(browser: Browser, maps: Maps, name: str, size: tuple[int, int]) -> None:
    with watched(browser, viewport={"width": size[0], "height": size[1]}) as page:
        page.add_init_script(f"({LABELS})()")
        maps.show(page, name)
        page.locator("#picture").focus()
        page.evaluate(TWENTY_FRAMES)
        page.evaluate("() => { window.said = []; }")
        page.keyboard.press("0")
        page.evaluate(TWENTY_FRAMES)
        said = page.evaluate("window.said")
        first = said[: next((i for i, s in enumerate(said) if i and s == said[0]), len(said))]
        assert len(first) > 20
        for i, one in enumerate(first):
            for other in first[:i]:
                apart_x = abs(one["x"] + one["w"] / 2 - other["x"] - other["w"] / 2) - (one["w"] + other["w"]) / 2
                assert apart_x > -1 or abs(one["y"] - other["y"]) > one["h"], (one, other)
