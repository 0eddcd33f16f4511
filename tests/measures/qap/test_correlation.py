"""The correlation of two relations against R (``chance.json``), all permutations there are, and by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from actor_graph.measures.qap.correlation import Correlation, correlation, deviation
from actor_graph.measures.qap.relations import Relation, Same, Ties, in_common
from tests.measures.published import load
from tests.measures.qap.dense import all_places, cells, matrix, random_ties, ties

DRAWS = 5000
PAIRS = [
    "florentine_marriage|florentine_business",
    "lazega_advice|lazega_friends",
    "hightech_advice|hightech_friends",
    "hightech_advice|hightech_reports",
    "lazega_advice|lazega_cowork",
    "lazega_friends|lazega_cowork",
]


def published(shared: Path, name: str) -> Ties:
    graph = load(shared / "data/published" / name).graph
    return Ties.of(graph.n, *graph.ties()[:2])


def compared(shared: Path, pair: str) -> tuple[Correlation, float, dict[str, Any]]:
    whole = json.loads((shared / "data/published/chance.json").read_text(encoding="utf-8"))
    one, other = (published(shared, name) for name in pair.split("|"))
    return correlation(one, other, DRAWS, seed=5), deviation(one, other), whole["pairs"][pair]["qap_correlation"]


def near(p: float, other: float, se: float) -> bool:
    return abs(p - other) <= 4 * np.sqrt(se**2 + other * (1 - other) / DRAWS) + 1 / DRAWS


@pytest.mark.parametrize("pair", PAIRS)
def test_agrees_with_20_000_permutations_in_r(pair: str, shared: Path) -> None:
    found, _, r = compared(shared, pair)
    assert found.r == pytest.approx(r["observed"], abs=1e-12)
    assert found.common == r["exact_moments"]["common_ties_observed"]
    assert near(found.chance.p_lower, r["p_lower"], r["se_p_lower"])
    assert near(found.chance.p_upper, r["p_upper"], r["se_p_upper"])
    assert found.chance.p == min(1, 2 * min(found.chance.p_lower, found.chance.p_upper))


@pytest.mark.parametrize("pair", PAIRS)
def test_agrees_with_the_exact_mean_and_deviation(pair: str, shared: Path) -> None:
    found, spread, r = compared(shared, pair)
    assert found.expected == pytest.approx(r["exact_moments"]["mean_common"], abs=1e-10)
    assert spread == pytest.approx(r["exact_moments"]["sd_common"], abs=1e-10)
    assert abs(found.chance.dealt.mean() - found.expected) <= 4 * spread / np.sqrt(DRAWS)
    assert found.chance.dealt.std() == pytest.approx(spread, rel=0.08)


@pytest.mark.parametrize("n", [3, 4, 5, 6])
def test_agrees_with_all_permutations_there_are(n: int) -> None:
    one, other = random_ties(n, 0.5, n), random_ties(n, 0.4, 10 * n)
    every = in_common(one, other, all_places(n))
    found = correlation(one, other, DRAWS)
    assert found.r == pytest.approx(np.corrcoef(cells(matrix(one)), cells(matrix(other)))[0, 1], abs=1e-12)
    assert every.mean() == pytest.approx(found.expected, abs=1e-12)
    assert every.std() == pytest.approx(deviation(one, other), abs=1e-12)
    assert near(found.chance.p_lower, np.mean(every <= found.common), 0)
    assert near(found.chance.p_upper, np.mean(every >= found.common), 0)


@pytest.mark.parametrize("answered", [0, 1, 3, 5, 6])
def test_within_two_groups_agrees_with_all_permutations_of_these(answered: int) -> None:
    """Of the 720 ways to deal six out those that leave the group a group."""
    one, other = random_ties(6, 0.5, 3), random_ties(6, 0.4, 60)
    within = np.isin(np.arange(6), np.random.default_rng(answered).choice(6, answered, replace=False))
    places = all_places(6)
    every = in_common(one, other, places[(within[places] == within).all(axis=1)])
    found = correlation(one, other, DRAWS, within=within)
    assert found.expected == pytest.approx(every.mean(), abs=1e-12)
    assert near(found.chance.p_lower, np.mean(every <= found.common), 0)
    assert near(found.chance.p_upper, np.mean(every >= found.common), 0)


def test_what_nobody_could_name_is_no_finding() -> None:
    """45 of 100 have answered; independent ties of which those of two others are missing in both: 5 % of 150 are 7.5,
    4 standard errors more 18. Dealt out over all, every third is called a finding."""
    found = {"within": 0, "over all": 0}
    for s in range(150):
        rng = np.random.default_rng(s)
        answered = np.isin(np.arange(50), rng.choice(50, 22, replace=False))
        known = answered[:, None] | answered[None, :]
        one, other = (Ties.of(50, *np.nonzero(np.triu(rng.random((50, 50)) < 0.15, 1) & known)) for _ in range(2))
        found["within"] += correlation(one, other, 199, s, answered).chance.p < 0.05
        found["over all"] += correlation(one, other, 199, s).chance.p < 0.05
    assert found["within"] <= 18
    assert found["over all"] > 30


def test_by_hand() -> None:
    """One tie of three pairs on one tie of three pairs: r is 1, and a third of the permutations gives the same."""
    one = ties(3, (0, 1))
    found = correlation(one, one, DRAWS)
    assert (found.r, found.common, found.expected) == (pytest.approx(1), 1, pytest.approx(1 / 3))
    assert found.chance.p_lower == 1
    assert near(found.chance.p_upper, 1 / 3, 0)
    assert correlation(one, ties(3, (0, 2), (1, 2)), DRAWS).r == pytest.approx(-1)


def test_being_of_the_same_label_is_a_relation_too() -> None:
    """Two pairs, each of its own label and tied: there are three ways to part four actors into two pairs."""
    found = correlation(Same(np.array([0, 0, 1, 1])), ties(4, (0, 1), (2, 3)), DRAWS)
    assert (found.r, found.common) == (pytest.approx(1), 2)
    assert near(found.chance.p_upper, 1 / 3, 0)


CONSTANT: dict[str, tuple[Relation, Relation]] = {
    "no tie": (ties(4), ties(4, (0, 1))),
    "every tie": (ties(4, (0, 1)), random_ties(4, 2, 1)),
    "one label": (Same(np.zeros(4, dtype=np.int64)), ties(4, (0, 1))),
    "two actors": (ties(2, (0, 1)), ties(2, (0, 1))),
    "one actor": (ties(1), ties(1)),
    "nobody": (ties(0), ties(0)),
}


@pytest.mark.parametrize("name", CONSTANT)
def test_undefined_where_one_is_constant(name: str) -> None:
    found = correlation(*CONSTANT[name])
    assert np.isnan([found.r, found.chance.p, found.chance.p_lower, found.chance.p_upper]).all()


def test_type_one_error_is_held() -> None:
    """100 independent pairs of relations: 5 % of p_upper at most 0.05 by design; 4 standard errors are 8.7 %."""
    found = [correlation(random_ties(12, 0.3, s), random_ties(12, 0.3, 500 + s), 199, s) for s in range(100)]
    assert sum(one.chance.p_upper <= 0.05 for one in found) <= 13
