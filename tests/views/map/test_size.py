"""The page stays small: what follows from the analysis in the page is not written into it a second time."""

from __future__ import annotations

import pytest

from actor_graph.analysis import analyze
from actor_graph.views.map import draw_map
from tests.views.map import landscapes


@pytest.mark.parametrize(("actors", "circles", "limit"), [(150, 8, 1_200_000), (2_000, 40, 2_200_000)])
def test_a_page_stays_under_its_limit(actors: int, circles: int, limit: int) -> None:
    analysis = analyze(landscapes.city(actors, circles=circles), draws=10)
    assert len(draw_map(analysis).encode("utf-8")) < limit
