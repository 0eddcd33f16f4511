"""Whom to call next: the two lists in turns, the type of the lowest response first, nobody not worth a call."""

from __future__ import annotations

from pathlib import Path

from actor_graph.landscape import Landscape
from actor_graph.reading import read
from actor_graph.survey.calls import Call, calls
from tests.making import folder

TODAY = "2026-07-01"


def city(where: Path, actors: str, ties: str = "", contacts: str = "", about: str = "") -> Landscape:
    head = "source,target,reported_by\n"
    log = f"actor,date,outcome,next\n{contacts}" if contacts else ""
    return read(folder(where / "city", f"name,type,survey\n{actors}", head + ties, about, log))


def names(found: list[Call] | None, landscape: Landscape) -> str:
    assert found is not None
    return " ".join(landscape.actors["name"][call.actor] for call in found)


def test_two_lists_in_turns_and_the_type_with_the_lowest_response_first(tmp_path: Path) -> None:
    """x: 1 of 4 answered, y: 2 of 4. N and O are named by three and one, P and Q by two; U, V, W stand in no tie.

    By hand: named, x before y: O (x, 1), then P (y, 3), Q (y, 2). Not named: U (x), then V, W (y).
    """
    place = city(
        tmp_path,
        "A,x,answered\nO,x,no answer\nU,x,\nX,x,declined\nB,y,answered\nC,y,answered\nP,y,promised\nV,y,interested\n"
        "D,z,answered\nQ,q,no answer\nR,q,answered\nS,q,answered\nT,q,answered\n",
        "A,O,A\nA,P,A\nB,P,B\nC,P,C\nA,Q,A\nB,Q,B\n",
    )
    found = calls(place, TODAY)
    assert names(found, place) == "O U P V Q"
    assert found is not None
    assert [call.mentions for call in found] == [1, 0, 3, 0, 2]
    assert [call.list for call in found] == ["named", "unnamed", "named", "unnamed", "named"]
    assert [call.response.rate for call in found if call.response] == [0.25, 0.25, 0.5, 0.5, 0.75]


def test_within_a_type_the_most_often_named_goes_first(tmp_path: Path) -> None:
    place = city(tmp_path, "A,x,answered\nB,x,answered\nC,x,\nD,x,\n", "A,C,A\nA,D,A\nB,D,B\n")
    assert names(calls(place, TODAY), place) == "D C"


def test_who_is_not_worth_a_call(tmp_path: Path) -> None:
    place = city(tmp_path, "A,x,answered\nB,x,declined\nC,x,excluded\nD,x,no answer\nE,x,promised\nF,x,interested\n")
    assert names(calls(place, TODAY), place) == "D E F"


def test_who_objected_is_not_called(tmp_path: Path) -> None:
    place = read(folder(tmp_path / "city", "name,survey,objected\nA,,yes\nB,,no\nC,,", "source,target"))
    assert names(calls(place, TODAY), place) == "B C"


def test_nobody_is_left_where_all_answered(tmp_path: Path) -> None:
    assert calls(city(tmp_path, "A,x,answered\nB,x,answered\n"), TODAY) == []


def test_before_anybody_was_asked_all_are_called(tmp_path: Path) -> None:
    """A survey column without an entry: nothing is known of the response, but whom to begin with can be said."""
    place = city(tmp_path, "A,x,\nB,y,\nC,y,\n", "A,B,A\n")
    found = calls(place, TODAY)
    assert names(found, place) == "B C A"
    assert found is not None
    assert [(call.list, call.mentions, call.response) for call in found] == [
        ("named", 1, None), ("unnamed", 0, None), ("named", 0, None),
    ]  # fmt: skip


def test_without_a_column_and_without_a_log_nothing_is_said(tmp_path: Path) -> None:
    place = read(folder(tmp_path / "plain", "name\nA\nB", "source,target\nA,B"))
    assert calls(place, TODAY) is None


def test_a_log_alone_is_a_survey_that_has_begun(tmp_path: Path) -> None:
    log = "actor,date,outcome\nA,2026-06-01,nobody there"
    place = read(folder(tmp_path / "log", "name\nA\nB", "source,target", contacts=log))
    assert names(calls(place, TODAY), place) == "A B"


def test_mentions_are_not_known_where_no_reporter_is(tmp_path: Path) -> None:
    """A tie alone then puts an actor among the named, by the number of its ties."""
    place = city(tmp_path, "A,x,answered\nB,x,\nC,x,\nD,x,\nE,x,answered\n", "A,B,\nA,C,\nE,C,\n")
    found = calls(place, TODAY)
    assert names(found, place) == "C D B"
    assert found is not None
    assert [(call.mentions, call.ties) for call in found] == [(None, 2), (None, 0), (None, 1)]


def test_who_stands_in_a_tie_that_is_not_counted_is_not_called_unnamed(tmp_path: Path) -> None:
    """In this scheme funding makes no network; yet somebody did name B."""
    where = folder(
        tmp_path / "city",
        "name,survey\nA,answered\nB,\nC,\n",
        "source,target,kind,reported_by\nA,B,funding,A\nC,C,,C\n",
        "    scheme: migration-development",
    )
    place = read(where)
    found = calls(place, TODAY)
    assert found is not None
    assert [(place.actors["name"][call.actor], call.list, call.mentions) for call in found] == [
        ("B", "named", 0), ("C", "unnamed", 0),
    ]  # fmt: skip


def test_who_is_to_be_called_later_comes_last(tmp_path: Path) -> None:
    place = city(
        tmp_path,
        "A,x,no answer\nB,x,promised\nC,x,promised\nD,x,\n",
        contacts="B,2026-06-01,promised,2026-09-01\nC,2026-06-01,promised,2026-08-01\nA,2026-06-01,called,2026-06-30\n",
    )
    found = calls(place, TODAY)
    assert names(found, place) == "A D C B"
    assert found is not None
    assert [call.not_before for call in found] == [None, None, "2026-08-01", "2026-09-01"]
