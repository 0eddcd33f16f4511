"""What if: figures and standings before and after, as JSON, in words, and as a map of what is supposed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from actor_graph.advice.whatif import WhatIf, suppose
from actor_graph.analysis.document import Progress
from actor_graph.landscape import Landscape
from actor_graph.problems import OutputError
from actor_graph.views.map import pinned
from actor_graph.views.whatif.page import whatif_page
from actor_graph.words import Language
from actor_graph.writing.outputs import is_ours, write_outputs

__all__ = ["WhatIf", "whatif"]

PAGES, DOCUMENTS = (".html", ".htm"), (".json",)


def whatif(
    landscape: Landscape,
    output: str | Path | None = None,
    *,
    add: Sequence[str] = (),
    remove: Sequence[str] = (),
    workshop: str | Path | Sequence[str] | None = None,
    positions: str | Path | Mapping[str, tuple[float, float]] | None = None,
    by: str | None = None,
    without: Sequence[str] = (),
    count: Sequence[str] = (),
    confirmed: bool = False,
    seed: int = 1,
    draws: int | None = None,
    sensitive: bool = False,
    language: Language | None = None,
    workers: int | None = None,
    force: bool = False,
    progress: Progress = lambda step: None,
) -> WhatIf:
    """Work out what would be another with ties or actors more or less: a thought experiment, for the office alone.

    Parameters
    ----------
    output
        Where to write a map of what is supposed, on the positions of the map as it is (``.html``), or the comparison
        (``.json``); without it nothing is written.
    add
        Ties that there would be, each as ``A:B`` with ids, exact names or stand-ins. A supposed tie has no kind and so
        counts whatever kinds do; it takes the median of the known weights; where it is known who stated ties, both
        ends state it.
    remove
        Actors that there would not be, with all their ties, or ties as ``A:B``, with all their rows.
    workshop
        A list of invited, as ``actor-graph invite --json`` writes it, or their ids: each pair of them would be tied.
        That is an upper bound for the ties that one workshop can bring.
    positions
        Where actors stand on the map as it is: places by id, a CSV with id, x, y, or an earlier map.
    by, without, count, confirmed, seed, draws, sensitive, workers
        As for ``analyze``; they hold before and after.
    language
        Of messages and sentences; default the landscape's.
    force
        Replace a file that was not written here, or was changed since.
    progress
        Called with the name of each step as it begins.

    Returns
    -------
    WhatIf
        Both analyses, ``before`` and ``after``, and the comparison of them (``to_dict``, ``to_json``).

    Raises
    ------
    RequestError
        Nothing is supposed, or an option names what the landscape does not have; of what is supposed all at once.
    LandscapeError
        The list of invited or the positions can't be read.
    OutputError
        The name has another ending, the file must not be replaced, or it can't be written.
    """
    tongue = language or landscape.language
    target = None if output is None else Path(output)
    if target is not None and target.suffix.lower() not in (*PAGES, *DOCUMENTS):
        raise OutputError("whatif.wrong_ending", tongue, path=target)
    places = pinned(positions, tongue)
    made = suppose(
        landscape,
        add=add,
        remove=remove,
        workshop=workshop,
        without=without,
        count=count,
        confirmed=confirmed,
        language=language,
        by=by,
        seed=seed,
        draws=draws,
        sensitive=sensitive,
        workers=workers,
        progress=progress,
    )
    if target is None:
        return made
    read = [Path(file) for file in (workshop, positions) if isinstance(file, str | Path) and not is_ours(Path(file))]
    text = made.to_json() + "\n"
    if target.suffix.lower() in PAGES:
        progress("map")
        text = whatif_page(made, positions=places, language=tongue)
    inputs = (*landscape.inputs, *read)
    write_outputs(target.parent, {target.name: text.encode("utf-8")}, inputs=inputs, force=force, language=tongue)
    return made
