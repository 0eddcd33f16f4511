"""The names that an actor is known by: its own, and other spellings, as merging notes them and people add them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from actor_graph.landscape import Table
from actor_graph.words import Language, say

BETWEEN = "; "
"""What stands between two spellings in a cell."""


def noted_in(columns: Mapping[str, Any], name: str, language: Language) -> str:
    """The column in which merging notes something: the one that is there under its name in either language."""
    names = (say(f"matching.{name}", "de"), say(f"matching.{name}", "en"))
    return next((key for key in names if key in columns), say(f"matching.{name}", language))


def parted(cell: str | None) -> list[str]:
    """The spellings that a cell holds."""
    return [part for part in map(str.strip, (cell or "").split(BETWEEN.strip())) if part]


def known_names(table: Table, rows: Iterable[int], first: int = 0) -> list[tuple[int, str]]:
    """These rows, counted on from ``first``, each with its own name; then each with its other spellings."""
    rows = list(rows)
    cells = table[noted_in(table.columns, "spelling_column", "en")]
    own = [(first + row, str(table["name"][row])) for row in rows]
    return own + [(first + row, text) for row in rows for text in dict.fromkeys(parted(cells[row]))]
