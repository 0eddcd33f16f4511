"""What the color of a mark says: kinds, circles, statuses, columns, measures; the legend tells it and filters by it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import watched
from tests.views.map.conftest import Maps
from tests.views.map.landscapes import bridge, city
from tests.views.map.marks import color, drawn, watch
from tests.views.map.test_accessibility import violations
from tests.views.map.test_sizing import show, with_columns

PLACES = ["Nord", "Nord", "Süd", "Nord", None, "Süd", "Ost", "Nord"]
"""Of a to h; h stands beside the map. By hand: Nord 4 (3 on the map), Süd 2, Ost 1, e without."""


def colors_drawn(page: Page) -> Counter[str]:
    """How many marks have which color."""
    return Counter(mark["color"] for mark in drawn(page)["marks"])


def rows(page: Page, group: str) -> dict[str, str]:
    """The rows of the colors in the legend: what a box is named, and its count."""
    found = page.get_by_role("group", name=f"Farbe = {group}", exact=True).locator(".row")
    return {row.locator(".name").text_content() or "": row.locator(".count").inner_text() for row in found.all()}


def test_marks_take_the_colors_of_a_column(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path / "map.html", with_columns(bridge(), place=PLACES), show=["place"])
    page.get_by_role("combobox", name="Farbe").select_option("column:place")
    found = colors_drawn(page)
    looks = [color(page, f"look-{at}") for at in range(9)]
    assert [found[look] for look in looks] == [3, 2, 1, 0, 0, 0, 0, 0, 1]
    assert rows(page, "place") == {"Nord": "4", "Süd": "2", "Ost": "1", "ohne Angabe": "1"}


def test_the_group_of_colors_filters_the_map_and_the_table(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path / "map.html", with_columns(bridge(), place=PLACES), show=["place"])
    page.get_by_role("combobox", name="Farbe").select_option("column:place")
    page.get_by_role("group", name="Farbe = place").get_by_role("checkbox", name="Nord").uncheck()
    assert colors_drawn(page)[color(page, "look-0")] == 0
    assert rows(page, "place")["Nord"] == "0 von 4"
    page.locator("#show-table").click()
    assert page.locator("#twin tbody tr").count() == 4
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("html[data-settled=true]", state="attached")
    assert page.locator("#twin tbody tr").count() == 4
    assert page.locator("#choose-color").input_value() == "column:place"


def test_kinds_stand_without_signs_while_color_and_shape_say_something_else(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    signs = page.get_by_role("group", name="Art der Organisation").locator(".rows .mark")
    assert signs.count() == 8
    page.locator("#choose-color").select_option("status")
    assert signs.count() == 0
    page.locator("#choose-color").select_option("betweenness")
    assert signs.count() == 8
    page.locator("#choose-color").select_option("kind")
    assert signs.count() == 8
    assert page.locator(".color-group").count() == 0


def test_statuses_are_colored_where_they_stand(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    page.locator("#choose-color").select_option("status")
    counts = Counter(actor["status"] for actor in maps.figures("city")["actors"])
    words = {"networked": "vernetzt", "fragment": "kleiner Kreis für sich", "isolated": "ohne genannte Verbindung"}
    found = rows(page, "Status")
    assert {found[word] for word in words.values()} == {str(counts[key]) for key in words}


def test_a_measure_has_five_steps_with_ranges_and_counts(page: Page, maps: Maps) -> None:
    watch(page)
    maps.show(page, "city")
    page.locator("#choose-color").select_option("ties")
    degrees = [actor["degree"] for actor in maps.figures("city")["actors"]]
    found = rows(page, "Verbindungen")
    steps = {text: [int(part) for part in text.split("–")] for text in found}
    assert 2 <= len(found) <= 5
    for text, ends in steps.items():
        assert int(found[text]) == sum(ends[0] <= degree <= ends[-1] for degree in degrees)
    assert sum(map(int, found.values())) == len(degrees)
    ramp = {color(page, f"step-{at}") for at in range(5)}
    networked = sum(actor["status"] == "networked" for actor in maps.figures("city")["actors"])
    assert sum(count for hue, count in colors_drawn(page).items() if hue in ramp) == networked


def test_equal_values_are_never_parted(page: Page, tmp_path: Path) -> None:
    """Eight actors, 5 of them with 0: by hand the steps 0, 3, 5 and 8."""
    members = ["0", "0", "0", "0", "0", "3", "5", "8"]
    show(page, tmp_path / "map.html", with_columns(bridge(), Mitglieder=members), show=["Mitglieder"])
    page.locator("#choose-color").select_option("column:Mitglieder")
    assert rows(page, "Mitglieder") == {"0": "5", "3": "1", "5": "1", "8": "1"}


def test_beyond_eight_values_the_smallest_share_a_look(page: Page, tmp_path: Path) -> None:
    places = [f"Ort {k:02d}" for k in range(12) for _ in range(12 - k)][:70]
    assert len(set(places)) == 9
    show(page, tmp_path / "map.html", with_columns(city(), place=places), show=["place"])
    page.locator("#choose-color").select_option("column:place")
    group = page.locator(".color-group")
    assert group.locator(".rows .row").count() == 7
    expect(group.locator("summary")).to_contain_text("2 weitere Angaben")
    page.get_by_text("2 weitere Angaben").click()
    expect(group.get_by_role("checkbox", name="Ort 08")).to_be_visible()


@pytest.mark.parametrize(("audience", "stands"), [("office", True), ("participants", False)])
def test_bars_follow_where_members_are_known(page: Page, maps: Maps, audience: str, stands: bool) -> None:
    watch(page)
    maps.show(page, "city", audience)
    assert drawn(page)["bars"]
    page.locator("#choose-color").select_option("ties")
    bars = drawn(page)["bars"]
    assert bool(bars) == stands
    assert {bar["color"] for bar in bars} <= {color(page, f"step-{at}") for at in range(5)}


def test_a_column_of_texts_of_their_own_makes_no_colors(page: Page, tmp_path: Path) -> None:
    landscape = with_columns(bridge(), Motto=[f"Wir sind {k}" for k in range(8)], place=PLACES)
    show(page, tmp_path / "map.html", landscape, show=["Motto", "place"])
    offered = page.locator("#choose-color option").all_inner_texts()
    assert "place" in offered
    assert "Motto" not in offered
    page.get_by_role("searchbox").fill("Anna")
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("region", name="Akteur")).to_contain_text("Wir sind 0")


def test_words_of_the_sheet_stand_in_the_language_of_the_page(page: Page, tmp_path: Path) -> None:
    staff = ["paid", "paid", "unpaid", "unpaid", None, "part", "paid", None]
    landscape = with_columns(bridge(), staff=staff, checked=["2026-05-11", *[None] * 7])
    show(page, tmp_path / "map.html", landscape, show=["staff", "checked"])
    page.locator("#choose-color").select_option("column:staff")
    assert rows(page, "staff") == {
        "hauptamtlich": "3",
        "ehrenamtlich": "2",
        "teils hauptamtlich": "1",
        "ohne Angabe": "2",
    }
    page.get_by_role("searchbox").fill("Anna")
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("region", name="Akteur")).to_contain_text("11. Mai 2026")


def test_types_beside_another_grouping_have_their_labels(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path / "map.html", with_columns(bridge(), place=PLACES), by="place", show=["type"])
    page.locator("#choose-color").select_option("column:type")
    assert rows(page, "type") == {"Eine-Welt-Gruppe": "4", "Migrantenorganisation": "3", "Verwaltung": "1"}


def test_hostile_cells_stay_text(page: Page, tmp_path: Path) -> None:
    hostile = ["<img src=x onerror=\"document.body.dataset.hacked='1'\">", "</script><script>alert(1)</script>"]
    landscape = with_columns(bridge(), **{"<b>Spalte": [*hostile * 3, None, None]})
    show(page, tmp_path / "map.html", landscape, show=["<b>Spalte"])
    page.locator("#choose-color").select_option("column:<b>Spalte")
    assert rows(page, "<b>Spalte") == {hostile[0]: "3", hostile[1]: "3", "ohne Angabe": "2"}
    assert page.evaluate("document.body.dataset.hacked") is None


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("coloring", ["circle", "betweenness"])
def test_nothing_for_axe(browser: Browser, maps: Maps, theme: str, coloring: str) -> None:
    with watched(browser, color_scheme=theme, bypass_csp=True) as page:
        maps.show(page, "city")
        page.locator("#choose-color").select_option(coloring)
        assert violations(page) == []
