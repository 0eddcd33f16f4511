"""Degree of networking: how many partners, how close to all possible ties."""

from __future__ import annotations

import numpy as np

from actor_graph.measures.graph import Floats, Graph, Int64s
from actor_graph.measures.walk import pieces


def degree(graph: Graph) -> Int64s:
    """The number of partners of each actor.

    dᵢ = number of ties that touch i, from 0 (no tie named) to n − 1 (tied to every other actor).

    >>> degree(Graph.from_ties(3, [0], [1])).tolist()
    [1, 1, 0]

    References
    ----------
    Freeman, L. C. (1978/79). Centrality in social networks: conceptual clarification. Social Networks 1(3), 215–239.
    https://doi.org/10.1016/0378-8733(78)90021-7
    """
    return graph.degree


def normalized_degree(graph: Graph) -> Floats:
    """The share of all others that are partners of each actor.

    dᵢ / (n − 1), from 0 (no tie) to 1 (tied to every other actor). Undefined (nan) for a single actor.

    >>> normalized_degree(Graph.from_ties(3, [0], [1])).tolist()
    [0.5, 0.5, 0.0]
    >>> normalized_degree(Graph.from_ties(1, [], [])).tolist()
    [nan]

    References
    ----------
    Freeman, L. C. (1978/79). Centrality in social networks: conceptual clarification. Social Networks 1(3), 215–239.
    https://doi.org/10.1016/0378-8733(78)90021-7
    """
    return graph.degree / (graph.n - 1) if graph.n > 1 else np.full(graph.n, np.nan)


def strength(graph: Graph) -> Floats:
    """The sum of the weights of each actor's ties.

    sᵢ = Σⱼ wᵢⱼ, from 0 (no tie) upward; without weights it is the degree.

    >>> strength(Graph.from_ties(3, [0, 0], [1, 2], [4.0, 2.0])).tolist()
    [6.0, 4.0, 2.0]
    """
    start = np.repeat(np.arange(graph.n), graph.degree)
    return np.bincount(start, graph.weights, minlength=graph.n).astype(np.float64)


def density(graph: Graph) -> float:
    """The share of all possible ties that exist.

    2m / (n(n − 1)), n actors, m ties; from 0 (no tie) to 1 (everyone tied to everyone). It falls as a scene grows, so
    scenes of different sizes are not compared by it. Undefined (nan) for fewer than two actors.

    >>> density(Graph.from_ties(3, [0], [1]))
    0.3333333333333333
    >>> density(Graph.from_ties(1, [], []))
    nan
    """
    n = graph.n
    return 2 * graph.m / (n * (n - 1)) if n > 1 else float("nan")


def average_degree(graph: Graph) -> float:
    """The mean number of partners.

    2m / n, from 0 (no tie) to n − 1 (everyone tied to everyone). Undefined (nan) without actors.

    >>> average_degree(Graph.from_ties(4, [0, 1], [1, 2]))
    1.0
    >>> average_degree(Graph.from_ties(0, [], []))
    nan
    """
    return 2 * graph.m / graph.n if graph.n else float("nan")


def held_together_by(graph: Graph) -> int:
    """The actor without whom the graph falls into most pieces, as its place; −1 if it holds together without anyone.

    The actor whose removal raises the number of components most, single actors counted; in a draw the first of the
    input. For a group, the graph is the one among its members.

    >>> held_together_by(Graph.from_ties(5, [0, 1, 1, 3], [1, 2, 3, 4]))
    1
    >>> held_together_by(Graph.from_ties(3, [0, 1, 2], [1, 2, 0]))
    -1

    References
    ----------
    Tarjan, R. (1972). Depth-first search and linear graph algorithms. SIAM Journal on Computing 1(2), 146–160.
    https://doi.org/10.1137/0201010
    """
    without = pieces(graph)
    return int(without.argmax()) if without.max(initial=0) > 1 else -1
