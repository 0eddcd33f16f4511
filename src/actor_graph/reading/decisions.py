"""What people decided, from the table that ``match`` wrote and they filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from actor_graph.landscape import Landscape
from actor_graph.matching.decisions import WORDS, Decision, Word, contradictions
from actor_graph.matching.renaming import can_be
from actor_graph.privacy.leaving import leaving
from actor_graph.privacy.persons import clearing, find, stand_ins
from actor_graph.privacy.redaction import GONE
from actor_graph.problems import Phrase, Problems
from actor_graph.reading.sheet import read_sheet
from actor_graph.vocabulary.answers import nearest
from actor_graph.words.fold import fold

T = TypeVar("T")
COLUMNS = ("a", "b", "name_a", "name_b", "score", "why", "decision")
"""The columns of the table, in both languages the same."""
ROWS = ("row_a", "row_b")
"""Where the two stand in the file of the actors, so that an office finds natural persons; written, and not read."""
PERSONS = "persons"
"""A check sum of the natural persons whom stand-ins stood for; where it differs, these may be others by now."""
ABOUT = "about"
"""With this column the table is about another list, and read on by ``takings``."""
PAIR: dict[str, Word] = {fold(name): word for word, german in WORDS.items() for name in (word, german)}


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the table as written: cells by column, the decision understood, and the ids that are meant.

    ``a`` and ``b`` are ids of the landscape, None where it has no such actor.
    """

    row: int
    cells: Mapping[str, str]
    word: Word | None = None
    a: str | None = None
    b: str | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """The rows of a table of decisions, and the columns that people added to it."""

    file: str
    entries: tuple[Entry, ...] = ()
    added: tuple[str, ...] = ()
    sheet: str | None = None
    decisions: tuple[Decision, ...] = field(default=())


def are_decisions(cells: Sequence[str]) -> bool:
    """Whether a row holds the headings of a table of decisions."""
    return {"a", "b", "decision"} <= {fold(cell) for cell in cells}


def read_decisions(path: Path, landscape: Landscape, problems: Problems, *, merging: bool = False) -> Decided:
    """Read a table of decisions: CSV or workbook, any delimiter and encoding.

    A decision is ``same``, ``different``, ``unsure`` or ``gleich``, ``verschieden``, ``unsicher``; empty is undecided.
    Actors stand under their id or, natural persons, under their stand-in. Other words, and decisions that contradict
    each other, are errors with their rows; an actor that is not (any more) in the landscape is a warning. An id whose
    actor has quite another name than the row says means nobody, since ids may be dealt anew: where decisions are to be
    carried out (``merging``) that is an error. So is it there that a natural person is the same as who is none.
    """
    names = NamesNow(landscape, merging)
    sheet, headings, lines = _lines(path, problems)
    if not headings:
        return Decided(path.name)
    entries = []
    for row, named in lines:
        place = {"file": path.name, "sheet": sheet, "row": row}
        entries.append(Entry(row, named) if ABOUT in headings else _entry(row, named, names, place, problems))
    decisions = tuple(Decision(e.a, e.b, e.word, e.row) for e in entries if e.word and e.a and e.b and e.a != e.b)
    _contradictions(path.name, sheet, decisions, problems)
    if merging:
        _with_persons(path.name, sheet, decisions, landscape, problems)
    added = tuple(heading for heading in headings if heading and heading not in (*COLUMNS, *ROWS, PERSONS))
    return Decided(path.name, tuple(entries), added, sheet, decisions)


def read_entries(path: Path, problems: Problems) -> list[dict[str, str]]:
    """The rows of a table of decisions as written, by column."""
    return [cells for _, cells in _lines(path, problems)[2]]


def _lines(path: Path, problems: Problems) -> tuple[str | None, list[str], list[tuple[int, dict[str, str]]]]:
    """Sheet, headings and rows; no headings where it is no table of decisions, which is noted."""
    sheet, rows = read_sheet(path, are_decisions, problems)
    if not rows or not are_decisions(rows[0][1]):
        if not problems.errors:
            problems.error("matching.no_decisions", file=path.name, needed=", ".join(COLUMNS))
        return sheet, [], []
    known = {fold(column): column for column in (*COLUMNS, *ROWS, PERSONS, ABOUT, "column", "here", "there", "source")}
    headings = [known.get(fold(heading), heading) for heading in rows[0][1]]
    lines = [(row, {h: cell for h, cell in zip(headings, cells, strict=False) if h}) for row, cells in rows[1:]]
    return sheet, headings, [(row, _with_ids(cells)) for row, cells in lines]


def _with_ids(cells: dict[str, str]) -> dict[str, str]:
    """The cells of a row, the name for an id that is not there: what a workbook shows once, its CSV says once."""
    sides = "a" if ABOUT in cells else "ab"
    return cells | {side: cells[f"name_{side}"] for side in sides if not cells.get(side) and cells.get(f"name_{side}")}


def _entry(row: int, cells: dict[str, str], names: NamesNow, place: Mapping[str, Any], problems: Problems) -> Entry:
    word = word_of(cells.get("decision", ""), PAIR, "matching.wrong_word", place, problems)
    ids = [meant(names.landscape, cells.get(side, ""), cells.get(PERSONS)) for side in "ab"]
    others = [names.is_other(id_, cells.get(f"name_{side}", "")) for side, id_ in zip("ab", ids, strict=True)]
    if word:
        for side, id_ in zip("ab", ids, strict=True):
            given = cells.get(side, "")
            if others["ab".index(side)]:
                names.note(id_, cells, side, place, problems)
            elif not given:
                problems.error("matching.nobody", column=side, **place)
            elif id_ is None:
                problems.warn("matching.gone", column=side, given=given, **place)
        if ids[0] is not None and ids[0] == ids[1]:
            problems.error("matching.with_itself", given=cells["a"], **place)
    return Entry(row, cells, word, *(None if other else id_ for id_, other in zip(ids, others, strict=True)))


class NamesNow:
    """The names that actors have now, beside those in a table of decisions that may be old."""

    def __init__(self, landscape: Landscape, merging: bool) -> None:
        self.landscape, self.merging = landscape, merging
        self.place = {id_: row for row, id_ in enumerate(landscape.actors["id"])}

    @cached_property
    def told(self) -> tuple[str, ...]:
        """The names as they leave, and so as they stand in a table that was written."""
        return leaving(self.landscape).actors["name"]

    @cached_property
    def _places(self) -> list[str]:
        told = [self.landscape.meta.get("place"), *self.landscape.actors["place"]]
        return [place for place in told if isinstance(place, str)]

    def is_other(self, id_: str | None, written: str) -> bool:
        """Whether the actor of this id has quite another name than what is written; an empty cell says nothing."""
        if id_ is None or not written or fold(written) == fold(self.landscape.actors["name"][self.place[id_]]):
            return False
        names = (self.told[self.place[id_]], self.landscape.actors["name"][self.place[id_]])
        return not any(can_be(written, name, self.landscape.scheme, self._places) for name in names)

    def note(
        self, id_: str | None, cells: Mapping[str, str], side: str, place: Mapping[str, Any], problems: Problems
    ) -> None:
        """Say that a row is about another actor than the id means by now."""
        clear = clearing(stand_ins(self.landscape)[1], False)
        now = self.told[self.place[str(id_)]]
        told = {"given": clear(cells[side]), "then": clear(cells[f"name_{side}"]), "now": now}
        if self.merging:
            problems.error("matching.other_actor", column=side, **told, **place)
        else:
            problems.warn("matching.other_actor_kept", column=side, **told, **place)


def word_of(
    written: str, words: Mapping[str, T], sentence: str, place: Mapping[str, Any], problems: Problems
) -> T | None:
    """The decision that is written, None where there is none or another word, which is noted."""
    word = words.get(fold(written))
    if written and word is None:
        near = nearest(written, {name: name for name in words})
        told = Phrase("reading.near", {"word": near}) if near else ""
        problems.error(sentence, column="decision", given=written, near=told, **place)
    return word


def meant(landscape: Landscape, given: str, persons: str | None = None) -> str | None:
    """The id that is meant; a name that several have means none of them, nor does a stand-in of changed persons."""
    rows = find(landscape, given) if given else []
    if not rows and GONE in given:  # an id made from a name that held contact data
        rows = [row for row, id_ in enumerate(leaving(landscape).actors["id"]) if id_ == given]
        given = landscape.actors["id"][rows[0]] if rows else given
    if len(rows) != 1:
        return None
    id_, name = landscape.actors["id"][rows[0]], landscape.actors["name"][rows[0]]
    changed = given not in (id_, name) and persons != check_sum(landscape)
    return None if changed else str(id_)


def check_sum(landscape: Landscape) -> str:
    """Four signs that change when other persons are in the landscape, or in another order; they tell no name."""
    actors = landscape.actors
    persons = [
        f"{id_}\n{name}" for id_, name, one in zip(actors["id"], actors["name"], actors["person"], strict=True) if one
    ]
    return sha256("\n".join(persons).encode("utf-8", "surrogatepass")).hexdigest()[:4] if persons else ""


def _contradictions(file: str, sheet: str | None, decisions: Sequence[Decision], problems: Problems) -> None:
    for found in contradictions(decisions):
        rows = ", ".join(str(decision.row) for decision in found.same)
        problems.error(
            "matching.contradiction", file=file, sheet=sheet, row=found.different.row, n=len(found.same), rows=rows
        )


def _with_persons(
    file: str, sheet: str | None, decisions: Sequence[Decision], landscape: Landscape, problems: Problems
) -> None:
    actors = landscape.actors
    person = {id_: bool(one) for id_, one in zip(actors["id"], actors["person"], strict=True)}
    column = actors.headings.get("person", "person")
    for one in decisions:
        if one.word == "same" and person[one.a] != person[one.b]:
            problems.error("matching.person_with_other", file=file, sheet=sheet, row=one.row, heading=column)
