"""The file with which answers that were taken in are taken back, read against the landscape that holds them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actor_graph.documents import load_json
from actor_graph.landscape import LIST_COLUMNS, YES_NO_COLUMNS, Landscape
from actor_graph.privacy.leaving import leaving
from actor_graph.privacy.redaction import redact
from actor_graph.problems import Phrase, Problems
from actor_graph.survey.feedback import ANSWERED, Change
from actor_graph.survey.growth import TIE
from actor_graph.vocabulary.headings import heading
from actor_graph.words import Language

SCHEMA = "actor-graph/feedback-undo/1"
_PLACE = ("row", "source", "target")
Headings = dict[str, dict[str, str]]


@dataclass(frozen=True)
class Undoing:
    """What is to be taken back: changes, the rows of actors and of ties that were added, and the headings before."""

    changes: tuple[Change, ...]
    actors: tuple[int, ...]
    ties: tuple[int, ...]
    headings: Headings


def read_undo(path: Path, landscape: Landscape, language: Language) -> Undoing:
    """The changes and additions that the landscape holds, and the headings of its tables before them.

    Raises
    ------
    LandscapeError
        It is no such file, or a cell that was changed is gone or has been changed again.
    """
    problems = Problems(clean=redact)
    record = load_json(path, problems) if path.is_file() else None
    if record is None and not problems.errors:
        problems.error("reading.missing", file=str(path))
    problems.stop_if_errors(language)
    if not _is_record(record):
        problems.error("feedback.undo_shape", file=path.name)
        problems.stop_if_errors(language)
    finding = _Finding(landscape, language, path.name, problems)
    found = [finding.change(entry) for entry in record["changes"]]  # type: ignore[index]
    new = record.get("added") or {"actors": [], "ties": []}  # type: ignore[union-attr]
    ties = [finding.added_tie(entry) for entry in new["ties"]]
    actors = [finding.added_actor(name, set(ties)) for name in new["actors"]]
    problems.stop_if_errors(language)
    headings = {table: dict(record["headings"][table]) for table in ("actors", "ties")}  # type: ignore[index]
    return Undoing(tuple(filter(None, found)), tuple(actors), tuple(ties), headings)  # type: ignore[arg-type]


def _is_record(record: Any) -> bool:
    if not isinstance(record, Mapping) or record.get("schema") != SCHEMA:
        return False
    headings, changes = record.get("headings"), record.get("changes")
    return (
        isinstance(headings, Mapping)
        and all(isinstance(headings.get(table), Mapping) for table in ("actors", "ties"))
        and _is_added(record.get("added", {"actors": [], "ties": []}))
        and isinstance(changes, list)
        and all(isinstance(entry, Mapping) and _is_entry(entry) for entry in changes)
    )


def _is_added(added: Any) -> bool:
    actors, ties = (added.get(key) for key in ("actors", "ties")) if isinstance(added, Mapping) else (None, None)
    return (
        isinstance(actors, list)
        and isinstance(ties, list)
        and all(isinstance(name, str) for name in actors)
        and all(isinstance(tie, Mapping) and tie.keys() >= {*TIE, *_PLACE} for tie in ties)
        and all(isinstance(tie[key], str) for tie in ties for key in _PLACE)
    )


def _is_entry(entry: Mapping[str, Any]) -> bool:
    if not {"key", "before", "after"} <= entry.keys():
        return False
    if entry.get("table") == "actors":
        return entry["key"] in ANSWERED and isinstance(entry.get("id"), str)
    ends = (entry.get(key) for key in ("row", "source", "target"))
    return entry.get("table") == "ties" and entry["key"] == "objected" and all(isinstance(end, str) for end in ends)


class _Finding:
    """Looks up what was changed in the landscape as it is now."""

    def __init__(self, landscape: Landscape, language: Language, file: str, problems: Problems) -> None:
        self.landscape, self.language, self.file, self.problems = landscape, language, file, problems
        self.place = {id_: row for row, id_ in enumerate(landscape.actors["id"])}
        self.names = leaving(landscape).actors["name"]

    def change(self, entry: Mapping[str, Any]) -> Change | None:
        """The change of an entry; None where it can't be taken back, which is noted."""
        table = "actors" if entry["table"] == "actors" else "ties"
        row, key = self._actor(entry) if table == "actors" else self._tie(entry), entry["key"]
        if row is None:
            self.problems.error("feedback.undo_gone", file=self.file, what=self._what(entry))
            return None
        before, after = _value(key, entry["before"]), _value(key, entry["after"])
        now = (self.landscape.actors if table == "actors" else self.landscape.ties)[key][row]
        if now != after:
            self.problems.error("feedback.undo_changed", file=self.file, what=self._what(entry))
            return None
        return Change("actors" if table == "actors" else "ties", row, key, before, after)

    def added_tie(self, entry: Mapping[str, Any]) -> int | None:
        """The row of a tie that was added; None where it is gone or says something else now, which is noted."""
        row, told = self._tie(entry), {**entry, "table": "ties"}
        if row is None:
            self.problems.error("feedback.undo_gone", file=self.file, what=self._what(told))
            return None
        ids, ties = self.landscape.actors["id"], self.landscape.ties
        reporters = tuple(ids[place] for place in ties["reported_by"][row])
        same = all(ties[key][row] == _value(key, entry[key]) for key in TIE if key != "reported_by")
        if not same or reporters != _value("reported_by", entry["reported_by"]):
            self.problems.error("feedback.undo_changed", file=self.file, what=self._what(told))
        return row

    def added_actor(self, name: str, ties: Collection[int | None]) -> int | None:
        """The row of an actor that was taken in; None where it is gone, which is noted, as is one known better now."""
        row, table = self.place.get(name), self.landscape.actors
        if row is None:
            self.problems.error("feedback.undo_gone", file=self.file, what="…")
            return None
        now = {key: cells[row] for key, cells in table.columns.items() if cells[row] not in (None, ())}
        ends = zip(self.landscape.ties["source"], self.landscape.ties["target"], strict=True)
        tied = any(row in pair for at, pair in enumerate(ends) if at not in ties)
        if tied or now != {"id": name, "name": name, "survey": "not contacted"}:
            self.problems.error("feedback.undo_changed", file=self.file, what=self.names[row])
        return row

    def _actor(self, entry: Mapping[str, Any]) -> int | None:
        return self.place.get(entry["id"])

    def _tie(self, entry: Mapping[str, Any]) -> int | None:
        row, ties = int(entry["row"]) if entry["row"].isdecimal() else -1, self.landscape.ties
        ends = (self.place.get(entry["source"]), self.place.get(entry["target"]))
        found = 0 <= row < len(ties) and (ties["source"][row], ties["target"][row]) == ends
        return row if found else None

    def _what(self, entry: Mapping[str, Any]) -> Phrase | str:
        if entry["table"] == "actors":
            name = self.names[self.place[entry["id"]]] if entry["id"] in self.place else "…"
            return f"{name}, {heading('actors', entry['key'], self.language)}"
        a, b = (self.names[self.place[end]] if end in self.place else "…" for end in (entry["source"], entry["target"]))
        return Phrase("feedback.tie", {"a": a, "b": b})


def _value(key: str, told: Any) -> Any:
    if key in LIST_COLUMNS:
        return tuple(map(str, told)) if isinstance(told, list) else ()
    if told is None:
        return None
    return str(told) == "yes" if key in YES_NO_COLUMNS else str(told)
