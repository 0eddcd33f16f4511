"""The compact graph that every measure takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import networkx as nx

Int64s = npt.NDArray[np.int64]
Int32s = npt.NDArray[np.int32]
Ints = npt.NDArray[np.integer[Any]]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False, repr=False)
class Graph:
    """A simple undirected weighted graph of ``n`` actors in compressed sparse rows.

    The neighbors of actor ``i`` are ``indices[indptr[i]:indptr[i+1]]``, ascending, their weights stand at the same
    places of ``weights``. Every tie stands twice, once at each end. Arrays are read-only: int64, int32, float64.
    Made by ``from_ties`` or ``from_networkx``, which check what they are given; no measure checks it again.

    >>> graph = Graph.from_ties(4, np.array([0, 1, 2]), np.array([1, 0, 2]))
    >>> graph
    Graph(4 actors, 1 ties)
    >>> graph.indptr.tolist(), graph.indices.tolist(), graph.weights.tolist()
    ([0, 1, 2, 2, 2], [1, 0], [1.0, 1.0])
    """

    n: int
    indptr: npt.NDArray[np.int64]
    indices: npt.NDArray[np.int32]
    weights: Floats
    _known: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def from_ties(cls, n: int, source: Ints, target: Ints, weight: Floats | None = None) -> Graph:
        """Build the graph of ``n`` actors from the two ends of ties.

        Self-ties are left out; parallel and reciprocal ties become one with the largest weight (1 without weights).

        Raises
        ------
        ValueError
            An end is not in 0 … n−1, or a weight is not a finite number above 0.
        """
        u, v = np.asarray(source, dtype=np.int64), np.asarray(target, dtype=np.int64)
        w = np.ones(len(u)) if weight is None else np.asarray(weight, dtype=np.float64)
        if not len(u) == len(v) == len(w):
            raise ValueError("source, target and weight differ in length")
        if len(u) and (min(u.min(), v.min()) < 0 or max(u.max(), v.max()) >= n):
            raise ValueError(f"every end of a tie has to be in 0 … {n - 1}")
        if not (np.isfinite(w).all() and (w > 0).all()):
            raise ValueError("every weight has to be a finite number above 0")
        apart = u != v
        low, high, w = np.minimum(u, v)[apart], np.maximum(u, v)[apart], w[apart]
        pair, place = np.unique(low * n + high, return_inverse=True)
        largest = np.zeros(len(pair))
        np.maximum.at(largest, place, w)
        low, high = pair // max(n, 1), pair % max(n, 1)
        start, end = np.concatenate([low, high]), np.concatenate([high, low])
        order = np.lexsort((end, start))
        indptr = np.zeros(n + 1, dtype=np.int64)
        np.cumsum(np.bincount(start, minlength=n), out=indptr[1:])
        return cls(n, indptr, end[order].astype(np.int32), np.concatenate([largest, largest])[order])

    def __post_init__(self) -> None:
        for array in (self.indptr, self.indices, self.weights):
            array.flags.writeable = False

    def __repr__(self) -> str:
        return f"Graph({self.n} actors, {self.m} ties)"

    @property
    def m(self) -> int:
        """The number of ties."""
        return len(self.indices) // 2

    @property
    def degree(self) -> npt.NDArray[np.int64]:
        """The number of partners of each actor."""
        return np.diff(self.indptr)

    def ties(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], Floats]:
        """Each tie once: lower end, higher end, weight; ordered by lower, then higher end."""
        start = np.repeat(np.arange(self.n, dtype=np.int64), self.degree)
        once = start < self.indices
        return start[once], self.indices[once].astype(np.int64), self.weights[once]

    def induced(self, members: Bools) -> Graph:
        """The graph of the chosen actors (a mask over all), in their order, and the ties among them."""
        u, v, w = self.ties()
        inside = members[u] & members[v]
        place = np.cumsum(members) - 1
        return Graph.from_ties(int(members.sum()), place[u[inside]], place[v[inside]], w[inside])

    @classmethod
    def from_networkx(cls, graph: nx.Graph[Any], weight: str = "weight") -> Graph:
        """The compact form of a networkx graph, actors in its node order; missing weights are 1."""
        place = {node: i for i, node in enumerate(graph)}
        ends = [(place[u], place[v], float(data.get(weight, 1))) for u, v, data in graph.edges(data=True)]
        u, v, w = (np.array(part) for part in zip(*ends, strict=True)) if ends else (np.zeros(0, int),) * 3
        return cls.from_ties(len(place), u, v, w.astype(np.float64))


T = TypeVar("T")


def once_per_graph(function: Callable[[Graph], T]) -> Callable[[Graph], T]:
    """Let a function of a graph alone work once per graph; several measures read one sweep's answer."""

    @wraps(function)
    def remembered(graph: Graph) -> T:
        key = f"{function.__module__}.{function.__qualname__}"
        if key not in graph._known:
            graph._known[key] = function(graph)
        return graph._known[key]  # type: ignore[no-any-return]

    return remembered
