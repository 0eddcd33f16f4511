"""Names beside their marks: on all sides, near and further out, wrapped in several ways, nothing over anything else."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from actor_graph.measures.graph import Floats, Graph, Ints
from actor_graph.measures.kernels.compiled import compiled
from actor_graph.views.layout.spots import ACROSS, RINGS, SIDES, WRAPS, Names, candidates

LEADER_FROM = 20.0
LEFT_OUT = 400.0
"""What leaving a name out costs: more than any place that is allowed; a ringed actor's 20 times as much."""


@dataclass(frozen=True)
class Label:
    """A name on the map: its lines and the box they fill, in screen pixels relative to the mark's center.

    ``dx``, ``dy``: the box's top left corner; ``align``: which edge of the box the lines keep to, start (its left), end
    (its right) or middle; ``distance``: from the edge of the mark; ``line``: height of a line; ``size``: of the type.
    """

    lines: tuple[str, ...]
    side: str
    align: str
    dx: float
    dy: float
    width: float
    height: float
    size: float
    line: float
    distance: float
    leader: bool


@compiled
def _crosses(x0: float, y0: float, x1: float, y1: float, box: Floats) -> bool:
    """Whether a line meets a box (Liang–Barsky)."""
    t0, t1 = 0.0, 1.0
    dx, dy = x1 - x0, y1 - y0
    for k in range(4):
        if k == 0:
            p, q = -dx, x0 - box[0]
        elif k == 1:
            p, q = dx, box[2] - x0
        elif k == 2:
            p, q = -dy, y0 - box[1]
        else:
            p, q = dy, box[3] - y0
        if p == 0.0:
            if q < 0:
                return False
        elif p < 0:
            t0 = max(t0, q / p)
        else:
            t1 = min(t1, q / p)
        if t0 > t1:
            return False
    return True


@compiled
def _overlap(one: Floats, other: Floats, gap: float) -> bool:
    across = one[0] < other[2] + gap and other[0] < one[2] + gap
    return bool(across and one[1] < other[3] + gap and other[1] < one[3] + gap)


@compiled
def _nearness(box: Floats, owner: int, at: Floats, reach: Floats) -> float:
    """2.2 for each pixel nearer than 7 to a foreign mark; inf where one is met."""
    cost = 0.0
    for v in range(len(at)):
        dx = max(box[0] - at[v, 0], 0.0, at[v, 0] - box[2])
        dy = max(box[1] - at[v, 1], 0.0, at[v, 1] - box[3])
        if v == owner or dx > 60.0 or dy > 60.0:
            continue
        off = np.sqrt(dx * dx + dy * dy) - reach[v]
        if off < 1.0:
            return np.inf
        if off < 7.0:
            cost += 2.2 * (7.0 - off)
    return cost


@compiled
def _standing_costs(
    boxes: Floats, own: Floats, owner: Ints, at: Floats, reach: Floats, ties: Ints, taken: Floats, frame: Floats
) -> Floats:
    """Cost of each candidate box by all that stands still: inf where it meets a mark, a taken box or the frame.

    The place's own cost (side order 1, ring 14), a crossed tie 1.5, each pixel nearer than 7 to a foreign mark 2.2.
    """
    count, places = boxes.shape[0], boxes.shape[1]
    costs = np.zeros((count, places))
    for a in range(count):
        for c in range(places):
            box = boxes[a, c]
            cost = own[a, c]
            if cost == np.inf:
                costs[a, c] = cost
                continue
            if box[0] < frame[0] or box[1] < frame[1] or box[2] > frame[2] or box[3] > frame[3]:
                cost = np.inf
            for b in range(len(taken)):
                if cost < np.inf and _overlap(box, taken[b], 2.0):
                    cost = np.inf
            if cost < np.inf:
                cost += _nearness(box, owner[a], at, reach)
            if cost < np.inf:
                for e in range(len(ties)):
                    i, j = ties[e, 0], ties[e, 1]
                    if _crosses(at[i, 0], at[i, 1], at[j, 0], at[j, 1], box):
                        cost += 1.5
            costs[a, c] = cost
    return costs


@compiled
def _blockers(boxes: Floats, place: Ints, a: int, c: int) -> tuple[int, int]:
    """How many placed names the candidate would meet (counted up to 2), and one of them."""
    met, who = 0, -1
    for b in range(len(place)):
        if b != a and place[b] >= 0 and _overlap(boxes[a, c], boxes[b, place[b]], 2.0):
            met, who = met + 1, b
            if met > 1:
                break
    return met, who


@compiled
def _best_free(boxes: Floats, costs: Floats, place: Ints, a: int) -> int:
    """The first candidate of a name that meets no placed name, −1 without one; candidates come cheapest first."""
    for c in range(boxes.shape[1]):
        if costs[a, c] == np.inf:
            break
        if _blockers(boxes, place, a, c)[0] == 0:
            return c
    return -1


@compiled
def _make_room(boxes: Floats, costs: Floats, place: Ints, a: int) -> bool:
    """Place a name where a single other one is in the way and can stand elsewhere."""
    for c in range(boxes.shape[1]):
        if costs[a, c] == np.inf:
            break
        met, who = _blockers(boxes, place, a, c)
        if met == 1:
            before = place[who]
            place[a], place[who] = c, -1
            elsewhere = _best_free(boxes, costs, place, who)
            if elsewhere >= 0:
                place[who] = elsewhere
                return True
            place[a], place[who] = -1, before
    return False


@compiled
def _place(boxes: Floats, costs: Floats, orders: Ints, worth: Floats) -> tuple[Ints, float]:
    """Greedy over each order, then room made for those left out; the cheapest of all orders."""
    count = boxes.shape[0]
    best = np.full(count, -1, dtype=np.int64)
    least = np.inf
    for t in range(len(orders)):
        place = np.full(count, -1, dtype=np.int64)
        for a in orders[t]:
            place[a] = _best_free(boxes, costs, place, a)
        for _ in range(2):
            for a in orders[t]:
                if place[a] < 0:
                    _make_room(boxes, costs, place, a)
            for a in orders[t]:
                if place[a] >= 0:
                    place[a] = _best_free(boxes, costs, place, a)
        total = 0.0
        for a in range(count):
            total += costs[a, place[a]] if place[a] >= 0 else worth[a]
        if total < least:
            best, least = place.copy(), total
    return best, least


def _orders(count: int, trials: int, seed: int) -> Ints:
    """Orders near the given one: the first as it is, in the others each name moves a few places at random."""
    random = np.random.default_rng(seed)
    shaken = np.arange(count) + random.normal(0, 1, (trials, count)) * np.linspace(0, count / 3, trials)[:, None]
    return np.argsort(shaken, axis=1, kind="stable")


def place_labels(
    graph: Graph,
    at: Floats,
    reach: Floats,
    names: Names,
    ranked: Ints,
    taken: Floats,
    frame: tuple[float, float, float, float],
    *,
    seed: int = 1,
    trials: int = 24,
) -> tuple[dict[int, Label], float]:
    """Labels of the actors in ``ranked`` (most important first), all in screen pixels; who finds no place is missing.

    ``at``, ``reach``: all marks; ``taken``: boxes that stand already (names of regions); ``frame``: left, top, right,
    bottom. For each of ``trials`` seeded orders names are placed one by one at their cheapest free place; the
    cheapest whole wins; its cost comes with the labels. No two labels overlap, none covers a mark.
    """
    if not len(ranked):
        return {}, 0.0
    ways = (names, *(names.wrapped(limit, most) for limit, most, _ in WRAPS))
    places = candidates(reach, ways, ranked)
    boxes = places.boxes + np.tile(at[ranked], 2)[:, None, :]
    u, v, _ = graph.ties()
    ties = np.stack([u, v], axis=1)
    standing = taken.reshape(-1, 4), np.array(frame, dtype=np.float64)
    costs = _standing_costs(boxes, places.cost, ranked, at, reach, ties, *standing)
    order = np.argsort(costs, axis=1, kind="stable")
    boxes, costs = np.take_along_axis(boxes, order[:, :, None], axis=1), np.take_along_axis(costs, order, axis=1)
    worth = LEFT_OUT * (1 + 1 / (1 + np.arange(len(ranked))) + 20.0 * names.bold[ranked])
    place, cost = _place(boxes, costs, _orders(len(ranked), trials, seed), worth)
    found = [(int(i), a, int(order[a, c])) for a, (i, c) in enumerate(zip(ranked, place, strict=True)) if c >= 0]
    return {
        i: _label(ways[places.wrap[c]], i, places.boxes[a, c], int(places.side[c]), float(RINGS[places.ring[c]]))
        for i, a, c in found
    }, cost


def _label(names: Names, i: int, box: Floats, side: int, distance: float) -> Label:
    return Label(
        names.lines[i],
        SIDES[side],
        {1: "start", -1: "end", 0: "middle"}[int(ACROSS[side])],
        round(float(box[0]), 2),
        round(float(box[1]), 2),
        round(float(box[2] - box[0]), 2),
        round(float(box[3] - box[1]), 2),
        float(names.size[i]),
        float(names.line[i]),
        distance,
        distance >= LEADER_FROM,
    )
