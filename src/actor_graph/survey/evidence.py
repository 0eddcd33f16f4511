"""What is known by whom: ties stated by both ends or one, who names whom, and isolation that is certain or is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from actor_graph.landscape import Landscape
from actor_graph.landscape.network import Network, network
from actor_graph.survey.funnel import is_surveyed


@dataclass(frozen=True)
class Ties:
    """How many ties of the graph are known from whom.

    Attributes
    ----------
    all
        All ties that count among those who are part of the survey.
    confirmed, one_sided, by_neither
        Stated by both ends, by one, by neither (somebody else said so, or nobody); together they are all. None where
        nobody is known to have reported a tie.
    awaiting
        Of the one-sided ties those whose silent end has not answered yet, so that it may still confirm them.
    by_silent_only
        Ties, confirmed or one-sided, that no end stated which has answered: perhaps an answer that was not noted.
        ``awaiting`` and this are None where nothing is known of a survey, too.
    """

    all: int
    confirmed: int | None = None
    one_sided: int | None = None
    by_neither: int | None = None
    awaiting: int | None = None
    by_silent_only: int | None = None


def ties(landscape: Landscape) -> Ties:
    """Count the ties of the graph by who stated them."""
    found = landscape.network
    if found.reported is None:
        return Ties(found.graph.m)
    stated = found.reported.sum(axis=1)
    counted = Ties(found.graph.m, *(int((stated == ends).sum()) for ends in (2, 1, 0)))
    answered = _answered(landscape, found)
    if answered is None:
        return counted
    u, v, _ = found.graph.ties()
    heard = np.stack([answered[u], answered[v]], axis=1)
    awaiting = (stated == 1) & ~np.where(found.reported, True, heard).all(axis=1)
    return replace(counted, awaiting=int(awaiting.sum()), by_silent_only=len(silent_ties(landscape) or ()))


def silent_ties(landscape: Landscape) -> list[tuple[int, int]] | None:
    """The ties that no end stated which has answered, though one did: both ends by their rows, in their order.

    None where nobody is known to have reported a tie, or nothing is known of a survey.
    """
    found = landscape.network
    answered = _answered(landscape, found)
    if found.reported is None or answered is None:
        return None
    u, v, _ = found.graph.ties()
    heard = np.stack([answered[u], answered[v]], axis=1)
    silent = found.reported.any(axis=1) & ~(found.reported & heard).any(axis=1)
    return [(int(found.rows[a]), int(found.rows[b])) for a, b in zip(u[silent], v[silent], strict=True)]


def other_kinds(landscape: Landscape) -> dict[int, tuple[str, ...]]:
    """For each actor without a tie in the graph that has ties of kinds that do not count: these kinds, by its row."""
    found = landscape.network
    kinds: dict[int, dict[str, None]] = {}
    for a, b, named in found.others:
        for end in (a, b):
            if found.graph.degree[end] == 0:
                kinds.setdefault(int(found.rows[end]), {}).update(dict.fromkeys(named))
    return {row: tuple(named) for row, named in kinds.items()}


def named_by(landscape: Landscape) -> dict[int, int] | None:
    """How many others name each actor that is part of the survey, by its row; None where no reporter is known."""
    found = landscape.network
    if found.named_by is None:
        return None
    return dict(zip(found.rows.tolist(), found.named_by.tolist(), strict=True))


def tied(landscape: Landscape) -> dict[int, int]:
    """How many ties each actor has that is part of the survey, by its row."""
    found = landscape.network
    return dict(zip(found.rows.tolist(), found.graph.degree.tolist(), strict=True))


def in_no_row(landscape: Landscape) -> set[int]:
    """The rows of actors whom no row of the ties has at an end, but for rows that tie an actor to itself."""
    ends = zip(landscape.ties["source"], landscape.ties["target"], strict=True)
    mentioned = {end for a, b in ends if a != b for end in (a, b)}
    return set(range(len(landscape.actors))) - mentioned


@dataclass(frozen=True)
class Isolation:
    """The actors without a tie that are part of the survey, by their rows.

    ``certain``: they have answered, and so has everybody else. ``uncertain``: they have answered, but another who has
    not could still name them. ``unknown``: they have not answered, so nothing can be said. As ``measures.isolation``
    has it for actors without a tie. ``uncounted``: of the certain and uncertain ones those with a tie in the list that
    does not count.
    """

    certain: Sequence[int]
    uncertain: Sequence[int]
    unknown: Sequence[int]
    uncounted: Sequence[int] = ()


def isolation(landscape: Landscape) -> Isolation | None:
    """How sure it is that those without a tie have none; None where nothing is known of a survey."""
    found = landscape.network
    answered = _answered(landscape, found)
    if answered is None:
        return None
    alone = found.graph.degree == 0
    told = found.rows[alone & answered].tolist()
    unknown, absent = found.rows[alone & ~answered].tolist(), in_no_row(landscape)
    uncounted = [row for row in told if row not in absent]
    return Isolation(told, [], unknown, uncounted) if answered.all() else Isolation([], told, unknown, uncounted)


@dataclass(frozen=True)
class Outsider:
    """An excluded actor that others have a tie of any kind with: its row, with how many, and how many of them state it.

    ``named_by`` is None where nobody is known to have reported a tie.
    """

    actor: int
    ties: int
    named_by: int | None


def excluded_named(landscape: Landscape) -> list[Outsider]:
    """Excluded actors with whom others have a tie, the most often named first: was it right to leave them out?

    Counted are ties of all kinds, those that are not in the graph too: who is paid by three of those asked, or a member
    of them, is named by three. Ties that had ended or not begun at the landscape's date are left out, and so is what
    excluded actors say.
    """
    out = [word == "excluded" for word in landscape.actors["survey"]]
    if not any(out):
        return []
    everybody = {**landscape.actors.columns, "survey": (None,) * len(out)}
    whole = network(replace(landscape, actors=replace(landscape.actors, columns=everybody)), count=("all",))
    u, v, _ = whole.graph.ties()
    with_others: dict[int, int] = {}
    named: dict[int, int] = {}
    for tie, ends in enumerate(zip(u.tolist(), v.tolist(), strict=True)):
        if out[ends[0]] != out[ends[1]]:
            outside = 0 if out[ends[0]] else 1
            actor = ends[outside]
            stated = whole.reported is not None and bool(whole.reported[tie, 1 - outside])
            with_others[actor] = with_others.get(actor, 0) + 1
            named[actor] = named.get(actor, 0) + stated
    known = whole.reported is not None
    found = [Outsider(row, n, named[row] if known else None) for row, n in with_others.items()]
    return sorted(found, key=lambda one: (-(one.named_by or 0), -one.ties, one.actor))


def _answered(landscape: Landscape, found: Network) -> np.ndarray[tuple[int], np.dtype[np.bool_]] | None:
    """Who of the graph has answered; None where nothing is known of a survey."""
    if not is_surveyed(landscape.actors):
        return None
    return np.array([word == "answered" for word in found.column(landscape.actors["survey"])], dtype=bool)
