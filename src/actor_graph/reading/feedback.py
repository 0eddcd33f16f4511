"""The workbook with what actors answered to the pages about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actor_graph.landscape import Landscape
from actor_graph.privacy.leaving import leaving
from actor_graph.privacy.persons import find
from actor_graph.privacy.redaction import GONE
from actor_graph.problems import Problem, Problems
from actor_graph.reading.answer_sheets import answer_sheets, cleaned
from actor_graph.reading.new_names import NewName, check_names
from actor_graph.reading.new_ties import NewTies
from actor_graph.reading.raw import RawTable
from actor_graph.reading.standing import Standing, Whom
from actor_graph.reading.tables.register import Register
from actor_graph.reading.tables.values import Wrong, conversion
from actor_graph.survey.feedback import ANSWERED, Answer, Answers, empty
from actor_graph.survey.growth import NewTie
from actor_graph.vocabulary.aliases import Kind
from actor_graph.vocabulary.answers import written
from actor_graph.vocabulary.headings import folded, heading, key_of
from actor_graph.words import LANGUAGES, Language, say
from actor_graph.words.fold import fold

NAMINGS = "namings"
"""Stands for the answer against all ties that others named."""
_EMPTIED = tuple(map(fold, ("löschen", "loeschen", "leeren", "delete", "empty")))
_DASHES = "-–—−‐"


def read_answers(
    path: Path, landscape: Landscape, language: Language, *, add_missing: bool = False
) -> tuple[Answers, tuple[Problem, ...]]:
    """Read what came back for a landscape; the second answer is what should be known of it.

    Of each row only filled cells of columns for answers count: those whose heading begins with “new:”, or, where a
    sheet has none such for a key, the key's own column. A dash or the word “delete” empties. Of the sheet of new ties
    each filled row counts; with ``add_missing`` also with actors whom the landscape does not know.

    Raises
    ------
    LandscapeError
        Everything that is wrong in it, found in one pass.
    """
    problems = Problems(clean=cleaned)
    tables, added = answer_sheets(path, problems)
    reading = _Reading(landscape, language, problems)
    actors, ties = tables.get("actors"), tables.get("ties")
    entries, namings = reading.entries(actors) if actors else ((), ())
    said = tuple(reading.ties(ties)) if ties else ()
    answers = Answers(tuple(entries), said, tuple(namings), reading.new(added, add_missing) if added else ())
    problems.stop_if_errors(language)
    return answers, problems.warnings


@dataclass(frozen=True)
class _Column:
    """A column for answers: its key, its place, and the place of the column that shows what stood there."""

    key: str
    at: int
    seen: int | None = None


class _Reading:
    """The sheets while they are read against the landscape."""

    def __init__(self, landscape: Landscape, language: Language, problems: Problems) -> None:
        self.landscape, self.language, self.problems = landscape, language, problems
        self.cleared = leaving(landscape)
        ids, names = self.cleared.actors["id"], self.cleared.actors["name"]
        self.register = Register(ids, names, [True] * len(ids))
        self.standing = Standing(landscape, self.cleared, problems)

    def entries(self, raw: RawTable) -> tuple[list[Answer], list[int]]:
        """The answers about entries, and the actors that object to all ties which others named."""
        columns, read = self._columns(raw, ANSWERED), Whom(raw)
        convert = {column.key: self._conversion(raw, column) for column in columns if column.key != NAMINGS}
        answers: list[Answer] = []
        namings: list[int] = []
        named: list[NewName] = []
        first: dict[int, int] = {}
        for line, row in enumerate(raw.rows):
            filled = [column for column in columns if raw.columns[column.at][line]]
            actor = self._actor(raw, row, read.who(line)) if filled else None
            if actor is None:
                continue
            if first.setdefault(actor, row) != row:
                self._error("actor_twice", raw, row, None, given=read.who(line)[1], first=first[actor])
                continue
            renamed = next((column.at for column in filled if column.key == "name"), None)
            if not self.standing.holds(raw, line, actor, read.who(line), renamed):
                continue
            for column in filled:
                if column.key == NAMINGS:
                    namings += [actor] if self._yes(raw, column, line) else []
                elif (value := self._value(raw, column, line, convert[column.key])) is not _WRONG:
                    answers.append(Answer(actor, column.key, value))
                    self._compare(raw, column, line, actor, value, convert[column.key])
                    if column.key == "name":
                        title = raw.headings[column.at]
                        by_hand = _new_key(raw.kind, title) is None
                        named.append(NewName(actor, value, {**_place(raw, title), "row": row}, by_hand))
        check_names(named, self.landscape, self.cleared, self.problems)
        return answers, namings

    def ties(self, raw: RawTable) -> Iterator[tuple[int, int, bool]]:
        """The ties that somebody objects to, or does no more."""
        known = {frozenset(p) for p in zip(*(self.landscape.ties[end] for end in ("source", "target")), strict=True)}
        read = Whom(raw)
        for column in self._columns(raw, ("objected",)):
            for line, row in enumerate(raw.rows):
                if not raw.columns[column.at][line]:
                    continue
                said = self._yes(raw, column, line)
                names = [read.end("source", line), read.end("target", line)]
                ends = [self._found(raw, row, heading_, cell) for heading_, cell in names]
                if None in ends or said is None:
                    continue
                still = [self.standing.holds(raw, line, *of) for of in zip(ends, names, strict=True)]  # type: ignore[arg-type]
                if not all(still):
                    continue
                if frozenset(ends) not in known:
                    self._error("no_such_tie", raw, row, None, a=names[0][1], b=names[1][1])
                    continue
                yield ends[0], ends[1], said  # type: ignore[misc]

    def new(self, raw: RawTable, add_missing: bool) -> tuple[NewTie, ...]:
        """The ties that actors named besides."""
        sheet = NewTies(raw, self.landscape, self.language, self._found, self.standing.holds, self.problems)
        return tuple(sheet.read(self.register, add_missing))

    def _columns(self, raw: RawTable, keys: tuple[str, ...]) -> list[_Column]:
        """The columns for answers; what could be meant as one and is none is noted."""
        shown: dict[str, int] = {}
        new: dict[str, int] = {}
        for at, title in enumerate(raw.headings):
            key = _new_key(raw.kind, title)
            if key is None:
                if (plain := key_of(raw.kind, title)) is not None:
                    shown.setdefault(plain, at)
                elif any(raw.columns[at]) and not _ours(raw.kind, title, raw.headings):
                    self.problems.warn("feedback.column_unread", example=self._example(raw.kind), **_place(raw, title))
            elif key in (*keys, NAMINGS):
                if new.setdefault(key, at) != at:
                    self.problems.error("feedback.column_twice", **_place(raw, title))
            else:
                self.problems.warn("feedback.column_unread", example=self._example(raw.kind), **_place(raw, title))
        found = [_Column(key, at, shown.get(key)) for key, at in new.items()]
        plain_ones = [key for key in keys if key in shown and key not in new and _is_answer(key, raw.kind, shown, new)]
        found += [_Column(key, shown[key]) for key in plain_ones]
        if not found and raw.kind == "actors":
            self.problems.error("feedback.nothing_to_read", example=self._example(raw.kind), **_place(raw, None))
        return found

    def _example(self, kind: Kind) -> str:
        key = "description" if kind == "actors" else "objected"
        return f"{say('feedback.new', self.language)}: {heading(kind, key, self.language)}"

    def _conversion(self, raw: RawTable, column: _Column) -> Callable[[Any], Any]:
        return conversion(column.key, raw.columns[column.at], self.landscape.scheme, self.language)

    def _actor(self, raw: RawTable, row: int, who: tuple[str | None, str]) -> int | None:
        if not who[1]:
            self.problems.error("reading.nobody", file=raw.file, sheet=raw.sheet, row=row)
            return None
        return self._found(raw, row, *who)

    def _found(self, raw: RawTable, row: int, title: str | None, given: str) -> int | None:
        rows = find(self.landscape, given)
        if len(rows) == 1:
            return rows[0]
        if rows:
            ids = ", ".join(self.cleared.actors["id"][place] for place in rows)
            self._error("several_actors", raw, row, title, given=given, ids=ids)
        elif near := self.register.nearest(given):
            self._error("no_such_actor_near", raw, row, title, given=given, near=near)
        else:
            self._error("no_such_actor", raw, row, title, given=given)
        return None

    def _yes(self, raw: RawTable, column: _Column, line: int) -> bool | None:
        convert = conversion("objected", (), self.landscape.scheme, self.language)
        value = self._value(raw, column, line, convert)
        return None if value is _WRONG else bool(value)

    def _value(self, raw: RawTable, column: _Column, line: int, convert: Callable[[Any], Any]) -> Any:
        """What a filled cell says; ``_WRONG`` where it can't stand there, which is noted."""
        cell, row, title = raw.columns[column.at][line], raw.rows[line], raw.headings[column.at]
        if _empties(str(cell)):
            if column.key == "name":
                self._error("name_needed", raw, row, title)
                return _WRONG
            return empty(column.key)
        if GONE in str(cell).replace("...", "…"):
            self._error("left_out", raw, row, title, sign=GONE)
            return _WRONG
        try:
            return convert(cell)
        except Wrong as wrong:
            place = {"file": raw.file, "sheet": raw.sheet, "row": row, "column": title[:80]}
            self.problems.error(wrong.sentence, **place, **wrong.told(near=True), rows="")
            return _WRONG

    def _compare(
        self, raw: RawTable, column: _Column, line: int, actor: int, value: Any, convert: Callable[[Any], Any]
    ) -> None:
        """Warn where the landscape has changed since the answer was asked for, and does not hold the answer yet."""
        if column.seen is None:
            return
        then = self.standing.unsaid(raw.columns[column.seen][line])
        now = self.standing.unsaid(self.cleared.actors[column.key][actor])
        try:
            same = (convert(then) if then else empty(column.key)) == now
        except Wrong:
            same = False
        if not same and now != value:
            said = {"then": then or self._nothing(), "now": self._text(now)}
            place = {**_place(raw, raw.headings[column.at]), "row": raw.rows[line]}
            self.problems.warn("feedback.changed_since", answer=str(raw.columns[column.at][line]), **said, **place)

    def _text(self, value: Any) -> str:
        if isinstance(value, bool):
            return written(value, self.language)
        return ("; ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")) or self._nothing()

    def _nothing(self) -> str:
        return say("feedback.nothing", self.language)

    def _error(self, name: str, raw: RawTable, row: int, title: str | None, **values: object) -> None:
        self.problems.error(f"feedback.{name}", **{**_place(raw, title), "row": row}, **values)


_WRONG = object()


def _new_key(kind: Kind, title: str) -> str | None:
    """The key that a heading asks a new value for, such as “new: description”; None for any other."""
    if kind == "actors" and folded(title) in {folded(say("feedback.namings", tongue)) for tongue in LANGUAGES}:
        return NAMINGS
    prefix, colon, rest = title.partition(":")
    if not colon or fold(prefix) not in {fold(say("feedback.new", tongue)) for tongue in LANGUAGES}:
        return None
    return key_of(kind, rest) or rest.strip()


def _ours(kind: Kind, title: str, ends: Iterable[str]) -> bool:
    """Whether the workbook that we write has this column, which is not for answers."""
    known = {say(f"feedback.{name}", tongue) for tongue in LANGUAGES for name in ("page", "row", "persons")}
    for tongue in LANGUAGES:
        known |= {say("feedback.name_of_end", tongue, end=end) for end in ends} if kind == "ties" else set()
    return fold(title) in set(map(fold, known))


def _is_answer(key: str, kind: Kind, shown: dict[str, int], new: dict[str, int]) -> bool:
    """Whether a column under the key's own heading is the answer: in a sheet by hand, without columns for new values.

    A name is an answer only beside an id that says whom it is about.
    """
    return not new and (kind == "ties" or key != "name" or "id" in shown)


def _empties(cell: str) -> bool:
    return fold(cell) in _EMPTIED or (bool(cell) and not cell.strip(_DASHES))


def _place(raw: RawTable, title: str | None) -> dict[str, Any]:
    return {"file": raw.file, "sheet": raw.sheet, "column": title[:80] if title else None}
