"""The rows of a landscape's tables, one by one, and tables of such rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from actor_graph.landscape import LIST_COLUMNS, Landscape, Table

Row = dict[str, Any]
Said = frozenset[tuple[str, Any]]
ENDS = ("source", "target")


def rows_of(landscape: Landscape, kind: str) -> list[Row]:
    """The rows of a table; ends of ties and reporters by their ids."""
    table: Table | None = getattr(landscape, kind)
    rows, ids = [] if table is None else _cells(table), landscape.actors["id"]
    for row in rows if kind == "ties" else ():
        row |= {end: ids[row[end]] for end in ENDS}
        if "reported_by" in row:
            row["reported_by"] = [ids[place] for place in row["reported_by"]]
    return rows


def by_id(table: Table) -> dict[str, Row]:
    """The rows of the actors by their ids."""
    return {row["id"]: row for row in _cells(table)}


def _cells(table: Table) -> list[Row]:
    """The rows of a table, lists for tuples."""
    rows = zip(*table.columns.values(), strict=True)
    return [
        {k: list(c) if isinstance(c, tuple) else c for k, c in zip(table.columns, row, strict=True)} for row in rows
    ]


def placed(row: Row, places: Mapping[str, int]) -> Row:
    """The row of a tie, its ends and reporters as places again; reporters that have none are left out."""
    placed = {**row, **{end: places[row[end]] for end in ENDS}}
    if "reported_by" in row:
        placed["reported_by"] = [places[id_] for id_ in row["reported_by"] or () if id_ in places]
    return placed


def table_of(table: Table, rows: Sequence[Row]) -> Table:
    """A table of these rows, with the columns of another."""
    lists = {key for key in table.columns if key in LIST_COLUMNS and key not in table.extra}
    columns = {
        key: tuple(tuple(row.get(key) or ()) if key in lists else row.get(key) for row in rows) for key in table.columns
    }
    return replace(table, columns=columns, rows=tuple(range(2, len(rows) + 2)))


def differing(one: Row, other: Row, keys: Iterable[str] | None = None) -> list[str]:
    """The keys, of all or of these, under which two rows hold something else; what is empty is the same as none."""
    asked = dict.fromkeys([*one, *other]) if keys is None else keys
    return [
        key
        for key in asked
        if one.get(key) != other.get(key) and (is_filled(one.get(key)) or is_filled(other.get(key)))
    ]


def said(row: Row) -> Said:
    """All that a row says, to be looked up by; equal where nothing is ``differing``."""
    return frozenset((key, tuple(c) if isinstance(c, list) else c) for key, c in row.items() if is_filled(c))


def is_filled(cell: Any) -> bool:
    """Whether a cell says something."""
    return cell not in (None, [], ())
