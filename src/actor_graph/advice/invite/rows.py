"""The rules as the list keeps them: what was asked for, what is there, and whether it is just enough."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction
from typing import Any

from actor_graph.advice.invitation import Lowered
from actor_graph.advice.invite.reasons import Listed
from actor_graph.advice.invite.told import Telling, plain
from actor_graph.scheme.formats import BOUNDS


def rule_rows(listed: Listed, lowered: Collection[Lowered], telling: Telling) -> Iterator[dict[str, Any]]:
    """A row per bound of each rule, the seats first.

    ``binding``: with one less of them (of a maximum: one more) among as many invited, the rule would not hold. How many
    are there is None where that is not known (``Scene.tells``), and the rule does not bind then.
    """
    model, number = listed.model, len(listed.invited)
    before: dict[tuple[str, str], int | Fraction] = {(one.rule, one.bound): one.before for one in lowered}
    for bound, to in zip(("min", "max"), model.seats, strict=True):
        row = _row("seats", bound, to, number, number == to, model.seats_shipped, telling)
        yield row | _lowered(before.get(("seats", bound)))
    for rule in model.rules:
        count = listed.count(rule)
        for bound in BOUNDS:
            to = getattr(rule, bound)
            if to is None:
                continue
            share = bound.endswith("share")
            actual = Fraction(count, number) if share and number else count
            row = _row(rule.id, bound, to, actual, tight(bound, to, count, number), rule.shipped, telling)
            asked = before.get((rule.id, bound)) or before.get((rule.id, "min_share"))
            unknown = {} if listed.scene.tells(rule.id) else {"actual": None, "binding": False, "count": None}
            yield row | {"count": count} | unknown | _lowered(asked)
    for two in model.parities:
        one, other = listed.sides(two)
        apart = abs(one - other)
        row = _row(two.id, "parity", two.apart, apart, apart == two.apart, two.shipped, telling)
        yield row | {"counts": [one, other]}


def tight(bound: str, to: int | Fraction, count: int, number: int) -> bool:
    """Whether one less, or of a maximum one more, would break a bound.

    >>> tight("min_share", Fraction("0.3"), 4, 12), tight("min_share", Fraction("0.3"), 5, 12), tight("max", 2, 2, 9)
    (True, False, True)
    """
    asked = to * number if bound.endswith("share") else to
    return count - 1 < asked if bound.startswith("min") else count + 1 > asked


def tight_rules(listed: Listed) -> frozenset[str]:
    """The ids of the rules that have such a bound."""
    number = len(listed.invited)
    return frozenset(
        rule.id
        for rule in listed.model.rules
        for bound in BOUNDS
        if (to := getattr(rule, bound)) is not None and tight(bound, to, listed.count(rule), number)
    )


def _row(
    rule: str, bound: str, to: int | Fraction, actual: int | Fraction, binding: bool, shipped: bool, telling: Telling
) -> dict[str, Any]:
    """One row, in the words of the contract and in those of people."""
    return {
        "rule": rule.removesuffix(" (shipped)"),
        "bound": bound,
        "required": plain(to),
        "actual": plain(actual),
        "binding": binding,
        "shipped": shipped,
        "about": telling.about(rule),
        "text": telling.bound(bound, to),
    }


def _lowered(before: int | Fraction | None) -> dict[str, Any]:
    return {} if before is None else {"lowered_from": plain(before)}
