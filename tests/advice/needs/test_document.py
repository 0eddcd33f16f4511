"""Needs against offers as JSON: counts by hand, and who is told of to whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from actor_graph.advice.needs import compare_needs
from actor_graph.problems import RequestError
from tests.making import landscape

ACTORS = """
    id;name;type;fields;needs;offers;person;publish;survey
    a;Alpha;club;music;rooms;songs;;yes;answered
    b;Beta;club;music; sports;money;Rooms;;yes;answered
    c;Gamma;office;law;;rooms in the east; ;no;answered
    d;Delta;;;rooms in the east, please;;;yes;answered
    p;Paula Muster;club;Music;songs;;yes;yes;answered
    x;Xenia;club;;everything;rooms;;yes;excluded
"""
ACTORS = ACTORS.replace("music; sports", '"music; sports"').replace("; ;no;", ";;no;")
TIES = """
    source;target
    a;b
    b;c
"""


def told(where: Path, **options: object) -> dict:
    return compare_needs(landscape(where, ACTORS, TIES), **options).to_dict()


def who(topics: list[dict], side: str) -> dict[str, str]:
    return {topic["word"]: " ".join(one["id"] for one in topic[side]) for topic in topics}


def test_what_is_met_unmet_and_unasked(tmp_path: Path) -> None:
    made = told(tmp_path)
    assert (made["schema"], made["audience"]) == ("actor-graph/needs/1", "office")
    assert (made["actors"], made["with_needs"], made["with_offers"]) == (5, 4, 3)
    assert who(made["met"], "needed_by") == {"rooms": "a", "songs": "person-1"}
    assert who(made["met"], "offered_by") == {"rooms": "b", "songs": "a"}
    assert who(made["unmet"], "needed_by") == {"money": "b", "rooms in the east, please": "d"}
    assert who(made["unasked"], "offered_by") == {"rooms in the east": "c"}
    near = {topic["word"]: [one["word"] for one in topic["near"]] for topic in made["unmet"]}
    assert near == {"money": [], "rooms in the east, please": ["Rooms", "rooms in the east"]}


def test_counts_by_kind_and_field(tmp_path: Path) -> None:
    """By hand: clubs are a, b and the person; they need rooms, money and songs, of which rooms and songs are met."""
    made = told(tmp_path)
    by_type = {row["type"]: list(row.values())[1:] for row in made["by_type"]}
    assert by_type == {"club": [3, 3, 2, 2, 2], "office": [1, 0, 0, 1, 0], None: [1, 1, 0, 0, 0]}
    by_field = {row["field"]: list(row.values())[1:] for row in made["by_field"]}
    assert by_field == {
        "music": [3, 3, 2, 2, 2], "sports": [1, 1, 0, 1, 1], "law": [1, 0, 0, 1, 0], None: [1, 1, 0, 0, 0],
    }  # fmt: skip


def test_what_a_circle_unites_and_meets(tmp_path: Path) -> None:
    """By hand: music, songs, sports, rooms, law, rooms in the east; b alone three. Of two needs one is met."""
    (circle,) = told(tmp_path)["circles"]
    figures = ("actors", "competences", "competences_of_one", "needs", "met_inside", "met_outside")
    assert [circle[key] for key in figures] == [3, 6, 3, 2, 1, 0]


def test_what_only_somebody_outside_the_circle_meets(tmp_path: Path) -> None:
    """By hand: a, b, c are a circle; a needs tents, which d alone offers, songs, which b and d offer, and time."""
    actors = 'id;needs;offers\na;"tents; songs; time";\nb;;songs\nc;;\nd;;"tents; songs"\n'
    (circle,) = compare_needs(landscape(tmp_path, actors, "source;target\na;b\nb;c\n")).to_dict()["circles"]
    assert [circle[key] for key in ("needs", "met_inside", "met_outside")] == [3, 1, 1]


def test_to_the_public_only_what_was_released(tmp_path: Path) -> None:
    """Gamma said no; a natural person is told of to nobody outside, though it said yes."""
    made = told(tmp_path, audience="public")
    assert made["actors"] == 3
    assert who(made["met"], "needed_by") == {"rooms": "a"}
    assert who(made["unmet"], "needed_by") == {"money": "b", "rooms in the east, please": "d"}
    assert who(made["unasked"], "offered_by") == {"songs": "a"}
    assert "Gamma" not in str(made)
    assert "person-1" not in str(made)


def test_without_an_actor_its_offers_are_gone(tmp_path: Path) -> None:
    made = told(tmp_path, without=["b"])
    assert "rooms" in who(made["unmet"], "needed_by")


def test_a_survey_that_did_not_ask_says_nothing_of_needs(tmp_path: Path) -> None:
    """What was not asked is unknown: without offers no need may be called unmet."""
    asked = landscape(tmp_path, "id;needs\na;rooms\n", "source;target\n")
    with pytest.raises(RequestError, match="offers"):
        compare_needs(asked)


def test_nobody_to_be_named_is_said(tmp_path: Path) -> None:
    closed = landscape(tmp_path, "id;needs;offers\na;rooms;\nb;;rooms\n", "source;target\n")
    with pytest.raises(RequestError, match="publishing"):
        compare_needs(closed, audience="public")
    assert who(compare_needs(closed).to_dict()["met"], "offered_by") == {"rooms": "b"}  # no tie is needed
