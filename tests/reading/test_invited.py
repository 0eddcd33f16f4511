"""Whom a list of invitations names, and what is said of one that is damaged or of another landscape."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import actor_graph as ag
from actor_graph.problems import LandscapeError
from actor_graph.reading.invited import invited_in
from tests.making import landscape

ACTORS = """
    Nr;Name;Art;natürliche Person
    a;Alpha;Verein;
    b;Beta;Verein;
    p;Mira Muster;Person;ja
    q;Karl Kaiser;Person;ja
"""
TIES = """
    von;nach
    a;b
    b;p
"""


def town(where: Path, actors: str = ACTORS) -> ag.Landscape:
    return landscape(where, actors, TIES)


def listed(where: Path, *ids: str, **more: object) -> Path:
    file = where / "eingeladen.json"
    told = {"schema": "actor-graph/invitation/1", "invited": [{"id": one} for one in ids], **more}
    file.write_text(json.dumps(told), "utf-8")
    return file


def test_the_ids_come_in_the_order_of_the_list(tmp_path: Path) -> None:
    known = town(tmp_path / "town")
    assert invited_in(listed(tmp_path, "b", "person-1", "a"), known, "de") == ("b", "person-1", "a")


def test_the_list_of_another_landscape_is_told_by_both_names(tmp_path: Path) -> None:
    known = town(tmp_path / "town")
    with pytest.raises(LandscapeError) as refused:
        invited_in(listed(tmp_path, "x", "y", landscape={"name": "Nachbarstadt"}), known, "de")
    said = str(refused.value)
    assert "gehört zu einer anderen Landschaft (Nachbarstadt)" in said
    assert f"„{known.name}“" in said
    assert "eingeladen.json" in said


def test_the_person_of_another_landscape_is_not_taken_for_this_one(tmp_path: Path) -> None:
    """“person-1” is in both; the others on the list tell that it is another one."""
    with pytest.raises(LandscapeError) as refused:
        invited_in(listed(tmp_path, "x", "person-1", persons="none"), town(tmp_path / "town"), "de")
    assert [problem.key for problem in refused.value.problems] == ["invited.other_landscape"]


@pytest.mark.parametrize("ending", ["xlsx", "csv", "html"])
def test_the_list_as_people_work_with_it_is_told_apart(tmp_path: Path, ending: str) -> None:
    known, file = town(tmp_path / "town"), tmp_path / f"list.{ending}"
    ag.invite(known, format="planning workshop", seats=(2, 4)).write(file)
    with pytest.raises(LandscapeError) as refused:
        invited_in(file, known, "de")
    assert [problem.key for problem in refused.value.problems] == ["invited.other_form"]


@pytest.mark.parametrize("verb", ["whatif", "tables"])
def test_a_list_whose_persons_changed_since_is_refused_by_every_verb(tmp_path: Path, verb: str) -> None:
    """Mira was “Person 1”; without her Karl would be, and would be seated in her place."""
    made = ag.invite(town(tmp_path / "town"), format="planning workshop", seats=(4, 4), include=["p"])
    made.write(tmp_path / "list.json")
    later = town(tmp_path / "later", ACTORS.replace("    p;Mira Muster;Person;ja\n", "    p;Mira Muster;Verein;\n"))
    asked = {
        "whatif": lambda known: ag.whatif(known, workshop=tmp_path / "list.json", draws=9),
        "tables": lambda known: ag.tables(known, 1, invited=tmp_path / "list.json"),
    }[verb]
    asked(town(tmp_path / "same"))
    with pytest.raises(LandscapeError) as refused:
        asked(later)
    assert [problem.key for problem in refused.value.problems] == ["invite.other_persons"]
