"""What is said first of the years: nothing is a change that may be chance, nothing unchanged that can't be told."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from actor_graph.evolution.trace import Evolution, trace
from actor_graph.views.evolution.answer import answer
from actor_graph.views.evolution.told import Told
from tests.making import landscape
from tests.views.evolution.test_page import evolution


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Evolution:
    return evolution(tmp_path_factory.mktemp("answer"))


def said(made: Evolution, **parts: Any) -> list[str]:
    """The sentences, of a document whose change has these parts."""
    told = deepcopy(made.told)
    told["changes"][0] |= parts
    return [line.replace("\xa0", " ") for line in answer(Told(replace(made, told=told), "en"))]


@pytest.mark.parametrize(
    ("ranges", "clear", "late", "words"),
    [
        ("overlap", False, False, "Whether an actor has more or fewer partners on average than before cannot be told"),
        ("higher", False, False, "leave lie apart; that alone shows no change yet"),
        ("lower", None, False, "leave lie apart; that alone shows no change yet"),
        ("higher", True, False, "An actor has more partners on average than before"),
        ("lower", True, False, "An actor has fewer partners on average than before"),
        ("higher", False, True, "That shows no change yet: ties that stood before already by their dates"),
        ("alike", False, False, "as many partners on average as before"),
    ],
)
def test_what_the_ranges_tell(made: Evolution, ranges: str, clear: bool | None, late: bool, words: str) -> None:
    assert words in said(made, apart={"average_degree": {"ranges": ranges, "clear": clear, "late": late}})[0]


@pytest.mark.parametrize("clear", [True, False])
def test_where_all_have_answered_nothing_is_said_of_answers_that_are_missing(made: Evolution, clear: bool) -> None:
    told = deepcopy(made.told)
    for wave in told["waves"]:
        wave["network"]["response_rate"] = 1
    told["changes"][0]["apart"] = {"average_degree": {"ranges": "higher", "clear": clear, "late": False}}
    first = answer(Told(replace(made, told=told), "en"))[0]
    assert "missing" not in first
    assert ("more than comes about by itself" if clear else "alone shows no change yet") in first


def test_without_ranges_nothing_is_said_of_more_or_fewer(made: Evolution) -> None:
    first = said(made, apart={})[0]
    assert first.startswith("Partners of an actor on average: 1.67")
    assert "more" not in first


@pytest.mark.parametrize(
    ("actors", "ranged", "words"),
    [
        (0, False, "– → 1.33. In one of the two surveys there is no actor"),
        (4, True, "1.67 → 1.20 to 1.60. What answers that are missing could make of it is not known of both surveys"),
        (4, False, "as named: 1.67 → 1.33. What answers that are missing could make of it is not known."),
    ],
)
def test_why_there_are_no_ranges_to_compare(made: Evolution, actors: int, ranged: bool, words: str) -> None:
    told = deepcopy(made.told)
    first, last = told["waves"]
    first["network"] |= {"actors": actors, "average_degree": 5 / 3 if actors else None}
    first["missing"] = {}
    last["network"] |= {"average_degree": 4 / 3, "response_rate": 0.8}
    last["missing"] = {"average_degree": {"low": 1.2, "high": 1.6}} if ranged else {}
    told["changes"][0]["apart"] = {}
    assert words in answer(Told(replace(made, told=told), "en"))[0]


@pytest.mark.parametrize(
    ("p", "words"),
    [
        (0.2, "not to be told from what comes about by itself (p = 0.200); a difference of −0.40 to +1.40 is possible"),
        (0.01, "more than comes about by itself (p = 0.010); the difference is +0.50, between −0.40 and +1.40"),
        (4e-7, "more than comes about by itself (p < 0.001); the difference is +0.50, between −0.40 and +1.40"),
        (None, "too few to judge the difference"),
    ],
)
def test_what_those_tell_who_answered_both_times(made: Evolution, p: float | None, words: str) -> None:
    row = {"from": 1.0, "to": 1.5, "difference": 0.5, "se": 0.46, "low": -0.4, "high": 1.4, "p": p, "p_adjusted": p}
    fixed = made.told["changes"][0]["panel"] | {"answered": 9, "differences": {"average_degree": row, "ei_index": row}}
    lines = said(made, panel=fixed)
    assert lines[1] == f"By what those 9 name who answered both times: Partners on average 1.00 → 1.50, {words}."
    assert sum("E-I index" in line for line in lines) == (p in (0.01, 4e-7))


def test_nothing_is_said_to_be_no_more_than_comes_about_by_itself(made: Evolution) -> None:
    for tongue in ("de", "en"):
        told = Told(made, tongue)
        lines = [*answer(told), *told.change(made.told["changes"][0])]
        assert not any("no more than" in line or "nicht mehr, als" in line for line in lines)


def test_who_moved_and_how_many_goals_have_which_state(made: Evolution) -> None:
    lines = said(made, came_in=["a", "b"], fell_out=[], moved_perhaps=["c"])
    assert (
        "Actors: 2 came into the network, 1 is in the network in one of the two surveys, and it is not known since "
        "when or until when." in lines
    )
    assert lines[-1] == "Goals: 1 on the way, 1 not reached in time."


def test_with_more_than_two_waves_the_first_and_the_last_are_compared(made: Evolution) -> None:
    told = deepcopy(made.told)
    between = {"date": "2025-06-30", **{key: value for key, value in told["waves"][0].items() if key != "date"}}
    told["waves"].insert(1, between)
    told["first_to_last"] = told["changes"][0] | {
        "apart": {"average_degree": {"ranges": "higher", "clear": True, "late": False}}
    }
    lines = answer(Told(replace(made, told=told), "en"))
    assert lines[0] == "The first and the last survey are compared: June 30, 2024 → June 30, 2026."
    assert lines[1].startswith("An actor has more partners on average than before")


def test_where_too_few_have_answered_goals_alone_are_told(made: Evolution) -> None:
    lines = said(made, withheld="response")
    assert lines[0].startswith("In one of the two surveys too few have answered")
    assert len(lines) == 2


@pytest.mark.parametrize(
    ("rate", "words"), [(1, "of which one of the two could not tell"), (0.9, "for want of answers")]
)
def test_where_all_have_answered_nobody_moved_for_want_of_answers(made: Evolution, rate: float, words: str) -> None:
    told = deepcopy(made.told)
    for wave in told["waves"]:
        wave["network"]["response_rate"] = rate
    change = told["changes"][0] | {"moved_perhaps": ["a"]}
    said = " ".join(Told(replace(made, told=told), "en").change(change))
    assert words in said
    assert ("for want of answers" in said) == (rate < 1)


@pytest.mark.parametrize(
    ("asked", "answered", "words"),
    [
        (1, None, "Of the one actor on both lists: "),
        (3, None, "Among the 3 on both lists: "),
        (1, 1, "Of the one actor asked both times: "),
        (3, 2, "Among the 3 asked: "),
    ],
)
def test_of_whom_the_figures_of_the_same_actors_are(
    made: Evolution, asked: int, answered: int | None, words: str
) -> None:
    fixed = made.told["changes"][0]["panel"] | {"asked": asked, "answered": answered}
    lines = list(Told(made, "en").change(made.told["changes"][0] | {"panel": fixed}))
    assert any(line.startswith(words) for line in lines)


@pytest.mark.parametrize(
    ("rate", "words"),
    [(0.29, "Fewer than 30% have answered"), (0.49, "Fewer than half have answered"), (0.5, "")],
)
def test_that_few_have_answered_is_said_before_all_else(made: Evolution, rate: float, words: str) -> None:
    told = deepcopy(made.told)
    for wave, own in zip(told["waves"], (0.9, rate), strict=True):
        wave["network"]["response_rate"] = own
    first = answer(Told(replace(made, told=told), "en"))[0].replace("\xa0", " ")
    assert (words in first) if words else ("have answered:" not in first)


def test_who_is_perhaps_counted_as_gone_and_as_new_is_said_for_the_office_with_the_pair(tmp_path: Path) -> None:
    actors = "name\nAlpha\nBeta\nGamma\nDelta\nEpsilon\n"
    first = landscape(tmp_path / "a", actors + "Integrationsbüro der Stadt\n", "source;target\nAlpha;Beta\n", YEAR)
    last = landscape(
        tmp_path / "b", actors + "Integrationsbüro\n", "source;target\nAlpha;Beta\n", YEAR.replace("2024", "2026")
    )
    for audience, expected in (("office", True), ("public", False)):
        told = " ".join(answer(Told(trace([first, last], draws=9, audience=audience), "de")))
        assert ("„Integrationsbüro“ (zuvor „Integrationsbüro der Stadt“)" in told) == expected
    numbered = Told(trace([first, last], draws=9, pseudonymize=True), "de")
    assert "Integrationsbüro" not in " ".join(answer(numbered))


YEAR = "    date: 2024\n    language: de\n"
