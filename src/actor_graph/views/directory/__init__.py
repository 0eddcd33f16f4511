"""The directory: an entry per actor, by name and by field, with what they need in front."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from actor_graph.analysis.key import kept, key_file, with_pseudonyms
from actor_graph.analysis.request import actor
from actor_graph.landscape import Landscape
from actor_graph.landscape.network import without_actors
from actor_graph.privacy.audience import AUDIENCES
from actor_graph.privacy.leaving import leaving
from actor_graph.privacy.redaction import GONE
from actor_graph.privacy.sensitive import delicate
from actor_graph.problems import OutputError, Problems, RequestError
from actor_graph.views.directory.book import Directory, book
from actor_graph.views.directory.entries import LISTS, rows_included, rows_told
from actor_graph.views.directory.naming import texts_of
from actor_graph.vocabulary.headings import heading
from actor_graph.words import Language
from actor_graph.writing.outputs import write_outputs

__all__ = ["Directory", "directory"]


def directory(
    landscape: Landscape,
    output: str | Path | None = None,
    *,
    audience: str = "public",
    without: Sequence[str] = (),
    sensitive: bool = False,
    with_contacts: bool = False,
    pseudonymize: bool | str | Path = False,
    language: Language | None = None,
    force: bool = False,
) -> Directory:
    """Make the directory of a landscape: one entry per actor, indexes, an overview of needs, a correction slip.

    It needs no survey, no tie and no figure. To the public only those included that said ``publish: yes`` have an
    entry, natural persons none; the others are counted by kind, never fewer than three. What an entry tells is what
    leaves in every output, and the landscape's ``publish_columns``.

    Parameters
    ----------
    output
        Where to write it: a page (``.html``, ``.htm``), a brochure (``.docx``) or a workbook (``.xlsx``); without it
        nothing is written.
    audience
        ``public``, ``participants`` or ``office``.
    without
        Ids or names of actors to leave out, as if these were not there.
    sensitive
        Let columns on religion, origin and the like in, without natural persons and what fewer than three hold.
    with_contacts
        Let contact data leave.
    pseudonymize
        Numbers stand for all names, and nothing is told that could name an actor. With True they are those of the key
        beside the landscape, if there is one; the key is ``Directory.key``, and in a file only once
        ``Directory.write_key`` is called. With the path of a key file its numbers are kept, and it is written (mode
        0600) before the directory.
    force
        Replace a file that was not written here, or was changed since.

    Returns
    -------
    The directory, with its ``entries``, indexes and ``warnings``.

    Raises
    ------
    RequestError
        Nobody has an entry for this audience, or an option names what there is not.
    OutputError
        The name has another ending, the file must not be replaced, or it can't be written.
    MissingExtra
        A brochure is wanted, and python-docx is not installed.
    """
    spoken = language or landscape.language
    reader = next((a for a in AUDIENCES if a == audience), None)
    if reader is None:
        raise RequestError("analysis.no_such_audience", spoken, given=audience, known=", ".join(AUDIENCES))
    write = _form(Path(output), spoken) if output is not None else None
    landscape = with_pseudonyms(landscape, pseudonymize, language) if pseudonymize else landscape
    if with_contacts and landscape.pseudonyms is not None:
        raise RequestError("privacy.contacts_with_pseudonyms", spoken)
    out = {actor(landscape, given, spoken) for given in without}
    cleared = leaving(landscape, with_contacts=with_contacts, audience=reader)
    cleared = without_actors(cleared, out) if out else cleared
    if not rows_told(cleared, reader):
        raise _nobody(cleared, reader, spoken)
    problems = Problems()
    problems.extend(cleared.warnings)
    checked = (without_actors(landscape, out) if out else landscape).actors["checked"]
    made = book(cleared, reader, language=spoken, sensitive=sensitive, problems=problems, checked=checked)
    _note(cleared, made, problems, sensitive=sensitive, with_contacts=with_contacts)
    data = write(made) if write is not None else None
    with kept(landscape, key_file(pseudonymize), force=force):
        if output is not None and data is not None:
            path = Path(output)
            write_outputs(path.parent, {path.name: data}, inputs=landscape.inputs, force=force, language=spoken)
    return made.warned(problems.warnings)


def _form(path: Path, language: Language) -> Callable[[Directory], bytes]:
    """How the directory is written, by the ending of the name."""
    ending = path.suffix.casefold()
    if ending in (".html", ".htm"):
        from actor_graph.views.directory.html import page as form
    elif ending == ".docx":
        from actor_graph.views.directory.docx import brochure as form
    elif ending == ".xlsx":
        from actor_graph.views.directory.xlsx import sheets as form
    else:
        raise OutputError("directory.wrong_ending", language, path=path)
    return form


def _nobody(cleared: Landscape, audience: str, language: Language) -> RequestError:
    """Why there is nothing to print, and what to do."""
    rows, actors = rows_included(cleared), cleared.actors
    if audience != "public" or not rows:
        return RequestError("directory.no_actors", language)
    key = "persons_alone" if any(actors["publish"][row] for row in rows) else "nobody"
    column = actors.headings.get("publish", heading("actors", "publish", language))
    return RequestError(f"directory.{key}", language, column=column)


def _note(cleared: Landscape, made: Directory, problems: Problems, *, sensitive: bool, with_contacts: bool) -> None:
    """What the office should know before it prints."""
    actors = cleared.actors
    for key in ("description", "place", "website", *LISTS):
        if key in actors and delicate(cleared, key) and not sensitive:
            problems.warn("directory.sensitive_out", given=actors.headings.get(key, key), file=actors.file)
    for entry in made.entries:
        if any(GONE in text for text in texts_of(entry)):
            row = actors.rows[entry.row]
            problems.warn("directory.gone", name=entry.name, file=actors.file, sheet=actors.sheet, row=row)
    if with_contacts and actors.contact:
        problems.warn("directory.contacts_in", file=actors.file)
    if not made.feedback and not made.pseudonymized:
        problems.warn("directory.no_feedback")
