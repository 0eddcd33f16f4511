"""Needs against offers, as a table, a workbook, a page with a picture, and in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from actor_graph.advice.needs import Needs, compare_needs
from actor_graph.analysis.document import Progress
from actor_graph.analysis.key import kept, key_file, with_pseudonyms
from actor_graph.landscape import Landscape
from actor_graph.problems import OutputError
from actor_graph.views.needs.told import Told
from actor_graph.words import Language
from actor_graph.writing.outputs import write_outputs

__all__ = ["Needs", "needs"]


def needs(
    landscape: Landscape,
    output: str | Path | None = None,
    *,
    audience: str = "office",
    without: Sequence[str] = (),
    sensitive: bool = False,
    pseudonymize: bool | str | Path = False,
    language: Language | None = None,
    force: bool = False,
    progress: Progress = lambda step: None,
) -> Needs:
    """Bring needs and offers together: which need meets which offers, and whose; what nobody meets or asks for.

    A need meets an offer of another actor that is the same but for case, signs, umlauts and the scheme's ``synonyms``;
    what is offered in similar words is told beside the needs that nobody meets, for a person to judge. To the public
    only those that said ``publish: yes`` are told of, and no natural persons.

    Parameters
    ----------
    output
        Where to write it: a workbook (``.xlsx``), one table (``.csv``), a page with a picture (``.html``) or the
        document (``.json``); without it nothing is written.
    audience
        ``office``, ``participants`` or ``public``.
    without
        Ids or names of actors to leave out, as if these were not there.
    sensitive
        Let columns on religion, origin and the like in.
    pseudonymize
        Numbers stand for all names. With True they are those of the key beside the landscape, if there is one; the key
        is ``Needs.key``, and in a file only once ``Needs.write_key`` is called. With the path of a key file its numbers
        are kept, and it is written (mode 0600) before the output.
    force
        Replace a file that was not written here, or was changed since.
    progress
        Called with the name of each step as it begins.

    Raises
    ------
    RequestError
        The landscape has no needs or no offers that may be used, nobody may be named to this audience, or an option
        names what there is not.
    OutputError
        The name has another ending, the file must not be replaced, or it can't be written.
    """
    spoken = language or landscape.language
    target = None if output is None else Path(output)
    write = None if target is None else _form(target, spoken)
    landscape = with_pseudonyms(landscape, pseudonymize, language) if pseudonymize else landscape
    made = compare_needs(
        landscape, audience=audience, without=without, sensitive=sensitive, language=language, progress=progress
    )
    data = write(made) if write is not None else None
    with kept(landscape, key_file(pseudonymize), force=force):
        if target is not None and data is not None:
            write_outputs(target.parent, {target.name: data}, inputs=landscape.inputs, force=force, language=spoken)
    return made


def _form(path: Path, language: Language) -> Callable[[Needs], bytes]:
    """How it is written, by the ending of the name."""
    ending = path.suffix.casefold()
    if ending == ".json":
        return lambda made: (made.to_json() + "\n").encode("utf-8")
    if ending in (".html", ".htm"):
        from actor_graph.views.needs.html import page as form
    elif ending == ".xlsx":
        from actor_graph.views.needs.sheets import book as form
    elif ending == ".csv":
        from actor_graph.views.needs.sheets import table as form
    else:
        raise OutputError("needs.wrong_ending", language, path=path)
    return lambda made: form(Told(made, language))
