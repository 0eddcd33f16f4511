"""Cohesion: components, reach, triangles, distances, cores."""

from __future__ import annotations

import numpy as np

from actor_graph.measures.graph import Floats, Graph, Int64s, once_per_graph
from actor_graph.measures.paths import shortest_paths
from actor_graph.measures.triads import closed_triads
from actor_graph.measures.walk import walk

NAN = float("nan")


@once_per_graph
def components(graph: Graph) -> tuple[Int64s, Int64s]:
    """The connected components: for each actor the number of its component, and the size of each.

    Components are numbered from 0 by their first member in the input; an actor without a tie is one of its own.

    >>> label, size = components(Graph.from_ties(4, [1], [3]))
    >>> label.tolist(), size.tolist()
    ([0, 1, 2, 1], [1, 2, 1])
    """
    label = walk(graph).component
    size = np.bincount(label, minlength=0).astype(np.int64)
    label.flags.writeable = size.flags.writeable = False
    return label, size


def component_count(graph: Graph) -> int:
    """The number of connected components, actors without a tie counted; from 0 (no actors) to n (no ties).

    >>> component_count(Graph.from_ties(4, [1], [3]))
    3
    """
    return len(components(graph)[1])


def largest_component_share(graph: Graph) -> float:
    """The share of actors in the largest component.

    max size / n, from 1/n (no ties) to 1 (all connected). Undefined (nan) without actors.

    >>> largest_component_share(Graph.from_ties(4, [1], [3]))
    0.5
    >>> largest_component_share(Graph.from_ties(0, [], []))
    nan
    """
    return int(components(graph)[1].max()) / graph.n if graph.n else NAN


def connectedness(graph: Graph) -> float:
    """The share of pairs of actors that some path joins.

    Σ s(s − 1) / (n(n − 1)) over the sizes s of the components; from 0 (no ties) to 1 (all connected). Undefined (nan)
    for fewer than two actors.

    >>> connectedness(Graph.from_ties(4, [0, 1], [1, 2]))
    0.5
    >>> connectedness(Graph.from_ties(1, [], []))
    nan

    References
    ----------
    Krackhardt, D. (1994). Graph theoretical dimensions of informal organizations. In K. Carley and M. Prietula (Eds.),
    Computational Organization Theory, 89–111. Hillsdale: Erlbaum.
    """
    n, size = graph.n, components(graph)[1]
    return int((size * (size - 1)).sum()) / (n * (n - 1)) if n > 1 else NAN


def transitivity(graph: Graph) -> float:
    """How often two partners of an actor are partners themselves, over the whole graph.

    3 × triangles / connected triples, a triple being an actor with two of its partners; from 0 (no triangle) to 1
    (every triple closed). Undefined (nan) where there is no triple.

    >>> transitivity(Graph.from_ties(4, [0, 0, 1, 2], [1, 2, 2, 3]))
    0.6
    >>> transitivity(Graph.from_ties(2, [0], [1]))
    nan

    References
    ----------
    Wasserman, S. and Faust, K. (1994). Social Network Analysis: Methods and Applications. Cambridge University Press.
    """
    triples = int((graph.degree * (graph.degree - 1) // 2).sum())
    return int(closed_triads(graph).triangles.sum()) / triples if triples else NAN


def average_clustering(graph: Graph) -> float:
    """The mean over all actors of the share of their pairs of partners that are tied.

    (1/n) Σ tᵢ / (dᵢ(dᵢ − 1)/2), tᵢ the triangles at i, 0 where dᵢ < 2; from 0 (no triangle) to 1 (every actor's
    partners all tied). Undefined (nan) without actors.

    >>> round(average_clustering(Graph.from_ties(4, [0, 0, 1, 2], [1, 2, 2, 3])), 12)
    0.583333333333
    >>> average_clustering(Graph.from_ties(0, [], []))
    nan

    References
    ----------
    Watts, D. J. and Strogatz, S. H. (1998). Collective dynamics of "small-world" networks. Nature 393, 440–442.
    https://doi.org/10.1038/30918
    """
    pairs = graph.degree * (graph.degree - 1) // 2
    return float((closed_triads(graph).triangles / np.maximum(pairs, 1)).mean()) if graph.n else NAN


def average_path_length(graph: Graph) -> float:
    """The mean distance between two actors, over the pairs of all components that some path joins.

    Distance is the smallest number of ties from one to the other; from 1 (all joined pairs tied) upward. Undefined
    (nan) without a tie. In a scattered scene it is short because the far ones are not joined at all.

    >>> average_path_length(Graph.from_ties(5, [0, 1, 3], [1, 2, 4]))
    1.25
    >>> average_path_length(Graph.from_ties(2, [], []))
    nan
    """
    size = components(graph)[1]
    joined = int((size * (size - 1)).sum())
    return int(shortest_paths(graph).total.sum()) / joined if joined else NAN


def diameter(graph: Graph) -> float:
    """The largest distance between two actors that some path joins, over all components.

    From 1 (all joined pairs tied) to n − 1 (a chain). Undefined (nan) without a tie.

    >>> diameter(Graph.from_ties(5, [0, 1, 3], [1, 2, 4]))
    2.0
    >>> diameter(Graph.from_ties(2, [], []))
    nan
    """
    return float(shortest_paths(graph).farthest.max()) if graph.m else NAN


def harmonic(graph: Graph) -> Floats:
    """Harmonic closeness of each actor: how near it is to all others.

    (1/(n − 1)) Σⱼ 1/d(i, j), d the distance, 1/∞ = 0; from 0 (no tie) to 1 (tied to every other actor). Undefined
    (nan) for a single actor.

    >>> harmonic(Graph.from_ties(3, [0, 1], [1, 2])).tolist()
    [0.75, 1.0, 0.75]
    >>> harmonic(Graph.from_ties(1, [], [])).tolist()
    [nan]

    References
    ----------
    Marchiori, M. and Latora, V. (2000). Harmony in the small-world. Physica A 285(3–4), 539–546.
    https://doi.org/10.1016/S0378-4371(00)00311-3
    """
    return shortest_paths(graph).harmonic / (graph.n - 1) if graph.n > 1 else np.full(graph.n, np.nan)


@once_per_graph
def core(graph: Graph) -> Int64s:
    """The core number of each actor: the largest k such that it belongs to a group where all have k partners inside.

    From 0 (no tie) to n − 1 (everyone tied to everyone). A single actor has 0.

    >>> core(Graph.from_ties(5, [0, 0, 1, 2], [1, 2, 2, 3])).tolist()
    [2, 2, 2, 1, 0]

    References
    ----------
    Seidman, S. B. (1983). Network structure and minimum degree. Social Networks 5(3), 269–287.
    https://doi.org/10.1016/0378-8733(83)90028-X
    """
    from actor_graph.measures.kernels.depth import core_numbers

    core = np.zeros(graph.n, np.int64)
    core_numbers(graph.indptr, graph.indices, core)
    core.flags.writeable = False
    return core
