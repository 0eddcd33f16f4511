"""What is taken over from another list, each with the name of the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from actor_graph.landscape import LIST_COLUMNS, Landscape, Table
from actor_graph.landscape.spellings import BETWEEN, noted_in
from actor_graph.matching.merging import Changes, with_columns
from actor_graph.problems import Phrase
from actor_graph.vocabulary.answers import written


@dataclass(frozen=True, slots=True)
class Taking:
    """A cell to take over: for an actor by its id, or for a new one (``id`` None) by its name.

    ``key`` is None where only the actor itself is taken in. ``heading`` is what the list calls the column.
    """

    id: str | None
    name: str
    source: str
    key: str | None = None
    heading: str = ""
    cell: Any = None


def with_taken(landscape: Landscape, takings: Sequence[Taking]) -> tuple[Landscape, Changes]:
    """The landscape with these cells; lists are united, any other cell is replaced.

    New actors come last, as not contacted, found by the list. A column notes for each actor what came from which list,
    another one, that for conflicts, what stood there before.
    """
    table = landscape.actors
    new = list(dict.fromkeys((taking.name, taking.source) for taking in takings if taking.id is None))
    if not takings:
        return landscape, Changes((), {})
    ids = _free_ids([name for name, _ in new], set(table["id"]))
    table = _longer(table, ids, new)
    place = {id_: row for row, id_ in enumerate(table["id"])}
    columns: dict[str, list[Any]] = {key: list(cells) for key, cells in table.columns.items()}
    noted, conflicts = (noted_in(columns, name, landscape.language) for name in ("source_column", "conflict_column"))
    notes = columns.setdefault(noted, [None] * len(table))
    told = [Phrase("matching.taken_in", {"name": name, "source": source}) for name, source in new]
    for taking in takings:
        if taking.key is None:
            continue
        row = place[ids[(taking.name)] if taking.id is None else taking.id]
        many = taking.key in LIST_COLUMNS and taking.key not in table.extra
        column = columns.setdefault(taking.key, [() if many else None] * len(table))
        before = column[row]
        column[row] = tuple(dict.fromkeys((*before, *taking.cell))) if many else taking.cell
        notes[row] = BETWEEN.join(filter(None, [notes[row], f"{taking.heading}: {taking.source}"]))
        was, after = (_text(landscape, taking.key, cell) for cell in (before, column[row]))
        about = {"name": table["name"][row], "heading": taking.heading, "source": taking.source, "after": after}
        if was and not many:
            kept = columns.setdefault(conflicts, [None] * len(table))
            kept[row] = BETWEEN.join(filter(None, [kept[row], f"{taking.heading}: {was}"]))
        how = "taken" if not was else "taken_besides" if many else "taken_instead"
        told.append(Phrase(f"matching.{how}", {**about, "before": was, "column": conflicts} if was else about))
    whole = with_columns(table, {key: tuple(cells) for key, cells in columns.items() if any(cells) or key in table})
    return replace(landscape, actors=whole, warnings=()), Changes(tuple(told), {})


def _text(landscape: Landscape, key: str, cell: Any) -> str:
    """A cell in words."""
    parts = cell if isinstance(cell, tuple) else () if cell is None else (cell,)
    if key == "type":
        parts = tuple(landscape.scheme.type_label(part, landscape.language) for part in parts)
    return BETWEEN.join(written(part, landscape.language) for part in parts)


def _free_ids(names: Sequence[str], taken: set[str]) -> dict[str, str]:
    """For each new name an id that nobody has: the name, numbered where it is taken."""
    ids: dict[str, str] = {}
    for name in names:
        n, id_ = 1, name
        while id_ in taken:
            n += 1
            id_ = f"{name} ({n})"
        taken.add(id_)
        ids[name] = id_
    return ids


def _longer(table: Table, ids: Mapping[str, str], new: Sequence[tuple[str, str]]) -> Table:
    columns: dict[str, tuple[Any, ...]] = {}
    for key in dict.fromkeys([*table.columns, *(("survey", "found_by") if new else ())]):
        empty = () if key in LIST_COLUMNS and key not in table.extra else None
        rows = ({"id": ids[name], "name": name, "survey": "not contacted", "found_by": source} for name, source in new)
        columns[key] = (*table[key], *(row.get(key, empty) for row in rows))
    return replace(table, columns=columns, rows=(*table.rows, *(0 for _ in new)))
