"""Where names may stand: broken into lines in several ways, on eight sides of their mark, near and further out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from actor_graph.measures.graph import Bools, Floats, Ints
from actor_graph.views.layout.text import map_names, text_width, wrap

SIDES = ("right", "left", "below", "above", "below right", "above right", "below left", "above left")
ACROSS = np.array([1, -1, 0, 0, 1, 1, -1, -1], dtype=np.float64)
DOWN = np.array([0, 0, 1, -1, 1, -1, 1, -1], dtype=np.float64)
RINGS = np.array([3.0, 11.0, 20.0, 32.0])
SHIFTED = 0.3
"""A name on one of the first four sides may also stand this part of its size further along the mark."""
SHIFTS = 8.0
"""What a shifted place costs beside one that is not."""
WRAPS = ((26, 2, 4.0), (13, 3, 5.0))
"""Other ways to break a name: about so many characters in a line, at most so many lines, and what it costs."""


@dataclass(frozen=True, eq=False)
class Names:
    """The names of the actors for the map, whole and as lines, and the box that each needs, in screen pixels."""

    whole: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    width: Floats
    height: Floats
    size: Floats
    line: Floats
    bold: Bools

    def wrapped(self, limit: int, most: int) -> Names:
        """The same names in other lines; one that would be cut keeps its lines."""
        tried = [wrap(name, limit, most) for name in self.whole]
        kept = tuple(
            other if not other or not other[-1].endswith("…") else lines
            for other, lines in zip(tried, self.lines, strict=True)
        )
        return _measured(self.whole, kept, self.bold)

    def of(self, members: Ints) -> Names:
        """The names of some actors, in their order."""
        whole, lines = tuple(self.whole[i] for i in members), tuple(self.lines[i] for i in members)
        width, height, size, line = (part[members] for part in (self.width, self.height, self.size, self.line))
        return Names(whole, lines, width, height, size, line, self.bold[members])


def measure_names(names: Sequence[str], top: Bools) -> Names:
    """Break the names into lines and estimate their boxes; central actors stand in 13 px bold, others in 12 px."""
    whole = tuple(map_names(names))
    lines = tuple(wrap(name, 20 if t else 18) for name, t in zip(whole, top, strict=True))
    return _measured(whole, lines, np.asarray(top))


def _measured(whole: tuple[str, ...], lines: tuple[tuple[str, ...], ...], top: Bools) -> Names:
    size, line = np.where(top, 13.0, 12.0), np.where(top, 15.0, 14.0)
    wide = [max(text_width(x, s, bold=bool(t)) for x in part) for part, s, t in zip(lines, size, top, strict=True)]
    tall = line * [len(part) for part in lines]
    return Names(whole, lines, np.array(wide, dtype=np.float64), np.asarray(tall), size, line, np.asarray(top))


@dataclass(frozen=True, eq=False)
class Places:
    """Where names may stand: per actor and place box (left, top, right, bottom), cost; per place side, ring, wrap."""

    boxes: Floats
    side: Ints
    ring: Ints
    wrap: Ints
    cost: Floats


def candidates(reach: Floats, names: Sequence[Names], chosen: Ints) -> Places:
    """The places of the chosen actors' names, relative to the marks' centers, in each way to wrap them."""
    rings, sides = np.repeat(np.arange(len(RINGS)), 8), np.tile(np.arange(8), len(RINGS))
    parts = []
    for way, (called, cost) in enumerate(zip(names, (0.0, *(cost for _, _, cost in WRAPS)), strict=False)):
        boxes = _around(reach, called, chosen)
        same = [way > 0 and called.lines[i] == names[0].lines[i] for i in chosen]
        dear = np.where(same, np.inf, cost)[:, None]
        parts.append((boxes, sides, rings, way, 1.0 * sides + 14.0 * rings + dear))
        first, step = (sides < 4) & (rings < 2), np.stack([called.width[chosen], called.height[chosen]], axis=1)
        for sign in (-1.0, 1.0):
            along = np.where((DOWN[sides[first]] != 0)[:, None], [1.0, 0.0], [0.0, 1.0])
            moved = np.tile(sign * SHIFTED * step[:, None, :] * along, 2)
            costs = SHIFTS + 1.0 * sides[first] + 14.0 * rings[first] + dear
            parts.append((boxes[:, first] + moved, sides[first], rings[first], way, costs))
    return Places(
        np.concatenate([boxes for boxes, *_ in parts], axis=1),
        np.concatenate([side for _, side, *_ in parts]),
        np.concatenate([ring for _, _, ring, *_ in parts]),
        np.concatenate([np.full(len(side), way) for _, side, _, way, _ in parts]),
        np.concatenate([cost for *_, cost in parts], axis=1),
    )


def _around(reach: Floats, names: Names, chosen: Ints) -> Floats:
    """Boxes (chosen × rings·sides × left, top, right, bottom) relative to the mark's center, nearest ring first."""
    out = (reach[chosen, None] + RINGS)[:, :, None]
    w, h = names.width[chosen, None, None], names.height[chosen, None, None]
    slant = np.where((ACROSS != 0) & (DOWN != 0), 0.75, 1.0)
    x = ACROSS * (out * slant + w / 2)
    y = DOWN * (out * slant + h / 2)
    y = np.where((DOWN != 0) & (ACROSS != 0), DOWN * (out * 0.5 + h / 2), y)
    return np.stack([x - w / 2, y - h / 2, x + w / 2, y + h / 2], axis=-1).reshape(len(chosen), -1, 4)
