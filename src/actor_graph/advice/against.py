"""A landscape beside another list, as a table for a person to decide in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from actor_graph.advice.listed import Listed
from actor_graph.advice.matches import Matches, Row, Shown
from actor_graph.landscape import Landscape, Table
from actor_graph.matching.comparison import Comparison, compared, offered
from actor_graph.privacy.redaction import redact
from actor_graph.problems import Problems
from actor_graph.vocabulary.headings import heading
from actor_graph.words import Language, say
from actor_graph.writing.tables import text

HEADINGS = (
    "about", "a", "name_a", "name_b", "score", "why", "decision", "column", "here", "there", "source", "b"
)  # fmt: skip
_OURS = ("about", "a", "name_a", "score", "why", "decision", "b")
"""Columns of a row made earlier that hold nothing of the other list."""
_TOLD = 12
"""So many rows of the list are told of one kind."""


def compare_with(landscape: Landscape, path: Path, language: Language, target: Path | None) -> Matches:
    """What both have, what the list has and the landscape lacks, what only the landscape has; and what could be taken.

    Natural persons and contact data of both are left out, which is said; their names, too, wherever else they stand in
    what is told and can be taken over.
    """
    from actor_graph.reading.lists import read_list

    problems = Problems(clean=redact)
    listed = read_list(path, landscape, problems)
    problems.stop_if_errors(language)
    assert listed is not None
    other = Listed(landscape, listed)
    if listed.contact:
        problems.warn("matching.contacts_left_out", file=path.name, n=len(listed.contact))
    for key, left_out in (("persons_left_out", other.persons), ("persons_known", other.known)):
        if left_out:
            problems.warn(f"matching.{key}", file=path.name, n=len(left_out), rows=_numbers(listed, left_out))
    told = Problems(clean=other.clear)
    told.extend(problems)
    rows = _Rows(landscape, other, path.name, language)
    earlier = _decided(target)
    persons = {*other.persons, *other.known}
    found = [_with(row, earlier.pop(_key(row), {})) for row in rows.all(compared(landscape, listed, persons))]
    left = [{key: cell if key in _OURS else other.clear(cell) for key, cell in row.items()} for row in earlier.values()]
    added = dict.fromkeys(key for row in (*found, *left) for key in row if key not in HEADINGS)
    return Matches((*found, *left), (*HEADINGS, *added), language, told.warnings)


def _numbers(listed: Table, rows: Sequence[int]) -> str:
    """The numbers of rows as the file counts them, the first of many."""
    return ", ".join(str(listed.rows[row]) for row in rows[:_TOLD]) + (" …" if len(rows) > _TOLD else "")


def _with(row: Row, earlier: Row) -> Row:
    """A row with the decision, and what else people added to it."""
    return {
        **{key: cell for key, cell in earlier.items() if key not in HEADINGS},
        **row,
        "decision": earlier.get("decision"),
    }


class _Rows:
    """The rows of the table."""

    def __init__(self, landscape: Landscape, other: Listed, source: str, language: Language) -> None:
        self.landscape, self.other, self.listed, self.language = landscape, other, other.table, language
        self.shown = Shown(landscape)
        self.source = other.clear(source)

    def all(self, found: Comparison) -> list[Row]:
        """Pairs to decide about first, then what is missing here, what both have, what is new here."""
        maybe = [row for like in found.both if not like.sure for row in self._pair("maybe", like)]
        missing = [row for there in found.only_there for row in self._missing(there)]
        same = [row for like in found.both if like.sure for row in self._pair("same", like)]
        return [*maybe, *missing, *same, *(self._row("new", here, None) for here in found.only_here)]

    def _row(self, about: str, here: int | None, there: int | None, **more: Any) -> Row:
        ids = self.landscape.actors["id"]
        row: dict[str, Any] = dict.fromkeys(HEADINGS)
        row |= {"about": say(f"matching.about_{about}", self.language), "source": self.source}
        if here is not None:
            row |= {"a": self.shown.ids[ids[here]], "name_a": self.shown.names[ids[here]]}
        if there is not None:
            row |= {"b": str(self.listed.rows[there]), "name_b": self.other.clear(self.listed["name"][there])}
        return row | more

    def _pair(self, about: str, like: Any) -> list[Row]:
        why = "; ".join(say(phrase.key, self.language, **phrase.values) for phrase in like.why)
        return [
            self._row(about, like.here, like.there, score=like.score, why=why),
            *self._columns(like.here, like.there),
        ]

    def _missing(self, there: int) -> list[Row]:
        return [self._row("missing", None, there), *self._columns(None, there)]

    def _columns(self, here: int | None, there: int) -> list[Row]:
        found: list[Row] = []
        for key, ours, theirs in offered(self.landscape, self.listed, here, there):
            name = self.listed.headings.get(key, heading("actors", key, self.language))
            said = {"column": name, "here": self._told(key, ours), "there": self._told(key, theirs)}
            if said["here"] != said["there"] and not self.other.says_nothing(said["there"] or ""):
                found.append({**self._row("column", here, there), **said})
        return found

    def _told(self, key: str, cell: Any) -> str | None:
        if cell is None:
            return None
        if key == "type":
            cell = tuple(self.landscape.scheme.type_label(word, self.language) for word in cell)
        if isinstance(cell, bool):
            return say(f"matching.{'yes' if cell else 'no'}", self.language)
        return self.other.clear(text(cell))


def _decided(target: Path | None) -> dict[tuple[str, ...], Row]:
    """The rows of the output that is there in which people decided something, by what they are about."""
    from actor_graph.reading.decisions import ABOUT, read_entries

    rows = read_entries(target, Problems()) if target is not None and target.is_file() else []
    return {_key(row): row for row in rows if row.get(ABOUT) and row.get("decision")}


def _key(row: Row) -> tuple[str, ...]:
    return tuple(str(row.get(key) or "") for key in ("about", "a", "name_b", "column", "source"))
