"""The figures actor by actor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from actor_graph.analysis.scene import Scene
from actor_graph.measures import brokerage, cohesion, composition, dominance, isolation, networking

STATUS = {
    isolation.NETWORKED: "networked",
    isolation.FRAGMENT: "fragment",
    isolation.ISOLATED: "isolated",
    isolation.UNKNOWN: "unknown",
}


def actor_figures(
    scene: Scene, circles: np.ndarray[Any, Any], named_by: np.ndarray[Any, Any] | None
) -> list[dict[str, Any]]:
    """One mapping per actor with its figures, in the order of the scene; nan where undefined."""
    graph = scene.graph
    columns: dict[str, Sequence[Any]] = {
        "status": [STATUS[s] for s in scene.status.tolist()],
        "status_certain": isolation.status_certain(graph, scene.status, scene.answered).tolist(),
        "degree": networking.degree(graph).tolist(),
        "normalized_degree": networking.normalized_degree(graph).tolist(),
        "strength": networking.strength(graph).tolist(),
        "betweenness": dominance.betweenness(graph).tolist(),
        "harmonic": cohesion.harmonic(graph).tolist(),
        "core": cohesion.core(graph).tolist(),
        "constraint": brokerage.constraint(graph).tolist(),
        "cluster": [c + 1 if c >= 0 else None for c in circles.tolist()],
        "partner_heterogeneity": composition.partner_heterogeneity(graph, scene.labels).tolist(),
        "brokerage": _roles(scene),
        "bridges_clusters": brokerage.bridges_clusters(graph, circles).tolist(),
        "top_dog": scene.top.tolist(),
        "degree_p": dominance.degree_p(graph).tolist(),
        "mandate": scene.mandate.tolist(),
        "named_by": [None] * graph.n if named_by is None else named_by.tolist(),
    }
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _roles(scene: Scene) -> list[dict[str, int] | None]:
    counts = brokerage.brokerage(scene.graph, scene.labels)
    return [
        dict(zip(brokerage.ROLES, map(int, row), strict=True)) if typed else None
        for row, typed in zip(counts.tolist(), scene.typed.tolist(), strict=True)
    ]
