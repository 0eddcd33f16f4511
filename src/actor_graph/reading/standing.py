"""Whom a row of answers is about, and whether it still is: ids and stand-ins may be dealt anew in the meantime."""

from __future__ import annotations

from typing import Any

from actor_graph.landscape import Landscape
from actor_graph.privacy.objections import names_unsaid, objections
from actor_graph.privacy.persons import clearing, silence, stand_ins
from actor_graph.problems import Problems
from actor_graph.reading.decisions import check_sum
from actor_graph.reading.raw import RawTable
from actor_graph.vocabulary.headings import key_of
from actor_graph.words import LANGUAGES, say
from actor_graph.words.fold import fold
from actor_graph.words.visible import visible

Named = tuple[str | None, str]
"""The heading and the cell that name an actor."""


class Whom:
    """Where a sheet says whom a row is about."""

    def __init__(self, raw: RawTable) -> None:
        self.raw = raw
        self.at: dict[str, int] = {}
        for at, title in enumerate(raw.headings):
            if (key := key_of(raw.kind, title)) is not None:
                self.at.setdefault(key, at)

    def who(self, line: int) -> Named:
        """The actor of a line: by its id, else its name."""
        for key in ("id", "name"):
            if key in self.at and (cell := self.raw.columns[self.at[key]][line]):
                return self.raw.headings[self.at[key]], str(cell)
        return None, ""

    def end(self, key: str, line: int) -> Named:
        """An end of a tie."""
        at = self.at[key]
        return self.raw.headings[at], str(self.raw.columns[at][line])


class Standing:
    """The actors of a landscape as they are now, beside what a workbook says of them."""

    def __init__(self, landscape: Landscape, cleared: Landscape, problems: Problems) -> None:
        self.landscape, self.cleared, self.problems = landscape, cleared, problems
        persons = stand_ins(landscape)[1]
        self.persons = check_sum(landscape)
        self._clear = clearing(persons, False)
        unsaid = names_unsaid(landscape, objections(landscape))
        self._silence, self._unsaid = silence(landscape, unsaid), clearing(persons | unsaid, False)
        self._renamed: dict[int, set[str]] = {}

    def holds(self, raw: RawTable, line: int, actor: int, given: Named, new: int | None = None) -> bool:
        """Whether the actor that was found is the one meant; where that is not sure, an error is noted.

        ``given`` is the heading and the cell by which the actor was found. The name beside it has to be the actor's, or
        that in the column ``new``, which the answer makes of it, has to be: then it was taken in before. A stand-in has
        to come with the check sum of the natural persons that the landscape has now.
        """
        actors, (title, cell), beside = self.landscape.actors, given, _beside(raw, given[0])
        place = {"file": raw.file, "sheet": raw.sheet, "row": raw.rows[line], "column": title}
        stand_in = actors["person"][actor] and cell not in (actors["id"][actor], actors["name"][actor])
        if stand_in and self.persons != _cell(raw, beside.get("persons"), line):
            self.problems.error("feedback.persons_changed", given=cell, **place)
            return False
        name, now = _cell(raw, beside.get("name"), line), self.cleared.actors["name"][actor]
        if fold(_cell(raw, new, line)) == fold(actors["name"][actor]):
            self._renamed.setdefault(actor, set()).add(fold(name))
        known = {fold(text) for text in (now, visible(now), actors["name"][actor])} | self._renamed.get(actor, set())
        if name and fold(name) not in known and (new is None or new != beside.get("name")):
            told = {"given": self._clear(cell), "then": self._clear(name), "now": now}
            self.problems.error("feedback.other_name", **told, **place)
            return False
        return True

    def unsaid(self, cell: Any) -> Any:
        """A cell as it leaves now, the names of those who objected taken out: so it compares with earlier pages."""
        if isinstance(cell, tuple):
            return tuple(map(self.unsaid, cell))
        return self._unsaid(self._silence(cell)) if isinstance(cell, str) else cell


def _beside(raw: RawTable, title: str | None) -> dict[str, int]:
    """Where the name stands that belongs to the column of an id, and where the check sum of the persons."""
    named = _headings("name_of_end", end=title) if raw.kind == "ties" else set()
    found: dict[str, int] = {}
    for at, heading in enumerate(raw.headings):
        if fold(heading) in _headings("persons"):
            found.setdefault("persons", at)
        elif fold(heading) in named or (raw.kind == "actors" and key_of("actors", heading) == "name"):
            found.setdefault("name", at)
    return found


def _cell(raw: RawTable, at: int | None, line: int) -> str:
    return "" if at is None else str(raw.columns[at][line])


def _headings(name: str, **values: Any) -> set[str]:
    return {fold(say(f"feedback.{name}", tongue, **values)) for tongue in LANGUAGES}
