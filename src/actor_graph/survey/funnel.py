"""The funnel of a survey: how many were found, how many of them are part of it, and how many of these answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from actor_graph.landscape import Landscape, Table
from actor_graph.words.fold import fold

STATES = ("answered", "promised", "interested", "no answer", "declined", "not contacted")
"""The states of an actor that is part of the survey, in the order in which a funnel tells them."""
NO_REASON = ""
"""Stands for the reason of those who are excluded without one."""


@dataclass(frozen=True)
class Response:
    """How far the survey is with some actors: how many of them are in each of the ``STATES``."""

    counts: Mapping[str, int]

    @property
    def eligible(self) -> int:
        """How many there are."""
        return sum(self.counts.values())

    @property
    def approached(self) -> int:
        """How many have been asked, whatever they said."""
        return self.eligible - self.counts["not contacted"]

    @property
    def rate(self) -> float | None:
        """Those who answered / those who are part of the survey, from 0 to 1; None where nobody is.

        >>> Response({"answered": 29, "promised": 8, "not contacted": 0, "no answer": 21}).rate
        0.5
        """
        return self.counts["answered"] / self.eligible if self.eligible else None


@dataclass(frozen=True)
class Funnel:
    """From all who were found to those who answered.

    Attributes
    ----------
    found
        All rows of the actors.
    excluded
        How many are not part of the survey, by reason (reasons that differ in case, spaces or hyphens are one, written
        as at first; ``NO_REASON`` where none is given), the most frequent first. None without a single survey entry.
    eligible
        Those who are left. None without a single survey entry.
    response
        How far the survey is with these. None where none of them has a survey entry: then nothing is known of it.
    """

    found: int
    excluded: Mapping[str, int] | None
    eligible: int | None
    response: Response | None


def is_surveyed(actors: Table) -> bool:
    """Whether there is a survey to speak of: at least one actor that is not excluded has an entry."""
    return any(word not in (None, "excluded") for word in actors["survey"])


def included(actors: Table) -> list[int]:
    """The rows of those who are part of the survey."""
    return [row for row, word in enumerate(actors["survey"]) if word != "excluded"]


def state(actors: Table, row: int) -> str:
    """How the survey stands with an actor; an empty cell counts as not contacted."""
    return actors["survey"][row] or "not contacted"


def first_type(actors: Table, row: int) -> str | None:
    """The type that an actor counts for in figures: its first; None where it has none."""
    return next(iter(actors["type"][row]), None)


def response(actors: Table, rows: Iterable[int]) -> Response:
    """How far the survey is with the actors of these rows."""
    counts = dict.fromkeys(STATES, 0)
    for row in rows:
        counts[state(actors, row)] += 1
    return Response(counts)


def funnel(landscape: Landscape) -> Funnel:
    """The funnel of a landscape; what no survey entry tells of is None, never 0."""
    actors, rows = landscape.actors, included(landscape.actors)
    known = any(actors["survey"])
    return Funnel(
        found=len(actors),
        excluded=_reasons(actors) if known else None,
        eligible=len(rows) if known else None,
        response=response(actors, rows) if is_surveyed(actors) else None,
    )


def _reasons(actors: Table) -> dict[str, int]:
    """How many are excluded for each reason, the most frequent first, then as they come."""
    written: dict[str, str] = {}
    count: dict[str, int] = {}
    for word, reason in zip(actors["survey"], actors["reason"], strict=True):
        if word == "excluded":
            key = fold(reason) if reason else ""
            written.setdefault(key, reason.strip() if reason else NO_REASON)
            count[key] = count.get(key, 0) + 1
    return {written[key]: count[key] for key in sorted(count, key=lambda key: -count[key])}


def response_by_type(landscape: Landscape) -> list[tuple[str | None, Response]]:
    """How far the survey is with each type, the one with the lowest response first; then by name, untyped actors last.

    An actor of several types counts for its first, as in all figures, so that the types add up to the whole. Empty
    where nothing is known of a survey.
    """
    actors = landscape.actors
    if not is_surveyed(actors):
        return []
    rows: dict[str | None, list[int]] = {}
    for row in included(actors):
        rows.setdefault(first_type(actors, row), []).append(row)
    found = [(type_, response(actors, members)) for type_, members in rows.items()]
    return sorted(found, key=lambda pair: (pair[1].rate or 0, pair[0] is None, pair[0] or ""))
