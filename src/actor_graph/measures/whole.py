"""The figures of a graph as a whole that need neither a search nor dealings, all at once: for many graphs in a row."""

from __future__ import annotations

from dataclasses import dataclass

from actor_graph.measures import dominance, isolation
from actor_graph.measures.graph import Bools, Graph, Ints
from actor_graph.measures.nulls import figures
from actor_graph.measures.nulls.figures import NETWORK, Drawn, type_sizes

SEARCHED = ("modularity", "core_fit")
"""Figures that are the result of a search, like the clusters."""
FIGURES = ("ties", *(name for name in NETWORK if name not in SEARCHED))
"""The names, as in an analysis, in the order of the contract."""


@dataclass(frozen=True)
class Limits(figures.Limits):
    """From where on an actor is networked or central, as a scheme says it; see ``isolation`` and ``dominance``."""

    def status(self, graph: Graph, answered: Bools | None = None) -> isolation.Marks:
        """The status of each actor."""
        return isolation.status(graph, answered=answered, share=self.networked_share, least=self.networked_min)

    def central(self, graph: Graph) -> Bools:
        """Who is central."""
        return dominance.top_dogs(graph, p=self.top_dog_p, fence=self.fence, least=self.min_tied)


USUAL = Limits()


def whole(graph: Graph, labels: Ints, *, answered: Bools | None = None, limits: Limits = USUAL) -> dict[str, float]:
    """All ``FIGURES`` of a graph, nan where undefined; each is defined at its function.

    Parameters
    ----------
    graph : Graph
    labels : type per actor, −1 = none.
    answered : who answered the survey; None where nobody is unknown: there was none, or all have answered.
    limits : from where on an actor is networked or central.

    Examples
    --------
    >>> import numpy as np
    >>> told = whole(Graph.from_ties(3, [0, 1], [1, 2]), np.array([0, 0, 1]))
    >>> told["density"], told["transitivity"], told["not_yet_networked_share"]
    (0.6666666666666666, 0.0, 0.0)
    >>> tuple(told) == FIGURES
    True
    """
    drawn = Drawn(graph, labels, type_sizes(labels), answered, limits, seed=1)
    return {"ties": float(graph.m)} | {name: float(NETWORK[name](drawn)) for name in FIGURES[1:]}
