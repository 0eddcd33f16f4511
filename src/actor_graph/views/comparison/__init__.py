"""Cities side by side: as a document, a page, a workbook, a table, and in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from actor_graph.analysis.pace import HowFar
from actor_graph.comparison.asking import Asked, Beside
from actor_graph.comparison.cities import compare_cities
from actor_graph.comparison.paths import places
from actor_graph.comparison.result import Comparison
from actor_graph.problems import OutputError, RequestError
from actor_graph.words import Language
from actor_graph.writing.outputs import check_output, write_outputs

__all__ = ["Comparison", "compare"]

PAGES = (".html", ".htm")


def compare(
    *cities: str | Path,
    output: str | Path | None = None,
    by: str | None = None,
    audience: str = "office",
    count: Sequence[str] = (),
    confirmed: bool = False,
    seed: int = 1,
    draws: int | None = None,
    sensitive: bool = False,
    all_pairs: bool = False,
    scheme: str | None = None,
    language: Language | None = None,
    add_missing: bool = False,
    workers: int | None = None,
    scheduler: str | None = None,
    force: bool = False,
    progress: HowFar = lambda done, of, left: None,
) -> Comparison:
    """Lay cities side by side: figures, what they have beyond chance, and what differs between two of them.

    The order is that of the cities as given; nothing is ranked. No actor is named, to no audience.

    Parameters
    ----------
    cities
        Landscapes of any format, and folders that hold such, in any depth. A city that can't be read is told of under
        ``failed``.
    output
        Where to write it: a page (``.html``), a workbook (``.xlsx``), a table (``.csv``) or the document (``.json``);
        without it nothing is written.
    by, count, confirmed, sensitive, scheme, add_missing
        As for ``analyze`` and ``read``; they hold for all cities.
    audience
        ``office``, ``participants`` or ``public``; outside the office there are neither p nor central actors.
    seed, draws
        Where chance is drawn, and how many graphs of each null model (1,000). With the same seed the figures of a city
        are those of ``analyze``, whatever cities stand beside it.
    all_pairs
        Compare each city with each, also if there are more than 20; else each with the median city of each figure.
    language
        Of messages and sentences; default what most of the cities speak.
    workers
        How many cities are worked on at a time; default one per core. The numbers do not depend on it.
    scheduler
        The address of a Dask scheduler, such as ``tcp://host:8786``, over whose machines the cities are spread. They
        have to see the files under the same paths.
    force
        Replace a file that was not written here, or was changed since.
    progress
        Called after each city with how many are done, of how many, and about how many seconds are left.

    Raises
    ------
    RequestError
        There is no city, none could be compared, or the scheduler does not answer.
    MissingExtra
        A scheduler is given, and Dask is not installed.
    OutputError
        The name has another ending, the file must not be replaced, or it can't be written.
    """
    target = None if output is None else Path(output)
    spoken: Language = language or "en"
    form = None if target is None else _form(target, spoken)
    if not cities:
        raise RequestError("comparison.no_city", spoken)
    if target is not None:
        inputs = [Path(one.path) for one in places(cities, spoken)]
        check_output(target, inputs=inputs, force=force, language=spoken)
    asked = Asked(
        scheme, language, add_missing, by, audience, tuple(count), confirmed, seed, draws, sensitive
    )  # fmt: skip
    beside, besides = (None, None) if target is None or target.suffix.casefold() not in PAGES else _small_maps()
    made = compare_cities(
        cities, asked, all_pairs=all_pairs, workers=workers, scheduler=scheduler, beside=beside, besides=besides,
        progress=progress,
    )  # fmt: skip
    if target is not None and form is not None:
        written = {target.name: form(made)}
        write_outputs(target.parent, written, inputs=made.inputs, force=force, language=made.language)
    made.done()
    return made


def _form(path: Path, language: Language) -> Callable[[Comparison], bytes]:
    """How it is written, by the ending of the name."""
    ending = path.suffix.casefold()
    if ending == ".json":
        return lambda made: (made.to_json() + "\n").encode("utf-8")
    if ending in PAGES:
        from actor_graph.views.comparison.page import page

        return page
    if ending in (".xlsx", ".csv"):
        from actor_graph.views.comparison import sheets

        return sheets.book if ending == ".xlsx" else sheets.table
    raise OutputError("comparison.wrong_ending", language, path=path)


def _small_maps() -> tuple[Beside, int]:
    """What is drawn of a city on a page, and of how many."""
    from actor_graph.views.comparison.drawing import MOST
    from actor_graph.views.comparison.maps import small_map

    return small_map, MOST
