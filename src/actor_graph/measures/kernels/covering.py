"""A core: the few actors that nearly all ties touch, looked for by steps that raise the fit."""

from __future__ import annotations

import numpy as np

from actor_graph.measures.graph import Bools, Int32s, Int64s
from actor_graph.measures.kernels.compiled import compiled


@compiled
def best_core(indptr: Int64s, indices: Int32s, inside: Bools) -> float:
    """Fill ``inside`` with the core of the largest fit found, and give the fit; nan where it is undefined.

    First the core grows by the actor with the most ties that touch none inside yet (in a draw the one with more ties,
    then the first), and the best of all sizes is kept. Then, as long as the fit rises, one actor is taken in or out, or
    one is exchanged for another.
    """
    n, m = len(inside), len(indices) // 2
    inside[:] = False
    order, open_ties = np.zeros(n, np.int64), np.zeros(n, np.int64)
    for v in range(n):
        open_ties[v] = indptr[v + 1] - indptr[v]
    best, size, touched = np.nan, 0, 0
    for k in range(1, n - 1):
        v = _most(open_ties, indptr, inside)
        order[k - 1] = v
        inside[v] = True
        touched += open_ties[v]
        for e in range(indptr[v], indptr[v + 1]):
            open_ties[indices[e]] -= 1
        fit = _fit(n, m, k, touched)
        if fit > best or (np.isnan(best) and not np.isnan(fit)):
            best, size = fit, k
        if touched == m:
            break
    inside[:] = False
    for i in range(size):
        inside[order[i]] = True
    while size:
        better, size = _step(indptr, indices, inside, size, best)
        if better <= best + 1e-12:
            break
        best = better
    return best


@compiled
def _step(indptr: Int64s, indices: Int32s, inside: Bools, size: int, fit: float) -> tuple[float, int]:
    """Take the one step that raises the fit most, where any does: one in, one out, or both."""
    n, m = len(inside), len(indices) // 2
    outside, touched = np.zeros(n, np.int64), 0
    for v in range(n):
        for e in range(indptr[v], indptr[v + 1]):
            outside[v] += not inside[indices[e]]
        if inside[v]:
            touched += outside[v]
            for e in range(indptr[v], indptr[v + 1]):
                touched += inside[indices[e]] and indices[e] > v
    joining, leaving = -1, -1
    for v in range(n):
        if not inside[v] and (joining < 0 or outside[v] > outside[joining]):
            joining = v
        if inside[v] and (leaving < 0 or outside[v] < outside[leaving]):
            leaving = v
    best, one, other = fit, -1, -1
    more = _fit(n, m, size + 1, touched + outside[joining]) if size < n - 2 else np.nan
    less = _fit(n, m, size - 1, touched - outside[leaving]) if size > 1 else np.nan
    if more > best + 1e-12:
        best, one, other = more, joining, -1
    if less > best + 1e-12:
        best, one, other = less, -1, leaving
    exchanged, u, v = _exchange(indptr, indices, inside, outside)
    swapped = _fit(n, m, size, touched + exchanged) if u >= 0 else np.nan
    if swapped > best + 1e-12:
        best, one, other = swapped, u, v
    if one >= 0:
        inside[one] = True
    if other >= 0:
        inside[other] = False
    return best, size + (one >= 0) - (other >= 0)


@compiled
def _exchange(indptr: Int64s, indices: Int32s, inside: Bools, outside: Int64s) -> tuple[int, int, int]:
    """The exchange that touches most ties more: how many, who comes in, who goes out.

    In place of u, v touches its ties to others outside, less those of u, and the tie between both stays touched.
    """
    n = len(inside)
    most, coming, going = 0, -1, -1
    for u in range(n):
        if not inside[u]:
            continue
        for v in range(n):
            if inside[v] or outside[v] + 1 - outside[u] <= most:
                continue
            gain = outside[v] - outside[u]
            for e in range(indptr[u], indptr[u + 1]):
                gain += indices[e] == v
            if gain > most:
                most, coming, going = gain, v, u
    return most, coming, going


@compiled
def _most(open_ties: Int64s, indptr: Int64s, inside: Bools) -> int:
    """Who outside the core has the most ties that touch none inside; in a draw the one with more ties."""
    found = -1
    for v in range(len(inside)):
        if inside[v]:
            continue
        if found < 0 or open_ties[v] > open_ties[found]:
            found = v
        elif open_ties[v] == open_ties[found]:
            found = v if indptr[v + 1] - indptr[v] > indptr[found + 1] - indptr[found] else found
    return found


@compiled
def _fit(n: int, m: int, size: int, touched: int) -> float:
    """The correlation of ties with the ideal of a core of this size that touches so many ties; nan if undefined."""
    pairs, ideal = n * (n - 1) / 2, size * (n - size) + size * (size - 1) / 2
    spread = np.sqrt(float(m)) * np.sqrt(pairs - m) * np.sqrt(ideal) * np.sqrt(pairs - ideal)
    return (pairs * touched - m * ideal) / spread if spread > 0 else np.nan
