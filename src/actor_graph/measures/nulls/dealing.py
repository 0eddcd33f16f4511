"""The null model ``dealing``: the same graph, the types dealt anew among the typed actors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from actor_graph.measures.chance import Stream, dealings, generator, in_order
from actor_graph.measures.graph import Floats, Graph, Ints
from actor_graph.measures.mixing import assortativity_of, ei_max, ei_min, typed_ties
from actor_graph.measures.nulls.figures import type_sizes


def dealt_figures(
    graph: Graph, labels: Ints, draws: int, seed: int, ids: Sequence[str] | None = None, clusters: Ints | None = None
) -> dict[str, Floats]:
    """The figures by type, as they are (first) and after each dealing.

    ``assortativity`` and ``ei_index`` are those of ``measures.mixing``, from the very dealings of
    ``measures.chance.mixing_chance``, so that both give the same p; ``ei_rescaled`` beside them.
    ``partner_heterogeneity`` is the mean of the actors' (those with a typed partner), ``cluster_heterogeneity`` the
    mean of Blau's index of the clusters, weighted by their typed members (only where clusters are given).

    Parameters
    ----------
    graph : Graph
    labels : type per actor, −1 = none.
    draws : the number of dealings.
    seed : a whole number from 0.
    ids : the actors' ids; with them the answer does not depend on the order of the input.
    clusters : cluster per actor, −1 = none; they stay.

    Examples
    --------
    >>> pair = Graph.from_ties(3, np.array([0]), np.array([1]))
    >>> dealt_figures(pair, np.array([0, 1, 1]), 3, seed=1)["ei_index"].shape
    (4,)
    """
    from actor_graph.measures.kernels.dealt import by_type

    typed = in_order(labels >= 0, ids)
    circles = np.full(graph.n, -1, np.int64) if clusters is None else np.asarray(clusters, np.int64)
    parts = []
    for rows in _batches(labels[typed], draws, seed, graph):
        part = np.zeros((4, len(rows)))
        by_type(graph.indptr, graph.indices, circles, typed, rows, *part)
        parts.append(part)
    internal, squares, partners, composition = np.concatenate(parts, axis=1)
    ties, sizes = len(typed_ties(graph, labels)[0]), type_sizes(labels)
    index = 1 - 2 * internal / ties if ties else np.full(len(internal), np.nan)
    low, high = ei_min(sizes, ties), ei_max(sizes, ties)
    rescaled = 2 * (index - low) / (high - low) - 1 if high != low else np.full(len(internal), np.nan)
    found = {
        "assortativity": np.asarray(assortativity_of(internal, squares, ties)),
        "ei_index": index,
        "ei_rescaled": rescaled,
        "partner_heterogeneity": partners,
    }
    return found if clusters is None else found | {"cluster_heterogeneity": composition}


def _batches(own: Ints, draws: int, seed: int, graph: Graph) -> Iterator[npt.NDArray[np.int64]]:
    """The types as they are, then as they are dealt, some rows at a time."""
    cells = max(graph.n, graph.m)
    dealt = dealings(own, draws, generator(seed, Stream.MIXING), cells)
    for rows in chain([own[None, :]], dealt):
        yield np.ascontiguousarray(rows, dtype=np.int64)
