"""The scene beside random scenes in a sentence: never more certain than its p, and without p only the range."""

from __future__ import annotations

from typing import Any

import pytest

from actor_graph.views.beside_chance import scene_beside_chance
from actor_graph.words import Language


def said(figure: str, language: Language = "en", draws: int = 1000, undefined: int = 0, **numbers: Any) -> list[str]:
    model = {"degree_centralization": "size", "transitivity": "degrees"}[figure]
    found = {"observed": 0.24, "low": 0.04, "high": 0.1, "undefined": undefined, **numbers}
    if "p_lower" in found:
        found |= {"p": min(1, 2 * min(found["p_lower"], found["p_upper"]))}
    analysis = {"settings": {"chance": {model: draws}}, "chance": {model: {figure: found}}}
    return [sentence.replace("**", "") for sentence in scene_beside_chance(analysis, language)]


def p(lower: float, upper: float, adjusted: float) -> dict[str, float]:
    return {"p_lower": lower, "p_upper": upper, "p_adjusted": adjusted}


def test_more_centralized_than_97_of_100() -> None:
    """30 of 1,000 random scenes reach the value: p = 31/1001, and 970 of 1,000 stay below."""
    assert said("degree_centralization", **p(0.98, 31 / 1001, 0.04)) == [
        "By numbers of partners the scene is more centralized than 97 of 100 random scenes of this size."
    ]
    assert said("degree_centralization", "de", **p(0.98, 31 / 1001, 0.04)) == [
        "Die Szene ist nach der Zahl der Partner stärker zentralisiert als 97 von 100 zufälligen Szenen dieser Größe."
    ]


def test_what_could_be_chance_is_said_to() -> None:
    assert said("degree_centralization", **p(0.98, 31 / 1001, 0.2))[1] == "This could be chance."
    assert said("degree_centralization", "de", **p(0.98, 31 / 1001, 0.2))[1] == "Das könnte Zufall sein."


def test_that_many_are_tested_is_told_where_it_alone_makes_it_chance() -> None:
    first, second = said("degree_centralization", "de", **p(0.995, 6 / 1001, 0.06))
    assert "99 von 100" in first
    assert second.startswith("Weil viele Zahlen zugleich geprüft werden, kann das trotzdem Zufall sein")


def test_all_random_scenes_are_all_and_not_100_of_100() -> None:
    assert said("degree_centralization", **p(1.0, 1 / 1001, 0.002)) == [
        "By numbers of partners the scene is more centralized than all 1,000 random scenes of this size."
    ]
    assert "als in allen 1.000 zufälligen" in said("transitivity", "de", **p(1.0, 1 / 1001, 0.002))[0]
    assert "than in all 990 random" in said("transitivity", undefined=10, **p(1.0, 1 / 991, 0.002))[0]


def test_less_is_said_as_less() -> None:
    assert said("degree_centralization", **p(31 / 1001, 0.98, 0.04))[0].startswith(
        "By numbers of partners the scene is less centralized"
    )
    assert "seltener" in said("transitivity", "de", **p(31 / 1001, 0.98, 0.04))[0]


@pytest.mark.parametrize("tails", [(0.6, 0.45), (1.0, 1.0), (0.45, 0.6)])
def test_what_chance_gives_is_said_to_be_alike(tails: tuple[float, float]) -> None:
    assert said("degree_centralization", **p(*tails, 1.0)) == [
        "By numbers of partners the scene is about as centralized as random scenes of this size."
    ]


def test_without_p_the_range_alone() -> None:
    assert said("degree_centralization") == [
        "How much numbers of partners differ (Freeman's centralization, from 0%, where all have as many, to 100%, in a "
        "star): 24%; in random scenes of this size it would mostly be 4% to 10%."
    ]


def test_centralization_is_no_share_of_one_actor() -> None:
    """Three equal stars of nine are centralized to 27%, and none of the three has 27% of the ties, but a third."""
    (german,) = said("degree_centralization", "de")
    assert "bei einem Akteur" not in german
    assert "Zentralisierung nach Freeman" in german


def test_a_scene_beside_which_there_is_no_other_gets_no_sentence() -> None:
    assert said("degree_centralization", observed=0.0, low=0.0, high=0.0, **p(1.0, 1.0, 1.0)) == []


def test_under_forty_draws_no_sentence_is_said_of_them() -> None:
    assert said("degree_centralization", draws=39, **p(1.0, 1 / 40, 0.9)) == []
    assert said("degree_centralization", draws=39) == []


@pytest.mark.parametrize("analysis", [{}, {"chance": {}}, {"chance": {"size": {"degree_centralization": None}}}])
def test_nothing_is_said_where_nothing_is_known(analysis: dict[str, Any]) -> None:
    assert list(scene_beside_chance(analysis, "de")) == []
    undefined = {"observed": None, "low": 0.1, "high": 0.2}
    assert list(scene_beside_chance({"chance": {"size": {"degree_centralization": undefined}}}, "de")) == []
