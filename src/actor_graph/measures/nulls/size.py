"""The null model ``size``: the same actors and as many ties, thrown on any pairs (the CUG test by ties).

Density falls as a scene grows, and any small scene has some hub by luck: here is what size alone brings about.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from actor_graph.measures.chance import Stream
from actor_graph.measures.graph import Graph, Int64s

BLOCK = 25
"""Draws that share one seed. What is drawn depends on the seed and the number of the block alone."""


def random_graphs(graph: Graph, draws: int, seed: int, block: int = 0) -> Iterator[Graph]:
    """Draw graphs of n actors and m ties, each such graph alike.

    The ties get the weights of the real ones, dealt out anew. Types and all else stay on their actors.

    Parameters
    ----------
    graph : gives n, m and the weights.
    draws : how many.
    seed : a whole number from 0.
    block : further draws under the same seed: each block has random numbers of its own.

    Examples
    --------
    >>> [drawn.m for drawn in random_graphs(Graph.from_ties(4, [0, 1], [1, 2]), 3, seed=1)]
    [2, 2, 2]

    References
    ----------
    Anderson, Butts, Carley (1999). The interaction of size and density with graph-level indices. Social Networks 21,
    239–267. https://doi.org/10.1016/S0378-8733(99)00011-8
    """
    rng = np.random.default_rng(np.random.SeedSequence([seed, Stream.SIZE, block]))
    pairs, weights = graph.n * (graph.n - 1) // 2, graph.ties()[2]
    for _ in range(draws):
        low, high = ends(rng.choice(pairs, graph.m, replace=False, shuffle=False) if pairs else np.zeros(0, np.int64))
        yield Graph.from_ties(graph.n, low, high, rng.permutation(weights))


def ends(pair: Int64s) -> tuple[Int64s, Int64s]:
    """The two ends of pairs numbered from 0: 0–1, 0–2, 1–2, 0–3, 1–3, …

    >>> [end.tolist() for end in ends(np.arange(6))]
    [[0, 0, 1, 0, 1, 2], [1, 2, 2, 3, 3, 3]]
    """
    high = ((1 + np.sqrt(1 + 8 * pair.astype(np.float64))) / 2).astype(np.int64)
    high -= high * (high - 1) // 2 > pair
    high += high * (high + 1) // 2 <= pair
    return pair - high * (high - 1) // 2, high
