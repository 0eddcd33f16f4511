"""One depth-first walk: components, and which part of a component hangs on which actor."""

from __future__ import annotations

import numpy as np

from actor_graph.measures.graph import Int32s, Int64s
from actor_graph.measures.kernels.compiled import compiled


@compiled
def depth_first(
    indptr: Int64s, indices: Int32s, component: Int64s, parent: Int64s, found: Int64s, low: Int64s, below: Int64s
) -> int:
    """Walk every component from its first actor and fill the arrays (Tarjan 1972); gives the number of components.

    ``component`` numbers them by first member, ``parent`` is −1 for the first actor of each, ``found`` the place in
    the order of the walk, ``low`` the earliest place that the actor or any actor below it has a tie to, ``below`` how
    many actors hang below, the actor included. What hangs below an actor follows it in the order of the walk.
    """
    n = len(component)
    component[:] = -1
    at = indptr[:-1].copy()
    count, clock = 0, 0
    for root in range(n):
        if component[root] >= 0:
            continue
        component[root], parent[root], found[root], low[root], below[root] = count, -1, clock, clock, 1
        clock += 1
        v = root
        while v >= 0:
            if at[v] < indptr[v + 1]:
                w = indices[at[v]]
                at[v] += 1
                if component[w] < 0:
                    component[w], parent[w], found[w], low[w], below[w] = count, v, clock, clock, 1
                    clock += 1
                    v = w
                elif w != parent[v] and found[w] < low[v]:
                    low[v] = found[w]
            else:
                u = parent[v]
                if u >= 0:
                    low[u] = min(low[u], low[v])
                    below[u] += below[v]
                v = u
        count += 1
    return count


@compiled
def core_numbers(indptr: Int64s, indices: Int32s, core: Int64s) -> None:
    """Take actors away in order of what is left of their degree (Batagelj and Zaversnik 2003); fills ``core``."""
    n = len(core)
    largest = 0
    for v in range(n):
        core[v] = indptr[v + 1] - indptr[v]
        largest = max(largest, core[v])
    first = np.zeros(largest + 2, np.int64)
    for v in range(n):
        first[core[v] + 1] += 1
    for d in range(1, largest + 2):
        first[d] += first[d - 1]
    order, place = core.copy(), core.copy()
    fill = first.copy()
    for v in range(n):
        place[v] = fill[core[v]]
        order[place[v]] = v
        fill[core[v]] += 1
    for i in range(n):
        v = order[i]
        for e in range(indptr[v], indptr[v + 1]):
            w = indices[e]
            if core[w] > core[v]:
                d = core[w]
                front = order[first[d]]
                if front != w:
                    order[place[w]], order[first[d]] = front, w
                    place[front], place[w] = place[w], first[d]
                first[d] += 1
                core[w] -= 1
