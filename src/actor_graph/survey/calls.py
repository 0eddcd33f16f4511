"""Whom to call next, so that the survey reaches those whom nobody names as well as those whom all name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal, TypeVar

from actor_graph.landscape import Landscape
from actor_graph.survey.evidence import in_no_row, named_by, tied
from actor_graph.survey.funnel import Response, first_type, included, response_by_type, state
from actor_graph.survey.log import appointments

OPEN = ("not contacted", "no answer", "interested", "promised")
"""The states in which a call is worth while; not for those who answered or declined."""
LISTS: tuple[Literal["named", "unnamed"], ...] = ("named", "unnamed")
"""The two lists that take turns."""

T = TypeVar("T")


class _Nobody:
    """Stands where the shorter of two lists has ended."""


_NOBODY = _Nobody()


@dataclass(frozen=True)
class Call:
    """An actor to be called, and what speaks for it.

    Attributes
    ----------
    actor
        Its row.
    list
        ``named``: somebody names it, or it stands in a tie; ``unnamed``: no tie has it at an end.
    mentions
        How many others name it; None where nobody is known to have reported a tie.
    ties
        How many ties it has in the graph.
    state
        How the survey stands with it.
    type, response
        The type that it counts for, and how far the survey is with this type; None where nothing is known of a survey.
    not_before
        The day that the log names for the next step, where it is still to come.
    """

    actor: int
    list: Literal["named", "unnamed"]
    mentions: int | None
    ties: int
    state: str
    type: str | None
    response: Response | None
    not_before: str | None


def calls(landscape: Landscape, today: str) -> list[Call] | None:
    """Whom to call next, in this order; None where the landscape has neither a survey column nor a log.

    Two lists take turns, the named first: those most often named by others, and those whom no tie has at an end. In
    both the type with the lowest response goes first; within types of one response those with more mentions, then with
    more ties, then the earlier in the file. So the calls do not go to the well-known alone. Worth a call is who is part
    of the survey and has neither answered, declined nor objected. Those with whom the log names a day that is still to
    come are last, the earliest day first.
    """
    if "survey" not in landscape.actors and landscape.contacts is None:
        return None
    open_ = _open(landscape, today)
    ready = [call for call in open_ if call.not_before is None]
    later = sorted((call for call in open_ if call.not_before), key=lambda call: (call.not_before, call.actor))
    named, unnamed = (sorted((call for call in ready if call.list == which), key=_first) for which in LISTS)
    return [*in_turns(named, unnamed), *later]


def in_turns(one: Iterable[T], other: Iterable[T]) -> list[T]:
    """Two lists as one, an entry of each in turn; what is left of the longer one stands at the end.

    >>> in_turns("AB", "xyz")
    ['A', 'x', 'B', 'y', 'z']
    """
    pairs = zip_longest(one, other, fillvalue=_NOBODY)
    return [entry for pair in pairs for entry in pair if not isinstance(entry, _Nobody)]


def _first(call: Call) -> tuple[float, int, int, int]:
    rate = call.response.rate if call.response else None
    return rate or 0, -(call.mentions or 0), -call.ties, call.actor


def _open(landscape: Landscape, today: str) -> Sequence[Call]:
    """Those who are worth a call, in the order of the file."""
    actors, mentions, ties = landscape.actors, named_by(landscape), tied(landscape)
    unnamed, by_type = in_no_row(landscape), dict(response_by_type(landscape))
    ahead = {one.actor: one.day for one in appointments(landscape) or () if one.is_ahead(today)}
    return [
        Call(
            actor=row,
            list="unnamed" if row in unnamed else "named",
            mentions=None if mentions is None else mentions[row],
            ties=ties[row],
            state=state(actors, row),
            type=first_type(actors, row),
            response=by_type.get(first_type(actors, row)),
            not_before=ahead.get(row),
        )
        for row in included(actors)
        if state(actors, row) in OPEN and not actors["objected"][row]
    ]
