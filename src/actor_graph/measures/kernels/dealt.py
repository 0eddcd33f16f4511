"""What types say of a graph, for many dealings of the types at once."""

from __future__ import annotations

import numpy as np

from actor_graph.measures.graph import Floats, Int32s, Int64s
from actor_graph.measures.kernels.compiled import compiled


@compiled
def by_type(
    indptr: Int64s,
    indices: Int32s,
    clusters: Int64s,
    dealt_to: Int64s,
    dealt: Int64s,
    internal: Floats,
    squares: Floats,
    partners: Floats,
    circles: Floats,
) -> None:
    """Fill the last four arrays, one number per row of ``dealt``, the types that the actors ``dealt_to`` get.

    ``internal``: ties within types. ``squares``: Σ (tie-ends of a type)², ends at typed ties. ``partners``: the mean of
    Blau's index over the typed partners of an actor, over the actors that have one. ``circles``: the mean of Blau's
    index over the typed members of a cluster (−1: none), weighted by their number; nan where there is none.
    """
    n, count = len(clusters), clusters.max() + 1 if len(clusters) else 0
    k = dealt.max() + 1 if dealt.size else 0
    labels, tally, ends = np.full(n, -1, np.int64), np.zeros(k, np.int64), np.zeros(k, np.int64)
    members = np.zeros((count, k), np.int64)
    for row in range(len(dealt)):
        labels[dealt_to] = dealt[row]
        ends[:], members[:] = 0, 0
        within, blau, having = 0, 0.0, 0
        for v in range(n):
            typed, alike = 0, 0
            for e in range(indptr[v], indptr[v + 1]):
                t = labels[indices[e]]
                if t >= 0:
                    typed += 1
                    alike += 2 * tally[t] + 1
                    tally[t] += 1
            for e in range(indptr[v], indptr[v + 1]):
                if labels[indices[e]] >= 0:
                    tally[labels[indices[e]]] = 0
                    within += labels[indices[e]] == labels[v]
            if typed:
                blau += (typed * typed - alike) / (typed * typed)
                having += 1
            if labels[v] >= 0:
                ends[labels[v]] += typed
                if clusters[v] >= 0:
                    members[clusters[v], labels[v]] += 1
        internal[row] = within // 2
        squares[row] = (ends * ends).sum()
        partners[row] = blau / having if having else np.nan
        weighted, whole = 0.0, 0
        for c in range(count):
            size = members[c].sum()
            if size:
                weighted += size - (members[c] * members[c]).sum() / size
                whole += size
        circles[row] = weighted / whole if whole else np.nan
