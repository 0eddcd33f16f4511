"""The network of a city as a small picture: where everybody stands, who is tied, of which kind; without any name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from actor_graph.measures import isolation
from actor_graph.measures.graph import Graph
from actor_graph.views.layout import lay_out, radii

if TYPE_CHECKING:
    from actor_graph.analysis import Analysis

WIDTH, HEIGHT = 420, 420
"""What a picture is laid out for; one that needs more room is larger, as all have one scale."""
STATUS = {
    "networked": isolation.NETWORKED,
    "fragment": isolation.FRAGMENT,
    "isolated": isolation.ISOLATED,
    "unknown": isolation.UNKNOWN,
}


def small_map(analysis: Analysis) -> dict[str, Any] | None:
    """The picture as plain data: ``marks`` as x, y, degree and place in ``types``, ``ties`` as places of marks.

    Only who hangs together in the network is in it, and what the audience of the analysis may see one by one; None
    where that is nothing, and where how many are outside is kept back, as the number of marks would give it back.
    """
    told = analysis.to_dict()
    kept_back = analysis.audience != "office" and told["network"]["not_yet_networked_share"] is None
    if told.get("withheld") or kept_back:
        return None
    actors, graph = told["actors"], _graph(len(told["actors"]), analysis.ties())
    status = _status(actors, graph, analysis)
    inside = np.flatnonzero(status == isolation.NETWORKED)
    if not len(inside):
        return None
    circles = np.array([-1 if one.get("cluster") is None else one["cluster"] for one in actors], dtype=np.int64)
    radius = radii(graph.degree)
    nameless = [""] * graph.n
    laid = lay_out(graph, circles, status, radius, nameless, seed=told["settings"]["seed"], width=WIDTH, height=HEIGHT)
    place = {int(i): at for at, i in enumerate(inside)}
    types = sorted({one["type"] for one in actors if one["type"] is not None})
    kind = {name: at for at, name in enumerate(types)}
    u, v, _ = graph.ties()
    ends = zip(u.tolist(), v.tolist(), strict=True)
    return {
        "width": round(laid.width),
        "height": round(laid.height),
        "types": types,
        "marks": [
            [
                round(float(laid.x[i]), 1),
                round(float(laid.y[i]), 1),
                int(graph.degree[i]),
                kind.get(actors[i]["type"], -1),
            ]
            for i in inside.tolist()
        ],
        "ties": [[place[a], place[b]] for a, b in ends if a in place and b in place],
    }


def _graph(n: int, ties: list[dict[str, Any]]) -> Graph:
    """The ties that count."""
    ends = np.array([(tie["source"], tie["target"]) for tie in ties if tie["counts"]], dtype=np.int64).reshape(-1, 2)
    return Graph.from_ties(n, ends[:, 0], ends[:, 1])


def _status(actors: list[Mapping[str, Any]], graph: Graph, analysis: Analysis) -> Any:
    """Each actor's status; where the audience may not see it, who hangs together by the ties."""
    if all(one.get("status") in STATUS for one in actors):
        return np.array([STATUS[one["status"]] for one in actors], dtype=np.int8)
    limits = analysis.request.landscape.scheme.thresholds
    return isolation.status(graph, answered=None, share=limits.networked_share, least=limits.networked_min)
