"""What texts of others say of people who are forgotten is in no output after: it was cleared by the rows that go."""

from __future__ import annotations

import json
import re
from pathlib import Path

import openpyxl
import pytest

import actor_graph as ag
from actor_graph.landscape import Landscape
from actor_graph.privacy.leaving import leaving
from tests.making import folder

ACTORS = """
    id,name,person,publish,found_by,members,description,Ansprechperson,Telefon,E-Mail,Bemerkung
    p,Gertrud Hässelbrink,yes,,,,Übersetzt,,0351 5550101,g@planted.example,
    a,Verein Asmara e. V.,,yes,,,Kurse,Mehmet Özgürkaya,Lindenweg 12,,
    b,Solar,,yes,Frau Hässelbrink; Chor,Hässelbrink; Chor,"Mit Gertrud Hässelbrink, 9 m² … Hof",Ida Quast,,,Hässelbrinks
    c,Chor,,yes,,,"Mit Mehmet Özgürkaya, Herrn Özgürkaya, Ida Quast, Verein Asmara; Lindenweg 12",G. Hässelbrink,,,
    d,Freunde der Özgürkayastiftung,,yes,,,Hässelbrinks Garten,,,,
"""
TIES = """
    source,target,kind,note
    b,c,cooperation,sagt G. Hässelbrink
"""
LOG = """
    actor,date,outcome,note
    c,2026-05-01,answered,über Frau Hässelbrink und M. Özgürkaya
"""
ABOUT = """
    name: Stadt # mit Frau Hässelbrink
    boundary: Frau Hässelbrink
    sources:
      - Hässelbrink, Gertrud
      - 'Liste von Mehmet Özgürkaya'
"""
PEOPLE = re.compile("hässelbrink|özgürkaya|lindenweg", re.IGNORECASE)


def city(where: Path) -> Path:
    return folder(where, ACTORS, TIES, ABOUT, LOG)


def texts(told: Landscape) -> str:
    tables = (told.actors.columns, told.ties.columns)
    return json.dumps([*tables, {**told.meta}, told.name], ensure_ascii=False, default=str)


@pytest.mark.parametrize("audience", ["office", "participants", "public"])
@pytest.mark.parametrize("ids", [["p"], ["a"], ["p", "a"], ["a", "p"]])
@pytest.mark.parametrize("copied", [True, False])
def test_nobody_is_seen_who_was_not_seen_before(tmp_path: Path, ids: list[str], audience: str, copied: bool) -> None:
    place = city(tmp_path / "city")
    assert PEOPLE.search(texts(ag.read(place)))
    before = PEOPLE.findall(texts(leaving(ag.read(place), audience=audience)))  # type: ignore[arg-type]
    ag.forget(place, *ids, yes=True, output=tmp_path / "copy" if copied else None)
    after = leaving(ag.read(tmp_path / "copy" if copied else place), audience=audience)  # type: ignore[arg-type]
    assert PEOPLE.findall(texts(after)) == before == ["Özgürkaya"]  # the name of another actor, open before, too


def test_each_cell_is_told_and_nothing_else_of_it_changes(tmp_path: Path) -> None:
    place = city(tmp_path / "city")
    would, done = ag.forget(place, "p"), ag.forget(place, "p", yes=True)
    assert {(at.file.name, at.column) for at in would.masked} == {(at.file.name, at.column) for at in done.masked}
    assert {(at.file.name, at.row, at.column) for at in done.masked} == {
        ("actors.csv", 3, "description"), ("actors.csv", 3, "Bemerkung"), ("actors.csv", 3, "found_by"),
        ("actors.csv", 3, "members"), ("actors.csv", 5, "description"), ("ties.csv", 2, "note"),
        ("contacts.csv", 2, "note"),
        ("landscape.yaml", 1, None), ("landscape.yaml", 2, None), ("landscape.yaml", 4, None),
    }  # fmt: skip
    assert {(at.file.name, at.row, at.column) for at in done.standing} == {("actors.csv", 4, "Ansprechperson")}
    table = ag.read(place).actors
    assert table["description"][1] == "Mit […], 9 m² … Hof"
    assert (table["Bemerkung"][1], table["found_by"][1], table["members"][1]) == (
        "[…]", "[…]; Chor", ("[…]", "Chor"),
    )  # fmt: skip
    assert (place / "landscape.yaml").read_text("utf-8") == (
        'name: Stadt # mit […]\nboundary: "[…]"\nsources:\n  - "[…]"\n  - \'Liste von Mehmet Özgürkaya\'\n'
    )


def test_without_yes_nothing_is_written(tmp_path: Path) -> None:
    place = city(tmp_path / "city")
    before = {file: file.read_bytes() for file in place.iterdir()}
    assert ag.forget(place, "p", "a").masked
    assert {file: file.read_bytes() for file in place.iterdir()} == before


def test_who_could_mean_somebody_else_stays_and_is_told(tmp_path: Path) -> None:
    actors = """
        id,name,person,description,Vorsitz
        p,Ida Quast,yes,,
        q,Otto Quast,yes,,
        a,Chor,,Ida Quast und Frau Quast,Mehmet Özgürkaya
        b,Bund,,Herr Özgürkaya,Mehmet Özgürkaya
    """
    place = folder(tmp_path / "city", actors, "source,target")
    found = ag.forget(place, "p", "a", yes=True)
    assert (found.masked, found.standing) == ((), ())
    assert ag.read(place).actors["description"] == (None, "Herr Özgürkaya")
    place = folder(tmp_path / "other", actors, "source,target")
    found = ag.forget(place, "p", yes=True)
    assert [(at.row, at.column) for at in found.masked] == [(3, "description")]
    assert [(at.row, at.column) for at in found.standing] == [(3, "description")]
    assert ag.read(place).actors["description"][1] == "[…] und Frau Quast"


def test_in_a_workbook_its_own_sheets_stay_and_columns_are_told_by_their_headings(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    made.remove(made.active)
    sheets = {
        "actors": [["id", "name", "person", "description", "Vorsitz"], ["p", "Gertrud Hässelbrink", "yes", "", ""],
                   ["b", "Chor", "", "Mit Frau Hässelbrink und Mehmet Özgürkaya", ""],
                   ["c", "Bund", "", "", "Mehmet Özgürkaya"]],
        "ties": [["source", "target", "note"], ["b", "b", "bei Hässelbrinks"]],
        "landscape": [["key", "value"], ["boundary", "Frau Hässelbrink fragen"], ["name", "X"]],
        "Notizen": [["Was", "Wer"], ["Anruf", "Frau Hässelbrink"]],
    }  # fmt: skip
    for name, rows in sheets.items():
        page = made.create_sheet(name)
        for row in rows:
            page.append(row)
    made.save(tmp_path / "city.xlsx")
    found = ag.forget(tmp_path / "city.xlsx", "p", "c", yes=True)
    assert [(at.sheet, at.row, at.column) for at in found.masked] == [
        ("actors", 3, "description"), ("ties", 2, "note"), ("landscape", 2, "B"),
    ]  # fmt: skip
    assert [(at.sheet, at.row, at.column) for at in found.standing] == [("Notizen", 2, "B")]
    left = ag.read(tmp_path / "city.xlsx")
    assert (left.actors["description"], left.ties["note"]) == (("Mit […] und […]",), ("bei […]",))
    assert left.meta["boundary"] == "[…] fragen"


def test_the_record_to_take_a_working_copy_back_brings_nobody_back(tmp_path: Path) -> None:
    place = city(tmp_path / "city")
    record = tmp_path / "city-undo.json"
    row = {"id": "b", "name": "Solar", "description": "Mit Gertrud Hässelbrink"}
    kinds: dict[str, list[object]] = {"ties": [], "contacts": [], "events": [], "tandems": []}
    actors = {"order": ["p", "b"], "added": [], "united": {}, "was": {"b": row}, "now": {"b": row}, "followed": []}
    tables = dict.fromkeys(["actors", *kinds], None)
    record.write_text(
        json.dumps({"schema": "actor-graph/undo/1", "actors": actors, **kinds, "circles": {}, "tables": tables}),
        "utf-8",
    )
    ag.forget(place, "p", yes=True)
    assert not PEOPLE.search(record.read_text("utf-8"))
