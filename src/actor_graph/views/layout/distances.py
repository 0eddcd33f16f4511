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
def _leading_axes(centered: Floats, start: Floats) -> Floats:
    """Coordinates on the two leading axes of ``centered`` (n × k): power iteration on its k × k cross products.

    Plain loops in a fixed order: the answer is the same whatever the machine's linear algebra does with threads.
    """
    n, k = centered.shape
    cross = np.zeros((k, k))
    for i in range(n):
        for a in range(k):
            for b in range(k):
                cross[a, b] += centered[i, a] * centered[i, b]
    axes = start.copy()
    for axis in range(2):
        v = axes[axis]
        for _ in range(200):
            w = np.zeros(k)
            for a in range(k):
                for b in range(k):
                    w[a] += cross[a, b] * v[b]
            if axis == 1:
                shared = 0.0
                for a in range(k):
                    shared += w[a] * axes[0, a]
                for a in range(k):
                    w[a] -= shared * axes[0, a]
            length = 0.0
            for a in range(k):
                length += w[a] * w[a]
            length = np.sqrt(length)
            if length < 1e-9:
                break
            for a in range(k):
                v[a] = w[a] / length
    placed = np.zeros((n, 2))
    for i in range(n):
        for axis in range(2):
            for a in range(k):
                placed[i, axis] += centered[i, a] * axes[axis, a]
    return placed


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
    centered = -0.5 * (squared - squared.mean(0) - squared.mean(1)[:, None] + squared.mean())
    random = np.random.default_rng(seed)
    placed = _leading_axes(centered, random.standard_normal((2, centered.shape[1])))
    extent = float(np.abs(placed).max(initial=0.0))
    scale = float(steps.max(initial=1)) / 2 / extent if extent > 1e-9 else 1.0
    return np.asarray(placed * scale + random.standard_normal((graph.n, 2)) * 0.05)
