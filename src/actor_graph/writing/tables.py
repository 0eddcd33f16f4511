"""Plain tables as CSV and as a workbook, for spreadsheet programs and for software."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

from actor_graph.words import Language
from actor_graph.words.visible import visible

Rows = Sequence[Mapping[str, Any]]
_FORMULA = ("=", "+", "-", "@")


def csv_text(rows: Rows, language: Language) -> str:
    """The table as CSV with a byte order mark: ``;`` and decimal comma in German, ``,`` and point in English.

    A text that a spreadsheet would take for a formula gets an apostrophe in front; undefined is an empty cell.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if language == "de" else ",", lineterminator="\r\n")
    heading = columns(rows)
    writer.writerow([_cell(key, language) for key in heading])
    writer.writerows([_cell(row.get(key), language) for key in heading] for row in rows)
    return "\ufeff" + out.getvalue()


def workbook(tables: Mapping[str, Rows]) -> bytes:
    """All tables as one workbook, a sheet each; numbers as numbers, texts as texts, never as formulas."""
    from datetime import datetime

    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime(2000, 1, 1)})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    for name, rows in tables.items():
        _sheet(book.add_worksheet(name), rows, bold)
    book.close()
    return out.getvalue()


def columns(rows: Rows) -> list[str]:
    """All columns of the rows, in the order in which they first come."""
    return list(dict.fromkeys(key for row in rows for key in row))


def _sheet(sheet: Any, rows: Rows, bold: Any) -> None:
    heading = columns(rows)
    for place, key in enumerate(heading):
        sheet.write_string(0, place, text(key), bold)
    for line, row in enumerate(rows, start=1):
        for place, key in enumerate(heading):
            _write(sheet, line, place, row.get(key))
    sheet.freeze_panes(1, 1)
    if rows:
        sheet.autofilter(0, 0, len(rows), len(heading) - 1)
        sheet.set_column(0, len(heading) - 1, 16)


def _write(sheet: Any, line: int, place: int, value: Any) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(line, place, value)
    elif isinstance(value, (int, float)):
        sheet.write_number(line, place, value)
    elif value is not None:
        sheet.write_string(line, place, text(value))


def text(value: Any) -> str:
    """A cell as text: lists joined with ``; ``, counts by name as ``name: n``.

    Control and direction characters are shown as signs; a tab becomes a space, line ends stay.
    """
    if isinstance(value, Mapping):
        whole = "; ".join(f"{key}: {'' if item is None else item}" for key, item in value.items())
    else:
        whole = "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    lines = whole.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n")
    return "\n".join(map(visible, lines))


def _cell(value: Any, language: Language) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value).replace(".", ",") if language == "de" else repr(value)
    written = text(value)
    return f"'{written}" if written.lstrip().startswith(_FORMULA) else written
