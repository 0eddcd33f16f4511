from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actor_graph.measures import cohesion, walk
from actor_graph.measures.graph import Graph
from tests.measures.graphs import as_networkx, built, graphs, values


@given(graphs())
def test_components_are_those_of_networkx_numbered_by_their_first_member(graph: Graph) -> None:
    label, size = cohesion.components(graph)
    parts = sorted((sorted(part) for part in nx.connected_components(as_networkx(graph))), key=lambda part: part[0])
    assert [np.flatnonzero(label == c).tolist() for c in range(len(size))] == parts
    assert size.tolist() == [len(part) for part in parts]


@given(graphs(least=1))
def test_triangles_and_cores_are_those_of_networkx(graph: Graph) -> None:
    same = as_networkx(graph)
    assert cohesion.core(graph).tolist() == values(graph, nx.core_number(same))
    assert cohesion.average_clustering(graph) == pytest.approx(nx.average_clustering(same), abs=1e-12)
    triples = (graph.degree * (graph.degree - 1) // 2).sum()
    expected = nx.transitivity(same) if triples else float("nan")
    assert cohesion.transitivity(graph) == pytest.approx(expected, abs=1e-12, nan_ok=True)


@given(graphs(least=2), st.data())
def test_one_more_tie_never_lowers_connectedness_or_raises_the_number_of_components(
    graph: Graph, data: st.DataObject
) -> None:
    u, v, _ = graph.ties()
    ends = data.draw(st.tuples(st.integers(0, graph.n - 1), st.integers(0, graph.n - 1)))
    more = built(graph.n, [*zip(u.tolist(), v.tolist(), strict=True), ends])
    assert cohesion.connectedness(more) >= cohesion.connectedness(graph)
    assert cohesion.component_count(more) <= cohesion.component_count(graph)
    assert (cohesion.harmonic(more) >= cohesion.harmonic(graph) - 1e-12).all()
    assert (cohesion.core(more) >= cohesion.core(graph)).all()


@given(graphs())
def test_figures_stay_within_their_ranges(graph: Graph) -> None:
    shares = [
        cohesion.connectedness(graph),
        cohesion.largest_component_share(graph),
        cohesion.transitivity(graph),
        cohesion.average_clustering(graph),
        *cohesion.harmonic(graph),
    ]
    assert all(np.isnan(share) or -1e-12 <= share <= 1 + 1e-12 for share in shares)
    if graph.m:
        assert 1 <= cohesion.average_path_length(graph) <= cohesion.diameter(graph) <= graph.n - 1


@given(graphs(least=1))
def test_pieces_without_an_actor_are_found_by_taking_it_out(graph: Graph) -> None:
    same = as_networkx(graph)
    for actor in range(graph.n):
        rest = nx.subgraph(same, nx.node_connected_component(same, actor) - {actor})
        parts = sorted(sorted(part) for part in nx.connected_components(rest))
        pieces = walk.pieces_without(graph, actor)
        assert sorted(walk.members(graph, [piece]).tolist() for piece in pieces) == parts
        assert sorted(walk.size(piece) for piece in pieces) == sorted(map(len, parts))
        assert walk.pieces(graph)[actor] == len(parts)


def test_a_chain_of_fifty_thousand_does_not_go_too_deep() -> None:
    n = 50_000
    graph = Graph.from_ties(n, np.arange(n - 1), np.arange(1, n))
    assert walk.pieces(graph).tolist() == [1] + [2] * (n - 2) + [1]
    assert sorted(walk.size(piece) for piece in walk.pieces_without(graph, 10_000)) == [10_000, 39_999]
