"""The rows that show how a table is filled in, and that are never data.

A row is an example if the name in it begins with ``(Beispiel)`` or ``(example)``, in brackets as here: of an actor its
name (its id where there is no name), of a tie both of its ends, of a contact or an event its actor. No other row is
left out, whatever it says.
"""

from __future__ import annotations

from collections.abc import Sequence

from actor_graph.vocabulary.aliases import Kind
from actor_graph.vocabulary.headings import match
from actor_graph.words import Language

MARKS: dict[Language, str] = {"de": "(Beispiel)", "en": "(example)"}
"""What the names in an example begin with."""
_NAMED: dict[Kind, tuple[tuple[str, ...], ...]] = {
    "actors": (("name",), ("id",)),
    "ties": (("source", "target"),),
    "contacts": (("actor",),),
    "events": (("actor",),),
    "tandems": (("a", "b"),),
    "landscape": (),
}
"""Where the names stand: the first group whose columns are all there."""


def naming(kind: Kind, headings: Sequence[str]) -> tuple[int, ...]:
    """The places of the columns whose names tell an example, none where the table has no such column."""
    keys = match(kind, headings).keys
    groups = (group for group in _NAMED[kind] if all(key in keys for key in group))
    return tuple(keys.index(key) for key in next(groups, ()))


def is_example(cells: Sequence[str], places: Sequence[int]) -> bool:
    """Whether a row is an example, by the columns that ``naming`` found.

    >>> is_example(["(Beispiel) Weltladen", "x"], [0]), is_example(["Beispielladen", "x"], [0])
    (True, False)
    """
    return bool(places) and all(place < len(cells) and _marked(cells[place]) for place in places)


def _marked(name: str) -> bool:
    return name.lstrip()[:12].casefold().startswith(tuple(map(str.casefold, MARKS.values())))
