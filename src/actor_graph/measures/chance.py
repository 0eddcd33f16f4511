"""Chance: what a figure would be if the types were dealt out at random. A service apart from the figures themselves.

A dealing keeps ties, clusters and the number of actors of each type, and shuffles only who is of which type. Each check
draws from a stream of random numbers of its own (``Stream``), so that none depends on another having run; a stream is
read dealing by dealing, so that the size of a batch changes nothing. Where ids are given, the types are dealt to the
actors in the order of their ids, so that the order of the input changes nothing either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt

from actor_graph.measures.adjusting import holm
from actor_graph.measures.composition import enough_typed, type_counts
from actor_graph.measures.graph import Bools, Floats, Graph, Ints
from actor_graph.measures.mixing import assortativity_of

Dealt = npt.NDArray[np.integer[Any]]
TOLERANCE = 1e-9  # two values nearer than this are equal
CELLS = 2**19  # 8-byte cells of a batch of dealings: small enough to stay in the processor's cache


class Stream(IntEnum):
    """The independent streams of random numbers under one seed."""

    MIXING = 1
    COMPOSITION = 2
    STABILITY = 3
    MEETING = 4
    SIZE = 5
    DEGREES = 6
    QAP = 7
    COMPLETIONS = 11
    ROBUSTNESS = 12


def generator(seed: int, stream: Stream) -> np.random.Generator:
    """The random numbers of one check under a seed, a whole number from 0."""
    return np.random.default_rng(np.random.SeedSequence([seed, stream]))


def dealings(labels: Ints, draws: int, rng: np.random.Generator, cells: int) -> Iterator[Dealt]:
    """Deal the labels out at random, again and again: batches of rows, a row one dealing, ``draws`` rows in all.

    Parameters
    ----------
    labels : of those among whom they are dealt, none below 0.
    draws : the number of dealings.
    rng : the random numbers.
    cells : what one dealing costs in cells of memory; a batch holds as many dealings as fit ``CELLS``.

    Examples
    --------
    >>> [batch.shape for batch in dealings(np.array([0, 0, 1]), 5, generator(1, Stream.MIXING), CELLS // 2)]
    [(2, 3), (2, 3), (1, 3)]
    """
    compact = labels.astype(np.min_scalar_type(int(labels.max(initial=0))))
    rows = max(1, CELLS // max(cells, 1))
    for done in range(0, draws, rows):
        batch = np.tile(compact, (min(rows, draws - done), 1))
        yield rng.permuted(batch, axis=1, out=batch)


@dataclass(frozen=True, eq=False, repr=False)
class Chance:
    """A figure beside what dealing at random gives: ``observed`` and one value per dealing in ``dealt``.

    Dealings where the figure is undefined (nan) are left out; r counts the rest. Values nearer than 1e-9 are equal.

    Examples
    --------
    >>> chance = Chance(3.0, np.array([1.0, 2.0, 3.0, np.nan]))
    >>> chance.p_lower, chance.p_upper, chance.p
    (1.0, 0.5, 1.0)
    >>> Chance(np.nan, np.array([1.0])).p
    nan

    References
    ----------
    Phipson, Smyth (2010). Permutation p-values should never be zero. Statistical Applications in Genetics and Molecular
    Biology 9, 39. https://doi.org/10.2202/1544-6115.1585
    """

    observed: float
    dealt: Floats

    @property
    def p_lower(self) -> float:
        """(b + 1) / (r + 1), b the dealings as low or lower: near 0, the figure is lower than chance gives."""
        return self._p(self.dealt <= self.observed + TOLERANCE)

    @property
    def p_upper(self) -> float:
        """(b + 1) / (r + 1), b the dealings as high or higher: near 0, the figure is higher than chance gives."""
        return self._p(self.dealt >= self.observed - TOLERANCE)

    @property
    def p(self) -> float:
        """Two-sided: the smaller of both, doubled, at most 1."""
        return min(1.0, 2 * min(self.p_lower, self.p_upper)) if np.isfinite(self.observed) else float("nan")

    @property
    def interval(self) -> tuple[float, float]:
        """Between which values 95 % of the dealings lie: their 2.5 % and 97.5 % quantiles (linear); nan without any."""
        known = self.dealt[np.isfinite(self.dealt)]
        if not len(known) or not np.isfinite(self.observed):
            return float("nan"), float("nan")
        low, high = np.quantile(known, [0.025, 0.975]).tolist()
        return low, high

    def _p(self, as_extreme: Bools) -> float:
        r = int(np.isfinite(self.dealt).sum())
        return (int(as_extreme.sum()) + 1) / (r + 1) if np.isfinite(self.observed) else float("nan")


@dataclass(frozen=True, eq=False, repr=False)
class MixingChance:
    """The E-I index and the assortativity, each beside the same dealings."""

    ei: Chance
    assortativity: Chance


def mixing_chance(
    graph: Graph, labels: Ints, draws: int = 2000, seed: int = 1, ids: Sequence[str] | None = None
) -> MixingChance:
    """E-I index and assortativity against types dealt at random among all typed actors, ties fixed.

    A dealing needs only two numbers: the ties within types, and Σ (tie-ends of a type)².

    Parameters
    ----------
    graph : Graph
    labels : type per actor, −1 = none.
    draws : the number of dealings.
    seed : a whole number from 0.
    ids : the actors' ids; with them the answer does not depend on the order of the input.

    Returns
    -------
    ``.ei.p_lower`` near 0: types keep more to themselves than chance gives; ``.ei.p_upper`` near 0: they meet more;
    ``.ei.p``, ``.assortativity.p`` two-sided. All nan without a typed tie; those of assortativity, too, where all typed
    ends are of one type.

    Examples
    --------
    >>> pair = Graph.from_ties(3, np.array([0]), np.array([1]))
    >>> chance = mixing_chance(pair, np.array([0, 0, 1]))
    >>> chance.ei.observed, chance.ei.p_upper, chance.assortativity.p
    (-1.0, 1.0, nan)
    >>> mixing_chance(pair, np.array([0, -1, 1])).ei.p
    nan
    """
    typed = in_order(labels >= 0, ids)
    place = np.full(graph.n, -1, dtype=np.int64)
    place[typed] = np.arange(len(typed))
    u, v = (place[end] for end in graph.ties()[:2])
    u, v = u[(u >= 0) & (v >= 0)], v[(u >= 0) & (v >= 0)]
    if not len(u):
        return MixingChance(Chance(float("nan"), np.zeros(0)), Chance(float("nan"), np.zeros(0)))
    own = labels[typed]
    dealt = dealings(own, draws, generator(seed, Stream.MIXING), max(len(own), len(u) // 4))
    internal, squares = np.concatenate([_mixed(rows, u, v) for rows in chain([own[None, :]], dealt)], axis=1)
    ei = 1 - 2 * internal / len(u)
    nominal = assortativity_of(internal, squares, len(u))
    return MixingChance(Chance(float(ei[0]), ei[1:]), Chance(float(nominal[0]), nominal[1:]))


@dataclass(frozen=True, eq=False, repr=False)
class CompositionChance:
    """Per cluster, the chance of a composition as one-sided as the observed one, or as varied; plain and adjusted."""

    p_homogeneous: Floats
    p_heterogeneous: Floats
    p_homogeneous_adjusted: Floats
    p_heterogeneous_adjusted: Floats


def composition_chance(
    clusters: Ints,
    labels: Ints,
    draws: int = 2000,
    seed: int = 1,
    ids: Sequence[str] | None = None,
    *,
    typed_members: int = 3,
    typed_share: float = 0.5,
) -> CompositionChance:
    """The composition of each cluster against types dealt at random among the typed actors in clusters.

    One dealing serves all clusters at once. Compared is the whole number Σ n_t², n_t the cluster's members of type t:
    the larger, the more homogeneous. It shows that types and clusters hang together, not why.

    Parameters
    ----------
    clusters : cluster per actor, −1 = none.
    labels : type per actor, −1 = none.
    draws : the number of dealings.
    seed : a whole number from 0.
    ids : the actors' ids; with them the answer does not depend on the order of the input.
    typed_members, typed_share : clusters with fewer typed members, or a smaller share of all members, have no p.

    Returns
    -------
    ``p_homogeneous`` = (b + 1) / (r + 1), b the dealings with a Σ n_t² as large or larger: near 0, the cluster is more
    homogeneous than chance gives; ``p_heterogeneous`` with as small or smaller. Both adjusted by Holm over all p of
    both directions together. nan where too few members are typed, and everywhere where the landscape has one type.

    Examples
    --------
    >>> chance = composition_chance(np.repeat([0, 1, 2], [6, 6, 2]), np.repeat([0, 1, 0], [6, 6, 2]), draws=99)
    >>> chance.p_homogeneous, chance.p_heterogeneous
    (array([0.01, 0.01,  nan]), array([ 1.,  1., nan]))
    >>> chance.p_homogeneous_adjusted
    array([0.04, 0.04,  nan])
    >>> composition_chance(np.array([0, 0, 0]), np.array([0, 0, 0])).p_homogeneous
    array([nan])

    References
    ----------
    Phipson, Smyth (2010), see ``Chance``; Holm (1979), see ``adjusting.holm``.
    """
    k, count = int(labels.max(initial=-1)) + 1, int(clusters.max(initial=-1)) + 1
    counts = type_counts(clusters, labels, k)
    asked = enough_typed(counts, np.bincount(clusters[clusters >= 0], minlength=count), typed_members, typed_share)
    asked &= len(np.unique(labels[labels >= 0])) > 1
    dealt_to = in_order((clusters >= 0) & (labels >= 0), ids)
    larger, smaller, observed = np.zeros(count), np.zeros(count), (counts**2).sum(axis=1)
    cells = max(len(dealt_to), counts.size)
    rng = generator(seed, Stream.COMPOSITION)
    for rows in dealings(labels[dealt_to], draws if asked.any() else 0, rng, cells):
        squares = _squares(rows, clusters[dealt_to], k, count)
        larger += (squares >= observed).sum(axis=0)
        smaller += (squares <= observed).sum(axis=0)
    p = np.where(asked, (np.stack([larger, smaller]) + 1) / (draws + 1), np.nan)
    return CompositionChance(*p, *holm(p.ravel()).reshape(p.shape))


def in_order(chosen: Bools, ids: Sequence[str] | None) -> npt.NDArray[np.int64]:
    """The places of the chosen actors, in the order of their ids where these are given."""
    order = np.arange(len(chosen)) if ids is None else np.array(sorted(range(len(ids)), key=ids.__getitem__), np.int64)
    return order[chosen[order]]


def _mixed(dealt: Dealt, u: Ints, v: Ints) -> Floats:
    """For each dealing: the ties within types, and Σ (tie-ends of a type)²."""
    rows, n = dealt.shape
    k = int(dealt.max()) + 1
    degree = np.bincount(np.concatenate([u, v]), minlength=n).astype(np.float64)
    cells = dealt + np.arange(rows)[:, None] * k
    ends = np.bincount(cells.ravel(), np.broadcast_to(degree, dealt.shape).ravel(), rows * k).reshape(rows, k)
    return np.stack([np.count_nonzero(dealt[:, u] == dealt[:, v], axis=1), (ends**2).sum(axis=1)])


def _squares(dealt: Dealt, clusters: Ints, k: int, count: int) -> npt.NDArray[np.int64]:
    """For each dealing and cluster: Σ n_t²."""
    rows = len(dealt)
    cells = dealt + clusters * k + np.arange(rows)[:, None] * (count * k)
    counts = np.bincount(cells.ravel(), minlength=rows * count * k).reshape(rows, count, k)
    return np.asarray((counts**2).sum(axis=2))
