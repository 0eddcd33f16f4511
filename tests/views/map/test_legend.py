"""The legend, which is the filter: counts from the analysis; what is unchecked is gone everywhere, and comes back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from actor_graph.analysis import analyze
from actor_graph.views.map import draw_map
from tests.browser import until, watched
from tests.views.map import landscapes
from tests.views.map.conftest import Maps
from tests.views.map.marks import color, drawn, watch
from tests.views.map.test_accessibility import violations

Actor = dict[str, Any]
HTML = "(all) => all.map((one) => one.outerHTML)"
INTENSITIES = {"comprehensive": "umfassend", "regular": "regelmäßig", "occasional": "gelegentlich",
               "occasion-based": "anlassbezogen", None: "ohne Angabe"}  # fmt: skip
STATUSES = {"networked": "vernetzt", "fragment": "kleiner Kreis für sich", "isolated": "ohne genannte Verbindung",
            "unknown": "noch keine Rückmeldung"}  # fmt: skip
TIE_KINDS = {"exchange": "Austausch", "cooperation": "Zusammenarbeit"}


def legend(page: Page, group: str) -> dict[str, str]:
    """The rows of a facet: what each is called, and its count as it is written."""
    found = page.locator("#legend").get_by_role("group", name=group, exact=True).locator(".row:has(input)")
    texts: list[list[str]] = found.evaluate_all(
        "(rows) => rows.map((row) => ['.name', '.count'].map((part) => row.querySelector(part).textContent))"
    )
    return dict(map(tuple, texts))  # type: ignore[arg-type]


def box(page: Page, group: str, name: str) -> Any:
    """The box of a row of the legend."""
    inside = page.locator("#legend").get_by_role("group", name=group, exact=True)
    return inside.get_by_role("checkbox", name=name, exact=True)


def more(page: Page) -> None:
    """Open what waits under "more filters"."""
    page.locator("#legend").get_by_role("button", name="Weitere Filter").click()


def names_in_table(page: Page) -> list[str]:
    """The names in the table, in its order; the view is the table then."""
    if page.locator("body").get_attribute("data-view") != "table":
        page.locator("#show-table").click()
    found: list[str] = page.locator("#twin tbody th .link").all_inner_texts()
    return found


def marks_drawn(page: Page) -> int:
    """How many marks have the color of a kind."""
    kinds = {color(page, f"kind-{place}") for place in range(8)}
    return sum(mark["color"] in kinds for mark in drawn(page)["marks"])


def ties_drawn(page: Page) -> list[dict[str, Any]]:
    """The ties as the canvas was told."""
    hue = color(page, "tie")
    return [line for line in drawn(page)["lines"] if line["color"] == hue]


def circle_of(actor: Actor) -> str:
    return chr(64 + actor["cluster"]) if actor["cluster"] else "ohne Kreis"


def test_each_count_is_that_of_the_analysis(page: Page, maps: Maps) -> None:
    analysis = maps.drawn("city")[0]
    actors, ties = analysis.to_dict()["actors"], analysis.ties()
    maps.show(page, "city")
    more(page)
    kinds = Counter(actor["type"] for actor in actors)
    found = legend(page, "Art der Organisation")
    assert found["Verwaltung"] == str(kinds["administration"])
    assert found["Eine-Welt-Gruppe"] == str(kinds["One World group"])
    assert sorted(found.values()) == sorted(map(str, kinds.values()))
    statuses = Counter(STATUSES[actor["status"]] for actor in actors)
    assert legend(page, "Status") == {word: str(statuses[word]) for word in STATUSES.values()}
    circles = Counter(map(circle_of, actors))
    assert {
        row.split(" ")[0] if row != "ohne Kreis" else row: count for row, count in legend(page, "Kreis").items()
    } == {circle: str(count) for circle, count in circles.items()}
    answers = Counter(actor["survey"] for actor in actors)
    assert legend(page, "Rücklauf") == {
        "geantwortet": str(answers["answered"]),
        "keine Antwort": str(answers["no answer"]),
    }
    strengths = Counter(INTENSITIES[tie["intensity"]] for tie in ties)
    one_sided = sum(tie["one_sided"] for tie in ties)
    assert legend(page, "Verbindungen") == {
        **{k: str(n) for k, n in strengths.items()},
        "einseitig genannt": str(one_sided),
    }
    tie_kinds = Counter(TIE_KINDS[kind] for tie in ties for kind in tie["kinds"])
    assert legend(page, "Art der Verbindung") == {kind: str(count) for kind, count in tie_kinds.items()}


ACTOR_FILTERS: dict[str, tuple[str, str, Callable[[Actor], bool]]] = {
    "kind": ("Art der Organisation", "Verwaltung", lambda actor: actor["type"] == "administration"),
    "status": ("Status", "ohne genannte Verbindung", lambda actor: actor["status"] == "isolated"),
    "circle": ("Kreis", "C ", lambda actor: actor["cluster"] == 3),
    "survey": ("Rücklauf", "keine Antwort", lambda actor: actor["survey"] == "no answer"),
}


@pytest.mark.parametrize("facet", ACTOR_FILTERS)
def test_who_is_unchecked_is_gone_everywhere_and_comes_back(page: Page, maps: Maps, facet: str) -> None:
    group, label, leaves = ACTOR_FILTERS[facet]
    actors = maps.figures("city")["actors"]
    stay = [actor for actor in actors if not leaves(actor)]
    on_map = sum(actor["status"] == "networked" for actor in stay)
    beside = Counter(actor["status"] for actor in stay)
    watch(page)
    maps.show(page, "city")
    assert marks_drawn(page) == sum(actor["status"] == "networked" for actor in actors)
    more(page)
    label = next(row for row in legend(page, group) if row == label or (label.endswith(" ") and row.startswith(label)))
    box(page, group, label).uncheck()
    assert marks_drawn(page) == on_map
    counts = Counter(STATUSES[actor["status"]] for actor in stay)
    whole = Counter(STATUSES[actor["status"]] for actor in actors)
    for word, count in legend(page, "Status").items():
        assert count == (str(whole[word]) if counts[word] == whole[word] else f"{counts[word]} von {whole[word]}")
    assert legend(page, group)[label] == f"0 von {len(actors) - len(stay)}"
    for area, statuses in (("Noch nicht vernetzt", ("isolated", "fragment")), ("Noch keine Rückmeldung", ("unknown",))):
        listed = page.locator("#areas").get_by_role("region", name=area).locator(".actor")
        assert listed.count() == sum(beside[status] for status in statuses)
    assert sorted(names_in_table(page)) == sorted(actor["name"] for actor in stay)
    expect(page.locator(".shown-count")).to_have_text(f"{len(stay)} von 70 Akteuren")
    expect(page.locator("#aloud")).to_have_text(f"{len(stay)} von 70 Akteuren gezeigt")
    page.locator("#legend").get_by_role("button", name="alle zeigen").click()
    assert len(names_in_table(page)) == 70
    page.locator("#show-map").click()
    assert marks_drawn(page) == sum(actor["status"] == "networked" for actor in actors)


TIE_FILTERS: dict[str, tuple[str, str, Callable[[dict[str, Any]], bool]]] = {
    "intensity": ("Verbindungen", "umfassend", lambda tie: tie["intensity"] == "comprehensive"),
    "none given": ("Verbindungen", "ohne Angabe", lambda tie: tie["intensity"] is None),
    "one-sided": ("Verbindungen", "einseitig genannt", lambda tie: tie["one_sided"]),
    "kind": ("Art der Verbindung", "Austausch", lambda tie: tie["kinds"] == ["exchange"]),
}


@pytest.mark.parametrize("facet", TIE_FILTERS)
def test_ties_that_are_unchecked_are_not_drawn(page: Page, maps: Maps, facet: str) -> None:
    group, label, leaves = TIE_FILTERS[facet]
    analysis = maps.drawn("city")[0]
    actors = analysis.to_dict()["actors"]
    on_map = [tie for tie in analysis.ties() if actors[tie["source"]]["status"] == "networked"]
    stay = [tie for tie in on_map if not leaves(tie)]
    watch(page)
    maps.show(page, "city")
    assert len(ties_drawn(page)) == len(on_map) > len(stay)
    more(page)
    box(page, group, label).uncheck()
    lines = ties_drawn(page)
    assert len(lines) == len(stay)
    assert sum(line["dashed"] for line in lines) == sum(tie["one_sided"] for tie in stay)
    assert marks_drawn(page) == sum(actor["status"] == "networked" for actor in actors)
    assert len(names_in_table(page)) == 70


def several(folder: Path) -> str:
    """Four actors: one of two kinds, one of each of them, one of none."""
    kinds = [("business", "school"), ("business",), ("school",), ()]
    actors = landscapes.table(id=list("abcd"), name=["Ada", "Bea", "Cem", "Dua"], type=kinds, survey=["answered"] * 4)
    ties = landscapes.table(source=[0, 1, 2], target=[1, 2, 3], reported_by=[(0,), (1,), (2,)])
    path = folder / "several.html"
    path.write_text(draw_map(analyze(landscapes.landscape(actors, ties), draws=10)), encoding="utf-8", newline="\n")
    return path.as_uri()


def test_who_is_of_several_kinds_counts_with_each_and_stays_with_one(page: Page, tmp_path: Path) -> None:
    page.goto(several(tmp_path))
    page.wait_for_selector("html[data-settled=true]", state="attached")
    group = "Art der Organisation"
    assert sorted(legend(page, group).items()) == [("Schule", "2"), ("Wirtschaft", "2"), ("ohne Angabe", "1")]
    box(page, group, "Schule").uncheck()
    assert sorted(legend(page, group).items()) == [("Schule", "1 von 2"), ("Wirtschaft", "2"), ("ohne Angabe", "1")]
    assert sorted(names_in_table(page)) == ["Ada", "Bea", "Dua"]
    box(page, group, "Wirtschaft").uncheck()
    assert names_in_table(page) == ["Dua"]
    box(page, group, "Schule").check()
    assert sorted(names_in_table(page)) == ["Ada", "Cem", "Dua"]


def test_filters_go_together(page: Page, maps: Maps) -> None:
    actors = maps.figures("city")["actors"]
    stay = [
        actor["name"]
        for actor in actors
        if actor["type"] != "school"
        and actor["survey"] == "answered"
        and actor["cluster"]
        and "verein" in actor["name"].lower()
    ]
    assert 3 < len(stay) < 60
    maps.show(page, "city")
    more(page)
    box(page, "Art der Organisation", "Schule").uncheck()
    box(page, "Rücklauf", "keine Antwort").uncheck()
    box(page, "Kreis", "ohne Kreis").uncheck()
    expect(page.locator("#legend .head")).to_contain_text("Weitere Filter (2)")
    page.locator("#show-table").click()
    page.get_by_role("textbox", name="Name enthält").fill("verein")
    assert sorted(names_in_table(page)) == sorted(stay)
    page.reload()
    page.wait_for_selector("html[data-settled=true]", state="attached")
    assert sorted(names_in_table(page)) == sorted(stay)
    assert legend(page, "Art der Organisation")["Schule"].startswith("0 von ")


def test_names_are_narrowed_on_the_map_too(page: Page, maps: Maps) -> None:
    actors = maps.figures("city")["actors"]
    chosen = [actor for actor in actors if "kulturkreis" in actor["name"].lower()]
    watch(page)
    maps.show(page, "city")
    page.locator("#show-table").click()
    field = page.get_by_role("textbox", name="Name enthält")
    assert page.get_by_role("searchbox").count() == 1
    assert field.get_attribute("type") == "text"
    field.press_sequentially("KULTURKREIS")
    expect(field).to_be_focused()
    assert sorted(names_in_table(page)) == sorted(actor["name"] for actor in chosen)
    page.locator("#show-map").click()
    assert marks_drawn(page) == sum(actor["status"] == "networked" for actor in chosen) > 0
    row = page.locator("#legend .named")
    expect(row).to_contain_text("Name enthält „KULTURKREIS“")
    row.get_by_role("button", name="Name enthält: alle zeigen").click()
    expect(row).to_have_count(0)
    assert marks_drawn(page) == sum(actor["status"] == "networked" for actor in actors)


def test_arrow_keys_meet_those_alone_who_are_shown(page: Page, maps: Maps) -> None:
    """Of the bridge stay its three at the first end, by hand: Anna-Verein, Brücke, Chor; Chor has three partners."""
    maps.show(page, "bridge")
    box(page, "Art der Organisation", "Eine-Welt-Gruppe").uncheck()
    box(page, "Art der Organisation", "Verwaltung").uncheck()
    page.locator("#picture").focus()
    said = set()
    for key in (
        "Home",
        "End",
        "ArrowDown",
        "ArrowLeft",
        "ArrowUp",
        "ArrowRight",
        "ArrowDown",
        "ArrowLeft",
        "ArrowRight",
        "ArrowUp",
    ):
        page.keyboard.press(key)
        said.add(page.locator("#aloud").inner_text().split(",")[0])
    assert len(said) > 1
    assert said <= {"Anna-Verein", "Brücke e. V.", "Chor", "In dieser Richtung steht kein weiterer Akteur."}


def test_the_focus_stays_in_the_legend_after_each_redraw(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    more(page)
    focused = "document.activeElement.dataset.row"
    assert page.evaluate(focused) == "link"
    for group, name in (("Art der Organisation", "Verwaltung"), ("Status", "vernetzt"), ("Verbindungen", "umfassend")):
        one = box(page, group, name)
        one.focus()
        here = page.evaluate(focused)
        page.keyboard.press("Space")
        expect(one).not_to_be_checked()
        assert page.evaluate(focused) == here


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_outside_the_office_nothing_tells_of_status_or_survey(page: Page, maps: Maps, audience: str) -> None:
    maps.show(page, "city", audience)
    more(page)
    assert legend(page, "Kreis")
    page.locator("#show-table").click()
    page.locator("#table-columns summary").click()
    for _ in range(2):
        words = "".join(page.locator("#legend, #twin, #areas, #further, #map").evaluate_all(HTML)).casefold()
        for word in (
            ">status",
            "umfrage",
            "antwort",
            "rückmeldung",
            "einseitig",
            ">survey",
            "answered",
            "no answer",
            "one side",
        ):
            assert word not in words, word
        page.locator("#language").click()


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_outside_the_office_counts_are_those_of_its_own_analysis(page: Page, maps: Maps, audience: str) -> None:
    analysis = maps.drawn("city", audience)[0]
    kinds = Counter(actor["type"] for actor in analysis.to_dict()["actors"])
    strengths = Counter(INTENSITIES[tie["intensity"]] for tie in analysis.ties())
    maps.show(page, "city", audience)
    assert sorted(legend(page, "Art der Organisation").values()) == sorted(str(count) for count in kinds.values())
    assert legend(page, "Verbindungen") == {word: str(count) for word, count in strengths.items()}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_the_further_filters(browser: Browser, maps: Maps, theme: str) -> None:
    with watched(browser, color_scheme=theme, bypass_csp=True) as page:
        maps.show(page, "city")
        more(page)
        box(page, "Status", "vernetzt").uncheck()
        assert violations(page) == []


def test_the_first_heading_of_the_further_filters_is_in_full_view(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    more(page)
    until(page, "document.getElementById('legend').scrollTop > 0")
    place = """() => document.querySelector('.more-filters h3').getBoundingClientRect().top
      - document.getElementById('legend').getBoundingClientRect().top"""
    assert page.evaluate(place) >= 40


def test_on_a_phone_each_row_is_met_by_a_finger(browser: Browser, maps: Maps) -> None:
    with watched(browser, viewport={"width": 390, "height": 844}, has_touch=True) as page:
        maps.show(page, "city")
        page.get_by_role("button", name="Legende", exact=True).click()
        more(page)
        heights = page.locator("#legend .row:has(input)").evaluate_all("(all) => all.map((row) => row.offsetHeight)")
        assert len(heights) > 20
        assert min(heights) >= 44
        assert page.evaluate("document.documentElement.scrollWidth") == 390
