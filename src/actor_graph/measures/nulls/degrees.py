"""The null model ``degrees``: every actor keeps its number of partners, who they are is drawn anew.

Hubs, isolates and all that follows from the degrees stay. What is left (triangles, distances, circles, who meets whom)
is laid beside graphs that have the same hubs. Only what the degrees leave open is switched, see ``nulls.free``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from actor_graph.measures.chance import Stream
from actor_graph.measures.graph import Floats, Graph, Int32s, Int64s, Ints
from actor_graph.measures.nulls.free import Free

CHAINS = 8
"""Independent chains of switches. Their number is fixed, so that any number of workers draws the same graphs."""
BURN_IN, BETWEEN = 100, 20
"""Tries per tie before the first draw, and at least so many from one draw to the next."""
LARGEST, MOST = 0.1, 64
"""The lag-1 autocorrelation allowed, and how often 20 m at most lie between two draws."""

Run = Callable[[Callable[[Any], Any], Sequence[Any]], Iterable[Any]]
"""How a function is applied to several parts of the work: ``map``, or that of a pool of threads."""
Look = Callable[[int, Iterator[Graph]], Floats]
"""What is done with the draws of a chain: its number and its draws, a row for each."""


@dataclass(frozen=True)
class Switching:
    """What the chains did.

    Attributes
    ----------
    accepted
        The share of accepted tries.
    open_pairs
        Whether pairs without a tie were switched in place of the ties, see ``nulls.free``.
    between
        Tries between two draws.
    transitivity, ei_index
        The lag-1 autocorrelation of the draws; nan where no chain gave two.
    """

    accepted: float
    open_pairs: bool
    between: int
    transitivity: float
    ei_index: float


@dataclass(eq=False)
class Chain:
    """One chain of switches: the pairs as they are now (see ``kernels.switching``), its random numbers, what it did."""

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
        """Closed triads and pairs within types (twice), as it is now.

        Among pairs without a tie they are, the degrees being fixed, what those of the ties leave of a fixed number
        (Goodman 1959), so the one autocorrelation is the other.
        """
        from actor_graph.measures.kernels.switching import closed_and_internal

        return closed_and_internal(self.indptr, self.rows, labels)


@dataclass(eq=False)
class Chains:
    """Chains that have forgotten where they began; ``between`` tries lie between two draws of one of them."""

    original: Graph
    free: Free
    labels: Int64s
    each: Sequence[Chain]
    between: int
    autocorrelation: tuple[float, float] = (0.0, 0.0)

    def draw(self, look: Look, draws: int, run: Run = map, anew: Callable[[], None] = lambda: None) -> Floats:
        """Draw graphs and look at them, each chain at its share.

        Where the lag-1 autocorrelation of closed triads (transitivity) or of ties within types (E-I index) exceeds 0.1,
        a draw still tells too much of the one before: all are drawn anew, twice as far apart, up to 64 times as far. A
        distance is tried without looking first, and the draws it gives are looked at where it is enough.

        Parameters
        ----------
        look : takes the number of a chain and its draws; gives an array with a row per draw.
        draws : how many in all.
        run : applies a function to each chain, at the same time if it can, and gives the answers in order, as ``map``.
        anew : called where the draws that were looked at are too near to each other, and others are looked at instead.

        Returns
        -------
        The rows of all chains.
        """
        shares = [len(part) for part in np.array_split(np.arange(draws), CHAINS)]
        found = self._drawn(look, shares, run)
        if self._apart():
            return found
        anew()
        start = self.each
        while not self._apart():
            self.between *= 2
            start = deepcopy(self.each)
            self._drawn(_nothing, shares, run)
        self.each = start
        return self._drawn(look, shares, run)

    def _drawn(self, look: Look, shares: Sequence[int], run: Run) -> Floats:
        """The rows of the next draws of all chains; how like neighboring ones are."""
        seen: list[list[tuple[int, int]]] = [[] for _ in self.each]
        found = list(run(lambda i: look(i, self._graphs(i, shares[i], seen[i])), range(len(self.each))))
        closed, internal = ([[pair[which] for pair in chain] for chain in seen] for which in (0, 1))
        self.autocorrelation = autocorrelation(closed), autocorrelation(internal)
        return np.concatenate(found)

    def _apart(self) -> bool:
        """Whether draws are far enough apart, or as far as they are taken."""
        near = any(value > LARGEST for value in self.autocorrelation)
        return not near or self.between >= MOST * BETWEEN * self.original.m

    def _graphs(self, number: int, draws: int, seen: list[tuple[int, int]]) -> Iterator[Graph]:
        """The next draws of one chain; what is watched in them goes to ``seen``."""
        chain, weights = self.each[number], self.original.ties()[2]
        for _ in range(draws):
            chain.go(self.between)
            seen.append(chain.watched(self.labels))
            yield self._graph(chain, weights)

    def _graph(self, chain: Chain, weights: Floats) -> Graph:
        """The graph that a chain is at, the weights dealt out anew."""
        n, owner = self.original.n, np.repeat(np.arange(self.original.n), self.original.degree)
        start, end = self.free.whole(chain.owner, chain.rows)
        if (weights == weights[0]).all():
            ordered = np.sort(start * n + end) - owner * n
            return Graph(n, self.original.indptr, ordered.astype(np.int32), np.full(len(end), weights[0]))
        once = start < end
        return Graph.from_ties(n, start[once], end[once], chain.rng.permutation(weights))

    @property
    def switching(self) -> Switching:
        """What was done up to now."""
        tries, accepted = sum(chain.tries for chain in self.each), sum(chain.accepted for chain in self.each)
        return Switching(accepted / tries, self.free.open_pairs, self.between, *self.autocorrelation)


def chains(graph: Graph, labels: Ints, seed: int, run: Run = map) -> Chains | None:
    """Start chains of edge switching on a graph: uniform draws among all simple graphs with these degrees.

    ``CHAINS`` chains begin at the graph with random numbers of their own, each with 100 m tries before anything is
    drawn; a rejected try is a step. Then at least 20 m tries lie between two draws of a chain, see ``Chains.draw``. m
    is the number of ties of the whole graph, also where only a part of it is free, or open pairs are switched.

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
    free = Free.of(graph)
    if not len(free.actors):
        return None
    each = [Chain.of(free.graph, seed, number) for number in range(CHAINS)]
    list(run(partial(Chain.go, tries=BURN_IN * graph.m), each))
    return Chains(graph, free, np.asarray(labels, dtype=np.int64)[free.actors], each, BETWEEN * graph.m)


def _nothing(_: int, graphs: Iterator[Graph]) -> Floats:
    """Look at no draw."""
    deque(graphs, maxlen=0)
    return np.zeros((0, 0))


def autocorrelation(series: Sequence[Sequence[float]]) -> float:
    """The lag-1 autocorrelation of several chains around their common mean; 0 where nothing changes.

    nan where no chain has two values: then nothing can be said of neighbors.

    >>> autocorrelation([[1, 2, 1, 2]]), autocorrelation([[1, 1], [1]]), autocorrelation([[1], [2]])
    (-0.75, 0.0, nan)
    """
    if all(len(chain) < 2 for chain in series):
        return float("nan")
    mean = float(np.mean([value for chain in series for value in chain]))
    around = [np.array(chain, dtype=np.float64) - mean for chain in series]
    whole = sum(float((part**2).sum()) for part in around)
    return sum(float((part[1:] * part[:-1]).sum()) for part in around) / whole if whole else 0.0
