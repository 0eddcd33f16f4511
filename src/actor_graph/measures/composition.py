"""What circles are made of: homogeneous, where the partners' strengths add up, or heterogeneous, where they multiply.

``counts`` are the typed members per type, types on the last axis: one cluster's row, or a table of clusters × types.
Types are in the order of their names.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import numpy as np
import numpy.typing as npt

from actor_graph.measures.graph import Bools, Floats, Graph, Ints
from actor_graph.measures.ratio import ratio
from actor_graph.words.fold import fold

Composition = Literal["homogeneous", "mixed", "heterogeneous"]
TOLERANCE = 1e-9


def type_counts(clusters: Ints, labels: Ints, k: int) -> npt.NDArray[np.int64]:
    """The number of members of each of ``k`` types in each cluster: clusters × types.

    Actors without a cluster or without a type (−1) are left out.

    Examples
    --------
    >>> type_counts(np.array([0, 0, 0, 1, -1]), np.array([0, 1, 1, -1, 0]), 2)
    array([[1, 2],
           [0, 0]])
    """
    count = int(clusters.max(initial=-1)) + 1
    known = (clusters >= 0) & (labels >= 0)
    cells = clusters[known].astype(np.int64) * k + labels[known]
    return np.bincount(cells, minlength=count * k).reshape(count, k).astype(np.int64)


def dominant(counts: Ints) -> tuple[npt.NDArray[np.int64], Floats]:
    """The most frequent type of each cluster (in a draw the first by name) and its share of the typed members.

    Returns
    -------
    The type's place and its share, from 1/K (all K types alike) to 1 (one type only); −1 and nan without a typed
    member.

    Examples
    --------
    >>> dominant(np.array([[1, 3], [2, 2], [0, 0]]))
    (array([ 1,  0, -1]), array([0.75, 0.5 , nan]))
    """
    typed = counts.sum(axis=-1)
    if counts.shape[-1] == 0:
        return np.full(typed.shape, -1), np.full(typed.shape, np.nan)
    return np.where(typed > 0, counts.argmax(axis=-1), -1), ratio(counts.max(axis=-1), typed)


def blau(counts: Ints) -> Floats:
    """Blau's index of heterogeneity: the chance that two members drawn with replacement are of different types.

    1 − Σ p_t², p_t the share of type t among the typed members.

    Returns
    -------
    From 0 (one type only) to 1 − 1/K (K types alike); nan without a typed member.

    Examples
    --------
    >>> blau(np.array([[4, 0], [2, 2], [0, 0]]))
    array([0. , 0.5, nan])

    References
    ----------
    Blau (1977). Inequality and Heterogeneity. New York: Free Press.
    """
    typed = counts.sum(axis=-1)
    return ratio(typed**2 - (counts**2).sum(axis=-1), typed**2)


def iqv(counts: Ints, k: int) -> Floats:
    """The index of qualitative variation: Blau's index as a share of the largest that K types allow.

    Blau · K / (K − 1), K the types among all included actors, so that clusters of one landscape can be compared.

    Returns
    -------
    From 0 (one type only) to 1 (all K types alike); nan without a typed member, and where the landscape has one type.

    Examples
    --------
    >>> iqv(np.array([[4, 0], [2, 2], [0, 0]]), 2)
    array([ 0.,  1., nan])
    >>> iqv(np.array([[4]]), 1)
    array([nan])

    References
    ----------
    Mueller, Schuessler (1961). Statistical Reasoning in Sociology. Boston: Houghton Mifflin.
    """
    return blau(counts) * (k / (k - 1) if k > 1 else np.nan)


def effective_types(counts: Ints) -> Floats:
    """The effective number of types: as many types of equal size would be as heterogeneous.

    1 / Σ p_t² (Hill's number of order 2).

    Returns
    -------
    From 1 (one type only) to K (all alike); nan without a typed member.

    Examples
    --------
    >>> effective_types(np.array([[4, 0], [2, 2], [0, 0]]))
    array([ 1.,  2., nan])

    References
    ----------
    Hill (1973). Diversity and evenness: a unifying notation and its consequences. Ecology 54, 427–432.
    https://doi.org/10.2307/1934352
    """
    return ratio(counts.sum(axis=-1) ** 2, (counts**2).sum(axis=-1))


def enough_typed(counts: Ints, sizes: Ints, typed_members: int = 3, typed_share: float = 0.5) -> Bools:
    """Whether enough is known to call a composition: at least so many typed members, and so large a share of all.

    Examples
    --------
    >>> enough_typed(np.array([[2, 1], [2, 0], [2, 1]]), np.array([6, 2, 7]))
    array([ True, False, False])
    """
    typed = counts.sum(axis=-1)
    return np.asarray((typed >= typed_members) & (typed >= typed_share * sizes - TOLERANCE))


def composition(
    counts: Ints,
    sizes: Ints,
    *,
    homogeneous: float = 0.75,
    heterogeneous: float = 0.5,
    typed_members: int = 3,
    typed_share: float = 0.5,
) -> list[Composition | None]:
    """What each cluster is made of, by the share of its most frequent type.

    Parameters
    ----------
    counts : clusters × types.
    sizes : all members of each cluster, those without a type included.
    homogeneous, heterogeneous : from, and up to which dominant share a cluster is called so.
    typed_members, typed_share : fewer typed members, or a smaller share of all members, give no answer.

    Returns
    -------
    ``homogeneous``, ``heterogeneous`` or else ``mixed``; None where too few members are typed. No composition is right
    in general. Where the landscape has one type only, all that have an answer are homogeneous.

    Examples
    --------
    >>> composition(np.array([[3, 1], [2, 2], [2, 1], [2, 0]]), np.array([4, 4, 3, 2]))
    ['homogeneous', 'heterogeneous', 'mixed', None]
    """
    _, share = dominant(counts)
    known = enough_typed(counts, sizes, typed_members, typed_share)
    names: list[Composition | None] = [None, "homogeneous", "heterogeneous", "mixed"]
    conditions = [~known, share >= homogeneous - TOLERANCE, share <= heterogeneous + TOLERANCE]
    return [names[choice] for choice in np.select(conditions, [0, 1, 2], 3).tolist()]


def partner_heterogeneity(graph: Graph, labels: Ints) -> Floats:
    """Per actor, Blau's index over its typed partners: of how many kinds those are whom it works with.

    Returns
    -------
    From 0 (partners of one type) to 1 − 1/K; nan for an actor without a typed partner. Untyped actors have one too.

    Examples
    --------
    An untyped actor with partners of two types; they have no typed partner:

    >>> star = Graph.from_ties(3, np.array([0, 0]), np.array([1, 2]))
    >>> partner_heterogeneity(star, np.array([-1, 0, 1]))
    array([0.5, nan, nan])
    """
    start = np.repeat(np.arange(graph.n, dtype=np.int64), graph.degree)
    of = labels[graph.indices].astype(np.int64)
    k = int(labels.max(initial=-1)) + 1
    cells, times = np.unique(start[of >= 0] * k + of[of >= 0], return_counts=True)
    owner = cells // max(k, 1)
    typed, squares = (np.bincount(owner, w, graph.n) for w in (times, times.astype(np.float64) ** 2))
    return ratio(typed**2 - squares, typed**2)


def competences(members: Iterable[Iterable[str]]) -> tuple[int, int]:
    """Complementarity: the different competences that a cluster unites, and the most that one member has.

    Parameters
    ----------
    members : each member's words, fields and offers together. Words that differ in case, spaces, hyphens or underscores
        only are one; a word in both columns counts once.

    Returns
    -------
    Both from 0; equal where one member has all that the cluster has, the first the larger the more the members
    complement each other. Without such columns there is nothing to ask (the caller says null).

    Examples
    --------
    >>> competences([["school", "Law"], ["law", "rooms"], []])
    (3, 2)
    >>> competences([])
    (0, 0)
    """
    known = [{fold(word) for word in words} - {""} for words in members]
    return len(set().union(*known)), max(map(len, known), default=0)
