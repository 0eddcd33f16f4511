"""Circles: clusters of actors with more ties among themselves than chance gives, and how firm their borders are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from actor_graph.measures.chance import Stream, generator, in_order
from actor_graph.measures.graph import Graph, Ints

SMALL = 500
CYCLES_SMALL, CYCLES, CYCLES_SINGLE = 10, 3, 2
"""Full cycles of a Leiden run, up to ``SMALL`` actors, beyond, and for the single runs of ``cluster_stability``.

With one cycle, modularity stays up to 0.03 below what is reached with many; with these, at most 0.005 up to 500 actors,
and more only in random scenes, which have no borders to be found. Two is what igraph's Leiden does by default.
"""


def clusters(graph: Graph, ids: Sequence[str], seed: int = 1, trials: int | None = None) -> npt.NDArray[np.int64]:
    """The cluster of each actor: Leiden on weighted modularity with resolution 1, the best of several runs.

    Only actors with a tie are clustered. They are put in the order of their ids before the run, so that the order of
    the input changes no border.

    Parameters
    ----------
    graph : Graph
    ids : the actors' ids, each once, in the graph's order.
    seed : a whole number from 0.
    trials : independent runs of which the one with the largest modularity is kept; without it as many as ``trials_for``
        gives.

    Returns
    -------
    Integers from 0, numbered by size (the largest is 0), then by the first member in the input; −1 for an actor
    without a tie.

    Examples
    --------
    Two triangles joined by one tie, and an actor without a tie:

    >>> ends = np.array([[0, 1], [1, 2], [0, 2], [3, 4], [4, 5], [3, 5], [2, 3]])
    >>> clusters(Graph.from_ties(7, ends[:, 0], ends[:, 1]), list("abcdefg"))
    array([ 0,  0,  0,  1,  1,  1, -1])

    Without ties there are no clusters:

    >>> clusters(Graph.from_ties(2, ends[:0, 0], ends[:0, 1]), ["a", "b"])
    array([-1, -1])

    References
    ----------
    Traag, Waltman, van Eck (2019). From Louvain to Leiden: guaranteeing well-connected communities. Scientific
    Reports 9, 5233. https://doi.org/10.1038/s41598-019-41695-z
    """
    found = np.full(graph.n, -1, dtype=np.int64)
    order = _tied_by_id(graph, ids)
    if len(order):
        runs = trials_for(graph.n) if trials is None else trials
        cycles = CYCLES_SMALL if graph.n <= SMALL else CYCLES
        found[order] = _leiden(_reordered(graph, order), seed, runs, cycles)
    return _numbered(found)


def quick_modularity(graph: Graph, seed: int) -> float:
    """The modularity that a short search reaches, for scenes of which there are a thousand to be searched.

    Of ``quick_trials`` Leiden runs of two cycles the best, actors in the order they stand in. It stays below what
    ``clusters`` reaches, in real and in random scenes, so that like is to be laid beside like. nan without a tie.

    >>> round(quick_modularity(Graph.from_ties(4, np.array([0, 2]), np.array([1, 3])), 1), 12)
    0.5
    """
    order = np.flatnonzero(graph.degree > 0)
    if not len(order):
        return float("nan")
    tied = _reordered(graph, order)
    return modularity(tied, _leiden(tied, seed, quick_trials(graph.n), CYCLES_SINGLE))


def quick_trials(n: int) -> int:
    """How many runs a short search makes for n actors: 400 / n, at least 1, at most 8.

    >>> quick_trials(40), quick_trials(100), quick_trials(1000)
    (8, 4, 1)
    """
    return max(1, min(8, 400 // max(n, 1)))


def trials_for(n: int, most: int = 200) -> int:
    """How many runs a graph of n actors gets: 20 000 / n, at least 4, at most ``most``.

    >>> trials_for(70), trials_for(1000), trials_for(100_000)
    (200, 20, 4)
    """
    return max(4, min(most, 20_000 // max(n, 1)))


def cluster_sizes(labels: Ints) -> npt.NDArray[np.int64]:
    """The number of actors in each cluster 0, 1, …; empty without clusters.

    Examples
    --------
    >>> cluster_sizes(np.array([0, 1, 0, -1]))
    array([2, 1])
    """
    return np.bincount(labels[labels >= 0]).astype(np.int64)


def modularity(graph: Graph, labels: Ints) -> float:
    """Weighted modularity: the share of tie weight inside clusters beyond what equal strengths would give by chance.

    Q = Σ_c [ W_c / W − (S_c / 2W)² ], W the weight of all ties, W_c of those inside cluster c, S_c the summed strength
    of its members. An actor without a label stands for itself.

    Returns
    -------
    From −1/2 to below 1: 0 where all are in one cluster or no more weight is inside than expected; towards 1, many
    clusters with hardly a tie between them. Random scenes have modularity too, the more the sparser they are. nan
    without a tie.

    Examples
    --------
    >>> pairs = Graph.from_ties(4, np.array([0, 2]), np.array([1, 3]))
    >>> modularity(pairs, np.array([0, 0, 1, 1]))
    0.5
    >>> modularity(Graph.from_ties(2, np.array([], int), np.array([], int)), np.array([-1, -1]))
    nan

    References
    ----------
    Newman, Girvan (2004). Finding and evaluating community structure in networks. Physical Review E 69, 026113.
    https://doi.org/10.1103/PhysRevE.69.026113 . With weights: Newman (2004). Analysis of weighted networks. Physical
    Review E 70, 056131. https://doi.org/10.1103/PhysRevE.70.056131
    """
    if graph.m == 0:
        return float("nan")
    own = np.where(labels < 0, labels.max(initial=-1) + 1 + np.arange(graph.n), labels)
    weights = graph.weights / graph.weights.max()
    start = np.repeat(own, graph.degree)
    inside = weights[start == own[graph.indices]].sum() / weights.sum()
    strength = np.bincount(start, weights) / weights.sum()
    return float(inside - (strength**2).sum())


def cluster_stability(graph: Graph, labels: Ints, ids: Sequence[str], seed: int = 1) -> float:
    """How firm the borders are: the mean adjusted Rand index of the clusters with those of single runs.

    20 single Leiden runs (5 beyond 1,000 actors) of two cycles, each on the actors in another shuffled order, are
    compared with the given clusters, over the actors with a tie.

    Returns
    -------
    Up to 1: every run draws the same borders. Around 0: they agree no more than by chance (slightly below 0 is
    possible). nan without a tie.

    Examples
    --------
    >>> pairs = Graph.from_ties(4, np.array([0, 2]), np.array([1, 3]))
    >>> cluster_stability(pairs, np.array([0, 0, 1, 1]), list("abcd"))
    1.0
    >>> cluster_stability(Graph.from_ties(1, np.array([], int), np.array([], int)), np.array([-1]), ["a"])
    nan

    References
    ----------
    The index: Hubert, Arabie (1985), see ``adjusted_rand``.
    """
    agreement = [adjusted_rand(labels[actors], found) for actors, found in searches(graph, ids, seed)]
    return float(np.mean(agreement)) if agreement else float("nan")


def searches(graph: Graph, ids: Sequence[str], seed: int = 1) -> Iterator[tuple[Ints, Ints]]:
    """Single Leiden runs of two cycles, each on the actors with a tie in another shuffled order: these, their clusters.

    20 of them, 5 beyond 1,000 actors, none without a tie; always the same for the same ids and seed.
    """
    order = _tied_by_id(graph, ids)
    rng = generator(seed, Stream.STABILITY)
    for _ in range((20 if graph.n <= 1000 else 5) if len(order) else 0):
        shuffled = rng.permutation(order)
        yield shuffled, _leiden(_reordered(graph, shuffled), int(rng.integers(2**32)), 1, CYCLES_SINGLE)


def adjusted_rand(one: Ints, other: Ints) -> float:
    """The agreement of two partitions of the same actors, corrected for chance.

    (Σ C(n_ij, 2) − E) / ([Σ C(a_i, 2) + Σ C(b_j, 2)] / 2 − E) with E = Σ C(a_i, 2) · Σ C(b_j, 2) / C(n, 2); n_ij the
    actors in cluster i of the one and j of the other, a_i and b_j the sizes.

    Returns
    -------
    1 for the same partition, 0 on average for partitions dealt at random with these sizes, below 0 for less agreement
    than that. 1, too, where both have all actors together, or both each actor alone. nan for fewer than two actors.

    Examples
    --------
    >>> adjusted_rand(np.array([0, 0, 1, 1]), np.array([5, 5, 3, 3]))
    1.0
    >>> round(adjusted_rand(np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])), 9)
    -0.5
    >>> adjusted_rand(np.array([0]), np.array([0]))
    nan

    References
    ----------
    Hubert, Arabie (1985). Comparing partitions. Journal of Classification 2, 193–218.
    https://doi.org/10.1007/BF01908075
    """
    n = len(one)
    if n < 2:
        return float("nan")
    _, i = np.unique(one, return_inverse=True)
    _, j = np.unique(other, return_inverse=True)
    both = _pairs(np.unique(i * (j.max() + 1) + j, return_counts=True)[1])
    a, b = _pairs(np.bincount(i)), _pairs(np.bincount(j))
    expected = a * b / (n * (n - 1) / 2)
    largest = (a + b) / 2
    return 1.0 if a == b == both else (both - expected) / (largest - expected)


def _pairs(sizes: Ints) -> int:
    """The number of pairs within groups of these sizes."""
    return int((sizes * (sizes - 1)).sum()) // 2


def _tied_by_id(graph: Graph, ids: Sequence[str]) -> npt.NDArray[np.int64]:
    """The places of the actors with a tie, in the order of their ids."""
    return in_order(graph.degree > 0, ids)


def _reordered(graph: Graph, order: Ints) -> Graph:
    """The graph of the actors at these places, which hold all ends of ties, in this order."""
    place = np.full(graph.n, -1, dtype=np.int64)
    place[order] = np.arange(len(order))
    start, end = place[np.repeat(np.arange(graph.n), graph.degree)], place[graph.indices]
    by_row = np.argsort(start * len(order) + end)
    indptr = np.concatenate([[0], np.cumsum(graph.degree[order])])
    return Graph(len(order), indptr, end[by_row].astype(np.int32), graph.weights[by_row])


def _leiden(graph: Graph, seed: int, trials: int, cycles: int) -> npt.NDArray[np.int64]:
    """The best of so many Leiden runs on a graph in which each actor has a tie."""
    from graspologic_native import leiden_csr

    weights = graph.weights / graph.weights.max()
    _, found = leiden_csr(
        graph.indptr, graph.indices, weights, graph.n, resolution=1.0, iterations=cycles, seed=seed, trials=trials
    )
    labels = np.empty(graph.n, dtype=np.int64)
    labels[np.fromiter(found.keys(), np.int64, graph.n)] = np.fromiter(found.values(), np.int64, graph.n)
    return labels


def _numbered(found: Ints) -> npt.NDArray[np.int64]:
    """The same clusters, numbered by size, then by the first member."""
    numbered = np.full(len(found), -1, dtype=np.int64)
    inside = found >= 0
    _, first, place, size = np.unique(found[inside], return_index=True, return_inverse=True, return_counts=True)
    rank = np.empty(len(first), dtype=np.int64)
    rank[np.lexsort((first, -size))] = np.arange(len(first))
    numbered[inside] = rank[place]
    return numbered
