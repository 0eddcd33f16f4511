"""Hulls, their distances, letters, and the places of the regions' names."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actor_graph.views.layout.headings import NEVER, name_box
from actor_graph.views.layout.regions import convex_hull, distance_between, hull_of_marks, letter

SQUARE = np.array([[100.0, 100.0], [200.0, 100.0], [200.0, 200.0], [100.0, 200.0]])
FRAME = (0.0, 0.0, 700.0, 700.0)
NOTHING = np.zeros((0, 4))


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=3, max_size=30))
def test_every_point_lies_in_the_hull(points: list[tuple[int, int]]) -> None:
    hull = convex_hull(np.array(points, dtype=np.float64))
    assert {tuple(corner) for corner in hull.tolist()} <= {(float(x), float(y)) for x, y in points}
    for a, b in zip(hull, np.roll(hull, -1, axis=0), strict=True):
        for x, y in points:
            assert (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]) >= 0 or len(hull) < 3


def test_the_hull_goes_around_the_marks() -> None:
    hull = hull_of_marks(np.array([[0.0, 0.0], [50.0, 0.0]]), np.array([5.0, 10.0]))
    assert hull.min(axis=0).tolist() == pytest.approx([-5, -10])
    assert hull.max(axis=0).tolist() == pytest.approx([60, 10])


def test_distance_of_two_squares() -> None:
    assert distance_between(SQUARE, SQUARE + np.array([130, 0])) == pytest.approx(30)
    assert distance_between(SQUARE, SQUARE + np.array([50, 50])) == 0


def test_a_name_stands_above_the_middle_of_the_hull() -> None:
    cost, x, y = name_box(SQUARE, 80, 22, FRAME, NOTHING, [])
    assert (x, y) == pytest.approx((110, 100 - 20 - 3 - 22))
    assert cost == pytest.approx(0)


def test_a_name_evades_a_mark_and_the_frame() -> None:
    mark = np.array([[140.0, 50.0, 150.0, 80.0]])
    cost, x, _ = name_box(SQUARE, 60, 22, FRAME, mark, [])
    assert cost < NEVER
    assert x + 60 < 140 or x > 150
    assert name_box(SQUARE - 100, 80, 22, FRAME, NOTHING, [])[2] == 100 + 20 + 3


def test_letters_go_on_after_z() -> None:
    assert [letter(i) for i in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
