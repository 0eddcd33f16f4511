"""How large marks are, and the distances that the map keeps."""

from __future__ import annotations

import numpy as np

from actor_graph.measures.graph import Bools, Floats, Ints

PAD = 20.0
"""The region's outline runs this far outside its marks (a stroke of 40)."""
APART = 24.0
"""Regions keep this distance."""
NAME_BAND = 30.0
"""Height kept above a region for its name and its bar of kinds."""
TOOLS = 50.0
"""Height kept at the top of the map for the tool row."""
EDGE = 6.0
"""Distance of everything from the edge of the map."""
RING = 9.0
"""A central actor's ring reaches this far beyond its mark."""
REACH = 1.3
"""Corners of squares, triangles and stars reach further than the circle of the same area."""
GAP = 6.0
"""Least distance between two marks."""


def radii(degree: Ints) -> Floats:
    """Radius of each mark: r = max(5, k·√degree) with k = min(22 / √largest degree, 7).

    The area of a mark is proportional to the number of partners; 5 is the floor, 22 the largest.
    """
    largest = max(int(np.max(degree, initial=0)), 1)
    return np.asarray(np.maximum(5.0, min(22 / largest**0.5, 7.0) * np.sqrt(np.asarray(degree, dtype=np.float64))))


def reaches(radius: Floats, ringed: Bools) -> Floats:
    """How far a mark with its corners and its ring reaches from its center."""
    return np.asarray(np.where(ringed, radius + RING, radius * REACH + 1.0))
