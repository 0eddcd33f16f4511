"""The list is the best there is: held against all lists there are, of every small case that hypothesis makes."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from actor_graph.advice.invitation import Model, Parity, Rule, choose, holds, others, value
from tests.advice.invitation.cases import BOUNDS, lists, models, possible, worth

EXAMPLES = settings(max_examples=150, deadline=None)


def check(model: Model) -> None:
    """The list, what it is worth, and its reserves, against all lists."""
    allowed = possible(model)
    found = choose(model)
    if found is None:
        assert allowed == []
        return
    best = max(worth(model, chosen) for chosen in allowed)
    equal = sorted(chosen for chosen in allowed if worth(model, chosen) == best)
    assert found.value.goals == worth(model, found.invited) == best
    assert found.invited == equal[0]
    assert (found.optimal, found.gap, found.tie_break, found.bound) == (True, 0, "smallest", best[3])
    rest = others(model, found)
    assert (rest.count, rest.more) == (min(100, len(equal) - 1), len(equal) > 100)
    assert set(rest.lists) <= set(equal[1:])
    assert len(set(rest.lists)) == min(10, len(equal) - 1)
    if len(equal) <= 100:
        assert list(rest.lists) == equal[1:11]
    for leaving, reserve in found.reserves.items():
        assert reserve == expected_reserve(model, found.invited, leaving)


def expected_reserve(model: Model, chosen: tuple[int, ...], leaving: int) -> int | None:
    """Who comes in this place, by trying everybody."""
    without = replace(model, include=model.include - {leaving})
    allowed = set(possible(without))
    instead = {
        other: tuple(sorted({*chosen, other} - {leaving})) for other in model.candidates if other not in chosen
    }  # fmt: skip
    kept = [other for other, found in instead.items() if found in allowed]
    return max(kept, key=lambda other: (worth(model, instead[other]), -other), default=None)


@EXAMPLES
@given(models())
def test_no_list_is_better_and_no_equal_one_comes_first(model: Model) -> None:
    check(model)


@pytest.mark.parametrize("bound", BOUNDS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_each_rule_alone(bound: str, data: st.DataObject) -> None:
    model = data.draw(models(largest=8, bounds=[bound]))
    check(replace(model, parities=(), include=frozenset(), exclude=frozenset(), earlier=frozenset()))


@EXAMPLES
@given(models(largest=7))
def test_the_check_in_whole_numbers_says_what_the_words_say(model: Model) -> None:
    allowed = set(possible(model))
    for chosen in lists(model):
        assert holds(model, chosen) == (chosen in allowed)
        assert value(model, chosen).goals == worth(model, chosen)


@settings(max_examples=60, deadline=None)
@given(models(largest=8), st.randoms(use_true_random=False))
def test_shuffled_rows_give_the_same_list_where_one_is_best(model: Model, rng: random.Random) -> None:
    allowed = possible(model)
    best = max((worth(model, chosen) for chosen in allowed), default=None)
    if sum(worth(model, chosen) == best for chosen in allowed) != 1:
        return
    place = list(range(model.n))
    rng.shuffle(place)
    found, again = choose(model), choose(shuffled(model, place))
    assert found is not None
    assert again is not None
    assert {place[actor] for actor in found.invited} == set(again.invited)


def shuffled(model: Model, place: list[int]) -> Model:
    """The same choice with each actor in another row."""

    def moved(actors: object) -> frozenset[int]:
        return frozenset(place[actor] for actor in actors)  # type: ignore[attr-defined]

    neighbors = [frozenset[int]()] * model.n
    for actor, partners in enumerate(model.neighbors):
        neighbors[place[actor]] = moved(partners)
    return replace(
        model,
        candidates=tuple(sorted(moved(model.candidates))),
        neighbors=tuple(neighbors),
        rules=tuple(replace(rule, members=moved(rule.members)) for rule in model.rules),
        parities=tuple(replace(two, one=moved(two.one), other=moved(two.other)) for two in model.parities),
        include=moved(model.include),
        exclude=moved(model.exclude),
        types=tuple(map(moved, model.types)),
        clusters=tuple(map(moved, model.clusters)),
        earlier=moved(model.earlier),
    )


def alone(n: int) -> tuple[frozenset[int], ...]:
    """Actors without any tie."""
    return (frozenset[int](),) * n


def test_a_list_without_any_tie_is_chosen_by_types() -> None:
    model = Model((0, 1, 2, 3), (2, 2), alone(4), types=(frozenset({0, 1, 2}), frozenset({3})))
    found = choose(model)
    assert found is not None
    assert found.invited == (0, 3)
    assert found.value == (0, 2, 0, 2, 2)


def test_nobody_to_invite() -> None:
    assert choose(Model((), (1, 2))) is None
    found = choose(Model((), (0, 2)))
    assert found is not None
    assert (found.invited, found.optimal, dict(found.reserves)) == ((), True, {})


def test_seats_that_cannot_be_filled() -> None:
    assert choose(Model((0, 1), (3, 4), alone(2))) is None


def test_every_type_of_an_actor_counts() -> None:
    """Actor 2 has both types, so one invitation represents both."""
    model = Model((0, 1, 2), (1, 1), alone(3), types=(frozenset({0, 2}), frozenset({1, 2})))
    found = choose(model)
    assert found is not None
    assert found.invited == (2,)


def test_clusters_of_two_do_not_count() -> None:
    model = Model((0, 1, 2, 3, 4), (1, 1), alone(5), clusters=(frozenset({0, 1}), frozenset({2, 3, 4})))
    found = choose(model)
    assert found is not None
    assert found.invited == (2,)


@pytest.mark.parametrize(
    ("share", "invited", "fits"),
    [
        (Fraction(1, 3), 3, 1),
        (Fraction("0.3"), 10, 3),
        (Fraction("0.1") * 3, 10, 3),
        (Fraction("0.34"), 3, 2),
        (Fraction("0.333333333333"), 9, 3),
        (Fraction("0.333333333334"), 9, 4),
        (Fraction("0.28"), 25, 7),
        (Fraction("0.07"), 100, 7),
    ],
)
def test_shares_are_exact(share: Fraction, invited: int, fits: int) -> None:
    """In floating point 0.1 * 3 > 0.3, 0.28 * 25 > 7 and 0.07 * 100 > 7, which would ask for one more."""
    members = frozenset(range(fits))
    model = Model(tuple(range(invited)), (invited, invited), alone(invited), (Rule("a", members, min_share=share),))
    assert choose(model) is not None
    assert choose(replace(model, rules=(Rule("a", members - {0}, min_share=share),))) is None
    most = Rule("a", frozenset(range(invited - fits)), max_share=1 - share)
    assert choose(replace(model, rules=(most,))) is not None
    assert choose(replace(model, rules=(replace(most, members=frozenset(range(invited - fits + 1))),))) is None


def test_a_share_in_floating_point_is_refused() -> None:
    with pytest.raises(TypeError, match="exact"):
        Rule("a", frozenset(), min_share=0.3)  # type: ignore[arg-type]


def test_replanning_leaves_out_the_fewest_of_the_earlier_list() -> None:
    """A star: its center reaches all, but 3 and 4 stood on the list, and 5 declined."""
    star = (frozenset({1, 2, 3, 4, 5}), *[frozenset({0})] * 5)
    model = Model((0, 1, 2, 3, 4), (3, 3), star, earlier=frozenset({3, 4, 5}))
    found = choose(model)
    assert found is not None
    assert found.invited == (0, 3, 4)
    assert found.value.kept == 2


def test_a_reserve_keeps_the_rules_and_stands_for_who_has_to_come() -> None:
    model = Model(
        (0, 1, 2, 3), (2, 2), alone(4), (Rule("a", frozenset({0, 3}), min=1),), include=frozenset({0, 1})
    )  # fmt: skip
    found = choose(model)
    assert found is not None
    assert dict(found.reserves) == {0: 3, 1: 2}


def test_when_the_time_is_over_a_list_is_there_and_nothing_is_claimed() -> None:
    """A lattice of 30 × 30 on a torus: with 20 invited, far from anything that is proven at once."""
    side, n = 30, 900
    torus = tuple(
        frozenset(
            {(i + 1) % side + i // side * side, (i - 1) % side + i // side * side, (i + side) % n, (i - side) % n}
        )
        for i in range(n)
    )
    parts = tuple(frozenset(range(k, n, 7)) for k in range(7))
    model = Model(
        tuple(range(n)), (15, 20), torus, (Rule("a", parts[0], max_share=Fraction(1, 7)),), (Parity("p", *parts[1:3]),)
    )
    found = choose(model, seconds=0.2)
    assert found is not None
    assert holds(model, found.invited)
    assert found.optimal is (found.gap == 0 and found.tie_break == "smallest") or found.value.reached <= found.bound
    for leaving in found.invited:
        for other in set(range(leaving)) - set(found.invited):
            instead = (set(found.invited) - {leaving}) | {other}
            assert not holds(model, instead) or value(model, instead).goals < found.value.goals


def test_types_come_before_clusters_and_clusters_before_reach() -> None:
    """One seat. 0 has two types; 1 is in two clusters; 2, in one cluster and without a type, reaches four more."""
    star = (frozenset[int](), frozenset[int](), frozenset({3, 4, 5, 6}), *[frozenset({2})] * 4)
    types = (frozenset({0}), frozenset({0}), frozenset({1}))
    clusters = (frozenset({1, 3, 4}), frozenset({1, 5, 6}), frozenset({2, 3, 5}))
    model = Model((0, 1, 2), (1, 1), star, types=types, clusters=clusters)
    goals = [model, replace(model, types=()), replace(model, types=(), clusters=())]
    assert [found.invited for found in map(choose, goals) if found] == [(0,), (1,), (2,)]


@pytest.mark.parametrize("seed", range(12))
def test_a_textbook_formulation_reaches_no_more(seed: int) -> None:
    """Sixty actors with random ties, six seats: one binary variable per actor for each of invited and reached."""
    n, seats = 60, 6
    rng = np.random.default_rng(seed)
    tied = np.triu(rng.random((n, n)) < 0.08, 1)
    around = (tied | tied.T | np.eye(n, dtype=bool)).astype(float)
    rows = np.vstack([np.hstack([around, -np.eye(n)]), np.concatenate([-np.ones(n), np.zeros(n)])])
    best = milp(
        np.concatenate([np.zeros(n), -np.ones(n)]),
        integrality=np.ones(2 * n),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(rows, np.append(np.zeros(n), -seats), np.inf),
        options={"mip_rel_gap": 0},
    )
    neighbors = tuple(frozenset(np.flatnonzero(row).tolist()) - {i} for i, row in enumerate(around))
    found = choose(Model(tuple(range(n)), (0, seats), neighbors))
    assert found is not None
    assert found.value.reached == round(-best.fun) == found.bound
