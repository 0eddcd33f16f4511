"""The vertex bootstrap in closed form against R (``chance.json``), against draws made here, by hand, at the edges."""

from __future__ import annotations

import json
from functools import cache
from itertools import product
from math import sqrt
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from actor_graph.measures import bootstrap, mixing, networking
from actor_graph.measures.comparing import Difference, between
from actor_graph.measures.graph import Graph
from tests.measures.published import load

DRAWS = 4000
DATASETS = ["florentine_marriage", "florentine_business", "karate", "lazega_friends"]


@cache
def chance(shared: Path) -> Any:
    return json.loads((shared / "data/published/chance.json").read_text(encoding="utf-8"))


def published(shared: Path, name: str) -> Graph:
    return load(shared / "data/published" / name).graph


def graph(n: int, *ties: tuple[int, int]) -> Graph:
    ends = np.array(ties, dtype=np.int64).reshape(-1, 2)
    return Graph.from_ties(n, ends[:, 0], ends[:, 1])


def random_graph(n: int, share: float, seed: int) -> Graph:
    u, v = np.triu_indices(n, 1)
    chosen = np.random.default_rng(seed).random(len(u)) < share
    return Graph.from_ties(n, u[chosen], v[chosen])


def matrix(one: Graph, values: Any = 1.0) -> Any:
    made = np.zeros((one.n, one.n))
    u, v, _ = one.ties()
    made[u, v] = made[v, u] = values
    return made


def drawn(*matrices: Any, draws: int = DRAWS) -> Any:
    """The means over pairs of each matrix in each draw: the same actors, and the same pair for a doubled one."""
    n, rng = len(matrices[0]), np.random.default_rng(4)
    i, j = np.triu_indices(n, 1)
    means = np.empty((draws, len(matrices)))
    for row in range(draws):
        who = rng.integers(0, n, n)
        a, b = who[i], who[j]
        other = rng.integers(0, len(i), len(i))
        double = a == b
        a, b = np.where(double, i[other], a), np.where(double, j[other], b)
        means[row] = [made[a, b].mean() for made in matrices]
    return means


@pytest.mark.parametrize("name", DATASETS)
def test_density_agrees_with_the_closed_form_and_the_draws_in_r(name: str, shared: Path) -> None:
    r, found = chance(shared)["datasets"][name]["vertex_bootstrap_density"], bootstrap.density(published(shared, name))
    assert found.value == pytest.approx(r["density"], abs=1e-12)
    assert found.error == pytest.approx(r["exact_bootstrap_se"], abs=1e-12)
    assert abs(found.error - r["bootstrap"]["bootstrap_se"]) <= 4 * r["bootstrap"]["mc_se_of_bootstrap_se"]


def test_two_networks_of_the_same_actors_agree_with_r(shared: Path) -> None:
    r = chance(shared)["pairs"]["florentine_marriage|florentine_business"]["density_difference"]
    one, other = (bootstrap.density(published(shared, f"florentine_{name}")) for name in ("marriage", "business"))
    apart = between(one.value, one.error, other.value, other.error)
    assert apart.difference == pytest.approx(r["difference"], abs=1e-12)
    assert apart.error == pytest.approx(r["independent"]["se_difference"], abs=1e-12)
    assert apart.z == pytest.approx(r["independent"]["z"], abs=1e-10)
    assert apart.p == pytest.approx(r["independent"]["p_two_normal"], abs=1e-10)
    paired = Difference(apart.difference, bootstrap.paired_error(other, one))
    assert paired.error == pytest.approx(r["paired"]["exact_se"], abs=1e-12)
    assert paired.z == pytest.approx(r["paired"]["z_exact"], abs=1e-10)
    assert paired.p == pytest.approx(r["paired"]["p_two_normal"], abs=1e-10)
    assert paired.error < apart.error


def test_all_draws_of_three_actors_there_are() -> None:
    """27 ways to draw, for each doubled pair the three values it may get, weighted alike."""
    one = graph(3, (0, 1), (0, 2))
    made, pairs = matrix(one), [(0, 1), (0, 2), (1, 2)]
    every = np.array([made[pair] for pair in pairs])
    means, weights = [], []
    for who in product(range(3), repeat=3):
        values = [every if who[i] == who[j] else [made[who[i], who[j]]] for i, j in pairs]
        for cells in product(*values):
            means.append(np.mean(cells))
            weights.append(1 / np.prod([len(value) for value in values]))
    mean = np.average(means, weights=weights)
    assert mean == pytest.approx(2 / 3)
    assert bootstrap.density(one).error == pytest.approx(sqrt(np.average((means - mean) ** 2, weights=weights)))


def typed(n: int, kinds: int) -> Any:
    return np.random.default_rng(n).integers(0, kinds, n)


def test_average_degree_is_the_density_times_one_less_than_the_actors() -> None:
    one = random_graph(9, 0.4, 2)
    found = bootstrap.average_degree(one)
    assert found.value == pytest.approx(networking.average_degree(one))
    assert found.error == pytest.approx(8 * bootstrap.density(one).error)


def test_ratios_agree_with_draws_in_the_first_order() -> None:
    """E-I index and mixing shares of 60 actors with 350 ties: the first order is within a tenth."""
    one, labels = random_graph(60, 0.2, 5), typed(60, 3)
    for found, part in (
        (bootstrap.ei_index(one, labels), lambda a, b: np.where(a == b, -1.0, 1.0)),
        (bootstrap.mixing_share(one, labels, 2, 0), lambda a, b: np.where((a != b) & (a + b == 2), 1.0, 0.0)),
        (bootstrap.mixing_share(one, labels, 1, 1), lambda a, b: np.where((a == b) & (a == 1), 1.0, 0.0)),
    ):
        u, v, _ = one.ties()
        means = drawn(matrix(one, part(labels[u], labels[v])), matrix(one), draws=1500)
        assert found.value == pytest.approx(float(part(labels[u], labels[v]).mean()))
        assert found.error == pytest.approx((means[:, 0] / means[:, 1]).std(), rel=0.1)


def test_a_ratio_that_is_the_same_for_every_tie_has_no_error() -> None:
    """Whatever the density does: all ties lie between the two types, or all within one."""
    star, labels = graph(6, (0, 1), (0, 2), (0, 3), (0, 4)), np.array([0, 1, 1, 1, 1, 1])
    found = bootstrap.ei_index(star, labels), bootstrap.mixing_share(star, labels, 0, 1)
    assert [mean.value for mean in found] == [1, 1]
    assert [mean.error for mean in found] == [0, 0]
    assert bootstrap.mixing_share(star, labels, 1, 1).error == 0


def test_the_mixing_shares_are_those_of_the_mixing_matrix() -> None:
    one, labels = random_graph(30, 0.3, 6), typed(30, 3) - (np.arange(30) % 7 == 0)
    counted = mixing.mixing_matrix(one, labels, 3)
    whole = counted[np.triu_indices(3)].sum()
    for a, b in product(range(3), repeat=2):
        assert bootstrap.mixing_share(one, labels, a, b).value == pytest.approx(counted[a, b] / whole)
    assert bootstrap.ei_index(one, labels).value == pytest.approx(mixing.ei_index(one, labels))


def test_the_paired_error_agrees_with_paired_draws() -> None:
    """Density, and E-I index with types that change, of two waves that share most of their ties."""
    then, labels = random_graph(40, 0.25, 8), typed(40, 2)
    u, v, _ = then.ties()
    more = random_graph(40, 0.05, 9).ties()
    now = Graph.from_ties(40, np.concatenate([u[10:], more[0]]), np.concatenate([v[10:], more[1]]))
    later = np.where(np.arange(40) < 3, 1 - labels, labels)
    before, after = bootstrap.density(then), bootstrap.density(now)
    means = drawn(matrix(then), matrix(now))
    spread = (means[:, 1] - means[:, 0]).std()
    assert bootstrap.paired_error(before, after) == pytest.approx(spread, rel=4 / sqrt(2 * DRAWS))
    sides = [
        matrix(wave, np.where(kinds[wave.ties()[0]] == kinds[wave.ties()[1]], -1.0, 1.0))
        for wave, kinds in ((then, labels), (now, later))
    ]
    e1, all1, e2, all2 = drawn(sides[0], matrix(then), sides[1], matrix(now), draws=1500).T
    before, after = bootstrap.ei_index(then, labels), bootstrap.ei_index(now, later)
    assert bootstrap.paired_error(before, after) == pytest.approx((e2 / all2 - e1 / all1).std(), rel=0.12)


def test_as_those_tell_who_answered_agrees_with_paired_draws() -> None:
    """Half of 40 have answered in both waves: each tie they name counts once for each end that tells, of all it could.

    The ratio of two sums over the pairs of each draw, in both waves; its spread over the draws beside the error.
    """
    tell = np.arange(40) % 2 == 0
    then = naming(random_graph(40, 0.2, 8), tell)
    u, v, _ = then.ties()
    more = naming(random_graph(40, 0.08, 9), tell).ties()
    now = Graph.from_ties(40, np.concatenate([u[5:], more[0]]), np.concatenate([v[5:], more[1]]))
    ends = (tell[:, None].astype(float) + tell) * (1 - np.eye(40))
    first, second, every = drawn(ends * matrix(then), ends * matrix(now), ends).T
    before, after = bootstrap.density(then, tell), bootstrap.density(now, tell)
    assert before.value == pytest.approx((ends * matrix(then)).sum() / ends.sum())
    assert before.error == pytest.approx((first / every).std(), rel=0.06)
    assert bootstrap.paired_error(before, after) == pytest.approx(((second - first) / every).std(), rel=0.06)
    times = bootstrap.average_degree(then, tell), bootstrap.average_degree(now, tell)
    assert times[0].value == pytest.approx((tell * matrix(then).sum(axis=0)).sum() / tell.sum())
    assert bootstrap.paired_error(*times) == pytest.approx(39 * bootstrap.paired_error(before, after))


def test_where_all_tell_it_is_the_density_with_its_error() -> None:
    one, everyone = random_graph(25, 0.3, 2), np.ones(25, dtype=np.bool_)
    found, plain = bootstrap.density(one, everyone), bootstrap.density(one)
    assert (found.value, found.error) == pytest.approx((plain.value, plain.error))


@pytest.mark.parametrize("n", [0, 1, 4])
def test_where_nobody_tells_there_is_no_density(n: int) -> None:
    assert np.isnan(bootstrap.density(graph(n), np.zeros(n, dtype=np.bool_)).value)
    assert np.isnan(bootstrap.average_degree(graph(n), np.zeros(n, dtype=np.bool_)).error)


def naming(one: Graph, tell: Any) -> Graph:
    """The ties that have an end which tells."""
    u, v, _ = one.ties()
    named = tell[u] | tell[v]
    return Graph.from_ties(one.n, u[named], v[named])


def test_paired_by_hand() -> None:
    """One tie of four actors instead of another that shares no actor: differences 1, −1, 0, 0, 0, 0; all sums differ.

    N = 6, s² = 2/6, sums 1, 1, −1, −1 with r² = 1: √((6/3 + 3·2/4) / 36).
    """
    one, other = (bootstrap.density(graph(4, tie)) for tie in ((0, 1), (2, 3)))
    assert bootstrap.paired_error(one, other) == pytest.approx(sqrt((2 + 1.5) / 36))
    assert bootstrap.paired_error(other, one) == pytest.approx(sqrt((2 + 1.5) / 36))
    assert bootstrap.paired_error(one, one) == 0


def test_two_waves_of_other_actors_are_refused() -> None:
    with pytest.raises(ValueError, match="same actors"):
        bootstrap.paired_error(bootstrap.density(graph(3)), bootstrap.density(graph(4)))


def test_a_paired_difference_without_a_typed_tie_is_undefined() -> None:
    one, other = graph(4, (0, 1)), graph(4)
    labels = np.array([0, 1, 0, 1])
    assert np.isnan(bootstrap.paired_error(bootstrap.ei_index(one, labels), bootstrap.ei_index(other, labels)))


@pytest.mark.parametrize("n", [0, 1, 2])
def test_fewer_than_three_actors_have_no_error(n: int) -> None:
    assert np.isnan(bootstrap.density(random_graph(n, 2, 1)).error)
    assert np.isnan(bootstrap.average_degree(random_graph(n, 2, 1)).error)


@pytest.mark.parametrize("share", [-1, 2])
def test_empty_and_complete_graphs_have_none_to_speak_of(share: float) -> None:
    assert bootstrap.density(random_graph(6, share, 1)).error == 0
    same = bootstrap.density(random_graph(6, share, 1))
    assert bootstrap.paired_error(same, same) == 0


def test_no_typed_tie() -> None:
    one = graph(4, (0, 1), (2, 3))
    labels = np.array([0, -1, -1, 1])
    for found in (bootstrap.ei_index(one, labels), bootstrap.mixing_share(one, labels, 0, 1)):
        assert np.isnan([found.value, found.error]).all()


def test_two_cities_that_arose_the_same_way_seldom_differ() -> None:
    """200 pairs of random scenes: below 0.05 in at most 5 % by design (conservative: far less); 4 standard errors."""
    low = {"density": 0, "ei": 0}
    for seed in range(200):
        one, other = random_graph(40, 0.1, 2 * seed), random_graph(40, 0.1, 2 * seed + 1)
        labels = typed(40, 3)
        for name, (a, b) in {
            "density": (bootstrap.density(one), bootstrap.density(other)),
            "ei": (bootstrap.ei_index(one, labels), bootstrap.ei_index(other, labels)),
        }.items():
            low[name] += between(a.value, a.error, b.value, b.error).p < 0.05
    assert max(low.values()) <= 0.05 * 200 + 4 * sqrt(200 * 0.05 * 0.95)
    assert low["density"] <= 4
