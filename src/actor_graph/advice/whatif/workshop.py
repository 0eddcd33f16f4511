"""After a workshop at which all meet all: the figures without those that follow from what was supposed alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

WITHHELD = ("top_dog_tie_share", "modularity", "cluster_stability")
"""Figures of the whole that say who is central, or how circles are divided."""
UNTOLD = ("top_dog", "degree_p")
"""What of an actor says whether it is central."""
AS_BEFORE = ("cluster", "bridges_clusters")
"""What of an actor follows from the circles."""


def without_marks(after: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """The document of the analysis after a workshop with nobody central in it, and with the circles as before.

    Each of n invited has n - 1 ties more by what was supposed, and all are one circle. So who would be central
    (``top_dogs``, ``without_top_dogs``, the marks of actors) is None, undefined and not nobody; circles, with the
    figures about them, are those of ``before``, without members that are not there after. An actor that had no circle
    has none.
    """
    was = {row["id"]: row for row in before["actors"]}
    there = {row["id"] for row in after["actors"]}
    actors = [
        row | dict.fromkeys(UNTOLD) | {key: was[row["id"]][key] for key in AS_BEFORE if key in row}
        for row in after["actors"]
    ]
    circles = [
        circle | {"members": [id_ for id_ in circle["members"] if id_ in there]} for circle in before["clusters"]
    ]  # fmt: skip
    return {
        **after,
        "network": after["network"] | dict.fromkeys(WITHHELD),
        "actors": actors,
        "clusters": circles,
        "top_dogs": None,
        "without_top_dogs": None,
    }
