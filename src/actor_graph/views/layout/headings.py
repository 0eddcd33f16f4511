"""Where the names of the regions stand: above the hull, over nothing else, shortened where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from actor_graph.measures.graph import Floats
from actor_graph.views.layout.regions import distance_between, may_meet
from actor_graph.views.layout.sizes import PAD

NEVER = 1e4
"""Cost from which on a place is no place."""

Spot = tuple[float, float, float]
"""Cost, x, y."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

TRIED = 24
"""Places tried along a region for its name, above it and below it."""


def name_box(hull: Floats, width: float, height: float, frame: Box, taken: Floats, others: Sequence[Floats]) -> Spot:
    """The cheapest top left corner for a region's name, and its cost: above the hull near its top, else below it.

    Costs: 0.5 per pixel beside the top, 1 per pixel wider than the region, 200 below the hull, 300 for each other
    region met; from `NEVER` on, the box meets a mark or another name (rows of ``taken``: left, top, right, bottom) or
    leaves the frame.
    """
    outline = _outline(hull)
    peak = float(outline[outline[:, 1] < outline[:, 1].min() + 8, 0].mean())
    ends = min(hull[:, 0].min() - PAD, peak - width / 2), max(hull[:, 0].max() + PAD - width, peak - width / 2)
    left = np.unique(
        np.clip(np.append(np.linspace(*ends, TRIED), peak - width / 2), frame[0], max(frame[2] - width, frame[0]))
    )
    near = [other for other in others if may_meet(hull, other, width + height + 2 * PAD)]
    spots = [(float(x), _above(outline, x, width) - height - 3, 0.0) for x in left]
    spots += [(float(x), _below(outline, x, width) + 3, 200.0) for x in left]
    wider = max(0.0, width - float(np.ptp(hull[:, 0])) - 2 * PAD)
    return min(
        (
            extra
            + wider
            + abs(x + width / 2 - peak) / 2
            + _obstacles((x, y, x + width, y + height), frame, taken, near),
            x,
            y,
        )
        for x, y, extra in spots
    )


def _outline(hull: Floats) -> Floats:
    """Points along the hull, at most 4 px apart."""
    ends = np.roll(hull, -1, axis=0)
    parts = [
        a + np.linspace(0, 1, int(np.hypot(*(b - a)) // 4) + 2)[:-1, None] * (b - a)
        for a, b in zip(hull, ends, strict=True)
    ]
    return np.concatenate(parts)


def _rise(outline: Floats, x: float, width: float) -> Floats:
    """How far the padding reaches above (or below) each outline point within the span from x; nan outside."""
    off = np.maximum(np.maximum(x - outline[:, 0], outline[:, 0] - x - width), 0.0)
    return np.where(off < PAD, np.sqrt(np.maximum(PAD**2 - off**2, 0.0)), np.nan)


def _above(outline: Floats, x: float, width: float) -> float:
    tops = outline[:, 1] - _rise(outline, x, width)
    return float(outline[:, 1].min() - PAD) if np.isnan(tops).all() else float(np.nanmin(tops))


def _below(outline: Floats, x: float, width: float) -> float:
    bottoms = outline[:, 1] + _rise(outline, x, width)
    return float(outline[:, 1].max() + PAD) if np.isnan(bottoms).all() else float(np.nanmax(bottoms))


def _obstacles(box: Box, frame: Box, taken: Floats, others: Sequence[Floats]) -> float:
    """Cost of what a box meets."""
    left, top, right, bottom = box
    cost = 0.0
    if top < frame[1] or bottom > frame[3] or left < frame[0] or right > frame[2]:
        cost += NEVER
    met = (taken[:, 0] < right + 3) & (left < taken[:, 2] + 3) & (taken[:, 1] < bottom + 3) & (top < taken[:, 3] + 3)
    corners = np.array([[left, top], [right, top], [right, bottom], [left, bottom]])
    near = sum(distance_between(corners, other) < PAD for other in others if may_meet(corners, other, PAD))
    return cost + NEVER * float(met.sum()) + 300.0 * near
