"""Two partitions of the same actors: which cluster of the one is which of the other, and who is always in the same."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from actor_graph.measures.clusters import searches
from actor_graph.measures.graph import Bools, Graph, Ints


def successors(one: Ints, other: Ints) -> tuple[tuple[int, int], ...]:
    """Which cluster of the one partition goes on as which of the other, each as at most one.

    Of all ways to match them the one that leaves the fewest actors outside: an assignment of greatest overlap, whose
    complement is the partition distance. Of equal ones that which keeps most numbers.

    Parameters
    ----------
    one, other : the clusters of the same actors, numbered from 0.

    Returns
    -------
    Pairs of numbers with at least one actor in common, in the order of the first.

    Examples
    --------
    One actor of four went over:

    >>> successors(np.array([0, 0, 0, 0, 1, 1, 1]), np.array([1, 1, 1, 0, 0, 0, 0]))
    ((0, 1), (1, 0))

    References
    ----------
    Gusfield (2002). Partition-distance: a problem and class of perfect graphs arising in clustering. Information
    Processing Letters 82(3), 159–164. https://doi.org/10.1016/S0020-0190(01)00263-0
    """
    from scipy.optimize import linear_sum_assignment

    if not len(one):
        return ()
    overlap = np.zeros((int(one.max()) + 1, int(other.max()) + 1), dtype=np.int64)
    np.add.at(overlap, (one, other), 1)
    value = overlap * (max(overlap.shape) + 1) + np.eye(*overlap.shape, dtype=np.int64)
    rows, columns = linear_sum_assignment(value, maximize=True)
    return tuple((int(i), int(j)) for i, j in zip(rows, columns, strict=True) if overlap[i, j])


def firm(graph: Graph, labels: Ints, ids: Sequence[str], seed: int = 1) -> Bools:
    """Who is firm in the own cluster: in each single run of ``clusters.searches`` in that which goes on from it.

    Parameters
    ----------
    labels : the cluster of each actor, −1 without a tie.

    Returns
    -------
    False for an actor without a tie.

    Examples
    --------
    >>> ends = np.array([[0, 1], [1, 2], [0, 2], [3, 4], [4, 5], [3, 5], [2, 3]])
    >>> firm(Graph.from_ties(7, ends[:, 0], ends[:, 1]), np.array([0, 0, 0, 1, 1, 1, -1]), list("abcdefg")).tolist()
    [True, True, True, True, True, True, False]
    """
    held = labels >= 0
    for actors, found in searches(graph, ids, seed):
        same = set(successors(labels[actors], found))
        pairs = zip(labels[actors].tolist(), found.tolist(), strict=True)
        held[actors] &= np.array([pair in same for pair in pairs], dtype=np.bool_)
    return np.asarray(held, dtype=np.bool_)
