"""A landscape beside chance: its figures in random scenes of its size, of its degrees, with its types dealt anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from actor_graph.analysis.pace import HowFar, Pace
from actor_graph.analysis.scene import Scene
from actor_graph.measures.core import core_fit
from actor_graph.measures.nulls import MODELS, Limits, against_chance
from actor_graph.measures.nulls.degrees import CHAINS
from actor_graph.measures.nulls.free import open_actors

CORE_FROM, LIKELY = 0.5, 0.05
"""No core is named below this fit, nor from this p on."""
ENOUGH = 40
"""With fewer draws no p, which is 2 / (draws + 1) at least, can be under 0.05."""


def beside_chance(scene: Scene, network: Mapping[str, Any], draws: int, how_far: HowFar) -> dict[str, Any]:
    """The parts of the document that ``--chance`` adds; nan where undefined.

    Parameters
    ----------
    scene : what has been named.
    network : its figures; they stand as ``observed``.
    draws : random scenes of each kind. The types are dealt as often as for the network's own p values, from the same
        dealings, so that nobody reads two p values for one question.
    how_far : told how many of the random scenes are drawn.

    Returns
    -------
    ``chance``: for each null model and figure a comparison (see ``measures.nulls.Compared``), or None where the model
    leaves the figure as it is. ``core``: see ``_core``. ``drawn``: how the draws were made.
    """
    given = scene.scheme.thresholds
    about: dict[str, Any] = {
        "ids": scene.ids,
        "answered": scene.answered,
        "observed": {key: value for key, value in network.items() if isinstance(value, (int, float))},
        "limits": Limits(given.networked_share, given.networked_min, given.top_dog_p, given.fence, given.min_tied),
    }
    models = ["size", "degrees"] if len(open_actors(scene.graph.degree)) else ["size"]
    pace = Pace(len(models) * draws, 0, how_far)
    found = against_chance(scene.graph, scene.labels, ["size", "degrees"], draws, scene.seed, **about, drawn=pace.step)
    dealt = against_chance(
        scene.graph, scene.labels, ["dealing"], scene.draws, scene.seed, clusters=scene.circles, **about
    )
    chance = {
        model: {name: None if one is None else one.to_dict() for name, one in (found | dealt)[model].items()}
        for model in MODELS
    }
    switching = found.switching
    return {
        "chance": chance,
        "core": _core(scene, chance["degrees"]["core_fit"]),
        "drawn": {
            "size": draws,
            "degrees": draws,
            "dealing": scene.draws,
            "chains": CHAINS,
            "switched": None if switching is None else "pairs without a tie" if switching.open_pairs else "ties",
            "accepted": None if switching is None else switching.accepted,
            "tries_between": None if switching is None else switching.between,
            "autocorrelation": None
            if switching is None
            else {"transitivity": switching.transitivity, "ei_index": switching.ei_index},
        },
    }


def _core(scene: Scene, beside: Mapping[str, Any] | None) -> dict[str, Any]:
    """The core: its fit, its p beside scenes with the same degrees, and its members where it may be named.

    It is named where the fit is 0.5 or more and p under 0.05, the fit being higher than these scenes give. Where no
    other scene has these degrees there is no p, and no core is named: the numbers of ties say it all.
    """
    if beside is None:
        return {"fit": core_fit(scene.graph, scene.ids).fit, "p": None, "named": False, "members": None}
    fit, p = beside["observed"], beside["p"]
    named = bool(fit >= CORE_FROM and p < LIKELY and fit > beside["expected"])
    members = (
        [scene.ids[i] for i in np.flatnonzero(core_fit(scene.graph, scene.ids).members).tolist()] if named else None
    )
    return {"fit": fit, "p": p, "named": named, "members": members}
