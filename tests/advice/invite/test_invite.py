"""The town's invitations, worked out by hand: parts, approach, reasons, rules, the record, earlier events.

Of the town (town.py): Haus knows three choirs, the Amt and Person 1; the Amt knows Schule Eins, which knows Schule
Zwei; Paar Eins and Paar Zwei know each other alone; Allein is a member of the Amt's round and knows nobody else.
Chor C, Schule Zwei and Person 1 have not answered.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import actor_graph as ag
from actor_graph.advice.invite import NoList
from actor_graph.problems import LandscapeError, OutputError, RequestError, RequestErrors
from actor_graph.words import LANGUAGES, Language
from tests.advice.invite.town import SCHEME, town


def told(place: Path, **options: Any) -> dict[str, Any]:
    return ag.invite(place, **({"format": "meeting"} | options)).to_dict()


def ids(document: dict[str, Any]) -> list[str]:
    return [one["id"] for one in document["invited"]]


def one(document: dict[str, Any], id_: str) -> dict[str, Any]:
    return next(entry for entry in document["invited"] if entry["id"] == id_)


def everybody(place: Path, **options: Any) -> dict[str, Any]:
    """A list with all eleven who are part of the survey."""
    return told(place, seats="11", **options)


def test_the_document_has_what_the_contract_names(tmp_path: Path) -> None:
    document = told(town(tmp_path / "town"))
    assert document["schema"] == "actor-graph/invitation/1"
    assert {
        "format",
        "seats",
        "optimal",
        "gap",
        "tie_break",
        "invited",
        "covered",
        "not_reached",
        "rules",
        "changes",
    } <= {*document}
    assert {"id", "name", "type", "cluster", "status", "top_dog", "role", "reasons", "approach", "approach_via",
            "only_link_to", "reserve"} <= {*document["invited"][0]}  # fmt: skip
    assert {"types", "types_of", "clusters", "clusters_of", "reached", "reached_share"} <= {*document["covered"]}
    assert all({"rule", "required", "actual", "binding"} <= {*row} for row in document["rules"])
    assert (document["format"], document["seats"]) == ("meeting", [3, 4])


def test_it_is_chosen_as_the_definition_says(tmp_path: Path) -> None:
    """Four seats: four of the five types can be there, and both circles; most are reached with the Haus as the club.

    The Haus reaches itself, a, b, c, amt and Person 1, the office s1, the school s2, and Allein itself: nine.
    """
    document = told(town(tmp_path / "town"))
    assert document["covered"]["types"] == 4
    assert ids(document) == ["hub", "amt", "s1", "lone"]
    assert document["covered"]["reached"] == 9
    assert document["not_reached"] == ["p1", "p2"]
    assert (document["optimal"], document["gap"], document["tie_break"]) == (True, 0, "smallest")


def test_parts(tmp_path: Path) -> None:
    document = everybody(town(tmp_path / "town"))
    parts = {entry["id"]: entry["role"] for entry in document["invited"]}
    assert parts["amt"] == "host"
    assert parts["lone"] == parts["p1"] == parts["p2"] == "presenter"
    assert parts["hub"] == "door-opener"  # degrees 5, 2, 2, 1, …: the fence lies at 1.75 + 1.5 × 0.75, under 5
    assert parts["s1"] == parts["a"] == "participant"
    assert one(document, "lone")["role_text"] == "is asked whether it wishes to present itself"


def test_who_has_partners_in_two_other_circles_carries_what_was_said_there(tmp_path: Path) -> None:
    """Three groups in which all know each other, and one of the first who knows one of each of the others."""
    place = town(tmp_path / "town", scheme="thresholds: {min_tied: 100}\n" + SCHEME.lstrip("\n"))  # nobody is central
    rows = [f"{group}{number}" for group in "xyz" for number in range(5)]
    ties = [f"{group}{i};{group}{j}" for group in "xyz" for i in range(5) for j in range(i)]
    (place / "actors.csv").write_text("\n".join(["id", *rows]) + "\n", "utf-8")
    (place / "ties.csv").write_text("\n".join(["source;target", *ties, "x0;y0", "x0;z0"]) + "\n", "utf-8")
    document = told(place, seats="15")
    parts = {entry["id"]: entry["role"] for entry in document["invited"]}
    assert [id_ for id_, part in parts.items() if part == "multiplier"] == ["x0"]
    assert set(parts.values()) == {"multiplier", "participant"}


def test_words_of_parts_come_from_the_scheme(tmp_path: Path) -> None:
    place = town(tmp_path / "town", scheme="roles: {host: {de: schließt auf, en: has the key}}\n" + SCHEME.lstrip("\n"))
    assert one(everybody(place), "amt")["role_text"] == "has the key"


def test_approach(tmp_path: Path) -> None:
    """Through the strongest tie with somebody who answered, the introducer at distance two, others, the same kind."""
    document = everybody(town(tmp_path / "town"))
    way = {entry["id"]: (entry["approach"], entry["approach_via"]) for entry in document["invited"]}
    assert way["a"] == ("letter", "hub")
    assert way["s1"] == ("letter", "hub")  # the hub knows the Amt, which is approached through s1
    assert way["amt"] == ("letter", "s1")  # as few ties as s1, and before it in the sheet
    assert way["hub"] == ("letter", None)  # all whom it knows, and who answered, are approached through it
    assert one(document, "hub")["approach_text"] == "letter, directly"
    assert way["c"] == ("call", "hub")
    assert way["s2"] == ("call", "s1")
    assert way["lone"] == ("visit", "amt")  # no tie that counts, but a membership
    assert way["p1"] == ("visit", "p2")
    assert way["p2"] == ("visit", "hub")  # not through p1, who is approached through p2; the hub is of the same kind
    assert one(document, "p2")["approach_text"] == "visit, perhaps through Haus of the same kind"


def test_the_contact_point_is_of_the_kind_whatever_the_landscape_is_grouped_by(tmp_path: Path) -> None:
    place = town(tmp_path / "town")
    with (place / "landscape.yaml").open("a", encoding="utf-8") as file:
        file.write("by: place\n")
    assert one(everybody(place), "p2")["approach_via"] == "hub"


def test_the_introducer_at_distance_two(tmp_path: Path) -> None:
    """Where the only partner has not answered, either, somebody is asked who knows that one."""
    place = town(tmp_path / "town")
    (place / "ties.csv").write_text("source;target\nhub;c\nc;s2\na;b\n", "utf-8")
    document = everybody(place)
    assert one(document, "s2")["approach_text"] == "call, through Haus, who knows Chor C"


def test_reasons_are_true(tmp_path: Path) -> None:
    document = told(town(tmp_path / "town"))
    assert one(document, "hub")["reasons"][0] == "alone on this list stands for the kind club"
    assert "reaches 4 more, whom nobody else on the list reaches" in one(document, "hub")["reasons"]
    assert one(document, "s1")["reasons"] == [
        "alone on this list stands for the kind school",
        "reaches one more, whom nobody else on the list reaches",
    ]
    assert one(document, "amt")["reasons"] == [  # known by the Haus, and knows nobody who is not on the list
        "alone on this list stands for the kind office",
        "alone on this list works on advice",
    ]
    assert one(document, "hub")["only_link_to"] == ["a", "b", "c", "person-1"]
    assert one(document, "lone")["reasons"] == [
        "alone on this list stands for the kind refugee group",
        "is not reached through the others on the list",
        "is not yet networked",
    ]


def test_reserve(tmp_path: Path) -> None:
    """In the Haus's place Paar Eins would reach most, but circles go first: Chor A stands for that of the Haus."""
    document = told(town(tmp_path / "town"))
    assert one(document, "hub")["reserve"] == "a"
    place = town(tmp_path / "other", "quotas: {type: {refugee group: {min: 1}}}")
    assert one(told(place), "lone")["reserve"] is None


def test_rules_and_whether_they_bind(tmp_path: Path) -> None:
    rules = """
not_yet_networked: {min: 1, max: 2}
quotas: {type: {school: {min_share: 1/3}}, place: {south: {min: 2}}, function: {Entscheidungsträger: {min: 1}}}
parity: [[school, office]]
"""
    document = told(town(tmp_path / "town", rules))
    rows = {(row["rule"], row["bound"]): row for row in document["rules"]}
    assert rows["not_yet_networked", "min"]["binding"]
    assert not rows["not_yet_networked", "max"]["binding"]
    share = rows["type: school", "min_share"]
    assert (share["required"], share["count"]) == (1 / 3, round(share["actual"] * len(ids(document))))
    assert rows["place: south", "min"]["actual"] >= 2
    assert "amt" in ids(document)
    assert rows["parity: school, office", "parity"]["actual"] <= 1
    assert all(row["shipped"] is False for row in document["rules"])


def test_shares_are_exact(tmp_path: Path) -> None:
    """A third of three is one; 0.3334 of three is two, and 0.33 is one."""
    for share, schools in (("1/3", 1), ("0.33", 1), ("0.3334", 2), ("33,33 %", 1)):
        place = town(tmp_path / share.replace("/", "_"), f'quotas: {{type: {{school: {{min_share: "{share}"}}}}}}')
        document = told(place, seats=3, exclude=["hub", "amt"])
        row = next(row for row in document["rules"] if row["rule"] == "type: school")
        assert row["binding"] == (schools == row["count"])
        assert row["count"] >= schools
    with pytest.raises(NoList):
        told(town(tmp_path / "x", "quotas: {type: {school: {min_share: 0.6667}}}"), seats=3)
    assert len(ids(told(town(tmp_path / "y", "quotas: {type: {school: {min_share: 2/3}}}"), seats=3))) == 3


def test_a_minimum_of_the_program_is_lowered_and_one_of_ones_own_is_not(tmp_path: Path) -> None:
    scheme = "extends: migration-development\n"
    document = told(town(tmp_path / "town", scheme=scheme), format="planning workshop")
    said = " ".join(document["warnings"])
    assert "Seats: the format has at least 12, but 11 actors can be invited." in said
    assert "party or council group: the format asks for at least 1, but there is nobody who can be invited." in said
    assert "integration council" not in said  # asked for where there is one
    scheme += "formats: {planning workshop: {quotas: {type: {party or council group: {min: 1}}}}}\n"
    with pytest.raises(NoList, match="no actor of the landscape is one"):
        told(town(tmp_path / "own", scheme=scheme), format="planning workshop")


def test_a_pair_of_which_one_side_is_too_small_becomes_all_of_that_side(tmp_path: Path) -> None:
    place = town(tmp_path / "town", scheme="extends: migration-development\n")
    text = (place / "actors.csv").read_text("utf-8")
    for clubs, said in (("", "there is nobody who can be invited"), ("One World group", "all of them are invited")):
        changed = text.replace(";club;", ";migrant organization;").replace(";refugee group;", f";{clubs};")
        (place / "actors.csv").write_text(changed, "utf-8")
        document = told(place, format="planning workshop")
        assert any(line.startswith("One World group: ") and said in line for line in document["warnings"])
        row = next(row for row in document["rules"] if row["rule"].startswith("parity"))
        assert (row["about"], row["required"], row["actual"]) == ("One World group", bool(clubs), bool(clubs))


def test_where_nobody_can_be_invited(tmp_path: Path) -> None:
    place = town(tmp_path / "town")
    (place / "actors.csv").write_text("id;survey\nout;excluded\n", "utf-8")
    (place / "ties.csv").write_text("source;target\n", "utf-8")
    with pytest.raises(RequestError, match="nobody who can be invited"):
        told(place)


def test_contradictions_are_named_with_what_would_do(tmp_path: Path) -> None:
    place = town(tmp_path / "town", "quotas: {type: {scool: {min: 1}}}", language="de")
    with pytest.raises(NoList) as refused:
        told(place)
    assert refused.value.lines == (
        "Keine Liste erfüllt diese Vorgabe:",
        "– scool: mindestens 1 (in der Landschaft gibt es keinen solchen Akteur)",
        "Möglich wird eine Liste mit dieser Änderung:",
        "– scool: ohne diese Mindestzahl",
    )
    place = town(tmp_path / "two", "not_yet_networked: {min: 3}", language="de")
    with pytest.raises(NoList) as refused:
        told(place, exclude=["lone"])
    assert refused.value.lines == (
        "Keine Liste erfüllt diese Vorgaben zugleich:",
        "– Noch nicht vernetzt: mindestens 3 (eingeladen werden können 3)",
        "– Allein darf nicht auf die Liste",
        "Möglich wird eine Liste mit einer dieser Änderungen:",
        "– Noch nicht vernetzt: mindestens 2 statt 3",
        "– Allein darf auf die Liste",
    )
    assert refused.value.contradiction[0] == {
        "rule": "not_yet_networked", "bound": "min", "actor": None, "required": 3, "possible": 2, "enough": True,
    }  # fmt: skip


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    place = town(tmp_path / "town")
    with pytest.raises(RequestErrors) as refused:
        ag.invite(place, format="meting", seats="many", include=["Hauss"], exclude=["nobody at all"])
    assert [error.key for error in refused.value.errors] == [
        "analysis.no_such_actor", "analysis.no_such_actor", "invite.no_such_format", "invite.no_seats",
    ]  # fmt: skip
    assert "Did you mean “meeting”?" in str(refused.value)
    for wrong in (
        {"include": ["out"]},
        {"include": ["a"], "declined": ["a"]},
        {"format": None},
        {"seats": "4:3"},
    ):
        with pytest.raises(RequestError):
            told(place, **wrong)
    with pytest.raises(RequestError, match="Kundschaft"):
        told(town(tmp_path / "column", "quotas: {Kundschaft: {jung: {min: 1}}}"))
    with pytest.raises(OutputError):
        ag.invite(place, format="meeting").write(tmp_path / "list.pdf")


def test_who_has_to_come_and_who_must_not(tmp_path: Path) -> None:
    place = town(tmp_path / "town")
    document = told(place, include=["p1 = the mayor asked"], exclude={"Haus": "hosts itself"}, decided_by="the board")
    assert "p1" in ids(document)
    assert "hub" not in ids(document)
    assert one(document, "p1")["reasons"][0] == "was put on the list by those responsible: the mayor asked"
    assert document["changes"] == [
        {"who": "p1", "what": "include", "why": "the mayor asked", "name": "Paar Eins", "by": "the board"},
        {"who": "hub", "what": "exclude", "why": "hosts itself", "name": "Haus", "by": "the board"},
    ]
    assert document["proposed"] == ["hub", "amt", "s1", "lone"]
    assert told(place)["changes"] == []
    assert told(place)["proposed"] is None


@pytest.mark.parametrize(
    ("by", "told_as"),
    [
        ("Round with Hilde Holler", "Round with Person 1"),
        ("Mira Muster, mira@example.org, 0351 5550101", "[…], […], […]"),
        ("Steering round, Haus", "Steering round, Haus"),
        ("  ", None),
    ],
)
def test_who_decided_is_cleared_as_reasons_are(tmp_path: Path, by: str, told_as: str | None) -> None:
    place = town(tmp_path / "town")
    lines = (place / "actors.csv").read_text("utf-8").splitlines()
    filled = [f"{lines[0]};contact person", *(f"{line};{'Mira Muster' * line.startswith('hub')}" for line in lines[1:])]
    (place / "actors.csv").write_text("\n".join(filled), "utf-8")
    first = told(place, include={"p1": by}, decided_by=by)
    assert [(change["by"], change["why"]) for change in first["changes"]] == [(told_as, told_as)]
    assert told(place, earlier=first)["changes"] == first["changes"]


def test_who_moderates_is_not_invited(tmp_path: Path) -> None:
    document = told(town(tmp_path / "town"), moderation="Haus", patron="The mayor")
    assert "hub" not in ids(document)
    assert (document["patron"], document["moderation"], document["signatory"]) == ("The mayor", "Haus", None)
    assert document["changes"][0]["why"].startswith("moderates")


def test_who_is_entered_goes_on_with_the_list_of_the_event(tmp_path: Path) -> None:
    place = town(tmp_path / "town")
    first = told(place, patron="The mayor", signatory="Ada", moderation="Haus")
    second = told(place, earlier=first, signatory="Eva", declined=["lone"])
    assert [second[key] for key in ("patron", "signatory", "moderation")] == ["The mayor", "Eva", "Haus"]
    assert "hub" not in ids(second)
    assert [change["who"] for change in second["changes"]] == ["hub", "lone"]
    other = told(place, same_as=first)
    assert [other[key] for key in ("patron", "signatory", "moderation")] == [None, None, None]


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_does_not_moderate_any_more_is_free_again(tmp_path: Path, language: Language) -> None:
    place = town(tmp_path / "town", language=language)
    first = told(place, moderation="Haus")
    second = told(place, earlier=first, moderation="Amt", include=["hub"])
    assert "hub" in ids(second)
    assert "amt" not in ids(second)
    third = told(place, earlier=second, declined=["c"])  # the record still has both
    assert "hub" in ids(third)
    assert "amt" not in ids(third)
    outside = told(place, earlier=first, moderation="Eva Extern", language="de" if language == "en" else "en")
    assert "hub" in ids(told(place, earlier=outside, seats="9"))


def test_who_moderated_stays_out_for_another_reason(tmp_path: Path) -> None:
    place = town(tmp_path / "town")
    first = told(place, exclude={"hub": "on leave"})
    second = told(place, earlier=first, moderation="Haus")
    third = told(place, earlier=second, moderation="Amt", seats="9")
    assert "hub" not in ids(third)


def test_a_list_goes_on_from_the_file(tmp_path: Path) -> None:
    place = town(tmp_path / "town")
    ag.invite(place, format="meeting", include=["p1=asked"]).write(tmp_path / "first.json")
    first = json.loads((tmp_path / "first.json").read_text("utf-8"))
    second = ag.invite(place, earlier=tmp_path / "first.json", declined=["lone=ill"]).to_dict()
    assert "p1" in ids(second)
    assert set(ids(first)) - {"lone"} <= set(ids(second))
    assert [change["what"] for change in second["changes"]] == ["include", "declined"]
    third = ag.invite(place, earlier=second, declined=["s1"]).to_dict()
    assert not {"lone", "s1"} & set(ids(third))
    assert [change["who"] for change in third["changes"]] == ["p1", "lone", "s1"]
    assert (first["compared"], third["compared"]["left"]) == (None, ["s1"])
    assert set(third["compared"]["new"]) == set(ids(third)) - set(ids(second))
    assert third["proposed"] == first["proposed"] == second["proposed"]
    with pytest.raises(RequestError, match="meeting"):
        ag.invite(place, earlier=first, format="round table")
    (tmp_path / "other.json").write_text("{}", "utf-8")
    with pytest.raises(LandscapeError, match=r"other\.json"):
        ag.invite(place, earlier=tmp_path / "other.json")


def test_of_two_decisions_about_one_actor_the_later_holds(tmp_path: Path) -> None:
    place = town(tmp_path / "town")
    first = told(place, include=["p1=asked"])
    second = told(place, earlier=first, exclude=["p1=asked too late"])
    assert "p1" not in ids(second)
    assert [(change["what"], change["why"]) for change in second["changes"]] == [
        ("include", "asked"), ("exclude", "asked too late"),
    ]  # fmt: skip


def test_more_are_new_where_the_rules_ask_for_it(tmp_path: Path) -> None:
    place = town(tmp_path / "town", "quotas: {type: {refugee group: {min: 1}}}")
    first = told(place, seats=4, include=["hub", "amt", "s1"])
    first["invited"] = [entry for entry in first["invited"] if entry["id"] != "lone"]
    assert ids(told(place, same_as=first, include=["hub", "amt", "s1"])) == ["hub", "amt", "s1", "lone"]


def test_no_more_are_new_than_have_left(tmp_path: Path) -> None:
    place = town(tmp_path / "town")
    first = told(place, seats=3)
    again = told(place, same_as=first, seats=None)
    assert ids(again) == ids(first)  # a fourth seat is free, and stays so
    assert again["seats"] == [3, 4]
    left = told(place, same_as=first, exclude=[ids(first)[0]])
    assert len(ids(left)) == 3
    assert len(set(ids(left)) & set(ids(first))) == 2


EVENTS = """
    event;format;date;actor;invited;came
    First;meeting;2025-01-10;hub;yes;yes
    First;meeting;2025-01-10;p1;yes;no
    First;meeting;2025-01-10;s1;yes;yes
    Second;round table;2025-05-10;p1;yes;
    Second;round table;2025-05-10;amt;yes;yes
    Third;round table;2025-09-10;p1;;
    Third;round table;2025-09-10;a;no;yes
    Fourth;round table;2027-01-10;p1;yes;
    Fourth;round table;2027-01-10;b;yes;
    Fourth;round table;2027-01-10;p2;yes;
"""


def test_what_earlier_events_tell(tmp_path: Path) -> None:
    """Paar Eins was invited three times and never there; to the fourth nobody has come yet."""
    document = told(town(tmp_path / "town", events=EVENTS))
    assert document["past"]["events"] == 4
    assert document["past"]["never_came"] == [{"id": "p1", "invited": 3}]
    assert document["past"]["never_invited"] == ["c", "s2", "lone", "person-1"]
    assert "was not invited to any earlier event" in one(document, "lone")["notes"]


def test_rest(tmp_path: Path) -> None:
    """Of the last two events b and p2 were invited to the one, p1 to the other, a came there."""
    place = town(tmp_path / "town", "rest: 2", events=EVENTS)
    document = told(place, seats="7")
    assert document["past"]["resting"] == ["a", "b", "p1", "p2"]
    assert ids(document) == ["hub", "c", "amt", "s1", "s2", "lone", "person-1"]
    with pytest.raises(NoList, match="4 actors that rest"):
        told(place, seats="8")
    assert "p1" in ids(told(place, include=["p1"]))


def test_the_same_people_as_at_the_last_event_of_a_format(tmp_path: Path) -> None:
    scheme = "formats:\n  review: {seats: 2-4, same_as: meeting}\n" + SCHEME.split("formats:\n")[1]
    place = town(tmp_path / "town", scheme=scheme, events=EVENTS)
    document = told(place, format="review")
    assert ids(document) == ["hub", "s1"]
    assert "start" in document["warnings"][0]
    (place / "events.csv").unlink()
    assert "there is no list of them" in told(place, format="review")["warnings"][0]


def test_events_of_one_day_without_a_name_are_told_apart_by_their_format(tmp_path: Path) -> None:
    events = """
        event;format;date;actor;invited;came
        ;round table;2025-01-10;amt;yes;yes
        ;meeting;2025-01-10;hub;yes;yes
        ;meeting;2025-01-10;s1;yes;yes
    """
    scheme = "formats:\n  review: {seats: 2-4, same_as: meeting}\n" + SCHEME.split("formats:\n")[1]
    document = told(town(tmp_path / "town", scheme=scheme, events=events), format="review")
    assert document["past"]["events"] == 2
    assert ids(document) == ["hub", "s1"]


def change(**about: object) -> dict[str, object]:
    return {"changes": [{"who": "p1", "what": "include", "why": None} | about]}


@pytest.mark.parametrize("option", ["earlier", "same_as"])
@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"invited": []}, "invited.no_invited"),
        ({"invited": None}, "invited.no_invitation"),
        ({"invited": ["hub"]}, "invited.no_invited"),
        ({"invited": [{"id": "nobody"}]}, "invited.other_landscape"),
        ({"seats": [1, 10**30]}, "invited.bad_seats"),
        ({"seats": [4, 3]}, "invited.bad_seats"),
        ({"seats": "4"}, "invited.bad_seats"),
        ({"patron": ["The mayor"]}, "invited.bad_entered"),
        (change(what="fire"), "invited.bad_change"),
        (change(what=["include"]), "invited.bad_change"),
        (change(who=None), "invited.bad_change"),
        (change(why=["a"]), "invited.bad_change"),
        ({"changes": {"who": "p1"}}, "invited.bad_change"),
        ({"changes": [["p1", "include"]]}, "invited.bad_change"),
    ],
)
def test_a_list_changed_by_hand_into_none_is_refused(
    tmp_path: Path, option: str, wrong: dict[str, object], key: str
) -> None:
    place, file = town(tmp_path / "town"), tmp_path / "list.json"
    file.write_text(json.dumps(told(place) | wrong), "utf-8")
    with pytest.raises(LandscapeError) as refused:
        ag.invite(place, **{option: file}, format="meeting")
    assert [(problem.key, problem.file) for problem in refused.value.problems] == [(key, "list.json")]


@pytest.mark.parametrize("option", ["earlier", "same_as"])
def test_who_of_a_list_is_gone_by_now_is_said(tmp_path: Path, option: str) -> None:
    place = town(tmp_path / "town")
    first = told(place)
    first["invited"].append({"id": "gone", "name": "Alte Mühle"})
    assert any("Alte Mühle" in said for said in told(place, **{option: first})["warnings"])


@pytest.mark.parametrize("seats", ["5:20000", "20000", "0", "5:3", "a"])
def test_seats_beyond_what_is_possible_are_refused(tmp_path: Path, seats: str) -> None:
    with pytest.raises(RequestError, match="10,000"):
        told(town(tmp_path / "town"), seats=seats)


@pytest.mark.parametrize("seconds", [float("nan"), float("inf"), -float("inf"), 0, -1])
def test_a_time_that_is_none_is_refused(tmp_path: Path, seconds: float) -> None:
    with pytest.raises(RequestError, match="seconds"):
        told(town(tmp_path / "town"), seconds=seconds)


def test_who_did_not_wish_to_be_asked(tmp_path: Path) -> None:
    """Who declined the survey may be invited, and that is said."""
    document = everybody(town(tmp_path / "town"))
    assert one(document, "person-1")["survey"] == "declined"
    assert "did not wish to take part" in one(document, "person-1")["notes"][0]
    assert any("did not wish to take part in the survey: Person 1" in said for said in document["warnings"])
    assert "wishes no more ties at present" in one(document, "p1")["notes"]


def test_without_ties(tmp_path: Path) -> None:
    """By kind, then by field, then by place; of fields and places those of three or more."""
    place = town(tmp_path / "town")
    (place / "ties.csv").write_text("source;target\n", "utf-8")
    document = told(place, seats="5")
    assert ids(document) == ["hub", "amt", "s1", "lone", "person-1"]
    assert document["without_ties"]
    assert any("by kind, then by field, then by place" in said for said in document["warnings"])
    assert document["covered"]["reached"] == 5
    assert "alone on this list stands for the field music" in one(document, "hub")["reasons"]
    assert one(document, "hub")["role"] == "participant"  # who is networked is not known
    assert [one(document, id_)["approach"] for id_ in ("hub", "lone", "person-1")] == ["letter", "visit", "call"]


def test_one_field_more_goes_before_all_places(tmp_path: Path) -> None:
    """North and South stand for music and two places, North and Dance for two fields and one place."""
    place = town(tmp_path / "town")
    rows = ["id;fields;place", "north;music;n", "south;music;s", "dance;dance;", "m;music;"]
    rows += ["d1;dance;", "d2;dance;", "n1;;n", "n2;;n", "s1;;s", "s2;;s"]
    (place / "actors.csv").write_text("\n".join(rows) + "\n", "utf-8")
    (place / "ties.csv").write_text("source;target\n", "utf-8")
    others = ["m", "d1", "d2", "n1", "n2", "s1", "s2"]
    assert ids(told(place, seats=2, exclude=others)) == ["north", "dance"]


def test_sensitive_quotas_are_asked_for(tmp_path: Path) -> None:
    place = town(tmp_path / "town", "quotas: {Religion: {x: {min: 1}}}")
    text = (place / "actors.csv").read_text("utf-8").splitlines()
    filled = [
        line + (";Religion" if not i else ";x" if i < 4 else ";y" if i == 4 else ";") for i, line in enumerate(text)
    ]
    (place / "actors.csv").write_text("\n".join(filled), "utf-8")
    with pytest.raises(RequestError, match="--sensitive"):
        told(place)
    assert {"hub", "a", "b"} & set(ids(told(place, sensitive=True)))
    (place / "own.yaml").write_text((place / "own.yaml").read_text("utf-8").replace("{x:", "{y:"), "utf-8")
    with pytest.raises(NoList):  # what one alone has does not count
        told(place, sensitive=True)


def test_the_same_input_gives_the_same_text(tmp_path: Path) -> None:
    place = town(tmp_path / "town")
    assert ag.invite(place, format="meeting").to_json() == ag.invite(place, format="Meeting").to_json()


def test_stand_ins_of_persons_are_not_taken_for_others(tmp_path: Path) -> None:
    place = town(tmp_path / "town")
    first = told(place, include=["Hilde Holler"])
    assert "person-1" in ids(first)
    assert "Hilde" not in json.dumps(first)
    text = (place / "actors.csv").read_text("utf-8")
    (place / "actors.csv").write_text(text + "xx;Xenia Xander;individual;;;;;;;yes\n", "utf-8")
    with pytest.raises(LandscapeError, match="natural persons"):
        ag.invite(place, earlier=first)


def test_a_share_that_no_percentage_tells_is_told_as_a_fraction_that_can_be_asked_for(tmp_path: Path) -> None:
    """By hand: of three seats two schools at most, so the share that is possible is 2/3."""
    rules = "quotas: {{type: {{school: {{min_share: {share}, max: 2}}}}}}"
    with pytest.raises(NoList) as refused:
        told(town(tmp_path / "1", rules.format(share="90 %")), seats="3")
    assert "at least 2/3 (66.7%) of those invited instead of 90" in str(refused.value)
    assert len(ids(told(town(tmp_path / "2", rules.format(share="2/3")), seats="3"))) == 3


def test_nobody_is_left_to_invite(tmp_path: Path) -> None:
    place = town(tmp_path / "town")
    everyone = list(ag.read(place).actors["id"])
    with pytest.raises(RequestError, match="nobody who can be invited"):
        told(place, exclude=[id_ for id_ in everyone if id_ != "out"], format="working group")


def test_one_earlier_list_is_enough(tmp_path: Path) -> None:
    place = town(tmp_path / "town")
    first = told(place)
    with pytest.raises(RequestError, match="not both"):
        told(place, earlier=first, same_as=first)


@pytest.mark.parametrize("decision", ["exclude", "declined"])
def test_a_decision_about_a_person_hits_nobody_else_later(tmp_path: Path, decision: str) -> None:
    place = town(tmp_path / "town")
    first = told(place, **{decision: ["Hilde Holler"]})
    assert "person-1" not in ids(first)
    text = (place / "actors.csv").read_text("utf-8")
    (place / "actors.csv").write_text(text + "xx;Xenia Xander;individual;;;;;;;yes\n", "utf-8")
    with pytest.raises(LandscapeError, match="natural persons"):
        told(place, earlier=first)


def test_a_rule_about_nobody_is_told(tmp_path: Path) -> None:
    rules = "quotas: {type: {Schol: {max: 0}}}\nparity: [[school, Verien]]"
    said = "\n".join(told(town(tmp_path / "town", rules))["warnings"])
    assert "about nobody: Schol (no actor" in said
    assert "of the kind “Verien”" in said


def test_what_an_earlier_list_says_is_cleared_of_who_is_a_natural_person_by_now(tmp_path: Path) -> None:
    place = town(tmp_path / "town")
    text = (place / "actors.csv").read_text("utf-8")
    (place / "actors.csv").write_text(text.replace("declined;;;;yes", "declined;;;;"), "utf-8")
    first = told(place, include=["hp=wants it, hilde@holler.example"], seats="3")
    assert "hp" in ids(first)
    first["changes"][0]["why"] = "Hilde Holler wants it, hilde@holler.example"
    (place / "actors.csv").write_text(text, "utf-8")
    again = told(place, earlier=first)
    assert "person-1" in ids(again)
    assert [(one["who"], one["what"]) for one in again["changes"]] == [("person-1", "include")]
    assert "hp" not in again["proposed"]
    assert not {"Holler", "holler.example"} & {
        word for word in ("Holler", "holler.example") if word in json.dumps(again)
    }
    assert not any("no longer part" in said for said in again["warnings"])
