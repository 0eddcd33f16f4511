"""Whom to forget: under which words an actor stands in the files of a landscape."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from unicodedata import normalize

from actor_graph.forgetting.said import Said, said_of
from actor_graph.landscape import Landscape
from actor_graph.landscape.spellings import spellings
from actor_graph.privacy.mentions import Mentions
from actor_graph.privacy.persons import find, stand_ins
from actor_graph.problems import RequestError
from actor_graph.words import Language

LEAST_LETTERS = 8
LEAST_OF_ID = 4
"""Letters of an id that is looked for in files of which nobody knows what they are about."""


@dataclass(frozen=True)
class Subject:
    """One actor: its place in the table, its id and name, and the stand-in of a natural person.

    ``exact`` are the words that mean this actor and nobody else where a cell names an actor; ``short`` are the first
    two words of the name, by which people speak of it, where no other actor's name begins so; ``others`` are other
    spellings of the name that nobody else has. ``said`` finds what
    texts of others say of a natural person, and of people in the actor's contact columns.
    """

    place: int
    id: str
    name: str
    person: str | None
    exact: frozenset[str]
    short: str = ""
    others: tuple[str, ...] = ()
    said: Said = field(default_factory=Said, compare=False, repr=False)

    def means(self, text: str) -> bool:
        """Whether a text that names an actor names this one."""
        return normalize("NFC", text.strip()) in self.exact

    def mentioned(self, text: str) -> bool:
        """Whether a text holds the name in any case, or the id as it is written, as words of their own."""
        return self.named(text) or bool(self._id and self._id.search(text))

    def named(self, text: str) -> bool:
        """Whether a text holds the name, of people in any way in which outputs would know it."""
        return self._names(text) or self.said(text)

    def has_id(self, text: str) -> bool:
        """Whether a text holds the id as a word of its own; one that may be any short word only as a whole cell."""
        if self._id is None:
            return False
        return bool((self._id if len(self.id) >= LEAST_OF_ID else self._alone).search(text))

    @cached_property
    def _names(self) -> Mentions:
        return Mentions([self.name, self.short, *self.others])

    @cached_property
    def _alone(self) -> re.Pattern[str]:
        """The id between the signs that part cells: quotation marks, separators, tags, ends of lines."""
        return re.compile(rf"(?:^|[\";,\t>]){re.escape(self.id)}(?:$|[\";,\t<])", re.MULTILINE)

    @cached_property
    def _id(self) -> re.Pattern[str] | None:
        """An id that is a number or a single letter stands in many texts and is not looked for."""
        return re.compile(rf"(?<!\w){re.escape(self.id)}(?!\w)") if len(self.id) > 1 and not self.id.isdigit() else None


def subjects(landscape: Landscape, given: Sequence[str], language: Language) -> list[Subject]:
    """The actors that are meant by ids, exact names or stand-ins, each once.

    Raises
    ------
    RequestError
        There is no such actor, or several have the name.
    """
    places = list(dict.fromkeys(_place(landscape, one, language) for one in given))
    said = said_of(landscape, places)
    return [_subject(landscape, place, said[place]) for place in places]


def _place(landscape: Landscape, given: str, language: Language) -> int:
    rows = find(landscape, given)
    if not rows:
        raise RequestError("analysis.no_such_actor", language, given=given, hint="")
    if len(rows) > 1:
        ids = ", ".join(landscape.actors["id"][row] for row in rows)
        raise RequestError("analysis.several_actors", language, given=given, ids=ids)
    return rows[0]


def _subject(landscape: Landscape, place: int, said: Said) -> Subject:
    ids, names = landscape.actors["id"], landscape.actors["name"]
    others = {word for row, pair in enumerate(zip(ids, names, strict=True)) if row != place for word in pair}
    words = {normalize("NFC", word) for word in (ids[place], names[place]) if word == ids[place] or word not in others}
    spelled = tuple(word for word in spellings(landscape.actors)[place] if word not in others)
    words |= {normalize("NFC", word) for word in spelled}
    short = _beginning(names[place])
    alone = len(short) >= LEAST_LETTERS and sum(_beginning(name) == short for name in names) == 1
    person = stand_ins(landscape)[0].get(place)
    return Subject(place, ids[place], names[place], person, frozenset(words), short if alone else "", spelled, said)


def _beginning(name: str) -> str:
    """The first two words of a name; nothing where it has no more."""
    words = re.findall(r"[^\W_]+", normalize("NFC", name))
    return " ".join(words[:2]) if len(words) > 2 else ""
