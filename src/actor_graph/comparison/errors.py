"""The means over pairs of actors of a city, each with the standard error by which it is compared with others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from actor_graph.analysis.scene import Scene
from actor_graph.comparison.figures import mixing_share
from actor_graph.measures import bootstrap
from actor_graph.measures.bootstrap import LEAST, Mean


def means_of(scene: Scene, told: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    """Value and standard error of each mean over pairs of actors that the audience may see; see ``measures.bootstrap``.

    The density, the average degree, the E-I index, and for each two types of three actors or more the share of all
    typed ties that lie between them (``mixing:a|b``, within a type ``mixing:a|a``).
    """
    graph, labels = scene.graph, scene.labels
    found = {
        "density": bootstrap.density(graph),
        "average_degree": bootstrap.average_degree(graph),
        "ei_index": bootstrap.ei_index(graph, labels),
    }
    shown = {name: mean for name, mean in found.items() if told["network"][name] is not None}
    return {name: {"value": mean.value, "se": mean.error} for name, mean in (shown | _mixing(scene, told)).items()}


def _mixing(scene: Scene, told: Mapping[str, Any]) -> dict[str, Mean]:
    """The mixing shares of the types that are not few, as far as their ties are told."""
    sizes = np.bincount(scene.labels[scene.typed], minlength=len(scene.types))
    large = [(a, kind) for a, kind in enumerate(scene.types) if sizes[a] >= LEAST]
    place, ties = {kind: i for i, kind in enumerate(told["mixing"]["types"])}, told["mixing"]["ties"]
    return {
        mixing_share(kind, other): bootstrap.mixing_share(scene.graph, scene.labels, a, b)
        for at, (a, kind) in enumerate(large)
        for b, other in large[at:]
        if ties[place[kind]][place[other]] is not None
    }
