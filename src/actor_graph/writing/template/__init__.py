"""A landscape to fill in: the start of every survey, for people with a spreadsheet program."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from actor_graph.landscape import Landscape
from actor_graph.problems import OutputError, Problems
from actor_graph.scheme import Scheme, load_scheme
from actor_graph.scheme.paths import shipped
from actor_graph.words import Language
from actor_graph.writing.outputs import MODE, write_outputs
from actor_graph.writing.template.draft import drafted
from actor_graph.writing.template.folder import template_folder
from actor_graph.writing.template.workbook import template_workbook

__all__ = ["SCHEME", "elsewhere", "init", "named_scheme"]

SCHEME = "migration-development"
"""Whose words are offered where no scheme is named: ``default`` has no kinds of organization that could be."""


def init(
    target: str | PathLike[str],
    *,
    language: Language | None = None,
    scheme: str | None = None,
    earlier: Landscape | None = None,
    interview: bool = False,
    force: bool = False,
) -> list[Path]:
    """Write a landscape to fill in, as ``actor_graph.init`` has it, whatever somebody has filled in there already.

    Raises
    ------
    LandscapeError
        The scheme has errors.
    OutputError
        ``target`` has an ending that is none of a landscape, a file can't be written or is not ours to replace, or
        letters are there already. Then nothing is written.
    """
    place = Path(target)
    spoken: Language = language or (earlier.language if earlier else "en")
    is_book = place.suffix.casefold() == ".xlsx"
    if not is_book and place.suffix and not place.is_dir():
        raise OutputError("template.no_target", spoken, path=place)
    chosen = _scheme(scheme, earlier, spoken)
    draft = drafted(spoken, chosen, named_scheme(chosen, place.parent if is_book else place), earlier)
    files = {place.name: template_workbook(draft, place.name)} if is_book else template_folder(draft, place.name)
    letters: dict[str, bytes] = {}
    if interview:
        from actor_graph.writing.letters import letters_of, write_made

        letters = letters_of(place, earlier, language=spoken, scheme=chosen, earlier=True, force=force)
    inputs = earlier.inputs if earlier else ()
    mode = MODE if earlier else None
    folder = place.parent if is_book else place
    written = write_outputs(folder, files, inputs=inputs, force=force, language=spoken, mode=mode)
    if letters:
        written += write_made(place, letters, earlier, language=spoken, force=force)
    return written


def named_scheme(scheme: Scheme, folder: Path) -> str | None:
    """How a landscape in a folder names a scheme: a shipped name, a path inside; None for one that lies elsewhere."""
    file = scheme.files[0]
    if file in shipped().values():
        return file.stem
    inside = file.resolve(), folder.resolve()
    return inside[0].relative_to(inside[1]).as_posix() if inside[0].is_relative_to(inside[1]) else None


def elsewhere(target: Path, scheme: str | None, earlier: Landscape | None) -> str | None:
    """The name of the scheme if the landscape at ``target`` can't name it, since it does not lie beside; else None."""
    chosen = _scheme(scheme, earlier, "en")
    folder = target.parent if target.suffix.casefold() == ".xlsx" else target
    return None if named_scheme(chosen, folder) else chosen.files[0].name


def _scheme(name: str | None, earlier: Landscape | None, language: Language) -> Scheme:
    if name is None and earlier is not None:
        return earlier.scheme
    problems = Problems()
    found = load_scheme(name or SCHEME, base=None, problems=problems, free=True)
    problems.stop_if_errors(language)
    assert found is not None
    return found
