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

from actor_graph.measures.cohesion import transitivity
from actor_graph.measures.graph import Floats, Graph
from actor_graph.measures.nulls import degrees
from actor_graph.measures.nulls.degrees import Chains, autocorrelation, chains
from actor_graph.measures.nulls.free import Free, open_actors

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


@pytest.mark.parametrize(
    "degree",
    [
        [1, 1, 1, 1, 1, 1],
        [2, 2, 2, 2, 2],
        [3, 2, 2, 2, 2, 1],
        [4, 3, 2, 2, 2, 1],
        [4, 4, 4, 4, 4, 4],  # all pairs but three: the pairs without a tie are switched
        [4, 3, 3, 3, 3, 2],
        [4, 2, 2, 2, 2],  # one is tied to all
        [5, 5, 3, 3, 3, 3],  # two are, and who is left is a ring: of its six pairs four are tied
        [5, 3, 3, 2, 2, 2, 1],  # with one who has that tie alone
    ],
)
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
        sorted(d for _, d in graph.degree) for graph in four if len(open_actors(np.array([d for _, d in graph.degree])))
    ]
    assert sorted(others) == [[1, 1, 1, 1], [1, 1, 2, 2], [2, 2, 2, 2]]


def test_nearly_all_tied_to_all_is_drawn_at_once() -> None:
    """All tied to all but two pairs: among the 433 ties hardly a try would hit a switch, among the two pairs half do.

    Of three such graphs, the pairs without a tie being on the same four actors, each comes up alike.
    """
    n, missing = 30, {(0, 1), (2, 3)}
    graph = of(n, tuple(pair for pair in combinations(range(n), 2) if pair not in missing))
    started = chains(graph, np.arange(n) % 2, seed=1)
    assert started is not None
    pairs = Counter(len(set(one) & missing) for one in drawn(started, 480))
    assert started.between == degrees.BETWEEN * graph.m
    assert started.switching.open_pairs
    assert started.switching.accepted == pytest.approx(1 / 2, abs=0.01)
    assert set(pairs) == {0, 2}
    assert abs(pairs[0] / pairs.total() - 1 / 3) < 4 * np.sqrt(2 / 9 / pairs.total())


def test_what_the_degrees_settle_is_not_tried() -> None:
    """A hub tied to all, and two ties of four of the others: no try is lost on the ties of the hub."""
    hub = tuple((0, i) for i in range(1, 61))
    graph = of(61, (*hub, (1, 2), (3, 4)))
    started = chains(graph, np.zeros(61, np.int64), seed=2)
    assert started is not None
    found = drawn(started, 80)
    assert all(set(hub) < set(one) for one in found)
    assert {tuple(sorted(pair)) for one in found for pair in set(one) - set(hub)} <= set(combinations(range(1, 5), 2))
    assert started.switching.accepted == pytest.approx(1 / 2, abs=0.02)


@given(st.integers(4, 9), st.floats(0.1, 0.9), st.integers(0, 99))
def test_the_free_part_and_what_is_settled_make_the_graph(n: int, p: float, seed: int) -> None:
    """No pair that differs among all graphs with these degrees is settled, and each that is free does differ."""
    ends = np.array(list(nx.gnp_random_graph(n, p, seed=seed).edges), dtype=np.int64).reshape(-1, 2)
    graph = Graph.from_ties(n, ends[:, 0], ends[:, 1])
    free = Free.of(graph)
    owner = np.repeat(np.arange(free.graph.n), free.graph.degree)
    start, end = free.whole(owner, free.graph.indices)
    assert sorted(zip(start.tolist(), end.tolist(), strict=True)) == sorted(
        pair for a, b in ties(graph) for pair in ((a, b), (b, a))
    )
    assert 4 * free.graph.m <= len(free.actors) * (len(free.actors) - 1)
    inside = set(free.actors.tolist())
    reached = {pair for other in _switches(graph) for pair in set(other) ^ set(ties(graph))}
    assert {actor for pair in reached for actor in pair} <= inside


def test_neighboring_draws_are_as_alike_as_what_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is watched is watched among pairs without a tie: triangles of both make up a fixed number (Goodman 1959)."""
    monkeypatch.setattr(degrees, "BETWEEN", 5)
    graph = of(9, ties(of(9, tuple(nx.gnp_random_graph(9, 0.7, seed=4).edges))))
    started = chains(graph, np.arange(9) % 2, seed=1)
    assert started is not None
    assert started.free.open_pairs
    found: dict[int, list[float]] = {}

    def look(chain: int, graphs: Iterator[Graph]) -> Floats:
        found[chain] = [transitivity(graph) for graph in graphs]
        return np.zeros((0, 1))

    started.draw(look, 160)
    assert autocorrelation([found[chain] for chain in range(degrees.CHAINS)]) == pytest.approx(
        started.switching.transitivity
    )


def test_draws_that_stick_together_are_taken_further_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """One try per tie is too few, so it is 2, 4, …: figures are worked out for the first 100 of a chain and the last.

    Those looked at last are the ones that were found to be far enough apart, so that no distance is gone twice.
    """
    monkeypatch.setattr(degrees, "BETWEEN", 1)
    graph = of(40, tuple((i, (i + step) % 40) for i in range(40) for step in (1, 2)))
    started = chains(graph, np.arange(40) % 2, seed=1)
    assert started is not None
    looked = Counter[int]()

    def look(chain: int, graphs: Iterator[Graph]) -> Floats:
        looked[chain] += sum(1 for _ in graphs)
        return np.zeros((0, 1))

    started.draw(look, 800)
    assert started.between >= 2 * graph.m
    assert max(started.autocorrelation) <= degrees.LARGEST
    assert set(looked.values()) == {200}
    tried = 2 * started.between // graph.m - 1  # 1 + 2 + 4 + …
    assert {chain.tries for chain in started.each} == {(degrees.BURN_IN + 100 * tried) * graph.m}


def test_a_chain_of_one_draw_does_not_tell_how_alike_neighbors_are() -> None:
    started = chains(of(8, tuple((i, (i + 1) % 8) for i in range(8))), np.zeros(8, np.int64), seed=1)
    assert started is not None
    drawn(started, degrees.CHAINS)
    assert np.isnan(started.autocorrelation).all()
    drawn(started, degrees.CHAINS + 1)
    assert not np.isnan(started.autocorrelation).any()


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
    assert autocorrelation([[3, 3], []]) == 0
    assert np.isnan(autocorrelation([[], [1]]))
