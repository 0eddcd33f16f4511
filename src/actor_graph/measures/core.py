"""Core and periphery: does a scene have a few actors through whom nearly everything is tied, and others around them?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from actor_graph.measures.graph import Bools, Graph


@dataclass(frozen=True, eq=False)
class Core:
    """The core that was found, a mask over the actors, and how well the scene fits to it."""

    fit: float
    members: Bools


def core_fit(graph: Graph) -> Core:
    """The correlation of a scene with the ideal core it fits best (Borgatti and Everett's discrete model).

    In the ideal, every actor of the core is tied to every other actor, and no two others are tied. The fit is the
    Pearson correlation, over all pairs, of "tied" with "one of both is in the core"; with P pairs, m ties, Δ = k(n − k)
    + k(k − 1)/2 pairs that touch a core of k actors, and t ties that do:

    (P t − m Δ) / √(m (P − m) Δ (P − Δ))

    Of all cores the one with the largest fit counts. It is looked for by growing and by steps that raise the fit; for
    small scenes that finds the largest, for large ones it may stay a little below. Real and random scenes are searched
    in the same way.

    Returns
    -------
    A fit up to 1 (the ideal itself, such as a star), and who is in the core. nan and nobody for fewer than three
    actors, without ties, and where all are tied to all. By itself it says little: hubs alone give a high fit, so it is
    read beside random scenes with the same degrees.

    Examples
    --------
    >>> star = core_fit(Graph.from_ties(4, [0, 0, 0], [1, 2, 3]))
    >>> round(star.fit, 12), star.members.tolist()
    (1.0, [True, False, False, False])
    >>> core_fit(Graph.from_ties(3, [], [])).fit
    nan

    References
    ----------
    Borgatti, Everett (2000). Models of core/periphery structures. Social Networks 21, 375–395.
    https://doi.org/10.1016/S0378-8733(99)00019-2
    """
    from actor_graph.measures.kernels.covering import best_core

    members = np.zeros(graph.n, np.bool_)
    return Core(best_core(graph.indptr, graph.indices, members), members)
