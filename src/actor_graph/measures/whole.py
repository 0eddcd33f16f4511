"""The figures of a graph as a whole that need neither a search nor dealings, all at once: for many graphs in a row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from actor_graph.measures import cohesion, dominance, isolation, mixing, networking
from actor_graph.measures.graph import Bools, Graph, Ints

FIGURES = (
    "ties", "density", "average_degree", "isolates", "isolate_share", "not_yet_networked_share", "components",
    "largest_component_share", "connectedness", "degree_centralization", "betweenness_centralization", "transitivity",
    "average_clustering", "average_path_length", "diameter", "degree_gini", "assortativity", "ei_index", "ei_rescaled",
    "top_dog_tie_share",
)  # fmt: skip
"""Their names, as in an analysis. Modularity is not among them: it is the result of a search, like the clusters."""


@dataclass(frozen=True)
class Limits:
    """From where on an actor is networked or central, as a scheme says it; see ``isolation`` and ``dominance``."""

    networked_share: float = 0.10
    networked_min: int = 3
    top_dog_p: float = 0.05
    fence: float = 1.5
    min_tied: int = 5

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
    >>> told = whole(Graph.from_ties(3, [0, 1], [1, 2]), np.array([0, 0, 1]))
    >>> told["density"], told["transitivity"], told["not_yet_networked_share"]
    (0.6666666666666666, 0.0, 0.0)
    >>> tuple(told) == FIGURES
    True
    """
    sizes = np.bincount(labels[labels >= 0], minlength=int(labels.max(initial=-1)) + 1)
    typed = len(mixing.typed_ties(graph, labels)[0])
    index = mixing.ei_index(graph, labels)
    values = (
        graph.m,
        networking.density(graph),
        networking.average_degree(graph),
        isolation.isolates(graph),
        isolation.isolate_share(graph),
        isolation.not_yet_networked_share(limits.status(graph, answered)),
        cohesion.component_count(graph),
        cohesion.largest_component_share(graph),
        cohesion.connectedness(graph),
        dominance.degree_centralization(graph),
        dominance.betweenness_centralization(graph),
        cohesion.transitivity(graph),
        cohesion.average_clustering(graph),
        cohesion.average_path_length(graph),
        cohesion.diameter(graph),
        dominance.degree_gini(graph),
        mixing.assortativity(graph, labels),
        index,
        mixing.ei_rescaled(index, mixing.ei_min(sizes, typed), mixing.ei_max(sizes, typed)),
        dominance.top_dog_tie_share(graph, limits.central(graph)),
    )
    return dict(zip(FIGURES, map(float, values), strict=True))
