"""Portrait divergence: how far two networks differ in who has how many others at which distance.

There are two variants of it; this is the one of netrd's published code, named so wherever it is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from actor_graph.measures.graph import Floats, Graph, once_per_graph

NAN = float("nan")
WORD, WORDS = 64, 8
"""So many sources in a machine word, and so many words at a time."""
Counts = npt.NDArray[np.int64]


def portrait_divergence(one: Graph, other: Graph) -> float:
    """The portrait divergence of two graphs (netrd's variant), which need not be of the same actors.

    The Jensen-Shannon divergence, to base 2, of P(k, l) = (B_lk / n) · P(l), with B_lk the actors that have k actors at
    distance l (``portrait``; distance 0 is one of them, and k = 0 is), and P(l) = Σ_k k B_lk / Σ_c n_c², c the
    components: the share of all pairs joined by a path, each actor with itself among them, that are l apart.

    Returns
    -------
    From 0, for graphs of the same portrait, to 1, for those that share no k at any distance. nan without an actor in
    one of the two. Between networks of different size it is dominated by size.

    Examples
    --------
    >>> path = Graph.from_ties(3, np.array([0, 1]), np.array([1, 2]))
    >>> portrait_divergence(path, path)
    0.0
    >>> portrait_divergence(path, Graph.from_ties(0, np.zeros(0), np.zeros(0)))
    nan

    References
    ----------
    Bagrow, Bollt (2019). An information-theoretic, all-scales approach to comparing networks. Applied Network Science
    4, 45. https://doi.org/10.1007/s41109-019-0156-x . The variant: McCabe et al. (2021). netrd: A library for network
    reconstruction and graph distances. Journal of Open Source Software 6, 2990. https://doi.org/10.21105/joss.02990
    """
    return divergence(portrait(one), portrait(other)) if one.n and other.n else NAN


def divergence(one: Counts, other: Counts) -> float:
    """The portrait divergence of two graphs from their portraits, see ``portrait_divergence``."""
    p, q = _shares(one), _shares(other)
    rows, columns = max(len(p), len(q)), max(p.shape[1], q.shape[1])
    p, q = (np.pad(x, [(0, rows - x.shape[0]), (0, columns - x.shape[1])]) for x in (p, q))
    middle = (p + q) / 2
    return min(1.0, max(0.0, (_relative(p, middle) + _relative(q, middle)) / 2))


@once_per_graph
def portrait(graph: Graph) -> Counts:
    """The network portrait: in row l and column k the number of actors that have k actors at distance l.

    Row 0 says that each actor has one at distance 0, itself; row 1 is the distribution of degrees. Who can't be reached
    is at no distance.

    Examples
    --------
    Of a path of three: two ends with one partner, a middle with two; two with one at distance 2.

    >>> portrait(Graph.from_ties(3, np.array([0, 1]), np.array([1, 2]))).tolist()
    [[0, 3, 0], [0, 2, 1], [1, 2, 0]]

    References
    ----------
    Bagrow, Bollt, Skufca, ben-Avraham (2008). Portraits of complex networks. Europhysics Letters 81, 68004.
    """
    shells = [np.concatenate(parts) for parts in _by_distance(graph)]
    widest = max((int(shell.max(initial=0)) for shell in shells), default=0)
    return np.array([np.bincount(shell, minlength=widest + 1) for shell in shells], dtype=np.int64)


def _by_distance(graph: Graph) -> list[list[Counts]]:
    """For each distance how many actors each one has there, in parts of several actors at a time."""
    parts: list[list[Counts]] = []
    done = 0
    for first in range(0, graph.n, WORD * WORDS):
        sources = np.arange(first, min(first + WORD * WORDS, graph.n))
        for distance, counts in enumerate(_shells(graph, sources)):
            if distance == len(parts):
                parts.append([np.zeros(done, dtype=np.int64)])
            parts[distance].append(counts)
        for farther in parts[distance + 1 :]:
            farther.append(np.zeros(len(sources), dtype=np.int64))
        done += len(sources)
    return parts


def _shells(graph: Graph, sources: Counts) -> Iterator[Counts]:
    """How many actors each source has at distance 0, 1, …: a search from all of them at once, a bit for each.

    An actor's bits are those of the sources from which it was reached; each step hands them on to its partners.
    """
    n, count = graph.n, len(sources)
    bits = np.zeros((n, -(-count // WORD) * WORD), dtype=np.uint8)
    bits[sources, np.arange(count)] = 1
    front: Any = np.packbits(bits, axis=1).view(np.uint64)
    seen = front.copy()
    tied = graph.degree > 0
    starts = graph.indptr[:-1][tied]
    while front.any():
        yield np.unpackbits(front.view(np.uint8), axis=1)[:, :count].sum(axis=0, dtype=np.int64)
        reached = np.zeros_like(front)
        if len(starts):
            reached[tied] = np.bitwise_or.reduceat(front[graph.indices], starts, axis=0)
        front = reached & ~seen
        seen |= front


def _shares(counted: Counts) -> Floats:
    """P(k, l) of a portrait."""
    n = counted[0].sum()
    pairs = counted @ np.arange(counted.shape[1])
    return np.asarray(counted / n * (pairs / pairs.sum())[:, None])


def _relative(p: Floats, q: Floats) -> float:
    """The relative entropy Σ p log₂(p / q); q is above 0 where p is."""
    some = p > 0
    return float((p[some] * np.log2(p[some] / q[some])).sum())
