"""Natural persons leave under a stand-in: “Person 1”, id ``person-1``, numbered by the order of the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from actor_graph.landscape import Landscape
from actor_graph.privacy.columns import redact


@dataclass(frozen=True)
class Names:
    """The ids and names under which the actors of a landscape leave it, row by row, and how texts are cleared."""

    ids: tuple[str, ...]
    names: tuple[str, ...]
    text: Callable[[str], str]


def names(landscape: Landscape, *, with_contacts: bool = False) -> Names:
    """Ids and names for outputs: those of natural persons are replaced, contact data in names and texts cleared.

    ``Names.text`` takes contact data and the names of natural persons out of a free text.
    """
    ids, shown = list(landscape.actors["id"]), list(landscape.actors["name"])
    taken, persons, number = set(ids), {}, 0
    for row, person in enumerate(landscape.actors["person"]):
        if person:
            number += 1
            persons[shown[row]] = f"Person {number}"
            ids[row], shown[row] = _free(f"person-{number}", taken), f"Person {number}"
    clear = _clearing(persons, with_contacts)
    return Names(tuple(ids), tuple(name if name in persons.values() else clear(name) for name in shown), clear)


def find(landscape: Landscape, given: str) -> list[int]:
    """The rows of the actor that a user means by an id, an exact name or a stand-in; several where names repeat."""
    actors = landscape.actors
    known: tuple[tuple[str, ...], ...] = (actors["id"], actors["name"])
    if any(actors["person"]):
        leaving = names(landscape)
        known += (leaving.ids, leaving.names)
    for column in known:
        rows = [row for row, value in enumerate(column) if value == given]
        if rows:
            return rows
    return []


def _free(wanted: str, taken: set[str]) -> str:
    while wanted in taken:
        wanted += "*"
    return wanted


def _clearing(persons: dict[str, str], with_contacts: bool) -> Callable[[str], str]:
    known = sorted((name for name in persons if len(name) > 2), key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, known)), re.IGNORECASE) if known else None
    folded = {name.casefold(): stand_in for name, stand_in in persons.items()}

    def clear(text: str) -> str:
        if pattern:
            text = pattern.sub(lambda found: folded.get(found.group().casefold(), "[…]"), text)
        return text if with_contacts else redact(text)

    return clear
