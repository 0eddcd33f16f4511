"""The figures group by group (all actors of one type), and which groups meet."""

from __future__ import annotations

from typing import Any

import numpy as np

from actor_graph.analysis.scene import Scene
from actor_graph.measures import isolation, mixing, networking

CONTACT_POINTS = 3
GROUP_STATUS = {
    isolation.GROUP_NETWORKED: "networked",
    isolation.GROUP_WEAK: "weakly networked",
    isolation.GROUP_ISOLATED: "isolated",
    isolation.GROUP_UNKNOWN: "unknown",
    isolation.GROUP_NONE: None,
}


def group_figures(scene: Scene) -> list[dict[str, Any]]:
    """One mapping per group, in the order of ``scene.types``; nan where undefined. Actors are given by place."""
    graph, k = scene.graph, len(scene.types)
    internal, external = mixing.group_ties(graph, scene.labels, k)
    sizes = np.bincount(scene.labels[scene.typed], minlength=k)
    status = isolation.group_status(graph, scene.labels, k, scene.status)
    networked = isolation.networked_share(scene.labels, k, scene.status)
    dense, outward = mixing.internal_density(internal, sizes), mixing.external_density(external, sizes)
    index = mixing.group_ei_index(internal, external)
    return [
        {
            "type": scene.types[g],
            "status": GROUP_STATUS[int(status[g])],
            "actors": int(sizes[g]),
            "networked_share": networked[g],
            "average_degree": float(networking.degree(graph)[scene.labels == g].mean()),
            "internal_ties": int(internal[g]),
            "external_ties": int(external[g]),
            "internal_density": dense[g],
            "external_density": outward[g],
            "ei_index": index[g],
            "contact_points": _contact_points(scene, g),
            "held_together_by": _held_together_by(scene, g),
        }
        for g in range(k)
    ]


def mixing_figures(scene: Scene) -> dict[str, Any]:
    """Ties between and within the groups, and how many there would be if ties were dealt at random."""
    k = len(scene.types)
    sizes = np.bincount(scene.labels[scene.typed], minlength=k)
    ties = mixing.mixing_matrix(scene.graph, scene.labels, k)
    expected = mixing.expected_mixing(sizes, int(np.triu(ties).sum()))
    return {"types": list(scene.types), "ties": ties.tolist(), "expected": expected.tolist()}


def _contact_points(scene: Scene, group: int) -> list[int]:
    members = scene.labels == group
    place = np.flatnonzero(members)
    inside = networking.degree(scene.graph.induced(members))
    degree = networking.degree(scene.graph)[place]
    order = np.lexsort((place, -inside, -degree))
    return [int(place[i]) for i in order if degree[i] > 0][:CONTACT_POINTS]


def _held_together_by(scene: Scene, group: int) -> int | None:
    members = scene.labels == group
    holder = networking.held_together_by(scene.graph.induced(members))
    return int(np.flatnonzero(members)[holder]) if holder >= 0 else None
