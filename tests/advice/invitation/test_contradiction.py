"""Contradictions are named right: held against all sets of rules and all lists of small cases."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import assume, given, settings

from actor_graph.advice.invitation import (
    Contradiction,
    Demand,
    Model,
    Parity,
    Relaxation,
    Rule,
    choose,
    contradiction,
    lowered,
)
from tests.advice.invitation.cases import asked, lists, meets, models, possible

EXAMPLES = settings(max_examples=150, deadline=None)


@EXAMPLES
@given(models(largest=8))
def test_the_fewest_rules_that_contradict_each_other(model: Model) -> None:
    found = contradiction(model)
    demands = asked(model)
    met = {frozenset(demand for demand in demands if meets(model, demand, chosen)) for chosen in lists(model)}
    if frozenset(demands) in met:
        assert found is None
        return
    assert found is not None

    def contradict(some: Collection[Demand]) -> bool:
        return not any(kept.issuperset(some) for kept in met)

    assert contradict(found.demands)
    assert not any(contradict(set(found.demands) - {demand}) for demand in found.demands)
    sizes = (size for size in range(1, 5) if any(contradict(some) for some in combinations(demands, size)))
    fewest = next(sizes, 5)
    assert len(found.demands) == fewest if fewest <= 3 else len(found.demands) > 3
    assert found.smallest is (len(found.demands) == fewest)
    assert [one.demand for one in found.relaxations] == list(found.demands)
    for one in found.relaxations:
        check(model, found, one)


def check(model: Model, found: Contradiction, one: Relaxation) -> None:
    """A change is the least one, by trying all lists that keep the other rules."""

    def keeping(demands: Collection[Demand]) -> list[tuple[int, ...]]:
        rest = [demand for demand in demands if demand != one.demand]
        return [chosen for chosen in lists(model) if all(meets(model, demand, chosen) for demand in rest)]

    beside = keeping(asked(model))
    assert one.enough is bool(beside)
    beside = beside or keeping(found.demands)
    if one.demand.actor is not None:
        assert (one.before, one.to) == (None, None)
        return
    parity = next((two for two in model.parities if two.id == one.demand.rule), None)
    if parity is not None:
        apart = [abs(len(parity.one & {*chosen}) - len(parity.other & {*chosen})) for chosen in beside]
        assert (one.before, one.to) == (parity.apart, min(apart))
        return
    rule = next((rule for rule in model.rules if rule.id == one.demand.rule), None)
    members = frozenset(model.candidates) if rule is None else rule.members
    seats = dict(zip(("min", "max"), model.seats, strict=True))
    assert one.before == (seats[one.demand.bound] if rule is None else getattr(rule, one.demand.bound))
    share = one.demand.bound.endswith("share")
    numbers = [Fraction(len(members & {*chosen}), len(chosen) if share else 1) for chosen in beside]
    assert one.to == (max(numbers) if one.demand.bound.startswith("min") else min(numbers))


@EXAMPLES
@given(models(largest=8))
def test_a_change_that_is_said_to_be_enough_makes_a_list_possible(model: Model) -> None:
    found = contradiction(model)
    assume(found is not None)
    assert found is not None
    for one in found.relaxations:
        if one.enough and (changed := after(model, one)) is not None:
            assert choose(changed) is not None


def after(model: Model, one: Relaxation) -> Model | None:
    """The model with a change made; None for seats that would end below their beginning."""
    rule, bound, actor = one.demand
    if actor is not None:
        return replace(model, include=model.include - {actor}) if bound == "include" else replace(
            model, exclude=model.exclude - {actor}
        )  # fmt: skip
    if rule == "seats":
        low, high = model.seats
        seats = (one.to, high) if bound == "min" else (low, one.to)
        return replace(model, seats=seats) if seats[0] <= seats[1] else None
    parities = tuple(replace(two, apart=one.to) if two.id == rule else two for two in model.parities)
    rules = tuple(replace(other, **{bound: one.to}) if other.id == rule else other for other in model.rules)
    return replace(model, parities=parities, rules=rules)


def actors(n: int) -> tuple[tuple[int, ...], tuple[frozenset[int], ...]]:
    """So many actors without a tie."""
    return tuple(range(n)), (frozenset[int](),) * n


def test_two_quotas_and_the_seats() -> None:
    """Three schools, three parties, and five seats: each of the three rules gives way by one."""
    everyone, alone = actors(8)
    rules = (Rule("schools", frozenset({0, 1, 2}), min=3), Rule("parties", frozenset({3, 4, 5}), min=3))
    found = contradiction(Model(everyone, (2, 5), alone, (Rule("others", frozenset({6}), max=1), *rules)))
    assert found is not None
    assert [(one.demand.rule, one.demand.bound, one.before, one.to, one.enough) for one in found.relaxations] == [
        ("schools", "min", 3, 2, True),
        ("parties", "min", 3, 2, True),
        ("seats", "max", 5, 6, True),
    ]
    assert found.smallest


def test_a_rule_about_a_type_that_nobody_has_contradicts_itself() -> None:
    everyone, alone = actors(3)
    found = contradiction(Model(everyone, (1, 3), alone, (Rule("shop", frozenset(), min=1),)))
    assert found is not None
    assert found.demands == (Demand("shop", "min"),)
    assert found.relaxations == (Relaxation(Demand("shop", "min"), 1, 0, True),)


def test_two_contradictions_are_not_ended_by_one_change() -> None:
    everyone, alone = actors(3)
    rules = (Rule("a", frozenset(), min=1), Rule("b", frozenset({0}), min=2))
    found = contradiction(Model(everyone, (1, 3), alone, rules))
    assert found is not None
    assert found.relaxations == (Relaxation(Demand("a", "min"), 1, 0, False),)


def test_more_who_have_to_come_than_there_are_seats() -> None:
    everyone, alone = actors(8)
    found = contradiction(Model(everyone, (1, 5), alone, include=frozenset(range(6))))
    assert found is not None
    assert found.demands == (Demand("seats", "max"), *(Demand("include", "include", actor) for actor in range(6)))
    assert not found.smallest
    assert found.relaxations[0].to == 6


def test_the_nearest_share() -> None:
    """Three of the type among seven to ten invited are at most three sevenths."""
    everyone, alone = actors(12)
    found = contradiction(
        Model(everyone, (7, 10), alone, (Rule("a", frozenset({0, 1, 2}), min_share=Fraction(1, 2)),))
    )  # fmt: skip
    assert found is not None
    assert [(one.demand.bound, one.to) for one in found.relaxations] == [("min_share", Fraction(3, 7)), ("min", 6)]


def test_what_comes_with_the_program_asks_for_no_more_than_exists() -> None:
    everyone, alone = actors(6)
    rules = (
        Rule("none", frozenset(), min=1, shipped=True),
        Rule("two", frozenset({0, 1}), min_share=Fraction("0.5"), max_share=Fraction("0.5"), shipped=True),
        Rule("enough", frozenset({0, 1, 2}), min_share=Fraction("0.5"), shipped=True),
        Rule("asked for", frozenset({5}), min=2),
    )
    model = Model(everyone, (9, 12), alone, rules, exclude=frozenset({5}), seats_shipped=True)
    rest, changes = lowered(model)
    assert rest.seats == (5, 12)
    assert [(one.rule, one.bound, one.before, one.to) for one in changes] == [
        ("seats", "min", 9, 5),
        ("none", "min", 1, 0),
        ("two", "min_share", Fraction(1, 2), 2),
    ]
    assert (rest.rules[1].min, rest.rules[1].min_share, rest.rules[1].max_share) == (2, None, Fraction("0.5"))
    assert rest.rules[2:] == rules[2:]
    assert lowered(replace(model, seats_shipped=False))[0].seats == (9, 12)
    exactly = replace(model, seats=(4, 4), rules=(replace(rules[1], max_share=None),))
    assert lowered(exactly) == (exactly, ())


@pytest.mark.parametrize(("there", "asks"), [(0, 0), (1, 1), (2, 2), (3, None)])
def test_a_shipped_parity_gives_way_where_one_side_is_too_small(there: int, asks: int | None) -> None:
    """At least four of type a are asked for: with three of type b that differs by one."""
    everyone, alone = actors(12)
    one, other = frozenset(range(5)), frozenset(range(5, 5 + there))
    model = Model(everyone, (8, 10), alone, (Rule("a", one, min=4),), (Parity("a, b", one, other, shipped=True),))
    rest, changes = lowered(model)
    if asks is None:
        assert (rest, changes) == (model, ())
    else:
        assert [(change.rule, change.bound, change.to) for change in changes] == [("a, b", "parity", asks)]
        assert rest.parities == ()
        assert (rest.rules[-1].members, rest.rules[-1].min) == (other, asks)
    assert choose(rest) is not None
    own = replace(model, parities=(Parity("a, b", one, other),))
    assert lowered(own) == (own, ())


@EXAMPLES
@given(models(largest=8))
def test_lowering_only_adds_lists(model: Model) -> None:
    rest, changes = lowered(model)
    assert set(possible(model)) <= set(possible(rest))
    assert changes or rest == model
    theirs = {rule.id for rule in model.rules if not rule.shipped} | {
        two.id for two in model.parities if not two.shipped
    }
    assert not theirs & {change.rule for change in changes}
