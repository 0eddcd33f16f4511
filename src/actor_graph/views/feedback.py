"""What actors answered, taken into a landscape: each change in words, a working copy, and what takes it back."""

from __future__ import annotations

from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from actor_graph.advice.carrying import carried
from actor_graph.advice.telling import told_apart, told_changes
from actor_graph.advice.undoing import take_back
from actor_graph.landscape import Landscape
from actor_graph.landscape.change import Change
from actor_graph.landscape.spellings import with_earlier_names
from actor_graph.landscape.undoing import record
from actor_graph.privacy.leaving import leaving
from actor_graph.problems import Problem, RequestError
from actor_graph.reading.feedback import read_answers
from actor_graph.survey.feedback import additions, applied, changes
from actor_graph.survey.growth import NOTHING, TIE, Growth, grown
from actor_graph.views.added import told_new
from actor_graph.words import Language, say
from actor_graph.writing.answers import title
from actor_graph.writing.undo import undo_path
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
        How many actors and ties besides were taken out again, or are entries of their own again.
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
        parts = [say("undoing.undone" if self.back else "feedback.summary", language, n=n)]
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
        That file, instead of answers, also that of ``merge``: the landscape is then as it was before.
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
        target = None if output is None else Path(output)
        back = take_back(landscape, Path(undo), target, language=spoken, force=force)
        gone = back.count - len(back.changes)
        return Feedback(back.landscape, back.changes, back.told, back.warnings, back=True, gone=gone)
    came_back, warnings = read_answers(Path(str(answers)), landscape, spoken, add_missing=add_missing)
    made, added = changes(landscape, came_back), additions(landscape, came_back)
    result = grown(applied(landscape, made), added, _headings(landscape, spoken))
    result = with_earlier_names(result, landscape.actors["name"])
    told = (
        *told_changes(landscape, result, made, spoken),
        *told_new(landscape, told_apart(leaving(result)), result, added, spoken),
    )
    if output is None:
        return Feedback(result, made, told, warnings, added=added)
    taken = record(landscape, result)
    target, given = Path(output), (Path(str(answers)),)
    own = carried(landscape, target)
    write_working_copy(result, target, language=spoken, force=force, undo=taken, given=given, sheets=own.sheets)
    return Feedback(result, made, told, (*warnings, *own.warnings), undo_path(target), added=added)


def _headings(landscape: Landscape, language: Language) -> dict[str, dict[str, str]]:
    """What stands above columns that new ties and actors bring."""
    of_ties = {key: title("ties", key, landscape, language) for key in TIE}
    return {"actors": {"survey": title("actors", "survey", landscape, language)}, "ties": of_ties}
