"""Among lists of equal value the one that comes first, and the others."""

from __future__ import annotations

import numpy as np

from actor_graph.advice.invitation.program import TOLERANCE
from actor_graph.advice.invitation.search import Clock, Search
from actor_graph.measures.graph import Int64s

AT_ONCE = 20
"""Places decided by one search: their weights are powers of two, which floating point has to tell apart."""


def come_first(search: Search, clock: Clock) -> bool:
    """Go on to the lexicographically smallest list of equal value; whether that is proven.

    Lists of one length are compared by the first position that is on one of them only. So the places are decided from
    the first on, some at once: an earlier one weighs more than all later ones together.
    """
    program, chosen = search.program, search.chosen
    allowed = possible(search)
    places = np.flatnonzero(allowed)
    settled = np.zeros_like(program.invited)
    for start in range(0, len(places), AT_ONCE):
        part = places[start : start + AT_ONCE]
        weight = np.zeros_like(settled)
        weight[part] = 2 ** np.arange(len(part))[::-1]
        found = program.best(weight, clock.left, allowed)
        if not found.proven or found.invited is None:
            return False
        search.take(found.invited)
        chosen = search.chosen
        on_list = np.isin(np.array(search.model.candidates)[part], chosen)
        allowed[part[~on_list]] = 0
        settled[part[on_list]] = 1
        program.demand(settled, int(settled.sum()))
        if settled.sum() == len(chosen):
            break
    return True


def possible(search: Search) -> Int64s:
    """Who can be on a list of equal value, all goals being proven: the bounds tell whose invitation costs too much."""
    program = search.program
    allowed = search.allowed
    for weight, achieved in ((program.goal("reached"), search.reached), (-program.invited, -len(search.chosen))):
        upper, cost = program.relaxed(weight, allowed)
        allowed = allowed * (cost <= upper - achieved + TOLERANCE)
    return allowed
