"""Who meets whom by chance: between how many ties two types lie if the types are dealt out at random."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from actor_graph.measures.chance import Dealt, Stream, dealings, generator, in_order
from actor_graph.measures.graph import Graph, Ints


def meeting_range(
    graph: Graph, labels: Ints, k: int, draws: int = 2000, seed: int = 1, ids: Sequence[str] | None = None
) -> tuple[Dealt, Dealt]:
    """For each two of ``k`` types, between how many ties 95 % of the dealings lie: types dealt among all typed actors.

    Both ends are numbers of ties that occur: the smallest with at least 2.5 % of the dealings at or below it, and the
    smallest with at least 97.5 %. So at most 2.5 % of the dealings lie below the range, and at most 2.5 % above it.

    Parameters
    ----------
    graph : Graph
    labels : type per actor, −1 = none.
    k : the number of types.
    draws : the number of dealings.
    seed : a whole number from 0.
    ids : the actors' ids; with them the answer does not depend on the order of the input.

    Returns
    -------
    Low and high ends, symmetric k × k like ``mixing_matrix``; from 0. All 0 without a typed tie.

    Examples
    --------
    >>> low, high = meeting_range(Graph.from_ties(4, [0, 1, 2], [1, 2, 3]), np.array([0, 0, 1, 1]), 2)
    >>> low.tolist(), high.tolist()
    ([[0, 1], [1, 0]], [[1, 3], [3, 1]])
    """
    typed = in_order(labels >= 0, ids)
    place = np.full(graph.n, -1, dtype=np.int64)
    place[typed] = np.arange(len(typed))
    u, v = (place[end] for end in graph.ties()[:2])
    u, v = u[(u >= 0) & (v >= 0)], v[(u >= 0) & (v >= 0)]
    low = high = np.zeros(k * k, dtype=np.int64)
    if len(u):
        dealt = dealings(labels[typed], draws, generator(seed, Stream.MEETING), max(len(typed), len(u), k * k))
        counts = np.concatenate([_met(rows, u, v, k) for rows in dealt])
        low, high = np.quantile(counts, [0.025, 0.975], axis=0, method="inverted_cdf").astype(np.int64)
    one, other = np.indices((k, k))
    cells = np.minimum(one, other) * k + np.maximum(one, other)
    return low[cells], high[cells]


def _met(dealt: Dealt, u: Ints, v: Ints, k: int) -> Dealt:
    """For each dealing: the ties between types i ≤ j, at the place i · k + j."""
    rows = len(dealt)
    one, other = dealt[:, u].astype(np.int64), dealt[:, v]
    cells = np.minimum(one, other) * k + np.maximum(one, other) + np.arange(rows)[:, None] * (k * k)
    counted = np.bincount(cells.ravel(), minlength=rows * k * k).reshape(rows, k * k)
    return counted.astype(np.int32)
