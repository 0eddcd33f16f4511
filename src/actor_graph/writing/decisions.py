"""Tables for people to decide in, and the file that takes a merging back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from actor_graph.words import Language
from actor_graph.writing.tables import csv_text
from actor_graph.writing.workbook import Cell, Sheet, workbook


def decision_table(
    rows: Sequence[Mapping[str, Any]], headings: Sequence[str], path: Path, name: str, language: Language
) -> bytes:
    """The rows as a workbook if the name of the file ends in ``.xlsx``, else as CSV for a spreadsheet program."""
    if path.suffix.casefold() == ".xlsx":
        cells = [[Cell(row.get(heading) or None) for heading in headings] for row in rows]
        return workbook([Sheet(name, headings, cells, wrapped=True)])
    whole = [{heading: row.get(heading) for heading in headings} for row in rows]
    text = (
        csv_text(whole, language) if whole else csv_text([dict.fromkeys(headings)], language).split("\r\n")[0] + "\r\n"
    )
    return text.encode("utf-8")


def record_text(record: Mapping[str, Any]) -> bytes:
    """The record of a merging as JSON."""
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")
