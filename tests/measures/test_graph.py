from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actor_graph.measures.graph import Graph, once_per_graph
from tests.measures.graphs import as_networkx, built, graphs

END = st.integers(0, 9)
TIES = st.lists(st.tuples(END, END, st.floats(0.5, 4)))


@given(TIES)
def test_ties_are_united_as_networkx_would_with_the_largest_weight(ties: list[tuple[int, int, float]]) -> None:
    ends = np.array([tie[:2] for tie in ties], dtype=np.int64).reshape(-1, 2)
    graph = Graph.from_ties(10, ends[:, 0], ends[:, 1], np.array([tie[2] for tie in ties], dtype=float))
    largest: dict[frozenset[int], float] = {}
    for u, v, weight in ties:
        if u != v:
            largest[frozenset((u, v))] = max(weight, largest.get(frozenset((u, v)), 0))
    assert {frozenset((int(u), int(v))): w for u, v, w in zip(*graph.ties(), strict=True)} == largest
    assert graph.m == len(largest)


@given(graphs())
def test_rows_are_ascending_and_every_tie_stands_at_both_ends(graph: Graph) -> None:
    rows = [graph.indices[graph.indptr[i] : graph.indptr[i + 1]].tolist() for i in range(graph.n)]
    assert all(row == sorted(set(row)) for row in rows)
    assert all(i in rows[j] for i, row in enumerate(rows) for j in row)
    assert (graph.indptr.dtype, graph.indices.dtype, graph.weights.dtype) == (np.int64, np.int32, np.float64)


def test_the_arrays_cannot_be_written_to() -> None:
    graph = built(3, [(0, 1)])
    for array in (graph.indptr, graph.indices, graph.weights):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


@pytest.mark.parametrize(
    ("source", "target", "weight", "message"),
    [
        ([0], [3], [1.0], "0 … 2"),
        ([-1], [0], [1.0], "0 … 2"),
        ([0], [1], [0.0], "above 0"),
        ([0], [1], [float("nan")], "above 0"),
        ([0], [1], [float("inf")], "above 0"),
        ([0, 1], [1], [1.0], "length"),
    ],
)
def test_what_is_no_graph_is_refused(source: list[int], target: list[int], weight: list[float], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Graph.from_ties(3, np.array(source), np.array(target), np.array(weight))


@given(graphs(), st.data())
def test_the_graph_of_some_actors_is_that_of_networkx(graph: Graph, data: st.DataObject) -> None:
    members = np.array(data.draw(st.lists(st.booleans(), min_size=graph.n, max_size=graph.n)), dtype=bool)
    place = {int(old): new for new, old in enumerate(np.flatnonzero(members))}
    expected = nx.relabel_nodes(as_networkx(graph).subgraph(place), place)
    found = as_networkx(graph.induced(members))
    assert (set(found), {frozenset(tie) for tie in found.edges}) == (
        set(expected),
        {frozenset(tie) for tie in expected.edges},
    )


def test_networkx_graphs_come_in_with_their_order_and_weights() -> None:
    given_graph: nx.Graph[str] = nx.Graph()
    given_graph.add_nodes_from(["c", "a", "b"])
    given_graph.add_edge("a", "b", weight=3)
    given_graph.add_edge("c", "b")
    graph = Graph.from_networkx(given_graph)
    assert [part.tolist() for part in graph.ties()] == [[0, 1], [2, 2], [1.0, 3.0]]
    assert Graph.from_networkx(nx.Graph()).n == 0


def test_a_function_of_a_graph_works_once_per_graph() -> None:
    calls: list[int] = []

    @once_per_graph
    def counted(graph: Graph) -> int:
        calls.append(graph.n)
        return graph.n

    first, second = built(2, []), built(3, [])
    assert [counted(first), counted(first), counted(second)] == [2, 2, 3]
    assert calls == [2, 3]
