"""Where the networked actors stand: circles in cells of the sheet, actors inside their cell."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from actor_graph.measures.graph import Bools, Floats, Graph, Ints
from actor_graph.views.layout.cells import cells, half_planes
from actor_graph.views.layout.distances import all_steps
from actor_graph.views.layout.settling import Forces, settle
from actor_graph.views.layout.sizes import APART, EDGE, GAP, NAME_BAND, PAD, TOOLS
from actor_graph.views.layout.stress import stress_layout


@dataclass(frozen=True, eq=False)
class Sheet:
    """The frame that the network fills: its size in map pixels, and how many of them make a screen pixel.

    A frame larger than the screen's (``zoom`` under 1) is what many actors need; the page scales it down.
    """

    width: float
    height: float
    zoom: float

    def larger(self, factor: float) -> Sheet:
        """A sheet of the same proportions that the page scales down by the factor."""
        return Sheet(self.width * factor, self.height * factor, self.zoom / factor)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of what marks and regions may fill."""
        edge = EDGE / self.zoom
        return edge, TOOLS / self.zoom, self.width - edge, self.height - edge


def _wished_areas(groups: Ints, footprint: Floats, has_region: Bools, zoom: float) -> Floats:
    """Area of each circle's cell: room for its marks and names, the margins of its region, the band of its name."""
    room = np.sqrt(np.bincount(groups, weights=footprint, minlength=len(has_region)))
    margin = np.where(has_region, 2 * PAD + APART, APART)
    band = np.where(has_region, NAME_BAND / zoom, 0.0)
    return np.asarray((room + margin) * (room + margin + band))


def fit_sheet(width: float, height: float, groups: Ints, marks: Floats, has_region: Bools) -> Sheet:
    """The smallest sheet of the given proportions, at least the given size, in which all marks have room."""
    zoom = 1.0
    for _ in range(40):
        sheet = Sheet(width / zoom, height / zoom, zoom)
        left, top, right, bottom = sheet.box
        if _wished_areas(groups, marks, has_region, zoom).sum() <= 0.85 * (right - left) * (bottom - top):
            break
        zoom /= 1.08
    return sheet


def _turned(at: Floats, groups: Ints, sheet: Sheet) -> Floats:
    """Turn the drawing so that it is as wide as the sheet is and the first circle stands at the top left."""
    centered = at - at.mean(axis=0)
    best, least = centered, np.inf
    left, top, right, bottom = sheet.box
    for angle in np.arange(0, 180, 15) * np.pi / 180:
        turned = centered @ np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        extent = np.ptp(turned, axis=0) / (right - left, bottom - top)
        if extent.max() < least - 1e-9:
            best, least = turned, float(extent.max())
    first = best[groups == 0].mean(axis=0)
    return np.asarray(best * np.where(first > 0, -1.0, 1.0))


def _centers(at: Floats, groups: Ints, count: int) -> Floats:
    size = np.bincount(groups, minlength=count)
    return np.stack([np.bincount(groups, weights=at[:, c], minlength=count) / size for c in (0, 1)], axis=1)


def _sites(at: Floats, groups: Ints, count: int, sheet: Sheet) -> Floats:
    """Centers of the circles, stretched over the sheet."""
    sites = _centers(at, groups, count)
    left, top, right, bottom = sheet.box
    low, span = sites.min(axis=0), np.maximum(np.ptp(sites, axis=0), 1e-9)
    spread = 0.1 + 0.8 * (sites - low) / span if count > 1 else np.full((1, 2), 0.5)
    return np.asarray(spread * (right - left, bottom - top) + (left, top))


def _inner_planes(cell: Floats, sheet: Sheet, region: bool) -> Floats:
    """Half planes of a cell, moved inwards by the region's margin, half the distance of regions and the name band."""
    planes = half_planes(cell)
    left, top, right, bottom = sheet.box
    away = np.array([_on_edge(plane, (left, top, right, bottom)) for plane in planes])
    margin = np.where(away, 0.0, APART / 2) + (PAD if region else 2.0)
    margin += (NAME_BAND / sheet.zoom if region else 0.0) * np.maximum(0.0, -planes[:, 1])
    return np.column_stack([planes[:, :2], planes[:, 2] - margin])


def _on_edge(plane: Floats, box: tuple[float, float, float, float]) -> bool:
    a, b, c = plane
    sides = ((-1, 0, -box[0]), (0, -1, -box[1]), (1, 0, box[2]), (0, 1, box[3]))
    return any(abs(a - p) + abs(b - q) < 1e-6 and abs(c - r) < 0.01 for p, q, r in sides)


def _into_cell(at: Floats, cell: Floats) -> Floats:
    """Move and scale a circle's drawing so that it lies in the middle of its cell and fills about half of it."""
    middle, spread = cell.mean(axis=0), np.maximum(np.ptp(cell, axis=0), 1.0)
    centered = at - at.mean(axis=0)
    extent = max(float(np.abs(centered).max(initial=0.0)), 1e-9)
    return np.asarray(middle + centered / extent * spread * 0.33)


def _inner_pairs(graph: Graph, groups: Ints, sizes: Floats) -> tuple[Ints, Floats]:
    """All pairs within a circle and their wished distances: steps inside it × the length that fills its cell."""
    pairs, wished = [np.zeros((0, 2), dtype=np.int64)], [np.zeros(0)]
    for g, size in enumerate(sizes):
        members = np.flatnonzero(groups == g)
        i, j = np.triu_indices(len(members), 1)
        d = all_steps(graph.induced(groups == g))[i, j].astype(np.float64)
        if len(d):
            pairs.append(np.stack([members[i], members[j]], axis=1))
            wished.append(d * size / np.sqrt((d**2).mean()))
    return np.concatenate(pairs), np.concatenate(wished)


@dataclass(frozen=True, eq=False)
class Ground:
    """The networked actors in their cells: what `settle` needs, sorted by circle, and the way back."""

    order: Ints
    back: Ints
    forces: Forces
    start: Floats

    def settled(self, at: Floats, box: Floats, taken: Floats, *, seed: int, heat: float) -> Floats:
        """Positions from given ones after settling with room for ``box`` (reach of names left, up, right, down).

        ``taken``: boxes (left, top, right, bottom) that marks leave free.
        """
        forces = replace(self.forces, box=np.ascontiguousarray(box[self.order]), taken=taken)
        return settle(at[self.order], forces, gap=GAP, seed=seed, heat=heat)[self.back]


def lay_ground(
    graph: Graph,
    groups: Ints,
    has_region: Bools,
    reach: Floats,
    footprint: Floats,
    sheet: Sheet,
    *,
    pins: dict[int, tuple[float, float]],
    seed: int,
) -> Ground:
    """Divide the sheet among the circles (``groups``, numbered from 0) of the networked actors of a graph.

    Global stress gives the arrangement of the circles, a power diagram a cell for each by the room that its members
    need. With pins the cells lie around the circles as pinned.
    """
    order = np.argsort(groups, kind="stable")
    back = np.argsort(order, kind="stable")
    count = len(has_region)
    wished = _wished_areas(groups, footprint, has_region, sheet.zoom)
    if pins:
        at = _around_pins(graph, pins, sheet, seed)
        polygons = cells(_centers(at, groups, count), wished, sheet.box, rounds=0)
    else:
        at = _turned(stress_layout(graph, seed=seed), groups, sheet)
        polygons = cells(_sites(at, groups, count, sheet), wished, sheet.box)
        for g, cell in enumerate(polygons):
            at[groups == g] = _into_cell(at[groups == g], cell)
    planes = [_inner_planes(cell, sheet, bool(has_region[g])) for g, cell in enumerate(polygons)]
    sizes = np.array([0.5 * np.sqrt(max(np.ptp(c[:, 0]) * np.ptp(c[:, 1]), 1.0)) if len(c) else 50.0 for c in polygons])
    pairs, distance = _inner_pairs(graph, groups, sizes)
    u, v, _ = graph.ties()
    fixed = np.isin(order, list(pins))
    forces = Forces(
        reach[order],
        np.stack([reach[order]] * 4, axis=1),
        groups[order],
        back[pairs],
        distance,
        back[np.stack([u, v], axis=1)],
        np.concatenate(planes),
        np.cumsum([0, *map(len, planes)]),
        np.array(sheet.box),
        np.zeros((0, 4)),
        fixed,
    )
    return Ground(order, back, forces, at)


def _around_pins(graph: Graph, pins: dict[int, tuple[float, float]], sheet: Sheet, seed: int) -> Floats:
    """Pinned actors on their pins, the others amid their partners already placed, strangers in the middle."""
    at, random = np.full((graph.n, 2), np.nan), np.random.default_rng(seed)
    at[list(pins)] = list(pins.values())
    for _ in range(graph.n):
        start = np.repeat(np.arange(graph.n), graph.degree)
        known = ~np.isnan(at[graph.indices, 0]) & np.isnan(at[start, 0])
        if not known.any():
            break
        count = np.bincount(start[known], minlength=graph.n)
        for c in (0, 1):
            total = np.bincount(start[known], weights=at[graph.indices[known], c], minlength=graph.n)
            at[count > 0, c] = total[count > 0] / count[count > 0] + random.normal(0, 20, int((count > 0).sum()))
    rest = np.isnan(at[:, 0])
    at[rest] = np.array([sheet.width, sheet.height]) / 2 + random.normal(0, 40, (int(rest.sum()), 2))
    return at
