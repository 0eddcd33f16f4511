from __future__ import annotations

from math import comb

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actor_graph.measures import paths
from actor_graph.measures.graph import Graph
from actor_graph.measures.paths import shortest_paths
from tests.measures.graphs import as_networkx, built, graphs, values


@given(graphs(most=14))
def test_everything_agrees_with_networkx(graph: Graph) -> None:
    same, found = as_networkx(graph), shortest_paths(graph)
    lengths = dict(nx.all_pairs_shortest_path_length(same))
    ways = values(graph, nx.betweenness_centrality(same, normalized=False))
    np.testing.assert_allclose(found.betweenness, ways, atol=1e-9)
    np.testing.assert_allclose(found.harmonic, values(graph, nx.harmonic_centrality(same)), atol=1e-12)
    assert found.total.tolist() == [sum(lengths[i].values()) for i in range(graph.n)]
    assert found.farthest.tolist() == [max(lengths[i].values()) for i in range(graph.n)]


@given(graphs(least=1), st.randoms(use_true_random=False))
def test_other_numbers_for_the_actors_change_no_figure(graph: Graph, random: object) -> None:
    order = np.arange(graph.n)
    random.shuffle(order)  # type: ignore[attr-defined]
    u, v, _ = graph.ties()
    moved = shortest_paths(Graph.from_ties(graph.n, order[u], order[v]))
    found = shortest_paths(graph)
    np.testing.assert_allclose(moved.betweenness[order], found.betweenness, atol=1e-12)
    np.testing.assert_array_equal(moved.total[order], found.total)


def test_a_grid_with_astronomically_many_shortest_paths() -> None:
    """On an a × b grid C(a + b, a) shortest paths join the corners; a corner actor's own share is none."""
    side = 40
    place = np.arange(side * side).reshape(side, side)
    ends = np.concatenate([[place[:, :-1].ravel(), place[:, 1:].ravel()], [place[:-1].ravel(), place[1:].ravel()]], 1)
    graph = Graph.from_ties(side * side, ends[0], ends[1])
    found = shortest_paths(graph)
    assert comb(2 * side - 2, side - 1) > 2**53
    assert found.farthest[0] == 2 * side - 2
    turned = found.betweenness.reshape(side, side)
    for other in (turned.T, turned[::-1], turned[:, ::-1]):
        np.testing.assert_allclose(turned, other, rtol=1e-10)
    between = found.total.sum() // 2 - comb(side * side, 2)
    assert found.betweenness.sum() == pytest.approx(between, rel=1e-12)


def test_any_number_of_threads_gives_the_same_bytes() -> None:
    """Enough actors for all blocks (see ``paths.BLOCKS``), so that threads are really used."""
    n = paths.BLOCKS * paths.LEAST_BLOCK + 1000
    edges = np.array(nx.gnm_random_graph(n, 3 * n // 2, seed=5).edges)
    graph = Graph.from_ties(n, edges[:, 0], edges[:, 1])
    once = paths.swept(graph, threads=1)
    for threads in (2, 3, 5):
        found = paths.swept(graph, threads=threads)
        assert found.betweenness.tobytes() == once.betweenness.tobytes()
        assert found.harmonic.tobytes() == once.harmonic.tobytes()
        assert found.total.tobytes() == once.total.tobytes()


@pytest.mark.parametrize("ties", [[], [(0, 1)], [(0, 1), (1, 2), (2, 3), (1, 4), (4, 5), (4, 6), (7, 8)]])
def test_trees_and_leaves(ties: list[tuple[int, int]]) -> None:
    """Actors with one tie only: pairs on both sides of an actor pass it, so in a tree betweenness is a count."""
    graph = built(9, ties)
    expected = values(graph, nx.betweenness_centrality(as_networkx(graph), normalized=False))
    np.testing.assert_allclose(shortest_paths(graph).betweenness, expected, atol=1e-12)
