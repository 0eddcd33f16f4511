"""Regions: the hull of a circle's marks, its letter, and the place of its name."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from actor_graph.measures.graph import Floats, Ints

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


def may_meet(one: Floats, other: Floats, margin: float) -> bool:
    """Whether two hulls, each in an upright box, come nearer than the margin."""
    return bool(((one.min(0) - margin < other.max(0)) & (other.min(0) - margin < one.max(0))).all())
