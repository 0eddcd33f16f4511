"""Landscapes to lay out, and what must hold of every layout, checked by plain geometry."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

import numpy as np

from actor_graph.measures import clusters, dominance, isolation
from actor_graph.measures.graph import Floats, Graph, Ints
from actor_graph.views.layout import Layout, lay_out, radii

WORDS = (
    "Haus der Kulturen Musterstadt e. V.", "Клуб «Мост» – Russischsprachiger Kulturverein", "AWO",
    "Deutsch-Türkischer Freundschaftsverein", "ማሕበር ኤርትራውያን ስደተኛታት", "Weltladen am Markt", "Jugendamt", "בית התרבות",
    "Hochschule Musterstadt, International Office", "Solar für Kamerun", "Büro für Internationales und Partnerschaften",
    "Partnerschaftsverein Musterstadt–Tanga gGmbH", "Ghana Union",
    "جمعية الأمل – Verein Hoffnung", "Kath. Pfarrei St. Josef", "国際交流協会",
)  # fmt: skip


def names_for(n: int) -> list[str]:
    """As many names as actors, of all lengths and scripts."""
    return [WORDS[i % len(WORDS)] + ("" if i < len(WORDS) else f" {i}") for i in range(n)]


def graph_of(n: int, ties: Sequence[tuple[int, int]]) -> Graph:
    """The graph of n actors with these ties."""
    ends = np.array(ties, dtype=np.int64).reshape(-1, 2)
    return Graph.from_ties(n, ends[:, 0], ends[:, 1])


def city(networked: int, outside: int, *, circles: int = 5, seed: int = 1) -> Graph:
    """A city like the one in the design: circles around a hub, some ties between them, pairs and isolates outside."""
    random = np.random.default_rng(seed)
    circle = np.sort(random.integers(0, circles, networked))
    hub = np.searchsorted(circle, circle)
    ties = [(int(h), i) for i, h in enumerate(hub) if i != h]
    for i in range(networked):
        if random.random() < 0.7:
            ties.append((i, int(random.choice(np.flatnonzero(circle == circle[i])))))
        if random.random() < 0.45:
            ties.append((i, int(random.integers(networked))))
    ties += [(int(a), int(b)) for a, b in zip(np.unique(hub)[:-1], np.unique(hub)[1:], strict=True)]
    ties += [(networked + i, networked + i + 1) for i in range(0, outside // 2, 3)]
    return graph_of(networked + outside, ties)


def laid_out(graph: Graph, names: Sequence[str] | None = None, **options: Any) -> Layout:
    """The layout that the map asks for."""
    called = list(names or names_for(graph.n))
    found = clusters.clusters(graph, [str(i) for i in range(graph.n)])
    status = isolation.status(graph, answered=None)
    return lay_out(graph, found, status, radii(graph.degree), called, top=dominance.top_dogs(graph), **options)


def networked(graph: Graph) -> Ints:
    """The places of the networked actors."""
    return np.flatnonzero(isolation.status(graph, answered=None) == isolation.NETWORKED)


def least_gap(layout: Layout, radius: Floats, members: Ints) -> float:
    """The least distance between the edges of two marks."""
    at = np.stack([layout.x, layout.y], axis=1)[members]
    apart = np.hypot(*(at[:, None] - at).transpose(2, 0, 1)) - radius[members][:, None] - radius[members]
    return float(apart[np.triu_indices(len(members), 1)].min(initial=np.inf))


def least_region_distance(layout: Layout) -> float:
    """The least distance between two hulls, from points every pixel along their outlines."""
    outlines = [_points(region.hull) for region in layout.regions]
    return min(
        (float(np.hypot(*(a[:, None] - b).transpose(2, 0, 1)).min()) for a, b in combinations(outlines, 2)),
        default=np.inf,
    )


def _points(hull: Floats) -> Floats:
    ends = np.roll(hull, -1, axis=0)
    lengths = np.hypot(*(ends - hull).T)
    return np.concatenate(
        [a + np.linspace(0, 1, int(d) + 2)[:, None] * (b - a) for a, b, d in zip(hull, ends, lengths, strict=True)]
    )


def label_boxes(layout: Layout) -> dict[int, tuple[float, float, float, float]]:
    """Each label's box (left, top, right, bottom) in screen pixels."""
    boxes = {}
    for i, label in enumerate(layout.labels):
        if label is not None:
            left, top = layout.x[i] * layout.zoom + label.dx, layout.y[i] * layout.zoom + label.dy
            boxes[i] = (left, top, left + label.width, top + label.height)
    return boxes


def overlapping_labels(layout: Layout, radius: Floats, members: Ints) -> list[tuple[Any, Any]]:
    """Pairs of a label and what it covers: another label, a mark, the name of a region."""
    boxes, z = label_boxes(layout), layout.zoom
    heads = {
        region.letter: (region.x * z, region.y * z, (region.x + region.width) * z, (region.y + region.height) * z)
        for region in layout.regions
    }
    pairs: list[tuple[Any, Any]] = [(i, j) for i, j in combinations(boxes, 2) if _meet(boxes[i], boxes[j])]
    pairs += [(i, head) for i in boxes for head in heads if _meet(boxes[i], heads[head])]
    return pairs + [(i, int(v)) for i in boxes for v in members if _covers(boxes[i], layout, radius, int(v))]


def _meet(one: Sequence[float], other: Sequence[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _covers(box: Sequence[float], layout: Layout, radius: Floats, v: int) -> bool:
    x, y = layout.x[v] * layout.zoom, layout.y[v] * layout.zoom
    dx, dy = max(box[0] - x, 0, x - box[2]), max(box[1] - y, 0, y - box[3])
    return bool(np.hypot(dx, dy) < radius[v] * layout.zoom)
