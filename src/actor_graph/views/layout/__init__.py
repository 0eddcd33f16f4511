"""Positions, regions and names of a map: the same for the same input, computed before anything is drawn."""

from __future__ import annotations

from actor_graph.views.layout.labels import Label
from actor_graph.views.layout.laying import Layout, lay_out
from actor_graph.views.layout.regions import Region
from actor_graph.views.layout.sizes import radii
from actor_graph.views.layout.text import text_width

__all__ = ["Label", "Layout", "Region", "lay_out", "radii", "text_width"]
