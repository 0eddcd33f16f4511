"""Without the central actors: the numbers add up, in the panel and in the area."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.views.map.conftest import Maps


def test_who_is_outside_before_and_after_adds_up(page: Page, maps: Maps) -> None:
    """By hand: four have no tie; without the hub five more have none, two of them without an answer."""
    figures = maps.figures("star")
    assert [top["id"] for top in figures["top_dogs"]] == ["a0"]
    assert len(figures["not_yet_networked"]["actors"]) == 4
    maps.show(page, "star")
    page.get_by_role("switch").click()
    panel, area = page.locator("#without"), page.get_by_role("region", name="Noch nicht vernetzt")
    assert panel.locator("[data-figure=figure_outside] dd").inner_text() == "4 → 9"
    expect(panel).to_contain_text("verlieren 5 weitere den Anschluss")
    expect(area.locator("h2")).to_contain_text("4 + 5")
    expect(area).to_contain_text("4 wie bisher und 5 ohne die zentralen Akteure")
    assert "Rückmeldung" not in panel.inner_text()


def test_nobody_is_a_word(page: Page, maps: Maps) -> None:
    figures = maps.figures("city")
    name = {actor["id"]: actor["name"] for actor in figures["actors"]}
    harmless = next(top["id"] for top in figures["top_dogs"] if not top["cut_off"])
    maps.show(page, "city")
    page.get_by_role("searchbox").fill(name[harmless])
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator("#actor .figures")).to_contain_text(re.compile(r"Niemand\s*verlöre ohne ihn den Anschluss"))
    assert "0" not in [b.inner_text() for b in page.locator("#actor .figures b").all()]


def test_the_size_key_holds_what_is_on_the_map(page: Page, maps: Maps) -> None:
    largest = max(actor["degree"] for actor in maps.figures("city")["actors"])
    maps.show(page, "city")
    sizes = [int(text) for text in page.locator("#sizes li").all_inner_texts()]
    assert sizes == sorted(set(sizes))
    assert largest <= sizes[-1] < 1.5 * largest + 5


FIGURES = ("ties", "average", "largest", "outside", "centralization", "steps")


def german(figure: str, value: float | None) -> str:
    """A figure as the panel writes it."""
    if value is None:
        return "–"
    if figure == "centralization":
        return f"{100 * value:.0f} %".replace(" ", "\u00a0")
    return f"{value:.1f}".replace(".", ",") if figure in ("average", "steps") else f"{value:.0f}"


@pytest.mark.parametrize("name", ["city", "mandate"])
def test_every_choice_shows_the_figures_that_python_gave(page: Page, maps: Maps, name: str) -> None:
    analysis, _ = maps.drawn(name)
    found, names = analysis.departures(), [actor["name"] for actor in analysis.to_dict()["actors"]]
    assert found is not None
    assert not found["fixed"]
    maps.show(page, name)
    page.get_by_role("switch").click()
    boxes = [page.locator(f"#out-{actor}") for actor in found["chosen"]]
    assert len(boxes) > 1
    panel, area = page.locator("#without"), page.get_by_role("region", name="Noch nicht vernetzt")
    before = len(analysis.to_dict()["not_yet_networked"]["actors"])
    for step in range(len(found["choices"])):
        choice = step ^ step >> 1  # from one choice to the next one box changes
        *figures, lost = found["choices"][choice]
        for bit in [(step & -step).bit_length() - 1] if step else range(len(boxes)):
            boxes[bit].set_checked(bool(choice >> bit & 1))
        for figure, value in zip(FIGURES, figures, strict=True):
            assert panel.locator(f"[data-figure=figure_{figure}] dd b").inner_text() == german(figure, value)
        expect(area.locator("h2 .count")).to_have_text(f"{before} + {len(lost)}" if lost else str(before))
        out = bin(choice).count("1")
        expect(page.locator("#keys")).to_contain_text(f"herausgenommen ({out})")
        expect(page.locator("#keys")).to_contain_text(f"verliert den Anschluss ({len(lost)})")
        words = "Alle sind wieder dabei" if not out else "niemand den Anschluss" if not lost else f"{len(lost)} weitere"
        expect(panel.locator("p").first).to_contain_text(words)
    assert all(names[actor].split(" e. V.")[0] in panel.inner_text() for actor in found["chosen"])


def test_with_all_put_back_nothing_differs(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    page.get_by_role("switch").click()
    for box in page.locator("#without input").all():
        box.uncheck()
    for figure in page.locator("#without dd").all():
        before, after = figure.inner_text().split(" → ")
        assert before == after


def test_the_choice_stands_in_the_address_and_is_forgotten_with_the_switch(page: Page, maps: Maps) -> None:
    maps.show(page, "city")
    page.get_by_role("switch").click()
    first = page.locator("#without input").first
    first.focus()
    page.keyboard.press("Space")
    expect(first).to_be_focused()
    expect(first).not_to_be_checked()
    address = page.url
    assert "kept=a" in address
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("html[data-settled=true]", state="attached")
    expect(page.locator("#without input").first).not_to_be_checked()
    page.get_by_role("switch").click()
    assert "kept" not in page.url
    page.get_by_role("switch").click()
    expect(page.locator("#without input").first).to_be_checked()


def test_beyond_six_the_further_ones_have_no_box(page: Page, maps: Maps) -> None:
    found = maps.drawn("three_hundred")[0].departures()
    assert found is not None
    maps.show(page, "three_hundred")
    page.get_by_role("switch").click()
    panel = page.get_by_role("group", name="Herausgenommen")
    assert panel.locator("li").count() == len(found["chosen"]) + len(found["fixed"])
    assert panel.get_by_role("checkbox").count() == len(found["chosen"])
    assert found["fixed"], "the test needs more than six"
