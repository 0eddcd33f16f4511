"""Who sees what. The forbidden is looked for in the bytes of the JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from actor_graph.analysis import analyze
from actor_graph.privacy.suppression import suppress
from tests.making import landscape

ACTORS = """
    id,name,type,survey,reason,person,publish,publish_ties,mandate,needs,Handy,Bemerkung,Farbe
    a,Alpha,x,answered,,,yes,yes,,rooms,0151 2345678,shy,Lila
    b,Beta,x,answered,,,yes,yes,,,,,Lila
    c,Gamma,x,no answer,,,yes,no,,ring 0228 123456 please,,,
    d,Delta,y,declined,,,no,,,,,,
    e,Emma Muster,y,answered,,yes,yes,yes,,Emma Muster sucht Räume,,,
    f,Phi,y,answered,,,yes,yes,,,,,
    g,Rho,z,promised,,,yes,,,,,,
    h,Out,z,excluded,moved away,,yes,,,,,,
"""
TIES = """
    source,target,reported_by,note
    a,b,a,secret note
    b,a,b,
    a,c,a,
    b,c,b,
    a,e,a,
    e,f,e,
    f,d,f,
"""
OFFICE_ONLY = (
    "status", "status_certain", "top_dog", "degree_p", "named_by", "survey", "reason", "top_dogs", "not_yet_networked",
    "without_top_dogs", "top_dog_tie_share", "confirmed_share", "ei_p", "ei_p_lower", "ei_p_upper", "assortativity_p",
    "p_homogeneous", "p_heterogeneous", "p_homogeneous_adjusted", "p_heterogeneous_adjusted", "cut_off", "one_sided",
    "held_together_by", "mandate",
)  # fmt: skip


def told(tmp_path: Path, audience: str, about: str = "", actors: str = ACTORS):
    analysis = analyze(landscape(tmp_path, actors, TIES, about), audience=audience, draws=19)
    return analysis.to_dict(), analysis.to_json() + json.dumps(analysis.ties(), ensure_ascii=False)


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_what_is_for_the_office_alone_is_absent_as_a_key(tmp_path: Path, audience: str) -> None:
    _, text = told(tmp_path, audience)
    assert [key for key in OFFICE_ONLY if f'"{key}"' in text] == []
    office = told(tmp_path, "office")[1]
    assert [key for key in OFFICE_ONLY if f'"{key}"' not in office] == ["reason"]  # none of those in has one


@pytest.mark.parametrize("audience", ["office", "participants", "public"])
def test_contacts_notes_persons_and_unnamed_columns_leave_for_nobody(tmp_path: Path, audience: str) -> None:
    document, text = told(tmp_path, audience)
    for value in ("0151", "2345678", "0228 123456", "secret note", "shy", "Lila", "Emma"):
        assert value not in text
    person = next(row for row in document["actors"] if row["id"] == "person-1")
    assert person["name"] == "Person 1"
    if audience != "public":
        assert "ring […] please" in text


def test_a_column_that_the_landscape_names_leaves(tmp_path: Path) -> None:
    document, _ = told(tmp_path, "public", "    publish_columns: [Farbe]")
    assert document["actors"][0]["attributes"] == {"Farbe": "Lila"}


def test_contacts_leave_with_the_option_alone(tmp_path: Path) -> None:
    analysis = analyze(landscape(tmp_path, ACTORS, TIES), with_contacts=True, draws=19)
    assert "0151 2345678" in analysis.to_json()


def test_reasons_and_excluded_actors_stay_inside(tmp_path: Path) -> None:
    for audience in ("office", "participants", "public"):
        assert "moved away" not in told(tmp_path, audience)[1]
        assert '"Out"' not in told(tmp_path, audience)[1]


def test_the_public_sees_only_who_agreed_and_figures_count_shown_ties_only(tmp_path: Path) -> None:
    document, text = told(tmp_path, "public")
    assert [row["id"] for row in document["actors"]] == ["a", "b", "c", "person-1", "f", "g"]
    assert "Delta" not in text
    degree = {row["id"]: row["degree"] for row in document["actors"]}
    assert degree == {"a": 2, "b": 1, "c": 0, "person-1": 2, "f": 1, "g": 0}
    assert document["network"]["ties"] == 6
    assert document["others"] == [{"type": "y", "actors": None}, {"type": "z", "actors": None}]


def test_groups_of_one_or_two_are_null_and_none_can_be_worked_out(tmp_path: Path) -> None:
    """z is one actor. Of y, three, two are named: its size would give the third back."""
    document, _ = told(tmp_path, "public")
    assert {row["type"]: row["actors"] for row in document["groups"]} == {"x": 3, "y": None, "z": None}
    _, y, z = document["groups"]
    assert {key for key, value in z.items() if value not in (None, [])} == {"type"}
    assert (y["average_degree"], y["internal_density"], y["external_density"]) == (None, None, None)
    assert document["mixing"]["expected"][1] == [None, None, None]


def suppressed(groups: dict[str, int], ties: list[list[int]], **more):
    types = list(groups)
    document = {
        "landscape": {"untyped": 0, "excluded": 1},
        "network": {"intensity": {"strong": 5, "weak": 2, "none": 9}},
        "groups": [group(name, size) for name, size in groups.items()],
        "mixing": {"types": types, "ties": ties, "expected": [[1.0] * len(types) for _ in types]},
        "clusters": [],
    }
    return suppress(document | more)


def test_where_one_group_alone_is_hidden_the_smallest_other_is_too() -> None:
    told = suppressed({"p": 2, "q": 9, "r": 4}, [[9] * 3] * 3)
    assert {row["type"]: row["actors"] for row in told["groups"]} == {"p": None, "q": 9, "r": None}


def test_cells_of_one_or_two_are_null_and_none_can_be_worked_out_from_its_row() -> None:
    ties = suppressed({"p": 5, "q": 5, "r": 5}, [[9, 1, 7], [1, 8, 6], [7, 6, 5]])["mixing"]["ties"]
    assert ties[0][1] is None
    assert all(row.count(None) != 1 for row in ties)
    assert sum(row[j] is None for i, row in enumerate(ties) for j in range(i)) > 1
    assert ties == [list(column) for column in zip(*ties, strict=True)]


def test_sums_of_a_group_give_no_cell_back() -> None:
    """p has 9 ties within and 1 + 7 to others: neither sum may stand beside the cells."""
    told = suppressed({"p": 5, "q": 5, "r": 5}, [[9, 1, 7], [1, 8, 6], [7, 6, 5]])
    sums = {row["type"]: (row["internal_ties"], row["external_ties"]) for row in told["groups"]}
    assert sums["p"] == sums["q"] == (None, None)


def test_the_index_is_left_out_where_it_would_give_the_only_cell_back() -> None:
    network = {"intensity": {}, "ei_index": 0.5, "ei_rescaled": 0.5, "assortativity": 0.1, "density": 0.2}
    told = suppressed({"p": 5, "q": 5}, [[9, 1], [1, 9]], network=network)["network"]
    assert (told["ei_index"], told["ei_rescaled"], told["assortativity"], told["density"]) == (None, None, None, 0.2)


def test_the_only_group_is_not_given_back_by_those_without_a_type() -> None:
    told = suppressed({"p": 2}, [[9]], landscape={"untyped": 5})
    assert told["landscape"]["untyped"] is None


def test_unnamed_ones_are_not_given_back_by_how_many_are_named_of_all() -> None:
    """p has one unnamed, r four: with p alone left out, all that are not named less those of r would give it back."""
    others = [{"type": "p", "actors": 1}, {"type": "r", "actors": 4}]
    told = suppressed({"p": 5, "q": 4, "r": 9}, [[9] * 3] * 3, others=others)
    assert {row["type"]: row["actors"] for row in told["groups"]} == {"p": None, "q": 4, "r": None}
    assert told["others"] == [{"type": "p", "actors": None}, {"type": "r", "actors": None}]


def test_unnamed_ones_without_a_type_are_not_given_back_either() -> None:
    others = [{"type": None, "actors": 2}, {"type": "p", "actors": 3}, {"type": "q", "actors": 4}]
    told = suppressed({"p": 5, "q": 9}, [[9] * 2] * 2, others=others, landscape={"untyped": 6})
    assert told["landscape"]["untyped"] is None
    assert [row["actors"] for row in told["others"]] == [None, None, 4]
    assert {row["type"]: row["actors"] for row in told["groups"]} == {"p": None, "q": 9}


def test_of_which_type_the_only_unnamed_one_is_cannot_be_seen() -> None:
    told = suppressed({"p": 5, "q": 4}, [[9] * 2] * 2, others=[{"type": "p", "actors": 1}])
    assert told["others"] == [{"type": "p", "actors": None}, {"type": "q", "actors": None}]


def test_counts_of_one_or_two_of_any_kind_are_null() -> None:
    told = suppressed({"p": 5, "q": 5}, [[9, 9], [9, 9]])
    assert told["landscape"] == {"untyped": 0, "excluded": None}
    assert told["network"]["intensity"] == {"strong": None, "weak": None, "none": 9}


@pytest.mark.parametrize(
    ("types", "shown"),
    [
        ({"a": 6, "b": 2, "c": 1}, {"a": 6}),
        ({"a": 6, "b": 3, "c": 1}, {"a": 6}),
        ({"a": 6, "b": 3}, {"a": 6, "b": 3}),
        ({"a": 3, "b": 1}, {}),
    ],
)
def test_what_is_left_out_of_a_circle_adds_up_to_three(types: dict[str, int], shown: dict[str, int]) -> None:
    row = {"cluster": 1, "actors": sum(types.values()), "types": types, "dominant_type": "a", "dominant_share": 0.6,
           "blau": 0.5, "iqv": 0.5, "effective_types": 2.0}  # fmt: skip
    (told,) = suppressed({}, [], clusters=[row])["clusters"]
    assert told["types"] == shown
    assert told["blau"] == (0.5 if types == shown else None)
    assert told["dominant_type"] == ("a" if shown else None)
    assert told["dominant_share"] == (0.6 if types == shown else None)


def test_no_group_tells_participants_who_has_not_answered(tmp_path: Path) -> None:
    """A group of one without a tie: whether it answered must not show, neither as 0 nor as null."""
    document, _ = told(tmp_path, "participants")
    assert all("networked_share" not in row for row in document["groups"])


def test_how_many_have_not_answered_is_left_out_where_it_tells_of_one_or_two(tmp_path: Path) -> None:
    """g promised and has no tie: one of one isolate is unknown."""
    office, participants = (told(tmp_path, audience)[0]["network"] for audience in ("office", "participants"))
    assert (office["isolates"], office["unknown"]) == (1, 1)
    assert (participants["unknown"], participants["not_yet_networked_share"]) == (None, None)


def group(name: str, actors: int):
    return {"type": name, "actors": actors, "internal_ties": 9, "external_ties": 9, "contact_points": []}


LOW = ACTORS.replace(",answered,", ",no answer,", 3)


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_below_thirty_percent_response_there_is_no_network_finding_outside_the_office(
    tmp_path: Path, audience: str
) -> None:
    document, text = told(tmp_path, audience, actors=LOW)
    assert document["withheld"]
    figures = {k: v for k, v in document["network"].items() if k not in ("actors", "response_rate", "unknown")}
    assert set(figures.values()) == {None}
    assert all(row["degree"] is None and row["betweenness"] is None for row in document["actors"])
    assert document["clusters"] == []
    assert text.endswith("[]")


def test_in_the_office_they_stand(tmp_path: Path) -> None:
    document, _ = told(tmp_path, "office", actors=LOW)
    assert "withheld" not in document
    assert document["network"]["ties"] == 6
