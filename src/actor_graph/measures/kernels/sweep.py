"""One breadth-first sweep from every actor: ways, distances, betweenness."""

from __future__ import annotations

from actor_graph.measures.graph import Floats, Int32s, Int64s
from actor_graph.measures.kernels.compiled import compiled


@compiled
def sweep(
    indptr: Int64s,
    indices: Int32s,
    start: int,
    stop: int,
    order: Int32s,
    after: Int32s,
    bounds: Int64s,
    level: Int32s,
    sigma: Floats,
    weight: Floats,
    betweenness: Floats,
    harmonic: Floats,
    total: Int64s,
    farthest: Int64s,
) -> None:
    """Shortest ways from the sources start … stop−1 to all others (Brandes 2001); the last four arrays are filled.

    ``sigma`` counts the shortest ways to an actor, δ is the dependency of the source on it. Forward, without a branch:
    each actor in the order of finding appends the contacts one step further to ``after``. Backward, only reading:
    δ(v) = σ(v) Σ (1 + δ(w)) / σ(w) over the w that follow v; ``weight`` keeps (1 + δ(w)) / σ(w).
    ``level`` starts at −1.
    """
    for s in range(start, stop):
        order[0] = s
        level[s] = 0
        sigma[s] = 1.0
        head, tail, ways = 0, 1, 0
        while head < tail:
            v = order[head]
            bounds[head] = ways
            head += 1
            next_level = level[v] + 1
            sigma_v = sigma[v]
            for e in range(indptr[v], indptr[v + 1]):
                w = indices[e]
                seen = level[w]
                fresh = seen < 0
                order[tail] = w
                tail += fresh
                level[w] = next_level if fresh else seen
                on_way = fresh | (seen == next_level)
                sigma[w] = (0.0 if fresh else sigma[w]) + (sigma_v if on_way else 0.0)
                after[ways] = w
                ways += on_way
        bounds[tail] = ways
        sum_inverse, sum_distance = 0.0, 0
        i = 1
        while i < tail:
            d = level[order[i]]
            first = i
            while i < tail and level[order[i]] == d:
                i += 1
            sum_inverse += (i - first) / d
            sum_distance += (i - first) * d
        harmonic[s] = sum_inverse
        total[s] = sum_distance
        farthest[s] = level[order[tail - 1]]
        for i in range(tail - 1, 0, -1):
            v = order[i]
            followed = 0.0
            for e in range(bounds[i], bounds[i + 1]):
                followed += weight[after[e]]
            betweenness[v] += sigma[v] * followed
            weight[v] = 1.0 / sigma[v] + followed
            level[v] = -1
        level[s] = -1
