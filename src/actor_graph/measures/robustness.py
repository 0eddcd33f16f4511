"""Missing answers, third way: how figures and rankings hold when some of the actors or ties are taken away at random.

What is taken away is known, so it can be compared: a scene whose figures change little when a fifth of it is gone will
not be turned over by a fifth that is still missing. It does not say what the missing would bring.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from actor_graph.measures import dominance
from actor_graph.measures.chance import Stream, in_order
from actor_graph.measures.graph import Bools, Floats, Graph, Int64s, Ints
from actor_graph.measures.whole import USUAL, Limits, whole

DRAWS, FEWEST, WORK = 100, 20, 50_000
SHARES = (0.05, 0.10, 0.20, 0.30, 0.40, 0.50)
TOP = 10
NAN = float("nan")

Taken = Literal["actors", "ties"]
TAKEN: tuple[Taken, ...] = ("actors", "ties")


@dataclass(frozen=True, eq=False, repr=False)
class Held:
    """One graph less some actors or ties, beside the whole.

    Attributes
    ----------
    figures
        See ``whole``.
    spearman, top
        For degree and for betweenness: how like the two rankings of those who remain are, and how much of their top ten
        is the same.
    remains, central
        Per actor of the whole: is it still there, and is it central now?
    """

    figures: dict[str, float]
    spearman: dict[str, float]
    top: dict[str, float]
    remains: Bools
    central: Bools


def draws_for(n: int) -> int:
    """How often a scene of n actors is thinned: 100 times up to 500 actors, then less often, 20 times at least.

    >>> draws_for(60), draws_for(1000), draws_for(10_000)
    (100, 50, 20)
    """
    return max(FEWEST, min(DRAWS, WORK // max(n, 1)))


def taken_number(count: int, share: float) -> int:
    """How many of so many are a share: to the nearest, a half up, but one at least where there are any.

    >>> taken_number(73, 0.05), taken_number(5, 0.05), taken_number(0, 0.5), taken_number(5, 0.5)
    (4, 1, 0, 3)
    """
    return min(count, max(1, int(count * share + 0.5)))


def less(
    graph: Graph,
    labels: Ints,
    what: Taken,
    share: float,
    draw: int,
    *,
    answered: Bools | None = None,
    seed: int = 1,
    ids: Sequence[str] | None = None,
    limits: Limits = USUAL,
) -> Held:
    """Take a share of the actors (with their ties) or of the ties away, all choices alike probable, and compare.

    Parameters
    ----------
    graph : Graph
    labels : type per actor, −1 = none.
    what, share : ``actors`` or ``ties``, and how many of them, see ``taken_number``.
    draw : its number; each has random numbers of its own.
    answered : who answered the survey; None without one.
    seed : a whole number from 0.
    ids : the actors' ids; with them the answer does not depend on the order of the input.
    limits : from where on an actor is networked or central.

    References
    ----------
    Borgatti, S. P., Carley, K. M. and Krackhardt, D. (2006). On the robustness of centrality measures under conditions
    of imperfect data. Social Networks 28(2), 124–136. https://doi.org/10.1016/j.socnet.2005.05.001
    """
    key = [seed, Stream.ROBUSTNESS, TAKEN.index(what), round(share * 10_000), draw]
    rng = np.random.default_rng(np.random.SeedSequence(key))
    order = in_order(np.ones(graph.n, dtype=np.bool_), ids)
    remains, left = np.ones(graph.n, dtype=np.bool_), graph
    if what == "actors":
        remains[order[rng.choice(graph.n, taken_number(graph.n, share), replace=False)]] = False
        left = graph.induced(remains)
    else:
        left = _fewer_ties(graph, order, taken_number(graph.m, share), rng)
    now_central = np.zeros(graph.n, dtype=np.bool_)
    now_central[remains] = limits.central(left)
    before, after = _rankings(graph), _rankings(left)
    return Held(
        figures=whole(left, labels[remains], answered=None if answered is None else answered[remains], limits=limits),
        spearman={name: spearman(before[name][remains], after[name]) for name in before},
        top={name: top_overlap(before[name][remains], after[name]) for name in before},
        remains=remains,
        central=now_central,
    )


def spearman(one: Floats, other: Floats) -> float:
    """How like two rankings are: the correlation of ranks, equal values (within 1e-9) sharing their mean rank.

    Returns
    -------
    1: the same order; 0: none to do with each other; −1: reversed. nan where all values of one are equal.

    Examples
    --------
    >>> spearman(np.array([1, 2, 3]), np.array([10, 20, 15]))
    0.5
    >>> spearman(np.array([1, 1]), np.array([1, 2]))
    nan

    References
    ----------
    Spearman, C. (1904). The proof and measurement of association between two things. American Journal of Psychology
    15(1), 72–101. https://doi.org/10.2307/1412159
    """
    a, b = _ranks(one), _ranks(other)
    a, b = a - (len(a) + 1) / 2, b - (len(b) + 1) / 2
    spread = float(np.sqrt((a**2).sum() * (b**2).sum()))
    return float((a * b).sum()) / spread if spread else NAN


def top_overlap(one: Floats, other: Floats, top: int = TOP) -> float:
    """How much of the top ten of one ranking is in that of another: Σ min(w, w′) / ten.

    w is 1 for an actor in the top ten, 0 outside; where several are equal (within 1e-9) at its border, they share the
    places that are left, so that no order decides. Of fewer than ten actors it is all of them.

    Returns
    -------
    1: the same actors; 0: none in common. nan without actors.

    Examples
    --------
    >>> top_overlap(np.array([3, 2, 1, 0]), np.array([3, 1, 2, 0]), top=2)
    0.5
    >>> top_overlap(np.array([3, 2, 2, 0]), np.array([3, 2, 2, 0]), top=2)
    1.0
    >>> top_overlap(np.array([]), np.array([]))
    nan
    """
    places = min(top, len(one))
    if not places:
        return NAN
    a, b = _seats(one, places), _seats(other, places)
    return float(np.minimum(a, b).sum()) / places


def _fewer_ties(graph: Graph, order: Int64s, number: int, rng: np.random.Generator) -> Graph:
    """The graph without so many of its ties, told in the order of the actors given."""
    place = np.empty(graph.n, dtype=np.int64)
    place[order] = np.arange(graph.n)
    u, v, w = graph.ties()
    low, high = np.minimum(place[u], place[v]), np.maximum(place[u], place[v])
    told = np.lexsort((high, low))
    kept = np.ones(graph.m, dtype=np.bool_)
    kept[told[rng.choice(graph.m, number, replace=False)]] = False
    return Graph.from_ties(graph.n, u[kept], v[kept], w[kept])


def _rankings(graph: Graph) -> dict[str, Floats]:
    """What the actors are ranked by."""
    return {"degree": graph.degree.astype(np.float64), "betweenness": dominance.betweenness(graph)}


def _ranks(values: Floats) -> Floats:
    _, place, counts = np.unique(np.round(values, 9), return_inverse=True, return_counts=True)
    return np.asarray((np.cumsum(counts) - (counts - 1) / 2)[place], dtype=np.float64)


def _seats(values: Floats, places: int) -> Floats:
    """For each value its part of the places at the top."""
    told = np.round(np.nan_to_num(values), 9)
    border = np.sort(told)[-places]
    above, at = told > border, told == border
    return np.asarray(above + at * ((places - int(above.sum())) / int(at.sum())), dtype=np.float64)
