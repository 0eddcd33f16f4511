"""Differences of two cities: by hand, and for cities in which nothing differs."""

from __future__ import annotations

from math import hypot, sqrt
from typing import Any

import numpy as np
import pytest

from actor_graph.comparison.pairs import compared, heterogeneity, pairs
from actor_graph.measures import bootstrap
from tests.comparison.cities import drawn


def city(name: str, value: float | None, se: float | None = 0.05, figure: str = "density") -> dict[str, Any]:
    return {"name": name, "means": {figure: {"value": value, "se": se}}}


def test_a_difference_is_told_with_its_error_and_two_sided_p() -> None:
    (row,) = pairs([city("a", 0.5, 0.03), city("b", 0.4, 0.04)], all_pairs=True)
    keys = ["a", "b", "figure", "difference", "se", "low", "high", "p", "p_adjusted"]
    assert list(row) == [*keys, "as_named", "ranges"]
    assert (row["a"], row["b"], row["figure"]) == ("a", "b", "density")
    assert row["difference"] == pytest.approx(0.1)
    assert row["se"] == pytest.approx(hypot(0.03, 0.04))
    assert (row["low"], row["high"]) == pytest.approx((0.1 - 1.959964 * 0.05, 0.1 + 1.959964 * 0.05))
    assert row["p"] == pytest.approx(0.04550026)  # 2 (1 − Φ(2)), tables of the normal distribution
    assert row["p_adjusted"] == row["p"]


def test_holm_is_within_a_figure() -> None:
    cities = [city(name, value) for name, value in (("a", 0.1), ("b", 0.2), ("c", 0.4))]
    for one in cities:
        one["means"]["ei_index"] = {"value": 0.0, "se": 1.0}
    rows = [row for row in pairs(cities, all_pairs=True) if row["figure"] == "density"]
    p = sorted(row["p"] for row in rows)
    assert len(rows) == 3
    assert min(row["p_adjusted"] for row in rows) == pytest.approx(3 * p[0])


def test_beyond_each_with_each_there_is_the_city_in_the_middle() -> None:
    cities = [city(name, value) for name, value in (("a", 0.3), ("b", 0.1), ("c", 0.2), ("d", None), ("e", 0.9))]
    assert [(row["a"], row["b"]) for row in pairs(cities, all_pairs=False)] == [("a", "c"), ("b", "c"), ("e", "c")]


def test_without_p_the_keys_are_not_there() -> None:
    cities = [city("a", 0.5), city("b", 0.4)]
    assert not {"p", "p_adjusted"} & {*pairs(cities, all_pairs=True, p=False)[0]}
    assert "p" not in heterogeneity(cities, p=False)[0]


def test_without_p_the_intervals_hold_for_all_pairs_together() -> None:
    """Three pairs: each with 1 − 0.05 / 3, 2.39398 standard errors (tables of the normal distribution).

    a and b differ by 2.3 errors (p 0.0214): alone they would differ, of three they don't.
    """
    error = 0.05 / sqrt(2)
    cities = [city("a", 0.5, error), city("b", 0.5 - 2.3 * 0.05, error), city("c", 0.45, error)]
    rows = pairs(cities, all_pairs=True, p=False)
    first = rows[0]
    assert (first["low"], first["high"]) == pytest.approx(
        (2.3 * 0.05 - 2.39398 * 0.05, (2.3 + 2.39398) * 0.05), abs=1e-6
    )
    judged = [row["p_adjusted"] < 0.05 for row in pairs(cities, all_pairs=True)]
    assert [row["low"] * row["high"] >= 0 for row in rows] == judged == [False] * 3


def test_they_agree_with_p_where_holm_tells_more() -> None:
    """Of three pairs the first differs by far; the second, p 0.0214, is judged at 0.05 / 2 and ends at 0."""
    error = 0.05 / sqrt(2)
    cities = [city("a", 0.5, error), city("b", 0.5 - 2.3 * 0.05, error), city("c", 0.5 + 4 * 0.05, error)]
    rows = pairs(cities, all_pairs=True, p=False)
    assert [row["p_adjusted"] < 0.05 for row in pairs(cities, all_pairs=True)] == [True] * 3
    assert [row["low"] <= 0 <= row["high"] for row in rows] == [True, False, False]
    assert (rows[0]["low"], rows[0]["high"] > 0) == (0.0, True)


def answered(name: str, value: float, rate: float | None, low: float | None = None, high: float | None = None) -> Any:
    span = {} if low is None else {"missing": {"density": {"low": low, "high": high, "smoothed": False}}}
    return city(name, value) | {"response_rate": rate} | span


def test_a_pair_with_a_city_without_answers_is_marked_and_q_is_of_the_others() -> None:
    cities = [answered("a", 0.5, 0.6), answered("b", 0.4, 1.0), answered("list", 0.1, None), answered("c", 0.3, 0.0)]
    marked = {(row["a"], row["b"]): row["as_named"] for row in pairs(cities, all_pairs=True)}
    assert marked == {
        ("a", "b"): False, ("a", "list"): True, ("a", "c"): True, ("b", "list"): True, ("b", "c"): True,
        ("list", "c"): True,
    }  # fmt: skip
    (asked,) = heterogeneity(cities)
    (alone,) = heterogeneity(cities[:2])
    assert asked == alone
    assert (asked["cities"], asked["as_named"]) == (2, False)
    (lists,) = heterogeneity(cities[2:])
    assert (lists["cities"], lists["as_named"]) == (2, True)


def test_the_median_city_is_one_with_answers_where_there_is_one() -> None:
    cities = [answered("a", 0.5, 0.6), answered("list", 0.2, None), answered("other", 0.1, None)]
    assert {row["b"] for row in pairs(cities, all_pairs=False)} == {"a"}
    assert {row["b"] for row in pairs(cities[1:], all_pairs=False)} == {"other"}


def test_beside_a_difference_stands_whether_the_ranges_leave_it() -> None:
    cities = [
        answered("a", 0.5, 0.6, 0.6, 0.7), answered("b", 0.4, 0.6, 0.4, 0.6), answered("c", 0.3, 0.6, 0.3, 0.39),
        answered("d", 0.2, 0.6, 0.8, 0.9), answered("e", 0.1, None),
    ]  # fmt: skip
    found = {row["a"] + row["b"]: row["ranges"] for row in pairs(cities, all_pairs=True)}
    assert found == {
        "ab": "overlap", "ac": "apart", "ad": "turned", "ae": None, "bc": "apart", "bd": "turned", "be": None,
        "cd": "turned", "ce": None, "de": None,
    }  # fmt: skip


def test_a_city_without_error_has_no_p_but_a_difference() -> None:
    (row,) = pairs([city("a", 0.5, 0.0), city("b", 0.4, 0.0)], all_pairs=True)
    assert (row["p"], row["p_adjusted"]) == (None, None)
    assert row["difference"] == pytest.approx(0.1)


def test_where_one_city_stands_at_its_end_the_error_of_the_other_alone_measures_nothing() -> None:
    (row,) = pairs([city("a", 0.0, 0.0), city("b", 0.4, 0.05)], all_pairs=True)
    assert row["difference"] == pytest.approx(-0.4)
    assert [row[key] for key in ("se", "low", "high", "p", "p_adjusted")] == [None] * 5
    (same,) = pairs([city("a", 0.0, 0.0), city("b", 0.0, 0.05)], all_pairs=True)
    assert same["p"] == 1.0


def test_a_figure_that_one_city_alone_has_is_not_compared() -> None:
    assert compared([city("a", 0.5), city("b", 0.4, figure="mixing:x|y")]) == []


def test_two_cities_differ_by_q_as_by_z() -> None:
    (row,) = heterogeneity([city("a", 0.5, 0.03), city("b", 0.4, 0.04)])
    assert (row["cities"], row["df"]) == (2, 1)
    assert row["q"] == pytest.approx(4.0)
    assert row["p"] == pytest.approx(0.04550026)


def test_cities_that_arose_alike_differ_in_at_most_five_of_a_hundred() -> None:
    """400 pairs of scenes drawn alike, of 40 and 90 actors; average degree and E-I index."""
    wrong = {"average_degree": 0, "ei_index": 0}
    trials = 400
    for trial in range(trials):
        cities = []
        for n, seed in ((40, 2 * trial), (90, 2 * trial + 1)):
            rng = np.random.default_rng([seed, 7])
            graph = drawn(n, int(rng.binomial(n * (n - 1) // 2, 3.2 / (n - 1))), seed)
            found = {
                "average_degree": bootstrap.average_degree(graph),
                "ei_index": bootstrap.ei_index(graph, np.arange(n) % 2),
            }
            means = {name: {"value": mean.value, "se": mean.error} for name, mean in found.items()}
            cities.append({"name": str(n), "means": means})
        for row in pairs(cities, all_pairs=True):
            wrong[row["figure"]] += row["p"] < 0.05
    most = trials * 0.05 + 2 * sqrt(trials * 0.05 * 0.95)
    assert max(wrong.values()) <= most


def test_nor_do_those_with_hardly_a_tie_in_which_shares_of_0_are_common() -> None:
    """Twenty actors, three ties on average: with shares of 0 and 1 taken as exact nine of a hundred would differ."""
    wrong = 0
    for trial in range(300):
        two = []
        for seed in (2 * trial, 2 * trial + 1):
            graph = drawn(20, int(np.random.default_rng([seed, 8]).binomial(190, 0.3 / 19)), seed)
            labels = np.arange(20) % 2
            found = {"ei_index": bootstrap.ei_index(graph, labels)}
            found["mixing:0|1"] = bootstrap.mixing_share(graph, labels, 0, 1)
            told = {key: {"value": one.value, "se": one.error} for key, one in found.items() if np.isfinite(one.value)}
            two.append({"name": str(seed), "means": told})
        wrong += any(row["p_adjusted"] is not None and row["p_adjusted"] < 0.05 for row in pairs(two, all_pairs=True))
    assert wrong <= 15
