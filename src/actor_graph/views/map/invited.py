"""Who of a list of invitations is on a map: the places of the invited among the actors of an analysis."""

from __future__ import annotations

from os import PathLike

from actor_graph.advice.invited import Invited, invited_rows
from actor_graph.analysis import Analysis
from actor_graph.landscape import Landscape
from actor_graph.privacy.leaving import leaving
from actor_graph.problems import RequestError
from actor_graph.words import Language


def invited_places(
    invited: Invited, analysis: Analysis, landscape: Landscape | None, language: Language
) -> tuple[int, ...]:
    """The places of the invited among the actors of an analysis, each once, in the order of the actors.

    Who is left out of the analysis (``without``) has no place. ``landscape`` is what was read; None where an analysis
    alone is at hand, which does not tell whether “Person 1” of a file is still the same.

    Raises
    ------
    RequestError
        The map is not for the office or under pseudonyms, or the list names whom there is not (``invited_rows``).
    LandscapeError
        The file can't be read, is no list of invitations or one of another landscape.
    """
    if analysis.audience != "office":
        raise RequestError("invited.office_alone", language)
    known = landscape or analysis.request.landscape
    if analysis.request.landscape.pseudonyms is not None:
        raise RequestError("invited.no_pseudonyms", language)
    if landscape is None and isinstance(invited, (str, PathLike)):
        raise RequestError("invited.no_landscape", language)
    rows = invited_rows(invited, known, language)
    ids = known.actors["id"] if landscape is None else leaving(landscape).actors["id"]
    at = {one["id"]: place for place, one in enumerate(analysis.to_dict()["actors"])}
    return tuple(sorted(at[ids[row]] for row in rows if ids[row] in at))
