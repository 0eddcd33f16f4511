"""Triads: triangles, constraint and brokerage, from one sweep."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from actor_graph.measures.graph import Floats, Graph, Int64s, Ints, once_per_graph


@dataclass(frozen=True, eq=False)
class Triads:
    """Per actor: the triangles it is part of, Burt's constraint (0 without a tie), open pairs in four roles."""

    triangles: Int64s
    constraint: Floats
    roles: Int64s


def triads(graph: Graph, labels: Ints) -> Triads:
    """All triads around each actor, the open ones sorted by the labels (−1: none) of the three; in O(Σ d²)."""
    from actor_graph.measures.kernels import triads as kernels

    n, label = graph.n, np.array(labels, dtype=np.int64)
    counts = Triads(np.zeros(n, np.int64), np.zeros(n), np.zeros((n, 4), np.int64))
    tally, mark, shared = np.zeros(int(label.max(initial=-1)) + 1, np.int64), np.full(n, -1, np.int64), np.zeros(n)
    kernels.triads(
        graph.indptr, graph.indices, label, tally, mark, shared, counts.triangles, counts.constraint, counts.roles
    )
    return counts


@once_per_graph
def closed_triads(graph: Graph) -> Triads:
    """Triangles and constraint, without labels (all roles are 0)."""
    return triads(graph, np.full(graph.n, -1))
