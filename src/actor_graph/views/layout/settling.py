"""Actors settle inside the cells of their circles: stress, short ties outside, room for marks and names."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from actor_graph.measures.graph import Bools, Floats, Ints
from actor_graph.measures.kernels.compiled import compiled

PULL = 6.0
"""Pixels per sweep, at first, by which ties to other circles draw an actor at most."""


@dataclass(frozen=True, eq=False)
class Forces:
    """What acts on the actors, as arrays: boxes around them, pairs of one circle, ties, half planes per circle."""

    reach: Floats
    box: Floats  # n × 4: how far the actor's name reaches left, up, right, down of its center
    group: Ints
    pairs: Ints  # p × 2
    distance: Floats  # p: wished distance in pixels
    ties: Ints  # m × 2
    planes: Floats  # rows a, b, c
    first_plane: Ints  # per group, where its rows start
    frame: Floats  # left, top, right, bottom that no box leaves
    taken: Floats  # rows left, top, right, bottom that marks leave free
    fixed: Bools


@compiled
def _attract(at: Floats, pairs: Ints, distance: Floats, order: Ints, rate: float, fixed: Bools) -> None:
    for p in order:
        i, j, d = pairs[p, 0], pairs[p, 1], distance[p]
        dx, dy = at[i, 0] - at[j, 0], at[i, 1] - at[j, 1]
        length = max(np.sqrt(dx * dx + dy * dy), 1e-6)
        r = min(1.0, rate / (d * d)) * (length - d) / 2 / length
        if not fixed[i]:
            at[i, 0] -= r * dx
            at[i, 1] -= r * dy
        if not fixed[j]:
            at[j, 0] += r * dx
            at[j, 1] += r * dy


@compiled
def _pull(at: Floats, ties: Ints, group: Ints, force: float, fixed: Bools) -> None:
    """Ties between circles draw their ends towards each other; all ties of one actor together by at most the force."""
    n = len(at)
    towards, count = np.zeros((n, 2)), np.ones(n)
    for e in range(len(ties)):
        i, j = ties[e, 0], ties[e, 1]
        if group[i] != group[j]:
            dx, dy = at[j, 0] - at[i, 0], at[j, 1] - at[i, 1]
            length = max(np.sqrt(dx * dx + dy * dy), 1e-6)
            towards[i, 0] += dx / length
            towards[i, 1] += dy / length
            towards[j, 0] -= dx / length
            towards[j, 1] -= dy / length
        count[i] += 1
        count[j] += 1
    for i in range(n):
        if not fixed[i]:
            at[i, 0] += force * towards[i, 0] / count[i]
            at[i, 1] += force * towards[i, 1] / count[i]


@compiled
def _part_marks(at: Floats, i: int, j: int, least: float, share: float, fixed: Bools) -> float:
    """Push two marks apart to their least distance; returns by how much they were too near."""
    dx, dy = at[i, 0] - at[j, 0], at[i, 1] - at[j, 1]
    square = dx * dx + dy * dy
    if square >= least * least:
        return 0.0
    length = np.sqrt(square)
    if length < 1e-6:
        dx, dy, length = 0.6 + 0.01 * (i % 5), 0.8 - 0.01 * (j % 7), 1.0
        missing = least
    else:
        missing = least - length
    part = 1.0 if fixed[i] or fixed[j] else 0.5
    if not fixed[i]:
        at[i, 0] += share * part * missing * dx / length
        at[i, 1] += share * part * missing * dy / length
    if not fixed[j]:
        at[j, 0] -= share * part * missing * dx / length
        at[j, 1] -= share * part * missing * dy / length
    return missing


@compiled
def _part_boxes(at: Floats, box: Floats, i: int, j: int, share: float, fixed: Bools) -> None:
    """Push two name boxes apart along the axis on which they overlap least."""
    over_x = min(at[i, 0] + box[i, 2] - at[j, 0] + box[j, 0], at[j, 0] + box[j, 2] - at[i, 0] + box[i, 0])
    over_y = min(at[i, 1] + box[i, 3] - at[j, 1] + box[j, 1], at[j, 1] + box[j, 3] - at[i, 1] + box[i, 1])
    if over_x <= 0 or over_y <= 0:
        return
    axis = 0 if over_x < over_y else 1
    push = share * 0.5 * min(over_x, over_y)
    middle_i = at[i, axis] + (box[i, axis + 2] - box[i, axis]) / 2
    middle_j = at[j, axis] + (box[j, axis + 2] - box[j, axis]) / 2
    sign = 1.0 if middle_i > middle_j or (middle_i == middle_j and i > j) else -1.0
    if not fixed[i]:
        at[i, axis] += sign * push
    if not fixed[j]:
        at[j, axis] -= sign * push


@compiled
def _off_ties(at: Floats, reach: Floats, ties: Ints, gap: float, share: float, fixed: Bools) -> None:
    """Push marks off the lines of ties that are not theirs."""
    for e in range(len(ties)):
        i, j = ties[e, 0], ties[e, 1]
        dx, dy = at[j, 0] - at[i, 0], at[j, 1] - at[i, 1]
        square = dx * dx + dy * dy
        if square < 1e-6:
            continue
        for v in range(len(at)):
            if v in (i, j) or fixed[v]:
                continue
            t = ((at[v, 0] - at[i, 0]) * dx + (at[v, 1] - at[i, 1]) * dy) / square
            if t <= 0.0 or t >= 1.0:
                continue
            off = ((at[v, 0] - at[i, 0]) * dy - (at[v, 1] - at[i, 1]) * dx) / np.sqrt(square)
            missing = reach[v] + gap - abs(off)
            if missing > 0:
                sign = share * missing / np.sqrt(square) * (1.0 if off >= 0 else -1.0)
                at[v, 0] += sign * dy
                at[v, 1] -= sign * dx


@compiled
def _keep_inside(at: Floats, reach: Floats, group: Ints, planes: Floats, first: Ints, fixed: Bools) -> None:
    """Bring each mark back into the half planes of its circle's cell."""
    for i in range(len(at)):
        if fixed[i]:
            continue
        for _ in range(3):
            for p in range(first[group[i]], first[group[i] + 1]):
                over = planes[p, 0] * at[i, 0] + planes[p, 1] * at[i, 1] - planes[p, 2] + reach[i]
                if over > 0:
                    at[i, 0] -= over * planes[p, 0]
                    at[i, 1] -= over * planes[p, 1]


@compiled
def _keep_boxes_on_sheet(at: Floats, box: Floats, frame: Floats, fixed: Bools) -> None:
    """Bring each mark so far in that its name stays on the sheet."""
    for i in range(len(at)):
        if not fixed[i]:
            for axis in range(2):
                low, high = frame[axis] + box[i, axis], frame[axis + 2] - box[i, axis + 2]
                if low < high:
                    at[i, axis] = min(max(at[i, axis], low), high)


@compiled
def _off_taken(at: Floats, reach: Floats, taken: Floats, fixed: Bools) -> None:
    """Push marks out of boxes that are taken, up or down, whichever is shorter."""
    for b in range(len(taken)):
        for i in range(len(at)):
            off = reach[i] + 5.0
            if fixed[i] or at[i, 0] < taken[b, 0] - off or at[i, 0] > taken[b, 2] + off:
                continue
            up, down = at[i, 1] - (taken[b, 1] - off), taken[b, 3] + off - at[i, 1]
            if up > 0 and down > 0:
                at[i, 1] += -0.5 * up if up < down else 0.5 * down


@compiled
def _part_all(
    at: Floats, reach: Floats, box: Floats, group: Ints, gap: float, share: float, everyone: bool, fixed: Bools
) -> float:
    """Part marks and boxes of all pairs (or of pairs within a circle, actors sorted by circle); worst nearness."""
    worst = 0.0
    n = len(at)
    for i in range(n):
        for j in range(i + 1, n):
            if group[i] != group[j] and not everyone:
                break
            if share > 0:
                _part_boxes(at, box, i, j, share, fixed)
            worst = max(worst, _part_marks(at, i, j, reach[i] + reach[j] + gap, 1.0, fixed))
    return worst


@compiled
def _settle(
    at: Floats,
    reach: Floats,
    box: Floats,
    group: Ints,
    pairs: Ints,
    distance: Floats,
    ties: Ints,
    planes: Floats,
    first: Ints,
    frame: Floats,
    taken: Floats,
    fixed: Bools,
    orders: Ints,
    rates: Floats,
    gap: float,
    pull: float,
    everyone: bool,
    clearing: int,
) -> None:
    sweeps, room = len(rates), 0.4 if everyone else 0.0
    for t in range(sweeps):
        _attract(at, pairs, distance, orders[t % len(orders)], rates[t], fixed)
        cooling = 1.0 - t / sweeps
        _pull(at, ties, group, pull * cooling, fixed)
        _part_all(at, reach, box, group, gap, room, everyone, fixed)
        if everyone and t > sweeps // 3:
            _off_ties(at, reach, ties, 3.0, 0.25, fixed)
        _keep_boxes_on_sheet(at, box, frame, fixed)
        _off_taken(at, reach, taken, fixed)
        _keep_inside(at, reach, group, planes, first, fixed)
    for t in range(clearing):
        worst = _part_all(at, reach, box, group, gap, 0.75 * room if 2 * t < clearing else 0.0, everyone, fixed)
        if everyone and 2 * t < clearing:
            _off_ties(at, reach, ties, 2.0, 0.2, fixed)
        if 2 * t < clearing:
            _keep_boxes_on_sheet(at, box, frame, fixed)
        _off_taken(at, reach, taken, fixed)
        _keep_inside(at, reach, group, planes, first, fixed)
        if worst < 0.01 and 2 * t > clearing:
            break


def settle(start: Floats, forces: Forces, *, gap: float, seed: int, heat: float = 1.0) -> Floats:
    """Positions after all forces have acted; actors have to come sorted by circle, fixed ones do not move.

    Each sweep: stress within the circles (falling rate, ``heat`` 1 to begin with, less to mend), a small pull along
    ties between circles, marks and names pushed apart, marks off foreign ties, everyone back into the own cell. Then
    only the pushing, until no two marks touch. Up to 400 actors all pairs are parted, beyond only those of one circle
    (the cells part the others), and sweeps get fewer with the number of pairs.
    """
    at, random, everyone, f = start.copy(), np.random.default_rng(seed), len(start) <= 400, forces
    p = len(f.pairs)
    sweeps = int(np.clip(2e7 / max(p, 1), 25, 120 if heat == 1.0 else 60))
    orders = np.array([random.permutation(p) for _ in range(8)], dtype=np.int64).reshape(8, p)
    longest, nearest = float(f.distance.max(initial=1.0)), float(f.distance.min(initial=1.0))
    rates = np.geomspace(longest**2 * 0.3 * heat, nearest**2 * 0.02 * heat, sweeps)
    _settle(
        at,
        f.reach,
        f.box,
        f.group,
        f.pairs,
        f.distance,
        f.ties,
        f.planes,
        f.first_plane,
        f.frame,
        f.taken,
        f.fixed,
        orders,
        rates,
        gap,
        PULL * heat,
        everyone,
        2 * sweeps,
    )
    return at


@compiled
def nearest_marks(at: Floats, reach: Floats, group: Ints) -> float:
    """The least distance between the edges of two marks; beyond 400 actors of two of the same circle."""
    least = np.inf
    for i in range(len(at)):
        for j in range(i):
            if len(at) <= 400 or group[i] == group[j]:
                dx, dy = at[i, 0] - at[j, 0], at[i, 1] - at[j, 1]
                least = min(least, np.sqrt(dx * dx + dy * dy) - reach[i] - reach[j])
    return least
