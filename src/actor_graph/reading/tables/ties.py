"""The table of ties: their ends become places in the table of actors."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from actor_graph.landscape import Table
from actor_graph.problems import Problems
from actor_graph.reading.grid import more
from actor_graph.reading.raw import RawTable
from actor_graph.reading.tables.register import AMBIGUOUS, UNKNOWN, Register

_ENDS = ("source", "target")


def joined(
    table: Table, raw: RawTable, register: Register, *, add_missing: bool, whole: bool, problems: Problems
) -> tuple[Table, list[str]]:
    """Find the actors that ties and reports name; the second answer is the actors taken in.

    An end that no actor has is an error, or taken in (``add_missing``). Where the table of actors is damaged
    (not ``whole``), unknown ends are not reported: they may well stand in the part that could not be read.
    """
    search = _Search(raw, register, add_missing, whole, problems)
    columns = dict(table.columns)
    columns |= search.ends(table)
    if "reported_by" in table:
        columns["reported_by"] = search.reporters(table)
    if search.added:
        about = {"n": len(search.added), "names": tuple(search.added[:5]), "rest": more(len(search.added) - 5)}
        problems.warn("reading.added", file=raw.file, sheet=raw.sheet, **about)
    return replace(table, columns=columns), search.added


def note_unknown(register: Register, text: str, problems: Problems, key: str = "unknown", **about: Any) -> None:
    """Note that no actor has this id or name, with the nearest that one has.

    As ``unknown`` it says that ``--add-missing`` takes it in, as ``not_listed`` that it has to be written down.
    """
    near = register.nearest(text)
    if near is None:
        problems.error(f"reading.{key}", given=text, **about)
    else:
        problems.error(f"reading.{key}_near", given=text, near=near, **about)


class _Search:
    """Looks up everyone whom the ties name, and notes whom nobody knows."""

    def __init__(self, raw: RawTable, register: Register, add: bool, whole: bool, problems: Problems) -> None:
        self.raw, self.register, self.add, self.whole, self.problems = raw, register, add, whole, problems
        self.added: list[str] = []

    def ends(self, table: Table) -> dict[str, tuple[int, ...]]:
        """The places of both ends of all ties; those not found at once are looked at row by row."""
        known = self.register.place
        places = {end: [known.get(text, UNKNOWN) for text in table[end]] for end in _ENDS}
        open_ = sorted((i, end) for end in _ENDS for i, place in enumerate(places[end]) if place < 0)
        for i, end in open_:
            places[end][i] = self._one(table, end, table.rows[i], table[end][i], self.add)
        return {end: tuple(found) for end, found in places.items()}

    def reporters(self, table: Table) -> tuple[tuple[int, ...], ...]:
        """The places of those who reported each tie."""
        found = []
        for row, texts in zip(table.rows, table["reported_by"], strict=True):
            places = (self._one(table, "reported_by", row, text, False) for text in texts)
            found.append(tuple(dict.fromkeys(place for place in places if place >= 0)))
        return tuple(found)

    def _one(self, table: Table, column: str, row: int, text: str | None, add: bool) -> int:
        about: dict[str, Any] = {"file": self.raw.file, "sheet": self.raw.sheet, "row": row}
        about["column"] = table.headings.get(column)
        if text is None:
            self.problems.error("reading.end_missing", **about)
            return UNKNOWN
        place = self.register.find(text)
        if place == UNKNOWN and add:
            self.added.append(text)
            return self.register.add(text)
        if place == AMBIGUOUS:
            self.problems.error("reading.ambiguous", given=text, n=self.register.repeated.get(text, 2), **about)
        elif place == UNKNOWN and self.whole:
            note_unknown(self.register, text, self.problems, **about)
        return place
