"""Standard errors of means over pairs of actors, by the vertex bootstrap (Snijders, Borgatti 1999) in closed form.

They are about scenes that could have arisen the same way: actors, with all their ties, stand for others that might have
been there. The actors of a landscape are a census; nothing here is about people who were not asked.

n actors are drawn with replacement, and with them their pairs; a pair of two copies of one actor gets the value of a
pair drawn at random. For the mean of a value over all pairs the variance over all these draws can be written down, so
that none is drawn: the answer is exact, the same every time, and takes one walk over the ties.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import sqrt

import numpy as np

from actor_graph.measures import networking
from actor_graph.measures.graph import Bools, Floats, Graph, Int64s, Ints

NAN = float("nan")
LEAST = 3
"""Of fewer actors nothing can be said: all pairs of two actors share both."""


@dataclass(frozen=True, eq=False)
class Mean:
    """A figure that is a mean over pairs of actors, or a ratio of two such means.

    Attributes
    ----------
    value
        The figure; nan where it is undefined.
    graph
        Whose pairs these are.
    share
        What each tie adds: the figure is, in the first order, a constant and the mean over all pairs of this, 0 for a
        pair without a tie, and of what both ends add.
    ends
        What each actor adds to all its pairs, tied or not; None where they add nothing.
    """

    value: float
    graph: Graph
    share: Floats
    ends: Floats | None = None

    def __repr__(self) -> str:
        return f"Mean({self.value} ± {self.error})"

    @cached_property
    def error(self) -> float:
        """The standard error; nan where the figure is undefined or there are fewer than three actors."""
        return NAN if np.isnan(self.value) else vertex_error(self.graph, self.share, self.ends)


def vertex_error(graph: Graph, of_ties: Floats, of_ends: Floats | None = None) -> float:
    """The standard error of the mean of a value over all pairs of actors.

    √([N s² + n (n − 1)(n − 2) r² / n²] / N²), with N = n (n − 1) / 2 pairs, s² the variance of the values over the
    pairs and r² that of their sums per actor, both divided by their number and not by one less. For independent ties
    this is about √3 times what the error then is: the vertex bootstrap is conservative where ties do not depend on
    each other.

    Parameters
    ----------
    graph : Graph
    of_ties : the value of each tie, in the order of ``graph.ties()``; pairs without a tie have 0.
    of_ends : what each actor adds to the value of each of its pairs, tied or not; None for nothing.

    Returns
    -------
    From 0; 0 where all pairs have the same value, as in an empty or complete graph. nan below three actors.

    Examples
    --------
    Three actors, one tie: N = 3, s² = 2/9, sums per actor 1, 1, 0 with r² = 2/9; √((2/3 + 4/27) / 9).

    >>> pair = Graph.from_ties(3, np.array([0]), np.array([1]))
    >>> bool(np.isclose(vertex_error(pair, np.ones(1)), np.sqrt((2 / 3 + 4 / 27) / 9)))
    True
    >>> vertex_error(Graph.from_ties(2, np.array([0]), np.array([1])), np.ones(1))
    nan

    References
    ----------
    Snijders, Borgatti (1999). Non-parametric standard errors and tests for network statistics. Connections 22(2),
    161–170. The closed form follows from it: each pair of a draw is a pair drawn at random, and two pairs of a draw
    hang together through an actor in common alone.
    """
    n = graph.n
    if n < LEAST:
        return NAN
    pairs = n * (n - 1) / 2
    u, v, _ = graph.ties()
    own = np.zeros(n) if of_ends is None else of_ends
    both, every = own[u] + own[v], float(own.sum())
    total = of_ties.sum() + (n - 1) * every
    squares = (of_ties * (of_ties + 2 * both)).sum() + (n - 2) * float((own**2).sum()) + every**2
    sums = np.bincount(u, of_ties, minlength=n) + np.bincount(v, of_ties, minlength=n) + (n - 2) * own + every
    spread = float(squares / pairs - (total / pairs) ** 2)
    return sqrt(max(0.0, pairs * spread + (n - 1) * (n - 2) * float(sums.var()) / n)) / pairs


def density(graph: Graph, tell: Bools | None = None) -> Mean:
    """The density (``networking.density``) with its error; as those ``tell`` it who answered, where not all did.

    Parameters
    ----------
    graph : Graph
        The ties that are named by those who tell.
    tell : who has answered, one per actor; None where all have.

    Returns
    -------
    Of the ties that those who tell could have, to each other and to the others, the share that they name: a pair counts
    as often as it has ends that tell, pairs of two others not at all. nan where nobody tells. The error is that of a
    ratio of two means over pairs, in the first order (delta method).

    Examples
    --------
    >>> path = Graph.from_ties(4, np.array([0, 1, 2]), np.array([1, 2, 3]))
    >>> density(path)
    Mean(0.5 ± 0.2282...)

    The first two tell: 2 (0–1) + 1 (1–2) of 6; what the others have between them is not known.

    >>> density(Graph.from_ties(4, np.array([0, 1]), np.array([1, 2])), np.array([True, True, False, False])).value
    0.5
    """
    if tell is None:
        return Mean(networking.density(graph), graph, np.ones(graph.m))
    (u, v, _), n = graph.ties(), graph.n
    told = tell.astype(np.float64)
    weight, each = told[u] + told[v], 2 * float(told.sum()) / n if n else 0.0
    if not each or n == 1:
        return Mean(NAN, graph, np.zeros(graph.m))
    value = float(weight.sum()) / (each * n * (n - 1) / 2)
    return Mean(value, graph, weight / each, -value * told / each)


def average_degree(graph: Graph, tell: Bools | None = None) -> Mean:
    """The average degree with its error: n − 1 times the density's; of those who ``tell``, where not all did."""
    found = density(graph, tell)
    times = graph.n - 1.0
    value = networking.average_degree(graph) if tell is None else times * found.value
    return Mean(value, graph, times * found.share, None if found.ends is None else times * found.ends)


def ei_index(graph: Graph, labels: Ints) -> Mean:
    """The E-I index (``mixing.ei_index``) with its error: the mean over the typed ties of 1 between types, −1 within.

    Parameters
    ----------
    graph : Graph
    labels : type per actor, −1 = none.

    Examples
    --------
    >>> path = Graph.from_ties(4, np.array([0, 1, 2]), np.array([1, 2, 3]))
    >>> ei_index(path, np.array([0, 0, 0, 0])).error, ei_index(path, np.array([0, -1, 0, -1])).error
    (0.0, nan)
    """
    u, v, _ = graph.ties()
    return over_ties(graph, np.where(labels[u] == labels[v], -1.0, 1.0), labels)


def mixing_share(graph: Graph, labels: Ints, a: int, b: int) -> Mean:
    """The share of the typed ties that lie between types ``a`` and ``b`` (within, where they are one), with its error.

    Examples
    --------
    >>> path = Graph.from_ties(4, np.array([0, 1, 2]), np.array([1, 2, 3]))
    >>> mixing_share(path, np.array([0, 0, 0, 1]), 0, 1).value
    0.3333...
    """
    u, v, _ = graph.ties()
    low, high = np.minimum(labels[u], labels[v]), np.maximum(labels[u], labels[v])
    return over_ties(graph, ((low == min(a, b)) & (high == max(a, b))).astype(np.float64), labels)


def over_ties(graph: Graph, of_ties: Floats, labels: Ints) -> Mean:
    """The mean of a value over the ties between typed actors, a ratio of two means over pairs.

    Its error is that of the first order (delta method): a tie of value x adds (x − mean) / (share of pairs tied).

    Returns
    -------
    nan without a typed tie. Untyped actors stay in the graph, and their pairs add nothing.
    """
    u, v, _ = graph.ties()
    typed = (labels[u] >= 0) & (labels[v] >= 0)
    m = int(typed.sum())
    if not m:
        return Mean(NAN, graph, np.zeros(graph.m))
    mean = float(of_ties[typed].mean())
    return Mean(mean, graph, np.where(typed, (of_ties - mean) * (graph.n * (graph.n - 1) / 2 / m), 0.0))


def paired_error(first: Mean, second: Mean) -> float:
    """The standard error of the difference of two figures of the same actors, as in two waves.

    In every draw the same actors are drawn in both, and a pair of two copies of one actor gets the value of the same
    pair in both. So it is the error of the mean of the differences, pair by pair; what stays as it is adds nothing.

    Parameters
    ----------
    first, second : figures of graphs of the same actors in the same order.

    Raises
    ------
    ValueError
        The graphs have not the same number of actors.

    Examples
    --------
    >>> path = Graph.from_ties(4, np.array([0, 1, 2]), np.array([1, 2, 3]))
    >>> paired_error(density(path), density(path))
    0.0
    """
    n = first.graph.n
    if second.graph.n != n:
        raise ValueError("two waves have to be of the same actors")
    if np.isnan([first.value, second.value]).any():
        return NAN
    (u1, v1, _), (u2, v2, _) = first.graph.ties(), second.graph.ties()
    either = Graph.from_ties(n, np.concatenate([u1, u2]), np.concatenate([v1, v2]))
    u, v, _ = either.ties()
    values = np.zeros(either.m)
    values[_place(u, v, u2, v2, n)] += second.share
    values[_place(u, v, u1, v1, n)] -= first.share
    nothing = np.zeros(n)
    ends = (nothing if second.ends is None else second.ends) - (nothing if first.ends is None else first.ends)
    return vertex_error(either, values, ends)


def _place(u: Int64s, v: Int64s, some_u: Int64s, some_v: Int64s, n: int) -> Int64s:
    """Where these ties stand among all."""
    return np.asarray(np.searchsorted(u * n + v, some_u * n + some_v), dtype=np.int64)
