"""One depth-first walk: what belongs together, and what falls apart without an actor."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from actor_graph.measures.graph import Graph, Int64s, once_per_graph

Piece = list[tuple[int, int]]


@dataclass(frozen=True, eq=False)
class Walk:
    """A depth-first walk through every component from its first actor.

    Per actor: ``component``, numbered by first member; ``parent``, the one it was reached from, −1 for the first of a
    component; ``found``, its place in the order of the walk; ``low``, the earliest place that it or anyone below it is
    tied to; ``below``, how many hang below it, itself included. ``order``: the actors in the order of the walk.
    ``first``: the first actor of each component.
    """

    component: Int64s
    parent: Int64s
    found: Int64s
    low: Int64s
    below: Int64s
    order: Int64s
    first: Int64s


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
    return Walk(component, parent, found, low, below, order, np.flatnonzero(parent < 0))


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


def pieces_without(graph: Graph, actor: int) -> list[Piece]:
    """The pieces that the actor's component falls into without it, in the order of the walk.

    Each is a list of spans (from, to) of ``walk(graph).order``, so that nothing of the size of the graph is touched:
    what hangs on the actor is one span each, the rest of the component is what lies between.

    >>> pieces_without(Graph.from_ties(6, [0, 1, 2, 3], [1, 2, 3, 4]), 2)
    [[(3, 5)], [(0, 2)]]
    >>> pieces_without(Graph.from_ties(2, [], []), 1)
    []
    """
    w = walk(graph)
    partners = graph.indices[graph.indptr[actor] : graph.indptr[actor + 1]]
    child = partners[w.parent[partners] == actor]
    child = child[(w.low[child] >= w.found[actor]) | (w.parent[actor] < 0)]
    hanging = sorted(zip(w.found[child].tolist(), (w.found[child] + w.below[child]).tolist(), strict=True))
    here, first = int(w.found[actor]), w.first[w.component[actor]]
    taken = [(here, here + 1), *hanging]
    ends = [int(w.found[first]), *(end for _, end in taken)]
    starts = [*(start for start, _ in taken), int(w.found[first] + w.below[first])]
    rest = [(end, start) for end, start in zip(ends, starts, strict=True) if end < start]
    return [[span] for span in hanging] + ([rest] if rest else [])


def size(piece: Piece) -> int:
    """The number of actors in a piece."""
    return sum(end - start for start, end in piece)


def members(graph: Graph, pieces: list[Piece]) -> Int64s:
    """The actors in these pieces, as ascending places.

    >>> graph = Graph.from_ties(4, [0, 1], [1, 2])
    >>> members(graph, pieces_without(graph, 1)).tolist()
    [0, 2]
    """
    order = walk(graph).order
    return np.sort(np.concatenate([order[:0], *(order[start:end] for piece in pieces for start, end in piece)]))
