"""The scene without its central actors, all of them or any choice of them: a thought experiment."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import numpy as np

from actor_graph.analysis.scene import Scene
from actor_graph.measures import cohesion, dominance, isolation, networking
from actor_graph.measures.graph import Bools
from actor_graph.measures.paths import cores

CHOSEN = 6
"""So many central actors can be put back one by one: each more doubles the number of choices."""
WORK = 2**CHOSEN * 2_000 * 5_000
"""What all choices together may cost (choices × actors × ties): in larger scenes fewer can be put back."""
OUTSIDE = (isolation.ISOLATED, isolation.FRAGMENT)


def central(scene: Scene) -> list[int]:
    """The central actors: by degree, by betweenness (to 1e-9), in the order of the input."""
    degree, between = networking.degree(scene.graph), np.round(dominance.betweenness(scene.graph), 9)
    return [int(i) for i in np.lexsort((np.arange(scene.graph.n), -between, -degree)) if scene.top[i]]


def without(scene: Scene, leaving: Bools) -> Scene:
    """The scene of those who stay; the very same where nobody leaves."""
    return scene.keep(~leaving) if leaving.any() else scene


def losing(scene: Scene, left: Scene, leaving: Bools) -> list[int]:
    """Who is networked as it stands, and is not any more without those that leave."""
    staying = np.flatnonzero(~leaving)
    lost = (scene.status[staying] == isolation.NETWORKED) & (left.status != isolation.NETWORKED)
    found: list[int] = staying[lost].tolist()
    return found


def departures(scene: Scene) -> dict[str, Any]:
    """The figures for each choice of central actors that leave; those with a mandate always stay.

    Returns
    -------
    ``chosen``: the places of those who can be put back, at most ``CHOSEN`` and as many as ``WORK`` allows, in the order
    of ``central``; ``fixed``: of all further ones, which are out in any case. ``choices``: one list per choice, the
    n-th for the choice in which ``chosen[i]`` leaves where bit i of n is set: ties, average degree, actors of the
    largest component, actors not yet networked (those outside as it stands and still there, and those who lose
    contact), degree centralization, average path length, and the places of those who lose contact. nan where undefined.
    No choices where nobody is central.
    """
    from concurrent.futures import ThreadPoolExecutor

    leaving = [i for i in central(scene) if not scene.mandate[i]]
    affordable = max(1, WORK // max(1, scene.graph.n * scene.graph.m)).bit_length() - 1
    most = min(len(leaving), CHOSEN, affordable)
    chosen, fixed = leaving[:most], leaving[most:]
    gone = [_named(n, chosen) + fixed for n in range(2**most)] if leaving else []
    with ThreadPoolExecutor(cores()) as pool:
        choices = list(pool.map(partial(_choice, scene), gone))
    return {"chosen": chosen, "fixed": fixed, "choices": choices}


def _named(n: int, chosen: Sequence[int]) -> list[int]:
    return [actor for bit, actor in enumerate(chosen) if n >> bit & 1]


def _choice(scene: Scene, gone: list[int]) -> list[Any]:
    leaving = np.zeros(scene.graph.n, dtype=np.bool_)
    leaving[gone] = True
    left = without(scene, leaving)
    lost = losing(scene, left, leaving)
    graph = left.graph
    return [
        graph.m,
        networking.average_degree(graph),
        int(cohesion.components(graph)[1].max(initial=0)),
        int(np.isin(scene.status[~leaving], OUTSIDE).sum()) + len(lost),
        dominance.degree_centralization(graph),
        cohesion.average_path_length(graph),
        lost,
    ]
