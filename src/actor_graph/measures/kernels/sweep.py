"""One breadth-first sweep from every actor: ways, distances, betweenness."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from actor_graph.measures.graph import Floats, Int64s
from actor_graph.measures.kernels.compiled import compiled

ZERO, ONE = np.uint64(0), np.uint64(1)
FAR = np.int32(2**31 - 1)


@compiled
def sweep(
    indptr: npt.NDArray[np.uint64],
    indices: npt.NDArray[np.uint32],
    hanging: Int64s,
    sources: npt.NDArray[np.uint64],
    betweenness: Floats,
    inverse: Floats,
    inverse_hanging: Floats,
    total: Int64s,
    farthest: Int64s,
) -> None:
    """Shortest ways from the sources to all others (Brandes 2001); the last five arrays are filled.

    Actors with one tie only are not in the graph; ``hanging`` says how many of them hang on each actor. σ(v) counts the
    shortest ways from the source s to v, ω(v) = 1 + hanging, δ(v) is the dependency of s on v. Forward, without a
    branch: each actor in the order of finding appends the contacts one step further to ``after``. Backward, only
    reading: δ(v) = σ(v) Σ (ω(w) + δ(w)) / σ(w) over the w that follow v; ``share`` keeps the terms, and ``betweenness``
    gains ω(s) δ(v). Places are unsigned, which spares a test for negative ones at every step.
    """
    n = len(hanging)
    order, after = np.zeros(n + 1, np.uint32), np.zeros(len(indices) + 1, np.uint32)
    bounds, level = np.zeros(n + 1, np.uint64), np.full(n, FAR, np.int32)
    sigma, share = np.zeros(n), np.zeros(n)
    for s in sources:
        order[ZERO], level[s], sigma[s] = s, 0, 1.0
        head, tail, ways = ZERO, ONE, ZERO
        while head < tail:
            v = order[head]
            bounds[head] = ways
            head += ONE
            further = level[v] + np.int32(1)
            sigma_v = sigma[v]
            for e in range(indptr[v], indptr[v + ONE]):
                w = indices[e]
                seen = level[w]
                on_way = seen >= further
                order[tail] = w
                after[ways] = w
                sigma[w] += sigma_v if on_way else 0.0
                level[w] = min(seen, further)
                tail += np.uint64(seen > further)
                ways += np.uint64(on_way)
        bounds[tail] = ways
        inverse[s], inverse_hanging[s], total[s], farthest[s] = _distances(order, level, hanging, tail)
        omega_s = 1.0 + hanging[s]
        i = tail - ONE
        while i > ZERO:
            v = order[i]
            following = 0.0
            for e in range(bounds[i], bounds[i + ONE]):
                following += share[after[e]]
            betweenness[v] += omega_s * sigma[v] * following
            share[v] = (1.0 + hanging[v]) / sigma[v] + following
            level[v], sigma[v] = FAR, 0.0
            i -= ONE
        level[s], sigma[s] = FAR, 0.0


@compiled
def _distances(order: Any, level: Any, hanging: Any, tail: Any) -> tuple[float, float, int, int]:
    """Σ 1/distance from the source, the same from one that hangs on it, Σ distance, and the largest distance.

    Actors are counted distance by distance, those that hang on others one step behind these, so the sums do not depend
    on the order of finding.
    """
    inverse, inverse_hanging, total, d, behind = 0.0, 1.0, 0, 0, 0
    i = ZERO
    while i < tail or behind > 0:
        found, hung = behind, 0
        while i < tail and level[order[i]] == d:
            hung += hanging[order[i]]
            found += 1
            i += ONE
        if d > 0:
            inverse += found / d
            inverse_hanging += (found - 1 if d == 1 else found) / (d + 1)
            total += found * d
        behind = hung
        d += 1
    return inverse, inverse_hanging, total, d - 1
