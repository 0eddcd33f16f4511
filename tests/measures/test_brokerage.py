from __future__ import annotations

from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actor_graph.measures import brokerage
from actor_graph.measures.brokerage import CONSULTANT, COORDINATOR, GATEKEEPER, LIAISON
from actor_graph.measures.graph import Graph, Ints
from tests.measures.graphs import as_networkx, built, graphs


def by_counting(graph: Graph, labels: Ints) -> list[list[int] | None]:
    """Gould and Fernandez' roles by looking at each open pair of typed partners."""
    same = as_networkx(graph)
    answer: list[list[int] | None] = []
    for j in range(graph.n):
        counts = [0, 0, 0, 0]
        for i, k in combinations([c for c in same[j] if labels[c] >= 0], 2):
            if not same.has_edge(i, k):
                a, b, c = labels[i], labels[j], labels[k]
                if a == b == c:
                    counts[COORDINATOR] += 1
                elif a == c:
                    counts[CONSULTANT] += 1
                elif b in (a, c):
                    counts[GATEKEEPER] += 1
                else:
                    counts[LIAISON] += 1
        answer.append(counts if labels[j] >= 0 else None)
    return answer


@given(graphs(most=10), st.data())
def test_brokerage_is_what_counting_gives(graph: Graph, data: st.DataObject) -> None:
    labels = np.array(data.draw(st.lists(st.integers(-1, 3), min_size=graph.n, max_size=graph.n)), dtype=np.int64)
    found = brokerage.brokerage(graph, labels)
    assert found.shape == (graph.n, 4)
    for row, expected in zip(found.tolist(), by_counting(graph, labels), strict=True):
        np.testing.assert_array_equal(row, [float("nan")] * 4 if expected is None else expected)


@pytest.mark.parametrize(
    ("types", "role"),
    [
        ([0, 0, 0], COORDINATOR),
        ([0, 1, 0], CONSULTANT),
        ([0, 0, 1], GATEKEEPER),
        ([1, 0, 0], GATEKEEPER),
        ([0, 1, 2], LIAISON),
    ],
)
def test_the_five_triads_of_gould_and_fernandez(types: list[int], role: int) -> None:
    """1–2–3, the broker in the middle; gatekeeper and representative are one without direction."""
    found = brokerage.brokerage(built(3, [(0, 1), (1, 2)]), np.array(types))
    assert found[1].tolist() == [float(column == role) for column in range(4)]
    assert not found[[0, 2]].any()


@given(graphs(most=12))
def test_constraint_is_burts_over_the_contacts(graph: Graph) -> None:
    """By the formula on a dense matrix; networkx counts those two steps away as well, so it is no witness here."""
    tied = np.zeros((graph.n, graph.n))
    u, v, _ = graph.ties()
    tied[u, v] = tied[v, u] = 1
    p = tied / np.maximum(tied.sum(1, keepdims=True), 1)
    expected = ((p + p @ p) ** 2 * tied).sum(1)
    expected[graph.degree == 0] = np.nan
    np.testing.assert_allclose(brokerage.constraint(graph), expected, atol=1e-12)


def test_constraint_ignores_weights() -> None:
    plain = built(4, [(0, 1), (1, 2), (2, 0), (2, 3)])
    u, v, _ = plain.ties()
    heavy = Graph.from_ties(4, u, v, np.array([1.0, 5.0, 2.0, 9.0]))
    assert brokerage.constraint(heavy).tolist() == brokerage.constraint(plain).tolist()


def test_the_highest_constraint_is_in_a_triangle() -> None:
    """Each: two contacts, (1/2 + 1/2 · 1/2)² = 9/16."""
    assert brokerage.constraint(Graph.from_networkx(nx.complete_graph(3))).tolist() == pytest.approx([1.125] * 3)


@given(graphs(most=12))
def test_constraint_stays_within_its_range(graph: Graph) -> None:
    c = brokerage.constraint(graph)
    assert ((c > 0) & (c <= 1.125 + 1e-12))[graph.degree > 0].all()


def test_bridges_count_other_clusters_once_each() -> None:
    graph = built(7, [(0, 1), (0, 2), (0, 3), (0, 4), (4, 5)])
    clusters = np.array([0, 0, 1, 1, 2, 2, -1])
    assert brokerage.bridges_clusters(graph, clusters).tolist() == [2, 0, 1, 1, 1, 0, 0]
    assert brokerage.bridges_clusters(built(0, []), np.zeros(0, dtype=int)).tolist() == []
