"""Shortest paths: everything that one sweep over all pairs of actors gives."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from actor_graph.measures.graph import Floats, Graph, Int64s, once_per_graph

BLOCK = 256


@dataclass(frozen=True, eq=False)
class ShortestPaths:
    """What the shortest paths of a graph say, per actor and unnormalized.

    ``betweenness``: Σ over pairs of others of the share of their shortest paths that lead through the actor.
    ``harmonic``: Σ 1/distance over those it can reach. ``total``: Σ distance over them. ``farthest``: the largest.
    """

    betweenness: Floats
    harmonic: Floats
    total: Int64s
    farthest: Int64s


@once_per_graph
def shortest_paths(graph: Graph) -> ShortestPaths:
    """Shortest paths between all pairs of actors, by number of ties (weights play no part).

    One breadth-first search from each actor in O(n·m) time and O(n + m) memory, after Brandes. Blocks of actors are
    added up in order, so the numbers are the same on any number of cores.

    References
    ----------
    Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology 25(2),
    163–177. https://doi.org/10.1080/0022250X.2001.9990249
    """
    from actor_graph.measures.kernels.sweep import sweep

    n = graph.n
    harmonic, total, farthest = np.zeros(n), np.zeros(n, np.int64), np.zeros(n, np.int64)
    twice = np.zeros(n)
    order, after, bounds = np.zeros(n + 1, np.int32), np.zeros(2 * graph.m + 1, np.int32), np.zeros(n + 1, np.int64)
    level, sigma, weight = np.full(n, -1, np.int32), np.zeros(n), np.zeros(n)
    sweep(
        graph.indptr, graph.indices, 0, n, order, after, bounds, level, sigma, weight, twice, harmonic, total, farthest
    )
    return ShortestPaths(twice / 2, harmonic, total, farthest)
