"""Natural persons leave under a stand-in: “Person 1”, id ``person-1``, numbered by the order of the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from actor_graph.landscape import Landscape
from actor_graph.privacy.redaction import redact

Clear = Callable[[str], str]


def stand_ins(landscape: Landscape) -> tuple[dict[int, str], dict[str, str]]:
    """The new ids of natural persons by row, and what stands for their names and ids in texts.

    A stand-in that is somebody's real id gets a star (``person-1*``).
    """
    actors, taken = landscape.actors, set(landscape.actors["id"])
    ids: dict[int, str] = {}
    words: dict[str, str] = {}
    for row, person in enumerate(actors["person"]):
        if person:
            number = len(ids) + 1
            ids[row] = _free(f"person-{number}", taken)
            words |= {actors["name"][row]: f"Person {number}"}
            words.setdefault(actors["id"][row], f"Person {number}")
    return ids, words


def find(landscape: Landscape, given: str) -> list[int]:
    """The rows of the actor that a user means by an id, an exact name or a stand-in; several where names repeat."""
    actors = landscape.actors
    for column in (actors["id"], actors["name"]):
        rows = [row for row, value in enumerate(column) if value == given]
        if rows:
            return rows
    if landscape.pseudonyms is not None:
        stand = landscape.pseudonyms.by_id
        return [row for row, id_ in enumerate(actors["id"]) if stand[id_] == given]
    ids, words = stand_ins(landscape)
    return [row for row, id_ in ids.items() if given in (id_, words[actors["name"][row]])]


def clearing(persons: Mapping[str, str], with_contacts: bool) -> Clear:
    """How a text is cleared: persons' names and ids as whole words, in any case and spacing, then contact data."""
    known = sorted((name for name in persons if _telling(name)), key=len, reverse=True)
    pattern = re.compile("|".join(map(_pattern, known))) if known else None
    folded = {_fold(name): stand_in for name, stand_in in persons.items()}

    def clear(text: str) -> str:
        if pattern:
            text = pattern.sub(lambda found: folded.get(_fold(found.group()), "[…]"), text)
        return text if with_contacts else redact(text)

    return clear


def _telling(name: str) -> bool:
    """A number or a single letter says nothing of whose id it is, and stands in many texts."""
    return len(name) > 1 and not name.isdigit()


def _pattern(name: str) -> str:
    words = r"\s+".join(map(re.escape, name.split()))
    return rf"(?<!\w){words if len(name) < 3 else f'(?i:{words})'}(?!\w)"


def _fold(name: str) -> str:
    return " ".join(name.split()).casefold()


def _free(wanted: str, taken: set[str]) -> str:
    while wanted in taken:
        wanted += "*"
    return wanted
