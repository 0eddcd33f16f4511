"""Places beside the network."""

from __future__ import annotations

import numpy as np

from actor_graph.views.layout.areas import ROW, beside
from tests.views.layout.scenes import graph_of

GRAPH = graph_of(9, [(0, 1), (1, 2), (2, 0), (3, 4), (5, 6)])
STATUS = np.array([0, 0, 0, 1, 1, 1, 1, 2, 3])


def test_isolated_then_small_circles_then_those_without_answer() -> None:
    """One column: the isolated one on top, then 3–4 and 5–6 with half a row between, below who did not answer."""
    x, y = beside(GRAPH, STATUS, 700)
    assert np.isnan(x[:3]).all()
    assert np.isnan(y[:3]).all()
    assert len(set(x[3:])) == 1
    assert x[3] > 700
    assert np.argsort(y[3:]).tolist() == [4, 0, 1, 2, 3, 5]
    assert y[4] - y[3] == ROW
    assert y[5] - y[4] == 1.5 * ROW
    assert y[6] - y[5] == ROW


def test_members_of_a_small_circle_stand_together_whatever_their_order() -> None:
    _, y = beside(graph_of(4, [(0, 2), (1, 3)]), np.array([1, 1, 1, 1]), 700)
    assert np.argsort(y).tolist() == [0, 2, 1, 3]


def test_many_stand_in_narrow_columns_apart_from_each_other() -> None:
    x, y = beside(graph_of(250, []), np.full(250, 2), 700)
    assert len(set(zip(x, y, strict=True))) == 250
    assert np.ptp(y) <= 30 * ROW
    assert len(set(x)) == 9
