"""The feedback round, out: one page per actor to hand back, and a workbook for what comes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from os import PathLike
from pathlib import Path

from actor_graph.analysis.request import actor
from actor_graph.landscape import Landscape
from actor_graph.privacy.leaving import leaving
from actor_graph.privacy.objections import Objections, objections
from actor_graph.problems import RequestError
from actor_graph.reading.dates import iso_date
from actor_graph.reading.decisions import check_sum
from actor_graph.survey.namings import namings
from actor_graph.views.pages.names import page_names
from actor_graph.views.pages.offered import Offers
from actor_graph.views.pages.page import Known, page
from actor_graph.words import Language
from actor_graph.words.numbers import day
from actor_graph.writing.answers import answers_name, answers_workbook
from actor_graph.writing.earlier import clear_earlier
from actor_graph.writing.outputs import MODE, write_outputs

__all__ = ["pages"]

_MARK, _HEAD = b'<meta name="application-name" content="actor-graph pages">', 4096
"""What tells a page from other outputs, and in how many bytes of its beginning it stands."""
DAYS = 14
"""How long actors have for an answer where no day is given."""


def pages(
    landscape: Landscape,
    output: str | PathLike[str],
    *,
    for_: Sequence[str] = (),
    until: str | date | None = None,
    today: date | None = None,
    language: Language | None = None,
    force: bool = False,
) -> list[Path]:
    """Write a page for each actor of the survey, and the workbook in which their answers are entered.

    A page holds what is told of its actor, the ties that it named, with how many others a tie is known that it did not
    name (not with whom), which of its needs others could meet, and boxes for consents and objections. Excluded actors
    and those who objected get none, and stand on none. All files are for their owner's eyes alone (mode 0600).

    Parameters
    ----------
    output
        The folder.
    for_
        Ids or names of the actors to make pages for; without it all, and the workbook. With it the workbook is left as
        it is where there is one.
    until
        The day to answer by; by default two weeks after ``today``.
    today
        By default the day on which it runs.
    language
        Of pages and workbook; the landscape's by default.
    force
        Replace files that were changed since they were written, a workbook with answers, too; without ``for_``, remove
        pages of an earlier run that get none now, unless somebody changed them.

    Raises
    ------
    RequestError
        Nobody gets a page; an actor that there is not, or that gets none; a day that is none, or past.
    OutputError
        A file there must not be replaced, or can't be written.
    """
    spoken, folder = language or landscape.language, Path(output)
    cleared, unseen = leaving(landscape, audience="participants"), objections(landscape)
    survey = cleared.actors["survey"]
    included = [row for row, word in enumerate(survey) if word != "excluded"]
    wanted = _wanted(landscape, for_, unseen, spoken) or included
    if not wanted:
        raise RequestError("pages.no_actors", spoken)
    names = page_names(cleared, included)
    known = namings(landscape, included, unseen.ties)
    offers = Offers(cleared, included)
    last = _day(until, today or date.today(), spoken)

    def made(row: int) -> bytes:
        return page(cleared, Known(row, known[row], tuple(offers.meeting(row)), last), spoken).encode("utf-8")

    files: dict[str, bytes | Callable[[], bytes]] = {names[row]: partial(made, row) for row in wanted}
    workbook = answers_name(spoken)
    if not for_ or not (folder / workbook).exists():
        ties = [row for row in _ties(landscape, set(included)) if row not in unseen.ties]
        files[workbook] = answers_workbook(cleared, names, ties, spoken, check_sum(landscape))
    written = write_outputs(folder, files, inputs=landscape.inputs, force=force, language=spoken, mode=MODE)
    if force and not for_:
        clear_earlier(folder, written, is_page, language=spoken)
    return written


def is_page(path: Path) -> bool:
    """Whether a file is such a page."""
    with path.open("rb") as file:
        return path.suffix == ".html" and _MARK in file.read(_HEAD)


def _wanted(landscape: Landscape, given: Sequence[str], unseen: Objections, language: Language) -> list[int]:
    """The rows of the actors that pages are asked for."""
    rows = sorted({actor(landscape, name, language) for name in given})
    for row in rows:
        if row in unseen.actors or landscape.actors["survey"][row] == "excluded":
            why = "objected" if row in unseen.actors else "excluded"
            name = leaving(landscape).actors["name"][row]
            raise RequestError(f"pages.{why}", language, name=name)
    return rows


def _ties(landscape: Landscape, included: set[int]) -> list[int]:
    """The rows of ties between two different actors of the survey."""
    ends = zip(landscape.ties["source"], landscape.ties["target"], strict=True)
    return [row for row, (a, b) in enumerate(ends) if a != b and {a, b} <= included]


def _day(until: str | date | None, today: date, language: Language) -> str:
    """The day to answer by, in ISO form: today or later."""
    if until is None:
        return (today + timedelta(days=DAYS)).isoformat()
    found = until.isoformat() if isinstance(until, date) else iso_date(until)
    if found is None or len(found) < len("2026-06-30"):
        raise RequestError("pages.no_day", language, given=until)
    if found < today.isoformat():
        given, now = (day(one, language) for one in (found, today.isoformat()))
        raise RequestError("pages.day_gone", language, given=given, today=now)
    return found
