"""Why no list keeps all rules: the fewest that contradict each other, and what would make a list possible."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from actor_graph.advice.invitation.demands import Demand, Row, counted, demands
from actor_graph.advice.invitation.model import Model, Parity, Rule
from actor_graph.advice.invitation.program import FOREVER, Program
from actor_graph.measures.graph import Int64s

FEW = 3
"""Up to so many the smallest contradiction is found; of more one from which none can be dropped."""


@dataclass(frozen=True, slots=True)
class Relaxation:
    """The least change of one demand that makes a list possible.

    ``to`` is the number or share nearest to what was asked for, ``before``; both are None where the demand can only go
    as a whole: an actor that has to be invited, or must not be. ``enough``: whether with this change alone a list keeps
    all rules. If not, it ends this contradiction, and there is another one.
    """

    demand: Demand
    before: int | Fraction | None
    to: int | Fraction | None
    enough: bool


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Demands that no list keeps together, while without any one of them a list keeps the others.

    ``smallest``: no contradiction has fewer demands. Of each ``relaxations`` tells which change would do.
    """

    demands: tuple[Demand, ...]
    relaxations: tuple[Relaxation, ...]
    smallest: bool


def contradiction(model: Model) -> Contradiction | None:
    """Find the fewest rules of a model that contradict each other; None where a list keeps them all.

    Every list breaks rules of every contradiction. So: take the fewest rules that include one broken by each list so
    far. If a list keeps these, note the rules broken by one that keeps as many others as can be added (those broken
    before, if it can), and go on; if none does, they are the smallest contradiction (Ignatiev, Previti, Liffiton,
    Marques-Silva 2015, doi:10.1007/978-3-319-23219-5_13). If it takes more than three, rules are dropped one by one as
    long as the rest still contradicts itself: quotas first, so that what is left is about seats and people.

    >>> pair = Rule("a", frozenset({0, 1}), min=2), Rule("b", frozenset({1, 2}), max=0)
    >>> found = contradiction(Model((0, 1, 2), (1, 3), ((), (), ()), pair))
    >>> [(one.demand.rule, one.demand.bound, one.before, one.to) for one in found.relaxations]
    [('a', 'min', 2, 1), ('b', 'max', 0, 1)]
    """
    asked = Asked(model)
    broken: list[tuple[Demand, ...]] = []
    while (fewest := _one_of_each(broken)) is not None:
        kept = asked.grown({*fewest, *(demand for some in broken for demand in some)}) or asked.grown(fewest)
        if kept is None:
            return _explained(asked, fewest, smallest=True)
        if len(kept) == len(asked.rows):
            return None
        broken.append(tuple(demand for demand in asked.rows if demand not in kept))
    left = list(asked.rows)
    for demand in asked.rows:
        rest = [other for other in left if other != demand]
        left = rest if asked.list_for(rest) is None else left
    return _explained(asked, left, smallest=len(left) == FEW + 1)


def _one_of_each(broken: Sequence[Collection[Demand]]) -> tuple[Demand, ...] | None:
    """The fewest demands that include one of each collection, the earlier ones first; None if that takes too many."""

    def extended(some: tuple[Demand, ...], more: int) -> tuple[Demand, ...] | None:
        missed = next((collection for collection in broken if not set(some) & set(collection)), None)
        if missed is None:
            return some
        tried = (extended((*some, demand), more - 1) for demand in missed) if more else ()
        return next((found for found in tried if found is not None), None)

    return next((found for number in range(FEW + 1) if (found := extended((), number)) is not None), None)


class Asked:
    """The demands of a model, any of which can be asked for without the others."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.rows: Mapping[Demand, tuple[Row, ...]] = demands(model, max(1, len(model.candidates)))
        self._bare = Model(model.candidates, model.seats, model.neighbors)
        self._weights = [row.weight for rows in self.rows.values() for row in rows]

    def program(self, some: Iterable[Demand]) -> Program:
        """All lists that keep these, whatever they are worth."""
        held = [row for demand in some for row in self.rows[demand]]
        return Program(self._bare, held, merged=True, alike=self._weights)

    def list_for(self, some: Iterable[Demand]) -> tuple[int, ...] | None:
        """A list that keeps these."""
        return self.greatest(some, 0 * self.members(None))

    def greatest(self, some: Iterable[Demand], weight: Int64s, most: int | None = None) -> tuple[int, ...] | None:
        """The list with the greatest sum of weights, and none above ``most``, that keeps these."""
        program = self.program(some)
        if most is not None:
            program.demand(-program.on_groups(weight), -most)
        return program.best(program.on_groups(weight), FOREVER).invited

    def grown(self, some: Iterable[Demand]) -> set[Demand] | None:
        """These and others that a list keeps with them, to which none can be added; None if no list keeps these."""
        chosen = self.list_for(some)
        if chosen is None:
            return None
        kept = self.kept(chosen)
        for demand in self.rows:
            if demand not in kept and (other := self.list_for({*kept, demand})) is not None:
                kept = self.kept(other)
        return kept

    def kept(self, chosen: Iterable[int]) -> set[Demand]:
        """The demands that a list keeps, in whole numbers."""
        return {
            demand
            for demand, rows in self.rows.items()
            if all(self.total(row.weight, chosen) >= row.least for row in rows)
        }

    def total(self, weight: Int64s, chosen: Iterable[int]) -> int:
        """The sum of the weights of a list."""
        return int(weight[counted(self.model, chosen) == 1].sum())

    def members(self, rule: Rule | None) -> Int64s:
        """1 for each candidate whom a rule is about; everybody where there is none."""
        return counted(self.model, self.model.candidates if rule is None else rule.members)


def _explained(asked: Asked, found: Collection[Demand], *, smallest: bool) -> Contradiction:
    """A contradiction, its demands in the order of the rules, with the change of each that would do."""
    named = tuple(demand for demand in asked.rows if demand in found)
    return Contradiction(named, tuple(_relaxed(asked, demand, named) for demand in named), smallest)


def _relaxed(asked: Asked, demand: Demand, named: Sequence[Demand]) -> Relaxation:
    """The least change of one demand beside all others; where no list keeps those, beside the contradiction's."""
    model = asked.model
    two = next((two for two in model.parities if two.id == demand.rule), None)
    rule = next((rule for rule in model.rules if rule.id == demand.rule), None)
    rest = [other for other in asked.rows if other != demand]
    enough = asked.list_for(rest) is not None
    rest = rest if enough else [other for other in named if other != demand]
    if two is not None:
        return Relaxation(demand, two.apart, _apart(asked, two, rest), enough)
    if demand.actor is not None:
        return Relaxation(demand, None, None, enough)
    sign = 1 if demand.bound in ("min", "min_share") else -1
    nearest = (_share if demand.bound in ("min_share", "max_share") else _number)(
        asked, rest, asked.members(rule), sign
    )
    before = model.seats[sign < 0] if rule is None else getattr(rule, demand.bound)
    return Relaxation(demand, before, nearest, enough)


def _number(asked: Asked, rest: Sequence[Demand], inside: Int64s, sign: int) -> int:
    """The greatest number of these on a list, with −1 the least."""
    return asked.total(inside, asked.greatest(rest, sign * inside) or ())


def _share(asked: Asked, rest: Sequence[Demand], inside: Int64s, sign: int) -> Fraction:
    """The greatest share of these on a list, with −1 the least.

    The list with the greatest ``b · count − a · invited`` has a greater share than a / b, until there is none
    (Dinkelbach 1967, doi:10.1287/mnsc.13.7.492). An empty list would keep every share, so there is none.
    """
    chosen = asked.list_for(rest) or ()
    while True:
        share = Fraction(asked.total(inside, chosen), len(chosen))
        weight = sign * (share.denominator * inside - share.numerator)
        chosen = asked.greatest(rest, weight) or ()
        if asked.total(weight, chosen) <= 0:
            return share


def _apart(asked: Asked, two: Parity, rest: Sequence[Demand]) -> int:
    """By how many two sets differ at least on a list."""
    difference = counted(asked.model, two.one) - counted(asked.model, two.other)
    found = [(side, asked.greatest(rest, side, most=0)) for side in (difference, -difference)]
    return min(-asked.total(side, chosen) for side, chosen in found if chosen is not None)
