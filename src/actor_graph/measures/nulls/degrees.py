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
LARGEST, MOST = 0.1, 64
"""The lag-1 autocorrelation allowed, and how often 20 m at most lie between two draws."""

Run = Callable[[Callable[[Any], Any], Sequence[Any]], Iterable[Any]]
"""How a function is applied to several parts of the work: ``map``, or that of a pool of threads."""


@dataclass(frozen=True)
class Switching:
    """What the chains did: share of accepted tries, tries between draws, lag-1 autocorrelation of the draws."""

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

    def watched(self, labels: Int64s) -> tuple[int, int]:
        """Closed triads and ties within types (twice), as it is now."""
        from actor_graph.measures.kernels.switching import closed_and_internal

        return closed_and_internal(self.indptr, self.rows, labels)

    def graph(self, weights: Floats) -> Graph:
        """The graph as it is now, the weights dealt out anew."""
        n = len(self.indptr) - 1
        if (weights == weights[0]).all():
            ordered = np.sort(self.owner.astype(np.int64) * n + self.rows) - self.owner.astype(np.int64) * n
            return Graph(n, self.indptr, ordered.astype(np.int32), np.full(len(self.rows), weights[0]))
        once = self.owner < self.rows
        return Graph.from_ties(n, self.owner[once], self.rows[once], self.rng.permutation(weights))


@dataclass(eq=False)
class Chains:
    """Chains that have forgotten where they began; ``between`` tries lie between two draws of one of them."""

    original: Graph
    labels: Int64s
    each: Sequence[Chain]
    between: int
    autocorrelation: tuple[float, float] = (0.0, 0.0)

    def draw(self, look: Callable[[int, Iterator[Graph]], Floats], draws: int, run: Run = map) -> Floats:
        """Draw graphs and look at them, each chain at its share.

        Where the lag-1 autocorrelation of closed triads (transitivity) or of ties within types (E-I index) exceeds 0.1,
        a draw still tells too much of the one before: all are drawn anew, twice as far apart, up to 64 times as far.

        Parameters
        ----------
        look : takes the number of a chain and its draws; gives an array with a row per draw.
        draws : how many in all.
        run : applies a function to each chain, at the same time if it can, and gives the answers in order, as ``map``.

        Returns
        -------
        The rows of all chains.
        """
        shares = [len(part) for part in np.array_split(np.arange(draws), CHAINS)]
        while True:
            seen: list[list[tuple[int, int]]] = [[] for _ in range(CHAINS)]
            found = list(run(lambda i: look(i, self._graphs(i, shares[i], seen[i])), range(CHAINS)))  # noqa: B023
            series = [[[pair[which] for pair in chain] for chain in seen] for which in (0, 1)]
            self.autocorrelation = autocorrelation(series[0]), autocorrelation(series[1])
            if max(self.autocorrelation) <= LARGEST or self.between >= MOST * BETWEEN * self.original.m:
                return np.concatenate(found)
            self.between *= 2

    def _graphs(self, number: int, draws: int, seen: list[tuple[int, int]]) -> Iterator[Graph]:
        """The next draws of one chain; what is watched in them goes to ``seen``."""
        chain, weights = self.each[number], self.original.ties()[2]
        for _ in range(draws):
            chain.go(self.between)
            seen.append(chain.watched(self.labels))
            yield chain.graph(weights)

    @property
    def switching(self) -> Switching:
        """What was done up to now."""
        tries, accepted = sum(chain.tries for chain in self.each), sum(chain.accepted for chain in self.each)
        return Switching(accepted / tries, self.between, *self.autocorrelation)


def chains(graph: Graph, labels: Ints, seed: int, run: Run = map) -> Chains | None:
    """Start chains of edge switching on a graph: uniform draws among all simple graphs with these degrees.

    ``CHAINS`` chains begin at the graph with random numbers of their own, each with 100 m tries before anything is
    drawn; a rejected try is a step. Then at least 20 m tries lie between two draws of a chain, see ``Chains.draw``.

    Parameters
    ----------
    graph : Graph
    labels : type per actor, −1 = none; it matters only for the E-I index that is watched.
    seed : a whole number from 0.
    run : as for ``Chains.draw``.

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
    list(run(partial(Chain.go, tries=BURN_IN * graph.m), each))
    return Chains(graph, np.asarray(labels, dtype=np.int64), each, BETWEEN * graph.m)


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


def autocorrelation(series: Sequence[Sequence[float]]) -> float:
    """The lag-1 autocorrelation of several chains around their common mean; 0 where nothing changes.

    >>> autocorrelation([[1, 2, 1, 2]]), autocorrelation([[1, 1], [1]])
    (-0.75, 0.0)
    """
    mean = float(np.mean([value for chain in series for value in chain])) if any(series) else 0.0
    around = [np.array(chain, dtype=np.float64) - mean for chain in series]
    whole = sum(float((part**2).sum()) for part in around)
    return sum(float((part[1:] * part[:-1]).sum()) for part in around) / whole if whole else 0.0
