"""Missing answers, first way: none and all of the missing ties, and what each actor's status can still become.

A pair of actors is *missing* where no tie is named and at least one of the two has not answered. One report suffices
for a tie, so what a respondent did not name can still be named by the other end; two who answered and name no tie have
none. What has been named stays. In a *completion*, a graph with some of the missing ties, everybody has answered, so
that nobody is unknown.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from actor_graph.measures.cohesion import components
from actor_graph.measures.graph import Bools, Graph, Int64s, Ints
from actor_graph.measures.isolation import FRAGMENT, ISOLATED, NETWORKED, TOLERANCE
from actor_graph.measures.whole import USUAL, Limits, whole

MONOTONE = (
    "ties", "density", "average_degree", "isolates", "isolate_share", "components", "largest_component_share",
    "connectedness",
)  # fmt: skip
"""Figures that with every further tie rise or stay, or fall or stay: none and all of the missing ties bound them."""

Pairs = tuple[Int64s, Int64s]


def missing_pairs(graph: Graph, answered: Bools) -> Pairs:
    """The pairs without a tie of whom at least one has not answered: lower end, higher end, in this order.

    >>> missing_pairs(Graph.from_ties(3, [0], [1]), np.array([True, False, True]))
    (array([1]), array([2]))
    """
    silent = ~np.asarray(answered, dtype=bool)
    open_ = np.triu(silent[:, None] | silent[None, :], k=1)
    u, v, _ = graph.ties()
    open_[u, v] = False
    low, high = np.nonzero(open_)
    return low, high


def with_ties(graph: Graph, u: Ints, v: Ints) -> Graph:
    """The graph and these ties besides; they weigh what a tie without weight weighs, the median of the known (or 1).

    >>> with_ties(Graph.from_ties(3, [0], [1], [4.0]), np.array([1]), np.array([2])).ties()[2].tolist()
    [4.0, 4.0]
    """
    a, b, w = graph.ties()
    usual = float(np.median(w)) if len(w) else 1.0
    ends = np.concatenate([a, u]), np.concatenate([b, v])
    return Graph.from_ties(graph.n, *ends, np.concatenate([w, np.full(len(u), usual)]))


def extremes(
    graph: Graph, labels: Ints, answered: Bools, *, limits: Limits = USUAL
) -> tuple[dict[str, float], dict[str, float]]:
    """The figures with none and with all of the missing ties, everybody having answered.

    Those named by ``bounded`` lie between the two in every completion; of all others these are the two extremes alone,
    and a completion can lie outside.

    Returns
    -------
    See ``whole``. With none the figures are the observed ones, but for the share not yet networked, in which nobody is
    unknown any more.

    Examples
    --------
    >>> none, all_ = extremes(Graph.from_ties(4, [0], [1]), np.zeros(4, int), np.array([True, True, True, False]))
    >>> none["average_degree"], all_["average_degree"]
    (0.5, 2.0)
    """
    every = with_ties(graph, *missing_pairs(graph, answered))
    return whole(graph, labels, limits=limits), whole(every, labels, limits=limits)


def bounded(graph: Graph, answered: Bools, *, limits: Limits = USUAL) -> tuple[str, ...]:
    """The figures that none and all of the missing ties bound: ``MONOTONE``, and mostly the share not yet networked.

    That share falls with ties, with one exception: where the largest component is networked for being the largest
    alone (it holds less than the share of n that suffices by itself) and another is as large, one of them can grow and
    leave the other behind.

    >>> bounded(Graph.from_ties(3, [0], [1]), np.array([True, True, False])) == (*MONOTONE, "not_yet_networked_share")
    True
    """
    size = components(graph)[1]
    largest = int(size.max(initial=0))
    enough = largest >= limits.networked_share * graph.n - TOLERANCE or largest < limits.networked_min
    falls = enough or int((size == largest).sum()) == 1 or bool(np.all(answered))
    return (*MONOTONE, "not_yet_networked_share") if falls else MONOTONE


def possible_status(graph: Graph, answered: Bools, *, limits: Limits = USUAL) -> npt.NDArray[np.bool_]:
    """Which status each actor can have in a completion: exactly those that some choice of missing ties gives.

    NETWORKED: whoever has not answered may be tied to everybody, so each actor can be in the one component of all.
    ISOLATED: without a tie so far, and none is added. FRAGMENT: the smallest component with a tie that it can be in
    (its own; without a tie, together with one other component) is under the size that counts, or under the share and a
    larger one is possible among all others: all of them together where one of them has not answered, else the
    largest.

    Returns
    -------
    n × 3, columns by ``isolation.NETWORKED``, ``FRAGMENT``, ``ISOLATED``; at least one holds per actor. Where all have
    answered it is the status.

    Examples
    --------
    Two who work together, one alone who answered, one alone who did not:

    >>> possible_status(Graph.from_ties(4, [0], [1]), np.array([True, True, True, False])).tolist()
    [[True, True, False], [True, True, False], [True, True, True], [True, True, True]]
    """
    found = np.zeros((graph.n, 3), dtype=np.bool_)
    silent = ~np.asarray(answered, dtype=bool)
    if not silent.any():
        found[np.arange(graph.n), limits.status(graph)] = True
        return found
    label, size = components(graph)
    kinds = _Kinds(size, np.bincount(label, silent, len(size)).astype(np.int64), graph.n, limits)
    found[:, NETWORKED] = graph.n >= limits.networked_min
    found[:, ISOLATED] = (graph.degree == 0) & np.array([kinds.alone(c) for c in range(len(size))], np.bool_)[label]
    found[:, FRAGMENT] = np.array([kinds.apart(c) for c in range(len(size))], np.bool_)[label]
    return found


class _Kinds:
    """The components by size and by how many of their members have not answered; few kinds, however many there are."""

    def __init__(self, size: Int64s, silent: Int64s, n: int, limits: Limits) -> None:
        self.size, self.silent, self.n, self.limits = size, silent, n, limits
        self.all_silent = int(silent.sum())
        kinds, counts = np.unique(np.stack([size, silent]), axis=1, return_counts=True)
        self.kinds = {(int(s), int(k)): int(c) for s, k, c in zip(*kinds, counts, strict=True)}

    def alone(self, component: int) -> bool:
        """Whether a component as it is can be outside the network."""
        return self._left_behind([self._kind(component)])

    def apart(self, component: int) -> bool:
        """Whether the members of a component can be a fragment."""
        own = self._kind(component)
        if own[0] > 1:
            return self._left_behind([own])
        others = (kind for kind in self.kinds if self._another(kind, own) and (own[1] or kind[1]))
        return any(self._left_behind([own, kind]) for kind in others)

    def _kind(self, component: int) -> tuple[int, int]:
        return int(self.size[component]), int(self.silent[component])

    def _another(self, kind: tuple[int, int], own: tuple[int, int]) -> bool:
        return self.kinds[kind] > (kind == own)

    def _left_behind(self, together: list[tuple[int, int]]) -> bool:
        """Whether these as one component are too small: by themselves, or beside what the others can be."""
        s, silent = (sum(part) for part in zip(*together, strict=True))
        if s < self.limits.networked_min:
            return True
        weighty = s >= self.limits.networked_share * self.n - TOLERANCE
        return not weighty and self._largest_besides(s, self.all_silent > silent) > s

    def _largest_besides(self, s: int, one_silent: bool) -> int:
        """How large another component can be beside one of s: all others together where one of them has not answered.

        Else the largest there is; that it may be part of the one of s does not matter, as it is no larger then.
        """
        return self.n - s if one_silent else max(s for s, _ in self.kinds)
