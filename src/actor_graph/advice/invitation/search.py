"""The best list: goals one after the other, each proven before the next, within a time."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass

import numpy as np

from actor_graph.advice.invitation.demands import demands
from actor_graph.advice.invitation.exchange import Exchanges
from actor_graph.advice.invitation.model import Model, holds, value
from actor_graph.advice.invitation.program import FOREVER, TOLERANCE, Goal, Program
from actor_graph.measures.graph import Bools, Floats, Int64s

PROOF = 0.85
LIKELY = ((150, 0.1), (400, 0.4), (sys.maxsize, PROOF))
"""How many candidates are looked at in each step, those whose invitation costs the bound least, and for what part of
the time that is left."""
COUNTED: tuple[Goal, ...] = ("kept", "types", "clusters")


class Clock:
    """The seconds that are left."""

    def __init__(self, seconds: float) -> None:
        self._start = time.monotonic()
        self._end = self._start + seconds

    @property
    def taken(self) -> float:
        """Since the start."""
        return time.monotonic() - self._start

    @property
    def left(self) -> float:
        """Until the time is over; not below 0."""
        return max(0.0, self._end - time.monotonic())


@dataclass
class Search:
    """A list of a model on its way to the best one, and what is proven about it.

    ``program`` demands what is proven: all lists in it are as good as this one in all goals dealt with so far.
    """

    model: Model
    chosen: tuple[int, ...]
    program: Program
    exchanges: Exchanges
    allowed: Int64s
    """1 for each candidate who may still come into question."""
    bound: int = 0
    proven: bool = False

    @property
    def reached(self) -> int:
        """How many actors the list reaches."""
        return value(self.model, self.chosen).reached

    def take(self, found: tuple[int, ...] | None) -> None:
        """Go on with a list, if it keeps the rules and is at least as good; the check is in whole numbers."""
        if found is None:
            return
        if not holds(self.model, found):
            raise ArithmeticError("the solver's list does not keep the rules when checked in whole numbers")
        if value(self.model, found).goals >= value(self.model, self.chosen).goals:
            self.chosen = found


def begin(model: Model) -> Search | None:
    """A list with the most kept, types and clusters, proven; None where no list keeps the rules.

    Neither depends on who reaches whom, so candidates who are alike in rules, types and cluster are one number each:
    milliseconds, whatever the size.
    """
    rows = [row for several in demands(model, _most(model)).values() for row in several]
    merged = Program(model, rows, merged=True)
    best: dict[Goal, int] = {}
    chosen: tuple[int, ...] | None = None
    for goal in COUNTED:
        chosen = merged.best(merged.goal(goal), FOREVER).invited
        if chosen is None:
            return None
        best[goal] = getattr(value(model, chosen), goal)
        merged.demand(merged.goal(goal), best[goal])
    program = Program(model, rows, reach=True)
    for goal, number in best.items():
        program.demand(program.goal(goal), number)
    assert chosen is not None
    search = Search(model, chosen, program, Exchanges(model), allowed=program.size)
    search.take(chosen)
    return search


def _most(model: Model) -> int:
    return max(1, min(model.seats[1], len(model.candidates)))


def reach_most(search: Search, clock: Clock) -> None:
    """Go on to a list that reaches the most, and to a bound for what any list reaches.

    The bound U of the program with parts of actors comes with the cost d of inviting each candidate. Among those of
    little cost a good list of reach R is found, among more of them a better one. Who costs more than U − (R + 1) is on
    no better list, so a search among all others that finds none is the proof.
    """
    program, goal = search.program, search.program.goal("reached")
    search.take(search.exchanges.improved(search.chosen))
    upper, cost = program.relaxed(goal)
    search.bound = min(search.model.n, _floor(upper))
    for likely, part in LIKELY:
        if search.reached >= search.bound:
            break
        worthy = cost <= upper - (search.reached + 1) + TOLERANCE
        some = worthy & _cheapest(search, cost, likely)
        whole = bool((some == worthy).all())
        least, part = (search.reached + 1, PROOF) if whole else (None, part)
        found = program.best(goal, part * clock.left, search.allowed * some, least)
        search.take(found.invited)
        if whole:
            most = search.reached if found.proven else max(search.reached, _floor(found.bound))
            search.bound = min(search.bound, most)
            break
        search.take(search.exchanges.improved(search.chosen))
    if search.reached < search.bound:
        search.take(search.exchanges.improved(search.chosen))
        search.take(search.exchanges.wandered(search.chosen, clock.left))
    search.proven = search.reached >= search.bound
    if search.proven:
        program.demand(goal, search.reached)


def _cheapest(search: Search, cost: Floats, likely: int) -> Bools:
    """The candidates of least cost, those of the list among them."""
    some = np.zeros(len(cost), dtype=np.bool_)
    some[np.argsort(cost, kind="stable")[:likely]] = True
    return some | np.isin(search.model.candidates, search.chosen)


def invite_fewest(search: Search, clock: Clock) -> None:
    """Go on to the fewest invited with whom all that is proven can be had."""
    program, fewer, invited = search.program, -search.program.invited, len(search.chosen)
    upper, cost = program.relaxed(fewer)
    worthy = search.allowed * (cost <= upper - (1 - invited) + TOLERANCE)
    if _floor(upper) > -invited:
        found = program.any_with(fewer, 1 - invited, clock.left, worthy)
        if found.invited is not None:
            found = program.best(fewer, clock.left, worthy)
            search.take(found.invited)
        search.proven = found.proven
    if search.proven:
        program.demand(fewer, -len(search.chosen))


def _floor(bound: float) -> int:
    """The greatest whole number that a bound allows; a solver's bound is off a whole number by rounding."""
    return int(np.floor(bound + 1e-5)) if np.isfinite(bound) else 2**53
