"""Every measure over every graph of the catalogue."""

from __future__ import annotations

from types import ModuleType

import numpy as np
import pytest

from actor_graph.measures import brokerage, cohesion, dominance, isolation, networking, walk
from tests.measures.catalogue import CATALOGUE, Case

HOMES: dict[str, ModuleType] = {
    name: module
    for module in (networking, cohesion, isolation, dominance, brokerage, walk)
    for name in vars(module)
    if getattr(vars(module)[name], "__module__", None) == module.__name__
}


@pytest.mark.parametrize("case", CATALOGUE, ids=lambda case: case.name)
def test_figures_of_the_whole_are_those_worked_out_by_hand(case: Case) -> None:
    graph = case.graph
    found = {name: getattr(HOMES[name], name)(graph) for name in case.whole}
    assert found == pytest.approx(case.whole, abs=1e-12, nan_ok=True)


@pytest.mark.parametrize("case", CATALOGUE, ids=lambda case: case.name)
def test_figures_of_each_actor_are_those_worked_out_by_hand(case: Case) -> None:
    graph = case.graph
    for name, expected in case.each.items():
        found = np.asarray(getattr(HOMES[name], name)(graph), dtype=float)
        assert found.shape == (case.n,), name
        np.testing.assert_allclose(found, np.broadcast_to(expected, case.n), atol=1e-12, err_msg=name)


@pytest.mark.parametrize("case", CATALOGUE, ids=lambda case: case.name)
def test_asking_twice_gives_the_same_and_leaves_the_graph_alone(case: Case) -> None:
    graph = case.graph
    before = graph.indptr.tobytes(), graph.indices.tobytes(), graph.weights.tobytes()
    for name in case.each:
        first = np.array(getattr(HOMES[name], name)(graph), dtype=float)
        assert np.array(getattr(HOMES[name], name)(graph), dtype=float).tobytes() == first.tobytes(), name
    assert (graph.indptr.tobytes(), graph.indices.tobytes(), graph.weights.tobytes()) == before


def test_the_catalogue_asks_every_case_the_same() -> None:
    assert {frozenset(case.whole) for case in CATALOGUE} == {frozenset(CATALOGUE[0].whole)}
    assert {frozenset(case.each) for case in CATALOGUE} == {frozenset(CATALOGUE[0].each)}
