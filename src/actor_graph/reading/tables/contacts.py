"""The log of calls and visits, and the tables of events and of tandems: all name actors."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from actor_graph.landscape import Landscape, Table
from actor_graph.landscape.log import last_words
from actor_graph.landscape.table import POINTING
from actor_graph.problems import Problems, Word
from actor_graph.reading.raw import RawTable
from actor_graph.reading.tables.register import AMBIGUOUS, UNKNOWN, Register
from actor_graph.reading.tables.ties import note_unknown
from actor_graph.vocabulary.answers import closed_words

_TOLD = 12
"""So many rows are told in one message."""


def with_actors(
    table: Table, raw: RawTable, register: Register, landscape: Landscape, whole: bool, problems: Problems
) -> Table:
    """The table with actors named by their ids; one that nobody has is an error, and so is a contact with nobody.

    In the table of tandems, which the program proposes itself, natural persons may stand under the stand-ins that they
    have in ``landscape``, as long as its check sum says that these are still the same persons.
    """
    if raw.kind == "tandems":
        table = _with_persons(table, raw, register, landscape, problems)
    named = {key: _ids(key, table, raw, register, whole, problems) for key in POINTING[raw.kind]}
    if raw.kind == "tandems":
        for row, a, b in zip(table.rows, named["a"], named["b"], strict=True):
            if a is not None and a == b:
                problems.error("reading.tandem_with_itself", file=raw.file, sheet=raw.sheet, row=row, given=a)
        _note_states(table, raw, problems)
    return replace(table, columns={**table.columns, **named})


def _with_persons(table: Table, raw: RawTable, register: Register, landscape: Landscape, problems: Problems) -> Table:
    """The table with the ids of natural persons for their stand-ins; who may be another by now is an error."""
    from actor_graph.privacy.persons import find
    from actor_graph.reading.decisions import PERSONS, meant

    told = dict[str, tuple[str | None, ...]]()
    sums = table[PERSONS] if PERSONS in table else (None,) * len(table)
    for key in POINTING["tandems"]:
        ids = list(table[key])
        for i, text in enumerate(ids):
            if text is None or register.find(text) != UNKNOWN or not find(landscape, text):
                continue
            ids[i] = meant(landscape, text, sums[i]) or text
            if ids[i] == text:
                place = {"file": raw.file, "sheet": raw.sheet, "row": table.rows[i], "column": table.headings.get(key)}
                problems.error("reading.stand_in", given=text, **place)
                ids[i] = landscape.actors["id"][find(landscape, text)[0]]
        told[key] = tuple(ids)
    return replace(table, columns={**table.columns, **told})


def _ids(
    key: str, table: Table, raw: RawTable, register: Register, whole: bool, problems: Problems
) -> tuple[str | None, ...]:
    """The ids of the actors that a column names."""
    ids: list[str | None] = []
    for row, text in zip(table.rows, table[key], strict=True):
        about: dict[str, Any] = {"file": raw.file, "sheet": raw.sheet, "row": row}
        about["column"] = table.headings.get(key)
        place = register.find(text) if text is not None else UNKNOWN
        if text is None and raw.kind in ("contacts", "tandems"):
            problems.error(f"reading.{raw.kind.removesuffix('s')}_with_nobody", **about)
        elif place == AMBIGUOUS and text is not None:
            problems.error("reading.ambiguous", given=text, n=register.repeated.get(text, 2), **about)
        elif place == UNKNOWN and text is not None and whole:
            note_unknown(register, text, problems, "not_listed", **about)
        ids.append(register.ids[place] if place >= 0 else None)
    return tuple(ids)


def _note_states(table: Table, raw: RawTable, problems: Problems) -> None:
    """Warn of states that are none of the words: such a tandem makes no tie; and of rows without one.

    These are agreed where a day is noted, and else count as nothing. So does what was proposed by the program, whose
    table has an empty column for the state; where there is no such column, that is told.
    """
    missing = [
        (row, bool(start or end))
        for row, state, start, end in zip(table.rows, table["state"], table["start"], table["end"], strict=True)
        if state is None
    ]
    for key, dated in (("tandem_dated", True), ("tandem_undated", False)):
        rows = [str(row) for row, has in missing if has is dated]
        if rows and (dated or "state" not in table):
            told = ", ".join(rows[:_TOLD]) + (" …" if len(rows) > _TOLD else "")
            problems.warn(f"reading.{key}", file=raw.file, sheet=raw.sheet, n=len(rows), rows=told)
    for row, state in zip(table.rows, table["state"], strict=True):
        if state is not None and state not in closed_words("state", "en"):
            allowed = closed_words("state", "de" if table.headings.get("state") in ("Stand", "Status") else "en")
            about = {"file": raw.file, "sheet": raw.sheet, "row": row, "column": table.headings.get("state")}
            problems.warn("reading.tandem_state", given=state, allowed=allowed, **about)


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
