"""What is shown one by one: to the public those who agreed, and ties whose two ends did; to others all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from actor_graph.analysis.groups import mixing_figures
from actor_graph.analysis.networks import intensity
from actor_graph.analysis.request import Request
from actor_graph.analysis.scene import Scene
from actor_graph.landscape.network import Network
from actor_graph.landscape.spellings import spellings
from actor_graph.measures import networking
from actor_graph.privacy.few import Kept, small
from actor_graph.problems import Problems
from actor_graph.words.fold import fold

LEAST_LETTERS = 4
"""A name shorter than this is looked for as a whole name only, not within another."""


@dataclass(frozen=True, eq=False)
class Published:
    """The part of a scene that may be shown one by one.

    ``scene`` holds the actors listed and the ties shown; ``listed`` are the actors' places in the whole, ``open_ends``
    those whose ties may be shown.
    """

    scene: Scene
    listed: list[int]
    open_ends: frozenset[int]

    @property
    def drawn(self) -> set[int]:
        """The places in the whole of the actors with a tie that is shown."""
        degree = networking.degree(self.scene.graph).tolist()
        return {place for place, ties in zip(self.listed, degree, strict=True) if ties}


def published(request: Request, found: Network, scene: Scene) -> Published:
    """What the audience of the request may see one by one."""
    if request.audience != "public":
        return Published(scene, list(range(scene.graph.n)), frozenset(range(scene.graph.n)))
    actors = request.landscape.actors
    members = np.array([bool(p) for p in found.column(actors["publish"])], dtype=bool)
    open_ties = members & np.array([bool(p) for p in found.column(actors["publish_ties"])], dtype=bool)
    u, v, _ = scene.graph.ties()
    shown = scene.keep(members, open_ties[u] & open_ties[v])
    return Published(shown, np.flatnonzero(members).tolist(), frozenset(np.flatnonzero(open_ties).tolist()))


def circles_shown(request: Request, scene: Scene, shown: Published) -> Any:
    """The circle of each actor listed; to the public none for one without a tie that is shown."""
    circles = scene.circles[shown.listed]
    return np.where(networking.degree(shown.scene.graph) > 0, circles, -1) if request.audience == "public" else circles


def kept(scene: Scene, shown: Published) -> Kept:
    """What the figures of the whole hold beyond the ties that are shown; nothing where all are."""
    if len(shown.open_ends) == scene.graph.n:
        return Kept()
    whole, told = mixing_figures(scene)["ties"], mixing_figures(shown.scene)["ties"]
    closed = Counter(scene.labels[_closed(scene, shown)].tolist())
    drawn = intensity(shown.scene)
    return Kept(
        ties=[[a - b for a, b in zip(*rows, strict=True)] for rows in zip(whole, told, strict=True)],
        actors={scene.types[label]: count for label, count in closed.items() if label >= 0},
        intensity={word: count - drawn[word] for word, count in intensity(scene).items()},
    )


def _closed(scene: Scene, shown: Published) -> list[int]:
    return [i for i in range(scene.graph.n) if i not in shown.open_ends]


def others(scene: Scene, listed: Sequence[int]) -> list[dict[str, Any]]:
    """How many actors of each type there are beside those named."""
    named = set(listed)
    unnamed = Counter(label for i, label in enumerate(scene.labels.tolist()) if i not in named)
    return [{"type": scene.types[label] if label >= 0 else None, "actors": n} for label, n in sorted(unnamed.items())]


def circle_names(request: Request, found: Network, problems: Problems) -> dict[int, str]:
    """Names that users gave to circles, at the member that they hang on.

    To the public without those that hold the name of an actor who is not named there, which is warned of.
    """
    given = request.landscape.meta.get("circles") or {}
    place = {name: i for i, name in enumerate(found.column(request.landscape.actors["id"]))}
    told = {place[member]: str(name) for member, name in given.items() if member in place}
    if request.audience != "public" or not told:
        return told
    actors = request.landscape.actors
    names = zip(actors["name"], spellings(actors), actors["publish"], strict=True)
    unnamed = {fold(name) for own, others, publish in names if not publish for name in (own, *others)}
    for at, name in list(told.items()):
        if _holds(fold(name), unnamed):
            problems.warn("analysis.circle_named_after", given=name)
            del told[at]
    return told


def _holds(name: str, unnamed: set[str]) -> bool:
    return name in unnamed or any(len(other) >= LEAST_LETTERS and other in name for other in unnamed)


def caution(scene: Scene, shown: Published, problems: Problems) -> None:
    """Warn where one or two alone keep their ties to themselves: the number of all ties then tells theirs."""
    keep = int((networking.degree(scene.graph)[_closed(scene, shown)] > 0).sum())
    if small(keep):
        problems.warn("analysis.few_keep_ties", n=keep)
