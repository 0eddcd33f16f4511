"""The types of a city one by one: the same for each of them, as far as the audience may see it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from actor_graph.analysis.request import Request
from actor_graph.analysis.scene import Scene
from actor_graph.words import LANGUAGES

OF_GROUPS = (
    "type", "status", "actors", "networked_share", "average_degree", "internal_ties", "external_ties",
    "internal_density", "external_density", "ei_index",
)  # fmt: skip


def kinds_of(scene: Scene, told: Mapping[str, Any], wanted: Request) -> list[dict[str, Any]]:
    """A row per type: its figures, what chance lets expect, and how the scheme of this city calls it.

    ``internal_expected`` and ``external_expected`` are the ties within the type and to others if each pair of typed
    actors had a tie with the same chance. For the office also ``response_rate``, and ``central``, the number of central
    actors of the type.
    """
    expected = _expected(told["mixing"])
    made = []
    for group in told["groups"]:
        key = group["type"]
        scheme, by_type = wanted.landscape.scheme, wanted.by == "type"
        made.append(
            {
                **{name: group[name] for name in OF_GROUPS if name in group},
                **dict(zip(("internal_expected", "external_expected"), expected[key], strict=True)),
                **(_of_office(scene, key) if told["audience"] == "office" else {}),
                "labels": {tongue: scheme.type_label(key, tongue) if by_type else key for tongue in LANGUAGES},
            }
        )
    return made


def _expected(mixing: Mapping[str, Any]) -> dict[str, tuple[float | None, float | None]]:
    """The ties within each type and to all others that chance lets expect; None where a part of them is not told."""
    found = {}
    for i, (kind, row) in enumerate(zip(mixing["types"], mixing["expected"], strict=True)):
        others = [value for j, value in enumerate(row) if j != i]
        found[kind] = row[i], None if None in others else float(sum(others))
    return found


def _of_office(scene: Scene, key: str) -> dict[str, Any]:
    members = scene.labels == list(scene.types).index(key)
    answered = None if scene.answered is None else float(np.mean(scene.answered[members]))
    return {"response_rate": answered, "central": int(scene.top[members].sum())}
