"""A working copy holds all that was read: what is read from it again is the same landscape."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actor_graph.landscape import Landscape
from actor_graph.problems import OutputError
from actor_graph.reading import read
from actor_graph.writing.working_copy import write_working_copy
from tests.making import folder
from tests.material import ROOT

EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix != ".md")
TARGETS = pytest.mark.parametrize("target", ["copy", "copy.xlsx"])
ACTORS = """
    Kürzel;Name;Typ;Rücklauf;Telefon;Bemerkung;Mitglieder;Einzelperson;veröffentlichen;geprüft;Wunsch;Personal
    007;=SUMME(A1);Verein;;0228 123456;ruft gern an;Chor;;ja;2026-05;später;ehrenamtlich
    b;Emma Muster;;ausgeschlossen;;'t Huis;;ja;nein;30.06.2026;ja;hauptamtlich
    c;"Haus ""der"" Kulturen; Nord";Sportverein;;;"zwei
    Zeilen";Chor;;;2026;;
"""
TIES = """
    von;nach;Art;Intensität;Gewicht;genannt von;seit;Bemerkung;Quelle der Angabe
    007;b;Zusammenarbeit;regelmäßig;1,5;007;2020;-1;Anruf
    c;007;;;;c;;;
"""
CONTACTS = """
    Akteur;Datum;von;Kanal;Ergebnis;nächster Schritt;Bemerkung
    007;2026-05-02;Kim;Telefon;zugesagt;2026-06-01;@home
    007;2026-06-02;Kim;Besuch;geantwortet;;
    c;2026-06-03;Kim;Brief;ruft zurück;nachfassen;
"""
ABOUT = """
    place: Musterstadt
    date: 2026-06-30
    scheme: migration-development
    by: Sparte
    publish_columns: [Sparte]
    sources: [Umfrage 2026, Register]
    accessibility: {address: a@example.org}
    circles: {007: Rund ums Haus}
"""


def same(one: Landscape, other: Landscape) -> None:
    for kind in ("actors", "ties", "contacts", "events"):
        first, second = getattr(one, kind), getattr(other, kind)
        assert (first is None) == (second is None), kind
        if first is not None:
            assert dict(second.columns) == dict(first.columns), kind
            assert set(second.contact) == set(first.contact)
            assert set(second.extra) == set(first.extra)
    assert {k: v for k, v in other.meta.items() if k != "name"} == {k: v for k, v in one.meta.items() if k != "name"}
    assert (other.name, other.language, other.scheme.name) == (one.name, one.language, one.scheme.name)


@TARGETS
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_come_back(tmp_path: Path, example: Path, target: str) -> None:
    landscape = read(example)
    write_working_copy(landscape, tmp_path / target)
    same(landscape, read(tmp_path / target))


@TARGETS
def test_what_sheets_hold_comes_back(tmp_path: Path, target: str) -> None:
    actors = ACTORS.replace("Personal\n", "Personal;Sparte\n", 1).replace("ehrenamtlich\n", "ehrenamtlich;Kunst\n", 1)
    where = folder(tmp_path / "stadt", actors, TIES, ABOUT, CONTACTS)
    landscape = read(where)
    assert landscape.actors["survey"] == ("answered", "excluded", None)
    write_working_copy(landscape, tmp_path / target)
    again = read(tmp_path / target)
    same(landscape, again)
    assert again.actors["name"][0] == "=SUMME(A1)"
    assert again.actors["id"][0] == "007"


@TARGETS
def test_only_the_owner_reads_it(tmp_path: Path, target: str) -> None:
    written = write_working_copy(read(folder(tmp_path / "stadt", ACTORS, TIES)), tmp_path / target)
    assert [stat.S_IMODE(path.stat().st_mode) for path in written] == [0o600] * len(written)


def test_a_survey_word_that_follows_from_the_log_goes_on_following(tmp_path: Path) -> None:
    write_working_copy(read(folder(tmp_path / "stadt", ACTORS, TIES, "", CONTACTS)), tmp_path / "copy")
    log = tmp_path / "copy" / "contacts.csv"
    log.write_text(log.read_text("utf-8-sig") + "007;2026-07-01;Kim;Telefon;abgelehnt;;\n", "utf-8")
    again = read(tmp_path / "copy")
    assert again.actors["survey"][0] == "declined"
    assert again.warnings == ()


@TARGETS
def test_a_survey_word_that_a_person_filled_in_stays_though_the_log_says_the_same(tmp_path: Path, target: str) -> None:
    actors = "Kürzel;Name;Rücklauf\na;A;zugesagt\nb;B;\n"
    where = folder(tmp_path / "stadt", actors, "von;nach", "", "Akteur;Ergebnis\na;zugesagt\nb;zugesagt")
    assert read(where).actors.followed == {"b"}
    write_working_copy(read(where), tmp_path / target)
    again = read(tmp_path / target)
    assert again.actors["survey"] == ("promised", "promised")
    assert again.actors.followed == {"b"}


def test_the_input_is_never_replaced(tmp_path: Path) -> None:
    where = folder(tmp_path / "stadt", ACTORS, TIES)
    before = (where / "actors.csv").read_bytes()
    with pytest.raises(OutputError):
        write_working_copy(read(where), where, force=True)
    assert (where / "actors.csv").read_bytes() == before


@TARGETS
def test_a_scheme_of_its_own_goes_along(tmp_path: Path, target: str) -> None:
    where = folder(tmp_path / "stadt", ACTORS, TIES, "    scheme: own/town.yaml\n")
    (where / "own").mkdir()
    (where / "own" / "town.yaml").write_text(
        "extends: migration-development\ntypes:\n  choir: {labels: {de: Verein}}\n", "utf-8"
    )
    landscape = read(where)
    assert landscape.actors["type"][0] == ("choir",)
    write_working_copy(landscape, tmp_path / "out" / target)
    same(landscape, read(tmp_path / "out" / target))


CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("=+-@'\";,ä\n\t"), max_size=12)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(CELL, CELL, st.booleans()), min_size=1, max_size=5), st.sampled_from(["copy", "copy.xlsx"]))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, rows: list[Any], target: str) -> None:
    where = tmp_path_factory.mktemp("any")
    actors = [
        {"id": f"a{i}", "name": f"n{i}", "description": one, "Eigenes": two, "publish": "yes" if yes else "no"}
        for i, (one, two, yes) in enumerate(rows)
    ]
    (where / "stadt.json").write_text(json.dumps({"actors": actors, "ties": []}), "utf-8")
    landscape = read(where / "stadt.json")
    write_working_copy(landscape, where / target)
    same(landscape, read(where / target))
