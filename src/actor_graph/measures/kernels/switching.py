"""Edge switching: from one simple graph to the next with the same number of ties at every actor.

Every tie has two places in ``rows``, one in the row of each end: ``owner`` says whose row a place is in, ``twin`` where
the other place of the tie is, ``rows[place]`` is the contact, ``owner[twin[place]]``. A switch gives two ties each
other's ends: it writes four places, and no row changes its length. Rows need not be sorted. The random numbers are
xoshiro256** (Blackman, Vigna 2021) on four words of ``state``.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from actor_graph.measures.graph import Int32s, Int64s
from actor_graph.measures.kernels.compiled import compiled

States = npt.NDArray[np.unsignedinteger[Any]]
FIVE, SEVEN, NINE, SEVENTEEN, HALF = np.uint64(5), np.uint64(7), np.uint64(9), np.uint64(17), np.uint64(32)
FORTYFIVE, NINETEEN, FIFTYSEVEN, WORD = np.uint64(45), np.uint64(19), np.uint64(57), np.uint64(2**32 - 1)
WHOLE = np.uint64(2**32)


@compiled
def switch(indptr: Int64s, owner: Int32s, rows: Int32s, twin: Int32s, state: States, tries: int) -> int:
    """Try so many switches and give how many were accepted.

    A try draws two ties a–b and c–d, all ties in both directions alike, and makes them a–d and c–b, unless one of these
    is there already or would join an actor to itself: then all stays as it is, and the try counts all the same. So all
    graphs that can be reached are visited equally often.
    """
    places = np.uint64(len(rows))
    limit = (WHOLE - places) % places
    accepted = 0
    for _ in range(tries):
        at_a, at_c = _two_below(state, places, limit)
        at_b, at_d = twin[at_a], twin[at_c]
        a, b, c, d = owner[at_a], rows[at_a], owner[at_c], rows[at_c]
        if a == d or b == c or _tied(indptr, rows, a, d) or _tied(indptr, rows, c, b):
            continue
        rows[at_a], rows[at_d], rows[at_c], rows[at_b] = d, a, b, c
        twin[at_a], twin[at_d], twin[at_c], twin[at_b] = at_d, at_a, at_b, at_c
        accepted += 1
    return accepted


@compiled
def closed_and_internal(indptr: Int64s, rows: Int32s, labels: Int64s) -> tuple[int, int]:
    """The closed triads and the places of ties within a label (−1: none).

    With the degrees fixed, transitivity and E-I index follow from them: both say how far apart draws have to be.
    """
    mark = np.full(len(indptr) - 1, -1, np.int64)
    closed, internal = 0, 0
    for v in range(len(mark)):
        for e in range(indptr[v], indptr[v + 1]):
            mark[rows[e]] = v
            internal += labels[v] >= 0 and labels[v] == labels[rows[e]]
        for e in range(indptr[v], indptr[v + 1]):
            w = rows[e]
            for f in range(indptr[w], indptr[w + 1]):
                closed += mark[rows[f]] == v
    return closed, internal


@compiled
def _tied(indptr: Int64s, rows: Int32s, a: int, b: int) -> bool:
    """Whether two actors are tied, by the shorter of their rows."""
    if indptr[a + 1] - indptr[a] > indptr[b + 1] - indptr[b]:
        a, b = b, a
    for e in range(indptr[a], indptr[a + 1]):  # noqa: SIM110 - a kernel has no any()
        if rows[e] == b:
            return True
    return False


@compiled
def _two_below(state: States, bound: Any, limit: Any) -> tuple[Any, Any]:
    """Two whole numbers from 0 to bound − 1, each alike (Lemire 2019), ``limit`` being (2³² − bound) mod bound."""
    while True:
        bits = _next(state)
        one, other = (bits >> HALF) * bound, (bits & WORD) * bound
        if one & WORD >= limit and other & WORD >= limit:
            return one >> HALF, other >> HALF


@compiled
def _next(state: States) -> Any:
    """The next 64 random bits."""
    result = state[1] * FIVE
    result = (result << SEVEN | result >> FIFTYSEVEN) * NINE
    shifted = state[1] << SEVENTEEN
    state[2] ^= state[0]
    state[3] ^= state[1]
    state[1] ^= state[2]
    state[0] ^= state[3]
    state[2] ^= shifted
    state[3] = state[3] << FORTYFIVE | state[3] >> NINETEEN
    return result
