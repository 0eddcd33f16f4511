"""The log of calls and visits: which survey word stands last in it."""

from __future__ import annotations

from typing import Any

from actor_graph.landscape.table import Table
from actor_graph.vocabulary.answers import SURVEY


def last_words(contacts: Table) -> dict[str, tuple[str, int]]:
    """For each actor, by id, the last survey word of the log and its row: by date, entries without one first."""
    said = zip(contacts["date"], contacts.rows, contacts["actor"], contacts["outcome"], strict=True)
    words = [(date or "", row, id_, word) for date, row, id_, word in said if id_ and word in SURVEY]
    return {id_: (word, row) for _, row, id_, word in sorted(words, key=lambda entry: entry[0])}


def by_hand(actors: Table, contacts: Table) -> tuple[Any, ...]:
    """The survey words of the actors as people filled them in; None where the word follows from the log as it is."""
    last = last_words(contacts)
    pairs = zip(actors["id"], actors["survey"], strict=True)
    return tuple(
        None if id_ in actors.followed and last.get(id_, (None, 0))[0] == word else word for id_, word in pairs
    )
