"""Plain tables as CSV, for software and for spreadsheet programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from actor_graph.words import Language
from actor_graph.words.formulas import SEPARATORS, harmless
from actor_graph.words.visible import visible

Rows = Sequence[Mapping[str, Any]]
_TO_QUOTE = (*SEPARATORS, '"', "\n")


def csv_text(rows: Rows, language: Language) -> str:
    """The table as CSV with a byte order mark: ``;`` and decimal comma in German, ``,`` and point in English.

    A text that a spreadsheet could take for a formula, even one that splits at the other separator, gets an apostrophe
    in front (``words.formulas``); texts with either separator are quoted; undefined is an empty cell.
    """
    heading, separator = columns(rows), ";" if language == "de" else ","
    lines: list[list[Any]] = [heading, *([row.get(key) for key in heading] for row in rows)]
    written = (separator.join(_cell(value, separator) for value in line) for line in lines)
    nothing = '""' if heading else ""  # a row of one empty cell; an empty line would be none
    return "\ufeff" + "".join(f"{line or nothing}\r\n" for line in written)


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


def _cell(value: Any, separator: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value).replace(".", ",") if separator == ";" else repr(value)
    written = harmless(text(value), separator)
    return '"' + written.replace('"', '""') + '"' if any(sign in written for sign in _TO_QUOTE) else written
