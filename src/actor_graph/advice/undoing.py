"""A working copy taken back to what was before it, whatever verb wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from actor_graph.advice.carrying import carried
from actor_graph.advice.telling import told_apart, told_changes
from actor_graph.landscape import Landscape
from actor_graph.landscape.change import Change
from actor_graph.landscape.undoing import Undone, undone
from actor_graph.privacy.leaving import leaving
from actor_graph.privacy.redaction import redact
from actor_graph.problems import Phrase, Problem, Problems
from actor_graph.reading.undo import read_undo
from actor_graph.words import Language, say
from actor_graph.writing.answers import title
from actor_graph.writing.working_copy import write_working_copy


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The landscape as it was before, in words what became of it, the cells put back, and how many things in all.

    ``warnings`` say which sheets of people's own go along with the copy.
    """

    landscape: Landscape
    told: tuple[str, ...]
    changes: tuple[Change, ...]
    count: int
    warnings: tuple[Problem, ...] = ()

    def summary(self, language: Language) -> str:
        """How much was taken back."""
        return say("undoing.undone", language, n=self.count)


def take_back(
    landscape: Landscape, file: Path, output: Path | None, *, language: Language, force: bool = False
) -> TakenBack:
    """Take back what a record tells of, but for what somebody changed since, and write a working copy of that.

    Parameters
    ----------
    file
        The record that stands beside the landscape.
    output
        Where the copy goes; without it nothing is written.

    Raises
    ------
    LandscapeError
        The record is damaged, none, of a version that is yet to come or about another landscape; or everything that
        it tells of was changed since. Nothing is written then.
    OutputError
        The output can't be written there.
    """
    problems = Problems(clean=redact)
    taken = read_undo(file, landscape, problems)
    problems.stop_if_errors(language)
    done = undone(landscape, taken)
    since = tuple(_since(landscape, done, language))
    if not done.found:
        problems.error("undoing.nothing_left", file=file.name)
        problems.extend(Problem("error", phrase.key, phrase.values, file.name) for phrase in since)
        problems.stop_if_errors(language)
    told = [*told_changes(landscape, done.landscape, done.changes, language)]
    told += [Problem("warning", phrase.key, phrase.values).message(language) for phrase in (*_apart(done), *since)]
    count = len(done.changes) + len(done.apart) + done.out
    if output is None:
        return TakenBack(done.landscape, tuple(told), done.changes, count)
    own = carried(landscape, output)
    write_working_copy(done.landscape, output, language=language, force=force, given=(file,), sheets=own.sheets)
    return TakenBack(done.landscape, tuple(told), done.changes, count, own.warnings)


def _apart(done: Undone) -> Iterator[Phrase]:
    """The actors that are entries of their own again."""
    names = _names(done.landscape)
    return (Phrase("undoing.apart", {"name": names[id_]}) for id_ in done.apart)


def _since(landscape: Landscape, done: Undone, language: Language) -> Iterator[Phrase]:
    """What somebody changed since, and stays as it is now."""
    names = _names(landscape)
    for id_, keys in done.kept.items():
        headings = tuple(title("actors", key, landscape, language) for key in keys)
        yield Phrase("undoing.kept", {"name": names[id_], "headings": headings})
    yield from (Phrase("undoing.stayed", {"name": names[id_]}) for id_ in done.stayed)
    if done.lost:
        yield Phrase("undoing.lost", {"n": done.lost})


def _names(landscape: Landscape) -> dict[str, str]:
    """What the actors are called where everybody may read it, by their ids."""
    return dict(zip(landscape.actors["id"], told_apart(leaving(landscape)), strict=True))
