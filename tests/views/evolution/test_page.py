"""The page of an evolution in a real browser: one place for everyone, a slider, pictures that need no color, tables."""

from __future__ import annotations

import re
from html import unescape
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from actor_graph.evolution.trace import Evolution
from actor_graph.privacy.audience import AUDIENCES
from actor_graph.problems import OutputError
from actor_graph.views.evolution import evolve
from actor_graph.views.evolution.page import page as page_of
from tests.browser import watched
from tests.making import landscape
from tests.views.map.test_accessibility import RULES
from tests.views.map.test_looks import GROUNDS, SEEN, contrast, linear, oklab

CSS = Path(__file__).parents[3] / "src/actor_graph/views/evolution/templates/evolution.css"
LOOKS = ("new", "ended", "grown", "shrunk")
ACTORS = """id;name;type;survey;publish;publish_ties
a;<b>Ahorn</b> & Söhne e. V.;club;{};yes;yes
b;Birke;club;answered;yes;yes
c;Eiche;office;answered;yes;yes
d;جمعية الأمل;office;answered;yes;yes
e;Ulme;;answered;yes;yes
{}"""
GOALS = """
    vision: Alle kennen einander.
    goals:
      - Dichter | density | 0.9 | 2025 | Frau Amt
      - Räume | Räume | 5 | 2030
    indicators: {Räume: 4}
"""
FIRST = "source;target;weight\na;b;1\nb;c;3\nc;d;1\na;e;1\nd;g;1\n"
SECOND = "source;target;weight\na;b;2\nb;c;1\nb;d;1\nf;b;1\nd;e;1\n"


def evolution(where: Path, audience: str = "office") -> Evolution:
    waves = [
        landscape(where / "2024", ACTORS.format("answered", "g;Linde;club;answered;yes;yes\n"), FIRST,
                  "    date: 2024-06-30\n    name: Musterstadt\n    language: de\n"),
        landscape(where / "2026", ACTORS.format("no answer", "f;Esche;club;answered;yes;yes\n"), SECOND,
                  f"    date: 2026-06-30\n    name: Musterstadt\n    language: de{GOALS}"),
    ]  # fmt: skip
    return evolve(waves, where / f"{audience}.html", audience=audience, draws=9)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("evolution")
    for audience in AUDIENCES:
        evolution(where, audience)
    return where


def test_the_slider_shows_one_wave_at_a_time(page: Page, place: Path) -> None:
    page.goto((place / "office.html").as_uri())
    slider = page.get_by_role("slider", name="Erhebung")
    expect(slider).to_have_value("1")
    expect(page.locator(".step:visible")).to_have_count(1)
    expect(page.locator("#at")).to_have_text("30. Juni 2026: Veränderung seit 30. Juni 2024")
    slider.press("ArrowLeft")
    expect(page.locator("#at")).to_have_text("30. Juni 2024")
    expect(page.locator(".step:visible svg.map .tie")).to_have_count(1)
    assert slider.get_attribute("aria-valuetext") == "30. Juni 2024"


def test_every_change_has_its_look_and_its_word(page: Page, place: Path) -> None:
    """a–b grew, b–c shrank, c–d and d–g ended, b–d and d–e are new, a–e is new or not to be known of, f–b new.

    Without ``reported_by`` an answering end tells: a–e ended as e answered; c–d as both did; f is new, g is gone.
    """
    page.goto((place / "office.html").as_uri())
    step = page.locator(".step").nth(1)
    drawn = {look: step.locator(f"svg.map path.tie.{look}").get_attribute("d") for look in LOOKS}
    assert {look: d.count("M") for look, d in drawn.items()} == {"new": 3, "ended": 3, "grown": 1, "shrunk": 1}
    legend = step.locator(".legend").inner_text()
    assert all(word in legend for word in ("neu 3", "beendet 3", "fester 1", "lockerer 1", "nicht mehr dabei 1"))
    assert step.locator(".map .mark-new").count() == step.locator(".map .mark-gone").count() == 1
    step.get_by_text("Die Verbindungen mit Namen").click()
    expect(step.locator("details").last).to_contain_text("Birke – جمعية الأمل")


def test_everyone_stands_on_one_place_in_all_pictures(page: Page, place: Path) -> None:
    page.goto((place / "office.html").as_uri())
    places = [
        set(page.locator(".step").nth(i).locator("svg.map > g > g").evaluate_all(
            "marks => marks.map(mark => mark.getAttribute('transform'))"))
        for i in range(2)
    ]  # fmt: skip
    assert (len(places[0]), len(places[1]), len(places[0] & places[1])) == (6, 7, 6)


def test_line_styles_differ_without_color(page: Page, place: Path) -> None:
    page.goto((place / "office.html").as_uri())
    style = "path => { const s = getComputedStyle(path); return `${s.strokeDasharray} ${s.strokeWidth}`; }"
    step = page.locator(".step").nth(1)
    styles = [step.locator(f"svg.map path.tie.{look}").evaluate(style) for look in LOOKS]
    assert len({style.rsplit(" ", 1)[0] for style in styles}) == 3  # new and grown are whole lines, one of them double
    assert step.locator("svg.map path.inner").count() == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colors_stand_out_and_differ_for_all_eyes(theme: str) -> None:
    colors = dict(re.findall(r"--(new|ended|grown|shrunk): (#[0-9A-F]{6});", CSS.read_text("utf-8").split(":root")[
        1 if theme == "light" else 2]))  # fmt: skip
    assert set(colors) == set(LOOKS)
    assert min(contrast(color, ground) for color in colors.values() for ground in GROUNDS[theme]) >= 3
    for eyes in SEEN.values():
        labs = [oklab(eyes @ linear(color)) for color in colors.values()]
        assert min(np.linalg.norm(a - b) for a, b in combinations(labs, 2)) >= 0.07


def test_nothing_is_asked_for_and_input_is_text(page: Page, place: Path) -> None:
    page.goto((place / "office.html").as_uri())
    expect(page.locator("body")).to_contain_text("<b>Ahorn</b> & Söhne")
    assert page.locator("svg b, svg script").count() == 0
    text = (place / "office.html").read_text("utf-8")
    assert "default-src 'none'" in unescape(text)
    assert "unsafe-inline" not in text


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_axe_finds_nothing_and_nothing_runs_over(
    browser: Browser, place: Path, audience: str, width: int, scheme: str
) -> None:
    with watched(browser, viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True) as page:
        page.goto((place / f"{audience}.html").as_uri())
        assert Axe().run(page, options=RULES).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_paper_all_waves_stand_below_each_other(page: Page, place: Path) -> None:
    page.goto((place / "office.html").as_uri())
    page.emulate_media(media="print")
    expect(page.locator(".step:visible")).to_have_count(2)
    expect(page.locator("#slide")).to_be_hidden()


def test_without_a_script_all_waves_can_be_read(browser: Browser, place: Path) -> None:
    with watched(browser, java_script_enabled=False) as page:
        page.goto((place / "office.html").as_uri())
        expect(page.locator(".step:visible")).to_have_count(2)


def test_the_answer_stands_before_goals_map_and_figures(page: Page, place: Path) -> None:
    page.goto((place / "office.html").as_uri())
    assert page.locator("main h2").all_inner_texts()[:4] == [
        "Das Ergebnis", "Ziele", "Was sich verändert hat, auf denselben Plätzen", "Kennzahlen über die Zeit",
    ]  # fmt: skip
    said = page.locator(".found p").all_inner_texts()
    assert said[0] == "Ein Akteur hat im Schnitt so viele Partner wie zuvor: 1,67 → 1,67."
    assert said[2] == "Verbindungen: 3 neu, 2 geblieben, 3 beendet."
    assert said[-1] == "Ziele: 1 unterwegs, 1 nicht rechtzeitig erreicht."


@pytest.mark.parametrize("width", [1280, 390])
def test_no_card_of_a_goal_and_no_figure_is_cut(browser: Browser, place: Path, width: int) -> None:
    with watched(browser, viewport={"width": width, "height": 800}, bypass_csp=True) as page:
        page.goto((place / "office.html").as_uri())
        wide = "parts => parts.map(part => part.scrollWidth - part.clientWidth)"
        assert set(page.locator(".goals li, .counted li, .all, .scroll:has(.all)").evaluate_all(wide)) == {0}
        assert page.locator(".goals li").count() == 2


def test_who_has_not_answered_stands_apart_from_who_has_no_tie(page: Page, browser: Browser, tmp_path: Path) -> None:
    """Linde is alone and has answered in both; Pappel is alone and has answered in none."""
    for audience in AUDIENCES:
        waves = []
        for year in ("2024", "2026"):
            rows = "g;Linde;club;answered;yes;yes\nh;Pappel;club;no answer;yes;yes\n"
            ties = SECOND.replace("f;b;1\n", "")
            waves.append(landscape(tmp_path / audience / year, ACTORS.format("answered", rows), ties,
                                   f"    date: {year}-06-30\n    language: de\n"))  # fmt: skip
        evolve(waves, tmp_path / f"{audience}.html", audience=audience, draws=9)
    page.goto((tmp_path / "office.html").as_uri())
    step = page.locator(".step").nth(1)
    assert step.locator("svg.map .area-bold").all_text_contents() == ["Noch nicht vernetzt", "Noch keine Rückmeldung"]
    solid, dashed = (step.locator(f"svg.map rect.area{of}").bounding_box() for of in (":not(.of-silent)", ".of-silent"))
    spots = {
        name: step.locator("svg.map g", has=page.locator(f'title:text-is("{name}")')).last.bounding_box()
        for name in ("Linde", "Pappel")
    }
    for name, box in (("Linde", solid), ("Pappel", dashed)):
        spot = spots[name]
        assert box is not None
        assert spot is not None
        assert box["y"] < spot["y"] < box["y"] + box["height"]
    assert solid is not None
    assert dashed is not None
    assert solid["y"] + solid["height"] < dashed["y"]
    assert step.locator("svg.map g.silent").count() == 1
    for audience in ("participants", "public"):
        page.goto((tmp_path / f"{audience}.html").as_uri())
        assert page.locator("svg.map .area, svg.map .silent").count() == 0
        assert page.locator("svg.map title", has_text="Linde").count() == 0
        expect(page.get_by_role("heading", name="Weitere Akteure der Erhebung")).to_be_visible()
        expect(page.locator("body")).to_contain_text("Linde, Pappel")


def test_an_area_with_nobody_in_it_is_not_drawn(page: Page, tmp_path: Path) -> None:
    """Pappel comes with the second survey, and has not answered."""
    waves = [
        landscape(
            tmp_path / year, ACTORS.format("answered", rows), SECOND.replace("f;b;1\n", ""), f"    date: {year}\n"
        )
        for year, rows in (("2024", ""), ("2026", "h;Pappel;club;no answer;yes;yes\n"))
    ]
    evolve(waves, tmp_path / "years.html", draws=9)
    page.goto((tmp_path / "years.html").as_uri())
    assert [page.locator(".step").nth(i).locator("svg.map .area").count() for i in range(2)] == [0, 1]


def test_no_line_joins_what_was_named_while_answers_are_missing(page: Page, place: Path) -> None:
    page.goto((place / "office.html").as_uri())
    ties, actors = (page.locator(f"figure:has(#chart-{key})") for key in ("ties", "actors"))
    assert (ties.locator(".course").count(), ties.locator(".dot.open").count()) == (0, 1)
    assert (actors.locator(".course").count(), actors.locator(".dot.open").count()) == (1, 0)


def test_the_public_key_tells_no_count_of_one_or_two(page: Page, place: Path) -> None:
    page.goto((place / "public.html").as_uri())
    told = page.locator(".step .legend .quiet").all_text_contents()
    assert told
    assert not {"1", "2"} & set(told)


def test_the_key_stays_in_sight_beside_the_map(browser: Browser, place: Path) -> None:
    with watched(browser, viewport={"width": 1280, "height": 500}) as page:
        page.goto((place / "office.html").as_uri())
        page.evaluate("document.querySelector('.step:not(.away) svg.map').scrollIntoView({block: 'end'})")
        expect(page.locator(".step:visible .legend").first).to_be_in_viewport()


def test_lists_that_are_closed_on_the_screen_are_on_paper(page: Page, place: Path) -> None:
    page.goto((place / "office.html").as_uri())
    lists = page.locator("details")
    assert not any(lists.evaluate_all("all => all.map(one => one.open)"))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert all(lists.evaluate_all("all => all.map(one => one.open)"))
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not any(lists.evaluate_all("all => all.map(one => one.open)"))


def test_goals_and_figures_stand_in_words(page: Page, place: Path) -> None:
    page.goto((place / "office.html").as_uri())
    expect(page.locator(".goals")).to_contain_text("verantwortlich: Frau Amt")
    expect(page.locator(".goals")).to_contain_text("nicht rechtzeitig erreicht")
    assert page.locator(".chart svg").count() >= 5
    assert all(
        "30. Juni 2026" in (chart.get_attribute("aria-label") or "") for chart in page.locator(".chart svg").all()
    )


def test_outside_the_office_the_page_tells_no_more_than_the_document(place: Path) -> None:
    for audience in ("participants", "public"):
        text = (place / f"{audience}.html").read_text("utf-8")
        assert "Frau Amt" not in text
        assert "beendet</" not in text
        assert "keine Antwort" not in text
        assert "nicht wieder genannt" in text
    assert "Internes Arbeitsdokument" in (place / "office.html").read_text("utf-8")


def test_the_same_input_gives_the_same_page(place: Path, tmp_path: Path) -> None:
    again = evolution(tmp_path)
    assert page_of(again, "de") == (place / "office.html").read_bytes()


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="html"):
        evolve([], tmp_path / "years.pdf")
