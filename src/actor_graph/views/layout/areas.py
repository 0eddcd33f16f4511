"""Places beside the network: small circles of their own, actors without a tie, actors without an answer."""

from __future__ import annotations

import numpy as np

from actor_graph.measures.cohesion import components
from actor_graph.measures.graph import Floats, Graph, Ints
from actor_graph.measures.isolation import FRAGMENT, ISOLATED, UNKNOWN

ROW, COLUMN, LEFT, TOP = 21.0, 220.0, 28.0, 90.0
ROWS = 30
"""Above this many actors in a box, marks stand in narrow columns and names come on demand."""


def _grid(count: int, top: float, gaps: Ints) -> tuple[Floats, Floats]:
    """Places of one box: one column while it fits, else narrow columns of `ROWS`; ``gaps`` are half rows before."""
    row = np.arange(count, dtype=np.float64)
    if count <= ROWS:
        return np.zeros(count), top + ROW * (row + gaps / 2)
    columns = int(np.ceil(count / ROWS))
    wide = COLUMN / 2 if columns == 2 else ROW
    return (row // ROWS) * wide, top + ROW * (row % ROWS)


def on_row(y: float) -> bool:
    """Whether a place is at the height of a row (or of half a row) beside the network."""
    rows = 2 * (y - TOP) / ROW
    return rows > -0.5 and abs(rows - round(rows)) < 1e-6


def beside(graph: Graph, status: Ints, width: float) -> tuple[Floats, Floats]:
    """Places right of the map (x > width) for all who are not networked, nan for the networked.

    Three boxes below each other: no tie named; small circles, members stacked and a gap between circles; no answer.
    """
    x, y, top = np.full(graph.n, np.nan), np.full(graph.n, np.nan), TOP
    circle, _ = components(graph)
    for kind in (ISOLATED, FRAGMENT, UNKNOWN):
        members = np.flatnonzero(status == kind)
        if len(members):
            members = members[np.argsort(circle[members], kind="stable")] if kind == FRAGMENT else members
            new = np.diff(circle[members], prepend=circle[members][0]) != 0
            gaps = np.cumsum(new) if kind == FRAGMENT else np.zeros(len(members), dtype=np.int64)
            across, down = _grid(len(members), top, gaps)
            x[members], y[members] = width + LEFT + across, down
            top = float(down.max()) + 3 * ROW
    return x, y
