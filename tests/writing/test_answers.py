"""The workbook for answers: what it offers, and what is left of it after a spreadsheet program saved it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

import actor_graph as ag
from tests.making import landscape
from tests.office import Convert

TODAY = date(2026, 11, 21)
ACTORS = "Kürzel,Name,Art,Beschreibung,geprüft\na,=Chor,Verein,+49 ist keine Formel,2026-05-01\nb,Laden,,,\n"
TIES = "von,nach,Art\na,b,Austausch\nb,a,Förderung\n"


def made(where: Path) -> Path:
    ag.pages(landscape(where / "t", ACTORS, TIES), where / "out", today=TODAY)
    return where / "out" / "antworten.xlsx"


def offered(path: Path) -> dict[tuple[str, str], str]:
    """For each column with a drop-down or a check: what it offers, or what it checks for."""
    found = {}
    for sheet in openpyxl.load_workbook(path).worksheets:
        for rule in sheet.data_validations.dataValidation:
            for area in rule.sqref.ranges:
                heading = str(sheet.cell(1, area.min_col).value)
                found[sheet.title, heading] = str(rule.formula1).strip('"') if rule.type == "list" else rule.type
    return found


EXPECTED = {
    ("Akteure", "neu: geprüft"): "date",
    ("Akteure", "neu: Widerspruch"): "ja,nein",
    ("Akteure", "Widerspruch gegen Nennungen durch andere"): "ja,nein",
    ("Akteure", "neu: veröffentlichen"): "ja,nein",
    ("Akteure", "neu: Verbindungen veröffentlichen"): "ja,nein",
    ("Verbindungen", "neu: Widerspruch"): "ja,nein",
    ("Neue Verbindungen", "von"): "Listen!$A$1:$A$2",
    ("Neue Verbindungen", "nach"): "Listen!$B$1:$B$2",
    ("Neue Verbindungen", "Art"): "Listen!$C$1:$C$2",
    ("Neue Verbindungen", "Intensität"): "Listen!$D$1:$D$4",
}


def test_drop_downs_and_frozen_headings(tmp_path: Path) -> None:
    path = made(tmp_path)
    assert offered(path) == EXPECTED
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Hinweise", "Akteure", "Verbindungen", "Neue Verbindungen", "Listen"]
    assert book["Listen"].sheet_state == "hidden"
    words = [[cell.value for cell in column if cell.value] for column in book["Listen"].iter_cols()]
    assert words[:3] == [["=Chor", "Laden"], ["=Chor", "Laden"], ["Austausch", "Förderung"]]
    assert (book["Akteure"].freeze_panes, book["Verbindungen"].freeze_panes) == ("C2", "E2")


def test_it_shows_what_stands_there_as_text(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(made(tmp_path))["Akteure"]
    row = {cell.value: sheet.cell(2, cell.column) for cell in sheet[1]}
    assert (row["Name"].value, row["Name"].data_type) == ("=Chor", "s")
    assert row["geprüft"].value == "01.05.2026"
    assert row["Seite"].value == "chor-a.html"
    assert all(row[heading].value is None for heading in row if heading.startswith("neu: "))


def test_two_actors_stand_in_one_row_with_all_kinds(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(made(tmp_path))["Verbindungen"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] == [
        ["a", "=Chor", "b", "Laden", "Austausch; Förderung", None]
    ]


@pytest.mark.parametrize("filled", ["", "Neu"])
def test_a_spreadsheet_program_keeps_it_readable(tmp_path: Path, office: Convert, filled: str) -> None:
    path = made(tmp_path)
    book = openpyxl.load_workbook(path)
    place = {cell.value: cell.column for cell in book["Akteure"][1]}
    book["Akteure"].cell(2, place["neu: Beschreibung"]).value = filled or None
    book["Akteure"].cell(2, place["neu: geprüft"]).value = date(2026, 12, 2)
    book.save(path)
    saved = office(path, "xlsx")
    assert {key: said.replace(";", ",") for key, said in offered(saved).items()} == EXPECTED
    found = ag.feedback(ag.read(tmp_path / "t"), saved)
    assert found.warnings == ()
    assert {change.key: change.after for change in found.changes} == {"checked": "2026-12-02"} | (
        {"description": filled} if filled else {}
    )
