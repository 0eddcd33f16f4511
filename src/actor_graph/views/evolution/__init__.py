"""Years as JSON, in words, as tables, and as a page with a map of what changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from actor_graph.analysis.document import Progress
from actor_graph.analysis.key import kept, key_file
from actor_graph.evolution.trace import Evolution, trace
from actor_graph.landscape import Landscape
from actor_graph.problems import OutputError
from actor_graph.words import Language
from actor_graph.writing.outputs import check_output, write_outputs

__all__ = ["Evolution", "evolve"]


def evolve(
    waves: Sequence[Landscape],
    output: str | Path | None = None,
    *,
    by: str | None = None,
    audience: str = "office",
    without: Sequence[str] = (),
    count: Sequence[str] = (),
    confirmed: bool = False,
    seed: int = 1,
    draws: int | None = None,
    sensitive: bool = False,
    pseudonymize: bool | str | Path = False,
    language: Language | None = None,
    workers: int | None = None,
    force: bool = False,
    progress: Progress = lambda step: None,
) -> Evolution:
    """Lay the waves of one city side by side: what is new, stayed, ended, what is not known, and how far goals are.

    Actors are the same where their ids are. A tie that a wave lacks has ended, or is new, where that wave would have
    named it: where an end of it answered (where it is known who stated ties, one that stated it); else it is unknown.
    All figures stand with the range that missing answers leave, and for the same actors in both waves beside.

    Parameters
    ----------
    waves
        Landscapes of one city, each with a date of its own, in any order.
    output
        Where to write it: a page with a map of what changed (``.html``), a workbook (``.xlsx``), the figures as one
        table (``.csv``), or the document (``.json``); without it nothing is written.
    by, audience, without, count, confirmed, seed, draws, sensitive, workers
        As for ``analyze``; they hold for all waves. Who is left out need not stand in all of them.
    pseudonymize
        Numbers stand for all names, in all waves the same for one id; vision, goals and indicators with names of their
        own are left out. With True the numbers are those of the key beside the last wave, if there is one; the key is
        ``Evolution.key``, and in a file only once ``Evolution.write_key`` is called. With the path of a key file its
        numbers are kept, and it is written (mode 0600) before the output.
    language
        Of messages and sentences; default that of the last wave given.
    force
        Replace a file that was not written here, or was changed since.
    progress
        Called with the name of each step as it begins.

    Raises
    ------
    LandscapeError
        Fewer than two waves, one without a date, two whose dates have no order, ids dealt anew: all at once.
    RequestError
        An option names what a wave does not have.
    OutputError
        The name has another ending, the file must not be replaced, or it can't be written.
    """
    tongue = language or (waves[-1].language if waves else "en")
    target = None if output is None else Path(output)
    write = None if target is None else _form(target, tongue)
    if target is not None:
        read = [file for wave in waves for file in wave.inputs]
        check_output(target, inputs=read, force=force, language=tongue)
    made = trace(
        waves, by=by, audience=audience, without=without, count=count, confirmed=confirmed, seed=seed, draws=draws,
        sensitive=sensitive, pseudonymize=pseudonymize, language=language, workers=workers, progress=progress,
    )  # fmt: skip
    data = None if write is None else write(made, tongue)
    key = key_file(pseudonymize)
    inputs = made.inputs if key is None else (*made.inputs, key)
    with kept(made.whole, key, force=force):
        if target is not None and data is not None:
            write_outputs(target.parent, {target.name: data}, inputs=inputs, force=force, language=tongue)
    return made


def _form(path: Path, language: Language) -> Callable[[Evolution, Language], bytes]:
    """How it is written, by the ending of the name."""
    ending = path.suffix.casefold()
    if ending == ".json":
        return lambda made, tongue: (made.to_json() + "\n").encode("utf-8")
    if ending in (".html", ".htm"):
        from actor_graph.views.evolution.page import page as form
    elif ending == ".xlsx":
        from actor_graph.views.evolution.sheets import book as form
    elif ending == ".csv":
        from actor_graph.views.evolution.sheets import table as form
    else:
        raise OutputError("evolution.wrong_ending", language, path=path)
    return form
