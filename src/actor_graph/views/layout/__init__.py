"""Positions, regions and names of a map: the same for the same input, computed before anything is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from actor_graph.measures.graph import Bools, Floats, Graph, Ints
from actor_graph.measures.isolation import NETWORKED
from actor_graph.views.layout.areas import beside
from actor_graph.views.layout.arrangement import arrange, fit_sheet
from actor_graph.views.layout.regions import Region, hull_of_marks, letter
from actor_graph.views.layout.sizes import GAP, radii, reaches

__all__ = ["Layout", "Region", "lay_out", "radii"]


@dataclass(frozen=True, eq=False)
class Layout:
    """Where everything stands, in map pixels from the top left of the map area.

    ``width`` × ``height`` is the frame that holds the network; it is larger than asked for where many actors need the
    room, and ``zoom`` (≤ 1) is the scale at which it fits the size asked for. ``x``, ``y`` hold every actor in the
    order of the graph; those beside the network have x > width.
    """

    width: float
    height: float
    zoom: float
    x: Floats
    y: Floats
    regions: tuple[Region, ...]
    labels: tuple[None, ...]


def _groups(clusters: Ints, networked: Ints) -> tuple[Ints, Ints]:
    """Circles of the networked actors numbered from 0 in the order of their cluster number; those numbers."""
    numbers, groups = np.unique(clusters[networked], return_inverse=True)
    return groups.reshape(-1), numbers


def lay_out(
    graph: Graph,
    clusters: Ints,
    status: Ints,
    radii: Floats,
    names: Sequence[str],
    *,
    seed: int = 1,
    pinned: Mapping[int, tuple[float, float]] | None = None,
    width: float = 700,
    height: float = 740,
    top: Bools | None = None,
    mandate: Bools | None = None,
    region_names: Mapping[int, str] | None = None,
) -> Layout:
    """Lay out a landscape."""
    nobody = np.zeros(graph.n, dtype=np.bool_)
    ringed = (nobody if top is None else top) | (nobody if mandate is None else mandate)
    reach = reaches(radii, ringed)
    networked = np.flatnonzero(status == NETWORKED)
    groups, numbers = _groups(clusters, networked)
    has_region = np.bincount(groups, minlength=len(numbers)) >= 3
    own = reach[networked]
    sheet = fit_sheet(width, height, groups, (2 * own + GAP) ** 2 * 1.5, has_region)
    at = arrange(
        graph.induced(status == NETWORKED), groups, has_region, own, np.stack([own] * 4, axis=1), sheet, seed=seed
    )
    x, y = beside(graph, status, sheet.width)
    x[networked], y[networked] = at[:, 0], at[:, 1]
    regions = []
    for place, g in enumerate(np.flatnonzero(has_region)):
        members = networked[groups == g]
        hull = hull_of_marks(at[groups == g], own[groups == g])
        regions.append(Region(int(numbers[g]), letter(place), members, hull))
    return Layout(sheet.width, sheet.height, sheet.zoom, x, y, tuple(regions), (None,) * graph.n)
