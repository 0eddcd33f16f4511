from __future__ import annotations

from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actor_graph.measures.clusters import adjusted_rand, cluster_sizes, cluster_stability, clusters, modularity
from actor_graph.measures.graph import Graph
from tests.material import PUBLISHED
from tests.measures.published import load


def names(n: int) -> list[str]:
    return [f"a{i:04}" for i in range(n)]


def graph_of(n: int, *ties: tuple[int, int]) -> Graph:
    ends = np.array(ties, dtype=int).reshape(-1, 2)
    return Graph.from_ties(n, ends[:, 0], ends[:, 1])


def random_scene(n: int, m: int, seed: int) -> Graph:
    return Graph.from_networkx(nx.gnm_random_graph(n, m, seed=seed))


TRIANGLES = graph_of(6, (0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3))


@pytest.mark.parametrize("folder", PUBLISHED, ids=lambda folder: folder.name)
def test_not_below_the_best_of_many_louvain_runs(folder: Path) -> None:
    network = load(folder)
    found = modularity(network.graph, clusters(network.graph, network.ids))
    graph, runs = network.as_networkx(), 50 if network.graph.n < 500 else 5
    louvain = [nx.community.louvain_communities(graph, seed=seed) for seed in range(runs)]
    assert found >= max(nx.community.modularity(graph, communities) for communities in louvain) - 0.005


@pytest.mark.parametrize(("n", "m", "seed"), [(60, 90, 1), (60, 90, 2), (150, 250, 3), (300, 500, 3)])
def test_not_below_the_best_of_many_louvain_runs_in_random_scenes(n: int, m: int, seed: int) -> None:
    graph = nx.gnm_random_graph(n, m, seed=seed)
    compact = Graph.from_networkx(graph)
    louvain = [nx.community.louvain_communities(graph, seed=run) for run in range(50)]
    best = max(nx.community.modularity(graph, communities) for communities in louvain)
    assert modularity(compact, clusters(compact, names(n))) >= best - 0.005


@pytest.mark.parametrize("folder", PUBLISHED, ids=lambda folder: folder.name)
def test_modularity_agrees_with_networkx(folder: Path) -> None:
    network = load(folder)
    labels = np.random.default_rng(1).integers(0, 4, network.graph.n)
    communities = [set(np.flatnonzero(labels == c).tolist()) for c in range(4)]
    wanted = nx.community.modularity(network.as_networkx(), [c for c in communities if c])
    assert modularity(network.graph, labels) == pytest.approx(wanted, rel=0, abs=1e-9)


@pytest.mark.parametrize(("name", "optimum"), [("karate", 0.41979), ("dolphins", 0.52852), ("les_miserables", 0.56001)])
def test_reaches_the_proven_optimum(name: str, optimum: float, shared: Path) -> None:
    """Without weights; the optima: Aloise et al. (2010), Physical Review E 82, 046112."""
    network = load(shared / "data/published" / name)
    u, v, _ = network.graph.ties()
    graph = Graph.from_ties(network.graph.n, u, v)
    assert modularity(graph, clusters(graph, network.ids)) == pytest.approx(optimum, abs=1e-5)


def test_modularity_by_hand() -> None:
    """Two triangles and a bridge: 6/7 inside, each half of the tie-ends, 6/7 − 1/2; all in one: 0; each alone: −Σ."""
    assert modularity(TRIANGLES, np.array([0, 0, 0, 1, 1, 1])) == pytest.approx(6 / 7 - 1 / 2)
    assert modularity(TRIANGLES, np.zeros(6, int)) == pytest.approx(0)
    assert modularity(TRIANGLES, np.full(6, -1)) == pytest.approx(-(4 * 4 + 2 * 9) / 14**2)
    heavy = Graph.from_ties(4, np.array([0, 1, 2]), np.array([1, 2, 3]), np.array([2.0, 1.0, 2.0]))
    assert modularity(heavy, np.array([0, 0, 1, 1])) == pytest.approx(4 / 5 - 1 / 2)


def test_weights_decide() -> None:
    """A ring of four: the two heavy ties hold their ends together."""
    ends = np.array([[0, 1], [1, 2], [2, 3], [0, 3]])
    for weights, wanted in [([9, 1, 9, 1], [0, 0, 1, 1]), ([1, 9, 1, 9], [0, 1, 1, 0])]:
        ring = Graph.from_ties(4, *ends.T, np.array(weights, float))
        assert clusters(ring, names(4)).tolist() == wanted
        huge = Graph.from_ties(4, *ends.T, np.array(weights, float) * 1e307)
        assert clusters(huge, names(4)).tolist() == wanted
        assert modularity(huge, np.array(wanted)) == pytest.approx(0.4)


def test_numbered_by_size_then_by_first_member() -> None:
    """Input order: a pair, nobody, a triangle, a pair."""
    graph = graph_of(8, (0, 1), (3, 4), (4, 5), (3, 5), (6, 7))
    found = clusters(graph, names(8))
    assert found.tolist() == [1, 1, -1, 0, 0, 0, 2, 2]
    assert cluster_sizes(found).tolist() == [3, 2, 2]
    backwards = clusters(graph, names(8)[::-1])
    assert backwards.tolist() == found.tolist()


def test_small_scenes() -> None:
    assert clusters(graph_of(0), []).tolist() == []
    assert clusters(graph_of(1), ["a"]).tolist() == [-1]
    assert clusters(graph_of(2, (0, 1)), ["a", "b"]).tolist() == [0, 0]
    assert clusters(graph_of(60, (20, 40)), names(60))[[0, 20, 40]].tolist() == [-1, 0, 0]
    assert cluster_sizes(clusters(graph_of(3), names(3))).tolist() == []
    assert np.isnan(modularity(graph_of(3), np.full(3, -1)))
    assert np.isnan(cluster_stability(graph_of(3), np.full(3, -1), names(3)))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_the_input_changes_no_border(seed: int) -> None:
    """In a random scene, whose borders differ from run to run."""
    graph, ids = random_scene(200, 300, seed), names(200)
    found = clusters(graph, ids, trials=1)
    place = np.random.default_rng(seed).permutation(200)
    u, v, weights = graph.ties()
    moved = Graph.from_ties(200, place[u], place[v], weights)
    moved_ids = [ids[i] for i in np.argsort(place)]
    again = clusters(moved, moved_ids, trials=1)
    assert ((found == -1) == (again[place] == -1)).all()
    assert adjusted_rand(found, again[place]) == 1
    stable = cluster_stability(graph, found, ids)
    assert cluster_stability(moved, again, moved_ids) == pytest.approx(stable, abs=1e-12)
    assert adjusted_rand(found, clusters(moved, ids, trials=1)[place]) < 1  # by id, not by place


def test_the_best_of_the_trials_is_kept() -> None:
    graph, ids = random_scene(300, 500, 4), names(300)
    reached = [modularity(graph, clusters(graph, ids, trials=trials)) for trials in (1, 2, 5, 20, 80)]
    assert reached == sorted(reached)
    assert reached[-1] > reached[0]


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5])
def test_as_many_trials_as_the_size_allows(seed: int) -> None:
    """20,000 // 1,000 of them."""
    graph, ids = random_scene(1000, 1500, seed), names(1000)
    assert (clusters(graph, ids) == clusters(graph, ids, trials=20)).all()


def test_the_seed_decides() -> None:
    graph, ids = random_scene(300, 500, 4), names(300)
    runs = [clusters(graph, ids, seed=seed, trials=1) for seed in (1, 1, 2)]
    assert (runs[0] == runs[1]).all()
    assert (runs[0] != runs[2]).any()


def test_stability_tells_firm_borders_from_borders_by_chance() -> None:
    cliques = Graph.from_networkx(nx.connected_caveman_graph(6, 8))
    assert cluster_stability(cliques, clusters(cliques, names(48)), names(48)) == 1
    chance = random_scene(200, 300, 5)
    assert 0.2 < cluster_stability(chance, clusters(chance, names(200)), names(200)) < 0.8
    complete = Graph.from_networkx(nx.complete_graph(6))
    assert cluster_stability(complete, clusters(complete, names(6)), names(6)) == 1


def test_stability_is_about_the_given_clusters() -> None:
    cliques = Graph.from_networkx(nx.connected_caveman_graph(6, 8))
    assert abs(cluster_stability(cliques, np.arange(48) % 6, names(48))) < 0.2


@pytest.mark.parametrize(
    ("one", "other", "index"),
    [
        # Yeung/Ruzzo (2001), Details of the adjusted Rand index, the worked example
        ([0, 0, 1, 1, 1, 1, 2, 2, 2, 2], [0, 1, 0, 1, 1, 2, 2, 2, 2, 2], (7 - 182 / 45) / (13.5 - 182 / 45)),
        ([0, 0, 1, 2], [0, 0, 1, 1], 4 / 7),  # scikit-learn's documentation: 0.57
        ([0, 0, 0, 0], [0, 1, 2, 3], 0),  # the same
        ([0, 0, 1, 1], [0, 1, 0, 1], -0.5),  # the same
        ([0, 0, 0], [5, 5, 5], 1),
        ([0, 1, 2], [2, 0, 1], 1),
    ],
)
def test_adjusted_rand(one: list[int], other: list[int], index: float) -> None:
    assert adjusted_rand(np.array(one), np.array(other)) == pytest.approx(index)
    assert adjusted_rand(np.array(other), np.array(one)) == pytest.approx(index)


def test_adjusted_rand_is_zero_on_average() -> None:
    rng = np.random.default_rng(1)
    one = np.repeat([0, 1, 2], [5, 10, 15])
    values = [adjusted_rand(one, rng.permutation(one)) for _ in range(2000)]
    assert abs(np.mean(values)) < 4 * np.std(values) / 2000**0.5


partitions = st.integers(2, 15).flatmap(
    lambda n: st.tuples(*[st.lists(st.integers(0, 4), min_size=n, max_size=n).map(np.array)] * 2)
)


@given(partitions)
def test_adjusted_rand_bounds(both: tuple[np.ndarray, np.ndarray]) -> None:
    one, other = both
    index = adjusted_rand(one, other)
    assert -1 <= index <= 1
    assert adjusted_rand(one, one) == 1
    assert adjusted_rand((one + 3) % 7, other) == pytest.approx(index)
    same = ((one[:, None] == one) == (other[:, None] == other)).all()
    assert (index == 1) == same


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=25))
def test_what_clusters_always_are(ties: list[tuple[int, int]]) -> None:
    graph = graph_of(10, *ties)
    found = clusters(graph, names(10), trials=2)
    assert ((found >= 0) == (graph.degree > 0)).all()
    sizes = cluster_sizes(found)
    assert (sizes > 0).all()
    assert (np.diff(sizes) <= 0).all()
    assert np.isnan(modularity(graph, found)) == (graph.m == 0)
    if graph.m:
        assert -0.5 <= modularity(graph, found) < 1
