"""Which circle goes on as which: fewest moved, by brute force; and silence of those who move by chance alone."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from actor_graph.advice.whatif.circles import NO_TIES, UNCERTAIN, circles

FIRM = (1.0, 1.0)


def numbered(text: str) -> dict[str, int | None]:
    """Actors a, b, c … and the digit of the circle of each; a dash for none."""
    return {chr(97 + i): None if sign == "-" else int(sign) for i, sign in enumerate(text)}


def moved(before: str, after: str, stability=FIRM, least: float = 0.8, firm: str | None = None) -> str:
    """Who is said to have moved; without ``firm`` all are."""
    was, now = numbered(before), numbered(after)
    return "".join(circles(was, now, was if firm is None else firm, stability, least).moved)


def test_other_numbers_are_no_move() -> None:
    assert moved("111222233333", "333111122222") == ""


def test_who_leaves_a_circle_that_goes_on_has_moved() -> None:
    """By hand: d goes from the first circle to the second, which both go on."""
    assert moved("1111222", "1112222") == "d"


def test_a_circle_that_parts_goes_on_as_its_larger_part() -> None:
    assert moved("11111112222", "11113332222") == "efg"


def test_pairs_are_no_circle_to_speak_of() -> None:
    assert moved("111122", "112233") == ""


def test_who_had_no_tie_or_has_none_any_more_has_not_moved() -> None:
    assert moved("111-222", "1111-22") == ""


def test_nothing_is_said_where_the_borders_are_uncertain() -> None:
    was, now = numbered("1111222"), numbered("1112222")
    for stability in ((0.79, 1.0), (1.0, 0.79)):
        found = circles(was, now, was, stability, 0.8)
        assert (found.withheld, found.moved) == (UNCERTAIN, ())


def test_nothing_is_said_of_those_whose_own_circle_is_not_firm() -> None:
    assert moved("1111222", "1112222", firm="abcefg") == ""
    assert moved("1111222", "1112222", firm="d") == "d"


def test_the_agreement_is_the_index_of_hubert_and_arabie() -> None:
    """By hand: Σ C(n_ij,2) = 3 + 0 + 3 = 6, Σ C(a,2) = Σ C(b,2) = 9, E = 81/21; (6 − 27/7) / (9 − 27/7) = 15/36."""
    was, now = numbered("1111222"), numbered("1112222")
    assert circles(was, now, was, FIRM, 0.8).agreement == 15 / 36


def test_without_ties_there_is_nothing_to_compare() -> None:
    found = circles(numbered("---"), numbered("111"), "abc", (None, 1.0), 0.8)
    assert (found.withheld, found.same, found.agreement) == (NO_TIES, (), None)


parts = st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), min_size=1, max_size=12)


@given(parts)
def test_no_other_matching_leaves_fewer_moved(pairs: list[tuple[int, int]]) -> None:
    was, now = ({str(i): pair[k] for i, pair in enumerate(pairs)} for k in (0, 1))
    same = circles(was, now, was, FIRM, 0.8).same
    assert len({a for a, _ in same}) == len({b for _, b in same}) == len(same)
    fewest = min(sum(order[a - 1] != b for a, b in pairs) for order in permutations(range(1, 5)))
    assert sum(pair not in same for pair in pairs) == fewest
