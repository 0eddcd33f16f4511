"""Figures beside chance: exact values by enumeration, what is fixed, the same numbers however the work is spread."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import networkx as nx
import numpy as np
import pytest

from actor_graph.measures import composition
from actor_graph.measures.core import core_fit
from actor_graph.measures.graph import Graph
from actor_graph.measures.mixing import assortativity, ei_index
from actor_graph.measures.nulls import FIXED, NETWORK, OF_TYPES, against_chance

DRAWS = 4000
KITE = Graph.from_ties(6, [0, 0, 1, 1, 2, 3, 4], [1, 2, 2, 3, 3, 4, 5])
TYPES = np.array([0, 1, 0, 1, 0, 1])


def near(ours: Any, exact: list[float], observed: float) -> None:
    """Mean, spread and both p within four standard errors of what the full list gives."""
    values = np.array(exact)
    assert abs(ours.expected - values.mean()) <= 4 * values.std() / np.sqrt(DRAWS) + 1e-12
    assert ours.sd == pytest.approx(values.std(), rel=0.1, abs=1e-9)
    for tail, p in (
        ("p_lower", (values <= observed + 1e-9).mean()),
        ("p_upper", (values >= observed - 1e-9).mean()),
    ):
        assert abs(getattr(ours, tail) - p) <= 4 * np.sqrt(p * (1 - p) / DRAWS) + 1 / DRAWS


def test_all_graphs_of_six_actors_and_seven_ties() -> None:
    """6,435 graphs, their figures by networkx."""
    found = against_chance(KITE, TYPES, ["size"], draws=DRAWS, seed=2)["size"]
    exact: dict[str, list[float]] = {
        name: [] for name in ("transitivity", "isolates", "components", "clustering", "ei")
    }
    for chosen in combinations(list(combinations(range(6), 2)), 7):
        graph = nx.Graph(chosen)
        graph.add_nodes_from(range(6))
        exact["transitivity"].append(nx.transitivity(graph))
        exact["clustering"].append(nx.average_clustering(graph))
        exact["isolates"].append(sum(d == 0 for _, d in graph.degree))
        exact["components"].append(nx.number_connected_components(graph))
        exact["ei"].append(sum(1 if TYPES[u] != TYPES[v] else -1 for u, v in chosen) / 7)
    assert len(exact["ei"]) == 6435
    for name, ours in (("clustering", "average_clustering"), ("ei", "ei_index")):
        near(found[ours], exact[name], found[ours].observed)  # type: ignore[union-attr]
    for name in ("transitivity", "isolates", "components"):
        near(found[name], exact[name], found[name].observed)  # type: ignore[union-attr]


def test_expected_clustering_of_random_scenes() -> None:
    """In a random scene a pair of partners is tied with (m − 2) / (P − 2), whoever they are: the mean of closed
    over all triads."""
    rng = np.random.default_rng(1)
    pairs = np.array(list(combinations(range(40), 2)))
    chosen = pairs[rng.choice(len(pairs), 120, replace=False)]
    graph = Graph.from_ties(40, chosen[:, 0], chosen[:, 1])
    found = against_chance(graph, np.zeros(40, int), ["size"], draws=2000, figures=["transitivity"])["size"]
    ours = found["transitivity"]
    assert ours is not None
    assert ours.expected == pytest.approx(118 / 778, abs=4 * ours.sd / np.sqrt(2000) + 0.001)


def test_all_dealings_of_two_types() -> None:
    """20 dealings of three and three, each laid beside the measures themselves."""
    found = against_chance(KITE, TYPES, ["dealing"], draws=DRAWS, seed=2, clusters=np.array([0, 0, 0, 1, 1, 1]))[
        "dealing"
    ]
    dealings = [np.isin(np.arange(6), one).astype(int) for one in combinations(range(6), 3)]
    exact = {
        "ei_index": [ei_index(KITE, labels) for labels in dealings],
        "assortativity": [assortativity(KITE, labels) for labels in dealings],
        "partner_heterogeneity": [
            float(np.nanmean(composition.partner_heterogeneity(KITE, labels))) for labels in dealings
        ],
        "cluster_heterogeneity": [
            float(composition.blau(composition.type_counts(np.array([0, 0, 0, 1, 1, 1]), labels, 2)).mean())
            for labels in dealings
        ],
    }
    for name, values in exact.items():
        ours = found[name]
        assert ours is not None
        own = {"ei_index": ei_index(KITE, TYPES), "assortativity": assortativity(KITE, TYPES)}.get(name, ours.observed)
        assert ours.observed == pytest.approx(own)
        near(ours, values, ours.observed)


def test_untyped_actors_keep_none_and_count_as_partners_of_none() -> None:
    labels = np.array([0, -1, 0, 1, -1, 1])
    ours = against_chance(KITE, labels, ["dealing"], draws=50)["dealing"]
    assert ours["partner_heterogeneity"].observed == pytest.approx(  # type: ignore[union-attr]
        float(np.nanmean(composition.partner_heterogeneity(KITE, labels)))
    )
    assert "cluster_heterogeneity" not in ours


def test_what_a_null_model_fixes_is_none() -> None:
    found = against_chance(KITE, TYPES, draws=60)
    for model in ("size", "degrees"):
        assert {name for name, one in found[model].items() if one is None} == FIXED[model]
        assert list(found[model]) == list(NETWORK)
    told = {name for name, one in found["dealing"].items() if one is not None}
    assert told == set(OF_TYPES) - {"cluster_heterogeneity"}


def test_where_no_switch_is_possible_everything_is_fixed() -> None:
    star = Graph.from_ties(6, np.zeros(5, int), np.arange(1, 6))
    found = against_chance(star, TYPES, ["degrees"], draws=20)
    assert set(found["degrees"].values()) == {None}
    assert found.switching is None


@pytest.mark.parametrize("n", [0, 1, 2, 5])
def test_scenes_without_ties_have_an_answer(n: int) -> None:
    found = against_chance(Graph.from_ties(n, [], []), np.full(n, -1), draws=10)
    isolates = found["size"]["isolates"]
    assert isolates is not None
    assert (isolates.observed, isolates.expected, isolates.p, isolates.constant) == (n, n, 1, True)
    transitivity = found["size"]["transitivity"]
    assert transitivity is not None
    assert transitivity.undefined == 10
    assert np.isnan(transitivity.p)


def test_the_same_numbers_with_any_number_of_workers() -> None:
    rng = np.random.default_rng(4)
    graph = Graph.from_ties(50, rng.integers(0, 50, 90), rng.integers(0, 50, 90), rng.integers(1, 5, 90).astype(float))
    labels = rng.integers(-1, 3, 50)
    one, three = (against_chance(graph, labels, draws=130, seed=9, workers=workers) for workers in (1, 3))
    for model, figures in one.items():
        for name, found in figures.items():
            assert repr(found) == repr(three[model][name])
    assert one.switching == three.switching
    other = against_chance(graph, labels, draws=130, seed=10)
    assert other["size"]["transitivity"] != one["size"]["transitivity"]


def test_the_order_of_the_input_changes_nothing() -> None:
    rng = np.random.default_rng(4)
    u, v = rng.integers(0, 30, 60), rng.integers(0, 30, 60)
    ids, labels, order = [f"a{i:02}" for i in range(30)], rng.integers(0, 3, 30), rng.permutation(30)
    place = np.argsort(order)
    one = against_chance(Graph.from_ties(30, u, v), labels, draws=60, ids=ids)
    other = against_chance(
        Graph.from_ties(30, place[u], place[v]), labels[order], draws=60, ids=[ids[i] for i in order.tolist()]
    )
    assert {m: {k: repr(v) for k, v in f.items()} for m, f in one.items()} == {
        m: {k: repr(v) for k, v in f.items()} for m, f in other.items()
    }


def test_modularity_is_laid_beside_scenes_that_were_searched_as_shortly() -> None:
    rng = np.random.default_rng(4)
    graph = Graph.from_ties(60, rng.integers(0, 60, 120), rng.integers(0, 60, 120))
    found = against_chance(graph, np.zeros(60, int), ["size"], draws=50, observed={"modularity": 0.9})["size"][
        "modularity"
    ]
    assert found is not None
    assert found.observed == 0.9
    assert found.compared is not None
    assert found.z == pytest.approx((found.compared - found.expected) / found.sd)
    assert "compared" in found.to_dict()
    assert "compared" not in against_chance(graph, np.zeros(60, int), ["size"], draws=5)["size"]["isolates"].to_dict()  # type: ignore[union-attr]


def test_what_was_not_asked_for_is_not_there() -> None:
    found = against_chance(KITE, TYPES, draws=10, figures=["transitivity", "density", "ei_index"])
    assert list(found["size"]) == ["density", "transitivity", "ei_index"]
    assert found["dealing"]["density"] is None
    assert found["dealing"]["ei_index"] is not None


@pytest.mark.parametrize(
    ("model", "figure"),
    [
        ("size", "degree_centralization"),
        ("degrees", "transitivity"),
        ("dealing", "ei_index"),
    ],
)
def test_pure_chance_is_called_a_finding_in_one_of_twenty(model: str, figure: str) -> None:
    """Random scenes with random types beside each null: p < 0.05 at most in 5 %, within four standard errors."""
    rng, pairs, below, trials = np.random.default_rng(8), np.array(list(combinations(range(20), 2))), 0, 150
    for seed in range(trials):
        chosen = pairs[rng.choice(190, 40, replace=False)]
        graph = Graph.from_ties(20, chosen[:, 0], chosen[:, 1])
        labels = rng.integers(0, 3, 20)
        found = against_chance(graph, labels, [model], 99, seed, figures=[figure], workers=1)[model]
        below += found[figure].p < 0.05  # type: ignore[union-attr]
    assert below / trials <= 0.05 + 4 * np.sqrt(0.05 * 0.95 / trials)


def _best(graph: Graph) -> float:
    """The largest fit over all cores, by numpy's correlation."""
    n, fits = graph.n, []
    u, v, _ = graph.ties()
    tied = np.zeros((n, n))
    tied[u, v] = 1
    pairs = np.triu_indices(n, 1)
    for size in range(1, n - 1):
        for core in combinations(range(n), size):
            inside = np.isin(np.arange(n), core)
            ideal = (inside[:, None] | inside[None, :])[pairs]
            fits.append(np.corrcoef(tied[pairs], ideal)[0, 1])
    return max(fits)


@pytest.mark.parametrize("seed", range(12))
def test_the_core_found_in_small_scenes_is_the_best(seed: int) -> None:
    """All cores of all sizes, tried."""
    drawn = nx.gnm_random_graph(9, 6 + 2 * seed, seed=seed)
    ends = np.array(list(drawn.edges))
    graph = Graph.from_ties(9, ends[:, 0], ends[:, 1])
    found = core_fit(graph)
    assert found.fit == pytest.approx(_best(graph), abs=1e-9)
    u, v, _ = graph.ties()
    inside = found.members
    pairs = np.triu_indices(9, 1)
    tied = np.zeros((9, 9))
    tied[u, v] = 1
    fit = np.corrcoef(tied[pairs], (inside[:, None] | inside[None, :])[pairs])[0, 1]
    assert fit == pytest.approx(found.fit)
