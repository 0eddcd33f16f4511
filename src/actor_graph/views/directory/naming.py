"""Whether a public entry names an actor that has not agreed to be named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from actor_graph.landscape import Landscape
from actor_graph.landscape.spellings import spellings
from actor_graph.privacy.mentions import Mentions
from actor_graph.problems import Problems
from actor_graph.views.directory.entries import LISTS, Entry
from actor_graph.words.fold import fold

LEAST_LETTERS = 4
"""A name shorter than this is a word of many texts."""


def without_unnamed(cleared: Landscape, entries: Sequence[Entry], problems: Problems) -> list[Entry]:
    """The entries without member groups that have not agreed to be named; texts that speak of one are warned of.

    A text is the actor's own word, so it stays as it is: the office has it changed, or asks the one it speaks of.
    Names of those who objected have gone before (``privacy.objections``).
    """
    shown, actors = {entry.row for entry in entries}, cleared.actors
    told = {fold(actors["name"][row]) for row in shown}
    spelled = spellings(actors)
    closed = [
        name
        for row, own in enumerate(actors["name"])
        if row not in shown and not actors["person"][row] and not actors["objected"][row]
        for name in (own, *spelled[row])
        if fold(name) not in told
    ]
    return [_checked(cleared, entry, closed, problems) for entry in entries] if closed else list(entries)


def _checked(cleared: Landscape, entry: Entry, closed: Sequence[str], problems: Problems) -> Entry:
    about = {"file": cleared.actors.file, "sheet": cleared.actors.sheet, "row": cleared.actors.rows[entry.row]}
    folded = set(map(fold, closed))
    for member in entry.members:
        if fold(member) in folded:
            problems.warn("directory.member_out", name=entry.name, other=member, **about)
    entry = replace(entry, members=tuple(member for member in entry.members if fold(member) not in folded))
    for name in _spoken_of(entry, [name for name in closed if len(name) >= LEAST_LETTERS]):
        problems.warn("directory.names_another", name=entry.name, other=name, **about)
    return entry


def _spoken_of(entry: Entry, names: Sequence[str]) -> Iterator[str]:
    texts = "\n".join(texts_of(entry))
    if Mentions(names)(texts):
        yield from (name for name in names if Mentions([name])(texts))


def texts_of(entry: Entry) -> Iterator[str]:
    """What an entry says in words of its own."""
    yield from (entry.description, *(text for _, text in entry.attributes))
    yield from (word for key in LISTS for word in getattr(entry, key))
