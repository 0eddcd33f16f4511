"""What actors answered, taken into a landscape: each change in words, a working copy, and what takes it back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from os import PathLike
from pathlib import Path
from typing import Any

from actor_graph.landscape import Landscape
from actor_graph.privacy.leaving import leaving
from actor_graph.problems import Problem, RequestError
from actor_graph.reading.feedback import read_answers
from actor_graph.reading.undo import read_undo
from actor_graph.survey.feedback import Change, additions, applied, changes, undone
from actor_graph.survey.growth import NOTHING, TIE, Growth, grown
from actor_graph.views.added import told_new
from actor_graph.words import Language, say
from actor_graph.words.numbers import day
from actor_graph.words.visible import visible
from actor_graph.writing.answers import title
from actor_graph.writing.cells import saying, text_of
from actor_graph.writing.outputs import MODE, check_outputs, write_outputs
from actor_graph.writing.undo import undo_name, undo_record
from actor_graph.writing.working_copy import write_working_copy


@dataclass(frozen=True)
class Feedback:
    """The landscape with what came back, or as it was before.

    Attributes
    ----------
    landscape
        With the answers, or without them again.
    changes
        The cells that were changed.
    told
        The same in words, a line for each actor or tie and one for each cell; natural persons under their stand-ins.
    warnings
        What is not wrong, but should be known: answers to entries that have changed since.
    undo
        The file that takes it back; None where nothing was written, or where this was it.
    back
        Whether answers were taken back.
    added
        The ties that actors named besides, and the actors that came with them; nothing where answers were taken back.
    gone
        How many such ties and actors were taken out again.
    """

    landscape: Landscape
    changes: tuple[Change, ...]
    told: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()
    undo: Path | None = None
    back: bool = False
    added: Growth = NOTHING
    gone: int = 0

    def summary(self, language: Language) -> str:
        """How much was changed, or taken back, and how many have checked their entry by now."""
        n = len(self.changes) + len(self.added) + self.gone
        if not n:
            return say("feedback.none", language)
        actors, survey = self.landscape.actors, self.landscape.actors["survey"]
        rows = [row for row, word in enumerate(survey) if word != "excluded"]
        checked = sum(actors["checked"][row] is not None for row in rows)
        parts = [say("feedback.summary_undone" if self.back else "feedback.summary", language, n=n)]
        parts += [say("feedback.checked", language, n=checked, actors=len(rows))] if "checked" in actors else []
        return " ".join(parts)


def feedback(
    landscape: Landscape,
    answers: str | PathLike[str] | None = None,
    output: str | PathLike[str] | None = None,
    *,
    undo: str | PathLike[str] | None = None,
    language: Language | None = None,
    force: bool = False,
    add_missing: bool = False,
) -> Feedback:
    """Take corrections, objections and consents into a landscape, or take them back.

    Parameters
    ----------
    answers
        The workbook that ``pages`` made, filled in.
    output
        Where the working copy goes (``.xlsx`` or a folder), with a file beside it that takes the answers back; both
        hold everything and are for their owner's eyes alone (mode 0600). Without it nothing is written.
    undo
        That file, instead of answers: the landscape is then as it was before.
    language
        Of messages and of what is written; the landscape's by default.
    force
        Replace a file that was changed since it was written.
    add_missing
        Take in actors whom only new ties name, as ``not contacted``, instead of reporting them as errors.

    Raises
    ------
    LandscapeError
        Everything that is wrong in the answers, or what can't be taken back; nothing is written then.
    RequestError
        Neither answers nor ``undo`` are given, or both.
    OutputError
        The output can't be written there.
    """
    spoken = language or landscape.language
    if (answers is None) == (undo is None):
        raise RequestError("feedback.answers_or_undo", spoken)
    if undo is not None:
        return _taken_back(landscape, Path(undo), None if output is None else Path(output), spoken, force)
    came_back, warnings = read_answers(Path(str(answers)), landscape, spoken, add_missing=add_missing)
    made, added = changes(landscape, came_back), additions(landscape, came_back)
    result = grown(applied(landscape, made), added, _headings(landscape, spoken))
    told = (
        *_told(landscape, result, made, spoken),
        *told_new(landscape, _told_apart(leaving(result)), result, added, spoken),
    )
    record = undo_record(landscape, made, added)
    place = None if output is None else _write(result, record, Path(str(answers)), Path(output), spoken, force)
    return Feedback(result, made, told, warnings, place, added=added)


def _taken_back(landscape: Landscape, undo: Path, output: Path | None, language: Language, force: bool) -> Feedback:
    back = read_undo(undo, landscape, language)
    result = undone(landscape, back.changes, back.headings, (back.actors, back.ties))
    told = tuple(_told(landscape, result, back.changes, language))
    if output is not None:
        _write(result, None, undo, output, language, force)
    return Feedback(result, back.changes, told, back=True, gone=len(back.actors) + len(back.ties))


def _headings(landscape: Landscape, language: Language) -> dict[str, dict[str, str]]:
    """What stands above columns that new ties and actors bring."""
    of_ties = {key: title("ties", key, landscape, language) for key in TIE}
    return {"actors": {"survey": title("actors", "survey", landscape, language)}, "ties": of_ties}


def _write(
    result: Landscape, record: bytes | None, given: Path, output: Path, language: Language, force: bool
) -> Path | None:
    """Write the working copy and what takes it back, both or neither."""
    guarded = replace(result, inputs=(*result.inputs, given.absolute()))
    name = undo_name(output)
    if record is not None:
        check_outputs(output.parent, [name], inputs=guarded.inputs, force=force, language=language)
    write_working_copy(guarded, output, language=language, force=force)
    if record is None:
        return None
    files = {name: record}
    return write_outputs(output.parent, files, inputs=guarded.inputs, force=force, language=language, mode=MODE)[0]


def _told(before: Landscape, after: Landscape, made: Sequence[Change], language: Language) -> list[str]:
    """Each change in words, those of one actor or tie under its name."""
    was, now = leaving(before), leaving(after)
    names, said = _told_apart(now), dict[tuple[Any, ...], list[str]]()
    for change in made:
        if change.table == "actors":
            told = _cell_told(was, now, change, language)
            said.setdefault((change.row,), []).append(told)
        else:
            ends = sorted((before.ties["source"][change.row], before.ties["target"][change.row]))
            then, since = (side.ties["objected"][change.row] for side in (before, after))
            told = _told_as(then, since, "ties", "objected", now, language)
            lines = said.setdefault(tuple(ends), [])
            lines += [] if told in lines else [told]
    return [line for ends, lines in said.items() for line in (_title(ends, names, language), *lines)]


def _told_apart(cleared: Landscape) -> list[str]:
    """The names of the actors, with the id behind where several have the same."""
    names, ids = cleared.actors["name"], cleared.actors["id"]
    often = Counter(names)
    return [name if often[name] == 1 else f"{name} ({id_})" for name, id_ in zip(names, ids, strict=True)]


def _title(ends: tuple[Any, ...], names: Sequence[str], language: Language) -> str:
    told = [visible(names[row]) for row in ends]
    return told[0] if len(told) == 1 else say("feedback.tie", language, a=told[0], b=told[1])


def _cell_told(was: Landscape, now: Landscape, change: Change, language: Language) -> str:
    """A cell before and after as it may be told; of a natural person only that it was changed."""
    key, row = change.key, change.row
    if was.actors[key][row] == now.actors[key][row]:
        return say("feedback.changed_unseen", language, what=title("actors", key, now, language))
    return _told_as(was.actors[key][row], now.actors[key][row], "actors", key, now, language)


def _told_as(before: Any, after: Any, table: str, key: str, landscape: Landscape, language: Language) -> str:
    kind = "actors" if table == "actors" else "ties"
    say_cell = saying(kind, key, landscape, language)  # type: ignore[arg-type]
    texts = [_text(text_of(value, say_cell), key, language) for value in (before, after)]
    what = title(kind, key, landscape, language)  # type: ignore[arg-type]
    return say("feedback.change", language, what=what, before=texts[0], after=texts[1])


def _text(value: Any, key: str, language: Language) -> str:
    if value is None:
        return say("feedback.nothing", language)
    text = day(str(value), language) if key == "checked" else str(value)
    return say("feedback.quoted", language, text=visible(" ".join(text.split())))
