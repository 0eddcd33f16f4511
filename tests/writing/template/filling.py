"""A template filled in as people fill it in: in a spreadsheet program, below the example, under its headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl

Rows = Sequence[Mapping[str, Any]]


def filled(path: Path, tables: Mapping[str, Rows], about: Mapping[str, Any] | None = None) -> Path:
    """Write rows into sheets, by headings; and values of the sheet on the landscape, by its first column."""
    book = openpyxl.load_workbook(path)
    for sheet, rows in tables.items():
        page = book[sheet]
        place = {cell.value: cell.column for cell in page[1] if cell.value}
        for line, row in enumerate(rows, start=3):
            for heading, value in row.items():
                page.cell(line, place[heading], value)
    for line in book["Landschaft"].iter_rows(min_row=2) if about else ():
        if line[0].value in (about or {}):
            line[1].value = (about or {})[line[0].value]
    book.save(path)
    return path


ACTORS: Rows = [
    {"Name": "Weltladen", "Typ": "Weltladen", "Rücklauf": "geantwortet", "Telefon": "+49 228 123456", "Kürzel": "007"},
    {"Name": "Afrika-Forum", "Typ": "Migrantenorganisation; Dachverband", "Rücklauf": "zugesagt", "Wunsch": "später"},
    {"Name": "Amt für Integration", "Typ": "Verwaltung", "Rücklauf": "keine Antwort", "Auftrag": "ja"},
    {"Name": "Schachklub", "Typ": "Jugendverband", "Rücklauf": "ausgeschlossen", "Grund": "anderer Schwerpunkt"},
    {"Name": "Emma Muster", "Typ": "Einzelperson", "Einzelperson": "ja", "Personal": "ehrenamtlich"},
]
TIES: Rows = [
    {
        "von": "Weltladen", "nach": "Afrika-Forum", "Art": "gemeinsames Projekt", "Intensität": "regelmäßig",
        "genannt von": "Weltladen", "seit": "2019",
    },
    {"von": "Weltladen", "nach": "Amt für Integration", "Art": "Austausch", "Intensität": "anlassbezogen"},
]  # fmt: skip
