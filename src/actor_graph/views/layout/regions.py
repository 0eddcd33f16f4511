"""Regions: the hull of a circle's marks, its letter, and the place of its name."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from actor_graph.measures.graph import Floats, Ints
from actor_graph.views.layout.sizes import PAD

_TURN = np.linspace(0, 2 * np.pi, 25)[:-1]
_AROUND = np.stack([np.cos(_TURN), np.sin(_TURN)], axis=1)


@dataclass(frozen=True, eq=False)
class Region:
    """A circle of at least three networked actors on the map.

    ``hull`` is the convex hull of its marks (m × 2, no margin: the page strokes it 40 px wide with round joins), ``x``,
    ``y`` the left end of the name's box, whose bottom edge is ``PAD`` above the hull; ``width``, ``height`` its size.
    """

    cluster: int
    letter: str
    members: Ints
    hull: Floats
    name: str
    x: float
    y: float
    width: float
    height: float


def letter(place: int) -> str:
    """A … Z, then AA, AB, … for the 0-based place of a circle.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    return (letter(place // 26 - 1) if place >= 26 else "") + chr(65 + place % 26)


def convex_hull(points: Floats) -> Floats:
    """Corners of the convex hull (m × 2), in order around it (Andrew's monotone chain)."""
    ordered = np.unique(points, axis=0).tolist()

    def chain(run: list[list[float]]) -> list[list[float]]:
        kept: list[list[float]] = []
        for x, y in run:
            while len(kept) > 1 and _left_turn(kept[-2], kept[-1], [x, y]) <= 0:
                kept.pop()
            kept.append([x, y])
        return kept[:-1]

    return np.array(chain(ordered) + chain(ordered[::-1]) if len(ordered) > 2 else ordered).reshape(-1, 2)


def _left_turn(a: list[float], b: list[float], c: list[float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def hull_of_marks(at: Floats, reach: Floats) -> Floats:
    """The convex hull of circles around the marks."""
    return convex_hull((at[:, None, :] + reach[:, None, None] * _AROUND).reshape(-1, 2))


def distance_between(one: Floats, other: Floats) -> float:
    """Least distance between two convex polygons, 0 where they meet; by the widest gap along any side's normal.

    Exact where the nearest points lie on a side; between two corners it is a lower bound.
    """
    widest = 0.0
    for polygon in (one, other):
        along = np.roll(polygon, -1, axis=0) - polygon
        normal = np.stack([along[:, 1], -along[:, 0]], axis=1)
        length = np.hypot(normal[:, 0], normal[:, 1])
        normal = normal[length > 1e-9] / length[length > 1e-9, None]
        a, b = one @ normal.T, other @ normal.T
        gaps = np.maximum(a.min(0) - b.max(0), b.min(0) - a.max(0))
        widest = max(widest, float(gaps.max(initial=0.0)))
    return widest


def inside(hull: Floats, points: Floats, margin: float = PAD) -> Floats:
    """Whether each point lies in the convex hull widened by the margin (corners taken square)."""
    along = np.roll(hull, -1, axis=0) - hull
    normal = np.stack([along[:, 1], -along[:, 0]], axis=1) / np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)[:, None]
    normal *= np.sign(((hull.mean(0) - hull) * normal).sum(1) * -1)[:, None]
    return np.asarray(((points @ normal.T) - (hull * normal).sum(1) <= margin).all(axis=1))


def name_box(
    hull: Floats, width: float, height: float, frame: tuple[float, float, float, float], taken: Floats, others: list[Floats]
) -> tuple[float, float]:
    """The top left corner for a region's name: above the hull, or below where above is no room.

    Near the hull's top, inside the frame (left, top, right, bottom), over no box of ``taken`` (rows left, top, right,
    bottom) and, where it can be had, over no other region.
    """
    outline = _outline(hull)
    peak = float(outline[outline[:, 1] < outline[:, 1].min() + 8, 0].mean())
    left = np.arange(min(hull[:, 0].min() - PAD, peak - width / 2), max(hull[:, 0].max() + PAD - width, peak) + 1, 5.0)
    left = np.unique(np.clip(left, frame[0], max(frame[2] - width, frame[0])))
    tried = [(x, _above(outline, x, width) - height - 3, 0.0) for x in left]
    tried += [(x, _below(outline, x, width) + 3, 200.0) for x in left]
    costs = [
        extra + abs(x + width / 2 - peak) * 0.5 + _obstacles((x, y, x + width, y + height), frame, taken, others)
        for x, y, extra in tried
    ]
    x, y, _ = tried[int(np.argmin(costs))]
    return float(x), float(y)


def _outline(hull: Floats) -> Floats:
    """Points along the hull, at most 4 px apart."""
    ends = np.roll(hull, -1, axis=0)
    parts = [
        a + np.linspace(0, 1, int(np.hypot(*(b - a)) // 4) + 2)[:-1, None] * (b - a) for a, b in zip(hull, ends, strict=True)
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


def _obstacles(
    box: tuple[float, float, float, float], frame: tuple[float, float, float, float], taken: Floats, others: list[Floats]
) -> float:
    """Cost of what a box meets: the frame or a taken box (never), other regions (hardly)."""
    left, top, right, bottom = box
    cost = 0.0
    if top < frame[1] or bottom > frame[3] or left < frame[0] or right > frame[2]:
        cost += 1e5
    met = (taken[:, 0] < right + 3) & (left < taken[:, 2] + 3) & (taken[:, 1] < bottom + 3) & (top < taken[:, 3] + 3)
    corners = np.array([[left, top], [right, top], [right, bottom], [left, bottom]])
    near = sum(distance_between(corners, other) < PAD for other in others)
    return cost + 1e4 * float(met.sum()) + 300.0 * near
