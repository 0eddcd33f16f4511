"""Groups of nearly equal size in which as little as possible is alike: seeded exchange with restarts."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Hashable, Sequence

import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[np.int64]
Pair = tuple[int, int]
LEAST, MOST = 4, 8
"""How many sit at a table."""
RESTARTS, WORK = 200, 4_000_000
"""At most so many deals, fewer where there are so many actors that they would take too long."""


def costs(labels: Sequence[Sequence[Hashable | None]], tied: Sequence[Pair]) -> Whole:
    """What it costs that two of n sit together, a table of n × n whole numbers.

    1 for each of the ``labels`` (the first type; the cluster) that both have and that is the same; for a tie between
    them more than all others together can cost. The cost of a seating is the sum over all pairs at one table: first
    counts how many ties are left inside, then how many pairs of one type plus pairs of one cluster.
    """
    n = len(labels[0])
    cost = np.zeros((n, n), dtype=np.int64)
    for row in labels:
        for i in range(n):
            for j in range(i):
                cost[i, j] += row[i] is not None and row[i] == row[j]
    above = int(cost.sum()) + 1
    for i, j in tied:
        cost[max(i, j), min(i, j)] += above
    return cost + cost.T


def sizes(n: int, tables: int) -> list[int]:
    """How many sit at each table: the first ones have one more where n can't be shared evenly."""
    each, more = divmod(n, tables)
    return [each + (table < more) for table in range(tables)]


def fewest_alike(labels: Sequence[Hashable | None], tables: int) -> int:
    """How many pairs of one label sit together at least, whatever the seating: each label shared out evenly."""
    counts = Counter(label for label in labels if label is not None).values()
    return sum(size * (size - 1) // 2 for count in counts for size in sizes(count, tables))


def seated(cost: Whole, tables: int, seed: int) -> tuple[list[int], int]:
    """The table of each, 0 first, for a low cost, and how many deals were made.

    A deal seats all at random; then the two at different tables whose exchange lowers the cost most change places, the
    first such two in the order of the input, until no exchange lowers it. The best deal is kept, the first of equals.
    The same seed gives the same answer. Tables are numbered by their first actor in the order of the input.
    """
    n, chance = len(cost), random.Random(seed)
    restarts = max(4, min(RESTARTS, WORK // max(n * n, 1)))
    places = [table for table, size in enumerate(sizes(n, tables)) for _ in range(size)]
    best, least = places, None
    for _ in range(restarts):
        chance.shuffle(places)
        at = _exchanged(cost, np.array(places, dtype=np.int64), tables)
        whole = int(cost[at[:, None] == at[None, :]].sum())
        if least is None or whole < least:
            best, least = at.tolist(), whole
    number = {table: place for place, table in enumerate(dict.fromkeys(best))}
    return [number[table] for table in best], restarts


def _exchanged(cost: Whole, at: Whole, tables: int) -> Whole:
    """Exchange two as long as that lowers the cost."""
    lines = np.arange(len(cost))
    toward = cost @ (at[:, None] == np.arange(tables)[None, :]).astype(np.int64)
    while True:
        there = toward[:, at]
        own = toward[lines, at]
        change = there + there.T - own[:, None] - own[None, :] - 2 * cost
        change[at[:, None] == at[None, :]] = 0
        i, j = divmod(int(change.argmin()), len(cost))
        if change[i, j] >= 0:
            return at
        moved = cost[:, j] - cost[:, i]
        toward[:, at[i]] += moved
        toward[:, at[j]] -= moved
        at[i], at[j] = at[j], at[i]
