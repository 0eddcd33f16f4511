"""The table of tandems: which of them are ties, and which are due to be looked at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from actor_graph.landscape.table import LIST_COLUMNS, Table

if TYPE_CHECKING:
    from actor_graph.landscape import Landscape

AGREED = ("agreed", "running", "finished")
"""The states of a tandem that is, or was, a tie."""
CARRIED = ("agreed", "running")
"""The states of a tandem that has been agreed on and is not over."""
OPEN = (None, "proposed", "agreed", "running")
"""The states of a tandem that is to be looked at again."""
KIND = "joint project"


def states(table: Table) -> tuple[str | None, ...]:
    """The state of each tandem; without one it is agreed where a day is noted on which it begins or ends."""
    rows = zip(table["state"], table["start"], table["end"], strict=True)
    return tuple(state or ("agreed" if start or end else None) for state, start, end in rows)


def agreed_once(table: Table) -> set[tuple[frozenset[str], str | None]]:
    """The tandems that were agreed, two actors and a start each: one that stands in two rows is one."""
    rows = zip(table["a"], table["b"], table["start"], states(table), strict=True)
    return {(frozenset((a, b)), start) for a, b, start, state in rows if state in AGREED}


def with_tandems(landscape: Landscape) -> Landscape:
    """The landscape with a tie for each tandem that was agreed, and without the table: what all figures are made from.

    The tie is a joint project (as the scheme knows it) from the day on which the tandem starts to that on which it
    ends, as far as they are noted; both stated it, where the landscape says who stated ties. It has no weight of its
    own. Tandems that are proposed, were dropped, have neither state nor day, or name an actor that is not there make
    none. These ties come last, in the order of their ends, so that all rows of the ties keep their places.
    """
    table = landscape.tandems
    if table is None:
        return landscape
    place = {id_: row for row, id_ in enumerate(landscape.actors["id"])}
    listed = zip(table["a"], table["b"], states(table), strict=True)
    rows = [row for row, (a, b, state) in enumerate(listed) if state in AGREED and a in place and b in place]
    rows.sort(key=lambda row: (place[table["a"][row]], place[table["b"][row]], row))
    return replace(landscape, ties=_longer(landscape, table, rows, place), tandems=None)


def _longer(landscape: Landscape, table: Table, rows: list[int], place: dict[str, int]) -> Table:
    ties = landscape.ties
    new: dict[str, list[Any]] = {
        "source": [place[table["a"][row]] for row in rows],
        "target": [place[table["b"][row]] for row in rows],
        "kind": [landscape.scheme.kind_key(KIND)] * len(rows),
        "since": [table["start"][row] for row in rows],
        "until": [table["end"][row] for row in rows],
    }
    if any(ties["reported_by"]) or landscape.meta.get("reports") == "source":
        new["reported_by"] = list(zip(new["source"], new["target"], strict=True))
    if not rows:
        return ties
    columns = {
        key: (*ties[key], *new.get(key, [() if key in LIST_COLUMNS and key not in ties.extra else None] * len(rows)))
        for key in dict.fromkeys([*ties.columns, *new])
    }
    return replace(ties, columns=columns, rows=(*ties.rows, *(table.rows[row] for row in rows)))
