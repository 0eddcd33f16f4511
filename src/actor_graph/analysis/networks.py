"""The figures of a scene as a whole: one row of ``analysis.network``."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np

from actor_graph.analysis.scene import Scene
from actor_graph.measures import chance, clusters, cohesion, dominance, isolation, mixing, networking


def network_figures(scene: Scene) -> dict[str, Any]:
    """All figures of the whole scene, under the names and in the order of the contract; nan where undefined."""
    graph = scene.graph
    sizes = cohesion.components(graph)[1]
    isolates = isolation.isolates(graph)
    return {
        "actors": graph.n,
        "ties": graph.m,
        "density": networking.density(graph),
        "average_degree": networking.average_degree(graph),
        "isolates": isolates,
        "isolate_share": isolation.isolate_share(graph),
        "unknown": int((scene.status == isolation.UNKNOWN).sum()),
        "response_rate": response_rate(scene),
        "not_yet_networked_share": isolation.not_yet_networked_share(scene.status),
        "components": len(sizes),
        "largest_component_share": cohesion.largest_component_share(graph),
        "connectedness": cohesion.connectedness(graph),
        "degree_centralization": dominance.degree_centralization(graph),
        "betweenness_centralization": dominance.betweenness_centralization(graph),
        "transitivity": cohesion.transitivity(graph),
        "average_clustering": cohesion.average_clustering(graph),
        "average_path_length": cohesion.average_path_length(graph),
        "diameter": cohesion.diameter(graph),
        "degree_gini": dominance.degree_gini(graph),
        **_by_type(scene),
        "modularity": clusters.modularity(graph, scene.circles),
        "cluster_stability": clusters.cluster_stability(graph, scene.circles, scene.ids, scene.seed),
        "top_dog_tie_share": dominance.top_dog_tie_share(graph, scene.top),
        "confirmed_share": confirmed_share(scene),
        "intensity": intensity(scene),
    }


def response_rate(scene: Scene) -> float:
    """Actors that answered / included actors; nan where no survey is known of.

    0 (nobody answered) … 1 (all did).
    """
    return float("nan") if scene.answered is None else float(scene.answered.mean())


def confirmed_share(scene: Scene) -> float:
    """Ties stated by both ends / ties whose two ends answered the survey.

    0 (every tie is one side's view) … 1 (all are seen by both sides). nan where nobody is known to have reported, or
    no tie joins two actors that answered.
    """
    if scene.reported is None or scene.answered is None:
        return float("nan")
    u, v, _ = scene.graph.ties()
    both = scene.answered[u] & scene.answered[v]
    return float(scene.reported[both].all(axis=1).mean()) if both.any() else float("nan")


def intensity(scene: Scene) -> dict[str, int]:
    """How many ties have each word of the scale as their strongest, strongest first, and how many have none."""
    counted = Counter(scene.intensity)
    return {**{word: counted[word] for word in scene.scheme.intensity}, "none": counted[None]}


def _by_type(scene: Scene) -> dict[str, float]:
    graph, labels = scene.graph, scene.labels
    spread = chance.assortativity_chance(graph, labels, draws=scene.draws, seed=scene.seed)
    lower, upper, both = chance.ei_chance(graph, labels, draws=scene.draws, seed=scene.seed)
    return {
        "assortativity": mixing.assortativity(graph, labels),
        "assortativity_p": spread,
        "ei_index": mixing.ei_index(graph, labels),
        "ei_expected": mixing.ei_expected(graph, labels),
        "ei_min": mixing.ei_min(graph, labels),
        "ei_max": mixing.ei_max(graph, labels),
        "ei_rescaled": mixing.ei_rescaled(graph, labels),
        "ei_p_lower": lower,
        "ei_p_upper": upper,
        "ei_p": both,
    }


def clear(scene: Scene) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Whose number of ties is more than chance would give any actor of a random scene of this size."""
    return np.asarray(dominance.degree_p(scene.graph) < scene.scheme.thresholds.top_dog_p)
