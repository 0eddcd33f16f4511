"""The rules of a choice, each bound for itself, as rows of whole numbers for a solver."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

import numpy as np

from actor_graph.advice.invitation.model import Model, Rule
from actor_graph.measures.graph import Int64s

Bound = Literal["min", "max", "min_share", "max_share", "parity", "include", "exclude"]


class Demand(NamedTuple):
    """One thing that has to hold, and that a contradiction can name: a bound of a rule, or one actor's place."""

    rule: str
    """The rule's id; ``seats``, ``include`` or ``exclude`` for what is no rule of the scheme."""
    bound: Bound
    actor: int | None = None
    """Who has to be invited, or must not."""


class Row(NamedTuple):
    """Holds where ``sum(weight of those invited) >= least``; a weight per candidate, whole numbers throughout."""

    weight: Int64s
    least: int


def demands(model: Model, most: int) -> Mapping[Demand, tuple[Row, ...]]:
    """All demands of a model in a fixed order: rules, parities, seats, who has to be and who must not be invited.

    Parameters
    ----------
    model : the choice.
    most : so many are invited at most. A share of so few is one with a small denominator, so rows have small weights.
    """
    everyone = np.ones(len(model.candidates), dtype=np.int64)
    found: dict[Demand, tuple[Row, ...]] = {}
    for rule in model.rules:
        found |= _of_rule(rule, counted(model, rule.members), everyone, most)
    for two in model.parities:
        difference = counted(model, two.one) - counted(model, two.other)
        found[Demand(two.id, "parity")] = (Row(difference, -two.apart), Row(-difference, -two.apart))
    low, high = model.seats
    found[Demand("seats", "min")] = (Row(everyone, low),)
    found[Demand("seats", "max")] = (Row(-everyone, -high),)
    for actor in sorted(model.include):
        found[Demand("include", "include", actor)] = (Row(counted(model, {actor}), 1),)
    for actor in sorted(model.exclude):
        found[Demand("exclude", "exclude", actor)] = (Row(-counted(model, {actor}), 0),)
    return found


def _of_rule(rule: Rule, inside: Int64s, everyone: Int64s, most: int) -> dict[Demand, tuple[Row, ...]]:
    found: dict[Demand, tuple[Row, ...]] = {}
    if rule.min is not None:
        found[Demand(rule.id, "min")] = (Row(inside, rule.min),)
    if rule.max is not None:
        found[Demand(rule.id, "max")] = (Row(-inside, -rule.max),)
    if rule.min_share is not None:
        share = upward(rule.min_share, most)
        found[Demand(rule.id, "min_share")] = (Row(share.denominator * inside - share.numerator * everyone, 0),)
    if rule.max_share is not None:
        share = -upward(-rule.max_share, most)
        found[Demand(rule.id, "max_share")] = (Row(share.numerator * everyone - share.denominator * inside, 0),)
    return found


def counted(model: Model, members: Iterable[int]) -> Int64s:
    """1 for each candidate who is one of these, else 0."""
    wanted = frozenset(members)
    return np.array([actor in wanted for actor in model.candidates], dtype=np.int64)


def upward(share: Fraction, most: int) -> Fraction:
    """The smallest fraction from this share on whose denominator is at most ``most``.

    ``count / invited`` is such a fraction where at most so many are invited, so it reaches the one where it reaches
    the other.

    >>> upward(Fraction("0.3333"), 15), upward(Fraction("0.3"), 40), upward(Fraction("-0.3333"), 15)
    (Fraction(1, 3), Fraction(3, 10), Fraction(-4, 13))
    """
    if share.denominator <= most:
        return share
    return min(Fraction(-(-share.numerator * invited // share.denominator), invited) for invited in range(1, most + 1))
