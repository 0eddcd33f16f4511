"""The log of calls and visits, and the table of events: both name actors."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from actor_graph.landscape import Table
from actor_graph.landscape.log import last_words
from actor_graph.problems import Problems, Word
from actor_graph.reading.raw import RawTable
from actor_graph.reading.tables.register import AMBIGUOUS, UNKNOWN, Register
from actor_graph.reading.tables.ties import note_unknown


def with_actors(table: Table, raw: RawTable, register: Register, whole: bool, problems: Problems) -> Table:
    """The table with actors named by their ids; one that nobody has is an error, and so is a contact with nobody."""
    ids: list[str | None] = []
    for row, text in zip(table.rows, table["actor"], strict=True):
        about: dict[str, Any] = {"file": raw.file, "sheet": raw.sheet, "row": row}
        about["column"] = table.headings.get("actor")
        place = register.find(text) if text is not None else UNKNOWN
        if text is None and raw.kind == "contacts":
            problems.error("reading.contact_with_nobody", **about)
        elif place == AMBIGUOUS and text is not None:
            problems.error("reading.ambiguous", given=text, n=register.repeated.get(text, 2), **about)
        elif place == UNKNOWN and text is not None and whole:
            note_unknown(register, text, problems, **about)
        ids.append(register.ids[place] if place >= 0 else None)
    return replace(table, columns={**table.columns, "actor": tuple(ids)})


def survey_from(actors: Table, contacts: Table, raw: RawTable, problems: Problems) -> Table:
    """The actors with the survey word that follows from the log, where none is filled in by hand.

    It is the last survey word in ``outcome``, by date (entries without one first), then by row. Where the word filled
    in by hand is another one, that is a warning, and the hand wins.
    """
    last = last_words(contacts)
    by_hand = actors["survey"]
    for row, id_, word in zip(actors.rows, actors["id"], by_hand, strict=True):
        if word is not None and id_ in last and last[id_][0] != word:
            problems.warn(
                "reading.survey_differs", file=raw.file, sheet=raw.sheet, row=last[id_][1],
                column=contacts.headings.get("outcome"), id=id_, log=Word(last[id_][0]), hand=Word(word), hand_row=row,
            )  # fmt: skip
    if not last and "survey" not in actors:
        return actors
    survey = tuple(
        word if word is not None else last.get(id_, (None, 0))[0]
        for id_, word in zip(actors["id"], by_hand, strict=True)
    )
    followed = frozenset(id_ for id_, word in zip(actors["id"], by_hand, strict=True) if word is None and id_ in last)
    return replace(actors, columns={**actors.columns, "survey": survey}, followed=followed)
