"""Uniform graphs of n actors and m ties."""

from __future__ import annotations

from collections import Counter
from math import comb

import numpy as np

from actor_graph.measures.graph import Graph
from actor_graph.measures.nulls.size import ends, random_graphs


def test_every_graph_comes_up_equally_often() -> None:
    """Of the C(6, 3) = 20 graphs of four actors and three ties: chi-square with 19 degrees of freedom."""
    seen = Counter(
        tuple(graph.indices.tolist()) + tuple(graph.indptr.tolist())
        for graph in random_graphs(Graph.from_ties(4, [0, 1, 2], [1, 2, 3]), 4000, seed=3)
    )
    assert len(seen) == comb(6, 3)
    chi = sum((count - 200) ** 2 / 200 for count in seen.values())
    assert abs(chi - 19) < 4 * np.sqrt(2 * 19)


def test_pairs_are_numbered_without_gap_up_to_millions() -> None:
    low, high = ends(np.arange(comb(60, 2)))
    assert {(a, b) for a, b in zip(low.tolist(), high.tolist(), strict=True)} == {
        (a, b) for b in range(60) for a in range(b)
    }
    n = 3_000_000
    last = np.array([comb(n, 2) - 1, comb(n - 1, 2) - 1, comb(n - 1, 2)])
    low, high = ends(last)
    assert low.tolist() == [n - 2, n - 3, 0]
    assert high.tolist() == [n - 1, n - 2, n - 1]


def test_without_pairs_or_ties_there_is_one_graph() -> None:
    assert [graph.m for graph in random_graphs(Graph.from_ties(1, [], []), 2, seed=1)] == [0, 0]
    assert [graph.m for graph in random_graphs(Graph.from_ties(3, [], []), 2, seed=1)] == [0, 0]


def test_weights_stay_and_are_dealt_anew() -> None:
    star = Graph.from_ties(9, np.zeros(8, int), np.arange(1, 9), np.arange(1.0, 9.0))
    drawn = list(random_graphs(star, 3, seed=1))
    assert all(sorted(graph.ties()[2].tolist()) == list(range(1, 9)) for graph in drawn)
