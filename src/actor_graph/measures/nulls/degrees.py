"""The null model ``degrees``: every actor keeps its number of partners, who they are is drawn anew.

Hubs, isolates and all that follows from the degrees stay. What is left (triangles, distances, circles, who meets whom)
is laid beside graphs that have the same hubs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from actor_graph.measures.chance import Stream
from actor_graph.measures.graph import Floats, Graph, Int32s, Int64s, Ints

CHAINS = 8
"""Independent chains of switches. Their number is fixed, so that any number of workers draws the same graphs."""
BURN_IN, BETWEEN = 100, 20
"""Tries per tie before the first draw, and at least so many from one draw to the next."""
PILOT, LARGEST, MOST = 50, 0.1, 64
"""Draws per chain by which the distance of draws is chosen; the autocorrelation allowed; how often at most 20 m."""

Run = Callable[[Callable[[Any], Any], Sequence[Any]], Iterable[Any]]
"""How a function is applied to several parts of the work: ``map``, or that of a pool of threads."""


@dataclass(frozen=True)
class Switching:
    """What the chains did: share of accepted tries, tries between draws, lag-1 autocorrelation at this distance."""

    accepted: float
    between: int
    transitivity: float
    ei_index: float


@dataclass(eq=False)
class Chain:
    """One chain of switches: the graph as it is now (see ``kernels.switching``), its random numbers, what it did."""

    indptr: Int64s
    owner: Int32s
    rows: Int32s
    twin: Int32s
    state: npt.NDArray[np.unsignedinteger[Any]]
    rng: np.random.Generator
    tries: int = 0
    accepted: int = 0

    @classmethod
    def of(cls, graph: Graph, seed: int, number: int) -> Chain:
        """A chain that starts at a graph."""
        owner = np.repeat(np.arange(graph.n, dtype=np.int32), graph.degree)
        twin = np.lexsort((owner, graph.indices)).astype(np.int32)
        own = np.random.SeedSequence([seed, Stream.DEGREES, number])
        state = own.generate_state(4, np.uint64)
        weights = np.random.default_rng(own.spawn(1)[0])
        return cls(graph.indptr, owner, graph.indices.copy(), twin, state, weights)

    def go(self, tries: int) -> None:
        """Try so many switches."""
        from actor_graph.measures.kernels.switching import switch

        self.accepted += switch(self.indptr, self.owner, self.rows, self.twin, self.state, tries)
        self.tries += tries

    def watch(self, tries: int, labels: Int64s) -> tuple[Floats, Floats]:
        """Try further switches; closed triads and ties within types after each so many, ``PILOT`` times."""
        from actor_graph.measures.kernels.switching import watched

        closed, internal = np.zeros(PILOT), np.zeros(PILOT)
        now = self.indptr, self.owner, self.rows, self.twin, self.state
        self.accepted += watched(*now, tries, labels, closed, internal)
        self.tries += tries * PILOT
        return closed, internal

    def graph(self, weights: Floats) -> Graph:
        """The graph as it is now, the weights dealt out anew."""
        once = self.owner < self.rows
        return Graph.from_ties(len(self.indptr) - 1, self.owner[once], self.rows[once], self.rng.permutation(weights))


@dataclass(frozen=True, eq=False)
class Chains:
    """Chains that have forgotten where they began, and know how far apart draws have to be."""

    original: Graph
    each: Sequence[Chain]
    between: int
    autocorrelation: tuple[float, float]

    def graphs(self, number: int, draws: int) -> Iterator[Graph]:
        """The next draws of one chain."""
        chain, weights = self.each[number], self.original.ties()[2]
        for _ in range(draws):
            chain.go(self.between)
            yield chain.graph(weights)

    @property
    def switching(self) -> Switching:
        """What was done up to now."""
        tries, accepted = sum(chain.tries for chain in self.each), sum(chain.accepted for chain in self.each)
        return Switching(accepted / tries, self.between, *self.autocorrelation)


def chains(graph: Graph, labels: Ints, seed: int, run: Run = map) -> Chains | None:
    """Start chains of edge switching on a graph: uniform draws among all simple graphs with these degrees.

    ``CHAINS`` chains begin at the graph with random numbers of their own, each with 100 m tries before anything is
    drawn; a rejected try is a step. Then ``PILOT`` draws of each, 20 m tries apart, show how much a draw still tells of
    the one before. Where the lag-1 autocorrelation of closed triads (transitivity) or of ties within types (E-I index)
    exceeds 0.1, the distance is doubled and looked at again, up to 64 times.

    Parameters
    ----------
    graph : Graph
    labels : type per actor, −1 = none; it matters only for the E-I index looked at.
    seed : a whole number from 0.
    run : applies a function to each chain, at the same time if it can, and gives the answers in order, as ``map`` does.

    Returns
    -------
    None where no switch is possible, so that there is no other graph with these degrees.

    References
    ----------
    Fosdick, Larremore, Nishimura, Ugander (2018). Configuring random graph models with fixed degree sequences. SIAM
    Review 60, 315–355. https://doi.org/10.1137/16M1087175
    """
    if only_one(graph.degree):
        return None
    each = [Chain.of(graph, seed, number) for number in range(CHAINS)]
    of_type = np.asarray(labels, dtype=np.int64)
    list(run(partial(Chain.go, tries=BURN_IN * graph.m), each))
    between = BETWEEN * graph.m
    while True:
        seen = np.array(list(run(partial(Chain.watch, tries=between, labels=of_type), each)))
        found = autocorrelation(seen[:, 0]), autocorrelation(seen[:, 1])
        if max(found) <= LARGEST or between >= MOST * BETWEEN * graph.m:
            return Chains(graph, each, between, found)
        between *= 2


def only_one(degree: Ints) -> bool:
    """Whether no other simple graph has these degrees, so that no switch is possible.

    So it is exactly for threshold graphs: taking away, again and again, an actor without a tie or one tied to all that
    are left takes all away (Chvátal and Hammer 1977: no two ties a–b, c–d without a–d and c–b).

    >>> only_one(np.array([1, 1, 3, 1])), only_one(np.array([1, 2, 2, 1])), only_one(np.array([0, 0]))
    (True, False, True)
    """
    left = np.sort(degree)
    low, high, taken = 0, len(left) - 1, 0
    while low <= high:
        if left[low] == taken:
            low += 1
        elif left[high] - taken == high - low:
            high -= 1
            taken += 1
        else:
            return False
    return True


def autocorrelation(series: Any) -> float:
    """The lag-1 autocorrelation of several chains around their common mean; 0 where nothing changes.

    >>> autocorrelation(np.array([[1.0, 2.0, 1.0, 2.0]])), autocorrelation(np.ones((2, 3)))
    (-0.75, 0.0)
    """
    around = series - series.mean()
    whole = float((around**2).sum())
    return float((around[:, 1:] * around[:, :-1]).sum()) / whole if whole else 0.0
