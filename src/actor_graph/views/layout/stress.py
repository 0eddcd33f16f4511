"""Stress layout: actors stand as far from each other as the number of steps between them."""

from __future__ import annotations

import numpy as np

from actor_graph.measures.graph import Floats, Graph, Ints
from actor_graph.measures.kernels.compiled import compiled
from actor_graph.views.layout.distances import Steps, all_steps, pivot_start, pivots

WHOLE = 2_500
"""Up to this many actors every pair takes part; beyond, each actor's partners and the pivots."""


@compiled
def _step(at: Floats, i: int, j: int, d: float, mu_i: float, mu_j: float) -> None:
    """Move i and j along their line by their shares (mu / 2) of what is missing to the distance d."""
    dx, dy = at[i, 0] - at[j, 0], at[i, 1] - at[j, 1]
    length = np.sqrt(dx * dx + dy * dy)
    if length < 1e-9:
        dx, dy, length = 1e-4 * (1 + (i + j) % 7), 1e-4 * (1 + i % 5), 1e-3
    r = (length - d) / 2 / length
    at[i, 0] -= mu_i * r * dx
    at[i, 1] -= mu_i * r * dy
    at[j, 0] += mu_j * r * dx
    at[j, 1] += mu_j * r * dy


@compiled
def _descend(at: Floats, steps: Steps, order: Ints, rates: Floats) -> None:
    """One sweep over all pairs per rate, in rounds of pairs that do not touch each other, actors shuffled anew."""
    n = len(at)
    for t in range(len(rates)):
        for offset in range(1, n // 2 + 1):
            for a in range(n if 2 * offset < n else offset):
                i, j = order[t, a], order[t, (a + offset) % n]
                d = float(steps[i, j])
                mu = min(1.0, rates[t] / (d * d))
                _step(at, i, j, d, mu, mu)


@compiled
def _descend_sparsely(
    at: Floats, i: Ints, j: Ints, d: Floats, w_i: Floats, w_j: Floats, order: Ints, rate: float
) -> None:
    """One sweep over the given pairs in the given order; the two ends have weights of their own."""
    for p in order:
        _step(at, i[p], j[p], d[p], min(1.0, w_i[p] * rate), min(1.0, w_j[p] * rate))


def _rates(longest: float, sweeps: int) -> Floats:
    """Falling step sizes from longest² (every pair moves fully) to 0.1 (Zheng et al., section 2.1)."""
    return np.geomspace(max(longest, 1.0) ** 2, 0.1, sweeps)


def _sparse_pairs(graph: Graph, count: int) -> tuple[Ints, Ints, Floats, Floats, Floats]:
    """Ties and (actor, pivot) pairs with weights: a pivot stands for those nearer to it than half the way."""
    u, v, _ = graph.ties()
    places, steps = pivots(graph, count)
    owner = np.argmin(steps, axis=0)
    own, longest = steps[owner, np.arange(graph.n)], int(steps.max(initial=1))
    near = np.zeros((len(places), longest + 2))
    np.add.at(near, (owner, own), 1.0)
    reach = np.cumsum(near, axis=1)
    p, i = np.nonzero(steps > 1)
    d = steps[p, i].astype(np.float64)
    stands_for = reach[p, (steps[p, i] // 2)]
    ones, none = np.ones(len(u)), np.zeros(len(p))
    return (
        np.concatenate([u, i]),
        np.concatenate([v, places[p]]),
        np.concatenate([ones, d]),
        np.concatenate([ones, stands_for / d**2]),
        np.concatenate([ones, none]),
    )


def stress_layout(graph: Graph, *, seed: int = 1, sweeps: int = 40) -> Floats:
    """Positions (n × 2, in steps, centered) with low stress: the same graph and seed give the same positions.

    Stress is Σ over pairs of (‖xᵢ − xⱼ‖ − dᵢⱼ)² / dᵢⱼ² with d the number of steps; 0 where every distance fits.
    Start by PivotMDS, then stochastic gradient descent pair by pair. Beyond `WHOLE` actors stress is sampled by
    pivots. Parts that hang apart count as one step further than the longest way.

    References
    ----------
    Zheng/Pawar/Goodman (2019), Graph drawing by stochastic gradient descent, doi:10.1109/TVCG.2018.2859997.
    Ortmann/Klimenta/Brandes (2017), A sparse stress model, doi:10.7155/jgaa.00440.
    """
    if graph.n < 2:
        return np.zeros((graph.n, 2))
    at, random = pivot_start(graph, seed), np.random.default_rng(seed)
    if graph.n <= WHOLE:
        steps = all_steps(graph)
        order = np.array([random.permutation(graph.n) for _ in range(sweeps)])
        _descend(at, steps, order, _rates(float(steps.max()), sweeps))
    else:
        i, j, d, w_i, w_j = _sparse_pairs(graph, 80)
        for rate in _rates(float(d.max()), sweeps):
            _descend_sparsely(at, i, j, d, w_i, w_j, random.permutation(len(i)), rate)
    return np.asarray(at - at.mean(axis=0))


def stress(graph: Graph, at: Floats) -> float:
    """Normalized stress at the best scale: Σ (s‖xᵢ − xⱼ‖ − dᵢⱼ)² / dᵢⱼ² per pair, least over s; nan under 2 actors.

    0: every distance on the sheet is the number of steps; 1: all actors on one spot.
    """
    if graph.n < 2:
        return float("nan")
    i, j = np.triu_indices(graph.n, 1)
    d = all_steps(graph)[i, j].astype(np.float64)
    ratio = np.hypot(*(at[i] - at[j]).T) / d
    scale = ratio.sum() / max(float((ratio**2).sum()), 1e-12)
    return float(((scale * ratio - 1) ** 2).mean())
