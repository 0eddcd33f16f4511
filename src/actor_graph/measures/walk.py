"""One depth-first walk: what belongs together, and what falls apart without an actor."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from actor_graph.measures.graph import Graph, Int64s, once_per_graph


@dataclass(frozen=True, eq=False)
class Walk:
    """A depth-first walk through every component from its first actor.

    Per actor: ``component``, numbered by first member; ``parent``, the one it was reached from, −1 for the first of a
    component; ``found``, its place in the order of the walk; ``low``, the earliest place that it or anyone below it is
    tied to; ``below``, how many hang below it, itself included. ``order``: the actors in the order of the walk.
    """

    component: Int64s
    parent: Int64s
    found: Int64s
    low: Int64s
    below: Int64s
    order: Int64s


@once_per_graph
def walk(graph: Graph) -> Walk:
    """Walk the graph depth first, in O(n + m).

    References
    ----------
    Tarjan, R. (1972). Depth-first search and linear graph algorithms. SIAM Journal on Computing 1(2), 146–160.
    https://doi.org/10.1137/0201010
    """
    from actor_graph.measures.kernels.depth import depth_first

    component, parent, found, low, below = (np.zeros(graph.n, np.int64) for _ in range(5))
    depth_first(graph.indptr, graph.indices, component, parent, found, low, below)
    order = np.empty_like(found)
    order[found] = np.arange(graph.n)
    return Walk(component, parent, found, low, below, order)


@once_per_graph
def pieces(graph: Graph) -> Int64s:
    """How many pieces an actor's component falls into without it: 0 where it is alone, 1 where nothing falls apart.

    >>> pieces(Graph.from_ties(5, [0, 1, 1], [1, 2, 3])).tolist()
    [1, 3, 1, 1, 0]
    """
    w = walk(graph)
    child = np.flatnonzero(w.parent >= 0)
    parent = w.parent[child]
    hanging = np.bincount(parent[(w.low[child] >= w.found[parent]) | (w.parent[parent] < 0)], minlength=graph.n)
    return (hanging + (w.parent >= 0)).astype(np.int64)


def pieces_without(graph: Graph, actor: int) -> list[Int64s]:
    """The pieces that the actor's component falls into without it: ascending places, ordered by first member.

    >>> [piece.tolist() for piece in pieces_without(Graph.from_ties(4, [0, 1], [1, 2]), 1)]
    [[0], [2]]
    """
    w = walk(graph)
    partners = graph.indices[graph.indptr[actor] : graph.indptr[actor + 1]]
    child = partners[w.parent[partners] == actor]
    first = w.parent[actor] < 0
    child = child[(w.low[child] >= w.found[actor]) | first]
    hanging = [w.order[w.found[c] : w.found[c] + w.below[c]] for c in child.tolist()]
    rest = w.component == w.component[actor]
    rest[actor] = False
    for piece in hanging:
        rest[piece] = False
    parts = [np.sort(piece) for piece in hanging] + ([] if first else [np.flatnonzero(rest)])
    return sorted(parts, key=lambda piece: int(piece[0]))
