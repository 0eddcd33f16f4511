"""What earlier events tell: who was invited and came, who never was, who rests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from actor_graph.advice.invite.scene import Scene

OFTEN = 3
"""So many invitations without coming are told, so that another way can be tried."""


@dataclass(frozen=True)
class Event:
    """One event: its format (a key of the scheme, where it has one), who was invited, and who came."""

    format: str | None
    invited: frozenset[int]
    came: frozenset[int]


@dataclass(frozen=True)
class Past:
    """The events in the order of their days, those without a day first. Actors are positions."""

    events: tuple[Event, ...] = ()

    def resting(self, n: int) -> frozenset[int]:
        """Who was invited to one of the last n events, or came."""
        return frozenset().union(*(event.invited | event.came for event in self.events[-n:])) if n else frozenset()

    def last(self, format_: str) -> frozenset[int] | None:
        """Who came to the last event of a format, the invited where nobody is known to have; None without one."""
        found = [event for event in self.events if event.format == format_]
        return (found[-1].came or found[-1].invited) if found else None

    def absent(self, format_: str | None) -> frozenset[int]:
        """Who was invited to the last event of a format and did not come; nobody where nobody is known to have."""
        found = [event for event in self.events if format_ is not None and event.format == format_]
        return found[-1].invited - found[-1].came if found and found[-1].came else frozenset()

    @property
    def never_came(self) -> Mapping[int, int]:
        """Who was invited three times or more and never came, and how often.

        Events of which nobody is known to have come (they may be ahead) don't count.
        """
        held = [event for event in self.events if event.came]
        times: dict[int, int] = {}
        for event in held:
            for actor in event.invited:
                times[actor] = times.get(actor, 0) + 1
        came = frozenset().union(*(event.came for event in self.events)) if self.events else frozenset()
        return {actor: n for actor, n in sorted(times.items()) if n >= OFTEN and actor not in came}

    @property
    def ever_invited(self) -> frozenset[int]:
        """Who was invited to any event, or came to one."""
        return self.resting(len(self.events))


def past(scene: Scene) -> Past:
    """The events of a landscape: rows of one day, name and format are of one event.

    A row that names an actor is an invitation, unless ``invited`` says no.
    """
    table, scheme = scene.original.events, scene.original.scheme
    if table is None:
        return Past()
    row_of = {id_: row for row, id_ in enumerate(scene.original.actors["id"])}
    days: dict[tuple[str, str, str | None], tuple[set[int], set[int]]] = {}
    columns = (table[key] for key in ("date", "event", "format", "actor", "invited", "came"))
    for date, event, format_, actor, invited, came in zip(*columns, strict=True):
        key = scheme.format_key(format_) if format_ else None
        asked, there = days.setdefault((date or "", event or "", key or format_), (set(), set()))
        place = scene.place_of_row.get(row_of.get(actor, -1))
        if place is not None:
            if invited is not False:
                asked.add(place)
            if came:
                there.add(place)
    ordered = sorted(days.items(), key=lambda entry: entry[0][0])
    known = scheme.formats.keys()
    return Past(
        tuple(
            Event(format_ if format_ in known else None, frozenset(asked), frozenset(there))
            for (_, _, format_), (asked, there) in ordered
        )
    )
