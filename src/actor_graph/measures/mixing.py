"""Which sub-scenes meet: ties within and between the types of actors.

All figures are those of the graph induced on the typed actors (labels ≥ 0). ``k`` is the number of types, ``sizes`` the
typed actors of each type, ``m`` the ties between typed actors.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from actor_graph.measures.graph import Floats, Graph, Ints
from actor_graph.measures.ratio import ratio

Counts = npt.NDArray[np.int64]


def typed_ties(graph: Graph, labels: Ints) -> tuple[Counts, Counts]:
    """The types at both ends of each tie between typed actors, each tie once.

    Examples
    --------
    >>> path = Graph.from_ties(4, np.array([0, 1, 2]), np.array([1, 2, 3]))
    >>> typed_ties(path, np.array([0, 0, 1, -1]))
    (array([0, 0]), array([0, 1]))
    """
    u, v, _ = graph.ties()
    one, other = labels[u].astype(np.int64), labels[v].astype(np.int64)
    known = (one >= 0) & (other >= 0)
    return one[known], other[known]


def mixing_matrix(graph: Graph, labels: Ints, k: int) -> Counts:
    """The number of ties within and between types, each undirected tie once.

    Returns
    -------
    k × k, symmetric: [i][i] the ties within type i, [i][j] = [j][i] those between i and j. The sum over i ≤ j is the
    number of ties between typed actors.

    Examples
    --------
    >>> path = Graph.from_ties(4, np.array([0, 1, 2]), np.array([1, 2, 3]))
    >>> mixing_matrix(path, np.array([0, 0, 1, -1]), 2)
    array([[1, 1],
           [1, 0]])
    """
    one, other = typed_ties(graph, labels)
    counted = np.bincount(one * k + other, minlength=k * k).reshape(k, k).astype(np.int64)
    return counted + counted.T - np.diag(np.diag(counted))


def expected_mixing(sizes: Ints, m: int) -> Floats:
    """The ties within and between types expected if each pair of typed actors had a tie with the same chance.

    m · a(a − 1) / (n(n − 1)) within a type of a actors, m · 2ab / (n(n − 1)) between types of a and b; n typed actors.

    Returns
    -------
    Symmetric, from 0; the sum over i ≤ j is m. All nan without a typed tie.

    Examples
    --------
    >>> expected_mixing(np.array([2, 2]), 3)
    array([[0.5, 2. ],
           [2. , 0.5]])
    >>> expected_mixing(np.array([2, 2]), 0)
    array([[nan, nan],
           [nan, nan]])
    """
    a = np.asarray(sizes, dtype=np.float64)
    n = a.sum()
    if m == 0:
        return np.full((len(a), len(a)), np.nan)
    ordered = 2 * np.outer(a, a)
    np.fill_diagonal(ordered, a * (a - 1))
    return np.asarray(ordered * (m / (n * (n - 1))))


def assortativity(graph: Graph, labels: Ints) -> float:
    """Newman's nominal assortativity: do ties keep to their own type, given how many ties each type has?

    (Σ e_tt − Σ a_t²) / (1 − Σ a_t²), e_tt the share of ties within type t, a_t the share of tie-ends at t.

    Returns
    -------
    1: all ties within types; 0: as many as the tie-ends give by chance; below 0: types seek each other, at least −1.
    nan without a typed tie, and where all typed ends are of one type.

    Examples
    --------
    >>> pair = Graph.from_ties(2, np.array([0]), np.array([1]))
    >>> assortativity(pair, np.array([0, 1]))
    -1.0
    >>> assortativity(pair, np.array([0, 0]))
    nan
    >>> assortativity(pair, np.array([0, -1]))
    nan

    References
    ----------
    Newman (2003). Mixing patterns in networks. Physical Review E 67, 026126.
    https://doi.org/10.1103/PhysRevE.67.026126
    """
    one, other = typed_ties(graph, labels)
    ends = np.bincount(np.concatenate([one, other])).astype(np.float64)
    return float(assortativity_of(np.array((one == other).sum()), np.array((ends**2).sum()), len(one)))


def assortativity_of(internal: npt.NDArray[Any], squared_ends: npt.NDArray[Any], m: int) -> Floats:
    """Nominal assortativity from its ingredients: ties within types, Σ (tie-ends of a type)², and all ties m.

    (4m · internal − Σ ends²) / (4m² − Σ ends²), nan where the divisor is 0; elementwise, for many dealings at once.

    Examples
    --------
    >>> assortativity_of(np.array([0, 1, 1]), np.array([2, 2, 4]), 1)
    array([-1.,  1., nan])
    """
    whole = 4.0 * m * m - squared_ends
    return ratio(4.0 * m * internal - squared_ends, whole)


def ei_index(graph: Graph, labels: Ints) -> float:
    """The E-I index: do ties lead out of the own type, or keep within it?

    (external − internal) / (external + internal), ties between types and within them.

    Returns
    -------
    −1: all ties within types; 0: as many within as between; 1: all between. nan without a typed tie. What can be
    reached depends on the sizes of the types: see ``ei_min``, ``ei_max``, ``ei_expected``.

    Examples
    --------
    >>> pair = Graph.from_ties(2, np.array([0]), np.array([1]))
    >>> ei_index(pair, np.array([0, 0])), ei_index(pair, np.array([0, 1])), ei_index(pair, np.array([0, -1]))
    (-1.0, 1.0, nan)

    References
    ----------
    Krackhardt, Stern (1988). Informal networks and organizational crises: an experimental simulation. Social
    Psychology Quarterly 51, 123–140. https://doi.org/10.2307/2786835
    """
    one, other = typed_ties(graph, labels)
    return 1 - 2 * int((one == other).sum()) / len(one) if len(one) else float("nan")


def ei_expected(sizes: Ints, m: int) -> float:
    """The E-I index expected by the sizes of the types alone, ties falling on any pair with the same chance.

    1 − 2W / C(n, 2), W = Σ C(n_t, 2) the pairs within types. Dealing the types out to the typed actors at random gives
    the same mean.

    Returns
    -------
    −1 (one type only) to 1 (each actor a type of its own); nan without a typed tie.

    Examples
    --------
    >>> ei_expected(np.array([2, 2]), 3), ei_expected(np.array([2, 2]), 0)
    (0.33333333333333337, nan)
    """
    within, between = _pairs(sizes)
    return 1 - 2 * within / (within + between) if m else float("nan")


def ei_min(sizes: Ints, m: int) -> float:
    """The smallest E-I index that m ties among types of these sizes can have: as many as fit within types.

    1 − 2 min(m, W) / m, W = Σ C(n_t, 2) the pairs within types.

    Returns
    -------
    −1 where all ties fit within types, up to 1; nan without a typed tie.

    Examples
    --------
    >>> ei_min(np.array([2, 2]), 4), ei_min(np.array([2, 2]), 0)
    (0.0, nan)
    """
    within, _ = _pairs(sizes)
    return 1 - 2 * min(m, within) / m if m else float("nan")


def ei_max(sizes: Ints, m: int) -> float:
    """The largest E-I index that m ties among types of these sizes can have: as many as fit between types.

    1 − 2 max(0, m − X) / m, X the pairs of different types.

    Returns
    -------
    1 where all ties fit between types, down to −1; nan without a typed tie.

    Examples
    --------
    >>> ei_max(np.array([2, 2]), 5), ei_max(np.array([2, 2]), 0)
    (0.6, nan)
    """
    _, between = _pairs(sizes)
    return 1 - 2 * max(0, m - between) / m if m else float("nan")


def ei_rescaled(ei: float, smallest: float, largest: float) -> float:
    """The E-I index on the range that sizes and number of ties allow: 2 (ei − min) / (max − min) − 1.

    Returns
    -------
    −1: as inward as possible; 1: as outward as possible. nan where only one value is possible, or the index is nan.

    Examples
    --------
    >>> ei_rescaled(0.2, 0.0, 0.4), ei_rescaled(-1.0, -1.0, -1.0)
    (0.0, nan)
    """
    return 2 * (ei - smallest) / (largest - smallest) - 1 if largest != smallest else float("nan")


def group_ties(graph: Graph, labels: Ints, k: int) -> tuple[Counts, Counts]:
    """Per type, the ties within it, and those from it to other types.

    Examples
    --------
    >>> path = Graph.from_ties(4, np.array([0, 1, 2]), np.array([1, 2, 3]))
    >>> group_ties(path, np.array([0, 0, 1, -1]), 2)
    (array([1, 0]), array([1, 1]))
    """
    one, other = typed_ties(graph, labels)
    internal = np.bincount(one[one == other], minlength=k).astype(np.int64)
    ends = np.bincount(np.concatenate([one, other]), minlength=k).astype(np.int64)
    return internal, ends - 2 * internal


def internal_density(internal: Ints, sizes: Ints) -> Floats:
    """Per type of k actors, its ties within as a share of its pairs: internal / (k(k − 1) / 2).

    Returns
    -------
    0 (no tie within) to 1 (each with each); nan for fewer than two actors.

    Examples
    --------
    >>> internal_density(np.array([1, 0]), np.array([2, 1]))
    array([ 1., nan])
    """
    return ratio(internal, sizes * (sizes - 1) / 2)


def external_density(external: Ints, sizes: Ints) -> Floats:
    """Per type of k actors, its ties to other types as a share of the possible: external / (k(n − k)), n typed actors.

    Returns
    -------
    0 (no tie to another type) to 1 (each with each outside); nan where there is no other type.

    Examples
    --------
    >>> external_density(np.array([1, 1]), np.array([2, 1])), external_density(np.array([0]), np.array([3]))
    (array([0.5, 0.5]), array([nan]))
    """
    return ratio(external, sizes * (sizes.sum() - sizes))


def group_ei_index(internal: Ints, external: Ints) -> Floats:
    """Per type, the E-I index of its own ties: (external − internal) / (external + internal).

    Returns
    -------
    −1: all its ties stay within; 1: all lead to other types; nan for a type without a typed tie.

    Examples
    --------
    >>> group_ei_index(np.array([3, 0, 0]), np.array([1, 2, 0]))
    array([-0.5,  1. ,  nan])

    References
    ----------
    Krackhardt, Stern (1988), see ``ei_index``.
    """
    return ratio(external - internal, external + internal)


def _pairs(sizes: Ints) -> tuple[int, int]:
    """The pairs of typed actors of the same type, and of different types."""
    within = sum(size * (size - 1) // 2 for size in sizes.tolist())
    n = int(sizes.sum())
    return within, n * (n - 1) // 2 - within
