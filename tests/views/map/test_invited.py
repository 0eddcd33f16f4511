"""Who is on a list of invitations, who is tied to somebody on it, and who is not reached: on the map and beside it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from defusedxml.ElementTree import fromstring
from playwright.sync_api import Browser, Page, expect

import actor_graph as ag
from actor_graph.analysis import Analysis, analyze
from actor_graph.problems import RequestError
from actor_graph.reading.decisions import check_sum
from actor_graph.views.map import draw_map
from tests.browser import watched
from tests.making import folder
from tests.running import run
from tests.views.map import landscapes, marks
from tests.views.map.test_accessibility import violations
from tests.views.map.test_csv import saved as table_of
from tests.views.map.test_export import saved

INVITED = ("a0", "a5", "a9", "a60")
ACCENT = "#0B5CAD"


class Drawn:
    """The page, and by hand from the ties: who is invited, reached, not reached."""

    def __init__(self, analysis: Analysis, path: Path) -> None:
        self.path, actors = path, analysis.to_dict()["actors"]
        ids = [one["id"] for one in actors]
        tied = {end for tie in analysis.ties() if tie["counts"] for end in ((tie["source"], tie["target"]),)}
        inside = {ids.index(one) for one in INVITED}
        reached = {b for a, b in tied if a in inside} | {a for a, b in tied if b in inside}
        self.states = ["in" if i in inside else "reached" if i in reached else "not" for i in range(len(ids))]
        self.names = [one["name"] for one in actors]
        self.status = [one["status"] for one in actors]
        self.at = {id_: i for i, id_ in enumerate(ids)}

    def count(self, *states: str) -> int:
        return sum(state in states for state in self.states)

    def show(self, page: Page, hash_: str = "") -> Page:
        page.goto(self.path.as_uri() + hash_)
        page.wait_for_selector("html[data-settled=true]", state="attached")
        return page


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    analysis = analyze(landscapes.city(), draws=9)
    file = tmp_path_factory.mktemp("invited") / "map.html"
    draw_map(analysis, file, invited=INVITED)
    return Drawn(analysis, file)


def test_the_legend_tells_and_filters(page: Page, drawn: Drawn) -> None:
    drawn.show(page)
    group = page.get_by_role("group", name="Einladungsliste")
    rows = group.locator(".row")
    assert rows.locator("label").all_inner_texts() == ["eingeladen", "mit Eingeladenen verbunden", "nicht erreicht"]
    counts = [str(drawn.count(state)) for state in ("in", "reached", "not")]
    assert rows.locator(".count").all_inner_texts() == counts
    assert drawn.count("reached") > 3 < drawn.count("not")
    group.get_by_label("eingeladen", exact=True).uncheck()
    group.get_by_label("mit Eingeladenen verbunden").uncheck()
    assert "hide-invited=in%7Creached" in page.url
    page.click("#show-table")
    shown = page.locator("#twin tbody th .link").all_inner_texts()
    assert len(shown) == drawn.count("not")
    page.reload()
    expect(page.locator("#twin tbody tr")).to_have_count(drawn.count("not"))


def test_signs_beside_the_marks_differ_in_shape(page: Page, drawn: Drawn) -> None:
    marks.watch(page)
    drawn.show(page)
    signs = [mark for mark in marks.drawn(page)["marks"] if [round(arc["r"], 2) for arc in mark["arcs"]] == [6]]
    on_map = [state for state, status in zip(drawn.states, drawn.status, strict=True) if status == "networked"]
    ticks = [mark for mark in signs if mark["color"].lower() == ACCENT.lower()]
    assert (len(ticks), len(signs) - len(ticks)) == (on_map.count("in"), on_map.count("not"))
    ways = page.locator(".invited-group polyline").evaluate_all("(all) => all.map((one) => one.getAttribute('points'))")
    assert [len(points.split()) for points in ways] == [3, 2]  # a tick, a bar


def test_banner_panel_lists_and_table_say_it_in_both_languages(page: Page, drawn: Drawn) -> None:
    drawn.show(page)
    told = f"Einladungsliste: 4 eingeladen, {drawn.count('reached')} mit ihnen verbunden, {drawn.count('not')} nicht"
    expect(page.locator("#banner")).to_contain_text(told)
    sentences = {"in": "Steht auf der Einladungsliste.", "reached": "Steht nicht auf der Einladungsliste und ist mit",
                 "not": "Wird von der Liste nicht erreicht"}  # fmt: skip
    for state, sentence in sentences.items():
        actor = next(id_ for id_, at in drawn.at.items() if drawn.states[at] == state)
        drawn.show(page, f"#actor={actor}")
        expect(page.locator("#actor .why").last).to_contain_text(sentence)
    listed = page.locator("#areas .actors li")
    beside = [text for text in listed.all_inner_texts() if "(nicht erreicht)" in text]
    outside = [i for i, status in enumerate(drawn.status) if status != "networked" and drawn.states[i] == "not"]
    assert len(beside) == len(outside) > 0
    page.click("#language")
    expect(page.locator("#banner")).to_contain_text("Invitation list: 4 invited")
    page.click("#show-table")
    heads = page.locator("#twin thead button").all_inner_texts()
    assert any(head.startswith("Invitation list") for head in heads)


def test_the_table_as_csv_has_the_column(page: Page, drawn: Drawn) -> None:
    drawn.show(page, "#view=table")
    rows = list(csv.DictReader(io.StringIO(table_of(page)[1].decode("utf-8-sig")), delimiter=";"))
    words = {"in": "eingeladen", "reached": "erreicht", "not": "nicht erreicht"}
    found = {row["Akteur"]: row["Einladungsliste"] for row in rows}
    assert found == {name: words[state] for name, state in zip(drawn.names, drawn.states, strict=True)}


def test_pictures_and_prints_have_it(page: Page, drawn: Drawn) -> None:
    drawing = fromstring(saved(drawn.show(page), 1)[1].decode("utf-8"))
    text = "".join("".join(part.itertext()) for part in drawing.iter())
    for word in ("eingeladen", "mit Eingeladenen verbunden", "nicht erreicht", "Einladungsliste: 4 eingeladen"):
        assert word in text
    ticks = [one for one in drawing.iter() if (one.get("fill") or "").lower() == ACCENT.lower()]
    assert len(ticks) == drawn.count("in") + 1  # one more in the legend
    page.emulate_media(media="print")
    page.wait_for_selector("#paper svg")
    expect(page.locator("#paper svg").first).to_contain_text("Einladungsliste: 4 eingeladen")


def test_marks_can_be_colored_by_it(page: Page, drawn: Drawn) -> None:
    drawn.show(page, "#color=invited")
    expect(page.locator(".color-group h3")).to_have_text("Farbe = Einladungsliste")
    assert page.locator(".invited-group").count() == 0  # it stands in the legend once


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, drawn: Drawn, theme: str, size: tuple[int, int]) -> None:
    options = {"viewport": {"width": size[0], "height": size[1]}, "color_scheme": theme, "bypass_csp": True}
    with watched(browser, **options) as page:
        for hash_ in ("", "#actor=a0", "#view=table"):
            drawn.show(page, hash_)
            assert violations(page) == [], hash_


def test_a_map_without_a_list_has_nothing_of_it(page: Page, tmp_path: Path) -> None:
    draw_map(landscapes.city(), tmp_path / "map.html", draws=9)
    page.goto((tmp_path / "map.html").as_uri())
    page.wait_for_selector("html[data-settled=true]", state="attached")
    assert page.locator(".invited-group, .invited-sign").count() == 0
    expect(page.locator("#banner")).not_to_contain_text("Einladungsliste")


def test_without_ties_nobody_is_said_to_be_reached_or_not(page: Page, tmp_path: Path) -> None:
    known = landscapes.without_ties()
    draw_map(known, tmp_path / "map.html", draws=9, invited=[known.actors["id"][0]])
    page.goto((tmp_path / "map.html").as_uri())
    page.wait_for_selector("html[data-settled=true]", state="attached")
    assert page.locator(".invited-group label").all_inner_texts() == ["eingeladen", "nicht auf der Liste"]


ACTORS = """
    Nr;Name;Art;natürliche Person;Rücklauf
    a;Alpha;Verein;;geantwortet
    b;Beta;Verein;;geantwortet
    x;Exnovum;Verein;;ausgeschlossen
    p;Mira Muster;Person;ja;geantwortet
"""
TIES = """
    von;nach
    a;b
    b;p
"""


def listed(where: Path, *ids: str, **more: Any) -> Path:
    file = where / "eingeladen.json"
    told = {"schema": "actor-graph/invitation/1", "invited": [{"id": one} for one in ids], **more}
    file.write_text(json.dumps(told), "utf-8")
    return file


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "eingeladen.json"),
        ('{"schema": "actor-graph/analysis/1"}', "Das ist keine Einladungsliste."),
        ('{"schema": "actor-graph/invitation/1", "invited": []}', "Die Liste „invited“ ist leer"),
        ('{"schema": "actor-graph/invitation/1", "invited": [{"id": "q"}]}', "gehört zu einer anderen Landschaft"),
        ('{"schema": "actor-graph/invitation/1", "invited": [{"id": "a"}, {"id": "Betta"}]}', "Ist „Beta“ gemeint?"),
        ('{"schema": "actor-graph/invitation/1", "invited": [{"id": "a"}, {"id": "x"}]}', "gehört aber nicht zu"),
        ('{"schema": "actor-graph/invitation/1", "persons": "none", "invited": [{"id": "person-1"}]}', "neu erstellen"),
    ],
)
def test_a_damaged_list_or_another_one_is_told_and_nothing_is_written(tmp_path: Path, content: str, said: str) -> None:
    place, file = folder(tmp_path / "town", ACTORS, TIES), tmp_path / "eingeladen.json"
    file.write_text(content, "utf-8")
    ran = run("map", place, "--invited", file, "-o", tmp_path / "map.html", "--draws", "9")
    assert (ran.status, ran.out, (tmp_path / "map.html").exists()) == (2, "", False)
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_a_list_with_persons_is_drawn_by_the_command(tmp_path: Path) -> None:
    place = folder(tmp_path / "town", ACTORS, TIES)
    file = listed(tmp_path, "b", "person-1", persons=check_sum(ag.read(place)))
    ran = run("map", place, "--invited", file, "-o", tmp_path / "map.html", "--draws", "9")
    assert ran.status == 0, ran.err
    text = (tmp_path / "map.html").read_text("utf-8")
    assert '"invited":[1,2]' in text
    assert "Mira" not in text


@pytest.mark.parametrize("options", [{"audience": "participants"}, {"audience": "public"}, {"pseudonymize": True}])
def test_no_other_audience_and_no_pseudonyms(tmp_path: Path, options: dict[str, Any]) -> None:
    with pytest.raises(RequestError):
        draw_map(landscapes.city(), tmp_path / "map.html", invited=INVITED, draws=9, **options)
    assert not (tmp_path / "map.html").exists()


def test_an_analysis_alone_can_not_tell_whose_list_it_is(tmp_path: Path) -> None:
    known = landscapes.city()
    file = listed(tmp_path, "a0")
    with pytest.raises(RequestError):
        draw_map(analyze(known, draws=9), invited=file)
    assert draw_map(known, invited=file, draws=9) == draw_map(analyze(known, draws=9), invited=["a0"])


def test_whoever_is_left_out_is_not_on_the_map(tmp_path: Path) -> None:
    assert '"invited":[0]' in draw_map(landscapes.city(), invited=["a0", "a9"], without=["a9"], draws=9)
