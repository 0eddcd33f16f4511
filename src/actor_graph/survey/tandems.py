"""Which tandems are to be looked at again, and when."""

from __future__ import annotations

from dataclasses import dataclass

from actor_graph.landscape import Landscape
from actor_graph.landscape.network import first_day, last_day
from actor_graph.landscape.tandems import OPEN


@dataclass(frozen=True)
class Look:
    """A tandem whose next look is due: the rows of its two actors, its state, the day, whether that has passed."""

    a: int
    b: int
    state: str | None
    day: str
    overdue: bool


def looks(landscape: Landscape, today: str) -> list[Look] | None:
    """The tandems to be looked at by a day, the earliest first; None where there is no table of tandems.

    A month or year is due from its first day on, and overdue after its last. One that is finished or was dropped is
    not looked at again.
    """
    table = landscape.tandems
    if table is None:
        return None
    place = {id_: row for row, id_ in enumerate(landscape.actors["id"])}
    rows = zip(table["a"], table["b"], table["state"], table["next_look"], strict=True)
    found = [
        Look(place[a], place[b], state, day, last_day(day) < today)
        for a, b, state, day in rows
        if day is not None and state in OPEN and first_day(day) <= today and a in place and b in place
    ]
    return sorted(found, key=lambda look: first_day(look.day))
