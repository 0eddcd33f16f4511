"""What is meant by A:B and A, and everything that can't be supposed, told at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from actor_graph.advice.whatif import suppose
from actor_graph.problems import LandscapeError, RequestError, RequestErrors
from actor_graph.reading.decisions import check_sum
from tests.making import landscape

ACTORS = """
    id,name,person,survey
    a,Alpha,,answered
    b,Beta,,answered
    c,Haus: Nord,,answered
    n,Nord,,answered
    h,Haus,,answered
    p,Paula Muster,yes,answered
    x,Xenia,,excluded
"""
TIES = """
    source,target
    a,b
    b,c
"""


def town(where: Path):
    return landscape(where, ACTORS, TIES)


@pytest.mark.parametrize(
    "given", ["a:c", "c:a", "a:Haus: Nord", "Haus: Nord:a", " Alpha : Haus: Nord ", "Haus: Nord:Alpha"]
)
def test_a_name_may_have_a_colon(tmp_path: Path, given: str) -> None:
    told = suppose(town(tmp_path), add=[given], draws=9).to_dict()["supposed"]["ties_added"]
    assert [(tie["a"]["id"], tie["b"]["id"]) for tie in told] == [("a", "c")]


def test_a_stand_in_is_understood(tmp_path: Path) -> None:
    told = suppose(town(tmp_path), add=["Person 1:a"], draws=9).to_dict()["supposed"]["ties_added"]
    assert [(tie["a"]["id"], tie["b"]["id"]) for tie in told] == [("a", "person-1")]


def test_an_actor_whose_name_reads_like_a_tie_is_an_actor(tmp_path: Path) -> None:
    """There is no tie between “Haus” and “Nord”, so “Haus: Nord” can mean but the actor."""
    told = suppose(town(tmp_path), remove=["Haus: Nord"], draws=9).to_dict()
    assert [row["id"] for row in told["gone"]] == ["c"]


def test_what_could_be_both_is_asked_about(tmp_path: Path) -> None:
    both = landscape(tmp_path, ACTORS, TIES + "    h,n\n")
    with pytest.raises(RequestErrors) as refused:
        suppose(both, remove=["Haus: Nord"], draws=9)
    assert [error.key for error in refused.value.errors] == ["whatif.actor_or_tie"]


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    """Two ends of one tie are both told; what is named twice is told once."""
    wrong = {"add": ["a", "a:a", "nobody:noone", "a:x", "n:b", "b:a"], "remove": ["Beto", "a:h", "n", "a:b", "x"]}
    with pytest.raises(RequestErrors) as refused:
        suppose(town(tmp_path), **wrong, draws=9)
    assert sorted((error.key, str(error.values.get("given", ""))) for error in refused.value.errors) == sorted([
        ("analysis.no_such_actor", "Beto"),
        ("whatif.no_such_tie", ""),
        ("whatif.no_pair", "a"),
        ("whatif.with_itself", "a:a"),
        ("analysis.no_such_actor", "nobody"),
        ("analysis.no_such_actor", "noone"),
        ("whatif.excluded", ""),
        ("whatif.tied_and_removed", "n:b"),
        ("whatif.added_and_removed", "b:a"),
    ])  # fmt: skip
    lines = refused.value.told().splitlines()
    assert len(lines) == 9
    assert all(line.startswith("Error: ") for line in lines)
    assert "Did you mean “Beta”?" in refused.value.told()


def test_nothing_supposed_is_no_experiment(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="--add A:B"):
        suppose(town(tmp_path))


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("{", "documents."),
        ("[]", "invited.no_invitation"),
        ('{"schema": "actor-graph/analysis/1", "invited": [{"id": "a"}]}', "invited.no_invitation"),
        ('{"schema": "actor-graph/invitation/1", "invited": {"id": "a"}}', "invited.no_invitation"),
        ('{"schema": "actor-graph/invitation/1", "invited": []}', "invited.no_invited"),
        ('{"schema": "actor-graph/invitation/1", "invited": [{"name": "Alpha"}]}', "invited.no_invited"),
    ],
)
def test_a_file_that_is_no_invitation(tmp_path: Path, content: str, key: str) -> None:
    file = tmp_path / "invited.json"
    file.write_text(content, "utf-8")
    with pytest.raises(LandscapeError) as refused:
        suppose(town(tmp_path / "town"), workshop=file)
    assert [problem.key.startswith(key) for problem in refused.value.problems] == [True]
    assert refused.value.problems[0].file == "invited.json"


def test_a_list_whose_persons_may_be_others_is_refused(tmp_path: Path) -> None:
    """“Person 1” of the list was another one if the persons of the landscape have changed since."""
    known = town(tmp_path / "town")
    list_ = {"schema": "actor-graph/invitation/1", "invited": [{"id": "a"}, {"id": "person-1"}]}
    file = tmp_path / "invited.json"
    file.write_text(json.dumps(list_ | {"persons": check_sum(known)}), "utf-8")
    assert suppose(known, workshop=file, draws=9).to_dict()["supposed"]["workshop"]["invited"][1]["id"] == "person-1"
    file.write_text(json.dumps(list_ | {"persons": "none"}), "utf-8")
    with pytest.raises(LandscapeError) as refused:
        suppose(known, workshop=file, draws=9)
    assert [problem.key for problem in refused.value.problems] == ["invite.other_persons"]


def test_invited_who_are_not_there_are_all_told(tmp_path: Path) -> None:
    list_ = {"schema": "actor-graph/invitation/1", "invited": [{"id": id_} for id_ in ("a", "z1", "x", "z2")]}
    file = tmp_path / "invited.json"
    file.write_text(json.dumps(list_), "utf-8")
    with pytest.raises(RequestErrors) as refused:
        suppose(town(tmp_path / "town"), workshop=file, draws=9)
    told = [error.key for error in refused.value.errors]
    assert told == ["analysis.no_such_actor", "analysis.no_such_actor", "whatif.excluded"]


def test_natural_persons_are_refused_under_their_stand_ins(tmp_path: Path) -> None:
    actors = "id,name,person\np,Petra Geheim,yes\nq,Max Mustergeheim,yes\nm,Verein,\n"
    scene = landscape(tmp_path, actors, "source,target\np,m\n")
    with pytest.raises(RequestErrors) as found:
        suppose(scene, add=["q:m"], remove=["q", "person-1:person-2"], draws=9)
    told = found.value.told()
    assert "Person 1" in told
    assert told.count("Person 2") == 2
    assert "eheim" not in told


def test_who_is_left_out_or_excluded_is_no_end_of_a_tie_that_is_taken_out(tmp_path: Path) -> None:
    scene = landscape(tmp_path, ACTORS, TIES + "    a,x\n")
    with pytest.raises(RequestErrors) as found:
        suppose(scene, remove=["a:x", "b:a", "c"], without=["b", "c"], draws=9)
    assert [error.key for error in found.value.errors] == [
        "whatif.removed_twice", "whatif.excluded", "whatif.removed_twice"
    ]  # fmt: skip
