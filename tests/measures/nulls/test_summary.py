"""A figure beside draws, by hand."""

from __future__ import annotations

import numpy as np
import pytest

from actor_graph.measures.nulls.summary import adjusted, compared


def test_the_numbers_by_hand() -> None:
    """Draws 1 … 9: mean 5, sd √7.5, linear quantiles 1.2 and 8.8; three are 7 or more, seven 7 or less."""
    found = compared(7.0, np.arange(1.0, 10.0))
    assert (found.expected, found.sd) == (5, pytest.approx(7.5**0.5))
    assert (found.low, found.high) == pytest.approx((1.2, 8.8))
    assert found.z == pytest.approx(2 / 7.5**0.5)
    assert (found.p_lower, found.p_upper, found.p) == pytest.approx((0.8, 0.4, 0.8))
    assert (found.undefined, found.constant) == (0, False)


def test_near_values_are_tied_on_both_sides() -> None:
    found = compared(0.1 + 0.2, np.array([0.3, 0.3 + 1e-12, 0.5]))
    assert (found.p_lower, found.p_upper) == (0.75, 1.0)


def test_floating_noise_is_no_spread() -> None:
    """The sum of tenths differs in the last digits by its order: z would be millions."""
    found = compared(0.3, np.array([0.1 + 0.2, 0.3, 0.3]))
    assert found.constant
    assert found.sd == 0
    assert np.isnan(found.z)
    assert found.p == 1


def test_a_figure_that_no_draw_reaches_stands_out_even_where_all_draws_agree() -> None:
    """Chance gives 0 every time: that is no reason to call 0.5 a matter of chance."""
    found = compared(0.5, np.zeros(999))
    assert found.constant
    assert np.isnan(found.z)
    assert (found.p_lower, found.p_upper, found.p) == (1.0, 0.001, 0.002)


def test_undefined_draws_are_left_out_and_counted() -> None:
    found = compared(2.0, np.array([np.nan, 1.0, np.nan]))
    assert (found.undefined, found.expected, found.p_upper) == (2, 1.0, 0.5)
    nothing = compared(2.0, np.array([np.nan]))
    assert (nothing.undefined, nothing.observed) == (1, 2.0)
    assert np.isnan([nothing.expected, nothing.p_lower, nothing.p]).all()
    assert np.isnan(compared(np.nan, np.array([1.0, 2.0])).p)


def test_p_is_adjusted_over_what_was_asked() -> None:
    """Of p = 0.02 and 1 the first is doubled; what is fixed is not asked."""
    many = np.zeros(99)
    first, second = compared(1.0, many), compared(0.0, many)
    found = adjusted({"a": first, "fixed": None, "b": second})
    assert found["fixed"] is None
    assert [f.p_adjusted for f in found.values() if f] == pytest.approx([0.04, 1.0])
