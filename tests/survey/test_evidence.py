"""Who stated which tie, who is named by how many, and isolation that is certain or is not. Expected values by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from actor_graph.analysis import analyze
from actor_graph.landscape import Landscape
from actor_graph.reading import read
from actor_graph.survey.evidence import Ties, excluded_named, isolation, named_by, ties
from tests.making import folder, landscape
from tests.material import ROOT

ANSWERED = "name,survey\nA,answered\nB,answered\nC,no answer\nD,no answer\n"


def city(where: Path, rows: str, actors: str = ANSWERED, about: str = "") -> Landscape:
    return landscape(where / "city", actors, f"source,target,reported_by\n{rows}", about)


def test_ties_by_who_stated_them(tmp_path: Path) -> None:
    """AB by both; AC and AD by A alone, C and D have not answered; BD by D alone, B has answered; CD by neither."""
    found = ties(city(tmp_path, "A,B,A\nB,A,B\nA,C,A\nA,D,A\nB,D,D\nC,D,A\n"))
    assert found == Ties(all=5, confirmed=1, one_sided=3, by_neither=1, awaiting=2, by_silent_only=1)


def test_the_source_reported_where_the_landscape_says_so(tmp_path: Path) -> None:
    found = ties(city(tmp_path, "A,B,\nB,A,\nA,C,\n", about="    reports: source"))
    assert (found.confirmed, found.one_sided, found.by_neither) == (1, 1, 0)


def test_without_reporters_nothing_is_known(tmp_path: Path) -> None:
    place = city(tmp_path, "A,B,\nA,C,\n")
    assert ties(place) == Ties(all=2)
    assert named_by(place) is None


def test_without_a_survey_silence_is_not_known(tmp_path: Path) -> None:
    place = city(tmp_path, "A,B,A\n", actors="name\nA\nB\n")
    assert ties(place) == Ties(all=1, confirmed=0, one_sided=1, by_neither=0)
    assert isolation(place) is None


def test_how_many_name_each_actor(tmp_path: Path) -> None:
    """A is named by B; B by A; C by A; D by nobody, since what it says of itself does not count."""
    assert named_by(city(tmp_path, "A,B,A;B\nA,C,A\nB,D,D\n")) == {0: 1, 1: 2, 2: 1, 3: 0}


def test_the_same_figure_as_in_the_analysis() -> None:
    place = read(ROOT / "examples" / "musterstadt")
    told = {row["name"]: row["named_by"] for row in analyze(place, draws=9).to_dict()["actors"]}
    found = named_by(place)
    assert found is not None
    assert list(found.values()) == list(told.values())


def test_isolation_is_certain_only_when_all_have_answered(tmp_path: Path) -> None:
    everybody = isolation(
        city(tmp_path / "all", "A,B,A\n", "name,survey\nA,answered\nB,answered\nC,answered\nD,excluded\n")
    )
    one_left = isolation(city(tmp_path / "most", "A,B,A\n", "name,survey\nA,answered\nB,promised\nC,answered\nD,\n"))
    assert everybody is not None
    assert one_left is not None
    assert (everybody.certain, everybody.uncertain, everybody.unknown) == ([2], [], [])
    assert (one_left.certain, one_left.uncertain, one_left.unknown) == ([], [2], [3])


def test_ties_that_do_not_count_are_told_of_those_who_stand_alone(tmp_path: Path) -> None:
    """The tie of A and C has ended; E is in no row."""
    town = city(tmp_path, "A,B,A\n", "name,survey\nA,answered\nB,answered\nC,answered\nE,answered\n")
    ended = {**town.ties.columns, "source": (0, 0), "target": (1, 2), "until": (None, "2020")}
    ended["reported_by"] = ((0,), (0,))
    ties_too = replace(town.ties, columns=ended, rows=(2, 3))
    found = isolation(replace(town, ties=ties_too, meta={"date": "2026-06-30"}))
    assert found is not None
    assert (found.certain, found.uncounted) == ([2, 3], [2])


def test_isolation_is_what_the_measures_say() -> None:
    place = read(ROOT / "examples" / "musterstadt")
    told = [row for row in analyze(place, draws=9).to_dict()["actors"] if row["degree"] == 0]
    found = isolation(place)
    assert found is not None
    rows = [*found.certain, *found.uncertain, *found.unknown]
    assert len(rows) == len(told) > 5
    by_status = {(s, c): 0 for s in ("isolated", "unknown") for c in (True, False)}
    for row in told:
        by_status[row["status"], row["status_certain"]] += 1
    assert len(found.certain) == by_status["isolated", True]
    assert len(found.uncertain) == by_status["isolated", False]
    assert len(found.unknown) == by_status["unknown", True] + by_status["unknown", False]


def test_excluded_actors_whom_others_name(tmp_path: Path) -> None:
    """X is named by A and B, itself names C; Y says A of itself; Z is tied to X alone, who is out too."""
    actors = "name,survey\nA,answered\nB,answered\nC,\nX,excluded\nY,excluded\nZ,excluded\n"
    found = excluded_named(city(tmp_path, "A,X,A\nB,X,B\nX,C,X\nY,A,Y\nZ,X,Z\nA,B,A\n", actors))
    assert [(one.actor, one.named_by, one.ties) for one in found] == [(3, 2, 3), (4, 0, 1)]


def test_excluded_actors_with_ties_of_unknown_origin(tmp_path: Path) -> None:
    found = excluded_named(city(tmp_path, "A,X,\nB,X,\n", "name,survey\nA,answered\nB,\nX,excluded\n"))
    assert [(one.actor, one.named_by, one.ties) for one in found] == [(2, None, 2)]


def test_a_tie_that_had_ended_is_no_mention(tmp_path: Path) -> None:
    where = folder(
        tmp_path / "city",
        "name,survey\nA,answered\nX,excluded\n",
        "source,target,reported_by,until\nA,X,A,2020\n",
        "    date: 2026-06-30",
    )
    assert excluded_named(read(where)) == []
