"""Rules that come with the program ask for no more than there is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from actor_graph.advice.invitation.contradiction import Asked
from actor_graph.advice.invitation.demands import Bound, counted
from actor_graph.advice.invitation.model import Model, Parity, Rule


@dataclass(frozen=True, slots=True)
class Lowered:
    """A shipped minimum that is more than there is: it became ``to``, the number of those who can be invited."""

    rule: str
    bound: Bound
    before: int | Fraction
    to: int


def lowered(model: Model) -> tuple[Model, tuple[Lowered, ...]]:
    """Lower the minima of shipped rules to what exists; a rule that a user wrote stays as it is.

    - Seats: the least number becomes that of the candidates.
    - ``min``: becomes the number of members who can be invited.
    - ``min_share``: where the least number of seats needs more than that, a ``min`` of that number takes its place.
    - Parity: is a minimum for each side that depends on the other. Where one side has nobody, or the other has so many
      on every list that the number on this side is not enough, all of this side are asked for instead.

    Who must not be invited does not exist here. Maxima stay.

    >>> model = Model((0, 1), (3, 4), ((), ()), (Rule("a", frozenset({1}), min=2, shipped=True),), seats_shipped=True)
    >>> rest, changes = lowered(model)
    >>> rest.seats, rest.rules[0].min
    ((2, 4), 1)
    >>> changes
    (Lowered(rule='seats', bound='min', before=3, to=2), Lowered(rule='a', bound='min', before=2, to=1))
    """
    low, high = model.seats
    there = frozenset(model.candidates) - model.exclude
    changes: list[Lowered] = []
    if model.seats_shipped and len(there) < low:
        changes.append(Lowered("seats", "min", low, len(there)))
        low = len(there)
    rules = []
    for rule in model.rules:
        within, found = _within(rule, len(rule.members & there), low) if rule.shipped else (rule, ())
        rules.append(within)
        changes += found
    model = replace(model, seats=(low, high), rules=tuple(rules))
    for two in model.parities:
        side = _short_side(model, two, there) if two.shipped else None
        if side is not None:
            changes.append(Lowered(two.id, "parity", two.apart, len(side)))
            instead = Rule(two.id, side, min=len(side), shipped=True)
            model = replace(_without(model, two), rules=(*model.rules, instead))
    return model, tuple(changes)


def _within(rule: Rule, there: int, low: int) -> tuple[Rule, tuple[Lowered, ...]]:
    """A rule that asks for at most so many, where at least ``low`` are invited."""
    found: list[Lowered] = []
    if rule.min is not None and rule.min > there:
        found.append(Lowered(rule.id, "min", rule.min, there))
        rule = replace(rule, min=there)
    share = rule.min_share
    if share is not None and share * low > there:
        found.append(Lowered(rule.id, "min_share", share, there))
        rule = replace(rule, min_share=None, min=there)
    return rule, tuple(found)


def _short_side(model: Model, two: Parity, there: frozenset[int]) -> frozenset[int] | None:
    """Those of a side of a parity who can be invited, where they are too few for what is asked of the other side."""
    asked = Asked(_without(model, two))
    for side, other in ((two.one & there, two.other), (two.other & there, two.one)):
        weight = counted(model, other)
        fewest = asked.greatest(asked.rows, -weight)
        if not side or (fewest is not None and asked.total(weight, fewest) > len(side) + two.apart):
            return side
    return None


def _without(model: Model, two: Parity) -> Model:
    return replace(model, parities=tuple(other for other in model.parities if other != two))
