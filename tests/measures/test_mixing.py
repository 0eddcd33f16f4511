from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actor_graph.measures import mixing
from actor_graph.measures.graph import Graph
from tests.material import PUBLISHED
from tests.measures.published import Network, load

EXACT = pytest.approx


def expect(value: float, reference: float | None) -> None:
    assert value == pytest.approx(float("nan") if reference is None else reference, rel=0, abs=1e-9, nan_ok=True)


@pytest.mark.parametrize("folder", PUBLISHED, ids=lambda folder: folder.name)
def test_agrees_with_igraph(folder: Path) -> None:
    network = load(folder)
    wanted = network.reference["mixing"]
    expect(mixing.ei_index(network.graph, network.labels), network.reference["network"]["ei_index"])
    expect(mixing.assortativity(network.graph, network.labels), network.reference["network"]["assortativity"])
    assert network.types == wanted["types"]
    assert mixing.mixing_matrix(network.graph, network.labels, len(network.types)).tolist() == wanted["ties"]


@pytest.mark.parametrize("folder", PUBLISHED, ids=lambda folder: folder.name)
@pytest.mark.parametrize("seed", [1, 2])
def test_agrees_with_networkx_where_types_are_missing(folder: Path, seed: int) -> None:
    network = load(folder).blanked(seed)
    graph, labels, k = network.graph, network.labels, len(network.types)
    typed, counted = _typed(network), _counted_by_hand(network)
    assert mixing.mixing_matrix(graph, labels, k).tolist() == counted
    internal = sum(counted[t][t] for t in range(k))
    m = typed.number_of_edges()
    expect(mixing.ei_index(graph, labels), (m - 2 * internal) / m)
    ends = {t for tie in typed.edges for t in (labels[tie[0]], labels[tie[1]])}
    expect(
        mixing.assortativity(graph, labels),
        nx.attribute_assortativity_coefficient(typed, "type") if len(ends) > 1 else None,
    )


def _typed(network: Network) -> nx.Graph[int]:
    whole = network.as_networkx()
    return whole.subgraph([i for i, data in whole.nodes(data=True) if "type" in data])


def _counted_by_hand(network: Network) -> list[list[int]]:
    counted = [[0] * len(network.types) for _ in network.types]
    for i, j in _typed(network).edges:
        a, b = sorted((int(network.labels[i]), int(network.labels[j])))
        counted[a][b] += 1
        counted[b][a] += a != b
    return counted


@pytest.mark.parametrize("folder", PUBLISHED, ids=lambda folder: folder.name)
def test_groups_are_counted_as_in_networkx(folder: Path) -> None:
    network = load(folder).blanked()
    graph, labels, k = network.graph, network.labels, len(network.types)
    counted = np.array(_counted_by_hand(network))
    internal, external = mixing.group_ties(graph, labels, k)
    assert internal.tolist() == np.diag(counted).tolist()
    assert external.tolist() == (counted.sum(axis=1) - np.diag(counted)).tolist()


def test_range_and_expectation_agree_with_r(shared: Path) -> None:
    datasets = json.loads((shared / "data/published/chance.json").read_text(encoding="utf-8"))["datasets"]
    compared = 0
    for values in datasets.values():
        wanted = values["label_permutation"]["ei_range"]
        sizes = np.array(list(wanted["group_sizes"].values()))
        smallest, largest = mixing.ei_min(sizes, wanted["m"]), mixing.ei_max(sizes, wanted["m"])
        expect(smallest, wanted["ei_min"])
        expect(largest, wanted["ei_max"])
        expect(mixing.ei_expected(sizes, wanted["m"]), wanted["ei_expected_uniform"])
        expect(mixing.ei_rescaled(wanted["ei_observed"], smallest, largest), wanted["ei_rescaled_to_range"])
        compared += 1
    assert compared == 8


@pytest.mark.parametrize("sizes", [[2, 2], [3, 1], [1, 1, 2], [5], [1, 1, 1, 1]])
def test_range_and_expectation_over_all_graphs_there_are(sizes: list[int]) -> None:
    labels = np.repeat(np.arange(len(sizes)), sizes)
    pairs = list(combinations(range(len(labels)), 2))
    for m in range(1, len(pairs) + 1):
        graphs = [Graph.from_ties(len(labels), *np.array(chosen).T) for chosen in combinations(pairs, m)]
        values = [mixing.ei_index(graph, labels) for graph in graphs]
        assert min(values) == EXACT(mixing.ei_min(np.array(sizes), m))
        assert max(values) == EXACT(mixing.ei_max(np.array(sizes), m))
        assert np.mean(values) == EXACT(mixing.ei_expected(np.array(sizes), m))
        expected = np.mean([mixing.mixing_matrix(graph, labels, len(sizes)) for graph in graphs], axis=0)
        assert mixing.expected_mixing(np.array(sizes), m) == EXACT(expected)


def test_two_triangles_and_a_bridge_by_hand() -> None:
    """Each triangle a type: 3 ties within of 3, 1 of 9 between; E-I (1 − 6) / 7, assortativity (6/7 − 1/2) / (1/2)."""
    ends = np.array([[0, 1], [1, 2], [0, 2], [3, 4], [4, 5], [3, 5], [2, 3]])
    graph, labels, sizes = Graph.from_ties(6, *ends.T), np.array([0, 0, 0, 1, 1, 1]), np.array([3, 3])
    internal, external = mixing.group_ties(graph, labels, 2)
    assert mixing.mixing_matrix(graph, labels, 2).tolist() == [[3, 1], [1, 3]]
    assert mixing.ei_index(graph, labels) == EXACT(-5 / 7)
    assert mixing.assortativity(graph, labels) == EXACT(5 / 7)
    assert mixing.internal_density(internal, sizes).tolist() == [1, 1]
    assert mixing.external_density(external, sizes) == EXACT(np.array([1 / 9, 1 / 9]))
    assert mixing.group_ei_index(internal, external).tolist() == [-0.5, -0.5]
    assert mixing.ei_min(sizes, 7) == EXACT(-5 / 7)
    assert mixing.ei_rescaled(-5 / 7, mixing.ei_min(sizes, 7), mixing.ei_max(sizes, 7)) == EXACT(-1)


def test_an_untyped_end_is_missing_not_external() -> None:
    star = Graph.from_ties(4, np.array([0, 0, 0]), np.array([1, 2, 3]))
    assert mixing.ei_index(star, np.array([0, 0, 1, -1])) == 0
    assert mixing.mixing_matrix(star, np.array([0, 0, 1, -1]), 2).tolist() == [[1, 1], [1, 0]]


def test_nothing_typed_is_undefined() -> None:
    path = Graph.from_ties(3, np.array([0, 1]), np.array([1, 2]))
    for labels in (np.array([0, -1, 1]), np.array([-1, -1, -1])):
        sizes = np.bincount(labels[labels >= 0], minlength=2)
        assert np.isnan([mixing.ei_index(path, labels), mixing.assortativity(path, labels)]).all()
        assert np.isnan([f(sizes, 0) for f in (mixing.ei_expected, mixing.ei_min, mixing.ei_max)]).all()
        assert np.isnan(mixing.ei_rescaled(*[float("nan")] * 3))
        assert np.isnan(mixing.expected_mixing(sizes, 0)).all()
        assert mixing.mixing_matrix(path, labels, 2).tolist() == [[0, 0], [0, 0]]


def test_the_graph_without_actors() -> None:
    empty, nobody = Graph.from_ties(0, np.zeros(0, int), np.zeros(0, int)), np.zeros(0, int)
    assert mixing.mixing_matrix(empty, nobody, 0).shape == (0, 0)
    assert mixing.expected_mixing(np.zeros(0, int), 0).shape == (0, 0)
    assert np.isnan(mixing.ei_index(empty, nobody))
    assert np.isnan(mixing.assortativity(empty, nobody))


@st.composite
def scenes(draw: st.DrawFn) -> tuple[Graph, np.ndarray]:
    n = draw(st.integers(1, 12))
    pairs = draw(st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=30))
    labels = draw(st.lists(st.integers(-1, 3), min_size=n, max_size=n))
    ends = np.array(pairs, dtype=int).reshape(-1, 2)
    return Graph.from_ties(n, ends[:, 0], ends[:, 1]), np.array(labels)


@given(scenes(), st.randoms(use_true_random=False))
def test_bounds_and_order(scene: tuple[Graph, np.ndarray], random) -> None:
    graph, labels = scene
    sizes, counted = np.bincount(labels[labels >= 0], minlength=4), mixing.mixing_matrix(graph, labels, 4)
    m = int(np.triu(counted).sum())
    ei = mixing.ei_index(graph, labels)
    smallest, largest = mixing.ei_min(sizes, m), mixing.ei_max(sizes, m)
    assert (counted == counted.T).all()
    assert m == graph.induced(labels >= 0).m
    if m:
        assert -1 <= smallest <= ei + 1e-9
        assert ei - 1e-9 <= largest <= 1
        assert np.triu(mixing.expected_mixing(sizes, m)).sum() == EXACT(m)
        if smallest < largest:
            assert -1 - 1e-9 <= mixing.ei_rescaled(ei, smallest, largest) <= 1 + 1e-9
    nominal = mixing.assortativity(graph, labels)
    assert np.isnan(nominal) or -1 <= nominal <= 1
    place = np.array(random.sample(range(graph.n), graph.n))
    moved, types = np.empty_like(labels), np.array(random.sample(range(4), 4))
    moved[place] = np.where(labels >= 0, types[labels], -1)
    u, v, _ = graph.ties()
    other = Graph.from_ties(graph.n, place[u], place[v])
    assert mixing.ei_index(other, moved) == EXACT(ei, nan_ok=True)
    assert mixing.assortativity(other, moved) == EXACT(nominal, nan_ok=True)
    assert (mixing.mixing_matrix(other, moved, 4)[np.ix_(types, types)] == counted).all()
