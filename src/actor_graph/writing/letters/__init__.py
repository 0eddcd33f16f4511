"""What goes to the actors of a survey: questionnaires, the notice on data protection, the consent form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from os import PathLike
from pathlib import Path

from actor_graph.landscape import Landscape
from actor_graph.problems import OutputError
from actor_graph.scheme import Scheme
from actor_graph.words import LANGUAGES, Language, say
from actor_graph.words.numbers import day
from actor_graph.writing.earlier import clear_earlier
from actor_graph.writing.file_names import file_name
from actor_graph.writing.letters.consent import consent
from actor_graph.writing.letters.notice import notice
from actor_graph.writing.letters.published import published
from actor_graph.writing.letters.questionnaire import Asked, asked, enclosed_list, questionnaire
from actor_graph.writing.letters.record import record
from actor_graph.writing.letters.roster import Roster
from actor_graph.writing.outputs import MODE, write_outputs

__all__ = ["file_name", "folder_of", "is_letter", "told", "write_letters"]


def write_letters(
    target: str | PathLike[str],
    landscape: Landscape | None,
    *,
    language: Language | None = None,
    scheme: Scheme | None = None,
    earlier: bool = False,
    force: bool = False,
) -> list[Path]:
    """Write the letters of a survey into a folder beside a landscape.

    A questionnaire per actor that is not excluded and did not object, and a blank one; where there are too many actors
    for two pages, the list of all; in both languages the notice under Articles 13 and 14 GDPR and the consent form; a
    draft for the record of processing activities. Questionnaires are for the eyes of their owner (mode 0600) until they
    are handed out.

    Parameters
    ----------
    target
        The landscape beside which the folder is.
    landscape
        Whose actors are asked; without it there is the blank questionnaire alone.
    scheme
        The kinds of organization and the scale; without it those of the landscape.
    earlier
        The landscape is of an earlier survey: fill in the ties that each actor stated then, to be confirmed.
    force
        Replace letters that are there already, and remove those of actors that get none now, unless somebody changed
        them.

    Raises
    ------
    OutputError
        Letters are there already (and not ``force``), a file can't be written, or is not ours to replace.
    """
    spoken: Language = language or (landscape.language if landscape else "en")
    files = letters_of(target, landscape, language=spoken, scheme=scheme, earlier=earlier, force=force)
    return write_made(target, files, landscape, language=spoken, force=force)


def letters_of(
    target: str | PathLike[str],
    landscape: Landscape | None,
    *,
    language: Language,
    scheme: Scheme | None,
    earlier: bool,
    force: bool,
) -> dict[str, bytes]:
    """The letters by name, as ``write_letters`` writes them; refused where one of them is there and not ``force``.

    They may have been handed out, and ties that were filled in from an earlier survey can't be from a later list.
    """
    words = scheme or (landscape.scheme if landscape else None)
    assert words is not None, "neither a landscape nor a scheme"
    files = _questionnaires(landscape, words, language, earlier)
    for each in LANGUAGES:
        files[say("letters.file_notice", each)] = notice(each, landscape)
        files[say("letters.file_consent", each)] = consent(each, landscape)
    files[say("letters.file_record", language)] = record(language)
    folder = folder_of(target, language)
    there = [name for name in files if (folder / name).exists()]
    if there and not force:
        raise OutputError("letters.there", language, path=folder, n=len(there))
    return files


def write_made(
    target: str | PathLike[str],
    letters: Mapping[str, bytes],
    landscape: Landscape | None,
    *,
    language: Language,
    force: bool,
) -> list[Path]:
    """Write letters that were made beside a landscape; if forced, unchanged ones of actors that get none now go."""
    inputs = landscape.inputs if landscape else ()
    mode = MODE if landscape else None
    folder = folder_of(target, language)
    written = write_outputs(folder, letters, inputs=inputs, force=force, language=language, mode=mode)
    if force:
        clear_earlier(folder, written, is_letter, language=language)
    return written


def is_letter(path: Path) -> bool:
    """Whether a file is called as the letters of an actor are, or as the list of all: those that may be of one run."""
    blank = {say("letters.file_blank", each) for each in LANGUAGES}
    return path.name not in blank and any(form.fullmatch(path.name) for form in _names())


def _names() -> list[re.Pattern[str]]:
    named = [say("letters.file_questionnaire", each, number="\0", name="\1") for each in LANGUAGES]
    named += [say("letters.file_roster", each) for each in LANGUAGES]
    return [re.compile(re.escape(name).replace("\0", r"\d+").replace("\\ \1", "(?: .*)?")) for name in named]


def folder_of(target: str | PathLike[str], language: Language) -> Path:
    """The folder of the letters beside a landscape."""
    place = Path(target)
    name = place.stem if place.suffix.casefold() == ".xlsx" else place.resolve().name
    return place.parent / say("letters.folder", language, name=name)


def told(landscape: Landscape | None, language: Language) -> list[str]:
    """What should be known of the letters, in sentences."""
    lines = []
    if landscape is not None:
        roster = Roster(landscape, language)
        made = "letters.made" if roster.asked else "letters.made_none"
        lines.append(say(made, language, n=len(roster.asked)))
        if asked(roster, None, with_ties=False).listed:
            lines.append(say("letters.made_list", language, n=len(roster.known)))
        if roster.left_out:
            lines.append(say("letters.made_left_out", language, n=roster.left_out))
        if roster.objections.actors:
            lines.append(say("letters.made_objected", language, n=len(roster.objections.actors)))
        if roster.objections.pairs:
            lines.append(say("letters.made_objected_ties", language, n=roster.objections.pairs))
        if roster.persons:
            lines.append(say("letters.made_persons", language))
    return [*lines, say("letters.made_drafts", language)]


def _questionnaires(landscape: Landscape | None, scheme: Scheme, language: Language, earlier: bool) -> dict[str, bytes]:
    if landscape is None:
        return {
            say("letters.file_blank", language): questionnaire(
                Asked(published(None, language)), "", "", scheme, language
            )
        }
    roster = Roster(landscape, language)
    place = roster.told(str(landscape.meta.get("place") or landscape.meta.get("name") or ""))
    date = landscape.meta.get("date") if earlier else None
    when = day(date, language) if date else ""
    files = {}
    digits = len(str(len(roster.asked)))
    for number, row in enumerate(roster.asked, start=1):
        about = asked(roster, row, with_ties=earlier)
        named = {"number": f"{number:0{digits}}", "name": file_name(roster.name(row))}
        name = say("letters.file_questionnaire", language, **named).replace(" .docx", ".docx")
        files[name] = questionnaire(about, place, when, scheme, language)
    blank = asked(roster, None, with_ties=False)
    files[say("letters.file_blank", language)] = questionnaire(blank, place, "", scheme, language)
    if blank.listed:
        names = [roster.name(row) for row in roster.known]
        files[say("letters.file_roster", language)] = enclosed_list(names, place, scheme, language)
    return files
