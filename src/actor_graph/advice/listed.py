"""What of another list may be told and taken over: no natural person, no contact data, no name of either."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, cached_property
from typing import Any

from actor_graph.landscape import Landscape, Table
from actor_graph.matching.spellings import known_names
from actor_graph.privacy.people import EVERYDAY, folded, people
from actor_graph.privacy.persons import clearing, sought, stand_ins
from actor_graph.privacy.redaction import GONE, redact
from actor_graph.words.fold import fold

_PLACES = ("place", "countries", "languages")


class Listed:
    """Another list beside a landscape, and how its texts are cleared.

    Natural persons of the landscape stand under their stand-ins; those of the list, and the contact data of both,
    people among them, become ``[…]``.
    """

    def __init__(self, landscape: Landscape, table: Table) -> None:
        self.landscape, self.table = landscape, table
        self.clear: Callable[[str], str] = cache(self._cleared)

    @cached_property
    def persons(self) -> tuple[int, ...]:
        """The rows that the list marks as natural persons."""
        return tuple(row for row, person in enumerate(self.table["person"]) if person)

    @cached_property
    def known(self) -> tuple[int, ...]:
        """Other rows that name a natural person of the landscape, or one that the list marks elsewhere."""
        actors = self.landscape.actors
        here = [row for row, person in enumerate(actors["person"]) if person]
        names = {fold(name) for table, rows in ((actors, here), (self.table, self.persons))
                 for _, name in known_names(table, rows)}  # fmt: skip
        clear = clearing(stand_ins(self.landscape)[1], True)
        others = [row for row in range(len(self.table)) if row not in self.persons]
        told = known_names(self.table, others)
        return tuple(dict.fromkeys(row for row, name in told if fold(name) in names or clear(name) != name))

    def says_nothing(self, told: str) -> bool:
        """Whether nothing is left of a text that was cleared."""
        return GONE in told and not any(sign.isalnum() for sign in told)

    def _cleared(self, text: str) -> str:
        return redact(self._sought.put(text))

    @cached_property
    def _sought(self) -> Any:
        """All that texts of the two must not say; nothing of it is looked for in names and places of other actors."""
        own = {folded(name) for name in stand_ins(self.landscape)[1]}
        named = [name for _, name in known_names(self.table, self.persons) if folded(name) not in own]
        both = self._both()
        found = sought(replace(self.landscape, actors=both), dict.fromkeys(named, GONE))
        for name in named:
            for person in people(name):
                found.add_person(person, GONE, bare=folded(person.family[-1]) not in EVERYDAY)
        found.spare(text for key in ("name", *_PLACES) for cell, person in zip(both[key], both["person"], strict=True)
                    if not person for text in (cell if isinstance(cell, tuple) else (cell or "",)))  # fmt: skip
        return found

    def _both(self) -> Table:
        """The actors of both in one table, with what is sought in texts; the list's natural persons without a name."""
        ours, theirs = self.landscape.actors, self.table
        contact = tuple(dict.fromkeys((*ours.contact, *theirs.contact)))
        columns = {key: (*ours[key], *theirs[key]) for key in contact}
        for key in {"id", "name", "person", *_PLACES}.difference(contact):
            named = ("" if row in self.persons else cell for row, cell in enumerate(theirs[key]))
            columns[key] = (*ours[key], *named)
        headings = {**theirs.headings, **ours.headings}
        return replace(ours, columns=columns, rows=(*ours.rows, *theirs.rows), headings=headings, contact=contact)
