"""The best pairs between two sides: an assignment, with a proof in whole numbers, and the earliest of all best ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from actor_graph.advice.tandems.worth import Pair, Worths

Whole = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


def assigned(sides: Sequence[int], worth: Worths, count: int | None) -> list[Pair]:
    """The pairs of the greatest worth between two sides, ties broken by the order of the actors.

    Actors of side 0 are rows, those of side 1 columns of a square table of worths, filled up with empty rows and
    columns of worth 0. To choose ``count`` pairs there are as many empty ones as actors have to stay alone, and an
    empty row may not take an empty column. Whoever gets an empty one, or a partner of no worth, stays alone.
    """
    from scipy.optimize import linear_sum_assignment

    rows = [actor for actor, side in enumerate(sides) if side == 0]
    columns = [actor for actor, side in enumerate(sides) if side == 1]
    table = _table(rows, columns, worth, count)
    taken = linear_sum_assignment(table, maximize=True)[1].astype(np.int64)
    tight = _tight(table, taken)
    pairs = np.zeros(table.shape, dtype=bool)
    pairs[: len(rows), : len(columns)] = table[: len(rows), : len(columns)] > 0
    _Earliest(taken, tight, pairs, rows, columns).settle()
    chosen = [(rows[i], columns[j]) for i, j in enumerate(taken.tolist()) if pairs[i, j]]
    return [(min(pair), max(pair)) for pair in chosen]


def _table(rows: Sequence[int], columns: Sequence[int], worth: Worths, count: int | None) -> Whole:
    most = min(len(rows), len(columns))
    wanted = most if count is None else min(count, most)
    size = len(rows) + len(columns) - wanted
    table = np.zeros((size, size), dtype=np.int64)
    table[len(rows) :, len(columns) :] = -max(worth.values()) - 1
    place = {actor: i for side in (rows, columns) for i, actor in enumerate(side)}
    in_rows = set(rows)
    for (i, j), value in worth.items():
        row, column = (i, j) if i in in_rows else (j, i)
        table[place[row], place[column]] = value
    return table


def _tight(table: Whole, taken: Whole) -> Bools:
    """Which cells an assignment of the same worth may use: those whose reduced cost is 0.

    Prices of the columns, by Bellman and Ford, under which nobody would gain by changing, prove that the assignment is
    the best there is; whatever the solver did, they are found in whole numbers. Every best assignment uses none but
    cells that are worth just their row's and their column's price (complementary slackness).
    """
    lines = np.arange(len(table))
    loss = table[lines, taken][:, None] - table
    price = np.zeros(len(table), dtype=np.int64)
    for _ in range(len(table) + 1):
        lower = np.minimum(price, (price[taken][:, None] + loss).min(axis=0))
        if np.array_equal(lower, price):
            return np.asarray(price[taken][:, None] + loss == price[None, :])
        price = lower
    raise ArithmeticError("the assignment is not the best one")


class _Earliest:
    """Turns a best assignment into the earliest one: actor by actor in the order of the input, each with the earliest
    partner that the cells allow, which stays from then on.

    A cell belongs to some best assignment if a circle leads through it: its row takes it, the row that had this column
    takes another tight cell, and so on until the first row's old column is taken. Such circles are within the strong
    components of the graph whose edges lead from each row's column to its other tight columns.
    """

    def __init__(self, taken: Whole, open_: Bools, pairs: Bools, rows: Sequence[int], columns: Sequence[int]) -> None:
        self.taken, self.open, self.pairs = taken, open_, pairs
        self.rows, self.columns = rows, columns

    def settle(self) -> None:
        """Go through all actors; ``taken`` is changed in place."""
        sides = [(actor, i, None) for i, actor in enumerate(self.rows)]
        others = [(actor, None, j) for j, actor in enumerate(self.columns)]
        for _, row, column in sorted([*sides, *others], key=lambda one: one[0]):
            self._improve(row, column)
            self._keep(row, column)

    def _cell(self, row: int | None, column: int | None) -> tuple[int, int]:
        """The cell that an actor has now."""
        if row is not None:
            return row, int(self.taken[row])
        return int(np.flatnonzero(self.taken == column)[0]), int(column or 0)

    def _improve(self, row: int | None, column: int | None) -> None:
        now = self._cell(row, column)
        line, partners = (
            (self.open[row] & self.pairs[row], self.columns)
            if row is not None
            else (self.open[:, column] & self.pairs[:, column], self.rows)
        )
        mine = now[1] if row is not None else now[0]
        earlier = [i for i in np.flatnonzero(line).tolist() if not self.pairs[now] or partners[i] < partners[mine]]
        if not earlier:
            return
        graph = self._moves()
        component = _strong(graph)
        for other in sorted(earlier, key=lambda i: partners[i]):
            i, j = (row, other) if row is not None else (other, int(column or 0))
            if component[self.taken[i]] == component[j]:
                self._turn(graph, i, j)
                return

    def _keep(self, row: int | None, column: int | None) -> None:
        """Leave an actor its partner, or none, for good."""
        i, j = self._cell(row, column)
        if self.pairs[i, j]:
            self.open[i, :] = self.open[:, j] = False
            self.open[i, j] = True
        elif row is not None:
            self.open[row] &= ~self.pairs[row]
        else:
            self.open[:, column] &= ~self.pairs[:, column]

    def _moves(self) -> Any:
        """From each column to those that the row which has it may take instead."""
        from scipy.sparse import csr_matrix

        row, column = np.nonzero(self.open)
        return csr_matrix((np.ones(len(row)), (self.taken[row], column)), shape=self.open.shape)

    def _turn(self, graph: Any, row: int, column: int) -> None:
        """Let a row take a column, and all others on the circle move on."""
        from scipy.sparse.csgraph import breadth_first_order

        old = int(self.taken[row])
        before = breadth_first_order(graph, column, return_predecessors=True)[1]
        has = np.empty_like(self.taken)
        has[self.taken] = np.arange(len(self.taken))
        moves, at = [(row, column)], old
        while at != column:
            moves.append((int(has[before[at]]), at))
            at = int(before[at])
        for mover, to in moves:
            self.taken[mover] = to


def _strong(graph: Any) -> npt.NDArray[np.int32]:
    from scipy.sparse.csgraph import connected_components

    labels: npt.NDArray[np.int32] = connected_components(graph, connection="strong")[1]
    return labels
