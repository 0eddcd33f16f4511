"""What the page draws: places, regions and names as Python laid them out, so that nothing moves in the browser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from actor_graph.measures import isolation
from actor_graph.measures.graph import Bools, Floats, Graph, Ints
from actor_graph.views.layout import Layout, lay_out, radii
from actor_graph.views.map.looks import Kind
from actor_graph.words import LANGUAGES, say

if TYPE_CHECKING:
    from pyvis.network import Network

    from actor_graph.scheme import Scheme

WIDTH, HEIGHT = 700, 712
"""The map's part of a window of 1280 × 800: what the picture is laid out for."""
EQUAL_RADIUS = 8.0
NO_CIRCLE = -1
STATUS = {
    "networked": isolation.NETWORKED,
    "fragment": isolation.FRAGMENT,
    "isolated": isolation.ISOLATED,
    "unknown": isolation.UNKNOWN,
}


@dataclass(frozen=True, eq=False)
class Picture:
    """The picture in pyvis' data model (places, shapes, colors, sizes, names, ties), and what it has no place for."""

    network: Network
    layout: Layout
    radius: Floats
    placed: list[int]
    equal_size: bool

    @property
    def places(self) -> list[tuple[float, float]]:
        """The place of each actor, in the order of the analysis."""
        nodes = self.network.get_network_data()[0]
        return [(node["x"], node["y"]) for node in nodes]

    def to_dict(self) -> dict[str, Any]:
        """Regions, names and sizes as the page reads them; positions stand with the actors, hulls follow from them."""
        laid = self.layout
        return {
            "bounds": [0, 0, round(laid.width, 1), round(laid.height, 1)],
            "zoom": laid.zoom,
            "placed": self.placed,
            "equal_size": self.equal_size,
            "radius": [round(float(r), 2) for r in self.radius],
            "regions": [
                {
                    "circle": region.cluster,
                    "box": [round(v, 1) for v in (region.x, region.y, region.width, region.height)],
                }
                for region in laid.regions
            ],
            "labels": {
                str(i): [list(label.lines), label.dx, label.dy, label.width, label.height, label.align, label.leader]
                for i, label in enumerate(laid.labels)
                if label is not None
            },
        }


def lay_out_picture(
    figures: Mapping[str, Any],
    ties: Sequence[Mapping[str, Any]],
    shown: Sequence[Kind],
    scheme: Scheme,
    *,
    positions: Mapping[str, tuple[float, float]] | None = None,
    equal_size: bool = False,
) -> Picture:
    """Lay out what the audience may see: the actors and ties of the analysis, not those of the landscape."""
    actors = figures["actors"]
    graph = _graph(len(actors), ties)
    status = _status(actors, graph, scheme)
    radius = np.full(graph.n, EQUAL_RADIUS) if equal_size else radii(graph.degree)
    pinned = {i: positions[actor["id"]] for i, actor in enumerate(actors) if positions and actor["id"] in positions}
    laid = lay_out(
        graph,
        np.array([_circle(actor) for actor in actors], dtype=np.int64),
        status,
        radius,
        [str(actor["name"]) for actor in actors],
        seed=figures["settings"]["seed"],
        pinned=pinned,
        width=WIDTH,
        height=HEIGHT,
        top=_flags(actors, "top_dog"),
        mandate=_flags(actors, "top_dog") & _flags(actors, "mandate"),
        betweenness=np.array([actor.get("betweenness") or 0.0 for actor in actors], dtype=np.float64),
        region_names=_region_names(figures),
    )
    laid = _rounded(laid, set(pinned))
    placed = np.flatnonzero(status == isolation.NETWORKED).tolist()
    return Picture(_network(actors, ties, shown, laid, radius), laid, radius, placed, equal_size)


def _rounded(laid: Layout, pinned: set[int]) -> Layout:
    """Places to a tenth of a pixel, but for those that were given: they stay as they are."""
    loose = np.array([i not in pinned for i in range(len(laid.x))], dtype=np.bool_)
    x, y = (np.where(loose, np.round(values, 1), values) for values in (laid.x, laid.y))
    return replace(laid, x=x, y=y)


def _graph(n: int, ties: Sequence[Mapping[str, Any]]) -> Graph:
    """The ties that count."""
    counting = [tie for tie in ties if tie.get("counts", True)]
    ends = np.array([(tie["source"], tie["target"]) for tie in counting], dtype=np.int64).reshape(-1, 2)
    return Graph.from_ties(n, ends[:, 0], ends[:, 1])


def _status(actors: Sequence[Mapping[str, Any]], graph: Graph, scheme: Scheme) -> Ints:
    """Each actor's status as the analysis has it; where the audience may not see it, who hangs together by the ties."""
    if all(actor.get("status") in STATUS for actor in actors):
        return np.array([STATUS[actor["status"]] for actor in actors], dtype=np.int8)
    limits = scheme.thresholds
    return isolation.status(graph, answered=None, share=limits.networked_share, least=limits.networked_min)


def _circle(actor: Mapping[str, Any]) -> int:
    """The number of its circle; who has none stands in no region. Where none are told, all stand in one."""
    circle = actor.get("cluster", 0)
    return NO_CIRCLE if circle is None else int(circle)


def _flags(actors: Sequence[Mapping[str, Any]], key: str) -> Bools:
    return np.array([bool(actor.get(key)) for actor in actors], dtype=np.bool_)


def _region_names(figures: Mapping[str, Any]) -> dict[int, tuple[str, str]]:
    """What will stand above each region: letter and name, and the composition in the language that needs more room."""
    names = {actor["id"]: str(actor["name"]) for actor in figures["actors"]}
    spoken = {}
    for circle in figures["clusters"]:
        name = circle.get("name") or names.get(circle.get("strongest"), "")
        words = [say(f"map.{circle['composition']}", lang) for lang in LANGUAGES] if circle.get("composition") else [""]
        spoken[circle["cluster"]] = (f"{letter_of(circle['cluster'])} {name}".strip(), max(words, key=len))
    return spoken


def letter_of(circle: int) -> str:
    """A … Z, then AA, AB, … for the number of a circle, from 1.

    >>> letter_of(1), letter_of(27)
    ('A', 'AA')
    """
    letters = ""
    while circle > 0:
        circle, last = divmod(circle - 1, 26)
        letters = chr(65 + last) + letters
    return letters


def _network(
    actors: Sequence[Mapping[str, Any]],
    ties: Sequence[Mapping[str, Any]],
    shown: Sequence[Kind],
    laid: Layout,
    radius: Floats,
) -> Network:
    """The picture in pyvis' data model; nodes by place in the list of actors, edges handed over in one go."""
    from pyvis.network import Network

    looks = {kind.key: kind.look for kind in shown}
    own = [looks[actor.get("type")] for actor in actors]
    network = Network()
    network.add_nodes(
        list(range(len(actors))),
        x=laid.x.tolist(),
        y=laid.y.tolist(),
        size=radius.tolist(),
        color=[look.light for look in own],
        shape=[look.shape for look in own],
        title=[str(actor["name"]) for actor in actors],
    )
    network.edges = [{"from": tie["source"], "to": tie["target"]} for tie in ties]
    return network
