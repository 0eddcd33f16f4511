"""What a choice is made from: who may come, which rules hold, and what makes one list better than another."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

SMALLEST_CIRCLE = 3
"""A cluster of fewer members is no circle that a list has to represent."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How many of a set of actors are invited: at least, at most, as a number or as a share of those invited.

    Parameters
    ----------
    id : names the rule, in contradictions and in what was lowered; ``seats`` is taken.
    members : the actors it is about, by position; those who can't be invited do no harm.
    min, max : bounds of the number.
    min_share, max_share : bounds of the share, exact: ``count >= share * invited``. Of an empty list every share holds.
    shipped : whether it comes with the program: only then is a minimum lowered to what exists.

    >>> Rule("isolated", frozenset({1, 4}), min_share=Fraction("0.3"))
    Rule(id='isolated', members=frozenset({1, 4}), min=None, max=None, min_share=Fraction(3, 10), max_share=None,
         shipped=False)
    """

    id: str
    members: frozenset[int]
    min: int | None = None
    max: int | None = None
    min_share: Fraction | None = None
    max_share: Fraction | None = None
    shipped: bool = False

    def __post_init__(self) -> None:
        for share in (self.min_share, self.max_share):
            if isinstance(share, float):
                raise TypeError(f"a share has to be exact, Fraction('0.3') instead of {share!r}")


@dataclass(frozen=True, slots=True)
class Parity:
    """Two sets of which about the same number is invited; who belongs to both counts on both sides.

    Parameters
    ----------
    id : names the rule.
    one, other : the two sets, by position.
    apart : by how many they differ at most.
    shipped : whether it comes with the program.
    """

    id: str
    one: frozenset[int]
    other: frozenset[int]
    apart: int = 1
    shipped: bool = False


class Value(NamedTuple):
    """What a list achieves. Of two lists the better one is the greater by ``goals``, compared from left to right."""

    kept: int
    """Invited who stood on the earlier list, where one is re-planned."""
    types: int
    """Types with somebody invited; every type of an actor counts."""
    clusters: int
    """Clusters of three or more with somebody invited."""
    reached: int
    """Actors of the graph who are invited or tied to somebody invited, whether they can be invited or not."""
    invited: int

    @property
    def goals(self) -> tuple[int, int, int, int, int]:
        """The value with all parts such that more is better: fewer invited are better."""
        return (*self[:4], -self.invited)


@dataclass(frozen=True)
class Model:
    """A choice to be made: actors are positions in the input, 0 … n − 1, and everything about them is a set of these.

    Parameters
    ----------
    candidates : who may be invited; who is not among them never is (declined, dissolved), and no rule is about it.
    seats : the least and the greatest number of invited.
    neighbors : the partners of every actor of the graph, in its order; all count as reached, invitable or not.
    rules, parities : what has to hold.
    include, exclude : who has to be invited, and who must not; rules too, which can contradict others.
    types : the actors of each type; an actor may have several, or none.
    clusters : the members of each cluster; those under three are passed over.
    earlier : the list that is re-planned: as many of them as possible are kept.
    seats_shipped : whether the seats come with the program, so that their minimum may be lowered.

    >>> model = Model(candidates=(0, 1, 2), seats=(1, 2), neighbors=((1,), (0, 2), (1,)))
    >>> model.n, model.reach
    (3, (frozenset({0, 1}), frozenset({0, 1, 2}), frozenset({1, 2})))
    """

    candidates: tuple[int, ...]
    seats: tuple[int, int]
    neighbors: tuple[Collection[int], ...] = ()
    rules: tuple[Rule, ...] = ()
    parities: tuple[Parity, ...] = ()
    include: frozenset[int] = frozenset()
    exclude: frozenset[int] = frozenset()
    types: tuple[frozenset[int], ...] = ()
    clusters: tuple[frozenset[int], ...] = ()
    earlier: frozenset[int] = frozenset()
    seats_shipped: bool = False

    def __post_init__(self) -> None:
        if list(self.candidates) != sorted(set(self.candidates)):
            raise ValueError("the candidates have to be in the order of the input, each once")
        if self.candidates and not 0 <= self.candidates[0] <= self.candidates[-1] < self.n:
            raise ValueError("every candidate has to be an actor of the graph")
        ids = [rule.id for rule in self.rules] + [two.id for two in self.parities]
        if len({*ids, "seats", "include", "exclude"}) < len(ids) + 3:
            raise ValueError("every rule needs an id of its own, other than seats, include, exclude")

    @property
    def n(self) -> int:
        """The number of actors of the graph."""
        return len(self.neighbors)

    @cached_property
    def reach(self) -> tuple[frozenset[int], ...]:
        """For each actor whom it reaches when invited: itself and its partners."""
        return tuple(frozenset((actor, *partners)) for actor, partners in enumerate(self.neighbors))

    @cached_property
    def circles(self) -> tuple[frozenset[int], ...]:
        """The clusters that count."""
        return tuple(cluster for cluster in self.clusters if len(cluster) >= SMALLEST_CIRCLE)


def value(model: Model, chosen: Iterable[int]) -> Value:
    """What a list achieves, counted from the sets, with no solver and no floating point in between.

    >>> value(Model((0, 1, 2), (1, 2), ((1,), (0, 2), (1,)), types=(frozenset({0, 1}), frozenset({2}))), [1])
    Value(kept=0, types=1, clusters=0, reached=3, invited=1)
    """
    invited = frozenset(chosen)
    return Value(
        kept=len(invited & model.earlier),
        types=sum(not invited.isdisjoint(members) for members in model.types),
        clusters=sum(not invited.isdisjoint(members) for members in model.circles),
        reached=len(frozenset[int]().union(*(model.reach[actor] for actor in invited))),
        invited=len(invited),
    )


def holds(model: Model, chosen: Iterable[int]) -> bool:
    """Whether a list keeps every rule, in whole numbers, with no solver in between.

    >>> model = Model((0, 1, 2), (1, 3), ((), (), ()), (Rule("third", frozenset({0}), min_share=Fraction(1, 3)),))
    >>> holds(model, [0, 1, 2]), holds(model, [1, 2])
    (True, False)
    """
    invited = frozenset(chosen)
    low, high = model.seats
    return (
        invited <= frozenset(model.candidates)
        and low <= len(invited) <= high
        and model.include <= invited
        and invited.isdisjoint(model.exclude)
        and all(_keeps(rule, len(invited & rule.members), len(invited)) for rule in model.rules)
        and all(abs(len(invited & two.one) - len(invited & two.other)) <= two.apart for two in model.parities)
    )


def _keeps(rule: Rule, count: int, invited: int) -> bool:
    """Whether a rule holds when so many of its members are among so many invited."""
    least, most = rule.min_share, rule.max_share
    return (
        (rule.min is None or count >= rule.min)
        and (rule.max is None or count <= rule.max)
        and (least is None or least.denominator * count >= least.numerator * invited)
        and (most is None or most.denominator * count <= most.numerator * invited)
    )
