"""Who objected: an entry or a tie that somebody objected to is in no output but the office's own, under names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from actor_graph.landscape import LIST_COLUMNS, Landscape, Table
from actor_graph.landscape.network import without_actors
from actor_graph.landscape.spellings import spellings
from actor_graph.privacy.audience import Audience

UNSAID = "[…]"
"""What stands for the name of who objected in the texts of others."""


@dataclass(frozen=True)
class Objections:
    """The rows of actors and of ties that are not to be seen, and how many ties between two actors these are.

    An objection is against the tie between two actors, so that all rows between them are meant, whoever reported them
    and of whatever kind.
    """

    actors: frozenset[int] = frozenset()
    ties: frozenset[int] = frozenset()
    pairs: int = 0

    def __bool__(self) -> bool:
        return bool(self.actors or self.ties)


NOTHING = Objections()


def objections(landscape: Landscape) -> Objections:
    """All that actors objected to (``objected: yes`` in the actors and in the ties)."""
    actors = frozenset(row for row, said in enumerate(landscape.actors["objected"]) if said)
    ends = [frozenset(pair) for pair in zip(landscape.ties["source"], landscape.ties["target"], strict=True)]
    pairs = {pair for pair, said in zip(ends, landscape.ties["objected"], strict=True) if said}
    return Objections(actors, frozenset(row for row, pair in enumerate(ends) if pair in pairs), len(pairs))


def heard(landscape: Landscape, audience: Audience) -> Objections:
    """What an audience must not see for them; the office sees all, but under pseudonyms: these are made to pass on."""
    return NOTHING if audience == "office" and landscape.pseudonyms is None else objections(landscape)


def names_unsaid(landscape: Landscape, found: Objections) -> dict[str, str]:
    """What stands in texts for the names of those who objected, unless others who did not have the same name.

    So it does for other spellings of their names (``landscape.spellings``).
    """
    if not found.actors:
        return {}
    names, spelled = landscape.actors["name"], spellings(landscape.actors)
    others = {name for row, name in enumerate(names) if row not in found.actors}
    said = (name for row in found.actors for name in (names[row], *spelled[row]))
    return {name: UNSAID for name in said if name not in others}


def emptied(actors: Table, found: Objections) -> Table:
    """The table with nothing in the rows of those who objected but an id, and as if they were not part of the survey.

    The rows stay, so that those of the others keep their places.
    """
    if not found.actors:
        return actors
    told: dict[str, Any] = {"name": UNSAID, "survey": "excluded", "objected": True}
    columns = {
        key: tuple(
            cell if row not in found.actors or key == "id" else told.get(key, () if key in LIST_COLUMNS else None)
            for row, cell in enumerate(actors[key])
        )
        for key in dict.fromkeys([*actors.columns, *told])
    }
    return replace(actors, columns=columns)


def without_objected(cleared: Landscape, found: Objections, out: frozenset[int]) -> Landscape:
    """The landscape as if what they objected to, and the actors in ``out``, were not there."""
    if found.ties:
        kept = [row for row in range(len(cleared.ties)) if row not in found.ties]
        cleared = replace(cleared, ties=cleared.ties.take(kept))
    gone = found.actors | out
    return without_actors(cleared, set(gone)) if gone else cleared
