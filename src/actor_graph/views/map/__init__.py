"""The map page: one HTML file that shows who works with whom, who is outside and what the circles are made of."""

from __future__ import annotations

from actor_graph.views.map.page import draw_map

__all__ = ["draw_map"]
