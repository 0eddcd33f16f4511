"""The degree-keeping sampler: all graphs of small degree sequences are listed and have to come up equally often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actor_graph.measures.graph import Floats, Graph
from actor_graph.measures.nulls import degrees
from actor_graph.measures.nulls.degrees import Chains, autocorrelation, chains, only_one

Ties = tuple[tuple[int, int], ...]


def all_graphs(degree: list[int]) -> list[Ties]:
    """Every simple graph with these degrees, found by trying all sets of pairs."""
    pairs, m = list(combinations(range(len(degree)), 2)), sum(degree) // 2
    return [
        chosen
        for chosen in combinations(pairs, m)
        if np.array_equal(np.bincount(np.array(chosen).ravel(), minlength=len(degree)), degree)
    ]


def ties(graph: Graph) -> Ties:
    u, v, _ = graph.ties()
    return tuple(zip(u.tolist(), v.tolist(), strict=True))


def of(n: int, chosen: Ties) -> Graph:
    ends = np.array(chosen, dtype=np.int64).reshape(-1, 2)
    return Graph.from_ties(n, ends[:, 0], ends[:, 1])


def drawn(started: Chains, draws: int) -> list[Ties]:
    """So many draws of all chains."""
    found: list[Ties] = []

    def look(_: int, graphs: Iterator[Graph]) -> Floats:
        found.extend(ties(graph) for graph in graphs)
        return np.zeros((0, 1))

    started.draw(look, draws)
    return found[-draws:]


@pytest.mark.parametrize("degree", [[1, 1, 1, 1, 1, 1], [2, 2, 2, 2, 2], [3, 2, 2, 2, 2, 1], [4, 3, 2, 2, 2, 1]])
def test_every_graph_comes_up_equally_often(degree: list[int]) -> None:
    """Chi-square against uniform; 20 tries per tie apart, draws of so small graphs are as good as independent."""
    known = all_graphs(degree)
    started = chains(of(len(degree), known[0]), np.zeros(len(degree), np.int64), seed=5)
    assert started is not None
    seen = Counter(drawn(started, degrees.CHAINS * 50 * len(known)))
    assert set(seen) <= set(known)
    wanted = degrees.CHAINS * 50
    chi = sum((seen[graph] - wanted) ** 2 / wanted for graph in known)
    freedom = len(known) - 1
    assert abs(chi - freedom) < 4 * np.sqrt(2 * freedom)


def test_the_listing_is_whole() -> None:
    """Six actors are paired in 5 · 3 · 1 = 15 ways; five make 4!/2 = 12 rings."""
    assert len(all_graphs([1] * 6)) == 15
    assert len(all_graphs([2] * 5)) == 12


@given(st.integers(2, 12), st.floats(0.1, 0.9), st.integers(0, 99))
def test_degrees_stay_and_one_graph_is_known_as_one(n: int, p: float, seed: int) -> None:
    ends = np.array(list(nx.gnp_random_graph(n, p, seed=seed).edges), dtype=np.int64).reshape(-1, 2)
    graph = Graph.from_ties(n, ends[:, 0], ends[:, 1])
    started = chains(graph, np.zeros(n, np.int64), seed)
    assert (started is None) == (len(_switches(graph)) == 0)
    if started is not None:
        assert all(of(n, other).degree.tolist() == graph.degree.tolist() for other in drawn(started, 9))
        assert 0 < started.switching.accepted < 1


def _switches(graph: Graph) -> list[Ties]:
    """All graphs that one switch leads to."""
    have = set(ties(graph))
    reached = []
    for (a, b), (c, d) in combinations(sorted(have), 2):
        for x, y in ((c, d), (d, c)):
            new = {tuple(sorted((a, y))), tuple(sorted((x, b)))}
            if len({a, b, c, d}) == 4 and not new & have:
                reached.append(tuple(sorted(have - {(a, b), (c, d)} | new)))  # type: ignore[operator]
    return reached


def test_only_threshold_graphs_have_no_other() -> None:
    """Of the 11 graphs on four actors (networkx' atlas), all but the path, the ring and the two pairs."""
    four = [graph for graph in nx.graph_atlas_g() if len(graph) == 4]
    others = [
        sorted(d for _, d in graph.degree) for graph in four if not only_one(np.array([d for _, d in graph.degree]))
    ]
    assert sorted(others) == [[1, 1, 1, 1], [1, 1, 2, 2], [2, 2, 2, 2]]


def test_draws_that_stick_together_are_taken_further_apart() -> None:
    """All tied to all but two pairs: a switch has to hit two ties of 433, so 20 tries per tie are too few."""
    n = 30
    missing = {(0, 1), (2, 3)}
    graph = of(n, tuple(pair for pair in combinations(range(n), 2) if pair not in missing))
    started = chains(graph, np.arange(n) % 2, seed=1)
    assert started is not None
    pairs = Counter(len(set(one) & missing) for one in drawn(started, 480))
    assert started.between >= 4 * degrees.BETWEEN * graph.m
    assert max(started.autocorrelation) <= degrees.LARGEST
    assert set(pairs) == {0, 2}
    assert abs(pairs[0] / pairs.total() - 1 / 3) < 4 * np.sqrt(2 / 9 / pairs.total())


def test_weights_are_dealt_out_anew() -> None:
    ring = Graph.from_ties(8, np.arange(8), (np.arange(8) + 1) % 8, np.arange(1.0, 9.0))
    started = chains(ring, np.zeros(8, np.int64), seed=3)
    assert started is not None
    found = started.draw(lambda _, graphs: np.array([graph.ties()[2] for graph in graphs]).reshape(-1, 8), 40)
    assert all(sorted(weights) == list(range(1, 9)) for weights in found.tolist())
    assert len({tuple(weights) for weights in found.tolist()}) > 1


def test_autocorrelation_by_hand() -> None:
    """1, 2, 3 around 2: (−1·0 + 0·1) / 2 = 0; two chains of 0, 0 and 2, 2 around 1: (1 + 1) / 4."""
    assert autocorrelation([[1, 2, 3]]) == 0
    assert autocorrelation([[0, 0], [2, 2]]) == pytest.approx(0.5)
    assert autocorrelation([[], []]) == 0
