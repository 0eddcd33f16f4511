"""The sheet in which is entered with whom actors work together besides, of whom the landscape knows nothing yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from actor_graph.landscape import Landscape
from actor_graph.privacy.persons import find
from actor_graph.problems import Problems
from actor_graph.reading.raw import RawTable
from actor_graph.reading.tables.register import Register
from actor_graph.reading.tables.values import Wrong, conversion
from actor_graph.survey.growth import NewTie
from actor_graph.vocabulary.aliases import Kind
from actor_graph.vocabulary.headings import key_of
from actor_graph.words import LANGUAGES, Language, say
from actor_graph.words.fold import fold

_KEYS = ("kind", "intensity")
_SHORT = 4
"""Letters of a shortened name that may tell whose it is."""
Found = Callable[[RawTable, int, str | None, str], int | None]
Holds = Callable[[RawTable, int, int, tuple[str | None, str]], bool]


def sheet_of_new_ties(name: str) -> Kind | None:
    """Whether a sheet of this name is the one for new ties: a table of ties, then."""
    return "ties" if fold(name) in {fold(say("feedback.new_ties", tongue)) for tongue in LANGUAGES} else None


class NewTies:
    """The sheet while it is read: a tie per row, with who answered, with whom, of what kind, how firm.

    ``found`` gives the row of the actor that a cell means, and notes it where there is none; ``holds`` whether it still
    is the one meant. An end that nobody has is an error, or with ``add_missing`` the name of an actor to be taken in;
    one that is much like a known name is warned of then.
    """

    def __init__(
        self, raw: RawTable, landscape: Landscape, language: Language, found: Found, holds: Holds, problems: Problems
    ) -> None:
        self.raw, self.landscape, self.problems = raw, landscape, problems
        self.found, self.holds = found, holds
        self.at: dict[str, int] = {}
        for at, title in enumerate(raw.headings):
            self.at.setdefault(key_of("ties", title) or title, at)
        self.convert = {
            key: conversion(key, raw.columns[self.at[key]], landscape.scheme, language)
            for key in _KEYS
            if key in self.at
        }

    def read(self, register: Register, add_missing: bool) -> Iterator[NewTie]:
        """The ties of all rows that say one; what is wrong is noted."""
        for line, row in enumerate(self.raw.rows):
            (from_, by), (to, given) = (self._cell(end, line) for end in ("source", "target"))
            if not any(self._cell(key, line)[1] for key in ("source", "target", *self.convert)):
                continue
            values = {key: self._value(key, line) for key in self.convert}
            for title in [title for title, cell in ((from_, by), (to, given)) if not cell]:
                self.problems.error("feedback.end_needed", **self._place(row, title))
            source = self.found(self.raw, row, from_, by) if by else None
            target: int | str | None = None
            if given and not find(self.landscape, given):
                target = self._taken_in(given, _near(given, register), self._place(row, to), add_missing)
            elif given:
                target = self.found(self.raw, row, to, given)
            if source is not None and source == target:
                self.problems.error("feedback.with_itself", given=given, **self._place(row, to))
            elif source is not None and target is not None and self._still(line, source, target):
                yield NewTie(source, target, **values)

    def _taken_in(self, given: str, near: str | None, place: dict[str, Any], add_missing: bool) -> str | None:
        """The name of an actor that nobody knows, if it is to be taken in; else that is noted."""
        if add_missing:
            if near:
                self.problems.warn("feedback.added_near", given=given, near=near, **place)
            return given
        if near:
            self.problems.error("feedback.not_in_list_near", given=given, near=near, **place)
        else:
            self.problems.error("feedback.not_in_list", given=given, **place)
        return None

    def _still(self, line: int, source: int, target: int | str) -> bool:
        """Whether both ends are the actors that they were when the workbook was made."""
        ends = [(source, self._cell("source", line)), (target, self._cell("target", line))]
        still = [self.holds(self.raw, line, row, cell) for row, cell in ends if isinstance(row, int)]
        return all(still)

    def _cell(self, key: str, line: int) -> tuple[str, str]:
        at = self.at[key]
        return self.raw.headings[at], str(self.raw.columns[at][line])

    def _value(self, key: str, line: int) -> Any:
        """What a cell says; None where it says nothing, or what can't stand there, which is noted."""
        title, cell = self._cell(key, line)
        try:
            return self.convert[key](cell)
        except Wrong as wrong:
            where = self._place(self.raw.rows[line], title)
            self.problems.error(wrong.sentence, **where, **wrong.told(near=True), rows="")
            return None

    def _place(self, row: int, title: str) -> dict[str, Any]:
        return {"file": self.raw.file, "sheet": self.raw.sheet, "row": row, "column": title[:80]}


def _near(given: str, register: Register) -> str | None:
    """The actor that is perhaps meant: the one whose name begins so, as people shorten it, else the name most alike."""
    begun = [name for name in register.names if len(given) >= _SHORT and fold(name).startswith(fold(given))]
    return begun[0] if len(begun) == 1 else register.nearest(given)
