"""How often a difference is called one where there is none: simulated pairs of waves drawn under one law."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest

from actor_graph.evolution.paired import JUDGED, JUDGED_TIES, judged
from actor_graph.measures import bootstrap
from actor_graph.measures.adjusting import holm
from actor_graph.measures.bootstrap import Mean, paired_error
from actor_graph.measures.comparing import Difference
from actor_graph.measures.graph import Graph, Ints

RUNS, LEVEL = 1000, 0.05
ERROR = sqrt(LEVEL * (1 - LEVEL) / RUNS)
"""The Monte-Carlo error of a share of five of a hundred."""


def waves(rng: np.random.Generator, actors: int, chance: float, stays: float) -> tuple[Graph, Graph]:
    """Each two have a tie with this chance, and later the same with the chance ``stays``, else drawn anew."""
    u, v = np.triu_indices(actors, 1)
    before, again = rng.random((2, len(u))) < chance
    after = np.where(rng.random(len(u)) < stays, before, again)
    return Graph.from_ties(actors, u[before], v[before]), Graph.from_ties(actors, u[after], v[after])


def p_of(then: Mean, now: Mean) -> float:
    if not np.isfinite([then.value, now.value]).all():
        return float("nan")
    return Difference(now.value - then.value, paired_error(then, now)).p


def called_changed(rng: np.random.Generator, actors: int, chance: float, stays: float, *, all_judged: bool) -> bool:
    """Whether density or E-I index of two waves seem to differ, after Holm, as far as they are judged."""
    labels: Ints = rng.integers(0, 2, actors)
    then, now = waves(rng, actors, chance, stays)
    p = {
        "density": p_of(bootstrap.density(then), bootstrap.density(now)),
        "ei_index": p_of(bootstrap.ei_index(then, labels), bootstrap.ei_index(now, labels)),
    }
    told = [own for key, own in p.items() if all_judged or judged(key, actors, min(then.m, now.m))]
    return bool((holm(np.array(told)) < LEVEL).any())


def share(actors: int, chance: float, stays: float = 0.0, *, all_judged: bool = False) -> float:
    rng = np.random.default_rng(np.random.SeedSequence([20280630, actors, round(100 * chance), round(10 * stays)]))
    return sum(called_changed(rng, actors, chance, stays, all_judged=all_judged) for _ in range(RUNS)) / RUNS


@pytest.mark.parametrize(
    ("actors", "chance", "stays"),
    [(8, 0.1, 0.0), (8, 0.3, 0.0), (8, 0.3, 0.6), (10, 0.1, 0.0), (12, 0.08, 0.5), (20, 0.05, 0.0)],
)
def test_where_nothing_changed_at_most_5_of_100_seem_changed(actors: int, chance: float, stays: float) -> None:
    """From the smallest number that is judged on, in sparse cities too."""
    assert share(actors, chance, stays) <= LEVEL + 2 * ERROR


def test_of_three_actors_and_of_few_ties_more_would() -> None:
    """Why there are limits; so the simulation can fail."""
    assert share(3, 0.4, all_judged=True) > LEVEL + 5 * ERROR
    assert share(9, 0.12, all_judged=True) > LEVEL
    assert share(3, 0.4) == 0


def test_what_is_judged() -> None:
    assert not judged("density", JUDGED - 1, 100)
    assert judged("density", JUDGED, 0)
    assert not judged("ei_index", JUDGED, JUDGED_TIES - 1)
    assert judged("ei_index", JUDGED, JUDGED_TIES)
