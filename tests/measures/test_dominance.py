from __future__ import annotations

from fractions import Fraction
from math import comb

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actor_graph.measures import dominance
from actor_graph.measures.graph import Graph
from tests.measures.graphs import built, graphs


def exact_degree_p(n: int, m: int, d: int) -> Fraction:
    """min(1, n · P(X ≥ d)) by counting, in fractions."""
    pairs, own = n * (n - 1) // 2, n - 1
    ways = sum(comb(own, x) * comb(pairs - own, m - x) for x in range(d, min(own, m) + 1))
    return min(Fraction(1), n * Fraction(ways, comb(pairs, m)))


@given(graphs(least=1, most=14))
def test_degree_p_is_exact(graph: Graph) -> None:
    expected = [float(exact_degree_p(graph.n, graph.m, d)) if d else 1.0 for d in graph.degree.tolist()]
    np.testing.assert_allclose(dominance.degree_p(graph), expected, rtol=1e-12)


@pytest.mark.parametrize(("n", "m", "hub"), [(200, 300, 30), (1000, 3000, 60), (1000, 999, 999), (3000, 2000, 12)])
def test_degree_p_keeps_its_digits_in_large_scenes(n: int, m: int, hub: int) -> None:
    """A hub with as many ties as said, the other ties in a row of actors beside it."""
    rest = m - hub
    ties = [(0, i) for i in range(1, hub + 1)] + [(i, i + k) for k in (1, 2, 3, 4) for i in range(1, n - 4)][:rest]
    graph = built(n, ties)
    assert graph.m == m
    expected = float(exact_degree_p(n, m, hub))
    assert dominance.degree_p(graph)[0] == pytest.approx(expected, rel=1e-11, abs=1e-300)


def test_degree_p_of_a_scene_of_620_000_actors_is_quick_and_sane() -> None:
    n = 620_000
    tail = dominance._at_least(n, 1_800_000)
    assert tail[0] == 1
    assert (np.diff(tail) <= 0).all()
    assert tail[-1] < 1e-300
    assert tail[6] == pytest.approx(0.5, abs=0.1)  # the mean degree is 5.8


@given(graphs(least=3))
def test_figures_stay_within_their_ranges(graph: Graph) -> None:
    ways = dominance.betweenness(graph)
    assert ((ways >= 0) & (ways <= 1 + 1e-12)).all()
    assert 0 <= dominance.degree_centralization(graph) <= 1
    assert -1e-12 <= dominance.betweenness_centralization(graph) <= 1 + 1e-12
    gini = dominance.degree_gini(graph)
    assert np.isnan(gini) if graph.m == 0 else 0 <= gini < 1


@given(graphs(most=9))
def test_gini_is_half_the_relative_mean_difference(graph: Graph) -> None:
    """The definition by pairs: Σᵢⱼ |dᵢ − dⱼ| / (2 n Σ d)."""
    d = graph.degree
    expected = np.abs(d[:, None] - d).sum() / (2 * graph.n * d.sum()) if graph.m else float("nan")
    assert dominance.degree_gini(graph) == pytest.approx(expected, abs=1e-12, nan_ok=True)


def test_the_fence_is_that_of_tukey() -> None:
    """Quartiles by hand: of 1, 2, 4, 8 at places 0.75 and 2.25: 1.75 and 5; fence 5 + 1.5 · 3.25."""
    assert dominance.upper_fence(np.array([8, 1, 4, 2])) == pytest.approx(9.875)
    assert dominance.upper_fence(np.array([8, 1, 4, 2]), 3) == pytest.approx(14.75)
    assert np.isnan(dominance.upper_fence(np.array([])))


def test_no_one_dominates_a_ring_a_complete_graph_or_the_kite() -> None:
    for graph in (nx.cycle_graph(12), nx.complete_graph(9), nx.krackhardt_kite_graph()):
        assert not dominance.top_dogs(Graph.from_networkx(graph)).any()


def test_fewer_than_five_with_a_tie_have_no_top_dog() -> None:
    assert not dominance.top_dogs(Graph.from_networkx(nx.star_graph(3))).any()
    assert dominance.top_dogs(Graph.from_networkx(nx.star_graph(4))).tolist() == [True] + [False] * 4
    with_isolates = built(30, [(0, 1), (0, 2), (0, 3)])
    assert not dominance.top_dogs(with_isolates).any()


def test_a_chain_has_no_top_dog() -> None:
    """Ways lead through its middle, but nobody has more than two ties."""
    assert not dominance.top_dogs(Graph.from_networkx(nx.path_graph(9))).any()


def test_where_the_fence_lies_above_all_degrees_chance_decides() -> None:
    """A star of 16 rays beside a complete graph of 11: degrees 16 times 1, 11 times 10, once 16.

    Q1 = 1, Q3 = 10, fence 23.5. Only the center lies between others, and 28 · P(X ≥ 16), 71 of 378 pairs drawn, 27 of
    them its own, is 3.5e-5.
    """
    graph = Graph.from_networkx(nx.disjoint_union(nx.star_graph(16), nx.complete_graph(11)))
    assert dominance.upper_fence(graph.degree) == 23.5
    assert dominance.degree_p(graph)[0] == pytest.approx(float(exact_degree_p(28, 71, 16)), rel=1e-12)
    assert dominance.top_dogs(graph).tolist() == [True] + [False] * 27
    assert not dominance.top_dogs(graph, p=0).any()


def test_fences_are_those_of_the_tied_actors_alone() -> None:
    """Two triangles and a bridge among 200 without a tie: betweenness is 0, 0, b, b, 0, 0, so Q3 lies above 0.

    Over all 206 the fence would be 0 and both ends of the bridge, whose degree is no chance, would stand out.
    """
    graph = built(206, [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (3, 5), (4, 5)])
    assert (dominance.degree_p(graph)[[2, 3]] < 0.05).all()
    assert not dominance.top_dogs(graph).any()


def test_shares_of_ties() -> None:
    graph = built(5, [(0, 1), (0, 2), (1, 2), (2, 3)])
    assert dominance.tie_share(graph).tolist() == [0.5, 0.5, 0.75, 0.25, 0]
    assert dominance.top_dog_tie_share(graph, np.array([1, 0, 0, 1, 0], dtype=bool)) == 0.75
    assert dominance.top_dog_tie_share(graph, np.zeros(5, dtype=bool)) == 0
    assert np.isnan(dominance.top_dog_tie_share(built(2, []), np.ones(2, dtype=bool)))


@pytest.mark.parametrize(
    ("ties", "actor", "expected"),
    [
        ([(0, 1), (1, 2), (2, 3), (3, 4)], 3, [4]),  # the largest piece stays
        ([(0, 1), (1, 2), (2, 3), (3, 4)], 2, [0, 1, 3, 4]),  # two of two: both are under three
        ([(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (3, 7)], 3, [7]),  # two of three stay, the single one is lost
        ([(0, 1), (0, 2), (0, 3)], 0, [1, 2, 3]),  # the center of a star: nobody is left with three
        ([(0, 1), (1, 2), (2, 0)], 0, [1, 2]),  # two are left, under three
        ([(0, 1), (1, 2), (2, 3), (3, 0)], 0, []),  # a ring of four holds
        ([(0, 1)], 0, [1]),
        ([(0, 1)], 5, []),  # an actor without a tie
        ([(0, 1), (1, 2), (2, 3), (4, 5)], 1, [0, 2, 3]),  # others of other components are not cut off
        ([(0, 1), (1, 2), (1, 3), (3, 4), (4, 5)], 1, [0, 2]),
        # pieces of 4, 4, 3 and 1: where two are largest, all of three and more stay
        ([(0, 1), (1, 2), (2, 3), (3, 4), (0, 5), (5, 6), (6, 7), (7, 8), (0, 9), (9, 10), (10, 11), (0, 12)], 0, [12]),
        # pieces of 4, 3 and 1: one is largest, the rest is lost
        ([(0, 1), (1, 2), (2, 3), (3, 4), (0, 9), (9, 10), (10, 11), (0, 12)], 0, [9, 10, 11, 12]),
    ],
)
def test_who_is_cut_off(ties: list[tuple[int, int]], actor: int, expected: list[int]) -> None:
    assert dominance.cut_off(built(13, ties), actor).tolist() == expected


@given(graphs(least=1, most=10), st.data())
def test_other_numbers_for_the_actors_change_no_finding(graph: Graph, data: st.DataObject) -> None:
    order = np.array(data.draw(st.permutations(range(graph.n))))
    u, v, _ = graph.ties()
    moved = Graph.from_ties(graph.n, order[u], order[v])
    np.testing.assert_array_equal(dominance.top_dogs(moved)[order], dominance.top_dogs(graph))
    np.testing.assert_allclose(dominance.degree_p(moved)[order], dominance.degree_p(graph))
    for actor in range(graph.n):
        assert set(dominance.cut_off(moved, int(order[actor]))) == set(order[dominance.cut_off(graph, actor)])
