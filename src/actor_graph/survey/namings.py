"""What may be told to an actor of its ties: those it named, and how many others there are, not from whom."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from actor_graph.landscape import Landscape

Pair = frozenset[int]


@dataclass(frozen=True)
class Naming:
    """A tie that an actor named: the row of its partner, and the rows of the ties in which it did."""

    partner: int
    rows: tuple[int, ...]


@dataclass(frozen=True)
class Namings:
    """The ties of one actor.

    Attributes
    ----------
    own
        Those it named, in the order of the sheet. Where nobody is known to have reported a tie, all of them.
    others
        With how many further actors a tie is known that it did not name. None where no reporter is known.
    """

    own: tuple[Naming, ...] = ()
    others: int | None = None


def reporters(landscape: Landscape) -> list[tuple[int, ...]] | None:
    """Who reported each row of the ties, as far as it is known; None where nothing is known of it."""
    by_source = str(landscape.meta.get("reports") or "") == "source"
    said = landscape.ties["reported_by"]
    if not by_source and not any(said):
        return None
    sources = landscape.ties["source"]
    return [who or ((source,) if by_source else ()) for who, source in zip(said, sources, strict=True)]


def namings(landscape: Landscape, actors: Collection[int], unseen: Collection[int] = ()) -> dict[int, Namings]:
    """The ties of each of these actors with another of them; ``unseen`` are rows of ties that are left out.

    A row that somebody else reported, or nobody is known to have, is no naming of the actor, whichever end it is.
    """
    said, included, left_out = reporters(landscape), set(actors), set(unseen)
    own: dict[int, dict[int, list[int]]] = {actor: {} for actor in actors}
    partners: dict[int, set[int]] = {actor: set() for actor in actors}
    for row, (a, b) in enumerate(zip(landscape.ties["source"], landscape.ties["target"], strict=True)):
        if a == b or row in left_out or not {a, b} <= included:
            continue
        for actor, partner in ((a, b), (b, a)):
            partners[actor].add(partner)
            if said is None or actor in said[row]:
                own[actor].setdefault(partner, []).append(row)
    return {
        actor: Namings(
            tuple(Naming(partner, tuple(rows)) for partner, rows in own[actor].items()),
            None if said is None else len(partners[actor]) - len(own[actor]),
        )
        for actor in actors
    }


def named_by_others(landscape: Landscape, actor: int) -> set[Pair]:
    """The ties of an actor that it did not name itself, as the pairs of their ends; all where no reporter is known."""
    said = reporters(landscape)
    pairs: dict[Pair, bool] = {}
    for row, ends in enumerate(zip(landscape.ties["source"], landscape.ties["target"], strict=True)):
        if actor in ends and ends[0] != ends[1]:
            pair = frozenset(ends)
            pairs[pair] = pairs.get(pair, False) or (said is not None and actor in said[row])
    return {pair for pair, own in pairs.items() if not own}
