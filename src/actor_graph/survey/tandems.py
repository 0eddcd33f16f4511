"""Which tandems are under way, and which are to be looked at again, and when."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from actor_graph.landscape import Landscape
from actor_graph.landscape.network import first_day, last_day
from actor_graph.landscape.tandems import CARRIED, OPEN, states

Pair = tuple[int, int]


def pairs(landscape: Landscape, *wanted: str) -> set[Pair]:
    """The tandems in one of these states, each by the rows of its two actors, the lower first."""
    return {(min(a, b), max(a, b)) for a, b, _ in _in_state(landscape, wanted)}


def carried(landscape: Landscape) -> set[int]:
    """The rows of the actors that carry a tandem: it was agreed or is running, and does not end before the date of
    the landscape; one that is to start only later counts too. Where either day is unknown, it has not ended.
    """  # fmt: skip
    today = landscape.meta.get("date")
    found = _in_state(landscape, CARRIED)
    return {row for a, b, end in found if not (today and end and last_day(end) < first_day(today)) for row in (a, b)}


def _in_state(landscape: Landscape, wanted: Collection[str]) -> list[tuple[int, int, str | None]]:
    table = landscape.tandems
    if table is None:
        return []
    place = {id_: row for row, id_ in enumerate(landscape.actors["id"])}
    rows = zip(table["a"], table["b"], table["end"], states(table), strict=True)
    return [(place[a], place[b], end) for a, b, end, state in rows if state in wanted and a in place and b in place]


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
