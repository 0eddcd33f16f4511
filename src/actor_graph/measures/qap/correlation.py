"""The correlation of two relations, beside what comes of it where the actors of one are dealt out anew."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np

from actor_graph.measures.chance import Chance
from actor_graph.measures.graph import Bools
from actor_graph.measures.qap.relations import (
    Relation,
    Ties,
    cells_of,
    expected_in_common,
    in_common,
    moves,
    pairs_of,
)  # fmt: skip

NAN = float("nan")


@dataclass(frozen=True, eq=False, repr=False)
class Correlation:
    """Two relations side by side.

    Attributes
    ----------
    r
        Pearson's correlation over all pairs of actors; nan where one of the two has no pair, or every pair.
    common
        The pairs that are in both.
    expected
        The mean of ``common`` over all permutations, exactly; nan without a pair of actors.
    chance
        ``common`` beside its value in each permutation: ``p_lower``, ``p_upper``, ``p``; nan where r is.
    """

    r: float
    common: int
    expected: float
    chance: Chance


def correlation(x: Relation, y: Relation, draws: int = 2000, seed: int = 1, within: Bools | None = None) -> Correlation:
    """The correlation of two relations of the same actors, rows and columns of ``x`` permuted jointly.

    With N pairs of actors, a of them in x, b in y, G in both: r = (N·G − a·b) / √(a(N − a) · b(N − b)). In every
    permutation N, a and b are the same, so r rises with G alone, and the whole number G is what is compared:
    p_lower = (k + 1) / (R + 1), k of the R permutations with as many pairs in common or fewer; p_upper with as many or
    more; p = min(1, twice the smaller).

    Parameters
    ----------
    x, y : relations of the same actors.
    draws : the number of permutations.
    seed : a whole number from 0.
    within : a mask over the actors; those of it are dealt out among each other alone, and so the others. With those who
        have answered, what nobody could name stays where nobody could name it: else it would lie in x and in y on the
        same pairs, and relations that have nothing to do with each other would seem to go together.

    Examples
    --------
    >>> ring = Ties.of(5, np.arange(5), np.arange(1, 6) % 5)
    >>> found = correlation(ring, ring, draws=99)
    >>> found.r, found.common, found.expected
    (1.0, 5, 2.5)
    >>> correlation(ring, Ties.of(5, np.zeros(0), np.zeros(0))).chance.p
    nan

    References
    ----------
    Hubert, Schultz (1976). Quadratic assignment as a general data analysis strategy. British Journal of Mathematical
    and Statistical Psychology 29, 190–241. Krackhardt (1988). Predicting with networks: nonparametric multiple
    regression analysis of dyadic data. Social Networks 10, 359–381.
    """
    n, a, b = x.n, x.count, y.count
    pairs = pairs_of(n)
    common = int(in_common(x, y, np.arange(n)[None, :])[0])
    spread = a * (pairs - a) * b * (pairs - b)
    expected = expected_in_common(x, y, within)
    if not spread:
        return Correlation(NAN, common, expected, Chance(NAN, np.zeros(0)))
    dealt = [in_common(x, y, places) for places in moves(n, draws, seed, cells_of((x, y)), within)]
    chance = Chance(float(common), np.concatenate(dealt).astype(np.float64))
    return Correlation((pairs * common - a * b) / sqrt(spread), common, expected, chance)


def deviation(x: Ties, y: Ties) -> float:
    """The standard deviation of the pairs in common over all permutations, exactly (Mantel 1967); nan without a pair.

    With N = n(n−1)/2 pairs, m ties and A = Σ d(d−1) of each: E[G] = m₁m₂/N, and E[G²] = E[G] + A₁A₂/T +
    (m₁(m₁−1) − A₁)(m₂(m₂−1) − A₂)/U, T = n(n−1)(n−2) ordered pairs of pairs that share an actor, U = N(N−1) − T those
    that share none.

    Examples
    --------
    Of three actors, one tie each: it lies on the other's with chance 1/3.

    >>> one = Ties.of(3, np.array([0]), np.array([1]))
    >>> bool(np.isclose(deviation(one, one) ** 2, 1 / 3 * 2 / 3))
    True

    References
    ----------
    Mantel (1967). The detection of disease clustering and a generalized regression approach. Cancer Research 27,
    209–220.
    """
    n, pairs = x.n, pairs_of(x.n)
    if not pairs:
        return NAN
    sharing = n * (n - 1) * (n - 2)
    apart = pairs * (pairs - 1) - sharing
    (m1, a1), (m2, a2) = _of_one(x), _of_one(y)
    mean = m1 * m2 / pairs
    square = mean + (a1 * a2 / sharing if sharing else 0)
    square += (m1 * (m1 - 1) - a1) * (m2 * (m2 - 1) - a2) / apart if apart else 0
    return sqrt(max(0.0, square - mean**2))


def _of_one(ties: Ties) -> tuple[int, int]:
    degree = np.bincount(np.concatenate([ties.u, ties.v]), minlength=ties.n)
    return ties.count, int((degree * (degree - 1)).sum())
