"""The search for a core where there are too many to try them all: growth, then steps that may lower the fit, too."""

from __future__ import annotations

import numpy as np

from actor_graph.measures.graph import Bools, Int32s, Int64s
from actor_graph.measures.kernels.compiled import compiled

NEAR = 1e-12
"""Fits that are no further apart are the same."""
SWEEPS = 2
"""From each of so many first actors, those with most ties, a core grows and shrinks again."""
STEPS = 1000
"""So many times one actor is taken in or out from there, even where that lowers the fit."""


@compiled
def core_searched(indptr: Int64s, indices: Int32s, inside: Bools) -> float:
    """Fill ``inside`` with the core of the largest fit that is found, and give the fit; nan where it is undefined.

    From each of the first actors a core grows, one by one, until all ties are touched, and shrinks again; at each size
    actors are exchanged as long as more ties are touched. From the best of all these it roams, see ``_roamed``. At last
    steps are taken until no single actor in, out or exchanged raises the fit.
    """
    now, outside = np.zeros(len(inside), np.bool_), np.zeros(len(inside), np.int64)
    best = np.nan
    for first in range(SWEEPS):
        best = _swept(indptr, indices, first, now, outside, inside, best)
    if np.isnan(best):
        inside[:] = False
        return best
    best = _roamed(indptr, indices, now, outside, inside, best)
    return _climbed(indptr, indices, inside, outside, best)


@compiled
def _swept(
    indptr: Int64s, indices: Int32s, first: int, now: Bools, outside: Int64s, inside: Bools, best: float
) -> float:
    """Let a core grow from its first actor and shrink again; what fits better than the best is kept in ``inside``."""
    n, m = len(inside), len(indices) // 2
    now[:] = False
    for v in range(n):
        outside[v] = indptr[v + 1] - indptr[v]
    size, touched, growing, coming = 1, outside[first], True, first
    _turn(indptr, indices, now, outside, coming)
    while True:
        touched += _exchanged(indptr, indices, now, outside)
        fit = fit_of(n, m, size, touched)
        if fit > best + NEAR or (np.isnan(best) and not np.isnan(fit)):
            best = fit
            inside[:] = now
        growing = growing and touched < m and size < n - 2
        if growing:
            coming = _extreme(now, outside, False)
            touched += outside[coming]
        elif size > 1:
            coming = _extreme(now, outside, True)
            touched -= outside[coming]
        else:
            return best
        size += 1 if growing else -1
        _turn(indptr, indices, now, outside, coming)


@compiled
def _roamed(indptr: Int64s, indices: Int32s, now: Bools, outside: Int64s, inside: Bools, best: float) -> float:
    """From the core inside, take in or out who makes the fit highest, or lowers it least; keep the best in ``inside``.

    Whoever came or went rests for some steps, so that the way leads on (tabu search); in a draw who has rested longest.
    """
    n, m = len(inside), len(indices) // 2
    free, rest = np.zeros(n, np.int64), max(2, n // 10)
    now[:] = inside
    size, touched = _counted(indptr, indices, now, outside)
    for step in range(STEPS):
        coming, going = _rested(now, outside, free, step)
        more = fit_of(n, m, size + 1, touched + outside[coming]) if coming >= 0 and size < n - 2 else -np.inf
        less = fit_of(n, m, size - 1, touched - outside[going]) if going >= 0 and size > 1 else -np.inf
        fit, v = (more, coming) if more >= less else (less, going)
        if fit == -np.inf:
            continue
        touched, size = (touched - outside[v], size - 1) if now[v] else (touched + outside[v], size + 1)
        _turn(indptr, indices, now, outside, v)
        free[v] = step + 1 + rest + 7 * step % 5
        if fit > best + NEAR:
            best = fit
            inside[:] = now
    return best


@compiled
def _rested(now: Bools, outside: Int64s, free: Int64s, step: int) -> tuple[int, int]:
    """Of those who have rested: who outside has most partners outside, and who inside has fewest; −1 for nobody."""
    coming, going = -1, -1
    for v in range(len(now)):
        if free[v] > step:
            continue
        if now[v]:
            less = going < 0 or outside[v] < outside[going]
            if less or (outside[v] == outside[going] and free[v] < free[going]):
                going = v
        else:
            more = coming < 0 or outside[v] > outside[coming]
            if more or (outside[v] == outside[coming] and free[v] < free[coming]):
                coming = v
    return coming, going


@compiled
def _climbed(indptr: Int64s, indices: Int32s, inside: Bools, outside: Int64s, best: float) -> float:
    """Take steps from the core inside, each the one that raises the fit most, until none does."""
    n, m = len(inside), len(indices) // 2
    size, touched = _counted(indptr, indices, inside, outside)
    while True:
        joining, leaving = _extreme(inside, outside, False), _extreme(inside, outside, True)
        more = fit_of(n, m, size + 1, touched + outside[joining]) if size < n - 2 else np.nan
        less = fit_of(n, m, size - 1, touched - outside[leaving]) if size > 1 else np.nan
        gain, coming, going = _exchange(indptr, indices, inside, outside)
        swapped = fit_of(n, m, size, touched + gain)
        raised = best + NEAR
        if not (more > raised or less > raised or swapped > raised):
            return best
        if more > raised and not (less > more or swapped > more):
            best, size, touched = more, size + 1, touched + outside[joining]
            _turn(indptr, indices, inside, outside, joining)
        elif less > raised and not swapped > less:
            best, size, touched = less, size - 1, touched - outside[leaving]
            _turn(indptr, indices, inside, outside, leaving)
        else:
            best, touched = swapped, touched + gain
            _turn(indptr, indices, inside, outside, coming)
            _turn(indptr, indices, inside, outside, going)


@compiled
def _exchanged(indptr: Int64s, indices: Int32s, now: Bools, outside: Int64s) -> int:
    """Exchange actors as long as more ties are touched; how many more."""
    total = 0
    while True:
        gain, coming, going = _exchange(indptr, indices, now, outside)
        if gain <= 0:
            return total
        total += gain
        _turn(indptr, indices, now, outside, coming)
        _turn(indptr, indices, now, outside, going)


@compiled
def _exchange(indptr: Int64s, indices: Int32s, now: Bools, outside: Int64s) -> tuple[int, int, int]:
    """The exchange that touches most ties more: how many, who comes in, who goes out.

    In place of u, v touches its ties to others outside, less those of u, and a tie between both stays touched: so u
    and v are among those with fewest and most, and tied to each other where any such two are.
    """
    coming, going = _extreme(now, outside, False), _extreme(now, outside, True)
    most, fewest = outside[coming], outside[going]
    if most + 1 - fewest <= 0:
        return 0, coming, going
    for u in range(len(now)):
        if now[u] and outside[u] == fewest:
            for e in range(indptr[u], indptr[u + 1]):
                v = int(indices[e])
                if not now[v] and outside[v] == most:
                    return most + 1 - fewest, v, u
    return most - fewest, coming, going


@compiled
def _extreme(now: Bools, outside: Int64s, within: bool) -> int:
    """The first of the core with fewest partners outside, or the first of the others with most."""
    found = -1
    for v in range(len(now)):
        if now[v] == within and (found < 0 or (outside[v] < outside[found] if within else outside[v] > outside[found])):
            found = v
    return found


@compiled
def _counted(indptr: Int64s, indices: Int32s, inside: Bools, outside: Int64s) -> tuple[int, int]:
    """Fill in how many partners of each are outside the core; give its size, and how many ties it touches."""
    size, touched = 0, 0
    for v in range(len(inside)):
        outside[v] = 0
        for e in range(indptr[v], indptr[v + 1]):
            outside[v] += not inside[indices[e]]
            touched += (inside[v] or inside[indices[e]]) and indices[e] > v
        size += inside[v]
    return size, touched


@compiled
def _turn(indptr: Int64s, indices: Int32s, now: Bools, outside: Int64s, v: int) -> None:
    """Take an actor in, or out."""
    now[v] = not now[v]
    change = -1 if now[v] else 1
    for e in range(indptr[v], indptr[v + 1]):
        outside[indices[e]] += change


@compiled
def fit_of(n: int, m: int, size: int, touched: int) -> float:
    """The correlation of ties with the ideal of a core of this size that touches so many ties; nan if undefined."""
    pairs, ideal = n * (n - 1) / 2, size * (n - size) + size * (size - 1) / 2
    spread = np.sqrt(float(m)) * np.sqrt(pairs - m) * np.sqrt(ideal) * np.sqrt(pairs - ideal)
    return (pairs * touched - m * ideal) / spread if spread > 0 else np.nan
