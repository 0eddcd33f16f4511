"""Ties that actors add when their entry is handed back to them, and actors that only they know."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from actor_graph.landscape import LIST_COLUMNS, Landscape, Table
from actor_graph.survey.namings import reporters

Row = dict[str, Any]
TIE = ("kind", "intensity", "reported_by", "objected")
"""What is known of a tie that was added, beside its ends."""
_COMPARED = ("source", "target", "kind", "intensity")
Pair = frozenset[int]


@dataclass(frozen=True)
class NewTie:
    """A tie that the actor of a row named: with the actor of another row, or with one by its name that is not there."""

    source: int
    target: int | str
    kind: str | None = None
    intensity: str | None = None


@dataclass(frozen=True)
class Growth:
    """What a landscape gains at its end: actors by their names, which are their ids, and ties, their ends as rows.

    ``at`` are the rows of both where the landscape has them.
    """

    actors: tuple[str, ...] = ()
    ties: tuple[Row, ...] = ()

    def __len__(self) -> int:
        return len(self.actors) + len(self.ties)


NOTHING = Growth()


def growth(
    landscape: Landscape, new: Iterable[NewTie], objected: Mapping[Pair, bool | None], silent: Collection[int]
) -> Growth:
    """The rows to be added; a tie that its reporter has named so before is none.

    A tie between two actors one of whom has objected to it stays objected to, whoever names it: ``objected`` is what
    is said of pairs by now, ``silent`` are actors that object to whatever others name.
    """
    actors: dict[str, int] = {}
    ties: list[Row] = []
    there = list(_rows(landscape))
    for tie in new:
        target = tie.target
        if isinstance(target, str):
            target = actors.setdefault(target, len(landscape.actors) + len(actors))
        row: Row = {"source": tie.source, "target": target, "kind": tie.kind, "intensity": tie.intensity}
        pair = frozenset((tie.source, target))
        row |= {"reported_by": (tie.source,), "objected": target in silent or objected.get(pair) or None}
        if not any(_says(other, row) for other in [*there, *ties]):
            ties.append(row)
    return Growth(tuple(actors), tuple(ties))


def _rows(landscape: Landscape) -> Iterator[Row]:
    """The ties that are there, with those who named them; None where nobody is known to have named any."""
    ties, said = landscape.ties, reporters(landscape)
    for row, cells in enumerate(zip(*(ties[key] for key in _COMPARED), strict=True)):
        yield {**dict(zip(_COMPARED, cells, strict=True)), "reported_by": None if said is None else said[row]}


def _says(other: Row, row: Row) -> bool:
    """Whether a row says what another is to say: the same reporter names the same tie, in either direction."""
    return (
        {other["source"], other["target"]} == {row["source"], row["target"]}
        and other["kind"] == row["kind"]
        and row["intensity"] in (None, other["intensity"])
        and (other["reported_by"] is None or row["source"] in other["reported_by"])
    )


def grown(landscape: Landscape, added: Growth, headings: Mapping[str, Mapping[str, str]]) -> Landscape:
    """The landscape with these actors, not contacted yet, and ties behind its own; new columns under ``headings``."""
    actors = [{"id": name, "name": name, "survey": "not contacted"} for name in added.actors]
    return replace(
        landscape,
        actors=longer(landscape.actors, actors, headings["actors"]),
        ties=longer(landscape.ties, added.ties, headings["ties"]),
    )


def longer(table: Table, rows: Sequence[Row], headings: Mapping[str, str]) -> Table:
    """The table with further rows, empty where they say nothing."""
    if not rows:
        return table
    said = {key for row in rows for key, cell in row.items() if cell not in (None, ())}
    new = [key for key in rows[0] if key in said and key not in table]
    columns = {
        key: (*table[key], *(row.get(key) if row.get(key) is not None else _empty(table, key) for row in rows))
        for key in [*table.columns, *new]
    }
    named = {key: headings[key] for key in said if key not in table.headings and key in headings}
    own = {**table.headings, **named}
    return replace(table, columns=columns, headings=own, rows=table.rows + (0,) * len(rows))


def _empty(table: Table, key: str) -> Any:
    return () if key in LIST_COLUMNS and key not in table.extra else None
