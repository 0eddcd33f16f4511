"""What the degrees of a graph leave open: the part of it that differs among the graphs with these degrees.

An actor tied to all others is so in each of these graphs, and so are its ties; the same holds again among those who are
left, until nobody there is tied to all or to none (Chvátal and Hammer 1977). Among these, whoever says which pairs have
a tie says which have none, and the other way round: where more than half of the pairs have one, those without are the
shorter story. A switch of ties a–b, c–d to a–d, c–b is the switch of the open pairs a–d, c–b to a–b, c–d, so both ways
lead from the same graphs to the same graphs; but tries that hit a possible switch are more frequent among fewer pairs.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from actor_graph.measures.graph import Graph, Int64s, Ints


@dataclass(frozen=True, eq=False)
class Free:
    """The free part of a graph.

    Attributes
    ----------
    actors
        Those whose ties the degrees leave open, ascending. Nobody where no other graph has these degrees.
    graph
        Theirs among themselves: the ties, or, where ``open_pairs``, the pairs without one.
    open_pairs
        Whether more than half of their pairs are tied.
    settled
        The ties that every graph with these degrees has, in both directions.
    """

    actors: Int64s
    graph: Graph
    open_pairs: bool
    settled: tuple[Int64s, Int64s]

    @classmethod
    def of(cls, graph: Graph) -> Free:
        """The free part of a graph.

        Two pairs, and one who is tied to all four: its ties are settled, and those of the four are drawn.

        >>> bow = Graph.from_ties(5, [0, 0, 0, 0, 1, 3], [1, 2, 3, 4, 2, 4])
        >>> free = Free.of(bow)
        >>> free.actors.tolist(), free.graph.m, free.open_pairs, len(free.settled[0])
        ([1, 2, 3, 4], 2, False, 8)
        """
        actors = open_actors(graph.degree)
        inside = np.zeros(graph.n, dtype=np.bool_)
        inside[actors] = True
        part, k = graph.induced(inside), len(actors)
        open_pairs = 4 * part.m > k * (k - 1)
        owner, contact = np.repeat(np.arange(graph.n), graph.degree), graph.indices.astype(np.int64)
        apart = ~(inside[owner] & inside[contact])
        drawn = Graph.from_ties(k, *_others(part)) if open_pairs else part
        return cls(actors, drawn, open_pairs, (owner[apart], contact[apart]))

    def whole(self, owner: Ints, contact: Ints) -> tuple[Int64s, Int64s]:
        """The ties of the whole graph in both directions, where its free part has these pairs (both directions)."""
        if self.open_pairs:
            tied = ~np.eye(len(self.actors), dtype=np.bool_)
            tied[owner, contact] = False
            owner, contact = np.nonzero(tied)
        start, end = self.settled
        return np.concatenate([start, self.actors[owner]]), np.concatenate([end, self.actors[contact]])


def open_actors(degree: Ints) -> Int64s:
    """The actors whose ties these degrees may leave open, ascending; nobody exactly where no other graph has them.

    Taken away, again and again, are actors without a tie, or tied to all, among those who are left. Ties can be settled
    among these, too (all from some to each of a few, none to the rest: Tyshkevich 2000); they are tried in vain, which
    costs time and changes no draw.

    >>> open_actors(np.array([1, 1, 3, 1])), open_actors(np.array([1, 2, 2, 1]))
    (array([], dtype=int64), array([0, 1, 2, 3]))
    """
    order = np.argsort(degree, kind="stable").astype(np.int64)
    low, high, taken = 0, len(order) - 1, 0
    while low <= high:
        if degree[order[low]] == taken:
            low += 1
        elif degree[order[high]] - taken == high - low:
            high -= 1
            taken += 1
        else:
            break
    return np.sort(order[low : high + 1])


def _others(graph: Graph) -> tuple[Int64s, Int64s]:
    """The pairs without a tie."""
    tied = np.zeros((graph.n, graph.n), dtype=np.bool_)
    u, v, _ = graph.ties()
    tied[u, v] = True
    low, high = np.nonzero(np.triu(~tied, k=1))
    return low, high
