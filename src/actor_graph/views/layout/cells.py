"""The sheet divided among the circles: one convex cell each, of a wished area."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from actor_graph.measures.graph import Floats
from actor_graph.measures.kernels.compiled import compiled


@compiled
def _clip(polygon: Floats, a: float, b: float, c: float) -> Floats:
    """The part of a convex polygon (m × 2) where a·x + b·y ≤ c."""
    m = len(polygon)
    kept = np.empty((m + 2, 2))
    size = 0
    for p in range(m):
        q = (p + 1) % m
        here = a * polygon[p, 0] + b * polygon[p, 1] - c
        there = a * polygon[q, 0] + b * polygon[q, 1] - c
        if here <= 0 and size < m + 2:
            kept[size] = polygon[p]
            size += 1
        if (here < 0 < there or there < 0 < here) and size < m + 2:
            t = here / (here - there)
            kept[size, 0] = polygon[p, 0] + t * (polygon[q, 0] - polygon[p, 0])
            kept[size, 1] = polygon[p, 1] + t * (polygon[q, 1] - polygon[p, 1])
            size += 1
    return kept[:size].copy()


@compiled
def _cell(sheet: Floats, sites: Floats, weights: Floats, c: int) -> Floats:
    """The power cell of site c: where ‖p − s_c‖² − w_c is the least of all sites."""
    polygon = sheet.copy()
    for o in range(len(sites)):
        if o != c and len(polygon) > 2:
            a, b = 2 * (sites[o, 0] - sites[c, 0]), 2 * (sites[o, 1] - sites[c, 1])
            own = sites[c, 0] ** 2 + sites[c, 1] ** 2 - weights[c]
            other = sites[o, 0] ** 2 + sites[o, 1] ** 2 - weights[o]
            polygon = _clip(polygon, a, b, other - own)
    return polygon


@compiled
def _area_and_center(polygon: Floats) -> tuple[float, float, float]:
    """Area and center of gravity of a polygon (area 0 under three corners)."""
    area, x, y = 0.0, 0.0, 0.0
    m = len(polygon)
    for p in range(m):
        q = (p + 1) % m
        cross = polygon[p, 0] * polygon[q, 1] - polygon[q, 0] * polygon[p, 1]
        area += cross / 2
        x += (polygon[p, 0] + polygon[q, 0]) * cross / 6
        y += (polygon[p, 1] + polygon[q, 1]) * cross / 6
    if m < 3 or area < 1e-6:
        return 0.0, 0.0, 0.0
    return area, x / area, y / area


@compiled
def _balance(sheet: Floats, sites: Floats, weights: Floats, wished: Floats, rounds: int) -> None:
    """Move sites to the centers of their cells and weights towards the wished areas, in place."""
    k = len(sites)
    for t in range(rounds):
        centers, errors = np.empty((k, 2)), np.empty(k)
        for c in range(k):
            area, x, y = _area_and_center(_cell(sheet, sites, weights, c))
            errors[c] = wished[c] - area
            centers[c, 0], centers[c, 1] = (x, y) if area > 0 else (sites[c, 0], sites[c, 1])
        step = 0.6 if 2 * t < rounds else 0.25
        for c in range(k):
            weights[c] += 0.35 * errors[c]
            sites[c, 0] += step * (centers[c, 0] - sites[c, 0])
            sites[c, 1] += step * (centers[c, 1] - sites[c, 1])


def cells(sites: Floats, wished: Floats, box: tuple[float, float, float, float], *, rounds: int = 150) -> list[Floats]:
    """Divide the box (left, top, right, bottom) into one convex cell per site, of about the wished areas.

    A centroidal power diagram: cells keep the arrangement of the sites, fill the box and never overlap. The areas
    are scaled to the box. Returns a polygon (m × 2) per site, corners clockwise on the screen.

    References
    ----------
    Nocaj/Brandes (2012), Computing Voronoi treemaps, doi:10.1111/j.1467-8659.2012.03078.x.
    """
    left, top, right, bottom = box
    sheet = np.array([[left, top], [right, top], [right, bottom], [left, bottom]], dtype=np.float64)
    area = wished / wished.sum() * (right - left) * (bottom - top)
    sites, weights = np.clip(sites, [left + 1, top + 1], [right - 1, bottom - 1]), area / np.pi
    _balance(sheet, sites, weights, area, rounds)
    return [_cell(sheet, sites, weights, c) for c in range(len(sites))]


def half_planes(polygon: Floats) -> Floats:
    """A convex polygon as its sides' half planes: rows a, b, c with a·x + b·y ≤ c inside, (a, b) of length 1."""
    along = np.roll(polygon, -1, axis=0) - polygon
    length = np.hypot(along[:, 0], along[:, 1])
    keep = length > 1e-6
    outward = np.stack([along[keep, 1], -along[keep, 0]], axis=1) / length[keep, None]
    return np.column_stack([outward, (outward * polygon[keep]).sum(axis=1)])


def shrunk(polygon: Floats, planes: Floats, margins: Sequence[float] | Floats) -> Floats:
    """What is left of a convex polygon where each half plane moves inwards by its margin (maybe nothing)."""
    for (a, b, c), margin in zip(planes, margins, strict=True):
        polygon = _clip(polygon, a, b, c - margin)
    return polygon
