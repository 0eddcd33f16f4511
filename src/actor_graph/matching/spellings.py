"""The names that an actor is known by: its own, and other spellings."""

from __future__ import annotations

from collections.abc import Iterable

from actor_graph.landscape import Table
from actor_graph.landscape.spellings import spellings


def known_names(table: Table, rows: Iterable[int], first: int = 0) -> list[tuple[int, str]]:
    """These rows, counted on from ``first``, each with its own name; then each with its other spellings."""
    rows, others = list(rows), spellings(table)
    own = [(first + row, str(table["name"][row])) for row in rows]
    return own + [(first + row, text) for row in rows for text in dict.fromkeys(others[row])]
