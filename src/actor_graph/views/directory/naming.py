"""Whether a public entry names an actor that has not agreed to be named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from actor_graph.landscape import Landscape
from actor_graph.privacy.unnamed import Unnamed
from actor_graph.problems import Problems
from actor_graph.views.directory.entries import LISTS, Entry


def without_unnamed(cleared: Landscape, entries: Sequence[Entry], problems: Problems) -> list[Entry]:
    """The entries without member groups that have not agreed to be named; texts that speak of one are warned of.

    A text is the actor's own word, so it stays as it is: the office has it changed, or asks the one it speaks of.
    Names of those who objected have gone before (``privacy.objections``).
    """
    unnamed = Unnamed(cleared, {entry.row for entry in entries})
    return [_checked(cleared, entry, unnamed, problems) for entry in entries] if unnamed.names else list(entries)


def _checked(cleared: Landscape, entry: Entry, unnamed: Unnamed, problems: Problems) -> Entry:
    about = {"file": cleared.actors.file, "sheet": cleared.actors.sheet, "row": cleared.actors.rows[entry.row]}
    for member in entry.members:
        if member in unnamed:
            problems.warn("directory.member_out", name=entry.name, other=member, **about)
    entry = replace(entry, members=tuple(member for member in entry.members if member not in unnamed))
    for name in unnamed.spoken_of("\n".join(texts_of(entry))):
        problems.warn("privacy.names_another", name=entry.name, other=name, **about)
    return entry


def texts_of(entry: Entry) -> Iterator[str]:
    """What an entry says in words of its own."""
    yield from (entry.description, *(text for _, text in entry.attributes))
    yield from (word for key in LISTS for word in getattr(entry, key))
