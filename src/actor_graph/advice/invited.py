"""Who is invited: the actors that a list of invitations names, or ids, as rows of a landscape."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from pathlib import Path

from actor_graph.analysis.request import actor
from actor_graph.landscape import Landscape
from actor_graph.problems import RequestError, RequestErrors
from actor_graph.words import Language

Invited = str | PathLike[str] | Sequence[str]
"""A file of ``invite`` (``actor-graph/invitation/1``), or ids, exact names or stand-ins."""


def invited_rows(invited: Invited, landscape: Landscape, language: Language) -> list[int]:
    """The rows of those who are invited, each once, in the order of the input.

    Raises
    ------
    RequestErrors
        Somebody that there is not, or that is excluded; all that is wrong is told at once.
    LandscapeError
        The file can't be read, is no list of invitations or one of another landscape.
    """
    named = invited
    if isinstance(named, (str, PathLike)):
        from actor_graph.reading.invited import invited_in

        named = invited_in(Path(named), landscape, language)
    rows, wrong = set[int](), list[RequestError]()
    for given in named:
        try:
            row = actor(landscape, given, language)
        except RequestError as unknown:
            wrong.append(unknown)
            continue
        if landscape.actors["survey"][row] == "excluded":
            wrong.append(RequestError("invited.excluded", language, name=given))
        rows.add(row)
    if wrong:
        raise RequestErrors(wrong)
    return sorted(rows)
