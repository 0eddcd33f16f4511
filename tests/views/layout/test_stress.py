"""Stress, its definition and how low it gets, beside networkx's Kamada-Kawai layout."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import numpy as np
import pytest

from actor_graph.measures.graph import Graph
from actor_graph.views.layout import stress as stress_module
from actor_graph.views.layout.stress import stress, stress_layout
from tests.material import PUBLISHED
from tests.measures.published import load
from tests.views.layout.scenes import city, graph_of

SMALL = [
    folder for folder in PUBLISHED if folder.name in ("karate", "kite", "les_miserables", "lazega_cowork", "dolphins")
]


def test_stress_of_a_chain_drawn_straight_is_zero_at_any_scale() -> None:
    chain = graph_of(4, [(0, 1), (1, 2), (2, 3)])
    straight = np.array([[0.0, 5.0], [3.0, 5.0], [6.0, 5.0], [9.0, 5.0]])
    assert stress(chain, straight) == pytest.approx(0, abs=1e-12)


def test_stress_of_a_triangle_on_one_line_by_hand() -> None:
    """Distances 1, 1, 2 for three steps of 1: best scale (1+1+2)/(1+1+4) = 2/3, errors −1/3, −1/3, 1/3: mean 1/9."""
    triangle = graph_of(3, [(0, 1), (1, 2), (2, 0)])
    assert stress(triangle, np.array([[0.0, 0.0], [1.0, 0.0], [2.0, 0.0]])) == pytest.approx(1 / 9)


def test_stress_is_undefined_for_a_single_actor() -> None:
    assert np.isnan(stress(graph_of(1, []), np.zeros((1, 2))))


@pytest.mark.parametrize("folder", SMALL, ids=lambda folder: folder.name)
def test_stress_is_not_above_kamada_kawai(folder: Path) -> None:
    """Kamada-Kawai minimizes the same sum, by L-BFGS from a circle."""
    network = load(folder)
    drawn = nx.kamada_kawai_layout(network.as_networkx(), weight=None)
    theirs = stress(network.graph, np.array([drawn[i] for i in range(network.graph.n)]))
    assert stress(network.graph, stress_layout(network.graph)) <= theirs * 1.03


def test_stress_by_a_sample_of_pairs_is_near_that_of_all_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = city(1_000, 0, circles=30)
    whole = stress(graph, stress_layout(graph))
    monkeypatch.setattr(stress_module, "WHOLE", 100)
    sampled = stress_layout(graph)
    assert stress(graph, sampled) <= whole * 1.05
    assert sampled.tolist() == stress_layout(graph).tolist()


def test_parts_that_hang_apart_do_not_lie_on_each_other_by_a_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stress_module, "WHOLE", 1)
    test_parts_that_hang_apart_do_not_lie_on_each_other()
    assert np.isfinite(stress_layout(graph_of(2, []))).all()


def test_parts_that_hang_apart_do_not_lie_on_each_other() -> None:
    triangles = [(3 * c + a, 3 * c + (a + 1) % 3) for c in range(4) for a in range(3)]
    at = stress_layout(graph_of(12, triangles))
    centers = at.reshape(4, 3, 2).mean(axis=1)
    apart = np.hypot(*(centers[:, None] - centers).transpose(2, 0, 1))[np.triu_indices(4, 1)]
    assert apart.min() > 1


def test_nobody_and_one_actor() -> None:
    assert stress_layout(graph_of(0, [])).shape == (0, 2)
    assert stress_layout(graph_of(1, [])).tolist() == [[0.0, 0.0]]


def test_the_same_graph_lies_the_same_way() -> None:
    graph: Graph = city(60, 0)
    assert stress_layout(graph).tolist() == stress_layout(graph).tolist()
