"""What is said in words before the tables: expected sentences from rows made by hand."""

from __future__ import annotations

from typing import Any

import pytest

from actor_graph.comparison.pairs import pairs
from actor_graph.comparison.result import Comparison
from actor_graph.views.comparison.findings import findings
from actor_graph.views.comparison.told import Told


def city(name: str, partners: float, error: float, **excess: tuple[float, float, float]) -> dict[str, Any]:
    """A city with a mean number of partners, and what lies beyond chance as value, low and high."""
    beyond = {
        figure: {"value": value, "low": low, "high": high, "clear": not low <= value <= high}
        for figure, (value, low, high) in excess.items()
    }
    return {
        "name": name, "types": [], "landscape": {"scheme": "default"}, "response_rate": None, "missing": {},
        "network": {"average_degree": partners}, "excess": {"size": beyond} if beyond else {},
        "not_yet_networked": None,
        "means": {"average_degree": {"value": partners, "se": error}},
    }  # fmt: skip


def said(*cities: dict[str, Any], audience: str = "office", each: bool = True) -> list[str]:
    office = audience == "office"
    told = {
        "audience": audience, "settings": {"scheme": None}, "cities": list(cities), "similar": [],
        "pairs": pairs(cities, all_pairs=each, p=office),
        "pairs_are": "each with each" if each else "with the median city",
    }  # fmt: skip
    return findings(Told(Comparison(told, "en")))


def test_of_two_cities_that_differ_both_values_are_told_in_the_order_given() -> None:
    """z = (3 − 1) / √(0.3² + 0.4²) = 4, p = 0.000063."""
    (sentence,) = said(city("Low", 1.0, 0.3), city("High", 3.0, 0.4))
    assert sentence.endswith("– Low 1.00, High 3.00, p < 0.001.")


def test_where_missing_answers_count_the_range_is_told_too() -> None:
    one = city("One", 3.0, 0.4) | {"missing": {"average_degree": {"low": 3.5, "high": 4.5, "smoothed": False}}}
    assert "One 3.00 (3.50–4.50), Other 1.00" in said(one, city("Other", 1.0, 0.3))[0]


def test_what_does_not_differ_after_adjustment_is_told_as_that() -> None:
    """z = 2 of one pair of three: p 0.046, by Holm 0.137."""
    cities = city("a", 2.0, 0.3), city("b", 1.0, 0.4), city("c", 1.5, 0.4)
    (sentence,) = said(*cities)
    assert sentence.startswith("Not clearly different in what has been named: ")
    assert said(*cities[:2])[0].startswith("Clearly different")


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_others_than_the_office_get_the_finding_and_no_p(audience: str) -> None:
    (sentence,) = said(city("a", 1.0, 0.3), city("b", 3.0, 0.4), audience=audience)
    assert sentence.endswith("– a 1.00, b 3.00.")


def test_of_many_cities_no_one_is_named() -> None:
    cities = [city(f"city{i}", float(i), 0.1) for i in range(5)]
    assert said(*cities)[0].endswith("– 10 of 10 pairs of cities.")
    assert said(*cities, each=False)[0].endswith("– 4 of 4 cities beside the median city.")
    assert not any("city1" in sentence for sentence in said(*cities))


def test_what_lies_beyond_chance_is_told_of_all_and_of_some() -> None:
    out, within, under = (0.3, -0.1, 0.1), (0.05, -0.1, 0.1), (-0.3, -0.1, 0.1)
    one = city("a", 1.0, 0.5, transitivity=out, modularity=out, connectedness=within)
    other = city("b", 1.0, 0.5, transitivity=out, modularity=under, connectedness=within)
    sentence = said(one, other)[-1]
    assert sentence.startswith("Beside random scenes of the same size, after adjustment")
    assert "higher in all cities are " in sentence
    assert "(higher in 1, lower in 1 of 2)" in sentence
    assert sentence.count(";") == 1
    assert said(city("a", 1.0, 0.5, connectedness=within))[-1].startswith("Nothing is clearly beyond")


def test_cities_without_answers_are_counted_apart() -> None:
    surveyed = [city(name, value, 0.1) | {"response_rate": 0.6} for name, value in (("a", 3.0), ("b", 3.1))]
    besides = city("list", 0.5, 0.1)
    found = said(*surveyed, besides)
    assert found[0].startswith("Not clearly different")
    assert found[1].startswith("Besides, 2 of 2 differences from a city without answers (°) are clear")
    (apart, why) = said(surveyed[0], besides)
    assert apart.startswith("Clearly different in what has been named")
    assert why.startswith("In each pair one city is without answers")
    assert not any("°" in sentence for sentence in said(city("x", 1.0, 0.1), besides))


def test_others_get_the_verdict_of_the_office() -> None:
    cities = city("a", 3.0, 0.3), city("b", 1.0, 0.3), city("c", 1.8, 0.3)
    assert said(*cities, audience="public") == said(*cities)


def test_where_answers_are_missing_what_is_beyond_chance_may_come_from_the_gaps() -> None:
    one = city("a", 1.0, 0.5, transitivity=(0.3, -0.1, 0.1))
    assert "gaps" not in said(one | {"response_rate": 1.0})[-1]
    assert "may come from the gaps" in said(one | {"response_rate": 0.6})[-1]


def test_where_nothing_is_known_nothing_is_said() -> None:
    assert said(city("a", 1.0, 0.5)) == []


def test_how_many_pairs_have_ranges_that_do_not_meet_or_that_all_meet() -> None:
    """3.5–4.5 and 4–5 meet; 6–7 meets neither of them."""
    ranged = {"a": (3.5, 4.5), "b": (4.0, 5.0), "c": (6.0, 7.0)}
    cities = [
        city(name, low, 0.4)
        | {"response_rate": 0.5, "missing": {"average_degree": {"low": low, "high": high, "smoothed": False}}}
        for name, (low, high) in ranged.items()
    ]
    assert any("for 2 of 3 pairs of cities the ranges of completions do not meet" in one for one in said(*cities))
    assert any("the ranges of completions of the two cities meet" in one for one in said(*cities[:2]))
    assert not any("do not meet" in one for one in said(*cities[:2]))
    assert any("the ranges of completions of the two cities do not meet" in one for one in said(*cities[1:]))


def test_where_all_have_answered_nothing_is_said_of_missing_answers() -> None:
    whole = {"response_rate": 1.0, "missing": {"average_degree": {"low": 3.0, "high": 3.0, "smoothed": False}}}
    assert not any("completions" in one for one in said(city("a", 3.0, 0.4) | whole, city("b", 3.0, 0.4) | whole))


def test_cities_with_gaps_are_counted_beside_those_that_have_a_sentence_of_their_own() -> None:
    """Of four 90 and 80 % have answered, and one third, of which is said that it is few."""
    cities = [city(f"c{i}", 3.0, 0.4) | {"response_rate": rate} for i, rate in enumerate((0.9, 0.8, 0.33, 1.0))]
    told = {
        "audience": "office", "settings": {"scheme": None}, "cities": [one | {"unmapped": []} for one in cities],
        "similar": [], "pairs": [], "pairs_are": "each with each",
    }  # fmt: skip
    notes = list(Told(Comparison(told, "en")).notes())
    assert any(note.startswith("In 2 more of 4 cities not all have answered") for note in notes)
    assert any(note.startswith("c2: 33% have answered. Whoever has not") for note in notes)


def test_of_a_city_in_which_very_few_have_answered_nothing_is_to_be_passed_on() -> None:
    few = city("a", 3.0, 0.4) | {"response_rate": 0.27, "unmapped": []}
    told = {"audience": "office", "settings": {"scheme": None}, "cities": [few], "similar": [], "pairs": [],
            "pairs_are": "each with each"}  # fmt: skip
    assert "fewer than 30%. Please do not pass" in " ".join(Told(Comparison(told, "en")).notes())


def test_of_ranges_that_lie_apart_the_other_way_round_neither_is_said() -> None:
    """3.7, all answered, and 3.5, of which the missing answers could make 4.0 to 6.6: they turn the difference."""
    cities = [
        city(name, value, 0.4) | {"response_rate": 0.5, "missing": {"average_degree": span | {"smoothed": False}}}
        for name, value, span in (("a", 3.7, {"low": 3.7, "high": 3.7}), ("b", 3.5, {"low": 4.0, "high": 6.6}))
    ]
    assert not any("ranges of completions" in one for one in said(*cities))
