"""The best pairs against brute force, written here without a look at how they are found."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actor_graph.advice.tandems.blossom import matched
from actor_graph.advice.tandems.pairing import best_pairs, two_sides


def all_choices(pairs):
    """Every set of pairs in which no actor stands twice."""
    if not pairs:
        yield []
        return
    first, rest = pairs[0], pairs[1:]
    yield from all_choices(rest)
    for more in all_choices([pair for pair in rest if not set(pair) & set(first)]):
        yield [first, *more]


def brute(worth, n, count=None):
    """The best choice, by what the rules say: sum (with a count: number first), number, earliest partners."""

    def better(choice):
        partner = {}
        for i, j in choice:
            partner[i], partner[j] = j, i
        order = tuple(-partner.get(actor, n) for actor in range(n))
        total = sum(worth[pair] for pair in choice)
        return (total, len(choice), order) if count is None else (len(choice), total, order)

    choices = (c for c in all_choices(sorted(worth)) if count is None or len(c) <= count)
    return sorted(max(choices, key=better))


def tables(sides):
    def of(n):
        first = range(n) if not sides else range(n // 2)
        pairs = [(i, j) for i, j in combinations(range(n), 2) if not sides or (i in first) != (j in first)]
        return st.dictionaries(st.sampled_from(pairs), st.integers(1, 4), max_size=13)

    return st.integers(2, 10).flatmap(of)


@settings(max_examples=300, deadline=None)
@given(tables(sides=True), st.none() | st.integers(0, 5))
def test_two_sides_against_brute_force(worth, count):
    assert best_pairs(worth, count) == brute(worth, 10, count)


@settings(max_examples=300, deadline=None)
@given(tables(sides=False), st.none() | st.integers(0, 5))
def test_any_pairs_against_brute_force(worth, count):
    assert best_pairs(worth, count) == brute(worth, 10, count)


@settings(max_examples=100, deadline=None)
@given(st.permutations(range(8)), st.none() | st.integers(1, 4), st.data())
def test_sides_in_any_order_of_the_input(order, count, data):
    pairs = [tuple(sorted((order[i], order[j]))) for i in range(4) for j in range(4, 8)]
    worth = {pair: data.draw(st.integers(0, 2)) for pair in pairs}
    worth = {pair: value for pair, value in worth.items() if value}
    assert best_pairs(worth, count) == brute(worth, 8, count)


def test_both_ways_of_solving_agree_beyond_what_brute_force_can():
    for seed in range(15):
        deal = random.Random(seed)
        n = deal.randrange(14, 40)
        side = [deal.randrange(2) for _ in range(n)]
        pairs = [(i, j) for i, j in combinations(range(n), 2) if side[i] != side[j]]
        worth = {pair: deal.randrange(1, 7) for pair in pairs if deal.random() < 0.7}
        place = {actor: k for k, actor in enumerate(sorted({a for pair in worth for a in pair}))}
        for count in (None, deal.randrange(1, 8)):
            above = n * 10
            ranked = {
                (place[i], place[j]): v * above + 1 if count is None else above + v for (i, j), v in worth.items()
            }
            expected = sorted(tuple(sorted(pair)) for pair in matched(len(place), ranked, count))
            assert [(place[i], place[j]) for i, j in best_pairs(worth, count)] == expected


def test_by_hand():
    # A1 fits B1 (9) and B2 (8), A2 fits B1 (8) alone: 8 + 8 beats 9.
    assert best_pairs({(0, 2): 9, (0, 3): 8, (1, 2): 8}) == [(0, 3), (1, 2)]
    assert best_pairs({(0, 2): 9, (0, 3): 8, (1, 2): 8}, 1) == [(0, 2)]
    # 10 alone beats 1 + 1, but two pairs are asked for.
    assert best_pairs({(0, 2): 10, (0, 3): 1, (1, 2): 1}) == [(0, 2)]
    assert best_pairs({(0, 2): 10, (0, 3): 1, (1, 2): 1}, 2) == [(0, 3), (1, 2)]
    # One pair of 4, or two of 2: two, so that more have a partner.
    assert best_pairs({(0, 2): 4, (0, 3): 2, (1, 2): 2}) == [(0, 3), (1, 2)]
    # A triangle, as three actors of both types make it: the best side of it.
    assert best_pairs({(0, 1): 2, (0, 2): 3, (1, 2): 2}) == [(0, 2)]
    assert best_pairs({}) == best_pairs({(0, 1): 1}, 0) == []


def test_table_of_products():
    # Costs 1 2 3 / 2 4 6 / 3 6 9: by the rearrangement inequality the least is 1·3 + 2·2 + 3·1 = 10.
    worth = {(i, 3 + j): 20 - (i + 1) * (j + 1) for i in range(3) for j in range(3)}
    chosen = best_pairs(worth)
    assert chosen == [(0, 5), (1, 4), (2, 3)]
    assert sum(20 - worth[pair] for pair in chosen) == 10


@pytest.mark.parametrize(("pairs", "sides"), [([(0, 1), (1, 2)], [0, 1, 0]), ([(0, 1), (1, 2), (0, 2)], None)])
def test_sides(pairs, sides):
    assert two_sides(3, pairs) == sides


def test_many_equal_pairs_take_no_ages():
    worth = {(i, 150 + j): 1 + (i * j) % 3 for i in range(150) for j in range(120)}
    assert len(best_pairs(worth)) == 120
    assert len(best_pairs(worth, 10)) == 10
