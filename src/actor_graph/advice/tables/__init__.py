"""Who sits with whom at a workshop: groups as mixed as can be, with few who work together already."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

import numpy as np

from actor_graph.advice.invited import Invited, invited_rows
from actor_graph.advice.tables.result import Seat, Seating
from actor_graph.advice.tables.seating import LEAST, MOST, costs, fewest_alike, seated
from actor_graph.analysis import Analysis, analyze
from actor_graph.landscape import Landscape
from actor_graph.problems import RequestError
from actor_graph.words import Language, say
from actor_graph.words.visible import visible

__all__ = ["Seating", "tables"]

MOST_ACTORS = 400
"""More than these are no workshop, and would take minutes."""


def tables(
    landscape: Landscape,
    number: int,
    *,
    invited: Invited | None = None,
    seed: int = 1,
    language: Language | None = None,
) -> Seating:
    """Make groups of 4 to 8 for a workshop, which differ by one at most.

    The cost of a seating counts pairs at one table: first those that have a tie in ``G``, as few as can be found; then
    pairs of one type (the first of each) plus pairs of one cluster. It is the best found by seeded exchange with
    restarts (``seating.seated``), not proven to be the best there is; ``Seating.least_same_type`` and
    ``least_same_cluster`` say how far it could be from that.

    Parameters
    ----------
    landscape
        As it was read.
    number
        How many tables.
    invited
        Who comes: a file of ``invite`` (``actor-graph/invitation/1``), or ids; default all included actors.
    seed
        Where chance is drawn.
    language
        Of names and messages; the landscape's own by default.

    Raises
    ------
    RequestError
        So many can't be seated at so many tables of 4 to 8; an invited actor that there is not, or that is excluded;
        a landscape under pseudonyms.
    LandscapeError
        The file of those invited can't be read, or is the list of another landscape.
    """
    spoken = language or landscape.language
    if landscape.pseudonyms is not None:
        raise RequestError("seating.no_pseudonyms", spoken)
    included = landscape.network.rows.tolist()
    rows = included if invited is None else invited_rows(invited, landscape, spoken)
    _check_sizes(len(rows), number, spoken)
    analysis = analyze(landscape, by="type", draws=1, language=spoken)
    place = {row: i for i, row in enumerate(included)}
    return _seating(analysis, [place[row] for row in rows], number, seed, spoken)


def _seating(analysis: Analysis, chosen: Sequence[int], number: int, seed: int, language: Language) -> Seating:
    told = analysis.to_dict()
    seats = _seats(told, chosen, language)
    among = {place: i for i, place in enumerate(chosen)}
    ties = sorted(
        (min(ends), max(ends))
        for tie in analysis.ties()
        if tie["counts"] and tie["source"] in among and tie["target"] in among
        for ends in [(among[tie["source"]], among[tie["target"]])]
    )
    types, clusters = [seat.type for seat in seats], [seat.cluster for seat in seats]
    at, restarts = seated(costs([types, clusters], ties), number, seed)
    together = [(i, j) for i, j in combinations(range(len(seats)), 2) if at[i] == at[j]]
    return Seating(
        landscape=analysis.request.landscape,
        note=f"{say('analysis.banner_office', language)}. {say('analysis.as_named', language)}",
        tables=tuple(tuple(seats[i] for i in np.flatnonzero(np.array(at) == table)) for table in range(number)),
        ties_inside=tuple((seats[i], seats[j], at[i] + 1) for i, j in ties if at[i] == at[j]),
        same_type=sum(types[i] is not None and types[i] == types[j] for i, j in together),
        same_cluster=sum(clusters[i] is not None and clusters[i] == clusters[j] for i, j in together),
        least_same_type=fewest_alike(types, number),
        least_same_cluster=fewest_alike(clusters, number),
        seed=seed,
        restarts=restarts,
        language=language,
    )


def _seats(told: dict[str, Any], chosen: Sequence[int], language: Language) -> list[Seat]:
    """Who comes; a circle without a name is called by its strongest actor, as everywhere else."""
    called = {one["id"]: one["name"] for one in told["actors"]}
    names = {
        one["cluster"]: one["name"] or say("seating.around", language, name=visible(called[one["strongest"]]))
        for one in told["clusters"]
    }
    people = (told["actors"][place] for place in chosen)
    return [Seat(one["id"], one["name"], one["type"], one["cluster"], names.get(one["cluster"])) for one in people]


def _check_sizes(n: int, tables: int, language: Language) -> None:
    people = say("seating.people", language, n=n)
    if n > MOST_ACTORS:
        raise RequestError("seating.too_many", language, people=people, most=MOST_ACTORS)
    if n < LEAST:
        raise RequestError("seating.too_few", language, people=people)
    low, high = -(-n // MOST), n // LEAST
    if not low <= tables <= high:
        key = "sizes" if low < high else "only"
        raise RequestError(f"seating.{key}", language, people=people, tables=tables, low=low, high=high)
