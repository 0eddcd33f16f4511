"""Which actors of a landscape may be one."""

from __future__ import annotations

from actor_graph.landscape import Landscape
from actor_graph.matching.pair import Pair
from actor_graph.problems import Phrase
from actor_graph.words.fold import fold


def likely(landscape: Landscape) -> list[Pair]:
    """Pairs of actors whose names are the same when folded."""
    first: dict[str, int] = {}
    found: list[Pair] = []
    ids, names = landscape.actors["id"], landscape.actors["name"]
    for row, name in enumerate(names):
        earlier = first.setdefault(fold(name), row)
        if earlier != row:
            why = (Phrase("matching.same_name"),)
            found.append(Pair(ids[earlier], ids[row], names[earlier], name, 1.0, why))
    return found
