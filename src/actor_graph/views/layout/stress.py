"""Stress layout: actors stand as far from each other as the number of steps between them."""

from __future__ import annotations

import numpy as np

from actor_graph.measures.graph import Floats, Graph, Ints
from actor_graph.measures.kernels.compiled import compiled
from actor_graph.views.layout.distances import Steps, all_steps, pivot_start, steps_to

WHOLE = 2_500
"""Up to this many actors every pair takes part; beyond, the ties and for each actor `DRAWN` others."""
DRAWN = 200


@compiled
def _step(at: Floats, i: int, j: int, d: float, rate: float) -> None:
    """Move i and j along their line, each by half of what is missing to the distance d, less where the rate is low."""
    dx, dy = at[i, 0] - at[j, 0], at[i, 1] - at[j, 1]
    length = np.sqrt(dx * dx + dy * dy)
    if length < 1e-9:
        dx, dy, length = 1e-4 * (1 + (i + j) % 7), 1e-4 * (1 + i % 5), 1e-3
    mu, r = min(1.0, rate / (d * d)), (length - d) / 2 / length
    at[i, 0] -= mu * r * dx
    at[i, 1] -= mu * r * dy
    at[j, 0] += mu * r * dx
    at[j, 1] += mu * r * dy


@compiled
def _descend(at: Floats, steps: Steps, order: Ints, rates: Floats) -> None:
    """One sweep over all pairs per rate, in rounds of pairs that do not touch each other, actors shuffled anew."""
    n = len(at)
    for t in range(len(rates)):
        for offset in range(1, n // 2 + 1):
            for a in range(n if 2 * offset < n else offset):
                i, j = order[t, a], order[t, (a + offset) % n]
                _step(at, i, j, float(steps[i, j]), rates[t])


@compiled
def _descend_sparsely(
    at: Floats, i: Ints, partners: Ints, steps: Steps, u: Ints, v: Ints, order: Ints, rates: Floats
) -> None:
    """One sweep per rate over all actors i and their partners (rows, in the order given), then over the ties u–v."""
    for t in range(len(rates)):
        for row in order[t]:
            for a in range(len(i)):
                _step(at, i[a], partners[row, a], float(steps[row, a]), rates[t])
        for e in range(len(u)):
            _step(at, u[e], v[e], 1.0, rates[t])


def _rates(longest: float, sweeps: int) -> Floats:
    """Falling step sizes from longest² (every pair moves fully) to 0.1 (Zheng et al., section 2.1)."""
    return np.geomspace(max(longest, 1.0) ** 2, 0.1, sweeps)


def _partners(graph: Graph, count: int, random: np.random.Generator) -> tuple[Ints, Ints, Steps]:
    """All actors shuffled (n), for each so many others drawn by chance (count × n), and the steps to them."""
    i = random.permutation(graph.n)
    offsets = 1 + random.permutation(graph.n - 1)[:count]
    partners = i[(np.arange(graph.n) + offsets[:, None]) % graph.n]
    return i, partners, steps_to(graph, i, partners)


def stress_layout(graph: Graph, *, seed: int = 1, sweeps: int = 40) -> Floats:
    """Positions (n × 2, in steps, centered) with low stress: the same graph and seed give the same positions.

    Stress is Σ over pairs of (‖xᵢ − xⱼ‖ − dᵢⱼ)² / dᵢⱼ² with d the number of steps; 0 where every distance fits.
    Start by PivotMDS, then stochastic gradient descent pair by pair. Beyond `WHOLE` actors the pairs are the ties and a
    sample: 200 for each actor give a picture that is nearly as good as all of them do. Parts that hang apart count as
    one step further than the longest way.

    References
    ----------
    Zheng/Pawar/Goodman (2019), Graph drawing by stochastic gradient descent, doi:10.1109/TVCG.2018.2859997.
    """
    if graph.n < 2:
        return np.zeros((graph.n, 2))
    at, random = pivot_start(graph, seed), np.random.default_rng(seed)
    if graph.n <= WHOLE:
        steps = all_steps(graph)
        order = np.array([random.permutation(graph.n) for _ in range(sweeps)])
        _descend(at, steps, order, _rates(float(steps.max()), sweeps))
    else:
        u, v, _ = graph.ties()
        i, partners, steps = _partners(graph, DRAWN, random)
        order = np.array([random.permutation(len(partners)) for _ in range(sweeps)])
        _descend_sparsely(at, i, partners, steps, u, v, order, _rates(float(steps.max()), sweeps))
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
