"""Dominance: who holds many ties, through whom the ways lead, and what would fall away without them."""

from __future__ import annotations

import numpy as np

from actor_graph.measures.graph import Bools, Floats, Graph, Int64s
from actor_graph.measures.paths import shortest_paths
from actor_graph.measures.walk import members, pieces_without, size

NAN = float("nan")
TOLERANCE = 1e-9


def betweenness(graph: Graph) -> Floats:
    """The share of pairs of others whose shortest way leads through an actor.

    bᵢ = Σ_{s<t} σ_st(i)/σ_st / ((n − 1)(n − 2)/2), σ_st the number of shortest paths from s to t, σ_st(i) of those
    through i; from 0 (none) to 1 (the center of a star). Undefined (nan) for fewer than three actors.

    >>> betweenness(Graph.from_ties(3, [0, 1], [1, 2])).tolist()
    [0.0, 1.0, 0.0]
    >>> betweenness(Graph.from_ties(2, [0], [1])).tolist()
    [nan, nan]

    References
    ----------
    Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry 40(1), 35–41.
    https://doi.org/10.2307/3033543
    """
    n = graph.n
    return shortest_paths(graph).betweenness / ((n - 1) * (n - 2) / 2) if n > 2 else np.full(n, np.nan)


def degree_centralization(graph: Graph) -> float:
    """How far the ties are gathered at one actor.

    Σ (max d − dᵢ) / ((n − 1)(n − 2)); from 0 (all have the same number) to 1 (a star). Undefined (nan) for fewer than
    three actors.

    >>> degree_centralization(Graph.from_ties(4, [0, 0, 0], [1, 2, 3]))
    1.0
    >>> degree_centralization(Graph.from_ties(2, [0], [1]))
    nan

    References
    ----------
    Freeman, L. C. (1978/79). Centrality in social networks: conceptual clarification. Social Networks 1(3), 215–239.
    https://doi.org/10.1016/0378-8733(78)90021-7
    """
    n, d = graph.n, graph.degree
    return int((d.max() - d).sum()) / ((n - 1) * (n - 2)) if n > 2 else NAN


def betweenness_centralization(graph: Graph) -> float:
    """How far the ways between actors lead through one actor.

    Σ (max b − bᵢ) / (n − 1), b normalized betweenness; from 0 (all alike) to 1 (a star). Undefined (nan) for fewer than
    three actors.

    >>> betweenness_centralization(Graph.from_ties(4, [0, 0, 0], [1, 2, 3]))
    1.0
    >>> betweenness_centralization(Graph.from_ties(2, [0], [1]))
    nan

    References
    ----------
    Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry 40(1), 35–41.
    https://doi.org/10.2307/3033543
    """
    b = betweenness(graph)
    return float((b.max() - b).sum() / (graph.n - 1)) if graph.n > 2 else NAN


def degree_gini(graph: Graph) -> float:
    """How unequally the ties are spread over the actors.

    Σ (2i − n − 1) d₍ᵢ₎ / (n Σ d), degrees ascending, i from 1; from 0 (all have the same number) toward 1 (few have
    them all). Undefined (nan) without a tie.

    >>> degree_gini(Graph.from_ties(4, [0, 0, 0], [1, 2, 3]))
    0.25
    >>> degree_gini(Graph.from_ties(2, [], []))
    nan
    """
    n, d = graph.n, np.sort(graph.degree)
    return int(((2 * np.arange(1, n + 1) - n - 1) * d).sum()) / (n * int(d.sum())) if graph.m else NAN


def degree_p(graph: Graph) -> Floats:
    """A bound for the chance that any actor of a random scene with as many ties reaches this degree.

    min(1, n · P(X ≥ dᵢ)), X hypergeometric: of the N = n(n − 1)/2 pairs, K = n − 1 are the actor's, m are drawn
    (Bonferroni over n actors). From 0 (never by chance) to 1 (nothing remarkable; always for actors without a tie).

    >>> degree_p(Graph.from_ties(5, [0, 0, 0], [1, 2, 3])).round(12).tolist()
    [0.166666666667, 1.0, 1.0, 1.0, 1.0]
    >>> degree_p(Graph.from_ties(1, [], [])).tolist()
    [1.0]
    """
    tail = _at_least(graph.n, graph.m)[graph.degree]
    return np.where(graph.degree > 0, np.minimum(1.0, graph.n * tail), 1.0)


def _at_least(n: int, m: int) -> Floats:
    """P(X ≥ d) for d = 0 … n − 1: from the mode both ways by the ratio of neighboring probabilities, then summed.

    P(x + 1)/P(x) = (K − x)(m − x) / ((x + 1)(N − K − m + x + 1)); everything relative to the mode, so nothing cancels.
    """
    every, own = n * (n - 1) // 2, n - 1
    low, high = max(0, m - (every - own)), min(own, m)
    mode = min(max((own + 1) * (m + 1) // (every + 2), low), high)
    x = np.arange(low, high, dtype=np.float64)
    ratio = (own - x) * (m - x) / ((x + 1) * (every - own - m + x + 1))
    up, down = np.cumprod(ratio[mode - low :]), np.cumprod(1 / ratio[: mode - low][::-1])[::-1]
    part = np.concatenate([down, [1.0], up])
    tail = np.zeros(max(n, 1))
    tail[low : high + 1] = np.cumsum(part[::-1])[::-1] / part.sum()
    tail[: low + 1] = 1.0
    return tail


def upper_fence(values: Floats | Int64s, factor: float = 1.5) -> float:
    """The value above which one stands out from the others (Tukey's upper fence).

    Q3 + factor × (Q3 − Q1), quartiles interpolated linearly. Undefined (nan) without values.

    >>> upper_fence(np.array([1.0, 2.0, 3.0, 4.0, 5.0]))
    7.0
    >>> upper_fence(np.array([]))
    nan

    References
    ----------
    Tukey, J. W. (1977). Exploratory Data Analysis. Reading: Addison-Wesley.
    """
    if not len(values):
        return NAN
    first, third = np.quantile(values, (0.25, 0.75))
    return float(third + factor * (third - first))


def top_dogs(graph: Graph, *, p: float = 0.05, fence: float = 1.5, least: int = 5) -> Bools:
    """The few actors that dominate: ways lead through them far more than through others, and they hold many ties.

    True where betweenness lies above its upper fence over the actors with a tie and degree lies above its own or
    ``degree_p`` is under ``p`` (in dense scenes the fence lies above n − 1). None where fewer than ``least`` actors
    have a tie, or n < 3. It says how the scene is tied, as named in a survey, not what anyone's work is worth.

    >>> top_dogs(Graph.from_ties(6, [0, 0, 0, 0, 0], [1, 2, 3, 4, 5])).tolist()
    [True, False, False, False, False, False]
    >>> bool(top_dogs(Graph.from_ties(4, [0, 0, 0], [1, 2, 3])).any())
    False
    """
    d, tied = graph.degree, graph.degree > 0
    if graph.n < 3 or tied.sum() < least:
        return np.zeros(graph.n, dtype=np.bool_)
    b = betweenness(graph)
    many = (d > upper_fence(d[tied], fence) + TOLERANCE) | (degree_p(graph) < p)
    return tied & many & (b > upper_fence(b[tied], fence) + TOLERANCE)


def tie_share(graph: Graph) -> Floats:
    """The share of all ties that touch each actor.

    dᵢ / m, from 0 (no tie) to 1 (the center of a star). Undefined (nan) without a tie.

    >>> tie_share(Graph.from_ties(3, [0, 1], [1, 2])).tolist()
    [0.5, 1.0, 0.5]
    >>> tie_share(Graph.from_ties(1, [], [])).tolist()
    [nan]
    """
    return graph.degree / graph.m if graph.m else np.full(graph.n, np.nan)


def top_dog_tie_share(graph: Graph, top: Bools) -> float:
    """The share of ties that touch at least one of the chosen actors.

    From 0 (none chosen, or none of them tied) to 1 (no tie without them). Undefined (nan) without a tie.

    >>> top_dog_tie_share(Graph.from_ties(4, [0, 1, 2], [1, 2, 3]), np.array([0, 1, 0, 0], dtype=bool))
    0.6666666666666666
    >>> top_dog_tie_share(Graph.from_ties(1, [], []), np.array([False]))
    nan
    """
    u, v, _ = graph.ties()
    return int((top[u] | top[v]).sum()) / graph.m if graph.m else NAN


def cut_off(graph: Graph, actor: int, *, least: int = 3) -> Int64s:
    """The actors that would be cut off without this one, as ascending places.

    It is taken out of its component: all outside the largest remaining piece; if that has fewer than ``least`` actors,
    or several pieces are of equal largest size, all outside any piece of ``least`` or more. Empty where nothing falls
    apart (and for an actor without a tie).

    >>> chain_with_a_leaf = Graph.from_ties(6, [0, 1, 2, 3, 3], [1, 2, 3, 4, 5])
    >>> cut_off(chain_with_a_leaf, 3).tolist()
    [4, 5]
    >>> cut_off(chain_with_a_leaf, 2).tolist()
    [0, 1]
    >>> cut_off(Graph.from_ties(3, [0, 1], [1, 2]), 1).tolist()
    [0, 2]
    """
    pieces = pieces_without(graph, actor)
    sizes = [size(piece) for piece in pieces]
    largest = max(sizes, default=0)
    keep = largest if largest >= least and sizes.count(largest) == 1 else least
    return members(graph, [piece for piece, k in zip(pieces, sizes, strict=True) if k < keep])
