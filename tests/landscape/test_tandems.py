"""The table of tandems: read, written back, a dated tie once agreed, repointed and taken out with its actors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import actor_graph as ag
from actor_graph.problems import LandscapeError
from actor_graph.writing.working_copy import write_working_copy
from tests.making import folder
from tests.running import run

ACTORS = """id,name,type,survey,publish,publish_ties,person
afo,Forum,MO,answered,yes,yes,
ewz,Zentrum,EW,answered,yes,yes,
sol,Solar,EW,answered,yes,yes,
som,Frauen,MO,answered,yes,yes,
afo2,Forum (alt),MO,answered,,,
eva,Eva Beispiel,individual,answered,,,yes
"""
TIES = "source,target,kind,since,reported_by\nafo,ewz,cooperation,2020,afo\n"
TANDEMS = """Akteur A;Akteur B;Vorhaben;Federführung;Beginn;Ende;Stand;Ergebnis;nächster Blick;Notiz
afo;sol;Solarkocher für Planstadt;afo;01.03.2026;28.02.2027;läuft;;01.06.2026;eigene Spalte
Frauen;ewz;Nähwerkstatt;;2026-09;;vereinbart;;2026-12;
som;sol;Idee;;;;vorgeschlagen;;2026-05;
afo2;ewz;;;2025;2025;abgeschlossen;gut gelaufen;2025-06-01;
eva;ewz;;;2026;;läuft;;;
"""
ABOUT = """    name: Planstadt
    date: 2026-06-30
    language: de
    scheme: migration-development
"""


def city(where: Path, tandems: str = TANDEMS, about: str = ABOUT) -> Path:
    place = folder(where / "city", ACTORS, TIES, about)
    (place / "tandems.csv").write_text(tandems, "utf-8")
    return place


def pairs(landscape) -> set[tuple[str, str]]:
    analysis = ag.analyze(landscape, draws=1)
    ids = [one["id"] for one in analysis.to_dict()["actors"]]
    return {tuple(sorted((ids[tie["source"]], ids[tie["target"]]))) for tie in analysis.ties() if tie["counts"]}


def test_read_as_it_is_written(tmp_path):
    table = ag.read(city(tmp_path)).tandems
    assert table["a"] == ("afo", "som", "som", "afo2", "eva")
    assert table["b"] == ("sol", "ewz", "sol", "ewz", "ewz")
    assert table["start"] == ("2026-03-01", "2026-09", None, "2025", "2026")
    assert table["state"] == ("running", "agreed", "proposed", "finished", "running")
    assert table["next_look"][:2] == ("2026-06-01", "2026-12")
    assert table["Notiz"][0] == "eigene Spalte"


def test_an_agreed_one_is_a_tie_from_its_start_to_its_end(tmp_path):
    # On June 30, 2026: afo – sol runs, som – ewz begins in September, som – sol is but proposed, afo2 – ewz is over.
    landscape = ag.read(city(tmp_path))
    assert pairs(landscape) == {("afo", "ewz"), ("afo", "sol"), ("ewz", "person-1")}
    assert len(landscape.ties) == 1
    tie = next(tie for tie in ag.analyze(landscape, draws=1).ties() if "joint project" in tie["kinds"])
    assert tie["counts"]
    # Both ends stated it: where namings are noted it is confirmed, and each is named by the other.
    named = {one["id"]: one["named_by"] for one in ag.analyze(landscape, draws=1).to_dict()["actors"]}
    assert named == {"afo": 1, "ewz": 2, "sol": 1, "som": 0, "afo2": 0, "person-1": 1}
    later = ag.read(city(tmp_path / "later", about=ABOUT.replace("2026-06-30", "2026-10-01")))
    assert ("ewz", "som") in pairs(later)
    network = ag.analyze(landscape, draws=1).to_dict()["landscape"]
    assert (network["ties"], network["ties_out_of_date"]) == (5, 2)


def test_a_tandem_is_not_proposed_again(tmp_path):
    found = ag.tandems(ag.read(city(tmp_path)), between=("MO", "EW")).to_dict()
    assert not any({one["a"], one["b"]} == {"afo", "sol"} for one in found["candidates"])


def test_in_the_map_and_for_the_public_as_other_ties(tmp_path):
    analysis = ag.analyze(ag.read(city(tmp_path)), draws=1, audience="public")
    ids = [one["id"] for one in analysis.to_dict()["actors"]]
    assert {frozenset((ids[t["source"]], ids[t["target"]])) for t in analysis.ties()} == {
        frozenset(("afo", "ewz")),
        frozenset(("afo", "sol")),
    }


def test_an_objection_to_a_tie_holds_for_the_tandem_of_the_two(tmp_path):
    place = city(tmp_path)
    (place / "ties.csv").write_text("source,target,kind,objected\nafo,sol,exchange,yes\nafo,ewz,exchange,\n", "utf-8")
    assert ("afo", "sol") in pairs(ag.read(place))
    for audience in ("participants", "public"):
        analysis = ag.analyze(ag.read(place), draws=1, audience=audience)
        ids = [one["id"] for one in analysis.to_dict()["actors"]]
        assert {frozenset((ids[t["source"]], ids[t["target"]])) for t in analysis.ties()} <= {
            frozenset(("afo", "ewz")),
            frozenset(("ewz", "person-1")),
        }


def test_pseudonyms_stand_for_both(tmp_path):
    analysis = ag.analyze(ag.read(city(tmp_path)), draws=1, pseudonymize=True)
    assert len(analysis.ties()) == 3
    assert "Solarkocher" not in analysis.to_json()
    assert "afo" not in analysis.to_json()


@pytest.mark.parametrize("target", ["copy", "copy.xlsx"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_working_copy_holds_it(tmp_path, target, language):
    landscape = ag.read(city(tmp_path))
    write_working_copy(landscape, tmp_path / "out" / target, language=language)
    again = ag.read(tmp_path / "out" / target)
    for key, cells in landscape.tandems.columns.items():
        assert again.tandems[key] == cells, key
    assert len(again.ties) == len(landscape.ties)
    assert pairs(again) == pairs(landscape)


def test_as_a_sheet_and_as_a_list_of_a_document(tmp_path):
    landscape = {
        "actors": [{"id": "a"}, {"id": "b"}],
        "ties": [],
        "tandems": [{"a": "a", "b": "b", "state": "agreed"}],
    }
    (tmp_path / "city.json").write_text(json.dumps(landscape))
    assert pairs(ag.read(tmp_path / "city.json")) == {("a", "b")}


def test_what_is_wrong_is_told_with_its_row(tmp_path):
    wrong = "a,b,start,state\nafo,nobody,,\nafo,,,\nsol,sol,,\nafo,sol,gestern,\nafo,sol,,fast\n"
    with pytest.raises(LandscapeError) as told:
        ag.read(city(tmp_path, wrong), language="en")
    lines = {problem.row: problem.message("en") for problem in told.value.problems}
    assert sorted(lines) == [2, 3, 4, 5, 6]
    assert "lacks one" in lines[3]
    assert "twice" in lines[4]
    assert "no state" in lines[6]


def test_merging_repoints_it_and_undo_takes_that_back(tmp_path):
    place = city(tmp_path)
    decisions = tmp_path / "decisions.csv"
    decisions.write_text("a,b,decision\nafo,afo2,same\nsol,som,same\n", "utf-8")
    done = run("merge", place, "--decisions", decisions, "-o", tmp_path / "clean")
    assert done.status == 0, done.err
    clean = ag.read(tmp_path / "clean")
    # afo2 is afo now; som is sol, so that the tandem of the two is gone.
    assert (clean.tandems["a"], clean.tandems["b"]) == (("afo", "sol", "afo", "eva"), ("sol", "ewz", "ewz", "ewz"))
    undo = run("merge", tmp_path / "clean", "--undo", tmp_path / "clean-undo.json", "-o", tmp_path / "back")
    assert undo.status == 0, undo.err
    back = ag.read(tmp_path / "back")
    assert back.tandems["a"] == ag.read(place).tandems["a"]
    assert back.tandems["b"] == ag.read(place).tandems["b"]


def test_forgetting_takes_it_out(tmp_path):
    place = city(tmp_path)
    done = run("forget", place, "sol", "--yes")
    assert done.status == 0, done.err
    assert "2 Tandems" in done.out
    text = (place / "tandems.csv").read_text("utf-8")
    assert "sol" not in text.replace("Solarkocher", "")
    assert ag.read(place).tandems["a"] == ("som", "afo2", "eva")
    copied = run("forget", place, "ewz", "--yes", "-o", tmp_path / "copy")
    assert copied.status == 0, copied.err
    assert len(ag.read(tmp_path / "copy").tandems or ()) == 0


def test_check_names_those_that_are_due(tmp_path):
    told = ag.check(city(tmp_path), today="2026-06-30").to_dict()["tandems"]
    # May 2026 has passed, June 1 too; December is to come; afo2 – ewz is finished, eva – ewz has no day.
    assert [(one["a"]["id"], one["b"]["id"], one["next_look"], one["overdue"]) for one in told] == [
        ("som", "sol", "2026-05", True),
        ("afo", "sol", "2026-06-01", True),
    ]
    said = run("check", city(tmp_path / "2"), "--today", "2026-06-30")
    assert "Bei 2 Tandems nachfragen, wie es läuft:" in said.out
    assert "1. Juni 2026: Forum und Solar – läuft" in said.out
    assert ag.check(folder(tmp_path / "none", ACTORS, TIES)).to_dict()["tandems"] is None
    due = ag.check(city(tmp_path / "3"), today="2026-12-24").to_dict()["tandems"]
    assert [one["overdue"] for one in due] == [True, True, False]


def test_the_list_of_tandems_can_be_kept_as_the_table(tmp_path):
    place = city(tmp_path)
    (place / "tandems.csv").unlink()
    for name in ("tandems.csv", "list.xlsx"):
        done = run("tandems", place, "--between", "MO", "EW", "-o", tmp_path / "out" / name)
        assert done.status == 0, done.err
    (place / "tandems.csv").write_bytes((tmp_path / "out" / "tandems.csv").read_bytes())
    chosen = ag.tandems(ag.read(city(tmp_path / "2", "a,b\n")), between=("MO", "EW")).to_dict()["tandems"]
    table = ag.read(place).tandems
    assert list(zip(table["a"], table["b"], strict=True)) == [(one["a"], one["b"]) for one in chosen]
    assert chosen
    assert set(table["state"]) == {None}


@pytest.mark.parametrize(
    ("start", "end", "turned"), [("2027", "2025", True), ("2026-05", "2026", False), ("", "2025", False)]
)
def test_a_tandem_that_ends_before_it_starts_is_told(tmp_path, start, end, turned):
    warnings = ag.read(city(tmp_path, f"a,b,state,start,end\nafo,sol,agreed,{start},{end}\n")).warnings
    told = [problem for problem in warnings if problem.key == "reading.turned_tandems"]
    assert [problem.row for problem in told] == ([2] if turned else [])


def test_what_would_not_help_is_not_offered_for_an_unknown_actor(tmp_path):
    with pytest.raises(LandscapeError) as found:
        ag.read(city(tmp_path, "a,b,state\nafo,Solr,agreed\n"), add_missing=True)
    assert "Solr" in str(found.value)
    assert "Solar" in str(found.value)
    assert "--add-missing" not in str(found.value)


PEOPLE = """id,name,type,survey,person,needs,offers
afo,Forum,MO,answered,,Chor,
m3,Max Drei,EW,answered,yes,,
eva,Eva Beispiel,EW,answered,yes,,Chor
"""


def proposed(where: Path, ending: str) -> Path:
    """A city whose own list of tandems, with a natural person on it, is its table of tandems."""
    place = folder(where / "city", PEOPLE, "source,target\n")
    ag.tandems(ag.read(place), between=("MO", "EW")).write(place / f"tandems.{ending}")
    return place


def test_the_list_of_tandems_is_read_as_the_table_though_a_person_is_on_it(tmp_path):
    place = proposed(tmp_path, "csv")
    assert "Eva" not in (place / "tandems.csv").read_text("utf-8-sig")
    table = ag.read(place).tandems
    assert (table["a"], table["b"]) == (("afo",), ("eva",))


def test_whoever_a_stand_in_means_by_now_is_not_guessed(tmp_path):
    place = proposed(tmp_path, "csv")
    (place / "actors.csv").write_text(PEOPLE.replace("m3,Max Drei,EW,answered,yes", "m3,Max Drei,EW,answered,no"))
    text = (place / "tandems.csv").read_text("utf-8-sig")
    (place / "tandems.csv").write_text(text.replace("person-2", "person-1"), "utf-8")
    with pytest.raises(LandscapeError) as found:
        ag.read(place)
    assert ("reading.stand_in", 2) in [(problem.key, problem.row) for problem in found.value.problems]


def test_tandem_with_days_and_no_state_is_agreed_and_told(tmp_path: Path) -> None:
    """A sheet with the headings of four columns and no state: what has begun is a tie, and it is said so."""
    sheet = "a;b;Beginn;Ende\nafo;sol;01.03.2026;\nsom;sol;2027;\nafo2;ewz;;2025\nafo2;sol;;\n"
    told = ag.read(city(tmp_path, sheet))
    found = {warning.key: (warning.values["n"], warning.values["rows"]) for warning in told.warnings}
    assert found == {"reading.tandem_dated": (3, "2, 3, 4"), "reading.tandem_undated": (1, "5")}
    assert "Sie zählen als vereinbart" in told.warnings[0].line("de")
    stated = (
        sheet.replace("Ende", "Ende;Stand")
        .replace("\n", ";\n")
        .replace("Stand;", "Stand")
        .replace("2026;;", "2026;;läuft")
    )
    for text in (sheet, stated):
        landscape = ag.read(city(tmp_path, text))
        assert pairs(landscape) == {("afo", "ewz"), ("afo", "sol")}
    assert "reading.tandem_undated" not in [warning.key for warning in landscape.warnings]
    assert landscape.tandems is not None
    assert landscape.tandems["state"] == ("running", None, None, None)


def test_tandem_with_a_word_for_its_state_is_what_the_word_says(tmp_path: Path) -> None:
    told = ag.read(city(tmp_path, "a;b;Beginn;Stand\nafo;sol;01.03.2026;vorgeschlagen\n"))
    assert told.warnings == ()
    assert len(told.network.graph.ties()[0]) == 1
