"""The tools above the map: how size, color and names are chosen, by keyboard, on a phone, and kept in the address."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import actor_graph
from tests.browser import until, watched
from tests.views.map.conftest import Maps
from tests.views.map.landscapes import city

NAMES = """() => {
  const written = new Set(), draw = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
    written.add(text);
    return draw.call(this, text, ...rest);
  };
  window.written = written;
}"""


def keys(page: Page, choice: str) -> list[str]:
    """The keys of what can be chosen."""
    found: list[str] = page.locator(f"#choose-{choice} option").evaluate_all("(all) => all.map((one) => one.value)")
    return found


def test_choices_are_named_and_say_what_is_chosen(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    size, color = page.get_by_role("combobox", name="Größe"), page.get_by_role("combobox", name="Farbe")
    assert size.locator("option").all_inner_texts()[:2] == ["Verbindungen", "gleich"]
    assert color.locator("option").all_inner_texts()[:4] == ["Art", "Kreis", "Status", "Rücklauf"]
    expect(page.locator(".choice b")).to_have_text(["Verbindungen", "Art"])
    size.select_option(label="Wege")
    color.select_option(label="Status")
    expect(page.locator(".choice b")).to_have_text(["Wege", "Status"])


def test_the_row_fits_above_the_map(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    boxes = [part.bounding_box() for part in page.locator("#switch, .choice").all()]
    assert len({round(box["y"] + box["height"]) for box in boxes if box}) == 1
    assert max(box["x"] + box["width"] for box in boxes if box) <= 1040


def test_choices_go_by_keyboard_and_keep_the_focus(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    page.locator("#choose-color").focus()
    page.keyboard.press("ArrowDown")
    until(page, "location.hash.includes('color=circle')")
    assert page.evaluate("document.activeElement.id") == "choose-color"
    expect(page.get_by_role("group", name="Farbe = Kreis").get_by_role("checkbox").first).to_be_visible()


@pytest.mark.parametrize(("language", "spoken"), [("de", "80 % der Namen"), ("en", "80% of the names")])
def test_the_slider_goes_by_keyboard_and_says_how_many(page: Page, maps: Maps, language: str, spoken: str) -> None:
    maps.show(page, "city" if language == "de" else "english")
    slider = page.get_by_role("slider", name="Namen" if language == "de" else "Names")
    slider.focus()
    slider.press("ArrowLeft")
    slider.press("ArrowLeft")
    assert (slider.get_attribute("aria-valuetext") or "").replace("\u00a0", " ") == spoken
    until(page, "location.hash.includes('names=80')")


def test_fewer_names_keep_the_central_ones(page: Page, maps: Maps) -> None:
    page.add_init_script(f"({NAMES})()")
    maps.show(page, "city")
    slider = page.locator("#choose-names")
    figures = maps.figures("city")
    central = {row["id"] for row in figures["top_dogs"]}
    first_words = {row["id"]: row["name"].split(" ")[0].split("-")[0] for row in figures["actors"]}
    counts = []
    for share in (100, 50, 0):
        page.evaluate("written.clear()")
        slider.evaluate("(field, share) => { field.value = share; field.dispatchEvent(new Event('input')); }", share)
        until(page, "written.size > 0")
        lines = set(page.evaluate("[...written]"))
        counts.append(len(lines))
        for actor in central:
            assert any(line.startswith(first_words[actor]) for line in lines)
    assert counts[0] > counts[1] > counts[2]


def test_the_address_opens_the_same_looks(page: Page, maps: Maps) -> None:
    address = maps.drawn("city")[1].as_uri()
    page.goto(f"{address}#size=core&color=betweenness&names=30")
    page.wait_for_selector("html[data-settled=true]", state="attached")
    assert page.locator("#choose-size").input_value() == "core"
    assert page.locator("#choose-color").input_value() == "betweenness"
    assert page.locator("#choose-names").input_value() == "30"
    page.goto(f"{address}#size=nonsense&color=&names=lots")
    until(page, "document.getElementById('choose-size').value === 'ties'")
    assert page.locator("#choose-color").input_value() == "kind"
    assert page.locator("#choose-names").input_value() == "100"


def test_on_a_phone_they_stand_above_the_legend(browser: Browser, maps: Maps) -> None:
    with watched(browser, viewport={"width": 390, "height": 844}) as page:
        maps.show(page, "city")
        assert page.locator("#tools .choice").count() == 0
        page.get_by_role("button", name="Legende").click()
        expect(page.get_by_role("combobox", name="Größe")).to_be_visible()
        for control in page.locator("#legend .choice select, #legend .choice input").all():
            box = control.bounding_box()
            assert box is not None
            assert box["height"] >= 44
        page.get_by_role("combobox", name="Farbe").select_option(label="Kreis")
        assert page.evaluate("document.querySelectorAll('#legend .look-tools').length") == 1
        expect(page.locator("#legend .color-group")).to_be_visible()


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_outside_the_office_there_are_no_measures(page: Page, maps: Maps, audience: str) -> None:
    maps.show(page, "city", audience)
    assert keys(page, "size") == ["ties", "equal"]
    assert keys(page, "color") == ["kind", "circle", "ties"]
    for word in ("Wege", "Vielfalt der Partner", "Auftrag", "hauptamtlich"):
        assert word not in maps.text("city", audience)


def test_a_map_of_equal_marks_opens_so(page: Page, tmp_path: Path) -> None:
    actor_graph.draw_map(city(), tmp_path / "equal.html", equal_size=True, draws=19)
    page.goto((tmp_path / "equal.html").as_uri())
    page.wait_for_selector("html[data-settled=true]", state="attached")
    assert page.locator("#choose-size").input_value() == "equal"
    assert page.locator("#sizes li").count() == 0
    page.locator("#choose-size").select_option("ties")
    expect(page.locator("#sizes li").first).to_be_visible()


@pytest.mark.parametrize("name", ["no_ties", "one_actor", "no_actor"])
def test_without_a_picture_there_is_nothing_to_choose(page: Page, maps: Maps, name: str) -> None:
    maps.show(page, name)
    assert page.locator(".choice").count() == 0
