"""Brokerage: who stands between partners that are not tied to each other."""

from __future__ import annotations

import numpy as np

from actor_graph.measures.graph import Floats, Graph, Int64s, Ints
from actor_graph.measures.triads import closed_triads, triads

COORDINATOR, CONSULTANT, GATEKEEPER, LIAISON = range(4)
ROLES = ("coordinator", "consultant", "gatekeeper", "liaison")


def constraint(graph: Graph) -> Floats:
    """Burt's constraint of each actor: how much its partners depend on each other.

    cᵢ = Σⱼ (pᵢⱼ + Σ_q pᵢq p_qj)² over the contacts j of i, q ≠ i, j, pᵢⱼ = 1/dᵢ where i and j are tied, else 0 (ties
    unweighted). Low: many partners that are not tied to each other, open ways to different circles. 1: one partner
    only. Above 1 (up to 1.125): two partners who are tied to each other and to few others. Undefined (nan) without
    a tie.

    >>> constraint(Graph.from_ties(4, [0, 0], [1, 2])).tolist()
    [0.5, 1.0, 1.0, nan]

    References
    ----------
    Burt, R. S. (1992). Structural Holes: The Social Structure of Competition. Harvard University Press.
    """
    return np.where(graph.degree > 0, closed_triads(graph).constraint, np.nan)


def brokerage(graph: Graph, labels: Ints) -> Floats:
    """In which roles each actor stands between two partners who are not tied: counts, one column per role.

    Each open pair of partners i, k of actor j is counted once, on the graph of the actors with a label ≥ 0:
    COORDINATOR, all three of one type; CONSULTANT (itinerant broker), i and k of one type, j of another; GATEKEEPER
    (with representative: the same without direction), j of the type of exactly one of the two; LIAISON, three types.
    From 0 to d(d − 1)/2 in all. Undefined (nan) for actors without a label.

    >>> path = Graph.from_ties(4, [0, 1, 2], [1, 2, 3])
    >>> brokerage(path, np.array([0, 0, 1, -1])).tolist()
    [[0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 1.0, 0.0], [0.0, 0.0, 0.0, 0.0], [nan, nan, nan, nan]]

    References
    ----------
    Gould, R. V. and Fernandez, R. M. (1989). Structures of mediation: a formal approach to brokerage in transaction
    networks. Sociological Methodology 19, 89–126. https://doi.org/10.2307/270949
    """
    roles = triads(graph, labels).roles
    return np.where((np.asarray(labels) >= 0)[:, None], roles, np.nan)


def bridges_clusters(graph: Graph, clusters: Ints) -> Int64s:
    """How many clusters other than its own each actor's partners belong to.

    From 0 (all partners in its own cluster, or no tie) to the number of clusters less one. Partners without a cluster
    (−1) count for none.

    >>> bridges_clusters(Graph.from_ties(4, [0, 0, 2], [1, 2, 3]), np.array([0, 0, 1, 1])).tolist()
    [1, 0, 1, 0]
    """
    cluster = np.asarray(clusters, dtype=np.int64)
    actor = np.repeat(np.arange(graph.n), graph.degree)
    theirs = cluster[graph.indices]
    other = (theirs != cluster[actor]) & (theirs >= 0)
    k = int(cluster.max(initial=0)) + 1
    met = np.unique(actor[other] * k + theirs[other])
    return np.bincount(met // k, minlength=graph.n).astype(np.int64)
