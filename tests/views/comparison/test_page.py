"""The page in a real browser: nothing is loaded, nothing runs, everything can be read without the pictures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import actor_graph as ag
from actor_graph.problems import Problems
from actor_graph.scheme import default_scheme, load_scheme
from actor_graph.views.comparison.drawing import told_apart
from actor_graph.views.document import style
from actor_graph.views.map.looks import PALETTE, SHARED, kinds
from tests.browser import watched
from tests.comparison.cities import folder, several
from tests.material import ROOT
from tests.views.map.test_accessibility import violations

HOSTILE = "<b onload=alert(1)>Neu & Co"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    where = tmp_path_factory.mktemp("page")
    folder(where / "one", n=30, m=50, name=f'"{HOSTILE}"')
    folder(where / "two", n=14, m=20, seed=2, name="مدينة جديدة")
    several(where / "more", 3)
    cities = [where / "one", where / "two", where / "more", ROOT / "examples" / "musterstadt", where / "gone"]
    found = {}
    for name in ("office-de", "office-en", "participants-en", "public-de"):
        audience, language = name.split("-")
        file = found[name] = where / f"{name}.html"
        ag.compare(*cities, output=file, draws=9, workers=1, audience=audience, language=language)  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize(
    ("name", "scheme", "width"),
    [("office-de", "light", 1280), ("office-de", "dark", 390), ("participants-en", "dark", 1280),
     ("participants-en", "light", 390)],
)  # fmt: skip
def test_nothing_keeps_anybody_out(
    browser: Browser, files: dict[str, Path], name: str, scheme: str, width: int
) -> None:
    """Each page in both colors and in both widths, each color in both widths."""
    with watched(browser, color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True) as page:
        page.goto(files[name].as_uri())
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_page_loads_and_runs_nothing(browser: Browser, files: dict[str, Path]) -> None:
    with watched(browser) as page:
        page.goto(files["office-de"].as_uri())
        assert page.locator("script").count() == 0
        expect(page.locator("article h3").first).to_have_text(HOSTILE)


def test_each_chart_has_a_title_a_description_and_a_table_twin(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["office-en"].as_uri())
    charts = page.locator("figure")
    assert charts.count() >= 16
    for chart in charts.all():
        picture = chart.get_by_role("img")
        expect(picture).to_have_accessible_name(re.compile(".+"))
        names = chart.locator("svg .name").all_text_contents()
        twin = chart.locator("tbody th").all_text_contents()
        assert names == twin
        assert len(names) == 6


def test_the_cities_stand_in_the_order_given_everywhere(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["office-en"].as_uri())
    names = [HOSTILE, "مدينة جديدة", "city0", "city1", "city2", "Musterstadt"]
    assert page.locator("section[aria-labelledby=cities] tbody th").all_text_contents() == names
    assert page.locator(".maps h3").all_text_contents() == names
    assert page.locator("article h3").all_text_contents() == names


def test_the_maps_have_one_scale(page: Page, files: dict[str, Path]) -> None:
    """Marks of one number of partners have one size in all cities; a city of few actors has a small picture."""
    page.goto(files["office-en"].as_uri())
    widths = [picture.bounding_box()["width"] for picture in page.locator(".maps svg").all()]  # type: ignore[index]
    assert widths[2] < widths[0]
    assert widths[2] < widths[5]


def test_the_kinds_of_several_schemes_can_be_told_apart(page: Page, tmp_path: Path) -> None:
    """26 kinds, more than a map has looks: by color and shape together, as the legend shows them."""
    cities = [folder(tmp_path / "a", n=40, m=80, types=13), folder(tmp_path / "b", n=60, m=120, types=26)]
    ag.compare(*cities, output=tmp_path / "c.html", draws=2, workers=1, language="en")
    page.goto((tmp_path / "c.html").as_uri())
    legend = page.evaluate(
        """[...document.querySelectorAll('.legend li')].map((one) => {
            const mark = one.querySelector('path');
            return [one.textContent, getComputedStyle(mark).fill, mark.getAttribute('d')];
        })"""
    )
    shown = {(fill, shape): name for name, fill, shape in legend}
    assert len(legend) == len(shown) == 26
    drawn = page.evaluate(
        """[...document.querySelectorAll('.maps .actor')].map((mark) =>
            [getComputedStyle(mark).fill, mark.getAttribute('d')])"""
    )
    assert {(fill, shape) for fill, shape in drawn} <= set(shown)


def test_the_more_frequent_kinds_over_all_cities_have_the_looks_of_the_map() -> None:
    """As many as the palette has keep a color and a shape that no other has; all others differ in one of both."""
    given = told_apart(kinds([f"t{i:02}" for i in range(70) for _ in range(70 - i)], default_scheme()))
    looks = [(kind.look.light, kind.look.shape) for kind in given]
    assert [kind.key for kind in given] == [f"t{i:02}" for i in range(70)]
    assert looks[:8] == [(look.light, look.shape) for look in PALETTE]
    assert len(set(looks[:64])) == 64
    assert set(looks[64:]) == {(SHARED.light, SHARED.shape)}


def test_kinds_of_a_scheme_look_as_on_every_map_and_no_other_kind_has_their_looks() -> None:
    """Few of the kinds that the scheme knows, among many that it does not, and larger ones: SPEC, kinds."""
    scheme = load_scheme("migration-development", base=None, problems=Problems(), free=True)
    assert scheme is not None
    types = [f"t{i}" for i in range(12) for _ in range(5)] + ["faith community", "university"]
    looks = {kind.key: (kind.look.light, kind.look.shape) for kind in told_apart(kinds(types, scheme), [scheme])}
    assert looks["faith community"] == ("#4C2203", "triangleDown")
    assert looks["university"] == ("#2171F0", "hexagon")
    known = {(spec.color, spec.shape) for spec in scheme.types.values()}
    assert not known & {look for key, look in looks.items() if str(key).startswith("t")}
    assert len(set(looks.values())) == 14


def test_cities_of_several_schemes_share_the_looks_of_the_one_that_has_them(tmp_path: Path, page: Page) -> None:
    cities = [ROOT / "examples" / "musterstadt", folder(tmp_path / "own", n=30, m=50)]
    ag.compare(*cities, output=tmp_path / "c.html", draws=2, workers=1, language="en")
    page.goto((tmp_path / "c.html").as_uri())
    shown = page.evaluate(
        """Object.fromEntries([...document.querySelectorAll('.legend li')].map((one) =>
            [one.textContent, getComputedStyle(one.querySelector('path')).fill]))"""
    )
    assert shown["faith community"] == "rgb(76, 34, 3)"  # #4C2203
    assert shown["administration"] == "rgb(52, 61, 117)"  # #343D75


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_an_audience_does_not_see_is_not_there(files: dict[str, Path], language: str) -> None:
    central = {"de": "Zentrale Akteure", "en": "Central actors"}[language]
    p = {"de": "p, angepasst", "en": "p, adjusted"}[language]
    office = files[f"office-{language}"].read_text("utf-8")
    assert central in office
    assert p in office
    text = files[{"de": "public-de", "en": "participants-en"}[language]].read_text("utf-8")
    assert central not in text
    assert p not in text
    assert "Cochran" not in text


def test_no_actor_is_named(files: dict[str, Path]) -> None:
    for file in files.values():
        text = file.read_text("utf-8")
        assert "Actor 1 of" not in text
        assert "Weltladen" not in text


def test_what_follows_size_is_marked_and_has_no_chart_as_it_stands(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["office-en"].as_uri())
    expect(page.locator("#counted")).to_have_text("Not comparable across sizes")
    heads = page.locator("section[aria-labelledby=counted] thead th").all_text_contents()
    assert "Density" in heads
    assert page.locator("section[aria-labelledby=comparable] h3").all_text_contents().count("Density") == 0


def test_a_city_that_failed_is_told_with_its_reason(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["office-de"].as_uri())
    expect(page.locator("section[aria-labelledby=failed]")).to_contain_text("Eine Datei oder einen Ordner")


def test_many_cities_are_strokes_on_one_line(tmp_path: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """With limits of four and three in the place of 60 and 40."""
    monkeypatch.setattr("actor_graph.views.comparison.charts.MOST_ROWS", 4)
    monkeypatch.setattr("actor_graph.views.comparison.drawing.MOST", 3)
    ag.compare(*several(tmp_path / "c", 5), output=tmp_path / "many.html", draws=2, workers=1, language="en")
    page.goto((tmp_path / "many.html").as_uri())
    assert page.locator("figure").first.locator("line.stroke").count() == 5
    assert page.locator("figure table").count() == 0
    assert page.locator(".maps > li").count() == 3
    expect(page.locator("section[aria-labelledby=maps]")).to_contain_text("2 more cities are not drawn")


def test_the_colors_are_those_of_the_map() -> None:
    """The palette was checked for contrast and color blindness there."""
    sheet = style("comparison")
    for place, look in enumerate((*PALETTE, SHARED)):
        assert re.findall(rf"\.look-{place} {{ fill: (#\w+); }}", sheet) == [look.light, look.dark]
