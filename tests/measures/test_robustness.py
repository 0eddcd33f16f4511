"""How rankings hold: against scipy's rank correlation, by hand, and by what must always be so."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import spearmanr

from actor_graph.measures.graph import Graph
from actor_graph.measures.robustness import SHARES, TAKEN, Taken, less, spearman, taken_number, top_overlap
from tests.measures.graphs import built, graphs

LABELS = np.zeros(12, dtype=np.int64)
STAR = built(12, [(0, i) for i in range(1, 12)])

rankings = st.integers(3, 15).flatmap(
    lambda n: st.tuples(*(arrays(np.float64, n, elements=st.integers(0, 5).map(float)) for _ in range(2)))
)


@given(rankings)
def test_rank_correlation_is_that_of_scipy(pair: tuple[np.ndarray, np.ndarray]) -> None:
    one, other = pair
    if len(set(one)) > 1 and len(set(other)) > 1:
        assert spearman(one, other) == pytest.approx(float(spearmanr(one, other).statistic), abs=1e-12)
    else:
        assert np.isnan(spearman(one, other))


def test_values_nearer_than_a_billionth_are_equal() -> None:
    assert np.isnan(spearman(np.array([0.1 + 0.2, 0.3]), np.array([1.0, 2.0])))


def test_top_ten_by_hand() -> None:
    """Top two of 5 4 3 2 are the first two; of 5 1 4 4 the first, and the third and fourth share one place: 1 + 0."""
    assert top_overlap(np.array([5.0, 4, 3, 2]), np.array([5.0, 1, 4, 4]), top=2) == 0.5
    """Of 5 3 3 3 the last three share one place, a third each: 1 + 1/3."""
    assert top_overlap(np.array([5.0, 4, 3, 2]), np.array([5.0, 3, 3, 3]), top=2) == pytest.approx(2 / 3)


@given(rankings)
def test_top_ten_is_the_same_whoever_comes_first(pair: tuple[np.ndarray, np.ndarray]) -> None:
    one, other = pair
    assert top_overlap(one, one, top=4) == pytest.approx(1)
    assert top_overlap(one, other, top=4) == pytest.approx(top_overlap(one[::-1], other[::-1], top=4))
    assert 0 <= top_overlap(one, other, top=4) <= 1 + 1e-12


def test_how_many_are_taken() -> None:
    assert [taken_number(40, share) for share in SHARES] == [2, 4, 8, 12, 16, 20]
    assert [taken_number(3, share) for share in SHARES] == [1, 1, 1, 1, 1, 2]


def test_half_of_the_ties_of_a_star() -> None:
    """11 ties, 6 taken (a half up): the center has 5 partners and stays first, the six without a tie are isolates."""
    held = less(STAR, LABELS, "ties", 0.5, 0)
    assert held.figures["ties"] == 5
    assert held.figures["isolates"] == 6
    assert held.remains.all()
    assert np.flatnonzero(held.central).tolist() == [0]
    assert held.spearman["degree"] == pytest.approx(float(spearmanr(STAR.degree, [5, *[1] * 5, *[0] * 6]).statistic))


def test_half_of_the_actors_of_a_star() -> None:
    """Either the center goes and six stand alone, or it stays with five partners. Who is gone is not central."""
    seen = [less(STAR, LABELS, "actors", 0.5, draw) for draw in range(40)]
    for held in seen:
        assert held.remains.sum() == 6
        assert held.figures["ties"] == (5 if held.remains[0] else 0)
        assert not held.central[~held.remains].any()
    assert {bool(held.remains[0]) for held in seen} == {True, False}


@given(graphs(least=1), st.sampled_from(TAKEN), st.sampled_from(SHARES))
def test_any_graph_can_be_thinned(graph: Graph, what: Taken, share: float) -> None:
    held = less(graph, np.zeros(graph.n, dtype=np.int64), what, share, 0)
    gone = taken_number(graph.n, share) if what == "actors" else 0
    assert held.remains.sum() == graph.n - gone
    if what == "ties":
        assert held.figures["ties"] == graph.m - taken_number(graph.m, share)


@pytest.mark.parametrize("what", TAKEN)
def test_the_order_of_the_input_changes_nothing(what: Taken) -> None:
    ids = [f"a{i:02}" for i in range(12)]
    order = np.random.default_rng(5).permutation(12)
    place = np.argsort(order)
    graph = built(12, [(0, 1), (1, 2), (2, 3), (3, 0), (4, 5), (5, 6), (0, 7), (0, 8), (8, 9)])
    turned = built(
        12, [(int(place[a]), int(place[b])) for a, b, _ in zip(*(e.tolist() for e in graph.ties()), strict=True)]
    )
    labels = np.arange(12) % 3
    one = less(graph, labels, what, 0.3, 4, seed=9, ids=ids)
    other = less(turned, labels[order], what, 0.3, 4, seed=9, ids=[ids[i] for i in order])
    assert one.figures == pytest.approx(other.figures, nan_ok=True)
    assert one.spearman == pytest.approx(other.spearman, nan_ok=True)
    assert one.remains[order].tolist() == other.remains.tolist()


def test_seeds_and_draws_differ() -> None:
    def gone(**which: int) -> list[bool]:
        return less(STAR, LABELS, "actors", 0.3, which.pop("draw", 0), **which).remains.tolist()

    assert gone() == gone()
    assert len({tuple(gone(draw=draw)) for draw in range(20)}) > 10
    assert len({tuple(gone(seed=seed)) for seed in range(20)}) > 10
