"""Each choice of central actors that leave, against networkx and plain loops written from the definitions."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import networkx as nx
import pytest

from actor_graph.analysis import Analysis, analyze
from tests.views.map import landscapes

CITIES: dict[str, dict[str, Any]] = {
    "city": {},
    "mandate": {"mandate": 1},
    "without a survey": {"survey": False},
    "other": {"seed": 11, "n": 60, "circles": 4},
    "larger": {"seed": 5, "n": 160, "circles": 14},
}


def scene(name: str) -> Analysis:
    return analyze(landscapes.city(**CITIES[name]), draws=10)


def graph(analysis: Analysis) -> nx.Graph:
    made = nx.Graph()
    made.add_nodes_from(range(len(analysis.to_dict()["actors"])))
    made.add_edges_from((tie["source"], tie["target"]) for tie in analysis.ties() if tie["counts"])
    return made


def networked(made: nx.Graph) -> set[int]:
    """In a component of three that is the largest or holds a tenth of all."""
    parts = list(nx.connected_components(made))
    most = max(map(len, parts))
    return {i for part in parts if len(part) >= 3 and (len(part) == most or 10 * len(part) >= len(made)) for i in part}


def figures(made: nx.Graph) -> list[float | None]:
    n, m = made.number_of_nodes(), made.number_of_edges()
    degrees = [d for _, d in made.degree]
    ways = [d for _, found in nx.all_pairs_shortest_path_length(made) for d in found.values() if d]
    largest, centralized = max(map(len, nx.connected_components(made))), sum(max(degrees) - d for d in degrees)
    return [m, 2 * m / n, largest, centralized / ((n - 1) * (n - 2)), sum(ways) / len(ways) if ways else None]


@pytest.mark.parametrize("name", CITIES)
def test_every_choice_has_the_figures_of_networkx(name: str) -> None:
    analysis = scene(name)
    document, whole, found = analysis.to_dict(), graph(analysis), analysis.departures()
    assert found is not None
    place = {actor["id"]: i for i, actor in enumerate(document["actors"])}
    leaving = [place[top["id"]] for top in document["top_dogs"] if not top["mandate"]]
    assert leaving, "the test needs a central actor"
    assert found["chosen"] + found["fixed"] == leaving
    assert found["chosen"] == leaving[:6]
    assert len(found["choices"]) == 2 ** len(found["chosen"])
    outside = {place[i] for i in document["not_yet_networked"]["actors"]}
    for size in range(len(found["chosen"]) + 1):
        for bits in combinations(range(len(found["chosen"])), size):
            gone = {found["chosen"][bit] for bit in bits} | set(found["fixed"])
            left = whole.subgraph(set(whole) - gone)
            lost = sorted((networked(whole) - gone) - networked(left))
            *shown, who = found["choices"][sum(2**bit for bit in bits)]
            assert who == lost
            assert shown[3] == len(outside - gone) + len(lost)
            assert [*shown[:3], *shown[4:]] == pytest.approx(figures(left), rel=1e-12)


@pytest.mark.parametrize("name", CITIES)
def test_all_and_none_taken_out_are_what_the_analysis_says(name: str) -> None:
    analysis = scene(name)
    document, found = analysis.to_dict(), analysis.departures()
    assert found is not None
    without = document["without_top_dogs"]
    place = {actor["id"]: i for i, actor in enumerate(document["actors"])}
    assert found["choices"][-1] == [*told(without["network"]), found["choices"][-1][3], *rest(without["network"]),
                                    [place[i] for i in without["cut_off"]]]  # fmt: skip
    if not found["fixed"]:
        assert found["choices"][0] == [*told(document["network"]), len(document["not_yet_networked"]["actors"]),
                                       *rest(document["network"]), []]  # fmt: skip


def told(network: dict[str, Any]) -> list[Any]:
    largest = round(network["largest_component_share"] * network["actors"])
    return [network["ties"], network["average_degree"], largest]


def rest(network: dict[str, Any]) -> list[Any]:
    return [network["degree_centralization"], network["average_path_length"]]


def test_beyond_six_the_further_ones_stay_out() -> None:
    found = scene("larger").departures()
    assert found is not None
    assert len(found["chosen"]) == 6
    assert found["fixed"]
    assert len(found["choices"]) == 64


def test_without_a_central_actor_there_is_no_choice() -> None:
    assert analyze(landscapes.without_ties(), draws=10).departures() == {"chosen": [], "fixed": [], "choices": []}


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_it_is_for_the_office_alone(audience: str) -> None:
    analysis = analyze(landscapes.city(), audience=audience, draws=10)
    assert analysis.departures() is None
    assert analysis.meeting_range() is None
