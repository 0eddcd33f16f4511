"""Sheets that people added to their workbook for themselves: in the copy, and told."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from actor_graph.advice.merging import merge
from actor_graph.reading import read
from tests.running import run

DECISIONS = "a,b,decision\nChor,Chor e.V.,gleich\n"
NOTES: list[list[Any]] = [
    ["Notiz", "Tag", "Zahl"], ["Frau Koç anrufen", date(2026, 5, 4), 3.5], ["=1+1", None, True], [None, None, None],
    ["Ende", None, "=SUM(C2:C2)"],
]  # fmt: skip


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A workbook of two tables, with notes, a hidden sheet and a chart sheet besides."""
    made = openpyxl.Workbook()
    actors = made.active
    assert actors is not None
    actors.title = "Akteure"
    for row in (["Name"], ["Chor"], ["Chor e.V."], ["Theater"]):
        actors.append(row)
    made.create_sheet("Verbindungen").append(["von", "nach"])
    notes = made.create_sheet("Notizen")
    for row in NOTES:
        notes.append(row)
    notes["A3"].data_type = "s"
    made.create_sheet("Geheim").sheet_state = "hidden"
    made.create_chartsheet("Bild")
    made.save(tmp_path / "stadt.xlsx")
    (tmp_path / "d.csv").write_text(DECISIONS, "utf-8")
    return tmp_path / "stadt.xlsx"


def _notes(file: Path) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in openpyxl.load_workbook(file)["Notizen"].iter_rows()]


def test_own_sheets_go_along_when_merging_and_when_taking_it_back(book: Path) -> None:
    where = book.parent
    ran = run("merge", "stadt.xlsx", "--decisions", "d.csv", "-o", "sauber.xlsx", cwd=where)
    assert ran.status == 0, ran.err
    assert "stadt.xlsx: Ihr Blatt „Notizen“ geht mit seinen Werten mit, ohne Formeln, Farben und Bilder." in ran.err
    assert "stadt.xlsx: Ihre Blätter „Geheim“, „Bild“ stehen nicht in der Kopie, nur in dieser Datei." in ran.err
    written = openpyxl.load_workbook(where / "sauber.xlsx")["Notizen"]
    assert [written["A2"].value, written["B2"].value.date(), written["C2"].value] == NOTES[1]
    assert (written["A3"].value, written["A3"].data_type, written["C3"].value) == ("=1+1", "s", True)
    assert (written["A5"].value, written["A4"].value) == ("Ende", None)
    assert not [cell for row in written.iter_rows() for cell in row if cell.data_type == "f"]
    ran = run("merge", "sauber.xlsx", "--undo", "sauber.xlsx-undo.json", "-o", "zurueck.xlsx", cwd=where)
    assert (ran.status, ran.err.count("Ihr Blatt „Notizen“ geht mit")) == (0, 1)
    assert "nicht in der Kopie" not in ran.err  # our own sheets are none of theirs
    assert _notes(where / "zurueck.xlsx") == _notes(where / "sauber.xlsx")
    assert read(where / "zurueck.xlsx").actors["name"] == ("Chor", "Chor e.V.", "Theater")


def test_own_sheets_go_along_with_feedback(book: Path) -> None:
    where = book.parent
    assert run("pages", "stadt.xlsx", "-o", "seiten", cwd=where).status == 0
    answers = next((where / "seiten").glob("*.xlsx"))
    ran = run("feedback", "stadt.xlsx", str(answers), "-o", "neu.xlsx", cwd=where)
    assert (ran.status, "Ihr Blatt „Notizen“ geht mit" in ran.err) == (0, True), ran.err
    assert _notes(where / "neu.xlsx")[1][0] == "Frau Koç anrufen"


def test_in_a_folder_they_have_no_place_which_is_said(book: Path) -> None:
    done = merge(read(book), book.parent / "d.csv", book.parent / "sauber")
    assert [problem.message("en") for problem in done.warnings] == [
        "Your sheets “Notizen”, “Geheim”, “Bild” are not in the copy; they stand in this file alone."
    ]
    again = merge(read(book.parent / "sauber"), undo=done.record, output=book.parent / "zurueck")
    assert again.warnings == ()
