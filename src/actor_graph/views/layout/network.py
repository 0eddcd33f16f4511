"""The network on its sheet: actors settle with room for their names, then the names are placed."""

from __future__ import annotations

import numpy as np

from actor_graph.measures.graph import Floats
from actor_graph.views.layout.arrangement import lay_ground
from actor_graph.views.layout.labels import Label, place_labels
from actor_graph.views.layout.regions import Region, hull_of_marks, letter, name_box
from actor_graph.views.layout.scene import Scene
from actor_graph.views.layout.sizes import EDGE, GAP, TOOLS
from actor_graph.views.layout.text import text_width

ROUNDS = 3
"""Names are placed, room is made for those left out, and they are placed again, so often."""
ROOMY = 0.6
"""The part of the sheet that marks and names together may ask for before names ask for less."""
NAME_HEIGHT = 22.0
"""Height of a region's name with its bar of kinds, in screen pixels."""

Pins = dict[int, tuple[float, float]]
Placed = tuple[Floats, dict[int, Label], tuple[Region, ...]]


def lay_network(scene: Scene, pins: Pins) -> Placed:
    """Positions, labels and regions of the networked actors; of several rounds the one with most names."""
    if scene.graph.n == 0:
        return np.zeros((0, 2)), {}, ()
    box = _wished_boxes(scene)
    footprint = (box[:, 0] + box[:, 2] + GAP) * (box[:, 1] + box[:, 3] + GAP)
    ground = lay_ground(
        scene.graph, scene.groups, scene.has_region, scene.reach, footprint, scene.sheet, pins=pins, seed=scene.seed
    )
    at = np.round(ground.settled(ground.start, box, seed=scene.seed, heat=1.0), 2)
    best = _named(scene, at)
    for _ in range(ROUNDS if len(scene.ranked) == scene.graph.n else 0):
        box = _boxes_of(scene, best[1], box)
        at = np.round(ground.settled(at, box, seed=scene.seed, heat=0.05), 2)
        again = _named(scene, at)
        best = max(best, again, key=lambda placed: len(placed[1]))
    return best


def _wished_boxes(scene: Scene) -> Floats:
    """How far each mark and its name, centered below, reach left, up, right, down; less where the sheet is full."""
    reach, zoom, names = scene.reach, scene.sheet.zoom, scene.names
    taking_part = np.isin(np.arange(scene.graph.n), scene.ranked) & (len(scene.ranked) == scene.graph.n)
    wide, tall = taking_part * names.width / zoom, taking_part * (names.height + 3) / zoom
    asked = ((np.maximum(wide, 2 * reach) + GAP) * (2 * reach + tall + GAP)).sum()
    share = min(1.0, float(np.sqrt(ROOMY * scene.sheet.width * scene.sheet.height / max(asked, 1.0))))
    side = np.maximum(reach, wide * share / 2)
    return np.stack([side, reach, side, reach + tall * share], axis=1)


def _boxes_of(scene: Scene, labels: dict[int, Label], wished: Floats) -> Floats:
    """Boxes around marks with the names where they were placed; as wished for those left out."""
    box, zoom = wished.copy(), scene.sheet.zoom
    for i, label in labels.items():
        r = scene.reach[i]
        ends = (-label.dx, -label.dy, label.dx + label.width, label.dy + label.height)
        box[i] = [max(r, end / zoom) for end in ends]
    return box


def _named(scene: Scene, at: Floats) -> Placed:
    """The regions around given positions, and the names that find a place there."""
    sheet, regions = scene.sheet, _regions(scene, at)
    taken = np.array([[r.x, r.y, r.x + r.width, r.y + r.height] for r in regions]).reshape(-1, 4)
    z = sheet.zoom
    frame = (2.0, TOOLS - 4, sheet.width * z - 2, sheet.height * z - 2)
    labels = place_labels(
        scene.graph, at * z, scene.reach * z, scene.names, scene.ranked, taken * z, frame, seed=scene.seed,
        trials=24 if scene.graph.n <= 150 else 8,
    )
    return at, labels, regions


def _regions(scene: Scene, at: Floats) -> tuple[Region, ...]:
    """Hulls and names of the circles of three and more, the largest named first."""
    sheet, z = scene.sheet, scene.sheet.zoom
    places = np.flatnonzero(scene.has_region)
    members = [np.flatnonzero(scene.groups == g) for g in places]
    hulls = [hull_of_marks(at[m], scene.reach[m]) for m in members]
    frame = (EDGE / z, (TOOLS - 4) / z, sheet.width - EDGE / z, sheet.height - EDGE / z)
    taken = np.column_stack([at - scene.reach[:, None], at + scene.reach[:, None]])
    regions: list[Region] = []
    for k, g in enumerate(places):
        width = text_width(scene.region_names[k], bold=True) / z
        x, y = name_box(hulls[k], width, NAME_HEIGHT / z, frame, taken, hulls[:k] + hulls[k + 1 :])
        taken = np.vstack([taken, [x, y, x + width, y + NAME_HEIGHT / z]])
        regions.append(
            Region(int(scene.numbers[g]), letter(k), members[k], hulls[k], scene.region_names[k], x, y, width, NAME_HEIGHT / z)
        )
    return tuple(regions)
