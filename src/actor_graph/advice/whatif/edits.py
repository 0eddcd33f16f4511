"""What is to be supposed: ties that there would be, actors and ties that there would not; every name resolved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from actor_graph.analysis.request import actor
from actor_graph.landscape import Landscape
from actor_graph.landscape.network import Network
from actor_graph.privacy.leaving import leaving
from actor_graph.privacy.persons import find
from actor_graph.problems import RequestError, RequestErrors
from actor_graph.words import Language

Pair = tuple[int, int]
BETWEEN = ":"
"""What stands between the two actors of a tie."""


@dataclass(frozen=True)
class Edits:
    """What is supposed, by rows of the landscape's actors; of a tie the lower row first.

    Attributes
    ----------
    added
        Ties that there would be and that do not count as yet.
    known
        Ties that were to be added and are there already: they change nothing.
    removed_actors, removed_ties
        What there would not be.
    uncounted
        Ties that were to be removed and count nowhere as it is, by their kind or date: that changes nothing.
    invited
        Whom a workshop brings together, each with each; None where no workshop is supposed.
    without
        Who is taken for not there in any case, and so has no row in the analyses.
    """

    added: tuple[Pair, ...] = ()
    known: tuple[Pair, ...] = ()
    uncounted: tuple[Pair, ...] = ()
    removed_actors: tuple[int, ...] = ()
    removed_ties: tuple[Pair, ...] = ()
    invited: tuple[int, ...] | None = None
    without: tuple[int, ...] = ()


def edits(
    landscape: Landscape,
    network: Network,
    *,
    add: Sequence[str],
    remove: Sequence[str],
    invited: Sequence[str] | None,
    without: Sequence[str],
    language: Language,
) -> Edits:
    """Resolve what is to be supposed.

    ``add`` names ties as ``A:B``; ``remove`` names actors, or ties as ``A:B``; ``invited`` actors; ``without`` those
    who are taken for not there in any case. An actor is meant by its id, its exact name or its stand-in, see
    ``pair_meant`` for names with a colon. ``network`` is the one that the ties that count are looked up in.

    Raises
    ------
    RequestErrors
        Everything that can't be supposed: no such actor or tie, an excluded actor, a tie with itself, one that is
        added and removed, one with an actor that is removed.
    """
    asking = _Asking(landscape, language)
    gone = {row for given in without if (row := asking.actor(given)) is not None}
    out_actors: dict[int, str] = {}
    out_ties: dict[Pair, str] = {}
    for given in remove:
        meant = asking.either(given)
        if isinstance(meant, tuple):
            out_ties[meant] = given
        elif meant is not None:
            out_actors[meant] = given
    wanted = {pair: given for given in add if (pair := asking.pair(given)) is not None}
    rows = None
    if invited is not None:
        found = [row for given in invited if (row := asking.actor(given)) is not None]
        rows = tuple(dict.fromkeys(row for row in found if asking.included(row) and row not in gone))
        there = sorted(set(rows) - set(out_actors))
        for pair in combinations(there, 2):
            wanted.setdefault(pair, "")
    for pair, given in wanted.items():
        asking.addable(pair, given, {*out_actors, *gone}, out_ties)
    for row in dict.fromkeys([*out_actors, *(row for pair in out_ties for row in pair)]):
        if asking.included(row) and row in gone:
            asking.refuse("whatif.removed_twice", name=asking.name(row))
    asking.stop()
    tied = _tied(network)
    return Edits(
        added=tuple(pair for pair in wanted if pair not in tied),
        known=tuple(pair for pair, given in wanted.items() if pair in tied and given),
        uncounted=tuple(pair for pair in out_ties if pair not in tied),
        removed_actors=tuple(out_actors),
        removed_ties=tuple(out_ties),
        invited=rows,
        without=tuple(sorted(gone)),
    )


def _tied(network: Network) -> set[Pair]:
    """Who is tied by ties that count, by rows of the landscape."""
    u, v, _ = network.graph.ties()
    rows = network.rows
    return set(zip(rows[u].tolist(), rows[v].tolist(), strict=True))


class _Asking:
    """The landscape that is asked about, and everything in the questions that it has no answer to."""

    def __init__(self, landscape: Landscape, language: Language) -> None:
        self.landscape, self.language = landscape, language
        self.refused: list[RequestError] = []
        ends = zip(landscape.ties["source"], landscape.ties["target"], strict=True)
        self.pairs = {_ordered(a, b) for a, b in ends}

    def stop(self) -> None:
        """Raise what was refused, each once."""
        if self.refused:
            raise RequestErrors({error.told(): error for error in self.refused}.values())

    def refuse(self, key: str, **values: object) -> None:
        """Note what can't be supposed."""
        self.refused.append(RequestError(key, self.language, **values))

    def tried(self, find_it: Callable[[], int]) -> int | None:
        """The row that is found; None where it is refused, which is noted."""
        try:
            return find_it()
        except RequestError as refused:
            self.refused.append(refused)
            return None

    def actor(self, given: str) -> int | None:
        """The actor that is meant."""
        return self.tried(lambda: actor(self.landscape, given, self.language))

    def included(self, row: int) -> bool:
        """Whether the actor is part of the survey; else that is noted."""
        if self.landscape.actors["survey"][row] != "excluded":
            return True
        self.refuse("whatif.excluded", name=self.name(row))
        return False

    def either(self, given: str) -> int | Pair | None:
        """The actor or the tie that is meant; one that could be both is refused."""
        ties = [pair for pair in pairs_meant(self.landscape, given) if pair in self.pairs]
        if find(self.landscape, given):
            if ties:
                self.refuse("whatif.actor_or_tie", given=given)
                return None
            return self.actor(given)
        if BETWEEN not in given:
            return self.actor(given)
        pair = self.pair(given)
        if pair is not None and pair not in self.pairs:
            self.refuse("whatif.no_such_tie", a=self.name(pair[0]), b=self.name(pair[1]))
            return None
        return pair

    def pair(self, given: str) -> Pair | None:
        """The two actors that are meant; else what is wrong with both is noted."""
        meant = pairs_meant(self.landscape, given)
        if len(meant) == 1:
            return meant[0]
        if meant:
            self.refuse("whatif.several_pairs", given=given)
        elif not (parted := _parted(given)):
            self.refuse("whatif.no_pair", given=given)
        else:
            nearest = max(parted, key=lambda ends: sum(bool(find(self.landscape, end)) for end in ends))
            rows = [self.actor(end) for end in nearest]
            if None not in rows:
                self.refuse("whatif.with_itself", given=given)
        return None

    def addable(self, pair: Pair, given: str, gone: set[int], removed: dict[Pair, str]) -> None:
        """Note what keeps a tie from being there."""
        if pair in removed:
            self.refuse("whatif.added_and_removed", given=given or removed[pair])
        for row in pair:
            if self.included(row) and row in gone:
                self.refuse("whatif.tied_and_removed", given=given, name=self.name(row))

    def name(self, row: int) -> str:
        """The actor's name as it leaves: a natural person's stand-in, no contact data."""
        return str(leaving(self.landscape).actors["name"][row])


def pairs_meant(landscape: Landscape, given: str) -> list[Pair]:
    """The pairs of two actors that ``A:B`` can mean, each once.

    A name may have a colon itself, so the text is parted at each colon in turn; a part has to be the id, the exact name
    or the stand-in of one actor. Blanks around the colon do not matter.
    """
    rows = [[find(landscape, end) for end in ends] for ends in _parted(given)]
    found = [_ordered(a[0], b[0]) for a, b in rows if len(a) == len(b) == 1]
    return list(dict.fromkeys(pair for pair in found if pair[0] != pair[1]))


def _parted(given: str) -> list[tuple[str, str]]:
    """The text parted at each of its colons, as far as something stands on both sides."""
    parts = [(given[:at].strip(), given[at + 1 :].strip()) for at, sign in enumerate(given) if sign == BETWEEN]
    return [(a, b) for a, b in parts if a and b]


def _ordered(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)
