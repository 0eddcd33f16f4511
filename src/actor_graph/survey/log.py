"""What the log of calls and visits leaves to be done, and when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from actor_graph.landscape import Landscape
from actor_graph.landscape.network import first_day, last_day

_ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


@dataclass(frozen=True)
class Appointment:
    """The next step with an actor that its last entry in the log names.

    ``actor`` is its row in the actors, ``noted`` the date of the entry (None where it has none), ``day`` the day, month
    or year of the next step in ISO form; None where ``next`` is other text than a date.
    """

    actor: int
    noted: str | None
    day: str | None

    def is_overdue(self, today: str) -> bool:
        """Whether its day, or the last day of its month or year, has passed."""
        return self.day is not None and last_day(self.day) < today

    def is_due(self, today: str) -> bool:
        """Whether it is for this day, or for the month or year that this day lies in."""
        return self.day is not None and first_day(self.day) <= today <= last_day(self.day)

    def is_ahead(self, today: str) -> bool:
        """Whether its day is still to come."""
        return self.day is not None and today < first_day(self.day)


def appointments(landscape: Landscape) -> list[Appointment] | None:
    """What is still to be done by the log, the earliest first; None where there is no log.

    An entry is done when a later one of the same actor exists: by date (those without one first), then by row. So only
    an actor's last entry can leave something to be done, and does if it names a next step.
    """
    log = landscape.contacts
    if log is None:
        return None
    place = {id_: row for row, id_ in enumerate(landscape.actors["id"])}
    entries = zip(log["date"], log.rows, log["actor"], log["next"], strict=True)
    in_order = sorted(((date or "", row, id_, step) for date, row, id_, step in entries if id_ in place), key=_when)
    last = {id_: (date, step) for date, _, id_, step in in_order}
    found = [Appointment(place[id_], date or None, _day(step)) for id_, (date, step) in last.items() if step]
    return sorted(found, key=lambda one: (one.day or "9999", one.actor))


def _when(entry: tuple[str, int, str, str | None]) -> tuple[str, int]:
    return entry[:2]


def _day(step: str) -> str | None:
    """The date that a next step is, as the reader left it: ISO form, else text."""
    return step if _ISO.fullmatch(step) else None
