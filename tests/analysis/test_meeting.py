"""Between how many ties chance lies, against dealings of the test's own and what can be counted by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from actor_graph.analysis import Analysis, analyze
from actor_graph.measures.graph import Graph
from actor_graph.measures.meeting import meeting_range
from tests.views.map import landscapes

DRAWS = 8_000


def own_dealings(analysis: Analysis) -> np.ndarray:
    """Ties of each two types in dealings by plain numpy, types in the order of ``mixing.types``."""
    document = analysis.to_dict()
    types = document["mixing"]["types"]
    kinds = {i: types.index(actor["type"]) for i, actor in enumerate(document["actors"]) if actor["type"]}
    typed = {actor: at for at, actor in enumerate(kinds)}
    ends = [(t["source"], t["target"]) for t in analysis.ties() if t["counts"]]
    u, v = np.array([(typed[a], typed[b]) for a, b in ends if a in typed and b in typed]).T
    labels, random = np.array(list(kinds.values())), np.random.default_rng(2024)
    counts = np.zeros((DRAWS, len(types), len(types)), dtype=int)
    for draw in counts:
        dealt = random.permutation(labels)
        np.add.at(draw, (dealt[u], dealt[v]), 1)
        np.add.at(draw, (dealt[v], dealt[u]), dealt[u] != dealt[v])
    return counts


@pytest.mark.parametrize("seed", [3, 8])
def test_the_range_is_that_of_dealings_of_ones_own(seed: int) -> None:
    """An end is right where its share of all dealings is 2.5 % within four standard errors of both samples."""
    analysis = analyze(landscapes.city(seed=seed), draws=4000)
    found, dealt = analysis.meeting_range(), own_dealings(analysis)
    assert found is not None
    error = 4 * np.sqrt(0.025 * 0.975 * (1 / 4000 + 1 / DRAWS))
    for i, a in enumerate(found["types"]):
        for j, b in enumerate(found["types"][: i + 1]):
            low, high, own = found["low"][i][j], found["high"][i][j], dealt[:, a, b]
            assert (own < low).mean() <= 0.025 + error
            assert (own <= low).mean() >= 0.025 - error
            assert (own > high).mean() <= 0.025 + error
            assert (own >= high).mean() >= 0.025 - error


def test_the_mean_of_dealings_is_what_the_analysis_expects() -> None:
    analysis = analyze(landscapes.city(), draws=10)
    dealt = own_dealings(analysis)
    error = 4 * dealt.std(axis=0) / np.sqrt(DRAWS) + 1e-9
    assert (abs(dealt.mean(axis=0) - np.array(analysis.to_dict()["mixing"]["expected"])) <= error).all()


def test_where_one_dealing_is_like_all_others_the_range_is_a_point() -> None:
    """By hand: in a complete graph of two and three every dealing has 1, 3 and 6 ties."""
    u, v = np.triu_indices(5, 1)
    low, high = meeting_range(Graph.from_ties(5, u, v), np.array([0, 0, 1, 1, 1]), 2, draws=50)
    assert low.tolist() == high.tolist() == [[1, 6], [6, 3]]


def test_a_single_tie_by_hand() -> None:
    """One tie, four actors, two of each type: within each it falls with 1/6, between with 2/3."""
    low, high = meeting_range(Graph.from_ties(4, np.array([0]), np.array([1])), np.array([0, 0, 1, 1]), 2)
    assert (low.tolist(), high.tolist()) == ([[0, 0], [0, 0]], [[1, 1], [1, 1]])


def test_the_order_of_the_input_changes_nothing() -> None:
    random = np.random.default_rng(1)
    u, v = np.triu_indices(12, 1)
    tied = random.random(len(u)) < 0.3
    labels, ids, order = random.integers(-1, 3, 12), [f"a{i:02}" for i in range(12)], random.permutation(12)
    place = np.argsort(order)
    first = meeting_range(Graph.from_ties(12, u[tied], v[tied]), labels, 3, ids=ids)
    other = meeting_range(Graph.from_ties(12, place[u[tied]], place[v[tied]]), labels[order], 3,
                          ids=[ids[i] for i in order])  # fmt: skip
    assert all((a == b).all() for a, b in zip(first, other, strict=True))


def test_types_by_size_and_at_most_forty() -> None:
    analysis = analyze(landscapes.city(300, types=[f"Art {i}" for i in range(60)], circles=6), draws=50)
    found, document = analysis.meeting_range(), analysis.to_dict()
    assert found is not None
    sizes = {group["type"]: group["actors"] for group in document["groups"]}
    order = sorted(range(len(sizes)), key=lambda i: (-sizes[document["mixing"]["types"][i]], i))
    assert found["types"] == order[:40]
    assert [len(row) for row in found["low"]] == list(range(1, 41))


def test_without_ties_or_types_nothing_is_told() -> None:
    none = analyze(landscapes.without_ties(), draws=10).meeting_range()
    assert none is not None
    assert {cell for row in none["low"] for cell in row} == {None}
    assert analyze(landscapes.city(types=(None,)), draws=10).meeting_range() == {"types": [], "low": [], "high": []}


def test_what_a_sensitive_column_hides_has_no_range() -> None:
    """By a sensitive column cells of one or two ties are null; so is their range."""
    made = landscapes.city()
    religion = tuple(kind[0] for kind in made.actors["type"])
    actors = replace(made.actors, columns={**made.actors.columns, "religion": religion}, extra=("religion",))
    analysis = analyze(replace(made, actors=actors), by="religion", sensitive=True, draws=50)
    found, mixing = analysis.meeting_range(), analysis.to_dict()["mixing"]
    assert found is not None
    hidden = 0
    for i, a in enumerate(found["types"]):
        for j, b in enumerate(found["types"][: i + 1]):
            null = mixing["ties"][a][b] is None or mixing["expected"][a][b] is None
            hidden += null
            assert (found["low"][i][j] is None, found["high"][i][j] is None) == (null, null)
    assert hidden
