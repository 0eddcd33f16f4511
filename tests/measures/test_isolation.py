from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actor_graph.measures import isolation
from actor_graph.measures.graph import Bools, Graph
from actor_graph.measures.isolation import FRAGMENT, ISOLATED, NETWORKED, UNKNOWN
from tests.measures.graphs import built, graphs

NAN = float("nan")


def mask(n: int, *places: int) -> Bools:
    return np.isin(np.arange(n), places)


def chains(*sizes: int) -> Graph:
    """Chains of these sizes, one behind the other; size 1 is an actor without a tie."""
    ends = np.cumsum(sizes)
    return built(int(ends[-1]), [(i, i + 1) for i in range(int(ends[-1]) - 1) if i + 1 not in ends])


@pytest.mark.parametrize(
    ("sizes", "of_each"),
    [
        ((5, 3, 2, 1), [NETWORKED, NETWORKED, FRAGMENT, ISOLATED]),  # 3 of 11 is over a tenth
        ((25, 3, 2, 1), [NETWORKED, FRAGMENT, FRAGMENT, ISOLATED]),  # 3 of 31 is under a tenth
        ((26, 3, 1), [NETWORKED, NETWORKED, ISOLATED]),  # 3 of 30 is a tenth
        ((27, 3), [NETWORKED, NETWORKED]),
        ((2, 2, 1), [FRAGMENT, FRAGMENT, ISOLATED]),  # the largest, but under three
        ((3, 3) + (1,) * 60, [NETWORKED, NETWORKED] + [ISOLATED] * 60),  # both largest
        ((4, 3) + (1,) * 60, [NETWORKED, FRAGMENT] + [ISOLATED] * 60),
        ((1, 1), [ISOLATED, ISOLATED]),
    ],
)
def test_without_a_survey_the_components_decide(sizes: tuple[int, ...], of_each: list[int]) -> None:
    assert isolation.status(chains(*sizes)).tolist() == np.repeat(of_each, sizes).tolist()


def test_a_scheme_can_move_both_limits() -> None:
    graph = chains(6, 3, 2, 1)
    assert isolation.status(graph, least=2).tolist() == [NETWORKED] * 11 + [ISOLATED]
    assert isolation.status(graph, share=0.3).tolist() == [NETWORKED] * 6 + [FRAGMENT] * 5 + [ISOLATED]


def test_who_did_not_answer_is_never_shown_as_without_partners() -> None:
    graph = chains(3, 2, 2, 1, 1)
    found = isolation.status(graph, answered=mask(9, 4, 7))
    assert found.tolist() == [NETWORKED] * 3 + [FRAGMENT] * 2 + [UNKNOWN] * 2 + [ISOLATED, UNKNOWN]


def test_the_network_is_networked_though_none_of_it_answered() -> None:
    assert isolation.status(chains(4, 1), answered=mask(5)).tolist() == [NETWORKED] * 4 + [UNKNOWN]


def test_isolation_is_certain_only_when_all_have_answered() -> None:
    graph, everyone = chains(4, 2, 1), np.ones(7, dtype=bool)
    status = isolation.status(graph, answered=everyone)
    assert isolation.status_certain(graph, status, everyone).all()
    for silent in range(6):
        answered = everyone & ~mask(7, silent)
        status = isolation.status(graph, answered=answered)
        assert isolation.status_certain(graph, status, answered).tolist() == [True] * 4 + [False] * 3, silent
    assert isolation.status_certain(graph, isolation.status(graph), None).all()


def test_an_unknown_actor_is_not_called_uncertain() -> None:
    graph, answered = chains(3, 1), mask(4, 0, 1, 2)
    status = isolation.status(graph, answered=answered)
    assert status.tolist() == [NETWORKED] * 3 + [UNKNOWN]
    assert isolation.status_certain(graph, status, answered).all()


@given(graphs(least=2), st.data())
def test_one_more_tie_never_raises_isolates(graph: Graph, data: st.DataObject) -> None:
    u, v, _ = graph.ties()
    ends = data.draw(st.tuples(st.integers(0, graph.n - 1), st.integers(0, graph.n - 1)))
    more = built(graph.n, [*zip(u.tolist(), v.tolist(), strict=True), ends])
    assert isolation.isolates(more) <= isolation.isolates(graph)
    assert isolation.isolate_share(more) <= isolation.isolate_share(graph)


@given(graphs(), st.data())
def test_status_keeps_its_promises(graph: Graph, data: st.DataObject) -> None:
    answered = np.array(data.draw(st.lists(st.booleans(), min_size=graph.n, max_size=graph.n)), dtype=bool)
    found = isolation.status(graph, answered=answered)
    tied = graph.degree > 0
    assert not (answered & (found == UNKNOWN)).any()
    assert not (~answered & (found == ISOLATED)).any()
    assert (tied[(found == NETWORKED) | (found == FRAGMENT)]).all()
    share = isolation.not_yet_networked_share(found)
    assert np.isnan(share) == (found == UNKNOWN).all()
    assert np.isnan(share) or 0 <= share <= 1


G = isolation


@pytest.mark.parametrize(
    ("sizes", "labels", "answered", "expected"),
    [
        # a chain of six, two of each type: all have ties to another type, all networked
        ((6,), [0, 0, 1, 1, 2, 2], None, [G.GROUP_NETWORKED] * 3),
        # the pair of type 1 stands alone: no tie to another type
        ((3, 2), [0, 0, 0, 1, 1], None, [G.GROUP_ISOLATED, G.GROUP_ISOLATED]),
        # one type only is never isolated
        ((3, 2), [0] * 5, None, [G.GROUP_NETWORKED]),
        # type 1: one of three networked, tied to type 0
        ((4, 1, 1), [0, 0, 0, 1, 1, 1], None, [G.GROUP_NETWORKED, G.GROUP_WEAK]),
        # exactly half is networked
        ((4, 1), [0, 0, 0, 1, 1], None, [G.GROUP_NETWORKED, G.GROUP_NETWORKED]),
        # the silent isolate is of unknown status and does not count
        ((4, 1, 1), [0, 0, 0, 1, 1, 1], [0, 4], [G.GROUP_NETWORKED, G.GROUP_NETWORKED]),
        # nothing known of type 1, though it has no tie to another type either
        ((3, 1, 1), [0, 0, 0, 1, 1], [0], [G.GROUP_ISOLATED, G.GROUP_UNKNOWN]),
        # a group of one gets none; a tie to an untyped actor is no tie to another type
        ((3, 1), [0, 0, -1, 1], None, [G.GROUP_ISOLATED, G.GROUP_NONE]),
    ],
)
def test_groups(sizes: tuple[int, ...], labels: list[int], answered: list[int] | None, expected: list[int]) -> None:
    graph = chains(*sizes)
    known = None if answered is None else mask(graph.n, *answered)
    status = isolation.status(graph, answered=known)
    assert isolation.group_status(graph, np.array(labels), max(labels) + 1, status).tolist() == expected


def test_the_share_of_networked_is_of_known_members() -> None:
    shares = isolation.networked_share(np.array([0, 0, 0, 1, -1]), 3, np.array([0, 1, 3, 3, 0], dtype=np.int8))
    np.testing.assert_array_equal(shares, [0.5, NAN, NAN])


@given(st.data())
def test_who_is_so_for_certain_is_so_with_any_of_the_ties_there_may_be(data: st.DataObject) -> None:
    """Against all subsets of up to five ties besides, at three shares."""
    n = data.draw(st.integers(3, 9))
    share = data.draw(st.sampled_from([0.1, 0.35, 0.5]))
    every = [(i, j) for i in range(n) for j in range(i)]
    ties = data.draw(st.lists(st.sampled_from(every), unique=True, max_size=n))
    more = data.draw(st.lists(st.sampled_from(every), unique=True, max_size=5))
    outside, networked = isolation.sure(built(n, ties), built(n, list({*ties, *more})), n, share=share)
    always = np.array([True] * n), np.array([True] * n)
    for chosen in range(2 ** len(more)):
        some = [tie for i, tie in enumerate(more) if chosen >> i & 1]
        own = isolation.status(built(n, list({*ties, *some})), share=share) == NETWORKED
        always[0][own], always[1][~own] = False, False
    assert (outside.tolist(), networked.tolist()) == (always[0].tolist(), always[1].tolist())
