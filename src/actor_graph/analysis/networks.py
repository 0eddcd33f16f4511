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
        "diameter": _whole(cohesion.diameter(graph)),
        "degree_gini": dominance.degree_gini(graph),
        **_by_type(scene),
        "modularity": clusters.modularity(graph, scene.circles),
        "cluster_stability": clusters.cluster_stability(graph, scene.circles, scene.ids, scene.seed),
        "top_dog_tie_share": dominance.top_dog_tie_share(graph, scene.top),
        "confirmed_share": confirmed_share(scene),
        "intensity": intensity(scene),
    }


def _whole(value: float) -> float | int:
    return value if np.isnan(value) else int(value)


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
    dealt = chance.mixing_chance(graph, labels, scene.draws, scene.seed, scene.ids)
    sizes = np.bincount(labels[scene.typed], minlength=len(scene.types))
    ties = len(mixing.typed_ties(graph, labels)[0])
    low, high = dealt.ei.interval
    index, least, most = mixing.ei_index(graph, labels), mixing.ei_min(sizes, ties), mixing.ei_max(sizes, ties)
    return {
        "assortativity": mixing.assortativity(graph, labels),
        "assortativity_p": dealt.assortativity.p,
        "ei_index": index,
        "ei_expected": mixing.ei_expected(sizes, ties),
        "ei_low": low,
        "ei_high": high,
        "ei_min": least,
        "ei_max": most,
        "ei_rescaled": mixing.ei_rescaled(index, least, most),
        "ei_p_lower": dealt.ei.p_lower,
        "ei_p_upper": dealt.ei.p_upper,
        "ei_p": dealt.ei.p,
    }


def clear(scene: Scene) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Whose number of ties is more than chance would give any actor of a random scene of this size."""
    return np.asarray(dominance.degree_p(scene.graph) < scene.scheme.thresholds.top_dog_p)
