"""A landscape to fill in, where none is filled in already."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from actor_graph.landscape import Landscape
from actor_graph.problems import OutputError
from actor_graph.reading.filled import filled
from actor_graph.words import Language
from actor_graph.writing import template
from actor_graph.writing.outputs import is_as_written


def init(
    target: str | PathLike[str],
    *,
    language: Language | None = None,
    scheme: str | None = None,
    earlier: Landscape | None = None,
    interview: bool = False,
    force: bool = False,
) -> list[Path]:
    """Write a landscape to fill in: a workbook if ``target`` ends in ``.xlsx``, else a folder.

    The workbook has instructions, drop-downs from the scheme, notes at the headings, an example in each table that is
    never read as data (``vocabulary.examples``), and a sheet that counts how far the survey is. Tables that somebody
    has filled in are never replaced: ``force`` is for what was made, not for weeks of work.

    Parameters
    ----------
    language
        Of all sheets; without it that of the earlier landscape, else English.
    scheme
        A shipped scheme or the path of one, for the drop-downs; without it that of the earlier landscape, else
        ``migration-development``.
    earlier
        A landscape whose actors are taken over, to be asked anew: all that is known of them, the survey left blank but
        for who is excluded, ``checked`` kept. Of its ties only objections are, and neither the log of contacts nor
        events. The result is a working copy, which its owner alone can open (mode 0600).
    interview
        Write a questionnaire per actor, too, and the letters of data protection, into a folder beside (``letters``).
    force
        Replace files that were changed since they were written, and letters that are there already.

    Returns
    -------
    The files that were written, those of the landscape first.

    Raises
    ------
    LandscapeError
        The scheme has errors.
    OutputError
        A table there holds rows that are no example, also with ``force``; ``target`` has an ending that is none of a
        landscape, a file can't be written or is not ours to replace, or letters are there already. Then nothing is
        written.
    """
    rows = {file: n for file, n in filled(Path(target)).items() if not is_as_written(file)}
    if rows:
        spoken: Language = language or (earlier.language if earlier else "en")
        file = next(iter(rows))
        raise OutputError("template.filled", spoken, path=file, n=rows[file])
    return template.init(target, language=language, scheme=scheme, earlier=earlier, interview=interview, force=force)
