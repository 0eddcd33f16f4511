from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actor_graph.measures import networking
from actor_graph.measures.graph import Graph
from tests.measures.graphs import as_networkx, built, graphs


@given(graphs(least=2), st.data())
def test_one_more_tie_lowers_neither_density_nor_degree_nor_strength(graph: Graph, data: st.DataObject) -> None:
    u, v, _ = graph.ties()
    ends = data.draw(st.tuples(st.integers(0, graph.n - 1), st.integers(0, graph.n - 1)).filter(lambda e: e[0] != e[1]))
    more = built(graph.n, [*zip(u.tolist(), v.tolist(), strict=True), ends])
    assert networking.density(graph) <= networking.density(more) <= 1
    assert networking.average_degree(graph) <= networking.average_degree(more) <= graph.n - 1
    assert (networking.strength(graph) <= networking.strength(more)).all()


def test_strength_adds_up_weights_and_degree_does_not() -> None:
    graph = Graph.from_ties(4, np.array([0, 1, 0]), np.array([1, 2, 1]), np.array([1.5, 4.0, 2.5]))
    assert networking.strength(graph).tolist() == [2.5, 6.5, 4.0, 0.0]
    assert networking.degree(graph).tolist() == [1, 2, 1, 0]
    assert networking.normalized_degree(graph).tolist() == pytest.approx([1 / 3, 2 / 3, 1 / 3, 0])


@given(graphs(least=1))
def test_the_one_who_holds_together_is_found_by_taking_each_out(graph: Graph) -> None:
    same = as_networkx(graph)
    before = nx.number_connected_components(same)
    raised = [nx.number_connected_components(nx.subgraph(same, set(same) - {i})) - before for i in range(graph.n)]
    best = int(np.argmax(raised))
    assert networking.held_together_by(graph) == (best if raised[best] > 0 else -1)


def test_no_one_holds_an_empty_group_together() -> None:
    assert networking.held_together_by(built(0, [])) == -1
