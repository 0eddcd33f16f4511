"""The table twin: every actor in a row, sorted as Python sorts, in step with the legend, kept in the address."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from actor_graph.analysis import analyze
from actor_graph.views.map import draw_map
from tests.browser import until, watched
from tests.views.map import landscapes
from tests.views.map.conftest import TWENTY_FRAMES, Maps
from tests.views.map.test_accessibility import violations
from tests.views.map.test_legend import box, legend, names_in_table

STATUS_ORDER = ["networked", "fragment", "isolated", "unknown"]
FOCUSED = "document.activeElement.dataset.bar ?? document.activeElement.dataset.column ?? document.activeElement.id"
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


def head(page: Page, name: str) -> Locator:
    """The heading of a column."""
    return page.locator("#twin thead th", has_text=name)


def press(page: Page, name: str, key: str | None = None) -> None:
    """Press a heading by click or by a key."""
    button = head(page, name).get_by_role("button")
    if key:
        button.press(key)
    else:
        button.click()


def choice(page: Page, facet: str) -> Locator:
    """The select over the table for a facet."""
    return page.locator(f"#table-bar select[data-bar={facet}]")


def column(page: Page, name: str) -> list[str]:
    """The texts of a column from above to below."""
    place = page.locator("#twin thead th").all_inner_texts()
    at = next(i for i, text in enumerate(place) if text.startswith(name))
    found: list[str] = page.locator("#twin tbody tr").evaluate_all(
        "(rows, at) => rows.map((row) => row.cells[at].textContent)", at
    )
    return found


def in_order(page: Page, names: list[str]) -> list[str]:
    """The names by the alphabet of German, as the browser's own collation has it."""
    found: list[str] = page.evaluate(
        "(all) => [...all].sort(new Intl.Collator('de', { numeric: true }).compare)", names
    )
    return found


def known(actor: dict[str, Any], key: str) -> Any:
    """What an actor is sorted by; no answer and no tie is no number."""
    value = actor.get(key)
    if key in ("degree", "betweenness") and actor["status"] == "unknown" and not actor["degree"]:
        return None
    return STATUS_ORDER.index(str(value)) if key == "status" else value


def expected(page: Page, actors: list[dict[str, Any]], key: str, *, down: bool) -> list[str]:
    """All names by a figure of the analysis, without one at last, equal ones by name."""
    place = {name: at for at, name in enumerate(in_order(page, [actor["name"] for actor in actors]))}
    ranked = sorted(actors, key=lambda actor: place[actor["name"]])
    have = sorted((a for a in ranked if known(a, key) is not None), key=lambda a: known(a, key) * (-1 if down else 1))
    return [actor["name"] for actor in [*have, *(a for a in ranked if known(a, key) is None)]]


@pytest.mark.parametrize(
    ("name", "key"), [("Verbindungen", "degree"), ("Wege", "betweenness"), ("Kreis", "cluster"), ("Status", "status")]
)
def test_the_order_is_that_of_the_figures(page: Page, maps: Maps, name: str, key: str) -> None:
    actors = maps.figures("city")["actors"]
    maps.show(page, "city")
    page.locator("#show-table").click()
    assert names_in_table(page) == expected(page, actors, "degree", down=True)
    assert head(page, "Verbindungen").get_attribute("aria-sort") == "descending"
    press(page, name)
    first = "ascending" if name in ("Verbindungen", "Kreis", "Status") else "descending"
    assert head(page, name).get_attribute("aria-sort") == first
    assert names_in_table(page) == expected(page, actors, key, down=first == "descending")
    for press_by in ("Enter", "Space"):
        press(page, name, press_by)
        now = (
            "descending"
            if press_by == "Enter" and first == "ascending"
            else "ascending"
            if press_by == "Enter"
            else first
        )
        assert head(page, name).get_attribute("aria-sort") == now
        assert names_in_table(page) == expected(page, actors, key, down=now == "descending")
        assert page.evaluate("document.activeElement.textContent").startswith(name)
    assert page.locator("#twin thead [aria-sort]:not([aria-sort=none])").count() == 1


def test_names_are_sorted_as_the_language_sorts(page: Page, maps: Maps) -> None:
    names = [actor["name"] for actor in maps.figures("city")["actors"]]
    maps.show(page, "city")
    page.locator("#show-table").click()
    press(page, "Akteur")
    assert names_in_table(page) == in_order(page, names)
    assert names_in_table(page).index("Ökumenischer Kulturkreis") < names_in_table(page).index(
        "Portugiesischer Kulturkreis"
    )
    press(page, "Akteur")
    assert names_in_table(page) == in_order(page, names)[::-1]


def test_sort_filters_and_columns_stand_in_the_address(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    page.locator("#show-table").click()
    press(page, "Kreis")
    choice(page, "kind").select_option("Verwaltung")
    page.locator("#table-columns summary").click()
    page.get_by_role("checkbox", name="Sucht").check()
    page.get_by_role("checkbox", name="Wege").uncheck()
    heads, rows = page.locator("#twin thead th").all_inner_texts(), page.locator("#twin tbody tr").all_inner_texts()
    assert any(text.startswith("Sucht") for text in heads)
    assert not any(text.startswith("Wege") for text in heads)
    assert len(rows) == sum(actor["type"] == "administration" for actor in maps.figures("city")["actors"])
    page.reload()
    page.wait_for_selector("html[data-settled=true]", state="attached")
    assert page.locator("#twin thead th").all_inner_texts() == heads
    assert page.locator("#twin tbody tr").all_inner_texts() == rows
    assert head(page, "Kreis").get_attribute("aria-sort") == "ascending"
    page.evaluate("() => { location.hash = 'view=table&sort=nothing|down&columns=nothing&hide-kind=nothing'; }")
    until(page, "document.querySelectorAll('#twin thead th').length === 1")
    assert page.locator("#twin tbody tr").count() == 70


def test_selects_and_legend_set_the_same(page: Page, maps: Maps) -> None:
    actors = maps.figures("city")["actors"]
    kinds = len({actor["type"] for actor in actors})
    maps.show(page, "city")
    page.locator("#show-table").click()
    chosen = choice(page, "kind")
    expect(chosen.locator("option").first).to_have_text("alle")
    chosen.focus()
    chosen.select_option("Verwaltung")
    assert page.evaluate(FOCUSED) == "kind"
    expect(box(page, "Art der Organisation", "Verwaltung")).to_be_checked()
    expect(box(page, "Art der Organisation", "Schule")).not_to_be_checked()
    box(page, "Art der Organisation", "Schule").check()
    told = chosen.locator("option:checked")
    expect(told).to_have_text(f"2 von {kinds}")
    assert len(names_in_table(page)) == sum(actor["type"] in ("administration", "school") for actor in actors)
    chosen.select_option("alle")
    assert len(names_in_table(page)) == 70
    box(page, "Art der Organisation", "Schule").uncheck()
    expect(told).to_have_text(f"{kinds - 1} von {kinds}")
    for facet, word, key, value in (
        ("status", "vernetzt", "status", "networked"),
        ("survey", "keine Antwort", "survey", "no answer"),
        ("circle", "ohne Kreis", "cluster", None),
    ):
        page.locator("#legend").get_by_role("button", name="alle zeigen").click()
        choice(page, facet).select_option(word)
        assert len(names_in_table(page)) == sum(actor.get(key) == value for actor in actors)


def test_where_nobody_is_left_the_way_back_stands(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    page.locator("#show-table").click()
    page.get_by_role("textbox", name="Name enthält").fill("so heißt niemand")
    expect(page.locator(".nobody")).to_contain_text("Kein Akteur passt zu diesen Filtern.")
    expect(page.locator(".shown-count")).to_have_text("0 von 70 Akteuren")
    expect(page.locator("#table-bar").get_by_role("button", name="Tabelle als CSV")).to_be_disabled()
    page.locator(".nobody").get_by_role("button", name="alle zeigen").click()
    assert page.locator("#twin tbody tr").count() == 70
    expect(page.get_by_role("textbox", name="Name enthält")).to_have_value("")
    assert page.evaluate("document.activeElement.className") == "scroll"


def test_escape_empties_the_name_and_leaves_the_rest(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    page.locator("#show-table").click()
    page.locator("#twin tbody .link").first.click()
    field = page.get_by_role("textbox", name="Name enthält")
    field.fill("kultur")
    field.press("Escape")
    expect(field).to_have_value("")
    expect(field).to_be_focused()
    expect(page.locator("#actor")).to_be_visible()
    assert page.locator("#twin tbody tr").count() == 70


def test_the_menu_of_columns(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    page.locator("#show-table").click()
    menu = page.locator("#table-columns")
    menu.locator("summary").press("Enter")
    one = menu.get_by_role("checkbox", name="Genannt von")
    one.focus()
    page.keyboard.press("Space")
    expect(head(page, "Genannt von")).to_be_visible()
    expect(one).to_be_focused()
    named = {
        actor["name"]: "–" if actor["status"] == "unknown" else str(actor["named_by"])
        for actor in maps.figures("city")["actors"]
    }
    assert column(page, "Genannt von") == [named[name] for name in names_in_table(page)]
    page.keyboard.press("Space")
    expect(head(page, "Genannt von")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(menu.locator("summary")).to_be_focused()
    menu.locator("summary").click()
    expect(one).to_be_visible()
    page.locator(".shown-count").click()
    expect(one).to_be_hidden()


def test_a_column_that_goes_takes_its_sorting_along(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    page.locator("#show-table").click()
    press(page, "Wege")
    page.locator("#table-columns summary").click()
    page.get_by_role("checkbox", name="Wege").uncheck()
    assert head(page, "Verbindungen").get_attribute("aria-sort") == "descending"
    assert names_in_table(page) == expected(page, maps.figures("city")["actors"], "degree", down=True)


def test_the_chosen_row_is_marked_and_in_view(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    page.locator("#show-table").click()
    last = page.locator("#twin tbody .link").last.inner_text()
    page.locator("#show-map").click()
    page.get_by_role("searchbox").fill(last)
    page.get_by_role("searchbox").press("Enter")
    page.locator("#show-table").click()
    row = page.locator("#twin tbody tr[aria-current=true]")
    expect(row).to_have_count(1)
    expect(row.locator(".link")).to_have_text(last)
    expect(row).to_be_in_viewport()
    top = page.locator("#twin tbody tr").first
    expect(top).not_to_be_in_viewport()
    page.get_by_role("searchbox").press("Escape")
    page.keyboard.press("Escape")
    expect(row).to_have_count(0)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Two thousand actors in a ring, by name Actor 0 to Actor 1999."""
    n = 2000
    actors = landscapes.table(
        id=[f"a{i}" for i in range(n)],
        name=[f"Actor {i}" for i in range(n)],
        type=[(landscapes.TYPES[i % 8],) for i in range(n)],
    )
    ties = landscapes.table(source=list(range(n)), target=[(i + 1) % n for i in range(n)], reported_by=[()] * n)
    path = tmp_path_factory.mktemp("many") / "many.html"
    text = draw_map(analyze(landscapes.landscape(actors, ties, language="en"), draws=2))
    path.write_text(text, encoding="utf-8", newline="\n")
    return path.as_uri()


def test_two_thousand_have_a_row_each(page: Page, many: str) -> None:
    page.goto(f"{many}#view=table&sort=actor%7Cup")
    page.wait_for_selector("html[data-settled=true]", state="attached")
    expect(page.locator(".shown-count")).to_have_text("2,000 of 2,000 actors")
    until(page, "!document.querySelector('#twin [aria-busy]')")
    found = page.locator("#twin tbody tr .link")
    assert found.evaluate_all("(all) => all.map((one) => one.textContent)") == [f"Actor {i}" for i in range(2000)]
    assert page.locator("#twin table").get_attribute("aria-rowcount") == "2001"
    choice(page, "kind").select_option("school")
    until(page, "!document.querySelector('#twin [aria-busy]')")
    assert found.count() == 250


def test_three_hundred_stand_at_once(page: Page, maps: Maps) -> None:
    maps.show(page, "three_hundred")
    page.locator("#show-table").click()
    assert page.locator("#twin tbody tr").count() == 300
    assert page.locator("#twin [aria-busy]").count() == 0
    assert len(set(names_in_table(page))) == 300


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
def test_axe_finds_nothing_in_the_bar_and_its_menu(
    browser: Browser, maps: Maps, theme: str, size: tuple[int, int]
) -> None:
    with watched(browser, viewport={"width": size[0], "height": size[1]}, color_scheme=theme, bypass_csp=True) as page:
        maps.show(page, "city")
        page.locator("#show-table").click()
        choice(page, "kind").select_option("Verwaltung")
        page.locator("#table-columns summary").click()
        assert violations(page) == []
        page.get_by_role("textbox", name="Name enthält").fill("so heißt niemand")
        assert violations(page) == []


@pytest.mark.parametrize("place", ["", "#window=300.0%2C250.0%2C2.000"])
def test_a_phone_opens_into_the_table_and_goes_to_the_map(browser: Browser, maps: Maps, place: str) -> None:
    address = maps.drawn("city")[1].as_uri()
    with watched(browser, **PHONE) as page:
        page.goto(f"{address}#view=table{place.replace('#', '&')}")
        page.wait_for_selector("html[data-settled=true]", state="attached")
        assert page.locator("#twin tbody tr").count() == 70
        page.locator("#show-map").click()
        page.evaluate(TWENTY_FRAMES)
        seen = page.locator("#canvas").screenshot()
        maps.show(page, "pair")
        page.goto(address + place)
        page.wait_for_selector("html[data-settled=true]", state="attached")
        assert page.locator("#canvas").screenshot() == seen


def test_on_a_phone_a_finger_meets_every_control(browser: Browser, maps: Maps) -> None:
    with watched(browser, **PHONE) as page:
        maps.show(page, "city")
        page.locator("#show-table").click()
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        page.locator("#table-columns summary").click()
        targets = page.locator("#twin :is(select, input[type=text], summary, label, thead button, .link), .grip")
        small = targets.evaluate_all(
            """(all) => all.filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
              .map((one) => one.outerHTML.slice(0, 90))"""
        )
        assert small == []
        menu, grip = (page.locator(part).bounding_box() for part in ("#table-columns > div", ".grip"))
        assert menu is not None
        assert grip is not None
        assert grip["height"] >= 44
        assert menu["y"] + menu["height"] < grip["y"]
        assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_at_a_desk_the_table_shows_all_its_first_columns(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    page.locator("#show-table").click()
    assert page.locator("#twin .scroll").evaluate("(box) => box.scrollWidth - box.clientWidth") == 0


def test_rows_tell_what_the_legend_counts(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    page.locator("#show-table").click()
    kinds = column(page, "Art")
    assert {kind: str(kinds.count(kind)) for kind in set(kinds)} == legend(page, "Art der Organisation")
