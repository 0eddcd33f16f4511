"""What the missing answers could change in the share of those not yet networked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from actor_graph.analysis.scene import Scene
from actor_graph.measures import isolation
from actor_graph.measures.bounds import extremes
from actor_graph.measures.completions import DRAWS, completion, filling, quantiles
from actor_graph.measures.graph import Graph
from actor_graph.measures.whole import Limits

SHARE = "not_yet_networked_share"


def missing_of(scene: Scene, network: Mapping[str, Any]) -> dict[str, Any] | None:
    """The share with none and with all of the missing ties, and between which values 95 % of the completions lie.

    ``low`` and ``high`` are a range of completions, no confidence interval; null where no two actors have answered.
    Without a survey nothing is known to be missing: all but the share are null then. None where the share itself is
    not told.
    """
    share = network.get(SHARE)
    if share is None:
        return None
    nothing: dict[str, Any] = {"share": share, "none": None, "all": None, "low": None, "high": None}
    answered = scene.answered
    if answered is None:
        return nothing
    said = scene.scheme.thresholds
    limits = Limits(said.networked_share, said.networked_min, said.top_dog_p, said.fence, said.min_tied)
    none, every = extremes(scene.graph, scene.labels, answered, limits=limits)
    found = nothing | {"none": none[SHARE], "all": every[SHARE]}
    filled = filling(scene.graph, answered, scene.labels, scene.reported, scene.ids)
    if not filled.possible:
        return found
    shares = [_share(completion(filled, scene.seed, draw), limits) for draw in range(DRAWS)]
    low, high = quantiles(np.array(shares))
    return found | {"low": low, "high": high}


def _share(graph: Graph, limits: Limits) -> float:
    return isolation.not_yet_networked_share(limits.status(graph))
