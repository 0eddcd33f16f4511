"""Who meets whom against chance: the range that dealing the types at random gives for each two of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from actor_graph.analysis.scene import Scene
from actor_graph.measures import meeting

MOST = 40
"""Ranges are told for so many types, the largest; more fill no table that anyone reads."""


def meeting_range(scene: Scene, document: Mapping[str, Any]) -> dict[str, Any]:
    """Between how many ties 95 % of the dealings lie, types dealt at random among all typed actors, ties fixed.

    Returns
    -------
    ``types``: places in ``mixing.types``, largest first, a draw by name. ``low``, ``high``: for each of them a row of
    the cells with those before it and with itself. None where ``mixing`` of the ``document`` does not tell a number of
    ties or what is expected.
    """
    sizes = np.bincount(scene.labels[scene.typed], minlength=len(scene.types))
    order = np.argsort(-sizes, kind="stable")[:MOST].tolist()
    place = np.full(len(scene.types) + 1, len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    place[-1] = -1
    ends = meeting.meeting_range(scene.graph, place[scene.labels], len(order) + 1, scene.draws, scene.seed, scene.ids)
    mixing = document["mixing"]
    told = [
        [mixing["ties"][a][b] is not None and mixing["expected"][a][b] is not None for b in order[: i + 1]]
        for i, a in enumerate(order)
    ]
    rows = [
        [[int(end[i, j]) if known else None for j, known in enumerate(row)] for i, row in enumerate(told)]
        for end in ends
    ]
    return {"types": order, "low": rows[0], "high": rows[1]}
