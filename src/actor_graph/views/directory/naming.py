"""Whether a public entry names an actor that has not agreed to be named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from actor_graph.landscape import Landscape
from actor_graph.problems import Problems
from actor_graph.views.directory.entries import LISTS, Entry
from actor_graph.words.fold import fold

LEAST_LETTERS = 4
"""A name shorter than this stands in many words."""


def without_unnamed(cleared: Landscape, entries: Sequence[Entry], problems: Problems) -> list[Entry]:
    """The entries without member groups that have not agreed to be named; texts that speak of one are warned of.

    A text is the actor's own word, so it stays as it is: the office has it changed, or asks the one it speaks of.
    """
    shown, actors = {entry.row for entry in entries}, cleared.actors
    names = {fold(actors["name"][row]) for row in shown}
    closed = {
        fold(name): name
        for row, name in enumerate(actors["name"])
        if row not in shown and not actors["person"][row] and fold(name) not in names
    }
    pattern = _pattern([name for name in closed.values() if len(name) >= LEAST_LETTERS])
    return [_checked(cleared, entry, closed, pattern, problems) for entry in entries]


def _checked(
    cleared: Landscape, entry: Entry, closed: dict[str, str], pattern: re.Pattern[str] | None, problems: Problems
) -> Entry:
    about = {"file": cleared.actors.file, "sheet": cleared.actors.sheet, "row": cleared.actors.rows[entry.row]}
    kept = tuple(member for member in entry.members if fold(member) not in closed)
    for member in entry.members:
        if member not in kept:
            problems.warn("directory.member_out", name=entry.name, other=member, **about)
    entry = replace(entry, members=kept)
    spoken = dict.fromkeys(found for text in _texts(entry) for found in (pattern.findall(text) if pattern else ()))
    for name in dict.fromkeys(closed.get(fold(found), found) for found in spoken):
        problems.warn("directory.names_another", name=entry.name, other=name, **about)
    return entry


def _texts(entry: Entry) -> Iterator[str]:
    yield from (entry.description, *(text for _, text in entry.attributes))
    yield from (word for key in LISTS for word in getattr(entry, key))


def _pattern(names: Sequence[str]) -> re.Pattern[str] | None:
    """The names as whole words, in any case and spacing, the longest first."""
    words = (r"\s+".join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE) if names else None
