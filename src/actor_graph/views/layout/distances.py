"""Distances for the layout: steps between actors, whole or from a few pivots."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from actor_graph.measures.graph import Floats, Graph, Ints
from actor_graph.measures.kernels.compiled import compiled

Steps = npt.NDArray[np.int32]


@compiled
def _steps_from(indptr: Ints, indices: Ints, sources: Ints) -> Steps:
    """Steps from each source to each actor (breadth first), −1 where no path leads."""
    n = len(indptr) - 1
    steps = np.full((len(sources), n), -1, dtype=np.int32)
    queue = np.empty(n, dtype=np.int64)
    for s in range(len(sources)):
        row = steps[s]
        row[sources[s]] = 0
        queue[0] = sources[s]
        head, tail = 0, 1
        while head < tail:
            v = queue[head]
            head += 1
            for e in range(indptr[v], indptr[v + 1]):
                w = indices[e]
                if row[w] < 0:
                    row[w] = row[v] + 1
                    queue[tail] = w
                    tail += 1
    return steps


def steps_from(graph: Graph, sources: Ints) -> Steps:
    """Steps from each source (rows) to each actor (columns); without a path the longest of all plus 1.

    So parts that hang apart stay a little further from each other than anything within one part.
    """
    steps = _steps_from(graph.indptr, graph.indices, np.asarray(sources, dtype=np.int64))
    longest = int(steps.max(initial=0))
    steps[steps < 0] = longest + 1
    return steps


def steps_to(graph: Graph, sources: Ints, targets: Ints) -> Steps:
    """Steps from each source (columns) to its own targets, rows; without a path the longest of all plus 1."""
    found = np.empty(targets.shape, dtype=np.int32)
    for first in range(0, len(sources), 256):
        part = slice(first, first + 256)
        rows = _steps_from(graph.indptr, graph.indices, np.asarray(sources[part], dtype=np.int64))
        found[:, part] = np.take_along_axis(rows, targets[:, part].T, axis=1).T
    found[found < 0] = int(found.max(initial=0)) + 1
    return found


def all_steps(graph: Graph) -> Steps:
    """Steps between all pairs of actors, n × n."""
    return steps_from(graph, np.arange(graph.n))


def pivots(graph: Graph, count: int) -> tuple[npt.NDArray[np.int64], Steps]:
    """``count`` actors far apart from each other (each next the farthest from those before), and steps from them.

    The first is the actor with most partners; draws go to the first in the input.
    """
    count = min(count, graph.n)
    chosen, rows = [int(np.argmax(graph.degree))], []
    nearest = np.full(graph.n, np.iinfo(np.int32).max, dtype=np.int32)
    for _ in range(count):
        row = _steps_from(graph.indptr, graph.indices, np.array(chosen[-1:], dtype=np.int64))[0]
        rows.append(row)
        nearest = np.minimum(nearest, np.where(row < 0, np.iinfo(np.int32).max, row))
        chosen.append(int(np.argmax(nearest)))
    steps = np.array(rows, dtype=np.int32)
    steps[steps < 0] = int(steps.max(initial=0)) + 1
    return np.array(chosen[:count], dtype=np.int64), steps


@compiled
def _cross_products(centered: Floats) -> Floats:
    """CᵀC (k × k) in plain loops: the same whatever the machine's linear algebra does with threads."""
    n, k = centered.shape
    cross = np.zeros((k, k))
    for i in range(n):
        for a in range(k):
            for b in range(k):
                cross[a, b] += centered[i, a] * centered[i, b]
    return cross


@compiled
def _leading_axis(cross: Floats, start: Floats, other: Floats) -> Floats:
    """The leading axis of ``cross`` beside an ``other`` one (zeros: none), by power iteration from a start."""
    k, v = len(start), start.copy()
    for _ in range(200):
        w, shared, square = np.zeros(k), 0.0, 0.0
        for a in range(k):
            for b in range(k):
                w[a] += cross[a, b] * v[b]
        for a in range(k):
            shared += w[a] * other[a]
        for a in range(k):
            w[a] -= shared * other[a]
            square += w[a] * w[a]
        if square < 1e-18:
            break
        for a in range(k):
            v[a] = w[a] / np.sqrt(square)
    return v


@compiled
def _coordinates(centered: Floats, first: Floats, second: Floats) -> Floats:
    """Where each row of ``centered`` lies along two axes, n × 2."""
    n, k = centered.shape
    at = np.zeros((n, 2))
    for i in range(n):
        for a in range(k):
            at[i, 0] += centered[i, a] * first[a]
            at[i, 1] += centered[i, a] * second[a]
    return at


def pivot_start(graph: Graph, seed: int, count: int = 50) -> Floats:
    """PivotMDS: classical scaling from the steps to a few pivots, n × 2, in steps.

    With C the squared steps to the pivots, centered over rows and columns, actors stand at their coordinates on the
    two leading axes of CᵀC. A trace of seeded noise parts actors that the steps cannot tell apart.

    References
    ----------
    Brandes/Pich (2007), Eigensolver methods for progressive multidimensional scaling of large data.
    """
    _, steps = pivots(graph, count)
    squared = steps.T.astype(np.float64) ** 2
    centered = np.ascontiguousarray(-0.5 * (squared - squared.mean(0) - squared.mean(1)[:, None] + squared.mean()))
    random = np.random.default_rng(seed)
    cross, start = _cross_products(centered), random.standard_normal((2, centered.shape[1]))
    first = _leading_axis(cross, start[0], np.zeros(len(cross)))
    placed = _coordinates(centered, first, _leading_axis(cross, start[1], first))
    extent = float(np.abs(placed).max(initial=0.0))
    scale = float(steps.max(initial=1)) / 2 / extent if extent > 1e-9 else 1.0
    return np.asarray(placed * scale + random.standard_normal((graph.n, 2)) * 0.05)
