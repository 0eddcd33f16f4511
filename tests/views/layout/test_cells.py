"""The sheet divided into cells."""

from __future__ import annotations

import numpy as np
import pytest

from actor_graph.measures.graph import Floats
from actor_graph.views.layout.cells import cells, half_planes

BOX = (10.0, 20.0, 610.0, 420.0)


def area(polygon: Floats) -> float:
    """The shoelace formula."""
    x, y = polygon.T
    return float(abs(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2)


@pytest.mark.parametrize("count", [1, 2, 5, 17])
def test_cells_fill_the_sheet_in_the_wished_shares(count: int) -> None:
    random = np.random.default_rng(count)
    wished = random.uniform(1, 5, count)
    found = [area(cell) for cell in cells(random.uniform((10, 20), (610, 420), (count, 2)), wished, BOX)]
    assert sum(found) == pytest.approx(600 * 400)
    assert found == pytest.approx(wished / wished.sum() * 600 * 400, rel=0.12)


def test_sites_on_one_spot_still_get_a_cell_each() -> None:
    sites = np.array([[300.0, 200.0], [300.01, 200.0], [300.0, 200.01]])
    assert [area(cell) for cell in cells(sites, np.ones(3), BOX)] == pytest.approx([80_000] * 3, rel=0.12)


def test_no_point_lies_in_two_cells() -> None:
    random = np.random.default_rng(0)
    planes = [half_planes(c) for c in cells(random.uniform((10, 20), (610, 420), (9, 2)), random.uniform(1, 3, 9), BOX)]
    points = random.uniform((10, 20), (610, 420), (4_000, 2))
    times = sum(((points @ p[:, :2].T) <= p[:, 2] - 1e-6).all(axis=1).astype(int) for p in planes)
    assert np.max(times) == 1
    assert np.mean(times) > 0.99
