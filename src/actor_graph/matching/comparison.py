"""A landscape beside another list of names: a register, last year's landscape, the list of a council."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from actor_graph.landscape import Landscape, Table
from actor_graph.matching.blocking import candidates
from actor_graph.matching.evidence import shared
from actor_graph.matching.pairing import BY_CONTACTS, PROPOSED, Names, judged
from actor_graph.matching.spellings import known_names
from actor_graph.problems import Phrase
from actor_graph.words.fold import fold

_SURE = ("same_name", "but_for_form")
_MOST = 3
"""So many actors are proposed for an entry of the list, at most."""
_NOT_OFFERED = (
    "id",
    "name",
    "person",
    "publish",
    "publish_ties",
    "objected",
    "informed",
    "delete_after",
    "survey",
    "reason",
)
"""Columns of a list that hold for that list alone: its numbers, its consents, its survey."""


@dataclass(frozen=True, slots=True)
class Like:
    """An actor and an entry of the list, by their rows, that are or may be the same."""

    here: int
    there: int
    score: float
    why: tuple[Phrase, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """What both have, surely or perhaps, what only the landscape has, and what only the list has, by rows."""

    both: tuple[Like, ...]
    only_here: tuple[int, ...]
    only_there: tuple[int, ...]


def compared(
    landscape: Landscape, listed: Table, persons: Collection[int] = (), *, among_persons: bool = False
) -> Comparison:
    """Compare the actors of a landscape with the entries of a list, natural persons of both left out.

    With ``among_persons`` they are compared, too, each with persons alone; who does so names none of them.

    An entry is surely an actor if the names are the same but for legal form, case and punctuation, and there is but one
    such actor; else up to three actors may be it, and a person decides. Other spellings that are noted of either count
    as its names. Contact data speak for a pair as they do inside one list; they are compared here, and never told.
    Places are not: a register tells seats, a landscape districts. ``persons`` are rows of the list that are natural
    persons though it does not say so.
    """
    n = len(landscape.actors)
    here = [row for row, person in enumerate(landscape.actors["person"]) if among_persons or not person]
    entries = enumerate(listed["person"])
    there = [row for row, person in entries if (among_persons or not person) and row not in persons]
    known = [*known_names(landscape.actors, here), *known_names(listed, there, n)]
    of, texts = [row for row, _ in known], [text for _, text in known]
    told = [landscape.meta.get("place"), *landscape.actors["place"]]
    names = Names(texts, landscape.scheme, [place for place in told if isinstance(place, str)], of)
    beside = replace(landscape, actors=_stacked(landscape.actors, listed))
    evidence = shared(beside)
    near = {(i, j) for i, j in candidates(names.names) if of[i] < n <= of[j]}
    found: dict[int, list[Like]] = {}
    pairs = names.best(near, (pair for pair in evidence if pair[0] < n <= pair[1]))
    for (i, j), score in sorted(pairs.items(), key=lambda entry: entry[0]):
        value, why = judged(beside, i, j, score, evidence)
        if value >= (BY_CONTACTS if evidence.get((i, j)) else PROPOSED):
            sure = why[0].key.removeprefix("matching.") in _SURE
            found.setdefault(j - n, []).append(Like(i, j - n, value, why, sure))
    both = [like for entry in sorted(found) for like in _likeliest(found[entry])]
    rows = ({like.here for like in both}, {like.there for like in both})
    return Comparison(
        tuple(both), tuple(row for row in here if row not in rows[0]), tuple(row for row in there if row not in rows[1])
    )


def _stacked(actors: Table, listed: Table) -> Table:
    """The actors, and below them the entries of the list, with what is compared beside the names."""
    contact = tuple(dict.fromkeys((*actors.contact, *listed.contact)))
    columns = {key: (*actors[key], *listed[key]) for key in (*contact, "website", "person")}
    return replace(actors, columns=columns, rows=(*actors.rows, *listed.rows), contact=contact)


def _likeliest(likes: list[Like]) -> list[Like]:
    sure = [like for like in likes if like.sure]
    if len(sure) == 1:
        return sure
    best = sorted(likes, key=lambda like: (-like.score, like.here))[:_MOST]
    return [Like(like.here, like.there, like.score, like.why, False) for like in best]


def offered(landscape: Landscape, listed: Table, here: int | None, there: int) -> list[tuple[str, Any, Any]]:
    """Key, what the landscape says and what the list says, for each column of an entry that says something else.

    Contact data are not among them, nor what holds for the list alone.
    """
    found = []
    for key, cells in listed.columns.items():
        theirs = cells[there]
        if key in listed.contact or key in landscape.actors.contact or key in _NOT_OFFERED or theirs in (None, ()):
            continue
        ours = None if here is None or key not in landscape.actors else landscape.actors[key][here]
        if _said(ours) != _said(theirs) and not (isinstance(theirs, tuple) and _said(theirs) <= _said(ours)):
            found.append((key, ours, theirs))
    return found


def _said(cell: Any) -> set[str]:
    parts = cell if isinstance(cell, tuple) else () if cell is None else (cell,)
    return {fold(str(part)) for part in parts}
