from __future__ import annotations

import json
from collections import Counter
from itertools import combinations
from math import comb
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actor_graph.measures.adjusting import benjamini_hochberg, holm
from actor_graph.measures.chance import (
    CELLS,
    Chance,
    Stream,
    composition_chance,
    dealings,
    generator,
    mixing_chance,
)
from actor_graph.measures.graph import Graph
from tests.material import PUBLISHED
from tests.measures.published import load

DRAWS = 20_000
DATASETS = [
    "florentine_marriage",
    "kite",
    "florentine_business",
    "campnet",
    "karate",
    "lazega_friends",
    "lazega_advice",
    "hightech_friends",
]
ENUMERATED = ["florentine_marriage", "kite", "florentine_business", "campnet"]


def wanted(shared: Path, name: str) -> dict[str, Any]:
    whole = json.loads((shared / "data/published/chance.json").read_text(encoding="utf-8"))
    return whole["datasets"][name]["label_permutation"]


def found(shared: Path, name: str) -> dict[str, Chance]:
    network = load(shared / "data/published" / name)
    chance = mixing_chance(network.graph, network.labels, draws=DRAWS, seed=11)
    return {"ei_index": chance.ei, "type_assortativity": chance.assortativity}


def near(p: float, other: float, se: float) -> bool:
    return abs(p - other) <= 4 * np.sqrt(se**2 + other * (1 - other) / DRAWS) + 1 / DRAWS


@pytest.mark.parametrize("name", DATASETS)
def test_agrees_with_100_000_dealings_in_r(name: str, shared: Path) -> None:
    """Within four standard errors, as the note beside the numbers says."""
    for figure, chance in found(shared, name).items():
        r = wanted(shared, name)[figure]
        assert chance.observed == pytest.approx(r["observed"], abs=1e-9)
        assert abs(chance.dealt.mean() - r["mean"]) <= 4 * np.sqrt(r["se_mean"] ** 2 + r["sd"] ** 2 / DRAWS)
        assert abs(chance.dealt.std(ddof=1) - r["sd"]) <= 4 * r["se_sd"] * np.sqrt(1 + r["draws"] / DRAWS)
        assert near(chance.p_lower, r["p_lower"], r["se_p_lower"])
        assert near(chance.p_upper, r["p_upper"], r["se_p_upper"])
        assert chance.p == min(1, 2 * min(chance.p_lower, chance.p_upper))


@pytest.mark.parametrize("name", ENUMERATED)
def test_agrees_with_all_dealings_there_are(name: str, shared: Path) -> None:
    for figure, chance in found(shared, name).items():
        exact = wanted(shared, name)["exact_enumeration"][figure]
        assert abs(chance.dealt.mean() - exact["mean"]) <= 4 * exact["sd_population"] / np.sqrt(DRAWS)
        assert near(chance.p_lower, exact["p_lower"], 0)
        assert near(chance.p_upper, exact["p_upper"], 0)
        assert chance.dealt.min() >= exact["min"] - 1e-9
        assert chance.dealt.max() <= exact["max"] + 1e-9


def test_each_number_of_internal_ties_comes_as_often_as_it_should(shared: Path) -> None:
    counts = wanted(shared, "kite")["exact_enumeration"]["internal_tie_distribution"]
    internal = Counter(np.rint((1 - found(shared, "kite")["ei_index"].dealt) * 18 / 2).astype(int).tolist())
    assert set(internal) == {int(ties) for ties in counts}
    for ties, dealings_with in counts.items():
        assert near(internal[int(ties)] / DRAWS, dealings_with / 252, 0)


@pytest.mark.parametrize("folder", PUBLISHED, ids=lambda folder: folder.name)
def test_mean_and_variance_of_internal_ties_in_closed_form(folder: Path) -> None:
    """E = m p, Var = m p + 2 S p3 + 2 D p4 − (m p)², with a fifth of the types blanked; the dealings agree."""
    network, draws = load(folder).blanked(), 4000
    labels, inside = network.labels, network.graph.induced(network.labels >= 0)
    dealt = mixing_chance(network.graph, labels, draws=draws, seed=3).ei.dealt
    mean, variance = _moments(np.bincount(labels[labels >= 0]).tolist(), inside.degree.tolist(), inside.m)
    internal = (1 - dealt) * inside.m / 2
    assert abs(internal.mean() - mean) <= 4 * np.sqrt(variance / draws) + 1e-9
    assert internal.var() == pytest.approx(variance, rel=0.25, abs=1e-9)


def _moments(sizes: list[int], degrees: list[int], m: int) -> tuple[float, float]:
    def falling(x: int, k: int) -> int:
        return int(np.prod([float(x - i) for i in range(k)]))

    n = sum(sizes)
    pairs = [falling(a, 2) for a in sizes]
    p, p3 = sum(pairs) / falling(n, 2), sum(falling(a, 3) for a in sizes) / falling(n, 3)
    p4 = (sum(falling(a, 4) for a in sizes) + sum(pairs) ** 2 - sum(q * q for q in pairs)) / falling(n, 4)
    sharing = sum(comb(d, 2) for d in degrees)
    apart = comb(m, 2) - sharing
    return m * p, m * p + 2 * sharing * p3 + 2 * apart * p4 - (m * p) ** 2


def test_a_dealing_is_uniform_over_all_there_are() -> None:
    rows = np.concatenate(list(dealings(np.array([0, 0, 1, 1]), DRAWS, generator(5, Stream.MIXING), 4)))
    counts = Counter(map(tuple, rows.tolist()))
    assert len(counts) == 6
    assert all(near(times / DRAWS, 1 / 6, 0) for times in counts.values())


@pytest.mark.parametrize("cells", [1, 1000, CELLS // 3, CELLS, 5 * CELLS])
def test_the_batch_changes_nothing_and_is_bounded(cells: int) -> None:
    labels = np.arange(300)
    batches = list(dealings(labels, 40, generator(2, Stream.COMPOSITION), cells))
    assert all(len(batch) <= max(1, CELLS // cells) for batch in batches)
    whole = np.concatenate(batches)
    assert (whole == next(dealings(labels, 40, generator(2, Stream.COMPOSITION), 1))).all()
    assert (np.sort(whole, axis=1) == labels).all()


def test_streams_and_seeds_are_independent() -> None:
    first = {(seed, stream): generator(seed, stream).integers(2**62) for seed in (1, 2, 3) for stream in Stream}
    assert len(set(first.values())) == len(first)
    assert first[1, Stream.MIXING] == generator(1, Stream.MIXING).integers(2**62)


def test_p_by_hand() -> None:
    """b + 1 of r + 1, equal values on both sides; what is undefined is left out."""
    chance = Chance(0.3, np.array([0.1, 0.1 + 0.2, 0.3, 0.9, np.nan]))
    assert chance.p_lower == 4 / 5
    assert chance.p_upper == 4 / 5
    assert chance.p == 1
    assert Chance(5.0, np.zeros(9)).p == pytest.approx(0.2)
    assert np.isnan([getattr(Chance(np.nan, np.zeros(9)), p) for p in ("p", "p_lower", "p_upper")]).all()


def test_dealings_where_assortativity_is_undefined_are_left_out() -> None:
    """One tie, three actors of types 0, 0, 1: a third of the dealings gives both ends one type, the others −1."""
    pair = Graph.from_ties(3, np.array([0]), np.array([1]))
    chance = mixing_chance(pair, np.array([0, 1, 0])).assortativity
    undefined = np.isnan(chance.dealt).mean()
    assert abs(undefined - 1 / 3) < 0.05
    assert (chance.dealt[~np.isnan(chance.dealt)] == -1).all()
    assert (chance.observed, chance.p) == (-1, 1)


def test_mixing_against_chance_is_undefined_without_a_typed_tie() -> None:
    path = Graph.from_ties(3, np.array([0, 1]), np.array([1, 2]))
    for labels in (np.array([0, -1, 1]), np.full(3, -1)):
        chance = mixing_chance(path, labels)
        assert np.isnan([chance.ei.p, chance.ei.p_lower, chance.ei.p_upper, chance.assortativity.p]).all()
    one_type = mixing_chance(path, np.zeros(3, int))
    assert (one_type.ei.p_lower, one_type.ei.p_upper, one_type.ei.p) == (1, 1, 1)
    assert np.isnan(one_type.assortativity.p)


def test_the_order_of_the_input_changes_no_p(shared: Path) -> None:
    network = load(shared / "data/published/lazega_advice").blanked()
    circles = np.arange(network.graph.n) % 5
    place = np.random.default_rng(1).permutation(network.graph.n)
    u, v, _ = network.graph.ties()
    moved = Graph.from_ties(network.graph.n, place[u], place[v])
    back = np.argsort(place)
    ids = [network.ids[i] for i in back]
    one = mixing_chance(network.graph, network.labels, ids=network.ids)
    other = mixing_chance(moved, network.labels[back], ids=ids)
    assert (one.ei.dealt == other.ei.dealt).all()
    assert one.assortativity.p == other.assortativity.p
    here = composition_chance(circles, network.labels, ids=network.ids)
    there = composition_chance(circles[back], network.labels[back], ids=ids)
    assert here.p_homogeneous.tolist() == there.p_homogeneous.tolist()


def test_composition_against_all_dealings_there_are() -> None:
    """Clusters of 4, 3 and 3 actors, types of 5, 3 and 2: all 2,520 dealings, counted in plain Python."""
    circles, labels = np.repeat([0, 1, 2], [4, 3, 3]), np.array([0, 0, 0, 1, 0, 0, 1, 1, 2, 2])
    chance = composition_chance(circles, labels, draws=DRAWS, seed=4)
    observed = _squares(labels.tolist())
    every = [_squares(dealt) for dealt in _all_dealings()]
    assert len(every) == 2520
    for c in range(3):
        larger = sum(squares[c] >= observed[c] for squares in every) / len(every)
        smaller = sum(squares[c] <= observed[c] for squares in every) / len(every)
        assert near(chance.p_homogeneous[c], larger, 0)
        assert near(chance.p_heterogeneous[c], smaller, 0)


def _all_dealings() -> list[list[int]]:
    dealt = []
    for zeros in combinations(range(10), 5):
        rest = [i for i in range(10) if i not in zeros]
        dealt += [[0 if i in zeros else 1 if i in ones else 2 for i in range(10)] for ones in combinations(rest, 3)]
    return dealt


def _squares(labels: list[int]) -> list[int]:
    return [sum(n * n for n in Counter(part).values()) for part in (labels[:4], labels[4:7], labels[7:])]


def test_one_dealing_serves_all_clusters() -> None:
    """Two clusters of three, two types of three: what the one gets, the other gets mirrored."""
    chance = composition_chance(np.repeat([0, 1], 3), np.array([0, 0, 0, 1, 1, 1]))
    assert chance.p_homogeneous[0] == chance.p_homogeneous[1]
    assert abs(chance.p_homogeneous[0] - 0.1) < 0.03
    assert chance.p_heterogeneous.tolist() == [1, 1]


def test_types_are_dealt_only_among_typed_actors_in_clusters() -> None:
    circles, labels = np.repeat([0, 1, -1], [4, 4, 4]), np.array([0, 0, 0, 1, 1, 1, 0, -1, 0, 0, 0, 0])
    others = labels.copy()
    others[8:] = 1
    one, other = composition_chance(circles, labels), composition_chance(circles, others)
    assert one.p_homogeneous.tolist() == other.p_homogeneous.tolist()


def test_no_p_where_too_few_are_typed_or_there_is_one_type() -> None:
    circles, labels = np.repeat([0, 1, 2], [3, 2, 7]), np.array([0, 0, 1, 1, 1, 0, 1, 1, -1, -1, -1, -1])
    chance = composition_chance(circles, labels)
    assert np.isnan(chance.p_homogeneous).tolist() == [False, True, True]
    assert np.isnan(chance.p_heterogeneous_adjusted).tolist() == [False, True, True]
    asked_of_two = composition_chance(circles, labels, typed_members=2)
    assert np.isnan(asked_of_two.p_homogeneous).tolist() == [False, False, True]
    assert np.isnan(composition_chance(circles, np.zeros(12, int)).p_homogeneous).all()
    nobody = composition_chance(np.full(3, -1), np.array([0, 1, 0]))
    assert nobody.p_homogeneous.shape == nobody.p_heterogeneous_adjusted.shape == (0,)


def test_both_directions_are_adjusted_together() -> None:
    circles, labels = np.repeat([0, 1, 2], 12), np.repeat([0, 1, 2], 12)
    chance = composition_chance(circles, labels)
    assert chance.p_homogeneous.tolist() == [1 / 2001] * 3
    assert chance.p_homogeneous_adjusted == pytest.approx(np.full(3, 6 / 2001))
    assert chance.p_heterogeneous_adjusted.tolist() == [1, 1, 1]


def test_holm_by_hand() -> None:
    """R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") is 0.03 0.06 0.06 0.02."""
    assert holm(np.array([0.01, 0.04, 0.03, 0.005])) == pytest.approx(np.array([0.03, 0.06, 0.06, 0.02]))
    adjusted = holm(np.array([np.nan, 0.5, 0.01, np.nan, 0.6]))
    assert adjusted == pytest.approx(np.array([np.nan, 1, 0.03, np.nan, 1]), nan_ok=True)
    assert holm(np.zeros(0)).shape == (0,)


def test_benjamini_hochberg_by_hand() -> None:
    """R: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.9), "BH") is 0.025 0.05 0.05 0.025 0.9."""
    wanted = np.array([0.025, 0.05, 0.05, 0.025, 0.9])
    assert benjamini_hochberg(np.array([0.01, 0.04, 0.03, 0.005, 0.9])) == pytest.approx(wanted)
    adjusted = benjamini_hochberg(np.array([np.nan, 0.5, 0.01, np.nan, 0.6]))
    assert adjusted == pytest.approx(np.array([np.nan, 0.6, 0.03, np.nan, 0.6]), nan_ok=True)
    assert benjamini_hochberg(np.zeros(0)).shape == (0,)


@given(st.lists(st.floats(0, 1) | st.just(float("nan")), max_size=12), st.randoms(use_true_random=False))
def test_what_holm_always_does(values: list[float], random) -> None:
    p = np.array(values)
    adjusted, known = holm(p), ~np.isnan(p)
    assert (np.isnan(adjusted) == ~known).all()
    assert ((adjusted[known] >= p[known]) & (adjusted[known] <= 1)).all()
    assert (np.diff(adjusted[known][np.argsort(p[known], kind="stable")]) >= 0).all()
    order = np.array(random.sample(range(len(p)), len(p)), dtype=int)
    assert holm(p[order]) == pytest.approx(adjusted[order], nan_ok=True)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=14), st.lists(st.integers(-1, 2), min_size=8))
def test_p_is_a_share_of_the_dealings(ties: list[tuple[int, int]], types: list[int]) -> None:
    ends, labels = np.array(ties, dtype=int).reshape(-1, 2), np.array(types[:8])
    chance = mixing_chance(Graph.from_ties(8, ends[:, 0], ends[:, 1]), labels, draws=50)
    for figure in (chance.ei, chance.assortativity):
        if not np.isnan(figure.observed):
            r = np.isfinite(figure.dealt).sum()
            assert figure.p_lower + figure.p_upper >= (r + 2) / (r + 1) - 1e-12
            assert 1 / (r + 1) <= min(figure.p_lower, figure.p_upper) <= figure.p <= 1


@pytest.mark.parametrize("name", DATASETS)
def test_the_interval_is_that_of_r(shared: Path, name: str) -> None:
    """Quantiles of R (type 7, which is numpy's linear): equal to within one step of the index, which is discrete."""
    r = wanted(shared, name)["ei_index"]
    ties = wanted(shared, name)["ei_range"]["m"]
    low, high = found(shared, name)["ei_index"].interval
    assert abs(low - r["q025"]) <= 2 / ties + 1e-9
    assert abs(high - r["q975"]) <= 2 / ties + 1e-9


def test_the_interval_by_hand() -> None:
    """Of 0, 1, …, 40 the linear 2.5 % quantile is 1 and the 97.5 % quantile 39; undefined dealings are left out."""
    assert Chance(7.0, np.append(np.arange(41.0), np.nan)).interval == (1.0, 39.0)
    assert np.isnan(Chance(np.nan, np.arange(41.0)).interval).all()
