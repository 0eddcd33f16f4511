"""Plain tables as CSV, for software and for spreadsheet programs."""

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


def columns(rows: Rows) -> list[str]:
    """All columns of the rows, in the order in which they first come."""
    return list(dict.fromkeys(key for row in rows for key in row))


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
