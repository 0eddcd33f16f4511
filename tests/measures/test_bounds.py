"""Bounds by the missing ties, against every completion of small graphs, one by one, by plain loops."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from actor_graph.measures import bounds
from actor_graph.measures.graph import Graph
from actor_graph.measures.isolation import FRAGMENT, ISOLATED, NETWORKED, status_certain
from actor_graph.measures.whole import Limits
from tests.measures.graphs import built, graphs

Tie = tuple[int, int]


def every_completion(graph: Graph, answered: list[bool]) -> Iterator[set[Tie]]:
    """The ties of each completion: those named, and each choice of pairs of whom not both answered."""
    named = set(zip(*(end.tolist() for end in graph.ties()[:2]), strict=True))
    missing = [p for p in combinations(range(graph.n), 2) if p not in named and not all(answered[i] for i in p)]
    for chosen in range(2 ** len(missing)):
        yield named | {pair for bit, pair in enumerate(missing) if chosen >> bit & 1}


def together(n: int, ties: set[Tie]) -> list[frozenset[int]]:
    """For each actor all that it can reach, itself included."""
    found = [{i} for i in range(n)]
    for a, b in ties:
        if found[a] is not found[b]:
            found[a] |= found[b]
            for i in found[b]:
                found[i] = found[a]
    return [frozenset(one) for one in found]


def statuses(n: int, ties: set[Tie], limits: Limits) -> list[int]:
    """The status of each actor by the words of the definition, everybody having answered."""
    reach = together(n, ties)
    largest = max(map(len, reach))
    tied = {i for tie in ties for i in tie}
    return [
        NETWORKED
        if len(r) >= limits.networked_min and (len(r) == largest or len(r) >= limits.networked_share * n - 1e-9)
        else FRAGMENT
        if i in tied
        else ISOLATED
        for i, r in enumerate(reach)
    ]


def by_hand(n: int, ties: set[Tie], limits: Limits) -> dict[str, float]:
    """The figures that ties raise or lower, from the definitions."""
    reach = together(n, ties)
    pairs = n * (n - 1) / 2
    alone = n - len({i for tie in ties for i in tie})
    return {
        "ties": len(ties),
        "density": len(ties) / pairs,
        "average_degree": 2 * len(ties) / n,
        "isolates": alone,
        "isolate_share": alone / n,
        "components": len(set(reach)),
        "largest_component_share": max(map(len, reach)) / n,
        "connectedness": sum(len(r) - 1 for r in reach) / 2 / pairs,
        "not_yet_networked_share": sum(s != NETWORKED for s in statuses(n, ties, limits)) / n,
    }


@st.composite
def surveys(draw: st.DrawFn) -> tuple[Graph, list[bool]]:
    """Any graph of two to six actors of whom some have answered, with at most nine missing ties."""
    graph = draw(graphs(least=2, most=6))
    answered = draw(st.lists(st.booleans(), min_size=graph.n, max_size=graph.n))
    assume(len(bounds.missing_pairs(graph, np.array(answered))[0]) <= 9)
    return graph, answered


limits = st.builds(
    Limits, networked_share=st.sampled_from([0.1, 0.4, 0.5, 0.67, 1.0]), networked_min=st.sampled_from([1, 2, 3])
)


@given(surveys(), limits)
def test_bounds_are_those_of_all_completions(survey: tuple[Graph, list[bool]], limit: Limits) -> None:
    graph, answered = survey
    heard, labels = np.array(answered), np.zeros(graph.n, dtype=np.int64)
    none, every = bounds.extremes(graph, labels, heard, limits=limit)
    told = [by_hand(graph.n, ties, limit) for ties in every_completion(graph, answered)]
    named = bounds.bounded(graph, heard, limits=limit)
    assert set(bounds.MONOTONE) <= set(named)
    for figure in named:
        values = [one[figure] for one in told]
        assert [min(values), max(values)] == pytest.approx(sorted([none[figure], every[figure]]), abs=1e-12)
    share = [one["not_yet_networked_share"] for one in told]
    is_bound = max(share) <= none["not_yet_networked_share"] + 1e-12
    assert is_bound or "not_yet_networked_share" not in named, "no more is claimed than holds"


@given(surveys(), limits)
def test_possible_statuses_are_those_of_all_completions(survey: tuple[Graph, list[bool]], limit: Limits) -> None:
    graph, answered = survey
    seen = np.zeros((graph.n, 3), dtype=bool)
    for ties in every_completion(graph, answered):
        seen[np.arange(graph.n), statuses(graph.n, ties, limit)] = True
    assert bounds.possible_status(graph, np.array(answered), limits=limit).tolist() == seen.tolist()


def test_all_subsets_of_the_fifteen_pairs_of_six_of_whom_nobody_answered() -> None:
    """2¹⁵ graphs: every status but for those of the component of all is possible for everybody."""
    graph, limit = built(6, []), Limits()
    seen = np.zeros((6, 3), dtype=bool)
    for ties in every_completion(graph, [False] * 6):
        seen[np.arange(6), statuses(6, ties, limit)] = True
    assert seen.all()
    assert bounds.possible_status(graph, np.zeros(6, dtype=bool)).all()


def test_what_is_missing() -> None:
    """0 and 1 answered. 0-1 have no tie, 0-2 have one: missing are 0-3, 1-2, 1-3 and 2-3."""
    low, high = bounds.missing_pairs(built(4, [(0, 2)]), np.array([True, True, False, False]))
    assert list(zip(low.tolist(), high.tolist(), strict=True)) == [(0, 3), (1, 2), (1, 3), (2, 3)]


@given(graphs(least=1))
def test_where_all_have_answered_nothing_is_missing(graph: Graph) -> None:
    heard, labels = np.ones(graph.n, dtype=bool), np.zeros(graph.n, dtype=np.int64)
    none, every = bounds.extremes(graph, labels, heard)
    assert none == pytest.approx(every, nan_ok=True)
    assert bounds.possible_status(graph, heard).sum(axis=1).tolist() == [1] * graph.n


@given(surveys())
def test_a_status_that_is_certain_can_be_no_other(survey: tuple[Graph, list[bool]]) -> None:
    """An actor outside is certain where nobody elsewhere, nor in its fragment, can still name a tie."""
    graph, answered = survey
    heard = np.array(answered)
    found = Limits().status(graph, heard)
    certain = status_certain(graph, found, heard) & ((found == ISOLATED) | (found == FRAGMENT))
    assert (bounds.possible_status(graph, heard)[certain].sum(axis=1) == 1).all()


def two_of_three_among(n: int) -> Graph:
    """Two triangles and n − 6 actors alone."""
    return built(n, [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5)])


def test_the_share_outside_is_no_bound_where_equals_are_networked_for_being_the_largest() -> None:
    """31 actors: two triangles are under a tenth and networked, being the largest. If one of them wins a fourth actor,
    the other is left behind: 27 of 31 outside instead of 25, though a tie was added."""
    graph, heard = two_of_three_among(31), np.arange(31) < 30
    assert "not_yet_networked_share" not in bounds.bounded(graph, heard)
    none, _ = bounds.extremes(graph, np.zeros(31, dtype=np.int64), heard)
    grown = bounds.with_ties(graph, np.array([0]), np.array([30]))
    labels = np.zeros(31, dtype=np.int64)
    assert none["not_yet_networked_share"] == pytest.approx(25 / 31)
    more, _ = bounds.extremes(grown, labels, np.ones(31, dtype=bool))
    assert more["not_yet_networked_share"] == pytest.approx(27 / 31)
    assert bounds.possible_status(graph, heard)[0].tolist() == [True, True, False]


def test_one_largest_network_can_only_grow() -> None:
    """One triangle among 31: under a tenth, and the largest by itself. Whatever is added, three at least are in."""
    graph = built(31, [(0, 1), (1, 2), (0, 2)])
    assert "not_yet_networked_share" in bounds.bounded(graph, np.arange(31) < 30)


def test_in_a_scene_of_thirty_three_are_a_tenth() -> None:
    assert "not_yet_networked_share" in bounds.bounded(two_of_three_among(30), np.arange(30) < 29)


def test_who_has_answered_in_a_circle_above_a_tenth_stays_networked() -> None:
    graph, heard = two_of_three_among(20), np.arange(20) < 19
    assert bounds.possible_status(graph, heard)[:6].tolist() == [[True, False, False]] * 6


def test_filled_in_ties_weigh_the_median() -> None:
    graph = Graph.from_ties(4, np.array([0, 0]), np.array([1, 2]), np.array([1.0, 4.0]))
    assert bounds.with_ties(graph, np.array([3]), np.array([0])).ties()[2].tolist() == [1.0, 4.0, 2.5]
