"""What somebody objected to is in no output but the office's, and how many have checked their entry is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import actor_graph as ag
from actor_graph.landscape import Landscape
from actor_graph.privacy.audience import Audience
from actor_graph.privacy.leaving import leaving
from actor_graph.views.terminal import print_report
from actor_graph.words import say
from actor_graph.writing.letters.roster import Roster
from tests.making import landscape

ACTORS = """
    id,name,type,description,members,survey,publish,publish_ties,objected,checked
    a,Haus,association,Here sings CHOR  Nordwind,Chor Nordwind; Tanz,answered,yes,yes,,2026-05-01
    chor7,Chor Nordwind,choir,Sings on Mondays,,answered,yes,yes,yes,2026-05-02
    b,Förderverein Bach,association,,,answered,yes,yes,no,
    c,Amt,office,,,answered,yes,yes,,2026-05-03
    d,Laden,shop,,,answered,yes,yes,,2026-05-04
"""
TIES = """
    source,target,kind,objected,reported_by
    a,chor7,,,a
    a,b,,,chor7
    c,d,secret handshake,yes,c
    d,c,open,,d
    b,c,,,b
    b,d,,,d
"""
ABOUT = """
    name: Town
    boundary: Whoever knows Chor Nordwind
    circles: {chor7: Round Chor Nordwind}
"""
UNSAID = ("Nordwind", "NORDWIND", "chor7", "Mondays", "secret handshake")


@pytest.fixture
def town(tmp_path: Path) -> Landscape:
    return landscape(tmp_path, ACTORS, TIES, ABOUT)


def told(town: Landscape, audience: str) -> tuple[dict[str, Any], str]:
    """The analysis, and the text of all that is made of it."""
    analysis = ag.analyze(town, audience=audience, draws=9)
    return analysis.to_dict(), analysis.to_json() + str(analysis.ties()) + ag.draw_map(analysis)


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_what_was_objected_to_is_not_in_the_bytes(town: Landscape, audience: str) -> None:
    figures, text = told(town, audience)
    assert [word for word in UNSAID if word in text] == []
    assert [row["id"] for row in figures["actors"]] == ["a", "b", "c", "d"]
    assert "Förderverein Bach" in text


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_a_list_of_members_does_not_tell_that_somebody_objected(town: Landscape, audience: Audience) -> None:
    assert leaving(town, audience=audience).actors["members"][0] == ("Tanz",)
    assert leaving(town).actors["members"][0] == ("Chor Nordwind", "Tanz")


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_figures_are_as_if_it_were_not_there(town: Landscape, audience: str) -> None:
    """By hand: of six rows a–chor7 goes with the actor, c–d twice with the objection; a–b, b–c, b–d are left."""
    figures, _ = told(town, audience)
    assert (figures["network"]["actors"], figures["network"]["ties"], figures["landscape"]["ties"]) == (4, 3, 3)
    assert figures["landscape"]["excluded"] == 0


def test_the_office_sees_it_with_a_mark(town: Landscape) -> None:
    figures, text = told(town, "office")
    assert {row["id"]: row.get("objected") for row in figures["actors"]} == {
        "a": None, "chor7": True, "b": False, "c": None, "d": None
    }  # fmt: skip
    assert figures["network"]["ties"] == 5
    assert "Chor Nordwind" in text
    assert figures["settings"]["objected"] == {"actors": 1, "ties": 1}


def test_outside_the_office_one_or_two_are_not_counted(town: Landscape) -> None:
    assert told(town, "participants")[0]["settings"]["objected"] == {"actors": None, "ties": None}


@pytest.mark.parametrize("audience", ["office", "participants", "public"])
def test_pseudonyms_do_not_bring_back_who_objected(town: Landscape, audience: str) -> None:
    """Also not for the office, since it passes on what it makes under them."""
    analysis = ag.analyze(town, audience=audience, pseudonymize=True, draws=9)
    figures = analysis.to_dict()
    assert (figures["network"]["actors"], figures["network"]["ties"], figures["landscape"]["excluded"]) == (4, 3, 0)
    number = next(number for number, id_ in analysis.key.items() if id_ == "chor7")
    assert number not in analysis.to_json() + str(analysis.ties()) + ag.draw_map(analysis)
    assert figures["settings"]["objected"] == {"actors": None, "ties": None}


def test_the_report_under_pseudonyms_says_that_they_are_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    actors = "id,name,objected\na,A,\nb,B,\n" + "".join(f"x{i},X{i},yes\n" for i in range(3))
    print_report(ag.analyze(landscape(tmp_path, actors, "source,target\na,b\n"), pseudonymize=True, draws=9), "en")
    said = " ".join(capsys.readouterr().out.split())
    assert "outputs for the office" not in said
    assert say("terminal.left_out_actors", "en", n=3) in said


def test_a_directory_under_pseudonyms_has_no_entry_of_who_objected(town: Landscape, tmp_path: Path) -> None:
    made = ag.directory(town, audience="office", pseudonymize=tmp_path / "key.csv")
    assert len(made.entries) == 4


def test_a_name_that_others_share_stays_theirs(tmp_path: Path) -> None:
    actors = "id,name,objected,description\na,Chor,yes,\nb,Chor,,Chor of the town\nc,C,,\n"
    figures, _ = told(landscape(tmp_path, actors, "source,target\nb,c\n"), "participants")
    assert [(row["id"], row["name"]) for row in figures["actors"]] == [("b", "Chor"), ("c", "C")]
    assert figures["actors"][0]["description"] == "Chor of the town"


def test_persons_keep_their_numbers_beside_one_who_objected(tmp_path: Path) -> None:
    actors = "id,name,person,objected,description\nx,Xenia Xu,yes,yes,\ny,Yve Yu,yes,,\na,A,,,With Xenia Xu\n"
    figures, text = told(landscape(tmp_path, actors, "source,target\ny,a\n"), "participants")
    assert [row["id"] for row in figures["actors"]] == ["person-2", "a"]
    assert "Xenia" not in text
    assert "Person 1" not in text


def test_without_names_nobody_who_objected(town: Landscape) -> None:
    left = ag.analyze(town, audience="participants", without=["chor7", "d"], draws=9).to_dict()["settings"]["without"]
    assert left == {"actors": 1, "named": [{"id": "d", "name": "Laden"}]}


@pytest.mark.parametrize(("audience", "checked"), [("office", 4), ("participants", 3), ("public", 3)])
def test_how_many_have_checked_their_entry(town: Landscape, audience: str, checked: int) -> None:
    assert told(town, audience)[0]["landscape"]["checked"] == checked


def test_one_or_two_who_have_checked_are_not_told_to_the_public(tmp_path: Path) -> None:
    actors = "id,name,publish,checked\na,A,yes,2026\nb,B,yes,\nc,C,yes,\n"
    town = landscape(tmp_path, actors, "source,target\na,b\n")
    assert told(town, "public")[0]["landscape"]["checked"] is None
    assert told(town, "participants")[0]["landscape"]["checked"] == 1


def test_where_nobody_was_asked_to_check_nothing_is_known(tmp_path: Path) -> None:
    town = landscape(tmp_path, "id,name\na,A\n", "source,target\n")
    assert told(town, "office")[0]["landscape"]["checked"] is None


def test_the_report_says_both(town: Landscape, capsys: pytest.CaptureFixture[str]) -> None:
    print_report(ag.analyze(town, draws=9), "de")
    said = " ".join(capsys.readouterr().out.split())
    assert "4 von 5 haben ihren Eintrag geprüft." in said
    assert "1 Akteur hat dem eigenen Eintrag widersprochen" in said
    assert "1 Verbindung wurde widersprochen" in said


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_a_directory_holds_no_entry_that_was_objected_to(town: Landscape, tmp_path: Path, audience: str) -> None:
    ag.directory(town, tmp_path / "directory.html", audience=audience)
    text = (tmp_path / "directory.html").read_text("utf-8")
    assert [word for word in UNSAID if word in text] == []
    assert "Förderverein Bach" in text
    ag.directory(town, tmp_path / "office.html", audience="office")
    assert "Chor Nordwind" in (tmp_path / "office.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Mit der Griechischen Gemeinde Bexstadt", "Mit der […]"),
        ("die Griechische Gemeinde Bexstadt", "die […]"),
        ("GRIECHISCHEN  GEMEINDE BEXSTADTS", "[…]"),
        ("Räume des Afrika-Forums und des Afrika-Forums Nord", "Räume des […] und des Afrika-Forums Nord"),
        ("Gemeinde Bexstadt", "Gemeinde Bexstadt"),
        ("griechisch, Gemeinde, Bexstadt", "griechisch, Gemeinde, Bexstadt"),
    ],
)
def test_who_objected_is_named_in_no_form(tmp_path: Path, said: str, told: str) -> None:
    actors = f"""
        id,name,publish,objected,description
        g,Griechische Gemeinde Bexstadt e. V.,,yes,
        f,Afrika-Forum,,yes,
        n,Afrika-Forums Nord e. V.,yes,,
        s,Solar,yes,,"{said}"
    """
    town = landscape(tmp_path, actors, "source,target")
    assert leaving(town, audience="public").actors["description"][3] == told
    assert leaving(town).actors["description"][3] == said
    roster = Roster(town, "de")
    assert (roster.told(said), roster.clear(3)(said)) == (" ".join(told.split()), told)
