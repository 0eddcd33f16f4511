"""Small models that hypothesis makes, and all their lists, judged from the words of the definitions alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from hypothesis import strategies as st

from actor_graph.advice.invitation import Demand, Model, Parity, Rule

SHARES = [Fraction(text) for text in ("0", "0.1", "0.25", "0.3", "1/3", "0.5", "0.6", "2/3", "0.3333", "1")]
BOUNDS = ("min", "max", "min_share", "max_share")


def subsets(n: int, most: int | None = None) -> st.SearchStrategy[frozenset[int]]:
    """Some of n actors."""
    size = n if most is None else min(n, most)
    return st.frozensets(st.integers(0, max(0, n - 1)), max_size=size) if n else st.just(frozenset())


@st.composite
def rules(draw: st.DrawFn, n: int, name: str, bounds: Sequence[str] = BOUNDS) -> Rule:
    """A rule with one bound or more."""
    chosen = draw(st.sets(st.sampled_from(bounds), min_size=1, max_size=len(bounds)))
    numbers = {key: draw(st.integers(0, 4)) for key in ("min", "max") if key in chosen}
    shares = {key: draw(st.sampled_from(SHARES)) for key in ("min_share", "max_share") if key in chosen}
    return Rule(name, draw(subsets(n)), shipped=draw(st.booleans()), **numbers, **shares)


@st.composite
def models(draw: st.DrawFn, largest: int = 10, bounds: Sequence[str] = BOUNDS) -> Model:
    """A choice among at most so many actors; types overlap, clusters too, and not everybody can be invited."""
    n = draw(st.integers(0, largest))
    pairs = draw(st.sets(st.sampled_from(list(combinations(range(n), 2))), max_size=2 * n)) if n > 1 else set()
    low = draw(st.integers(0, n))
    high = draw(st.integers(low, n + 1))
    parities = draw(st.lists(st.tuples(subsets(n), subsets(n), st.integers(0, 2), st.booleans()), max_size=2))
    return Model(
        candidates=tuple(sorted(draw(st.sets(st.integers(0, n - 1), min_size=n // 2)))) if n else (),
        seats=(low, high),
        neighbors=tuple(frozenset({b for a, b in pairs if a == i} | {a for a, b in pairs if b == i}) for i in range(n)),
        rules=tuple(draw(rules(n, f"rule {number}", bounds)) for number in range(draw(st.integers(0, 3)))),
        parities=tuple(Parity(f"parity {k}", *two) for k, two in enumerate(parities)),
        include=draw(st.one_of(st.just(frozenset()), subsets(n, 2))),
        exclude=draw(st.one_of(st.just(frozenset()), subsets(n, 2))),
        types=tuple(draw(st.lists(subsets(n), max_size=4))),
        clusters=tuple(draw(st.lists(subsets(n), max_size=3))),
        earlier=draw(st.one_of(st.just(frozenset()), subsets(n))),
        seats_shipped=draw(st.booleans()),
    )


def lists(model: Model) -> Iterator[tuple[int, ...]]:
    """All lists of candidates, the lexicographically smaller of one length first."""
    for size in range(len(model.candidates) + 1):
        yield from combinations(model.candidates, size)


def asked(model: Model) -> list[Demand]:
    """Everything that can contradict something else, in the order of the model."""
    found = [Demand(rule.id, bound) for rule in model.rules for bound in BOUNDS if getattr(rule, bound) is not None]
    found += [Demand(two.id, "parity") for two in model.parities]
    found += [Demand("seats", "min"), Demand("seats", "max")]
    found += [Demand("include", "include", actor) for actor in sorted(model.include)]
    return found + [Demand("exclude", "exclude", actor) for actor in sorted(model.exclude)]


def meets(model: Model, demand: Demand, chosen: Sequence[int]) -> bool:
    """Whether a list does what one demand asks for."""
    if demand.bound == "include":
        return demand.actor in chosen
    if demand.bound == "exclude":
        return demand.actor not in chosen
    if demand.rule == "seats":
        return len(chosen) >= model.seats[0] if demand.bound == "min" else len(chosen) <= model.seats[1]
    for two in model.parities:
        if two.id == demand.rule:
            return abs(sum(a in two.one for a in chosen) - sum(a in two.other for a in chosen)) <= two.apart
    rule = next(rule for rule in model.rules if rule.id == demand.rule)
    count, wanted = sum(actor in rule.members for actor in chosen), getattr(rule, demand.bound)
    asked_for = wanted * len(chosen) if demand.bound.endswith("share") else wanted
    return bool(count >= asked_for if demand.bound.startswith("min") else count <= asked_for)


def worth(model: Model, chosen: Sequence[int]) -> tuple[int, int, int, int, int]:
    """The goals of a list, more being better."""
    reached = {i for i in range(model.n) if i in chosen or any(j in chosen for j in model.neighbors[i])}
    return (
        sum(actor in model.earlier for actor in chosen),
        sum(any(actor in members for actor in chosen) for members in model.types),
        sum(any(actor in members for actor in chosen) for members in model.clusters if len(members) >= 3),
        len(reached),
        -len(chosen),
    )


def possible(model: Model) -> list[tuple[int, ...]]:
    """All lists that do everything that is asked for."""
    demands = asked(model)
    return [chosen for chosen in lists(model) if all(meets(model, demand, chosen) for demand in demands)]
