"""Shortest paths: everything that one sweep over all pairs of actors gives."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from actor_graph.measures.graph import Bools, Floats, Graph, Int64s, once_per_graph
from actor_graph.measures.walk import walk

BLOCKS, LEAST_BLOCK = 64, 64


@dataclass(frozen=True, eq=False)
class ShortestPaths:
    """What the shortest paths of a graph say, per actor and unnormalized.

    ``betweenness``: Σ over pairs of others of the share of their shortest paths that lead through the actor.
    ``harmonic``: Σ 1/distance over those it can reach. ``total``: Σ distance over them. ``farthest``: the largest.
    """

    betweenness: Floats
    harmonic: Floats
    total: Int64s
    farthest: Int64s


@once_per_graph
def shortest_paths(graph: Graph) -> ShortestPaths:
    """Shortest paths between all pairs of actors, by number of ties (weights play no part), on all cores.

    One breadth-first search from each actor in O(n·m) time and O(n + m) memory, after Brandes. Actors with one tie only
    are taken off first, since all their ways lead through their partner, and added again exactly (see ``swept``).

    References
    ----------
    Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology 25(2),
    163–177. https://doi.org/10.1080/0022250X.2001.9990249
    """
    return swept(graph, threads=cores())


def swept(graph: Graph, *, threads: int) -> ShortestPaths:
    """The same on so many threads; fixed blocks of sources are added up in order, so any number gives the same bytes.

    An actor v on which k of one tie hang, in a component of c, lies on all paths between one of these and any other:
    k(c − 1 − k) + k(k − 1)/2 pairs. From such a one every other actor is a step farther than from v.
    """
    hangs = _hanging(graph)
    kept = np.flatnonzero(~hangs)
    kept = kept[np.argsort(-graph.degree[kept], kind="stable")]
    place = np.zeros(graph.n, np.int64)
    place[kept] = np.arange(len(kept))
    holder = place[graph.indices[graph.indptr[:-1][hangs]]]
    k = np.bincount(holder, minlength=len(kept)).astype(np.int64)
    u, v, _ = graph.ties()
    among = ~(hangs[u] | hangs[v])
    twice, inverse, behind, total, farthest = _sums(
        Graph.from_ties(len(kept), place[u[among]], place[v[among]]), k, threads
    )
    component = walk(graph).component
    c = np.bincount(component)[component]
    answer = ShortestPaths(*np.zeros((2, graph.n)), *np.zeros((2, graph.n), np.int64))
    answer.betweenness[kept] = twice / 2 + (k * (c[kept] - 1 - k) + k * (k - 1) // 2)
    answer.harmonic[kept], answer.harmonic[hangs] = inverse, behind[holder]
    answer.total[kept], answer.total[hangs] = total, total[holder] + c[hangs] - 2
    answer.farthest[kept], answer.farthest[hangs] = farthest, farthest[holder] + 1
    return answer


def _hanging(graph: Graph) -> Bools:
    """Who has one tie only, to a partner that has more."""
    hangs = graph.degree == 1
    hangs[hangs] = graph.degree[graph.indices[graph.indptr[:-1][hangs]]] > 1
    return np.asarray(hangs, dtype=np.bool_)


def _sums(graph: Graph, hanging: Int64s, threads: int) -> tuple[Floats, Floats, Floats, Int64s, Int64s]:
    """Run the kernel over all sources, block by block."""
    from actor_graph.measures.kernels.sweep import sweep

    n = graph.n
    inverse, behind, total, farthest = np.zeros(n), np.zeros(n), np.zeros(n, np.int64), np.zeros(n, np.int64)
    indptr, indices = graph.indptr.view(np.uint64), graph.indices.view(np.uint32)

    def block(sources: Int64s) -> Floats:
        part = np.zeros(n)
        sweep(indptr, indices, hanging, sources.astype(np.uint64), part, inverse, behind, total, farthest)
        return part

    twice = np.zeros(n)
    for part in _parts(block, np.arange(n), threads):
        twice += part
    return twice, inverse, behind, total, farthest


def _parts(block: Callable[[Int64s], Floats], sources: Int64s, threads: int) -> Iterator[Floats]:
    """The answers of all blocks in their order; how the sources are cut depends on their number alone."""
    blocks = np.array_split(sources, max(1, min(BLOCKS, len(sources) // LEAST_BLOCK)))
    if threads < 2 or len(blocks) < BLOCKS:
        yield from map(block, blocks)
    else:
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(threads) as pool:
            yield from pool.map(block, blocks)


def cores() -> int:
    """How many threads may run: those of ``compiled.workers`` or all cores given to this process."""
    from actor_graph.measures.kernels import compiled

    given = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return compiled.workers or given
