"""Which figures follow size: drawn scenes of 40 and of 900 actors in which all have as many partners on average."""

from __future__ import annotations

import numpy as np
import pytest

from actor_graph.comparison.figures import FOLLOWS_SIZE, OVER_DYADS, SIZE_FREE, is_over_dyads, mixing_share
from actor_graph.measures.clusters import quick_modularity
from actor_graph.measures.whole import whole
from tests.comparison.cities import drawn

SMALL, LARGE, TIES_EACH = 40, 900, 1.6
LEFT_OUT = ("actors", "ties", "unknown", "top_dog_tie_share")
"""Counts that need no drawing; and a share of few actors, which no drawn scene of 40 has."""


@pytest.fixture(scope="module")
def means() -> dict[str, tuple[float, float]]:
    return {name: (small, large) for name, small, large in _means()}


def _means() -> list[tuple[str, float, float]]:
    told = {n: [_figures(n, seed) for seed in range(draws)] for n, draws in ((SMALL, 60), (LARGE, 8))}
    names = told[SMALL][0]
    return [(name, *(float(np.nanmean([one[name] for one in told[n]])) for n in told)) for name in names]  # type: ignore[misc]


def _figures(n: int, seed: int) -> dict[str, float]:
    graph = drawn(n, round(n * TIES_EACH), seed)
    return {**whole(graph, np.arange(n) % 4), "modularity": quick_modularity(graph, seed)}


@pytest.mark.parametrize("name", [name for name in FOLLOWS_SIZE if name not in LEFT_OUT])
def test_a_figure_that_follows_size_is_another_in_a_large_scene(
    means: dict[str, tuple[float, float]], name: str
) -> None:
    small, large = means[name]
    assert max(small, large) > 1.25 * min(small, large)


@pytest.mark.parametrize("name", SIZE_FREE)
def test_a_figure_free_of_size_is_about_the_same(means: dict[str, tuple[float, float]], name: str) -> None:
    small, large = means[name]
    assert abs(small - large) < 0.05 * max(1.0, small)


def test_no_figure_is_both() -> None:
    assert not {*FOLLOWS_SIZE} & {*SIZE_FREE}


def test_means_over_pairs_are_told_apart() -> None:
    assert all(map(is_over_dyads, (*OVER_DYADS, mixing_share("a", "b"))))
    assert not any(map(is_over_dyads, ("connectedness", "transitivity", "isolate_share", "degree_gini", "modularity")))
