"""Differences, intervals, Cochran's Q and Holm: closed forms, tables, and where nothing can be said."""

from __future__ import annotations

from math import erfc, exp, nan, pi, sqrt

import numpy as np
import pytest

from actor_graph.measures.comparing import (
    Difference,
    adjusted,
    between,
    chi_square_tail,
    cochran_q,
    each_two,
    with_median,
)

TABLE = [
    (3.841, 1, 0.05),
    (5.991, 2, 0.05),
    (7.815, 3, 0.05),
    (18.307, 10, 0.05),
    (6.635, 1, 0.01),
    (124.342, 100, 0.05),
]
"""Critical values of the chi-square distribution as printed in any textbook."""


@pytest.mark.parametrize(("q", "df", "p"), TABLE)
def test_the_chi_square_tail_is_that_of_the_tables(q: float, df: int, p: float) -> None:
    assert chi_square_tail(q, df) == pytest.approx(p, rel=2e-3)


@pytest.mark.parametrize("q", [0.0, 0.3, 2.0, 11.0, 60.0])
def test_the_chi_square_tail_in_closed_form(q: float) -> None:
    """df 1: erfc(√(q/2)); 2: exp(−q/2); 3: both and √(2q/π) exp(−q/2); 4: (1 + q/2) exp(−q/2)."""
    one, two = erfc(sqrt(q / 2)), exp(-q / 2)
    assert chi_square_tail(q, 1) == pytest.approx(one, rel=1e-12)
    assert chi_square_tail(q, 2) == pytest.approx(two, rel=1e-12)
    assert chi_square_tail(q, 3) == pytest.approx(one + sqrt(2 * q / pi) * two, rel=1e-12)
    assert chi_square_tail(q, 4) == pytest.approx((1 + q / 2) * two, rel=1e-12)


def test_two_sided_normal_p_and_interval() -> None:
    """Tables of the normal distribution: 1.96 is 5 %, 2.576 is 1 %."""
    assert Difference(1.959963984540054, 1).p == pytest.approx(0.05, abs=1e-12)
    assert Difference(-2.5758293035489004, 1).p == pytest.approx(0.01, abs=1e-12)
    found = between(0.3, 0.03, 0.5, 0.04)
    assert (found.difference, found.error, found.z) == pytest.approx((-0.2, 0.05, -4))
    assert (found.low, found.high) == pytest.approx((-0.2 - 0.0979982, -0.2 + 0.0979982))


def test_the_interval_holds_zero_where_p_is_above_5_percent() -> None:
    for difference in np.linspace(-3, 3, 61).tolist():
        found = Difference(difference, 1.0)
        assert (found.low <= 0 <= found.high) == (found.p >= 0.05)


def test_without_an_error_there_is_no_p_but_where_nothing_differs() -> None:
    assert Difference(0.0, 0.0).p == 1
    assert np.isnan([Difference(0.2, 0.0).p, Difference(0.2, 0.0).z, Difference(0.0, 0.0).z]).all()
    assert np.isnan([Difference(0.2, nan).p, Difference(nan, 0.1).p, between(0.1, nan, 0.2, 0.1).low]).all()


def test_holm_within_a_figure() -> None:
    """By hand: p 0.01, 0.03, 0.04 become 3·0.01, 2·0.03, max(2·0.03, 0.04)."""
    z = [2.5758293035489004, 2.1700903775845606, 2.053748910631823]
    found = adjusted([Difference(x, 1.0) for x in z] + [Difference(1.0, 0.0)])
    assert found[:3] == pytest.approx([0.03, 0.06, 0.06], abs=1e-9)
    assert np.isnan(found[3])
    assert adjusted([]) == []


def test_cochran_q_by_hand() -> None:
    """Weights 100, 100, 25: mean (10 + 20 + 10) / 225; Q = 100·(0.1 − m)² + 100·(0.2 − m)² + 25·(0.4 − m)²."""
    mean = 40 / 225
    found = cochran_q([0.1, 0.2, nan, 0.4, 0.9], [0.1, 0.1, 0.1, 0.2, 0.0])
    q = 100 * (0.1 - mean) ** 2 + 100 * (0.2 - mean) ** 2 + 25 * (0.4 - mean) ** 2
    assert (found.q, found.count, found.df) == (pytest.approx(q), 3, 2)
    assert found.p == pytest.approx(exp(-q / 2))


def test_cochran_q_of_equal_figures_is_nothing() -> None:
    found = cochran_q([0.3] * 4, [0.1, 0.2, 0.3, 1e-8])
    assert (found.q, found.p) == (pytest.approx(0, abs=1e-12), pytest.approx(1))


def test_cochran_q_holds_its_level() -> None:
    """1,000 times six normal figures with their true errors: 5 % of p below 0.05, within four standard errors."""
    rng = np.random.default_rng(3)
    errors = np.array([0.1, 0.2, 0.3, 0.1, 0.05, 0.4])
    low = sum(cochran_q((rng.normal(size=6) * errors).tolist(), errors.tolist()).p < 0.05 for _ in range(1000))
    assert abs(low - 50) <= 4 * sqrt(1000 * 0.05 * 0.95)


@pytest.mark.parametrize(("values", "errors"), [([], []), ([0.1], [0.1]), ([0.1, nan], [0.1, 0.1]), ([1, 2], [0, 0])])
def test_cochran_q_of_fewer_than_two_is_undefined(values: list[float], errors: list[float]) -> None:
    found = cochran_q(values, errors)
    assert np.isnan([found.q, found.p]).all()
    assert found.df == 0


def test_each_two_and_with_the_median() -> None:
    assert each_two([0.1, nan, 0.2]) == [(0, 2)]
    assert with_median([0.5, 0.1, nan, 0.3, 0.9]) == [(0, 3), (1, 3), (4, 3)]  # of 0.1, 0.3, 0.5, 0.9 the lower middle
    assert with_median([0.2, 0.2]) == [(1, 0)]
    assert with_median([nan]) == with_median([]) == []
