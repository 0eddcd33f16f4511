"""Who has been informed, who has agreed to be published, and whose data should be gone by now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from actor_graph.landscape import Landscape
from actor_graph.landscape.network import last_day
from actor_graph.survey.funnel import included


@dataclass(frozen=True)
class Agreement:
    """What actors know of the survey and agreed to, by their rows; None where the column is not there.

    Attributes
    ----------
    not_informed
        Part of the survey, and no day stands under ``informed``.
    refused, not_asked
        Part of the survey, and ``publish`` says no; says nothing, which counts as no until somebody asks.
    objected
        Objected to being named (``objected``).
    past
        The last day of ``delete_after`` has passed; excluded actors, too.
    """

    not_informed: Sequence[int] | None
    refused: Sequence[int] | None
    not_asked: Sequence[int] | None
    objected: Sequence[int] | None
    past: Sequence[int] | None


def agreement(landscape: Landscape, today: str) -> Agreement:
    """What is known of it on this day."""
    actors, rows = landscape.actors, included(landscape.actors)
    publish, until = actors["publish"], actors["delete_after"]
    past = [row for row, day in enumerate(until) if day is not None and last_day(day) < today]
    return Agreement(
        not_informed=[row for row in rows if actors["informed"][row] is None] if "informed" in actors else None,
        refused=[row for row in rows if publish[row] is False] if "publish" in actors else None,
        not_asked=[row for row in rows if publish[row] is None] if "publish" in actors else None,
        objected=[row for row in rows if actors["objected"][row]] if "objected" in actors else None,
        past=sorted(past, key=lambda row: (until[row], row)) if "delete_after" in actors else None,
    )
