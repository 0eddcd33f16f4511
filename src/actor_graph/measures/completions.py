"""Missing answers, second way: completions, in which those who have not answered tie as respondents of their type do.

It holds as far as this supposition does. Ties are filled in one by one, so a completion has neither hubs nor triangles
beyond those known, and between respondents and others without regard to types: figures that live on these are smoothed
(``SMOOTHED``). A range of completions is no confidence interval: it says what the missing answers could change, not how
the survey as a whole could have gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from actor_graph.measures.bounds import missing_pairs, with_ties
from actor_graph.measures.chance import Stream, in_order
from actor_graph.measures.graph import Bools, Floats, Graph, Int64s, Ints

DRAWS = 200
SMOOTHED = (
    "degree_centralization", "betweenness_centralization", "transitivity", "average_clustering", "average_path_length",
    "diameter", "degree_gini", "assortativity", "ei_index", "ei_rescaled", "top_dog_tie_share",
)  # fmt: skip
"""Figures that live on hubs, triangles or types, and so lie too near to those of a random graph in a completion."""


@dataclass(frozen=True, eq=False, repr=False)
class Filling:
    """With which chance a tie is filled in, for each pair that is missing (see ``bounds``).

    Attributes
    ----------
    graph
        What has been named; it stays in every completion.
    u, v, start
        The missing pairs, cell by cell: cell c holds those from ``start[c]`` to ``start[c + 1]``. The last cell holds
        the pairs of a respondent and a non-respondent, each other one the pairs of non-respondents of two types.
    ties, pairs
        For each cell but the last: ties t and pairs p of respondents of these two types.
    rate
        r, the overall rate of ties among respondents, kept within [1/(2P), 1 − 1/(2P)], P all pairs of respondents;
        nan where there is none, and then nothing can be filled in.
    one_sided
        The chance that somebody states a tie that the other end, which answered, does not: u / (2·p0 + u), u pairs of
        respondents with a tie stated by one side only, p0 without a tie. 0 where nobody is known to have reported.
    """

    graph: Graph
    u: Int64s
    v: Int64s
    start: Int64s
    ties: Int64s
    pairs: Int64s
    rate: float
    one_sided: float

    @property
    def possible(self) -> bool:
        """Whether anything can be said of rates: two respondents at least, or nothing is missing."""
        return bool(np.isfinite(self.rate)) or not len(self.u)

    def expected(self) -> Floats:
        """The mean number of ties filled in, cell by cell: the pairs times (t + r)/(p + 1), or times ``one_sided``."""
        chances = np.append((self.ties + self.rate) / (self.pairs + 1), self.one_sided)
        return np.asarray(np.diff(self.start) * chances, dtype=np.float64)


def filling(
    graph: Graph, answered: Bools, labels: Ints, reported: Bools | None = None, ids: Sequence[str] | None = None
) -> Filling:
    """Count among the respondents what the missing answers are filled in by.

    Parameters
    ----------
    graph : Graph
    answered : who answered.
    labels : type per actor, −1 = none; those without a type are a type of their own here.
    reported : for each tie in the order of ``graph.ties()``, did its lower, its higher end state it; None where
        nobody is known to have reported: then no tie is filled in between a respondent and a non-respondent, so that
        the completions are rather too thin.
    ids : the actors' ids; with them the completions do not depend on the order of the input.

    Examples
    --------
    Four of one type, three answered; of their three pairs one has a tie:

    >>> pair, answered, one_type = Graph.from_ties(4, [0], [1]), np.array([1, 1, 1, 0], bool), np.zeros(4, int)
    >>> found = filling(pair, answered, one_type)
    >>> found.ties.tolist(), found.pairs.tolist(), found.rate, found.one_sided
    ([], [], 0.3333333333333333, 0.0)
    >>> len(found.u)
    3

    Two pairs without a tie, one with a tie stated by one side: 1 / (2 · 2 + 1).

    >>> filling(pair, answered, one_type, np.array([[True, False]])).one_sided
    0.2
    """
    answered = np.asarray(answered, dtype=bool)
    kind = _from_zero(np.asarray(labels, dtype=np.int64))
    u, v, cell = _cells(graph, answered, kind, ids)
    cells, first, count = np.unique(cell, return_index=True, return_counts=True)
    two_types = cells[cells < _LAST]
    start = np.concatenate([first[: len(two_types)], [int(count[: len(two_types)].sum()), len(u)]])
    a, b, _ = graph.ties()
    heard = answered[a] & answered[b]
    k = int(kind.max(initial=0)) + 1
    size = np.bincount(kind[answered], minlength=k)
    low, high = np.divmod(two_types, k)
    pairs = np.where(low == high, size[low] * (size[low] - 1) // 2, size[low] * size[high])
    ends = np.sort(kind[np.stack([a[heard], b[heard]])], axis=0)
    ties = np.bincount(ends[0] * k + ends[1], minlength=k * k)[two_types]
    every = int(answered.sum()) * (int(answered.sum()) - 1) // 2
    rate = float(np.clip(heard.sum() / every, 1 / (2 * every), 1 - 1 / (2 * every))) if every else float("nan")
    return Filling(graph, u, v, start, ties, pairs, rate, _one_sided(every - int(heard.sum()), reported, heard))


def completion(filling: Filling, seed: int, draw: int) -> Graph:
    """One completion: what has been named, and the ties filled in under a seed in the draw of this number.

    The rate of each two types is drawn from Beta(t + r, p − t + 1 − r), then each of their missing pairs gets a tie
    with it; a pair of a respondent and a non-respondent gets one with ``one_sided``. Each draw has random numbers of
    its own, so that it does not matter who makes which, nor in which order.

    Raises
    ------
    ValueError
        No two actors have answered, so nothing says how they tie.
    """
    if not filling.possible:
        raise ValueError("no two actors have answered: there is no rate to fill in by")
    rng = np.random.default_rng(np.random.SeedSequence([seed, Stream.COMPLETIONS, draw]))
    t, p, r = filling.ties, filling.pairs, filling.rate
    rates = np.append(rng.beta(t + r, p - t + 1 - r), filling.one_sided)
    sizes = np.diff(filling.start)
    filled = rng.binomial(sizes, rates)
    chosen = [
        at + rng.choice(size, n, replace=False, shuffle=False)
        for at, size, n in zip(filling.start[:-1].tolist(), sizes.tolist(), filled.tolist(), strict=True)
    ]
    places = np.concatenate([np.zeros(0, np.int64), *chosen])
    return with_ties(filling.graph, filling.u[places], filling.v[places])


def quantiles(values: Floats) -> tuple[float, float]:
    """Between which values 95 % of the completions lie: 2.5 % and 97.5 % (linear) of those that are defined, else nan.

    >>> quantiles(np.array([1.0, 2.0, 3.0, np.nan]))
    (1.05, 2.95)
    """
    known = values[np.isfinite(values)]
    if not len(known):
        return float("nan"), float("nan")
    low, high = np.quantile(known, [0.025, 0.975]).tolist()
    return low, high


_LAST = np.iinfo(np.int64).max
"""The cell of pairs of a respondent and a non-respondent: behind those of any two types."""


def _from_zero(labels: Int64s) -> Int64s:
    """Types from 0; those without one are the last."""
    return np.where(labels < 0, labels.max(initial=-1) + 1, labels)


def _cells(graph: Graph, answered: Bools, kind: Int64s, ids: Sequence[str] | None) -> tuple[Int64s, Int64s, Int64s]:
    """The missing pairs and the cell of each, cell by cell, within a cell in the order of the ids."""
    order = in_order(np.ones(graph.n, dtype=np.bool_), ids)
    place = np.empty(graph.n, dtype=np.int64)
    place[order] = np.arange(graph.n)
    a, b, _ = graph.ties()
    u, v = (order[end] for end in missing_pairs(Graph.from_ties(graph.n, place[a], place[b]), answered[order]))
    ends, k = np.sort(kind[np.stack([u, v])], axis=0), int(kind.max(initial=0)) + 1
    cell = np.where(answered[u] | answered[v], _LAST, ends[0] * k + ends[1])
    sorted_ = np.argsort(cell, kind="stable")
    return u[sorted_], v[sorted_], cell[sorted_]


def _one_sided(without: int, reported: Bools | None, heard: Bools) -> float:
    if reported is None:
        return 0.0
    one = int((np.asarray(reported, dtype=bool)[heard].sum(axis=1) == 1).sum())
    return one / (2 * without + one) if one else 0.0
