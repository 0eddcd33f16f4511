"""The network on its sheet: actors settle with room for their names, then the names are placed."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from actor_graph.measures.graph import Floats
from actor_graph.views.layout.arrangement import Sheet, lay_ground
from actor_graph.views.layout.headings import name_box
from actor_graph.views.layout.labels import Label, place_labels
from actor_graph.views.layout.regions import Region, distance_between, hull_of_marks, may_meet
from actor_graph.views.layout.scene import Scene
from actor_graph.views.layout.settling import nearest_marks
from actor_graph.views.layout.sizes import APART, EDGE, GAP, PAD, TOOLS
from actor_graph.views.layout.text import cut, text_width

ROUNDS = 8
"""Names are placed, room is made for those left out, and they are placed again, so often."""
LARGER = 6
"""So often the sheet may grow where marks or regions come too near."""
ROOMY = 0.6
"""The part of the sheet that marks and names together may ask for before names ask for less."""
NAME_HEIGHT = 22.0
"""Height of a region's name with its bar of kinds, in screen pixels."""

LEAST_HEADING = 44.0
"""Least width of a region's name, in screen pixels: the bar of kinds under it stays readable."""

Pins = dict[int, tuple[float, float]]


@dataclass(frozen=True, eq=False)
class Network:
    """Positions of the networked actors, their labels, the regions, and what the places of all names cost."""

    at: Floats
    labels: dict[int, Label]
    regions: tuple[Region, ...]
    cost: float
    sheet: Sheet


def lay_network(scene: Scene, pins: Pins) -> Network:
    """Positions, labels and regions of the networked actors, on a larger sheet where they would be too near."""
    if scene.graph.n == 0:
        return Network(np.zeros((0, 2)), {}, (), 0.0, scene.sheet)
    network = _laid(scene, pins)
    for _ in range(LARGER if not pins else 0):
        if _kept_apart(scene, network):
            break
        scene = replace(scene, sheet=scene.sheet.larger(1.12))
        network = _laid(scene, pins)
    return network


def _kept_apart(scene: Scene, network: Network) -> bool:
    """Whether no two marks touch and no two regions come nearer than they should."""
    hulls = [region.hull for region in network.regions]
    regions = all(
        distance_between(one, other) >= 2 * PAD + APART - 0.5
        for k, one in enumerate(hulls)
        for other in hulls[:k]
        if may_meet(one, other, 2 * PAD + APART)
    )
    return regions and nearest_marks(network.at, scene.reach, scene.groups) >= 0.0


def _laid(scene: Scene, pins: Pins) -> Network:
    """Settle, place the names, make room for those left out, settle again; of all rounds the cheapest.

    In every other round only the ringed actors among those left out ask for room.
    """
    wished = _wished_boxes(scene)
    box = wished[0]
    footprint = (box[:, 0] + box[:, 2] + GAP) * (box[:, 1] + box[:, 3] + GAP)
    ground = lay_ground(
        scene.graph, scene.groups, scene.has_region, scene.reach, footprint, scene.sheet, pins=pins, seed=scene.seed
    )
    at = _rounded(ground.settled(ground.start, box, np.zeros((0, 4)), seed=scene.seed, heat=1.0), pins)
    best = again = _named(scene, at)
    marks = np.stack([scene.reach] * 4, axis=1)
    for t in range(ROUNDS if len(scene.ranked) == scene.graph.n else 0):
        bare = marks if t % 2 else wished[t % 4]
        asked = np.where(scene.names.bold[:, None], wished[t % 4], bare)
        box = _boxes_of(scene, again.labels, asked)
        at = _rounded(ground.settled(at, box, _headings(again.regions), seed=scene.seed, heat=0.05), pins)
        again = _named(scene, at)
        best = min(best, again, key=lambda placed: placed.cost)
    return min(best, _named(scene, best.at, trials=24), key=lambda placed: placed.cost)


def _rounded(at: Floats, pins: Pins) -> Floats:
    """Positions to a hundredth of a pixel, pins as they are."""
    at = np.round(at, 2)
    for place, spot in pins.items():
        at[place] = spot
    return at


def _headings(regions: tuple[Region, ...]) -> Floats:
    """The boxes of the regions' names: left, top, right, bottom."""
    return np.array([[r.x, r.y, r.x + r.width, r.y + r.height] for r in regions]).reshape(-1, 4)


def _wished_boxes(scene: Scene) -> list[Floats]:
    """How far each mark and its name reach left, up, right, down: with the name below, right, left and above.

    Where marks and names together would fill more than `ROOMY` of the sheet, names ask for less (not those of ringed
    actors).
    """
    r, zoom, names = scene.reach, scene.sheet.zoom, scene.names
    part = len(scene.ranked) == scene.graph.n
    wide, tall = part * names.width / zoom, part * names.height / zoom
    asked = ((np.maximum(wide, 2 * r) + GAP) * (2 * r + tall + GAP)).sum()
    crowded = min(1.0, float(np.sqrt(ROOMY * scene.sheet.width * scene.sheet.height / max(asked, 1.0))))
    share = np.where(names.bold, 1.0, crowded)
    aside, beyond = np.maximum(r, wide * share / 2), r + 3 + tall * share
    level, away = np.maximum(r, tall * share / 2), r + 3 + wide * share
    sides = [(aside, r, aside, beyond), (r, level, away, level), (away, level, r, level), (aside, beyond, aside, r)]
    return [np.stack(side, axis=1) for side in sides]


def _boxes_of(scene: Scene, labels: dict[int, Label], wished: Floats) -> Floats:
    """Boxes around marks with the names where they were placed; as wished for those left out."""
    box, zoom = wished.copy(), scene.sheet.zoom
    for i, label in labels.items():
        r = scene.reach[i]
        ends = (-label.dx, -label.dy, label.dx + label.width, label.dy + label.height)
        box[i] = [max(r, end / zoom) for end in ends]
    return box


def _named(scene: Scene, at: Floats, *, trials: int = 6) -> Network:
    """The regions around given positions, and the names that find a place there."""
    sheet, regions = scene.sheet, _regions(scene, at)
    taken, z = _headings(regions), sheet.zoom
    frame = (2.0, TOOLS - 4, sheet.width * z - 2, sheet.height * z - 2)
    labels, cost = place_labels(
        scene.graph,
        at * z,
        scene.reach * z,
        scene.names,
        scene.ranked,
        taken * z,
        frame,
        seed=scene.seed,
        trials=trials,
    )
    wished = [name for name, _ in scene.region_names]
    cut_short = sum(not region.name.startswith(name) for region, name in zip(regions, wished, strict=True))
    return Network(at, labels, regions, cost + 300.0 * cut_short, sheet)


def _regions(scene: Scene, at: Floats) -> tuple[Region, ...]:
    """Hulls and names of the circles of three and more, the largest named first."""
    places = np.flatnonzero(scene.has_region)
    members = [np.flatnonzero(scene.groups == g) for g in places]
    hulls = [hull_of_marks(at[m], scene.reach[m]) for m in members]
    taken = np.column_stack([at - scene.reach[:, None], at + scene.reach[:, None]])
    regions: list[Region] = []
    for k, g in enumerate(places):
        name, x, y, width = _headed(scene, k, hulls[k], taken, hulls[:k] + hulls[k + 1 :])
        height = NAME_HEIGHT / scene.sheet.zoom
        taken = np.vstack([taken, [x, y, x + width, y + height]])
        number = int(scene.numbers[g])
        regions.append(Region(number, _letter(scene, k), members[k], hulls[k], name, x, y, width, height))
    return tuple(regions)


def _letter(scene: Scene, k: int) -> str:
    """The letter of region k: what its name begins with."""
    return scene.region_names[k][0].partition(" ")[0]


def _headed(scene: Scene, k: int, hull: Floats, taken: Floats, others: list[Floats]) -> tuple[str, float, float, float]:
    """The name of region k, its place and width: whole where it fits well, else without its word, shortened, a letter.

    No box is narrower than `LEAST_HEADING`, the room of a bar of kinds; where nothing fits well the cheapest is taken.
    """
    sheet, z = scene.sheet, scene.sheet.zoom
    frame = (EDGE / z, (TOOLS - 4) / z, sheet.width - EDGE / z, sheet.height - EDGE / z)
    heading, word = scene.region_names[k]
    shorter = (heading, *(cut(heading, most) for most in (22, 14) if len(heading) > most), _letter(scene, k))
    tried: list[tuple[float, int, tuple[str, float, float, float]]] = []
    for name in dict.fromkeys((f"{heading} {word}".strip(), *shorter)):
        width = max(text_width(name, bold=True), LEAST_HEADING) / z
        cost, x, y = name_box(hull, width, NAME_HEIGHT / z, frame, taken, others)
        if cost < 200:
            return name, x, y, width
        tried.append((cost, len(tried), (name, x, y, width)))
    return min(tried)[2]
