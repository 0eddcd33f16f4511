"""The workbook: its sheets, and that every text is text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl

from actor_graph.landscape import Landscape
from actor_graph.views.directory import directory
from tests.views.directory.made import hostile, town


def opened(read: Landscape, where: Path, **options: Any) -> Any:
    directory(read, where / "directory.xlsx", **options)
    return openpyxl.load_workbook(where / "directory.xlsx")


def rows(sheet: Any) -> list[tuple[Any, ...]]:
    return list(sheet.iter_rows(values_only=True))


def test_sheets_and_their_rows(tmp_path: Path) -> None:
    book = opened(town(tmp_path / "in"), tmp_path)
    assert book.sheetnames == ["Einträge", "Bedarfe", "Handlungsfelder", "Länder", "Hinweise"]
    headings, *entries = rows(book["Einträge"])
    bridge = dict(zip(headings, entries[2], strict=True))
    assert bridge["Nr."] == 3
    assert (bridge["Name"], bridge["Handlungsfelder"], bridge["Webseite"]) == (
        "Brücke e. V.", "Bildung; Kultur", "www.bruecke.de",
    )  # fmt: skip
    assert bridge["Rechtsform"] == "Verein"
    assert rows(book["Bedarfe"]) == [
        ("Bedarf", "Anzahl", "Akteure", "Nr.", "Handlungsfelder"),
        ("Geld", 1, "Brücke e. V.", "3", "Bildung; Kultur"),
        ("Räume", 2, "Ägypten-Forum; Brücke e. V.", "2; 3", "Bildung; Kultur"),
    ]
    told = "\n".join(str(row[0]) for row in rows(book["Hinweise"]))
    for sentence in ("Öffentliche Fassung · Stand 30. Juni 2026", "kein Urteil", "netz@example.org", "Verein 3"):
        assert sentence in told


def test_nothing_in_it_runs_or_leads_away(tmp_path: Path) -> None:
    book = opened(hostile(), tmp_path)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None


def test_columns_that_nobody_fills_are_not_there(tmp_path: Path) -> None:
    read = town(tmp_path / "in")
    headings = rows(opened(read, tmp_path, without=["br"])["Einträge"])[0]
    assert "Mitgliedsgruppen" not in headings
    assert "Telefon" not in headings
