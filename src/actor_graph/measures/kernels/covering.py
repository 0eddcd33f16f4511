"""A core: the few actors that nearly all ties touch. All are tried where there are few actors, else it is searched."""

from __future__ import annotations

import numpy as np

from actor_graph.measures.graph import Bools, Int32s, Int64s
from actor_graph.measures.kernels.compiled import compiled
from actor_graph.measures.kernels.searching import NEAR, core_searched, fit_of

ALL_TO = 16
"""Up to so many actors all cores are tried; the docstring of ``measures.core`` says it, too."""
ROUNDS = 8
"""How far around an actor is looked for what tells it from others with as many ties."""


@compiled
def best_core(indptr: Int64s, indices: Int32s, inside: Bools) -> float:
    """Fill ``inside`` with the core of the largest fit found, and give the fit; nan where it is undefined.

    The actors are put in an order of their own before, by their ties and those of their partners and so on, so that in
    a draw it is seldom the order of the input that decides: only among actors who can't be told apart in this way.
    """
    n = len(inside)
    order = _order(indptr, indices)
    place = np.empty(n, np.int64)
    place[order] = np.arange(n)
    starts, partners = np.zeros(n + 1, np.int64), np.empty(len(indices), np.int32)
    for i in range(n):
        v, at = order[i], starts[i]
        for e in range(indptr[v], indptr[v + 1]):
            partners[at] = place[indices[e]]
            at += 1
        starts[i + 1] = at
    core = np.zeros(n, np.bool_)
    fit = _best_of_all(starts, partners, core) if n <= ALL_TO else core_searched(starts, partners, core)
    for i in range(n):
        inside[order[i]] = core[i]
    return fit


@compiled
def _order(indptr: Int64s, indices: Int32s) -> Int64s:
    """The actors, most ties first, then by a number that is made of those of their partners, round by round."""
    n = len(indptr) - 1
    numbers, mixed = indptr[1:] - indptr[:-1], np.empty(n, np.int64)
    for _ in range(ROUNDS):
        for v in range(n):
            mixed[v] = numbers[v] * 6364136223846793005 + 1442695040888963407
            mixed[v] ^= mixed[v] >> 29
        for v in range(n):
            numbers[v] = mixed[v] * 3935559000370003845
            for e in range(indptr[v], indptr[v + 1]):
                numbers[v] += mixed[indices[e]]
    told_apart = np.argsort(numbers, kind="mergesort")
    return told_apart[np.argsort(-(indptr[1:] - indptr[:-1])[told_apart], kind="mergesort")]


@compiled
def _best_of_all(indptr: Int64s, indices: Int32s, inside: Bools) -> float:
    """Fill ``inside`` with the core of the largest fit of all there are, and give the fit; nan where it is undefined.

    Of cores of one size, the one that touches most ties fits best. The cores come in the order of a Gray code, in which
    each is the one before with one actor in or out. In a draw the smallest, then the first.
    """
    n, m = len(inside), len(indices) // 2
    partners = np.zeros(n, np.int64)
    for v in range(n):
        for e in range(indptr[v], indptr[v + 1]):
            partners[v] |= 1 << np.int64(indices[e])
    most, found = np.full(n + 1, -1, np.int64), np.zeros(n + 1, np.int64)
    core, size, touched = np.int64(0), 0, 0
    for i in range(1, 1 << n):
        v = 0
        while not (i >> v) & 1:
            v += 1
        core ^= np.int64(1) << v
        entered = (core >> v) & 1
        gain = indptr[v + 1] - indptr[v] - _ones(partners[v] & core)
        size, touched = (size + 1, touched + gain) if entered else (size - 1, touched - gain)
        if touched > most[size] or (touched == most[size] and core < found[size]):
            most[size], found[size] = touched, core
    best, chosen = np.nan, np.int64(0)
    for k in range(1, n - 1):
        fit = fit_of(n, m, k, most[k])
        if fit > best + NEAR or (np.isnan(best) and not np.isnan(fit)):
            best, chosen = fit, found[k]
    for v in range(n):
        inside[v] = (chosen >> v) & 1
    return best


@compiled
def _ones(bits: int) -> int:
    """How many bits are set, of 32 at most."""
    bits = bits - ((bits >> 1) & 0x55555555)
    bits = (bits & 0x33333333) + ((bits >> 2) & 0x33333333)
    return ((((bits + (bits >> 4)) & 0x0F0F0F0F) * 0x01010101) & 0xFFFFFFFF) >> 24
