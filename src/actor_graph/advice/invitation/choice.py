"""The proposed list: what it achieves, and what is proven about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

import numpy as np

from actor_graph.advice.invitation.model import Model, Value, value
from actor_graph.advice.invitation.order import come_first, possible
from actor_graph.advice.invitation.program import FOREVER
from actor_graph.advice.invitation.search import Clock, Search, begin, invite_fewest, reach_most

ALWAYS = 100
"""Up to so many actors the search takes the time it needs: they take less than a second."""
LARGE = 2_000
SECONDS, SECONDS_LARGE, SECONDS_OTHERS = 9.0, 27.0, 20.0
"""The time for a list, up to ``LARGE`` actors and beyond, and for its equals, where none is given."""
PATIENCE = 2.0
"""So many seconds longer than the list took, its place among its equals is looked for."""
OTHERS, COUNTED = 10, 100


@dataclass(frozen=True)
class Choice:
    """A list that keeps all rules.

    ``invited`` are positions in the input, ascending. ``optimal``: no list is better, in any goal. ``bound``: no list
    that is as good in the goals before reaches more actors. ``tie_break`` is ``smallest`` where no list of equal value
    comes before this one, and ``exchange`` where that is known only of lists that differ from it by one exchange.
    Where ``optimal`` and ``smallest``, the same model gives the same list everywhere.
    """

    invited: tuple[int, ...]
    value: Value
    optimal: bool
    bound: int
    tie_break: Literal["smallest", "exchange"]
    reserves: Mapping[int, int | None]
    """Who comes in the place of each, all others kept; None where nobody can without breaking a rule."""

    @property
    def gap(self) -> Fraction:
        """By what share of its reach at most another list could reach more."""
        return Fraction(self.bound - self.value.reached, max(1, self.value.reached))


@dataclass(frozen=True)
class Others:
    """Other lists of the same value: up to ten of them, smallest first, and how many were counted."""

    lists: tuple[tuple[int, ...], ...]
    count: int
    more: bool
    """Whether there may be more than were counted."""


def choose(model: Model, seconds: float | None = None, *, prove: bool = False) -> Choice | None:
    """Find the best list of a model.

    Parameters
    ----------
    model : the choice.
    seconds : the time for it; by default 9, beyond 2,000 actors 27. Up to 100 actors it takes what it needs, which is
        less than a second.
    prove : go on until the list is proven to be the best, and the first of its equals.

    Returns
    -------
    The list with its value; None where no list keeps all rules (``contradiction`` tells why).

    >>> model = Model((0, 1, 2, 3), (1, 2), ((1,), (0, 2), (1,), ()))
    >>> choose(model).invited, choose(model).value.reached
    ((1, 3), 4)
    """
    clock = Clock(
        FOREVER if prove or model.n <= ALWAYS else seconds or (SECONDS if model.n <= LARGE else SECONDS_LARGE)
    )
    search = begin(model)
    if search is None:
        return None
    smallest = _finish(search, clock, FOREVER if clock.left == FOREVER else PATIENCE)
    if not smallest:
        search.chosen = search.exchanges.smaller(search.chosen)
    return Choice(
        invited=search.chosen,
        value=value(model, search.chosen),
        optimal=search.proven,
        bound=search.bound,
        tie_break="smallest" if smallest else "exchange",
        reserves=search.exchanges.reserves(search.chosen),
    )


def _finish(search: Search, clock: Clock, patience: float) -> bool:
    """Go through the goals that are left; whether the list is the first of its equals."""
    reach_most(search, clock)
    if search.proven:
        invite_fewest(search, clock)
    return search.proven and come_first(search, Clock(min(clock.left, patience + clock.taken)))


def others(
    model: Model, choice: Choice, most: int = OTHERS, count: int = COUNTED, seconds: float = SECONDS_OTHERS
) -> Others:
    """Find other lists of the same value.

    Parameters
    ----------
    model, choice : the model and what ``choose`` found for it.
    most : as many of them are given, the smallest of those that were counted.
    count : as many of them are counted.
    seconds : the time for it.
    """
    clock = Clock(seconds)
    search = begin(model)
    if search is None or not choice.invited:
        return Others((), 0, False)
    search.take(choice.invited)
    program = search.program
    program.demand(program.goal("reached"), choice.value.reached)
    program.demand(-program.invited, -choice.value.invited)
    allowed = possible(search)
    found: list[tuple[int, ...]] = []
    last: tuple[int, ...] | None = choice.invited
    more = True
    while last is not None and len(found) < count:
        on_list = np.isin(model.candidates, last).astype(np.int64)
        program.demand(-program.on_groups(on_list), 1 - len(last))
        answer = program.best(np.zeros_like(program.invited), clock.left, allowed)
        last, more = answer.invited, answer.invited is not None or not answer.proven
        if last is not None and value(model, last) == choice.value:
            found.append(last)
    return Others(tuple(sorted(found)[:most]), len(found), more)
