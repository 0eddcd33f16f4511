"""Relations of actors, each pair of actors in it or not: ties, or being of the same label; and what two have in common.

All that a quadratic assignment needs of two relations is a whole number, the pairs that are in both after the actors of
one have been dealt out anew: no matrix is made, and equal values are equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import comb

import numpy as np
import numpy.typing as npt

from actor_graph.measures.chance import Stream, dealings, generator
from actor_graph.measures.graph import Bools, Int64s, Ints

Places = npt.NDArray[np.int64]
MOST_LISTED = 8192
"""Up to so many actors all pairs are listed, in at most 64 MB."""


@dataclass(frozen=True, eq=False)
class Ties:
    """The pairs of ``n`` actors that have a tie: both ends of each, every pair once.

    >>> Ties.of(4, np.array([2, 0]), np.array([1, 1])).count
    2
    """

    n: int
    u: Int64s
    v: Int64s
    pairs: Int64s

    @classmethod
    def of(cls, n: int, u: Ints, v: Ints) -> Ties:
        """The relation of these ties, parallel ones once, no actor tied with itself."""
        one, other = np.asarray(u, dtype=np.int64), np.asarray(v, dtype=np.int64)
        apart = one != other
        pairs = np.unique(_numbered(one[apart], other[apart], n))
        return cls(n, pairs // max(n, 1), pairs % max(n, 1), pairs)

    @property
    def count(self) -> int:
        """The pairs that have a tie."""
        return len(self.pairs)

    def among(self, members: Bools) -> Ties:
        """The relation of the chosen actors (a mask over all), in their order."""
        place = np.cumsum(members) - 1
        inside = members[self.u] & members[self.v]
        return Ties.of(int(members.sum()), place[self.u[inside]], place[self.v[inside]])

    def has(self, u: Int64s, v: Int64s) -> Bools:
        """Whether each of these pairs has a tie."""
        if not self.count:
            return np.zeros(u.shape, dtype=bool)
        if self.n <= MOST_LISTED:
            return np.asarray(self._listed.take(u * self.n + v))
        asked = _numbered(u, v, self.n)
        at = np.searchsorted(self.pairs, asked)
        return np.asarray(self.pairs[np.minimum(at, self.count - 1)] == asked)

    @cached_property
    def _listed(self) -> Bools:
        """For every ordered pair whether it has a tie: ten times as fast to look up, as long as it is small."""
        table = np.zeros(self.n * self.n, dtype=bool)
        table[self.u * self.n + self.v] = table[self.v * self.n + self.u] = True
        return table


@dataclass(frozen=True, eq=False)
class Same:
    """The pairs of actors that have the same label; every actor has one, from 0.

    >>> Same(np.array([0, 1, 0, 0])).count
    3
    """

    labels: Int64s

    @property
    def n(self) -> int:
        """The number of actors."""
        return len(self.labels)

    @property
    def count(self) -> int:
        """The pairs that have the same label."""
        return sum(comb(size, 2) for size in np.bincount(self.labels).tolist())

    def among(self, members: Bools) -> Same:
        """The relation of the chosen actors (a mask over all), in their order."""
        return Same(self.labels[members])

    def has(self, u: Int64s, v: Int64s) -> Bools:
        """Whether each of these pairs has the same label."""
        return np.asarray(self.labels[u] == self.labels[v])


Relation = Ties | Same


def pairs_of(n: int) -> int:
    """All pairs of ``n`` actors."""
    return comb(n, 2)


def in_common(moved: Relation, other: Relation, places: Places) -> Int64s:
    """How many pairs are in both relations, once the actors of the first have moved.

    Parameters
    ----------
    moved, other : relations of the same n actors.
    places : a row for each way of moving: where each actor of ``moved`` goes, a permutation of 0 … n−1.

    Returns
    -------
    A whole number for each row.

    Examples
    --------
    >>> path = Ties.of(3, np.array([0, 1]), np.array([1, 2]))
    >>> places = np.array([[0, 1, 2], [1, 0, 2]])
    >>> in_common(path, path, places), in_common(path, Same(np.array([0, 0, 1])), places)
    (array([2, 1]), array([1, 1]))
    """
    return in_common_with_each(moved, [other], places)[0]


def in_common_with_each(moved: Relation, others: Sequence[Relation], places: Places) -> list[Int64s]:
    """The same for several others at once, which saves moving the first anew for each."""
    if isinstance(moved, Ties):
        u, v = places[:, moved.u], places[:, moved.v]
        return [_counted(other.has(u, v)) for other in others]
    back = np.empty_like(places)
    np.put_along_axis(back, places, np.arange(places.shape[1])[None, :], axis=1)
    return [
        _counted(moved.has(back[:, other.u], back[:, other.v]))
        if isinstance(other, Ties)
        else _same_twice(moved.labels, other.labels, places)
        for other in others
    ]


def moves(n: int, draws: int, seed: int, cells: int, within: Bools | None = None) -> Iterator[Places]:
    """Deal ``n`` actors out at random, again and again: batches of rows, a row one permutation, ``draws`` in all.

    ``within`` (a mask over the actors) deals those of a group out among each other alone, and so the others.
    """
    groups = np.zeros(n, dtype=bool) if within is None else within
    for batch in dealings(np.arange(n), draws, generator(seed, Stream.QAP), cells):
        dealt, of_group = np.empty((len(batch), n), dtype=np.int64), groups[batch]
        for group in (True, False):
            dealt[:, groups == group] = batch[of_group == group].reshape(len(batch), -1)
        yield dealt


def expected_in_common(one: Relation, other: Relation, within: Bools | None = None) -> float:
    """The mean of the pairs in common over all permutations (``within`` two groups alone), exactly.

    Pairs within the group, between the groups and within the other each stay what they are: Σ a·b / N over these.

    >>> path = Ties.of(3, np.array([0, 1]), np.array([1, 2]))
    >>> expected_in_common(path, path), expected_in_common(path, path, np.array([True, False, False]))
    (1.3333..., 1.5)
    """
    n = one.n
    groups = np.zeros(n, dtype=bool) if within is None else within
    inside = int(groups.sum())
    pairs = (pairs_of(n - inside), inside * (n - inside), pairs_of(inside))
    parts = ([part.among(~groups).count, 0, part.among(groups).count] for part in (one, other))
    a, b = ([low, part.count - low - high, high] for part, (low, _, high) in zip((one, other), parts, strict=True))
    return sum(x * y / size for x, y, size in zip(a, b, pairs, strict=True) if size) if pairs_of(n) else float("nan")


def cells_of(relations: Iterable[Relation]) -> int:
    """What one way of moving costs in cells of memory."""
    return max((relation.count if isinstance(relation, Ties) else relation.n for relation in relations), default=1)


def _numbered(u: Int64s, v: Int64s, n: int) -> Int64s:
    return np.asarray(np.minimum(u, v) * n + np.maximum(u, v))


def _counted(hits: Bools) -> Int64s:
    return np.asarray(np.count_nonzero(hits, axis=1), dtype=np.int64)


def _same_twice(moved: Int64s, other: Int64s, places: Places) -> Int64s:
    """Σ C(k, 2) over the numbers k of actors that share both labels."""
    rows, k = len(places), int(other.max(initial=-1)) + 1
    k *= int(moved.max(initial=-1)) + 1
    cells = moved * (int(other.max(initial=-1)) + 1) + other[places] + np.arange(rows)[:, None] * k
    sizes = np.bincount(cells.ravel(), minlength=rows * k).reshape(rows, k)
    return np.asarray((sizes * (sizes - 1) // 2).sum(axis=1), dtype=np.int64)
