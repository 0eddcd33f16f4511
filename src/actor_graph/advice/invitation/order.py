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
    the first on, some at once: an earlier one weighs more than all later ones together. A list is made smaller by
    exchanges, then one of greater weight is looked for, until there is none.
    """
    program, candidates = search.program, np.array(search.model.candidates)
    allowed = possible(search)
    places = np.flatnonzero(allowed)
    settled = np.zeros_like(program.invited)
    search.take(search.exchanges.smaller(search.chosen))
    for start in range(0, len(places), AT_ONCE):
        part = places[start : start + AT_ONCE]
        weight = np.zeros_like(settled)
        weight[part] = 2 ** np.arange(len(part))[::-1]
        while True:
            on_list = np.flatnonzero(np.isin(candidates, search.chosen))
            found = program.any_with(weight, int(weight[on_list].sum()) + 1, clock.left, allowed)
            if found.invited is None:
                break
            search.take(found.invited)
            search.take(search.exchanges.smaller(search.chosen))
        if not found.proven:
            return False
        on_part = np.isin(part, on_list)
        allowed[part[~on_part]] = 0
        settled[part[on_part]] = 1
        program.demand(settled, int(settled.sum()))
        if settled.sum() == len(search.chosen):
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
