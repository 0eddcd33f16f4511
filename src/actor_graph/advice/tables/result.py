"""The tables of a workshop as users hold them: a document for JSON, a list to hang up."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actor_graph.landscape import Landscape
from actor_graph.problems import OutputError
from actor_graph.words import Language, say
from actor_graph.words.visible import escaped
from actor_graph.writing.outputs import write_outputs
from actor_graph.writing.tables import csv_text
from actor_graph.writing.workbook import Cell, Sheet, workbook

SCHEMA = "actor-graph/tables/1"


@dataclass(frozen=True, slots=True)
class Seat:
    """Who sits somewhere: id, name, the types (the first one counts), the circle, its name."""

    id: str
    name: str
    type: str | None
    cluster: int | None
    circle: str | None


@dataclass(frozen=True, slots=True)
class Seating:
    """Groups for a workshop, what they cost and what was left inside.

    Attributes
    ----------
    tables
        Who sits at each table, in the order of the input.
    ties_inside
        Pairs that have a tie and sit at one table: both, and the number of the table.
    same_type, same_cluster
        How many pairs at one table are of one type, of one cluster.
    least_same_type, least_same_cluster
        How many there are at least in any seating, each taken alone.
    """

    landscape: Landscape
    note: str
    tables: tuple[tuple[Seat, ...], ...]
    ties_inside: tuple[tuple[Seat, Seat, int], ...]
    same_type: int
    same_cluster: int
    least_same_type: int
    least_same_cluster: int
    seed: int
    restarts: int
    language: Language

    @property
    def optimal(self) -> bool | None:
        """True where nothing can be better, as no tie is left inside and both counts are the least; else not known."""
        least = (self.least_same_type, self.least_same_cluster)
        return (not self.ties_inside and (self.same_type, self.same_cluster) == least) or None

    def to_dict(self) -> dict[str, Any]:
        """The whole document, as JSON has it."""
        return {
            "schema": SCHEMA,
            "audience": "office",
            "note": self.note,
            "landscape": {"name": self.landscape.name, "date": self.landscape.meta.get("date")},
            "seed": self.seed,
            "restarts": self.restarts,
            "actors": sum(map(len, self.tables)),
            "tables": [
                {"table": number, "actors": [_seat(one) for one in seats]}
                for number, seats in enumerate(self.tables, start=1)
            ],
            "cost": {
                "ties": len(self.ties_inside),
                "same_type": self.same_type,
                "same_cluster": self.same_cluster,
            },
            "least": {"same_type": self.least_same_type, "same_cluster": self.least_same_cluster},
            "optimal": self.optimal,
            "ties_inside": [{"a": a.id, "b": b.id, "table": table} for a, b, table in self.ties_inside],
        }

    def to_json(self) -> str:
        """The document as one line of JSON; the same input and seed give the same text."""
        return escaped(json.dumps(self.to_dict(), ensure_ascii=False, allow_nan=False))

    def write(self, output: str | Path, *, force: bool = False) -> Path:
        """Write who sits where as ``.xlsx`` or ``.csv``.

        Raises
        ------
        OutputError
            The name has another ending, or a file there must not be replaced.
        """
        target, language = Path(output), self.language
        rows = list(self._rows())
        if target.suffix.casefold() == ".csv":
            data = csv_text(rows, language).encode("utf-8")
        elif target.suffix.casefold() == ".xlsx":
            headings = list(rows[0])
            cells = [[Cell(row[name]) for name in headings] for row in rows]
            data = workbook(
                [Sheet(say("seating.sheet", language), headings, cells, kept=3, wrapped=True, broad=44, ruled=True)]
            )
        else:
            raise OutputError("writing.no_table", language, path=target)
        inputs = self.landscape.inputs
        return write_outputs(target.parent, {target.name: data}, inputs=inputs, force=force, language=language)[0]

    def _rows(self) -> list[dict[str, Any]]:
        scheme, language = self.landscape.scheme, self.language
        already: dict[str, list[str]] = {}
        for a, b, _ in self.ties_inside:
            already.setdefault(a.id, []).append(b.name)
            already.setdefault(b.id, []).append(a.name)
        told = [
            {
                "table": number,
                "id": seat.id,
                "name": seat.name,
                "type": scheme.type_label(seat.type, language) if seat.type else None,
                "cluster": seat.circle,
                "already": "; ".join(already.get(seat.id, ())) or None,
            }
            for number, seats in enumerate(self.tables, start=1)
            for seat in seats
        ]
        return [{say(f"seating.column_{key}", language): value for key, value in row.items()} for row in told]


def _seat(seat: Seat) -> dict[str, Any]:
    return {"id": seat.id, "name": seat.name, "type": seat.type, "cluster": seat.cluster}
