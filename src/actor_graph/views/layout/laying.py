"""A landscape laid out: positions of all actors, regions of the circles, names beside the marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from actor_graph.measures.graph import Bools, Floats, Graph, Ints
from actor_graph.measures.isolation import NETWORKED
from actor_graph.views.layout.areas import beside, on_row
from actor_graph.views.layout.arrangement import Sheet
from actor_graph.views.layout.labels import Label
from actor_graph.views.layout.network import lay_network
from actor_graph.views.layout.regions import Region
from actor_graph.views.layout.scene import Scene, cut_scene
from actor_graph.views.layout.sizes import EDGE, reaches
from actor_graph.views.layout.spots import Names, measure_names


@dataclass(frozen=True, eq=False)
class Layout:
    """Where everything stands, in map pixels from the top left of the map area.

    ``width`` × ``height`` is the frame that holds the network; it is larger than asked for where many actors need the
    room, and ``zoom`` (≤ 1) is the scale at which it fits the size asked for. ``x``, ``y`` hold every actor in the
    order of the graph; those beside the network have x > width. Labels are in screen pixels, placed for ``zoom``; None
    where an actor's name finds no place or the actor is not networked. ``names`` has every actor's lines and their box.
    """

    width: float
    height: float
    zoom: float
    x: Floats
    y: Floats
    regions: tuple[Region, ...]
    labels: tuple[Label | None, ...]
    names: Names


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
    betweenness: Floats | None = None,
    region_names: Mapping[int, tuple[str, str]] | None = None,
) -> Layout:
    """Lay out a landscape: positions of all actors, regions of the circles, names beside the marks.

    Parameters
    ----------
    clusters, status
        Circle of each actor (−1: none) and status as in `measures.isolation`; only networked actors are laid out as a
        network, the others stand in columns on the right.
    radii, names
        Radius of each mark at zoom 1 (see `radii`) and name of each actor.
    seed
        The same input and seed give the same layout, on any number of threads.
    pinned
        Places (by actor) that stay exactly as given. A networked actor pinned to a row right of the sheet and of the
        network is placed anew, since it was beside the network then, unless most pins lie there.
    top, mandate
        Central actors and hubs by mandate: both have a ring, and their names come first.
    region_names
        By cluster number what will be written above its region: letter with name, and a word that may be dropped; else
        the letter and the strongest actor.

    Two marks never touch, regions keep 24 px apart (pins may force otherwise), and no label covers a mark, a region's
    name or another label.
    """
    inside = np.asarray(status) == NETWORKED
    members = np.flatnonzero(inside)
    bold = _either(top, mandate, graph.n)
    reach = reaches(np.asarray(radii, dtype=np.float64), bold)
    written = measure_names([str(name) for name in names], bold)
    scene = cut_scene(graph, clusters, inside, reach, written, bold, betweenness, region_names, (width, height), seed)
    pins = {int(i): (float(x), float(y)) for i, (x, y) in (pinned or {}).items()}
    scene, held = _held(scene, members, pins, width, height)
    network = lay_network(scene, held)
    sheet = network.sheet
    x, y = beside(graph, np.asarray(status), sheet.width)
    x[members], y[members] = network.at.T
    for i, (px, py) in pins.items():
        if not inside[i]:
            x[i], y[i] = px, py
    placed: list[Label | None] = [None] * graph.n
    for i, label in network.labels.items():
        placed[members[i]] = label
    regions = tuple(replace(region, members=members[region.members]) for region in network.regions)
    return Layout(sheet.width, sheet.height, sheet.zoom, x, y, regions, tuple(placed), written)


def _either(top: Bools | None, mandate: Bools | None, n: int) -> Bools:
    """Who wears a ring."""
    nobody = np.zeros(n, dtype=np.bool_)
    return np.asarray(nobody if top is None else top, dtype=np.bool_) | (
        nobody if mandate is None else np.asarray(mandate, dtype=np.bool_)
    )


def _held(
    scene: Scene, members: Ints, pins: dict[int, tuple[float, float]], width: float, height: float
) -> tuple[Scene, dict[int, tuple[float, float]]]:
    """The pins of the networked actors by their place among them, and a sheet large enough to hold these."""
    place = {int(i): k for k, i in enumerate(members)}
    ours = {place[i]: spot for i, spot in pins.items() if i in place}
    outside = _stood_beside(ours, scene.sheet.width)
    if len(outside) <= len(ours) / 2:
        ours = {k: spot for k, spot in ours.items() if k not in outside}
    if not ours:
        return scene, {}
    right, bottom = np.max(list(ours.values()), axis=0) + 2 * EDGE
    zoom = min(scene.sheet.zoom, width / max(float(right), 1.0), height / max(float(bottom), 1.0))
    return replace(scene, sheet=Sheet(width / zoom, height / zoom, zoom)), ours


def _stood_beside(pins: dict[int, tuple[float, float]], width: float) -> set[int]:
    """Whose pin is a row beside the network: right of the sheet and of all pins that are on no row."""
    loose = [x for x, y in pins.values() if not on_row(y)]
    edge = max([width, *loose])
    return {k for k, (x, y) in pins.items() if on_row(y) and x > edge}
