"""Who of a list of invitations is on a map: the places of the invited among the actors of an analysis."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from pathlib import Path

from actor_graph.analysis import Analysis
from actor_graph.analysis.request import actor
from actor_graph.landscape import Landscape
from actor_graph.privacy.leaving import leaving
from actor_graph.problems import RequestError, RequestErrors
from actor_graph.reading.invited import invited_in
from actor_graph.words import Language

Invited = str | PathLike[str] | Sequence[str]


def invited_places(
    invited: Invited, analysis: Analysis, landscape: Landscape | None, language: Language
) -> tuple[int, ...]:
    """The places of the invited among the actors of an analysis, each once, in the order of the actors.

    Who is left out of the analysis (``without``) has no place. ``landscape`` is what was read; None where an analysis
    alone is at hand, which does not tell whether “Person 1” of a file is still the same.

    Raises
    ------
    RequestError
        The map is not for the office or under pseudonyms, or the list names whom there is not; all of them at once.
    LandscapeError
        The file can't be read, is no list of invitations or one of another landscape.
    """
    if analysis.audience != "office":
        raise RequestError("invited.office_alone", language)
    known = landscape or analysis.request.landscape
    if analysis.request.landscape.pseudonyms is not None:
        raise RequestError("invited.no_pseudonyms", language)
    if isinstance(invited, (str, PathLike)):
        if landscape is None:
            raise RequestError("invited.no_landscape", language)
        invited = invited_in(Path(invited), landscape, language)
    ids = known.actors["id"] if landscape is None else leaving(landscape).actors["id"]
    at = {one["id"]: place for place, one in enumerate(analysis.to_dict()["actors"])}
    places, wrong = set(), []
    for given in invited:
        try:
            row = actor(known, given, language)
        except RequestError as unknown:
            wrong.append(unknown)
            continue
        if ids[row] in at:
            places.add(at[ids[row]])
        elif known.actors["survey"][row] == "excluded":
            wrong.append(RequestError("invited.excluded", language, name=given))
    if wrong:
        raise RequestErrors(wrong)
    return tuple(sorted(places))
