"""Who is alike: by figures that do not follow size, measured by median and MAD."""

from __future__ import annotations

from typing import Any

import numpy as np

from actor_graph.comparison.similar import similar, standardized


def city(name: str, partners: float | None, isolates: float = 0.1, actors: int = 50) -> dict[str, Any]:
    network = {"actors": actors, "density": 1 / actors, "average_degree": partners, "isolate_share": isolates}
    return {"name": name, "network": network, "excess": {}}


def test_the_nearest_are_those_of_like_figures_whatever_their_size() -> None:
    partners = {"a": 1.0, "b": 1.1, "c": 5.0, "d": 5.2, "e": 9.0}
    cities = [city(name, x, actors=10**i) for i, (name, x) in enumerate(partners.items(), start=1)]
    nearest = {one["name"]: [near["name"] for near in one["nearest"]] for one in similar(cities)}
    assert nearest == {"a": ["b", "c"], "b": ["a", "c"], "c": ["d", "b"], "d": ["c", "e"], "e": ["d", "c"]}


def test_the_measure_is_median_and_mad() -> None:
    # by hand: median 3, MAD 1; (x − 3) / 1.4826
    found = standardized(np.array([[1.0], [2.0], [3.0], [4.0], [100.0]]))
    np.testing.assert_allclose(found[:, 0], np.array([-2, -1, 0, 1, 97]) / 1.4826)


def test_a_figure_without_spread_and_one_that_nobody_has_are_left_out() -> None:
    nan = np.nan
    assert standardized(np.array([[1.0, nan, 2.0], [1.0, nan, 4.0], [1.0, nan, 9.0]])).shape == (3, 1)
    assert standardized(np.full((3, 2), nan)).shape == (3, 0)


def test_a_city_without_the_figures_is_like_nobody() -> None:
    cities = [city(name, x) for name, x in zip("abcde", [1.0, 2.0, 3.0, 4.0, None], strict=True)]
    cities[4]["network"]["isolate_share"] = None
    found = similar(cities)
    assert found[4]["nearest"] == []
    assert all("e" not in [near["name"] for near in one["nearest"]] for one in found)


def test_of_few_cities_nobody_is_called_nearest() -> None:
    assert similar([city(name, x) for name, x in zip("abcd", range(4), strict=True)]) == []


def test_a_share_that_an_audience_is_not_told_decides_nothing() -> None:
    """By it a would be nearest to e, by what is left to b."""
    partners, shares = (1.0, 2.0, 3.0, 4.0, 5.0), (0.9, 0.1, 0.2, 0.3, 0.9)
    cities = [city(name, x) for name, x in zip("abcde", partners, strict=True)]
    for one, share in zip(cities, shares, strict=True):
        one["network"]["not_yet_networked_share"] = share
    assert similar(cities)[0]["nearest"][0]["name"] == "e"
    assert similar([one | {"not_yet_networked": None} for one in cities])[0]["nearest"][0]["name"] == "b"
