"""Published networks: against R (igraph, sna; ``reference.json``) and against networkx, to 1e-9."""

from __future__ import annotations

from fractions import Fraction
from math import comb
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pytest

from actor_graph.measures import brokerage, cohesion, dominance, isolation, networking
from actor_graph.measures.graph import Graph
from tests.material import PUBLISHED
from tests.measures.graphs import as_networkx, values
from tests.measures.published import load

WHOLE = {
    "density": networking.density,
    "average_degree": networking.average_degree,
    "isolates": isolation.isolates,
    "isolate_share": isolation.isolate_share,
    "components": cohesion.component_count,
    "largest_component_share": cohesion.largest_component_share,
    "connectedness": cohesion.connectedness,
    "degree_centralization": dominance.degree_centralization,
    "betweenness_centralization": dominance.betweenness_centralization,
    "transitivity": cohesion.transitivity,
    "average_clustering": cohesion.average_clustering,
    "average_path_length": cohesion.average_path_length,
    "diameter": cohesion.diameter,
    "degree_gini": dominance.degree_gini,
}
EACH = {
    "degree": networking.degree,
    "betweenness": dominance.betweenness,
    "harmonic": cohesion.harmonic,
    "core": cohesion.core,
    "constraint": brokerage.constraint,
}
ELSEWHERE = {"actors", "ties", "ei_index", "assortativity"}
every_network = pytest.mark.parametrize("folder", PUBLISHED, ids=lambda folder: folder.name)


def number(value: float | None) -> float:
    return float("nan") if value is None else float(value)


@every_network
def test_the_whole_agrees_with_r(folder: Path) -> None:
    network = load(folder)
    assert set(network.reference["network"]) - ELSEWHERE == set(WHOLE)
    found = {name: measure(network.graph) for name, measure in WHOLE.items()}
    wanted = {name: number(network.reference["network"][name]) for name in WHOLE}
    assert found == pytest.approx(wanted, rel=0, abs=1e-9, nan_ok=True)


@every_network
def test_each_actor_agrees_with_r(folder: Path) -> None:
    network = load(folder)
    for name, measure in EACH.items():
        wanted = [number(network.reference["actors"][actor][name]) for actor in network.ids]
        np.testing.assert_allclose(measure(network.graph), wanted, rtol=0, atol=1e-9, err_msg=name)


@every_network
def test_each_actor_agrees_with_networkx(folder: Path) -> None:
    graph = load(folder).graph
    same = as_networkx(graph)
    others: dict[str, tuple[Any, Any]] = {
        "betweenness": (dominance.betweenness(graph), nx.betweenness_centrality(same)),
        "harmonic": (cohesion.harmonic(graph) * (graph.n - 1), nx.harmonic_centrality(same)),
        "core": (cohesion.core(graph), nx.core_number(same)),
        "strength": (networking.strength(graph), dict(same.degree(weight="weight"))),
    }
    for name, (found, wanted) in others.items():
        np.testing.assert_allclose(found, values(graph, wanted), rtol=0, atol=1e-9, err_msg=name)


@every_network
def test_the_whole_agrees_with_networkx(folder: Path) -> None:
    graph = load(folder).graph
    same = as_networkx(graph)
    lengths = [d for _, row in nx.all_pairs_shortest_path_length(same) for d in row.values() if d]
    wanted = {
        "density": nx.density(same),
        "components": nx.number_connected_components(same),
        "transitivity": nx.transitivity(same),
        "average_clustering": nx.average_clustering(same),
        "average_path_length": sum(lengths) / len(lengths),
        "diameter": max(lengths),
        "connectedness": len(lengths) / (graph.n * (graph.n - 1)),
    }
    assert {name: WHOLE[name](graph) for name in wanted} == pytest.approx(wanted, rel=0, abs=1e-9)


@every_network
def test_who_cuts_a_network_agrees_with_networkx(folder: Path) -> None:
    graph = load(folder).graph
    same = as_networkx(graph)
    for actor in range(graph.n):
        own = nx.node_connected_component(same, actor) - {actor}
        parts = sorted(map(len, nx.connected_components(same.subgraph(own))), reverse=True)
        sole = parts and parts[0] >= 3 and parts.count(parts[0]) == 1
        left = sum(size for size in parts if (size < parts[0] if sole else size < 3))
        assert len(dominance.cut_off(graph, actor)) == left


def names_of_top_dogs(graph: Graph, names: list[str]) -> list[str]:
    degree, ways = networking.degree(graph), dominance.betweenness(graph)
    top = np.flatnonzero(dominance.top_dogs(graph))
    return [names[i] for i in sorted(top.tolist(), key=lambda i: (-degree[i], -ways[i]))]


KNOWN = {"florentine_marriage": ["medici"], "karate": ["john_a", "mr_hi", "actor_33", "actor_3"], "kite": []}


@pytest.mark.parametrize("folder", [f for f in PUBLISHED if f.name in KNOWN], ids=lambda folder: folder.name)
def test_top_dogs_are_those_known(folder: Path) -> None:
    """The Medici alone; of the karate club 34 (John A.), 1 (Mr. Hi), 33 and 3; none in Krackhardt's kite."""
    network = load(folder)
    assert [name.lower() for name in names_of_top_dogs(network.graph, network.ids)] == KNOWN[folder.name]


@pytest.mark.parametrize("folder", [f for f in PUBLISHED if f.name == "florentine_marriage"], ids=lambda f: f.name)
def test_that_the_medici_dominate_could_be_chance(folder: Path) -> None:
    """16 · P(X ≥ 6), 20 of 120 pairs drawn, 15 of them theirs: from binomial coefficients."""
    network = load(folder)
    ways = sum(comb(15, x) * comb(105, 20 - x) for x in range(6, 16))
    p = dominance.degree_p(network.graph)[[name.lower() for name in network.ids].index("medici")]
    assert p == pytest.approx(float(16 * Fraction(ways, comb(120, 20))), rel=1e-12)
    assert p >= 0.05
