"""The figures that are laid beside chance, and what each null model fixes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from actor_graph.measures import clusters, cohesion, core, dominance, isolation, mixing, networking
from actor_graph.measures.graph import Bools, Graph, Ints

NAN = float("nan")


@dataclass(frozen=True)
class Limits:
    """The thresholds that two of the figures rest on, with the defaults of the scheme."""

    networked_share: float = 0.10
    networked_min: int = 3
    top_dog_p: float = 0.05
    fence: float = 1.5
    min_tied: int = 5


@dataclass(frozen=True, eq=False)
class Drawn:
    """A graph, real or drawn, with what stays on its actors; ``seed`` is for the search of circles."""

    graph: Graph
    labels: Ints
    sizes: Ints
    answered: Bools | None
    limits: Limits
    seed: int


def _outside(drawn: Drawn) -> float:
    limits = drawn.limits
    status = isolation.status(
        drawn.graph, answered=drawn.answered, share=limits.networked_share, least=limits.networked_min
    )
    return isolation.not_yet_networked_share(status)


def _central(drawn: Drawn) -> float:
    graph, limits = drawn.graph, drawn.limits
    top = dominance.top_dogs(graph, p=limits.top_dog_p, fence=limits.fence, least=limits.min_tied)
    return dominance.top_dog_tie_share(graph, top)


def _rescaled(drawn: Drawn) -> float:
    index, ties = mixing.ei_index(drawn.graph, drawn.labels), len(mixing.typed_ties(drawn.graph, drawn.labels)[0])
    return mixing.ei_rescaled(index, mixing.ei_min(drawn.sizes, ties), mixing.ei_max(drawn.sizes, ties))


NETWORK: Mapping[str, Callable[[Drawn], float]] = {
    "density": lambda drawn: networking.density(drawn.graph),
    "average_degree": lambda drawn: networking.average_degree(drawn.graph),
    "isolates": lambda drawn: isolation.isolates(drawn.graph),
    "isolate_share": lambda drawn: isolation.isolate_share(drawn.graph),
    "not_yet_networked_share": _outside,
    "components": lambda drawn: cohesion.component_count(drawn.graph),
    "largest_component_share": lambda drawn: cohesion.largest_component_share(drawn.graph),
    "connectedness": lambda drawn: cohesion.connectedness(drawn.graph),
    "degree_centralization": lambda drawn: dominance.degree_centralization(drawn.graph),
    "betweenness_centralization": lambda drawn: dominance.betweenness_centralization(drawn.graph),
    "transitivity": lambda drawn: cohesion.transitivity(drawn.graph),
    "average_clustering": lambda drawn: cohesion.average_clustering(drawn.graph),
    "average_path_length": lambda drawn: cohesion.average_path_length(drawn.graph),
    "diameter": lambda drawn: cohesion.diameter(drawn.graph),
    "degree_gini": lambda drawn: dominance.degree_gini(drawn.graph),
    "assortativity": lambda drawn: mixing.assortativity(drawn.graph, drawn.labels),
    "ei_index": lambda drawn: mixing.ei_index(drawn.graph, drawn.labels),
    "ei_rescaled": _rescaled,
    "modularity": lambda drawn: clusters.quick_modularity(drawn.graph, drawn.seed),
    "top_dog_tie_share": _central,
    "core_fit": lambda drawn: core.core_fit(drawn.graph).fit,
}
"""The figures of a graph, in the order of the contract. Counts that are no figures of the graph are not among them
(actors, ties, unknown, response_rate, confirmed_share, intensity), nor what is itself made by chance or by the search
for circles (p values and bounds of the E-I index, cluster_stability)."""

OF_TYPES = ("assortativity", "ei_index", "ei_rescaled", "partner_heterogeneity", "cluster_heterogeneity")
"""The figures by type, which dealing the types anew can change."""

FIXED: Mapping[str, frozenset[str]] = {
    "size": frozenset({"density", "average_degree"}),
    "degrees": frozenset(
        {"density", "average_degree", "isolates", "isolate_share", "degree_centralization", "degree_gini"}
    ),
    "dealing": frozenset(NETWORK) - frozenset(OF_TYPES),
}
"""What each null model leaves as it is, so that there is nothing to compare."""


def values(drawn: Drawn, names: tuple[str, ...]) -> list[float]:
    """The figures of these names."""
    return [NETWORK[name](drawn) for name in names]


def type_sizes(labels: Ints) -> Ints:
    """The number of actors of each type."""
    return np.bincount(labels[labels >= 0]).astype(np.int64)
