"""Simulated cities in which nothing changed show no change at least 95 times of 100, and one that changed does."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from actor_graph.evolution.changes import Changes
from actor_graph.evolution.judging import adjusted
from actor_graph.evolution.panel import panel
from actor_graph.evolution.snapshot import snapshot
from actor_graph.landscape import Landscape
from tests.making import landscape

CITIES, ACTORS, KINDS = 100, 40, 3
Matrix = np.ndarray


def chances(rng: np.random.Generator) -> Matrix:
    """How likely each two work together: more within a kind, and with some who work with many."""
    kind, drive = np.arange(ACTORS) % KINDS, rng.gamma(2.0, 0.5, ACTORS)
    chance = np.where(kind[:, None] == kind[None, :], 0.16, 0.06) * drive[:, None] * drive[None, :]
    return np.minimum(np.triu(chance, 1), 0.9)


def wave(
    where: Path, ties: Matrix, answered: Matrix, rng: np.random.Generator, named: float, reports: bool
) -> Landscape:
    """What a survey finds of the ties: those that somebody who answered names, each end with the chance ``named``."""
    said = [pair if i else pair[::-1] for pair in np.argwhere(ties).tolist() for i in range(2)]
    told = [(a, b) for a, b in said if answered[a] and rng.random() < named]
    if not reports:
        told = sorted({(min(pair), max(pair)) for pair in told})
    actors = "\n".join(f"a{i};k{i % KINDS};{'answered' if answered[i] else 'no answer'}" for i in range(ACTORS))
    where.mkdir(parents=True)
    (where / "quick.yaml").write_text(
        "extends: default\nthresholds: {trials_max: 1}\n", "utf-8"
    )  # circles play no part
    return landscape(
        where,
        f"id;type;survey\n{actors}\n",
        "source;target\n" + "\n".join(f"a{a};a{b}" for a, b in told),
        f"    date: {where.name}\n    scheme: quick.yaml\n" + ("    reports: source\n" if reports else ""),
    )


def seen(
    where: Path,
    seed: int,
    *,
    stays: float,
    named: float = 1.0,
    more: float = 1.0,
    answer: tuple[float, float] = (0.8, 0.6),
    reports: bool = False,
) -> Changes:
    """Two waves of a city: each two keep their state with the chance ``stays``, else it is drawn again."""
    rng = np.random.default_rng(np.random.SeedSequence([20260630, seed]))
    chance = chances(rng)
    before = rng.random(chance.shape) < chance
    again = rng.random(chance.shape) < np.minimum(chance * more, 1.0)
    after = np.where(rng.random(chance.shape) < stays, before, again) & (chance > 0)
    waves = [
        wave(where / year, ties, rng.random(ACTORS) < share, rng, named, reports)
        for year, ties, share in zip(("2024", "2026"), (before, after), answer, strict=True)
    ]
    return Changes(*(snapshot(one, (), draws=1, missing=False) for one in waves))


def significant(changes: Changes) -> bool:
    """Whether any figure of the fixed panel is said to have changed."""
    return any(p is not None and p < 0.05 for p in adjusted([changes])[0].values())


def test_the_same_city_asked_again_shows_no_change_at_all(tmp_path: Path) -> None:
    """Who answers differs, what there is does not: no tie is new, none has ended, no figure of the panel differs."""
    for seed in range(CITIES):
        found = seen(tmp_path / str(seed), seed, stays=1.0)
        counts = found.counts()
        assert (counts["new"], counts["ended"]) == (0, 0)
        assert counts["unknown"] > 0
        figures = [panel(found).figures(which)["actors"] for which in (0, 1)]
        assert not significant(found)
        assert figures == [ACTORS, ACTORS]


@pytest.mark.parametrize(
    ("stays", "named", "reports"), [(0.6, 1.0, False), (0.0, 1.0, False), (1.0, 0.7, False), (0.0, 0.7, True)]
)
def test_a_city_in_which_nothing_changed_shows_none_95_times_of_100(
    tmp_path: Path, stays: float, named: float, reports: bool
) -> None:
    """Ties come and go under the same law, or each end names its ties with a chance of 70 % only."""
    cities = (seen(tmp_path / str(i), i, stays=stays, named=named, reports=reports) for i in range(CITIES))
    assert sum(map(significant, cities)) <= 5


def test_a_city_with_twice_the_ties_is_seen_to_have_changed(tmp_path: Path) -> None:
    """Half of all pairs drawn anew with three times the chance, in cities of 40 actors that all answer."""
    cities = (seen(tmp_path / str(seed), seed, stays=0.5, more=3.0, answer=(1.0, 1.0)) for seed in range(20))
    assert sum(map(significant, cities)) >= 18


def test_twice_the_ties_are_seen_where_half_have_answered_and_it_is_known_who_named_whom(tmp_path: Path) -> None:
    """About 20 of 40 answer both times: among them alone it would be seen in few of 20 such cities."""
    cities = (seen(tmp_path / str(i), i, stays=0.0, more=2.5, answer=(0.7, 0.7), reports=True) for i in range(20))
    assert sum(map(significant, cities)) >= 14
