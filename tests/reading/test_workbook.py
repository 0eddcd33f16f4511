"""Workbooks as Excel and LibreOffice save them."""

from __future__ import annotations

import os
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from actor_graph.landscape import Landscape
from actor_graph.problems import LandscapeError
from actor_graph.reading import read
from tests.reading.making import ACTORS, TIES, Sheets, book, changed, rows


def city(where: Path, sheets: Sheets, **more: Any) -> Landscape:
    path = where / "city.xlsx"
    path.write_bytes(book({"actors": rows(ACTORS), "ties": rows(TIES)} | dict(sheets), **more))
    return read(path)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (7, "7"), ("007", "007"), (3.0, "3"), (1e5, "100000"), (0.1 + 0.2, "0.3"), (-2.5, "-2.5"), (True, "TRUE"),
        (False, "FALSE"), (date(2026, 6, 30), "2026-06-30"), (datetime(2026, 6, 30, 14, 5), "2026-06-30 14:05"),
        (time(12, 30), "12:30"), (timedelta(hours=30), "30:00"), ("NA", "NA"), ("1e5", "1e5"), ("a\r\nb", "a\nb"),
    ],
)  # fmt: skip
def test_values_are_text(value: object, text: str, tmp_path: Path) -> None:
    found = city(tmp_path, {"actors": [["id", "x"], ["a", value], ["b", ""]]})
    assert found.actors["x"] == (text, None)


def test_numbers_as_ids(tmp_path: Path) -> None:
    """The number 7 and the text 007 are two; of a long number Excel keeps but 15 digits, which is said."""
    given = [7, "007", 3.0, 1e5, 12345678901234567890, True]
    found = city(tmp_path, {"actors": [["id"], *([id_] for id_ in given)], "ties": [["von", "nach"], [7, "007"]]})
    assert found.actors["id"] == ("7", "007", "3", "100000", "12345678901234569216", "TRUE")
    assert (found.ties["source"], found.ties["target"]) == ((0,), (1,))
    assert [(w.key, w.sheet, w.row) for w in found.warnings] == [("reading.long_number", "actors", 6)]


@pytest.mark.parametrize("names", [("Akteure", "Verbindungen"), ("AKTEURE", "Beziehungen"), ("Actors", "Ties ")])
def test_names_of_sheets(names: tuple[str, str], tmp_path: Path) -> None:
    path = tmp_path / "Neustadt.xlsx"
    path.write_bytes(book({"Hinweise": [["lies mich"]], names[0]: rows(ACTORS), names[1]: rows(TIES)}))
    assert len(read(path).ties) == 1
    assert read(path).source == "Neustadt"


def test_content_and_not_the_name_decides(tmp_path: Path) -> None:
    (tmp_path / "export.dat").write_bytes(book({"actors": rows(ACTORS), "ties": rows(TIES)}))
    assert len(read(tmp_path / "export.dat").actors) == 3


def test_hidden_sheets_are_left_out_and_said(tmp_path: Path) -> None:
    found = city(tmp_path, {"Akteure": rows(ACTORS), "Listen": [["x"]]}, hidden=["Akteure", "Listen"])
    assert [(w.key, w.sheet) for w in found.warnings] == [("reading.sheet_hidden", "Akteure")]


def test_a_hidden_sheet_that_is_needed_is_one_error(tmp_path: Path) -> None:
    with pytest.raises(LandscapeError) as raised:
        city(tmp_path, {}, hidden=["ties"])
    assert [(p.severity, p.key, p.sheet) for p in raised.value.problems] == [("error", "reading.sheet_hidden", "ties")]


def test_a_cell_that_there_can_not_be_is_said_by_us_alone(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    raw = book({"actors": rows(ACTORS), "ties": rows(TIES)})
    bad = changed(raw, "xl/worksheets/sheet1.xml", lambda part: part.replace(b'r="A2"', b'r="ZZZZZZ99999999999"'))
    (tmp_path / "city.xlsx").write_bytes(bad)
    with pytest.raises(LandscapeError, match="damaged"):
        read(tmp_path / "city.xlsx")
    assert capfd.readouterr() == ("", "")
    os.write(2, b"heard again")
    assert capfd.readouterr().err == "heard again"


def test_a_workbook_is_read_without_an_error_stream_too(tmp_path: Path) -> None:
    kept = os.dup(2)
    os.close(2)
    try:
        found = city(tmp_path, {})
    finally:
        os.dup2(kept, 2)
        os.close(kept)
    assert len(found.actors) == 3


def test_title_above_the_headings(tmp_path: Path) -> None:
    sheet = [["Kooperationen 2026"], [], ["von", "nach"], ["a", "b"]]
    found = city(tmp_path, {"ties": sheet}, merged={"ties": "A1:C1"})
    assert [(w.key, w.row, w.values["heading"]) for w in found.warnings] == [("reading.title", 1, 3)]
    assert found.ties.rows == (4,)


def test_merged_cells_are_filled_down_and_said(tmp_path: Path) -> None:
    sheet = [["source", "target"], ["a", "b"], [None, "c"], [None, "a"], ["b", "c"]]
    found = city(tmp_path, {"ties": sheet}, merged={"ties": "A2:A4"})
    assert (found.ties["source"], found.ties["target"]) == ((0, 0, 0, 1), (1, 2, 0, 2))
    assert [(w.key, w.row, w.values["cells"]) for w in found.warnings] == [("reading.merged", 2, "A2:A4")]


@pytest.mark.parametrize("more", [[], ["Web", "Themen", "Länder", "Sprachen", "Bedarfe"]])
def test_a_banner_between_rows_is_no_actor_and_that_is_said(tmp_path: Path, more: list[str]) -> None:
    sheet = [
        ["Name", "Art", "Ort", *more],
        ["a", "x", None],
        ["--- ab hier Liste vom Rat ---", None, None],
        ["b", None, None],
    ]
    found = city(tmp_path, {"actors": sheet, "ties": [["von", "nach"], ["a", "b"]]}, merged={"actors": "A3:C3"})
    assert (found.actors["name"], found.actors.rows) == (("a", "b"), (2, 4))
    said = [w for w in found.warnings if w.key == "reading.merged_row"]
    assert [(w.row, w.values["cells"]) for w in said] == [(3, "A3:C3")]
    assert "Bitte die Zeile löschen" in said[0].message("de")


@pytest.mark.parametrize(("cells", "beside"), [("A3:B3", None), ("A3:B3", "Bonn"), ("A3:C3", "Bonn")])
def test_a_row_merged_in_part_or_with_more_in_it_stays_an_actor(tmp_path: Path, cells: str, beside: str | None) -> None:
    sheet = [["Name", "Art", "Ort", "Web"], ["a", "x", None, None], ["Chor", None, None, beside]]
    found = city(tmp_path, {"actors": sheet, "ties": [["von", "nach"], ["a", "Chor"]]}, merged={"actors": cells})
    assert found.actors["name"] == ("a", "Chor")


def test_formulas_without_result_and_errors_are_said(tmp_path: Path) -> None:
    raw = book({"actors": [["id", "x", "y", "z"], ["a", "=1+1", 5, ""], ["b", "", "", ""]], "ties": rows(TIES)})
    raw = changed(
        raw, "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'<c r="C2" t="n"><v>5</v></c>', b'<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
    )  # fmt: skip
    (tmp_path / "c.xlsx").write_bytes(raw)
    found = read(tmp_path / "c.xlsx")
    assert {(w.key, w.values["cell"]) for w in found.warnings} == {
        ("reading.formula", "B2"), ("reading.excel_error", "C2"),
    }  # fmt: skip
    assert (found.actors["x"], found.actors["y"]) == ((None, None), (None, None))


def test_sheet_of_the_landscape(tmp_path: Path) -> None:
    sheet = [
        ["Schlüssel", "Wert"], ["Name", "Neustadt"], ["Datum", date(2026, 6, 30)], ["Quellen", "Liste; Befragung"],
        ["circles", "a: Mitte"], ["circles", "b: Rand"], ["Kreise", None], [None, "x"],
        ["accessibility", "address: x@example.org; statement: https://example.org"], ["publish_columns", "type; name"],
    ]  # fmt: skip
    found = city(tmp_path, {"landscape": sheet})
    assert found.meta == {
        "name": "Neustadt", "date": "2026-06-30", "sources": ["Liste", "Befragung"],
        "circles": {"a": "Mitte", "b": "Rand"}, "publish_columns": ("type", "name"),
        "accessibility": {"address": "x@example.org", "statement": "https://example.org"},
    }  # fmt: skip


def test_many_empty_rows_below(tmp_path: Path) -> None:
    found = city(tmp_path, {"actors": [*rows(ACTORS), *[[""] * 3] * 20_000]})
    assert len(found.actors) == 3
