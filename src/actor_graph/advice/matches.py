"""The table of what may be one actor: its rows, and how actors are shown in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from actor_graph.landscape import Landscape
from actor_graph.privacy.leaving import leaving
from actor_graph.privacy.persons import clearing_of, stand_ins
from actor_graph.problems import Problem
from actor_graph.words import Language

COLUMNS = ("a", "b", "name_a", "name_b", "score", "why", "decision", "row_a", "row_b")
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Matches:
    """What is to be decided, and what was: rows of the table, those still open first, the likeliest first.

    ``rows`` show natural persons by their stand-ins, and no contact data. ``headings`` are the columns in order.
    """

    rows: tuple[Row, ...]
    headings: tuple[str, ...]
    language: Language
    warnings: tuple[Problem, ...] = ()

    @property
    def open(self) -> tuple[Row, ...]:
        """The rows without a decision that may stand for one actor."""
        return tuple(row for row in self.rows if not row["decision"] and row["score"] not in (None, ""))

    def count(self, column: str) -> Mapping[str, int]:
        """How many rows have each value of a column."""
        return Counter(str(row[column]) for row in self.rows)


class Shown:
    """Ids and names as people may see them: natural persons by their stand-ins, contact data out of names."""

    def __init__(self, landscape: Landscape) -> None:
        from actor_graph.reading.decisions import check_sum

        ids = stand_ins(landscape)[0]
        self.clear = clearing_of(landscape)
        self.check_sum = check_sum(landscape)
        real, told = landscape.actors["id"], leaving(landscape).actors
        self.persons = {real[row] for row in ids}
        self.ids = dict(zip(real, told["id"], strict=True))
        self.names = dict(zip(real, told["name"], strict=True))
        self.rows = dict(zip(real, landscape.actors.rows, strict=True))

    def side(self, side: str, id_: str) -> Row:
        """What the table says of one of two: id, name and row in the file."""
        return {side: self.ids[id_], f"name_{side}": self.names[id_], f"row_{side}": self.rows[id_]}
