"""The search: what finds whom, however it is typed, and where the keys lead from there."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from actor_graph.analysis import analyze
from actor_graph.views.map import draw_map
from tests.views.map import landscapes
from tests.views.map.conftest import Maps

NAMES = [
    "Bäckerei Müller Straße", "Haus Mueller", "Işık Derneği İstanbul", "Çağ Şenlik", "جَمْعِيَّة الأَمَل", "مكتبة الهدى",
    "עֲמוּתַת שָׁלוֹם", "Новый Пётр", "ማሕበር ወለዲ ኤርትራውያን", "Café d’Été", "Łódź-Kreis", "Bildungswerk",
]  # fmt: skip
FOUND = [
    ("mueller", {"Bäckerei Müller Straße", "Haus Mueller"}),
    ("müller", {"Bäckerei Müller Straße", "Haus Mueller"}),
    ("muller", {"Bäckerei Müller Straße"}),
    ("STRASSE", {"Bäckerei Müller Straße"}),
    ("baeckerei", {"Bäckerei Müller Straße"}),
    ("straße backerei", {"Bäckerei Müller Straße"}),
    ("isik", {"Işık Derneği İstanbul"}),
    ("IŞIK istanbul", {"Işık Derneği İstanbul"}),
    ("cag senlik", {"Çağ Şenlik"}),
    ("جمعية الامل", {"جَمْعِيَّة الأَمَل"}),
    ("جمعيه", {"جَمْعِيَّة الأَمَل"}),
    ("مکتبه الهدي", {"مكتبة الهدى"}),
    ("עמותת שלום", {"עֲמוּתַת שָׁלוֹם"}),
    ("ПЕТР", {"Новый Пётр"}),
    ("ወለዲ", {"ማሕበር ወለዲ ኤርትራውያን"}),
    ("cafe d'ete", {"Café d’Été"}),
    ("lodz", {"Łódź-Kreis"}),
    ("xyz", set()),
]


@pytest.fixture(scope="module")
def scripts_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of names in many scripts; the last is also what three others say of themselves."""
    n = len(NAMES)
    actors = landscapes.table(
        id=[f"a{i}" for i in range(n)],
        name=NAMES,
        type=[(landscapes.TYPES[i % 3],) for i in range(n)],
        fields=[("Bildung",) if i == 0 else () for i in range(n)],
        needs=[("Bildungsräume",) if i == 1 else () for i in range(n)],
        offers=[("Bildungskram", "Gassenküche") if i == 2 else () for i in range(n)],
    )
    ties = landscapes.table(source=list(range(n - 1)), target=list(range(1, n)), reported_by=[()] * (n - 1))
    path = tmp_path_factory.mktemp("search") / "scripts.html"
    path.write_text(draw_map(analyze(landscapes.landscape(actors, ties), draws=100)), encoding="utf-8", newline="\n")
    return path


def open_page(page: Page, path: Path) -> Page:
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-settled=true]", state="attached")
    return page


@pytest.mark.parametrize(("typed", "found"), FOUND)
def test_however_it_is_typed(page: Page, scripts_page: Path, typed: str, found: set[str]) -> None:
    open_page(page, scripts_page)
    page.get_by_role("searchbox").fill(typed)
    options = page.locator("#suggestions [role=option]:not([aria-disabled])")
    named = options.locator(".name > bdi:first-child").all_inner_texts()
    assert set(named) - {"Bildungswerk"} == found
    if not found:
        expect(page.locator("#suggestions")).to_contain_text("Kein Akteur gefunden.")


def test_names_come_first_then_fields_needs_and_offers_with_a_word_why(page: Page, scripts_page: Path) -> None:
    open_page(page, scripts_page)
    page.get_by_role("searchbox").fill("bildung")
    said = [text.split("\n") for text in page.locator("#suggestions [role=option]").all_inner_texts()]
    assert said == [
        ["Bildungswerk"],
        ["Bäckerei Müller Straße", "Feld: Bildung"],
        ["Haus Mueller", "Sucht: Bildungsräume"],
        ["Işık Derneği İstanbul", "Bietet: Bildungskram"],
    ]
    page.get_by_role("searchbox").fill("gassenkueche dernegi")
    assert page.locator("#suggestions [role=option]").all_inner_texts() == [
        "Işık Derneği İstanbul\nBietet: Gassenküche"
    ]


def test_outside_the_office_needs_and_offers_find_nobody(page: Page, maps: Maps) -> None:
    maps.show(page, "city", "participants")
    page.get_by_role("searchbox").fill("catering")
    expect(page.locator("#suggestions")).to_contain_text("Kein Akteur gefunden.")
    page.get_by_role("searchbox").fill("bildung")
    expect(page.locator("#suggestions")).to_contain_text("Feld: Bildung")


def test_arrows_choose_and_enter_takes_what_is_chosen(page: Page, maps: Maps) -> None:
    maps.show(page, "bridge")
    field = page.get_by_role("searchbox")
    field.fill("e")
    options = page.locator("#suggestions [role=option]")
    names = options.all_inner_texts()
    assert len(names) > 2
    for _ in range(2):
        field.press("ArrowDown")
    chosen = page.locator("#suggestions [aria-selected=true]")
    assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    assert chosen.inner_text() == names[1]
    field.press("ArrowUp")
    field.press("ArrowUp")
    assert page.locator("#suggestions [aria-selected=true]").inner_text() == names[-1]
    field.press("Enter")
    expect(page.locator("#actor h2")).to_have_text(names[-1])
    expect(page.locator("#suggestions")).to_be_hidden()
    assert field.input_value() == ""


def test_the_mark_of_a_suggestion_stands_beside_its_name(page: Page, maps: Maps) -> None:
    maps.show(page, "bridge")
    page.get_by_role("searchbox").fill("chor")
    option = page.locator("#suggestions [role=option]").first
    mark, name = option.locator("svg").bounding_box(), option.locator("bdi").first.bounding_box()
    assert mark is not None
    assert name is not None
    assert mark["x"] + mark["width"] <= name["x"]
    assert abs(mark["y"] + mark["height"] / 2 - name["y"] - name["height"] / 2) < 4


def test_focus_goes_to_the_panel_and_escape_leads_back(page: Page, maps: Maps) -> None:
    maps.show(page, "bridge")
    field = page.get_by_role("searchbox")
    field.fill("chor")
    field.press("Enter")
    assert page.evaluate("document.activeElement.id") == "upper"
    page.keyboard.press("Escape")
    expect(page.locator("#findings")).to_be_visible()
    assert page.evaluate("document.activeElement.id") == "search"
    field.fill("nobody")
    field.press("Escape")
    assert field.input_value() == ""
    expect(page.locator("#suggestions")).to_be_hidden()


def test_one_who_is_filtered_away_is_shown_again_and_it_is_said(page: Page, maps: Maps) -> None:
    maps.show(page, "bridge")
    page.get_by_role("checkbox", name="Verwaltung", exact=True).uncheck()
    page.get_by_role("searchbox").fill("drehscheibe")
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator("#aloud")).to_have_text(
        "Es wird wieder alles gezeigt, auch dieser Akteur. Drehscheibe, 2 Partner, Verwaltung, Kreis A"
    )
    page.keyboard.press("Escape")
    expect(page.get_by_role("checkbox", name="Verwaltung", exact=True)).to_be_checked()


def test_the_suggestions_are_told_to_those_who_cannot_see_them(page: Page, maps: Maps) -> None:
    maps.show(page, "city", "office")
    field = page.get_by_role("searchbox", name="Akteure suchen")
    assert page.get_by_role("searchbox").count() == 1
    assert field.get_attribute("aria-expanded") is None
    field.fill("kulturkreis")
    matching = sum("Kulturkreis" in actor["name"] for actor in maps.figures("city")["actors"])
    told = f"8 von {matching} Vorschlägen, bitte weiter tippen" if matching > 8 else f"{matching} Vorschläge"
    expect(page.locator("#aloud")).to_have_text(told)
    assert page.locator("#suggestions [role=option]:not([aria-disabled])").count() == min(matching, 8)


def test_who_is_told_of_more_than_stand_there_is_asked_to_type_on(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    field = page.get_by_role("searchbox")
    field.fill("er")
    matching = sum("er" in actor["name"].lower() for actor in maps.figures("city")["actors"])
    assert matching > 8
    expect(page.locator("#suggestions [role=option]")).to_have_count(9)
    last = page.locator("#suggestions [role=option]").last
    expect(page.locator("#aloud")).to_have_text(last.inner_text())
    expect(last).to_contain_text("8 von ")
    expect(last).to_contain_text(" Vorschlägen, bitte weiter tippen")
    field.press("ArrowUp")
    assert page.locator("#suggestions [aria-selected=true]").get_attribute("id") == "suggestions-7"
    field.press("Escape")
    expect(page.locator("#aloud")).to_have_text("")
