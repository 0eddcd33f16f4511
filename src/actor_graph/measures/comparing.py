"""Do figures differ by more than their standard errors let expect? Two figures, several, and many at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import erfc, hypot, isfinite, sqrt
from statistics import NormalDist

import numpy as np

from actor_graph.measures.adjusting import holm

NAN = float("nan")
WITHIN = 1.959963984540054
"""So many standard errors to both sides hold 95 % of a normal distribution."""
LEVEL = 0.05
"""Intervals hold 95 %, and two figures differ where the adjusted p is smaller."""
SAME = 1e-9
"""A difference, or an error, smaller than this is none."""


@dataclass(frozen=True)
class Difference:
    """A difference of two figures, with its standard error.

    >>> found = Difference(0.1, 0.05)
    >>> found.z, round(found.p, 4), round(found.low, 4), round(found.high, 4)
    (2.0, 0.0455, 0.002, 0.198)
    """

    difference: float
    error: float

    @property
    def z(self) -> float:
        """The difference in standard errors; nan where there is no error to measure by."""
        return self.difference / self.error if self.error > SAME else NAN

    @property
    def p(self) -> float:
        """Two-sided, by the normal distribution. Without an error 1 where nothing differs, else nan."""
        if self.error <= SAME:
            return 1.0 if abs(self.difference) <= SAME else NAN
        return erfc(abs(self.z) / sqrt(2))

    @property
    def low(self) -> float:
        """The lower end of the 95 % interval."""
        return self.interval()[0]

    @property
    def high(self) -> float:
        """The upper end of the 95 % interval."""
        return self.interval()[1]

    def interval(self, of: int = 1) -> tuple[float, float]:
        """The interval that holds the difference, with 95 % for so many at once (Bonferroni: each with 1 − 0.05 / of).

        >>> [round(end, 4) for end in Difference(0.1, 0.05).interval(of=3)]
        [-0.0197, 0.2197]
        """
        within = WITHIN if of == 1 else NormalDist().inv_cdf(1 - LEVEL / (2 * of))
        return self.difference - within * self.error, self.difference + within * self.error


def between(a: float, error_a: float, b: float, error_b: float) -> Difference:
    """The difference a − b of two figures that know nothing of each other, as of two cities: √(se_a² + se_b²).

    The error is nan where one of the two has none although they differ: a mean at its end, as a share of 0, varies in
    no sample of its own, which says nothing of how much it could have been.

    >>> between(0.5, 0.03, 0.4, 0.04)
    Difference(difference=0.09999999999999998, error=0.05)
    """
    unknown = min(error_a, error_b) <= SAME < abs(a - b)
    return Difference(a - b, NAN if unknown else hypot(error_a, error_b))


def adjusted(differences: Sequence[Difference]) -> list[float]:
    """The p of many differences of one figure, adjusted by Holm; those that have none stay nan and are not counted.

    >>> [round(p, 3) for p in adjusted([Difference(0.1, 0.04), Difference(0.1, 0.05), Difference(1, 0)])]
    [0.025, 0.046, nan]
    """
    found: list[float] = holm(np.array([one.p for one in differences], dtype=np.float64)).tolist()
    return found


def together(differences: Sequence[Difference]) -> list[tuple[float, float]]:
    """The intervals of many differences of one figure, which hold with 95 % all at once, and agree with ``adjusted``.

    They are Bonferroni's. Where Holm's steps tell more, that a difference is not 0 although its interval holds 0, the
    interval ends at 0: which of the two figures is larger is known then. So an interval has both signs in it where the
    adjusted p is not below 0.05, and nowhere else. Those without an error stay nan and are not counted.

    >>> [tuple(round(end, 3) for end in ends) for ends in together([Difference(0.1, 0.04), Difference(0.1, 0.05)])]
    [(0.01, 0.19), (0.0, 0.212)]

    References
    ----------
    Strassburger, Bretz (2008). Compatible simultaneous lower confidence bounds for the Holm procedure and other
    Bonferroni-based closed tests. Statistics in Medicine 27, 4914–4927.
    """
    count = sum(isfinite(one.p) for one in differences)
    found = []
    for one, p in zip(differences, adjusted(differences), strict=True):
        low, high = one.interval(max(count, 1))
        if p < LEVEL:
            low, high = (max(low, 0.0), high) if one.difference > 0 else (low, min(high, 0.0))
        found.append((low, high))
    return found


def each_two(values: Sequence[float]) -> list[tuple[int, int]]:
    """The places of each two that have a value.

    >>> each_two([0.1, float("nan"), 0.3, 0.2])
    [(0, 2), (0, 3), (2, 3)]
    """
    return list(combinations([i for i, value in enumerate(values) if isfinite(value)], 2))


def with_median(values: Sequence[float], sound: Sequence[bool] | None = None) -> list[tuple[int, int]]:
    """The places of each one and the one in the middle: of two the lower one, of equals the first.

    It is the middle of those that are ``sound``, if there are any; default all.

    >>> with_median([0.1, float("nan"), 0.3, 0.2, 0.4])
    [(0, 3), (2, 3), (4, 3)]
    >>> with_median([0.1, 0.3, 0.2, 0.4], [False, True, False, True])
    [(0, 1), (2, 1), (3, 1)]
    """
    known = [i for i, value in enumerate(values) if isfinite(value)]
    if not known:
        return []
    among = [i for i in known if sound is not None and sound[i]] or known
    middle = sorted(among, key=lambda i: (values[i], i))[(len(among) - 1) // 2]
    return [(i, middle) for i in known if i != middle]


@dataclass(frozen=True)
class Heterogeneity:
    """Whether several figures differ at all: Cochran's Q, how many it is of, its degrees of freedom and p."""

    q: float
    count: int
    df: int
    p: float


def cochran_q(values: Sequence[float], errors: Sequence[float]) -> Heterogeneity:
    """Cochran's Q: do several figures differ by more than their standard errors let expect?

    Q = Σ w (x − x̄)² with w = 1 / se² and x̄ the mean weighted by w; p from the chi-square distribution with one degree
    of freedom less than there are figures. With errors that are too large rather than too small p is too large, too.

    Parameters
    ----------
    values, errors : figures and their standard errors. Undefined ones, and those without an error, are left out.

    Returns
    -------
    q and p nan, and df 0, where fewer than two are left.

    Examples
    --------
    Two figures: Q is the square of z, and p that of the difference.

    >>> cochran_q([0.5, 0.4], [0.03, 0.04]).p, between(0.5, 0.03, 0.4, 0.04).p
    (0.0455..., 0.0455...)
    >>> cochran_q([0.5], [0.1])
    Heterogeneity(q=nan, count=1, df=0, p=nan)

    References
    ----------
    Cochran (1954). The combination of estimates from different experiments. Biometrics 10, 101–129.
    """
    known = [(x, e) for x, e in zip(values, errors, strict=True) if isfinite(x) and isfinite(e) and e > SAME]
    if len(known) < 2:
        return Heterogeneity(NAN, len(known), 0, NAN)
    x, error = np.array(known, dtype=np.float64).T
    weight = (error.min() / error) ** 2
    mean = float((weight * x).sum() / weight.sum())
    q = float((((x - mean) / error) ** 2).sum())
    return Heterogeneity(q, len(known), len(known) - 1, chi_square_tail(q, len(known) - 1))


def chi_square_tail(q: float, df: int) -> float:
    """The chance of as much or more under the chi-square distribution.

    >>> round(chi_square_tail(3.841458820694124, 1), 12), chi_square_tail(0, 7)
    (0.05, 1.0)
    """
    from scipy.special import gammaincc

    return float(gammaincc(df / 2, q / 2))
