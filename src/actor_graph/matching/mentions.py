"""What others say of an entry that became part of another: who its members are, who found whom, who came to what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actor_graph.landscape import Table

NAMING = ("members", "found_by")
"""Columns of actors whose cells name other actors, several with ``;`` between."""


def repointed(actors: Table, kept: Mapping[str, str]) -> Table:
    """The actors, each id of ``kept`` that is named among members or finders replaced by the id that it is part of now.

    A name is replaced by the name of that entry, if no other entry has it; nobody is named twice, or by itself. All
    other cells are as they were.
    """
    ids, names, places = actors["id"], actors["name"], {id_: row for row, id_ in enumerate(actors["id"])}
    often = Counter(names)
    now = {names[places[was]]: names[places[to]] for was, to in kept.items() if often[names[places[was]]] == 1}
    now |= kept
    columns = dict(actors.columns)
    for key in set(NAMING) & set(columns):
        columns[key] = tuple(
            _cell(cell, now, (ids[row], names[row])) for row, cell in enumerate(actors[key])
        )  # fmt: skip
    return replace(actors, columns=columns)


def _cell(cell: Any, now: Mapping[str, str], own: tuple[str, str]) -> Any:
    given = cell.split(";") if isinstance(cell, str) else cell or ()
    parts = [part.strip() for part in given]
    if not now.keys() & set(parts):
        return cell
    left = tuple(dict.fromkeys(now.get(part, part) for part in parts if now.get(part, part) not in own))
    return left if isinstance(cell, tuple) else "; ".join(left) or None


def doubles(events: Table, kept: Mapping[str, str]) -> list[int]:
    """The places of rows that say what an earlier row says, since their actors are one now."""
    moved: dict[tuple[Any, ...], bool] = {}
    found = []
    for place, row in enumerate(zip(*events.columns.values(), strict=True)):
        cells = dict(zip(events.columns, row, strict=True))
        said = tuple({**cells, "actor": kept.get(cells["actor"], cells["actor"])}.values())
        is_moved = cells["actor"] in kept
        if said in moved and (is_moved or moved[said]):
            found.append(place)
        moved[said] = moved.get(said, False) or is_moved
    return found
