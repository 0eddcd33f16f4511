"""A city beside chance: its figures in random scenes of its size, and of its degrees, and what it has beyond these."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actor_graph.analysis.scene import Scene
from actor_graph.comparison.asking import Asked
from actor_graph.comparison.figures import MODELS

FOR_THE_OFFICE = ("z", "p_lower", "p_upper", "p", "p_adjusted")
"""What the other audiences do not see of any figure."""
Told = Mapping[str, Any]


def chance_of(scene: Scene, network: Told, asked: Asked, threads: int | None = 1) -> dict[str, Any]:
    """For each null model and figure what chance gives; null for what a model fixes, and for what is not told."""
    from actor_graph.measures.nulls import NETWORK, Limits, against_chance

    said, names = scene.scheme.thresholds, [name for name in NETWORK if name in network]
    found = against_chance(
        scene.graph,
        scene.labels,
        MODELS,
        draws=asked.of_chance,
        seed=asked.seed,
        figures=names,
        ids=scene.ids,
        answered=scene.answered,
        observed={name: network[name] for name in ("modularity",) if network.get(name) is not None},
        workers=threads,
        limits=Limits(said.networked_share, said.networked_min, said.top_dog_p, said.fence, said.min_tied),
    )
    return {model: {name: _told(found[model].get(name), network[name], asked) for name in names} for model in MODELS}


def _told(found: Any, observed: float | None, asked: Asked) -> dict[str, Any] | None:
    """A comparison as the audience may have it."""
    if found is None or observed is None:
        return None
    told: dict[str, Any] = found.to_dict()
    return told if asked.audience == "office" else {k: v for k, v in told.items() if k not in FOR_THE_OFFICE}


def excess_of(chance: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """What each figure has beyond chance: observed − expected, and the null's band, as far from what is expected.

    A value outside of ``low`` … ``high`` lies beyond 95 % of the random scenes. Both are in the units of the figure.
    """
    return {
        model: {name: None if told is None else _beyond(told) for name, told in figures.items()}
        for model, figures in chance.items()
    }


def _beyond(told: Told) -> dict[str, Any]:
    at, expected = told.get("compared", told["observed"]), told["expected"]
    return {"value": at - expected, "low": told["low"] - expected, "high": told["high"] - expected}
