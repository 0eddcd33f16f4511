"""A working copy holds all that was read: what is read from it again is the same landscape."""

from __future__ import annotations

import json
import stat
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actor_graph.landscape import Landscape
from actor_graph.problems import OutputError
from actor_graph.reading import read
from actor_graph.writing.template import init
from actor_graph.writing.working_copy import write_working_copy
from tests.making import folder
from tests.material import ROOT
from tests.office import Convert

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
    """The same but for what the workbook offers to fill in: columns, and tables, without a single filled cell."""
    for kind in ("actors", "ties", "contacts", "events"):
        first, second = getattr(one, kind), getattr(other, kind)
        if first is None:
            assert second is None or not len(second), kind
            continue
        offered = {key for key in second.columns.keys() - first.columns if not any(map(_filled, second[key]))}
        assert {key: cells for key, cells in second.columns.items() if key not in offered} == dict(first.columns), kind
        assert set(second.contact) - offered == set(first.contact)
        assert set(second.extra) - offered == set(first.extra)
    assert {k: v for k, v in other.meta.items() if k != "name"} == {k: v for k, v in one.meta.items() if k != "name"}
    assert (other.name, other.language, other.scheme.name) == (one.name, one.language, one.scheme.name)
    assert other.actors.followed == one.actors.followed


def _filled(cell: Any) -> bool:
    return cell not in (None, ())


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


@pytest.fixture
def book(tmp_path: Path) -> Any:
    """The workbook of a messy folder whose sheets have columns, contact data and headings of their own."""
    actors = """
    Organisation;Art;Rücklauf;Tel. dienstlich;geprüft;löschen nach;Sparte;E-Mail
    Laden;Weltladen;geantwortet;0228 123456;11.5.2026;2029;2026-05-11;laden@example.org
    Chor;Gesangverein;;;06/2026;31.12.1899;;
    """
    ties = "von;nach;Gewicht;seit\nLaden;Chor;1,5;1.2.2020\nChor;Laden;;2019"
    where = folder(
        tmp_path / "stadt", actors.strip(), ties, "    date: 2026-06-30\n    scheme: migration-development\n"
    )
    landscape = read(where)
    write_working_copy(landscape, tmp_path / "copy.xlsx")
    same(landscape, read(tmp_path / "copy.xlsx"))
    return openpyxl.load_workbook(tmp_path / "copy.xlsx")


def column(sheet: Any, heading: str) -> list[Any]:
    (place,) = (cell.column for cell in sheet[1] if cell.value == heading)
    return [sheet.cell(row, place).value for row in range(2, sheet.max_row + 1)]


def test_a_workbook_stays_the_one_to_fill_in(book: Any, tmp_path: Path) -> None:
    init(tmp_path / "new.xlsx", language="de")
    new = openpyxl.load_workbook(tmp_path / "new.xlsx")
    assert book.sheetnames == new.sheetnames
    assert "Arbeitskopie" in book.worksheets[0]["A2"].value
    for sheet, before in zip(book, new, strict=True):
        assert len(sheet.data_validations.dataValidation) == len(before.data_validations.dataValidation), sheet.title
        assert all(cell.comment for cell in sheet[1]) == all(cell.comment for cell in before[1]), sheet.title
    assert [row[0].value for row in book["Landschaft"]] == [row[0].value for row in new["Landschaft"]]
    assert column(book["Akteure"], "Organisation") == ["Laden", "Chor"]
    assert column(book["Kontakte"], "Akteur")[0].startswith("(Beispiel)")


def test_in_a_workbook_days_are_days_and_all_else_is_text_behind_the_usual_columns(book: Any) -> None:
    actors = book["Akteure"]
    assert [cell.value for cell in actors[1]][-2:] == ["Tel. dienstlich", "Sparte"]
    assert column(actors, "geprüft") == [datetime(2026, 5, 11), "2026-06"]
    assert column(actors, "löschen nach") == ["2029", "1899-12-31"]
    assert column(actors, "Sparte") == ["2026-05-11", None]
    assert column(actors, "E-Mail") == ["laden@example.org", None]
    assert column(book["Verbindungen"], "seit") == [datetime(2020, 2, 1), "2019"]
    assert column(book["Verbindungen"], "Gewicht") == [1.5, None]
    assert book["Landschaft"]["B4"].value == datetime(2026, 6, 30)


def test_an_id_is_written_only_where_it_is_not_the_name(book: Any, tmp_path: Path) -> None:
    assert column(book["Akteure"], "Kürzel") == [None, None]
    write_working_copy(read(folder(tmp_path / "b", "Name\nA\nB", "von;nach\nA;B")), tmp_path / "c")
    assert (tmp_path / "c" / "actors.csv").read_text("utf-8-sig").splitlines() == ["Name", "A", "B"]
    twins = read(folder(tmp_path / "d", "Name;Kürzel\nA;\nA;\nB;x\nC;", "von;nach\nB;x"))
    assert twins.actors["id"] == ("A", "A (2)", "x", "C")
    for target in ("e", "e.xlsx"):
        write_working_copy(twins, tmp_path / target)
        same(twins, read(tmp_path / target))
    assert column(openpyxl.load_workbook(tmp_path / "e.xlsx")["Akteure"], "Kürzel") == ["A", "A (2)", "x", None]


def test_the_state_of_the_survey_in_a_copy_is_what_a_spreadsheet_program_counts(
    tmp_path: Path, office: Convert
) -> None:
    write_working_copy(read(ROOT / "examples" / "musterstadt"), tmp_path / "a.xlsx")
    stored = counted(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    book.save(tmp_path / "without_values.xlsx")
    assert not any(isinstance(row[1], int) for row in counted(tmp_path / "without_values.xlsx"))
    worked_out = counted(office(tmp_path / "without_values.xlsx", "xlsx"))
    assert len(stored) == len(worked_out) > 40
    for ours, theirs in zip(stored, worked_out, strict=True):
        assert ours[0] == theirs[0]
        assert [cell or 0 for cell in ours[1:]] == pytest.approx([cell or 0 for cell in theirs[1:]])
    assert {row[0]: row[1] for row in stored}["geantwortet"] == 41


def counted(path: Path) -> list[tuple[Any, ...]]:
    rows = openpyxl.load_workbook(path, data_only=True)["Stand der Befragung"].iter_rows(values_only=True)
    return [row for row in rows if row[0] and not isinstance(row[1], str)]


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
