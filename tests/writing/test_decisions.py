"""The workbook to decide in, as a spreadsheet program shows it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl

from actor_graph.advice.merging import merge
from actor_graph.advice.pairs import match
from tests.making import landscape
from tests.office import Convert

ACTORS = """id,name
    1,Weltladen
    2,Weltladen e.V.
    3,Straßenfest
    4,Strassenfest e.V.
    5,Chor"""
ABOUT = "    language: de\n"


def offered(file: Path) -> tuple[Any, dict[str, list[str]]]:
    """The sheet, and for each of its cells with a drop-down the words that it offers."""
    sheet = openpyxl.load_workbook(file).worksheets[0]
    return sheet, {
        f"{cell.column_letter}{cell.row}": str(rule.formula1).strip('"').split(",")
        for rule in sheet.data_validations.dataValidation
        for part in rule.sqref.ranges
        for row in sheet[part.coord if ":" in part.coord else f"{part.coord}:{part.coord}"]
        for cell in row
    }


def test_decisions_are_chosen_and_the_heading_stays_in_sight(tmp_path: Path, office: Convert) -> None:
    match(landscape(tmp_path / "city", ACTORS, "source,target", ABOUT), tmp_path / "d.xlsx")
    assert offered(tmp_path / "d.xlsx")[0].freeze_panes == "B2"  # a program without a window saves no panes
    for file in (tmp_path / "d.xlsx", office(tmp_path / "d.xlsx", "xlsx")):
        sheet, words = offered(file)
        assert sheet["G1"].value == "decision"
        assert words["G2"] == words["G3"] == words["G4"] == ["gleich", "verschieden", "unsicher"]
        assert "G1" not in words
        widths = [sheet.column_dimensions[letter].width for letter in "ABCDEFG"]
        assert min(widths) > 8
        assert sum(widths) < 160


def test_the_words_are_those_of_the_language_of_the_sheet(tmp_path: Path) -> None:
    match(landscape(tmp_path / "city", ACTORS, "source,target", ABOUT), tmp_path / "d.xlsx", language="en")
    assert offered(tmp_path / "d.xlsx")[1]["G2"] == ["same", "different", "unsure"]


def test_beside_a_list_each_row_offers_what_decides_it(tmp_path: Path) -> None:
    (tmp_path / "register.csv").write_text("Name;Webseite\nWeltladen e.V.;x.example\nTierheim;\n", "utf-8")
    city = landscape(tmp_path / "city", ACTORS, "source,target", ABOUT)
    found = match(city, tmp_path / "d.xlsx", against=tmp_path / "register.csv")
    words = offered(tmp_path / "d.xlsx")[1]
    decide, take = ["gleich", "verschieden", "unsicher"], ["übernehmen", "lassen"]
    wanted = {"gleich": decide, "vielleicht": decide, "Spalte": take, "fehlt hier": take, "neu hier": None}
    assert {row["about"] for row in found.rows} >= {"Spalte", "fehlt hier", "neu hier"}
    for line, row in enumerate(found.rows, start=2):
        assert words.get(f"G{line}") == wanted[row["about"]], row


def test_a_long_list_without_pairs_can_be_filled_by_hand(tmp_path: Path) -> None:
    match(landscape(tmp_path / "city", "name\nA\nB", "source,target", ABOUT), tmp_path / "d.xlsx")
    assert offered(tmp_path / "d.xlsx")[1]["G2"] == ["gleich", "verschieden", "unsicher"]


def test_each_name_is_shown_once_and_all_columns_fit_on_a_page(tmp_path: Path) -> None:
    names = [f"Interkultureller Freundschafts- und Förderverein der Stadt {word}" for word in ("Ost", "Ost e.V.")]
    city = landscape(tmp_path / "city", "name\n" + "\n".join(names), "source,target", ABOUT)
    match(city, tmp_path / "d.xlsx")
    sheet = offered(tmp_path / "d.xlsx")[0]
    assert (sheet["A2"].value, sheet["C2"].value) == (names[0], names[0])  # to be read again
    assert (sheet["A2"].number_format, sheet["C2"].number_format) == (";;;", "General")
    assert sheet.column_dimensions["A"].width < 12
    assert (sheet.row_dimensions[2].height or 0) <= 4 * 15
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToWidth or 1) == (True, 1)
    match(landscape(tmp_path / "other", ACTORS, "source,target", ABOUT), tmp_path / "e.xlsx")
    assert offered(tmp_path / "e.xlsx")[0]["A2"].number_format == "General"


def test_what_a_program_saves_as_shown_is_understood(tmp_path: Path) -> None:
    """Saved as CSV by a program that saves what is shown, an id that is the name is not there; the name says it."""
    city = landscape(tmp_path / "city", "name\nChor\nChor e.V.\nTheater", "source,target", ABOUT)
    (tmp_path / "d.csv").write_text("a,b,name_a,name_b,decision\n,,Chor,Chor e.V.,gleich\n", "utf-8")
    assert merge(city, tmp_path / "d.csv", tmp_path / "clean").landscape.actors["name"] == ("Chor", "Theater")


def test_a_table_to_decide_in_is_for_its_owner_alone(tmp_path: Path) -> None:
    """It holds all names, and the words of the office about them."""
    for name in ("d.xlsx", "d.csv"):
        match(landscape(tmp_path / "city", ACTORS, "source,target", ABOUT), tmp_path / name)
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
