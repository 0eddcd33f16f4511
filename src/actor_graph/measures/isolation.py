"""Not yet networked: who stands outside, who has not answered, and how sure that is."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from actor_graph.measures.cohesion import components
from actor_graph.measures.graph import Bools, Floats, Graph, Ints

NETWORKED, FRAGMENT, ISOLATED, UNKNOWN = range(4)
GROUP_NETWORKED, GROUP_WEAK, GROUP_ISOLATED, GROUP_UNKNOWN, GROUP_NONE = 0, 1, 2, 3, -1
TOLERANCE = 1e-9

Marks = npt.NDArray[np.int8]


def isolates(graph: Graph) -> int:
    """The number of actors without a tie, those who have not answered included; from 0 to n.

    >>> isolates(Graph.from_ties(3, [0], [1]))
    1
    """
    return int((graph.degree == 0).sum())


def isolate_share(graph: Graph) -> float:
    """The share of actors without a tie, from 0 (none) to 1 (all). Undefined (nan) without actors.

    >>> isolate_share(Graph.from_ties(4, [0], [1]))
    0.5
    >>> isolate_share(Graph.from_ties(0, [], []))
    nan
    """
    return isolates(graph) / graph.n if graph.n else float("nan")


def status(graph: Graph, *, answered: Bools | None = None, share: float = 0.10, least: int = 3) -> Marks:
    """How each actor stands to the scene: NETWORKED, FRAGMENT, ISOLATED or UNKNOWN.

    NETWORKED: in a component of at least ``least`` actors that is the largest (all largest where several are of equal
    size) or holds at least ``share`` of n. FRAGMENT: any other actor with a tie. ISOLATED: an actor without a tie.
    With a survey (``answered``, a mask; None: there was none), UNKNOWN: without a tie and not answered, or in a
    fragment none of whose members answered. "Did not answer" is never shown as "has no partners".

    >>> pair_and_two = Graph.from_ties(7, [0, 1, 3], [1, 2, 4])
    >>> status(pair_and_two).tolist()
    [0, 0, 0, 1, 1, 2, 2]
    >>> status(pair_and_two, answered=np.array([0, 0, 0, 0, 0, 0, 1], dtype=bool)).tolist()
    [0, 0, 0, 3, 3, 3, 2]

    References
    ----------
    Borgatti, S. P., Carley, K. M. and Krackhardt, D. (2006). On the robustness of centrality measures under conditions
    of imperfect data. Social Networks 28(2), 124–136. https://doi.org/10.1016/j.socnet.2005.05.001
    """
    label, size = components(graph)
    weighty = (size == size.max(initial=0)) | (size >= share * graph.n - TOLERANCE)
    found = np.where((weighty & (size >= least))[label], NETWORKED, np.where(graph.degree > 0, FRAGMENT, ISOLATED))
    if answered is not None:
        heard = np.bincount(label[np.asarray(answered, dtype=bool)], minlength=len(size)) > 0
        found[(found != NETWORKED) & ~heard[label]] = UNKNOWN
    return found.astype(np.int8)


def sure(least_of: Graph, most_of: Graph, n: int, *, share: float = 0.10, least: int = 3) -> tuple[Bools, Bools]:
    """Who is outside the network, and who is in it, whichever ties of ``most_of`` there are besides ``least_of``.

    Outside (no NETWORKED of ``status``) for certain: whose component is too small even with all of them, under
    ``least``, or under ``share`` of ``n`` and smaller than the largest is without them. Networked for certain: whose
    component is large enough without them, and of a ``share`` of n or no smaller than any that the others could form
    with all of them.

    >>> two_pairs_and_three = Graph.from_ties(7, [0, 2, 4, 5], [1, 3, 5, 6])
    >>> joined = Graph.from_ties(7, [0, 2, 4, 5, 1], [1, 3, 5, 6, 2])
    >>> [mask.tolist() for mask in sure(two_pairs_and_three, joined, 40)]
    [[False, False, False, False, False, False, False], [False, False, False, False, False, False, False]]
    >>> [mask.tolist() for mask in sure(two_pairs_and_three, two_pairs_and_three, 40)]
    [[True, True, True, True, False, False, False], [False, False, False, False, True, True, True]]
    """
    (label, size), (most_label, most_size) = components(least_of), components(most_of)
    at_least, at_most, enough = size[label], most_size[most_label], share * n - TOLERANCE
    outside = (at_most < least) | ((at_most < enough) & (at_most < size.max(initial=0)))
    networked = (at_least >= least) & (at_least >= enough)
    for own in np.flatnonzero((size >= least) & (size < enough)).tolist():
        inside = label == own
        rivals = components(most_of.induced(~inside))[1]
        networked[inside] = size[own] >= rivals.max(initial=0)
    return np.asarray(outside), np.asarray(networked)


def status_certain(graph: Graph, status: Marks, answered: Bools | None) -> Bools:
    """Whether an answer still to come could not change that an actor is ISOLATED or in a FRAGMENT.

    False for these where an actor outside its component, or a member of its own fragment, has not answered (it could
    still name a tie); else True, without a survey (``answered`` None) too.

    >>> graph = Graph.from_ties(4, [0, 1], [1, 2])
    >>> status_certain(graph, status(graph), np.array([1, 1, 0, 1], dtype=bool)).tolist()
    [True, True, True, False]

    References
    ----------
    Costenbader, E. and Valente, T. W. (2003). The stability of centrality measures when networks are sampled. Social
    Networks 25(4), 283–307. https://doi.org/10.1016/S0378-8733(03)00012-1
    """
    if answered is None:
        return np.ones(graph.n, dtype=np.bool_)
    outside = (status == ISOLATED) | (status == FRAGMENT)
    silent = ~np.asarray(answered, dtype=bool)
    label, size = components(graph)
    inside = np.bincount(label[silent], minlength=len(size))
    elsewhere = int(silent.sum()) - inside
    return np.asarray(~(outside & ((elsewhere > 0) | (inside > 0))[label]), dtype=np.bool_)


def not_yet_networked_share(status: Marks) -> float:
    """The share of actors outside the network, among those of whom it is known.

    (isolated + fragment) / (n − unknown), from 0 (all networked) to 1 (none). Undefined (nan) where nothing is known.

    >>> not_yet_networked_share(np.array([0, 0, 1, 2, 3]))
    0.5
    >>> not_yet_networked_share(np.array([3, 3]))
    nan
    """
    known = int((status != UNKNOWN).sum())
    return int(((status == ISOLATED) | (status == FRAGMENT)).sum()) / known if known else float("nan")


def networked_share(labels: Ints, k: int, status: Marks) -> Floats:
    """For each of k types, the share of NETWORKED among its actors of known status.

    From 0 (none) to 1 (all). Undefined (nan) for a type without an actor of known status.

    >>> networked_share(np.array([0, 0, 0, 1]), 2, np.array([0, 2, 3, 3])).tolist()
    [0.5, nan]
    """
    label = np.asarray(labels, dtype=np.int64)
    known = np.bincount(label[(label >= 0) & (status != UNKNOWN)], minlength=k)
    networked = np.bincount(label[(label >= 0) & (status == NETWORKED)], minlength=k)
    share = np.full(k, np.nan)
    np.divide(networked, known, out=share, where=known > 0)
    return share


def group_status(graph: Graph, labels: Ints, k: int, status: Marks) -> Marks:
    """How each of k types as a whole stands to the scene.

    GROUP_UNKNOWN: no member of known status; else GROUP_ISOLATED: no tie to another type (not used where there is one
    type only; an actor without a type is of no other type); else GROUP_WEAK: under half of the members of known status
    networked; else GROUP_NETWORKED. GROUP_NONE (no status) for types of fewer than two actors.

    >>> graph = Graph.from_ties(6, [0, 1, 3], [1, 2, 4])
    >>> group_status(graph, np.array([0, 0, 1, 1, 2, 2]), 3, status(graph)).tolist()
    [0, 0, 1]
    """
    label = np.asarray(labels, dtype=np.int64)
    members = np.bincount(label[label >= 0], minlength=k)
    u, v, _ = graph.ties()
    across = (label[u] >= 0) & (label[v] >= 0) & (label[u] != label[v])
    external = np.bincount(np.concatenate([label[u[across]], label[v[across]]]), minlength=k)
    share = networked_share(label, k, status)
    found = np.where(share < 0.5, GROUP_WEAK, GROUP_NETWORKED)
    if (members > 0).sum() > 1:
        found[external == 0] = GROUP_ISOLATED
    found[np.isnan(share)] = GROUP_UNKNOWN
    found[members < 2] = GROUP_NONE
    return found.astype(np.int8)
