"""A landscape cleaned by decisions of people, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from actor_graph.advice.carrying import carried
from actor_graph.advice.undoing import take_back
from actor_graph.landscape import Landscape
from actor_graph.landscape.undoing import Record, record
from actor_graph.matching.merging import merged
from actor_graph.matching.taking import with_taken
from actor_graph.privacy.persons import clearing_of
from actor_graph.privacy.redaction import redact
from actor_graph.problems import Phrase, Problem, Problems, RequestError
from actor_graph.words import Language
from actor_graph.writing.undo import undo_path
from actor_graph.writing.working_copy import write_working_copy


@dataclass(frozen=True, slots=True)
class Merged:
    """The new landscape, what was done in sentences, and where it stands.

    ``record`` is the file that takes the merging back; None after that.
    """

    landscape: Landscape
    told: tuple[str, ...]
    output: Path
    record: Path | None
    warnings: tuple[Problem, ...] = ()


def merge(
    landscape: Landscape,
    decisions: str | PathLike[str] | None = None,
    output: str | PathLike[str] | None = None,
    *,
    undo: str | PathLike[str] | None = None,
    language: Language | None = None,
    force: bool = False,
) -> Merged:
    """Unite the entries that people decided are the same, or take such a merging back.

    Nothing is united without a decision. The result is a working copy: it holds everything, contacts and real names
    included, and is readable for its owner alone. Beside it stands a record that takes the merging back.

    Parameters
    ----------
    landscape
        As it was read; with ``undo`` the merged one.
    decisions
        The table that ``match`` wrote and people filled in, also one of ``match(against=…)``.
    output
        Where the landscape goes: a folder, or a workbook if it ends in ``.xlsx``.
    undo
        The record that stands beside a merged landscape, instead of decisions; also that of ``feedback``.
    language
        Of sentences and of the copy; the landscape's own by default.
    force
        Replace outputs that were changed since they were written.

    Raises
    ------
    RequestError
        Nothing is decided yet, or it is not said where the landscape is to go.
    LandscapeError
        The decisions have errors or contradict each other; the record can't be used (``advice.undoing.take_back``).
    OutputError
        A file can't be written.
    """
    spoken = language or landscape.language
    if output is None:
        raise RequestError("matching.no_output", spoken)
    if (decisions is None) == (undo is None):
        raise RequestError("matching.decisions_or_undo", spoken)
    target = Path(output)
    if undo is not None:
        back = take_back(landscape, Path(undo), target, language=spoken, force=force)
        return Merged(back.landscape, (*back.told, back.summary(spoken)), target, None, back.warnings)
    assert decisions is not None
    new, lines, taken, warnings = _decided(landscape, Path(decisions), spoken)
    own, given = carried(landscape, target), (Path(decisions),)
    write_working_copy(new, target, language=language, force=force, undo=taken, given=given, sheets=own.sheets)
    return Merged(new, lines, target, undo_path(target), (*warnings, *own.warnings))


def _decided(
    landscape: Landscape, file: Path, language: Language
) -> tuple[Landscape, tuple[str, ...], Record, tuple[Problem, ...]]:
    """The landscape as decided, what was done, the record, and what should be known."""
    from actor_graph.reading.decisions import read_decisions
    from actor_graph.reading.takings import are_takings, read_takings

    problems = Problems(clean=redact)
    table = read_decisions(file, landscape, problems, merging=True)
    if are_takings(table):
        takings = read_takings(table, landscape, problems)
        problems.stop_if_errors(language)
        new, changes = with_taken(landscape, takings)
    else:
        problems.stop_if_errors(language)
        new, changes = merged(landscape, table.decisions)
    if not any(entry.cells.get("decision") for entry in table.entries):
        raise RequestError("matching.nothing_decided", language, file=file.name)
    said = _said(landscape, changes.told, language)
    return new, said, record(landscape, new, changes.kept), problems.warnings


def _said(landscape: Landscape, phrases: tuple[Phrase, ...], language: Language) -> tuple[str, ...]:
    """The sentences, natural persons in them under their stand-ins, without contact data."""
    clear = clearing_of(landscape)
    return tuple(clear(Problem("warning", phrase.key, phrase.values).message(language)) for phrase in phrases)
