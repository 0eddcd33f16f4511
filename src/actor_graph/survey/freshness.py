"""Which entries have not been looked at for long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from actor_graph.landscape import Landscape
from actor_graph.landscape.network import last_day
from actor_graph.survey.funnel import included

MONTHS = 12


@dataclass(frozen=True)
class Freshness:
    """Entries of those who are part of the survey, by their rows: last checked too long ago, and never."""

    stale: Sequence[int]
    unchecked: Sequence[int]


def freshness(landscape: Landscape, today: str) -> Freshness | None:
    """Which entries are stale on this day: ``checked`` lies more than the scheme's ``stale_months`` back.

    A month or year alone counts as its last day. Oldest first. None where there is no column ``checked``.
    """
    actors = landscape.actors
    if "checked" not in actors:
        return None
    limit, checked = months_before(today, landscape.scheme.thresholds.stale_months), actors["checked"]
    rows = included(actors)
    stale = [row for row in rows if checked[row] is not None and last_day(checked[row]) < limit]
    return Freshness(
        stale=sorted(stale, key=lambda row: (checked[row], row)),
        unchecked=[row for row in rows if checked[row] is None],
    )


def months_before(day: str, months: int) -> str:
    """The same day so many months earlier, as text that compares with other days (a month is said to have 31).

    >>> months_before("2026-07-31", 24), months_before("2026-01-15", 2)
    ('2024-07-31', '2025-11-15')
    """
    year, month = divmod(int(day[:4]) * MONTHS + int(day[5:7]) - 1 - months, MONTHS)
    return f"{max(year, 0):04}-{month + 1:02}{day[7:]}"
