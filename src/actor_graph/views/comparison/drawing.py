"""The small maps of a page, side by side on one scale: a mark of one size means one number of partners in all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import cos, pi, sin, sqrt
from typing import Any

from actor_graph.scheme import Scheme, default_scheme
from actor_graph.views.map.looks import PALETTE, SHARED, Kind, Look, kinds, wanted

MOST = 40
"""So many maps at most stand on a page."""
SCALE, LEAST, MARGIN = 0.5, 2.2, 10.0
"""Pixels of the page per pixel of a map; the smallest mark; the room around a network."""
LARGEST = 15.0
MIXED = tuple(
    Look(look.light, look.dark, PALETTE[(i + step) % len(PALETTE)].shape)
    for step in range(len(PALETTE))
    for i, look in enumerate(PALETTE)
)
"""Each color with each shape: first the looks of the map, then each color with the shape of the next, and so on."""
Mapped = Mapping[str, Any]


@dataclass(frozen=True)
class Mark:
    """A mark: its place, its size and its look by number."""

    x: float
    y: float
    r: float
    look: str
    path: str


@dataclass(frozen=True)
class SmallMap:
    """A picture ready to be drawn, in pixels of the page."""

    width: float
    height: float
    marks: Sequence[Mark]
    ties: str
    lines: int
    """How many ties are drawn."""


def drawn(maps: Sequence[Mapped | None], schemes: Sequence[Scheme]) -> tuple[list[SmallMap | None], list[Kind]]:
    """The pictures, and the kinds in them, looks dealt among all cities, so that a kind looks the same in each.

    ``schemes`` are those that the cities were read with.
    """
    types: Counter[str | None] = Counter()
    for one in maps:
        if one is not None:
            types.update(None if mark[3] < 0 else one["types"][mark[3]] for mark in one["marks"])
    shown = told_apart(kinds(types.elements(), schemes[0] if schemes else default_scheme()), schemes)
    looks = {kind.key: kind.look for kind in shown}
    degree = max((mark[2] for one in maps if one is not None for mark in one["marks"]), default=1)
    unit = min(LARGEST / sqrt(max(degree, 1)), 5.0)
    return [None if one is None else _small(one, looks, unit) for one in maps], shown


def _small(one: Mapped, looks: Mapping[str | None, Look], unit: float) -> SmallMap:
    marks = one["marks"]
    left, top = min(mark[0] for mark in marks), min(mark[1] for mark in marks)
    at = [(MARGIN + SCALE * (x - left), MARGIN + SCALE * (y - top)) for x, y, *_ in marks]
    made = [
        Mark(
            round(x, 1),
            round(y, 1),
            round(max(LEAST, unit * SCALE * sqrt(degree)), 1),
            look_of(look),
            SHAPES[look.shape],
        )
        for (x, y), (_, _, degree, kind) in zip(at, marks, strict=True)
        for look in [looks[None if kind < 0 else one["types"][kind]]]
    ]
    lines = "".join(f"M{at[a][0]:.1f} {at[a][1]:.1f}L{at[b][0]:.1f} {at[b][1]:.1f}" for a, b in one["ties"])
    width, height = (max(values) + MARGIN for values in zip(*at, strict=True))
    return SmallMap(round(width, 1), round(height, 1), made, lines, len(one["ties"]))


def told_apart(shown: Sequence[Kind], schemes: Sequence[Scheme] = ()) -> list[Kind]:
    """The kinds, each with a look of its own: those that a scheme knows as on every map, however many there are.

    All others get what no kind of the schemes has, first of all the looks of a map, then a color with the shape of
    another. No two have both color and shape in common: of those that share a color the shapes, of those that share a
    shape the colors can be told apart.
    """
    named: dict[str, Look] = {}
    for scheme in schemes:
        for key, spec in scheme.types.items():
            look = wanted(spec)
            if look is not None and not any(_alike(look, other) for other in named.values()):
                named.setdefault(key, look)
    free = (look for look in MIXED if not any(_alike(look, other) for other in named.values()))
    return [
        kind if kind.key is None else replace(kind, look=named.get(kind.key) or next(free, SHARED)) for kind in shown
    ]


def _alike(one: Look, other: Look) -> bool:
    return (look_of(one), one.shape) == (look_of(other), other.shape)


def look_of(look: Look) -> str:
    """The name of a color in the style sheet; one that a scheme has by itself stands under that of its shape."""
    known = (*PALETTE, SHARED)
    found = [i for i, one in enumerate(known) if one.light == look.light]
    found += [i for i, one in enumerate(known) if one.shape == look.shape]
    return f"look-{found[0] if found else len(PALETTE)}"


def _polygon(corners: int, turn: float, inner: float = 0.0) -> str:
    """A regular polygon, or a star with this inner radius, of the area of a circle of radius 1."""
    count = 2 * corners if inner else corners
    radii = [inner if inner and i % 2 else 1.0 for i in range(count)]
    area = sum(radii[i] * radii[(i + 1) % count] for i in range(count)) * sin(2 * pi / count) / 2
    size = sqrt(pi / area)
    points = [
        (size * r * cos(turn + 2 * pi * i / count), size * r * sin(turn + 2 * pi * i / count))
        for i, r in enumerate(radii)
    ]
    return "M" + "L".join(f"{x:.3f} {y:.3f}" for x, y in points) + "Z"


_ARM = sqrt(pi / 5)
SHAPES: Mapping[str, str] = {
    "circle": "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1 -1 0Z",
    "triangle": _polygon(3, -pi / 2),
    "triangleDown": _polygon(3, pi / 2),
    "square": _polygon(4, pi / 4),
    "diamond": _polygon(4, 0),
    "hexagon": _polygon(6, 0),
    "star": _polygon(5, -pi / 2, 0.45),
    "cross": "M" + "L".join(
        f"{x * _ARM:.3f} {y * _ARM:.3f}"
        for x, y in ((-.5, -1.5), (.5, -1.5), (.5, -.5), (1.5, -.5), (1.5, .5), (.5, .5), (.5, 1.5), (-.5, 1.5),
                     (-.5, .5), (-1.5, .5), (-1.5, -.5), (-.5, -.5))
    ) + "Z",
    "pill": "M-0.88 -0.7L0.88 -0.7A0.7 0.7 0 0 1 0.88 0.7L-0.88 0.7A0.7 0.7 0 0 1 -0.88 -0.7Z",
}  # fmt: skip
"""Each shape around the origin, of the area of a circle of radius 1."""
