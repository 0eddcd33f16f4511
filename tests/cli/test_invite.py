"""The verb ``invite``: what it says, where, and with which exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from actor_graph.words import LANGUAGES, Language, say
from tests.advice.invite.town import town
from tests.running import Ran, run

HEADINGS = {
    "de": ("Die Liste", "Eingehaltene Vorgaben", "Nicht erreicht"),
    "en": ("The list", "Rules kept", "Not reached"),
}


def errors(ran: Ran) -> list[str]:
    """The lines of stderr without what is said to be patient on a machine that has much to do."""
    waiting = [say(f"cli.step_{step}", language) for step in ("start", "compiling") for language in LANGUAGES]
    return [line for line in ran.err.splitlines() if line not in waiting]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_stands_first_then_the_rules_then_who_is_not_reached(tmp_path: Path, language: Language) -> None:
    ran = run("invite", town(tmp_path / "town", language=language), "--format", "meeting")
    assert (ran.status, errors(ran)) == (0, [])
    places = [ran.out.index(f"\n{heading}\n") for heading in HEADINGS[language]]
    assert places == sorted(places)
    assert "Haus" in ran.out
    assert "{" not in ran.out


def test_german_sentences(tmp_path: Path) -> None:
    options = ("--format", "meeting", "--include", "p1=auf Wunsch des Rates", "--others")
    out = run("invite", town(tmp_path / "town", "not_yet_networked: {min: 1}", "de"), *options).out
    for said in (
        "Vorgeschlagen sind 4, für 3 bis 4 Plätze.",
        "wird gefragt, ob sie sich vorstellen möchte",
        "kommt auf Entscheidung der Verantwortlichen dazu: auf Wunsch des Rates",
        "Ansprache: Brief, über ",
        "• Paar Eins: auf die Liste gesetzt (auf Wunsch des Rates)",
        "Ohne diese Entscheidungen stünden auf der Liste:",
        "Andere Listen",
    ):
        assert said in out
    assert "Platzhirsch" not in out


def test_json_and_file_are_the_same(tmp_path: Path) -> None:
    place, file = town(tmp_path / "town"), tmp_path / "invited.json"
    ran = run("invite", place, "--format", "meeting", "--seats", "3:4", "--json", "-o", file)
    assert ran.status == 0
    assert file.read_text("utf-8") == ran.out
    assert json.loads(ran.out)["schema"] == "actor-graph/invitation/1"
    assert str(file) in ran.err


def test_a_contradiction_is_exit_2_and_leaves_nothing(tmp_path: Path) -> None:
    place, file = town(tmp_path / "town", "top_dogs: {min: 2}", "de"), tmp_path / "invited.json"
    ran = run("invite", place, "--format", "meeting", "-o", file, "--json")
    assert (ran.status, ran.out, file.exists()) == (2, "", False)
    assert errors(ran) == [
        "Fehler: Keine Liste erfüllt diese Vorgabe:",
        "– Zentrale Akteure (ohne Auftrag): mindestens 2 (eingeladen werden kann einer)",
        "Möglich wird eine Liste mit dieser Änderung:",
        "– Zentrale Akteure (ohne Auftrag): mindestens 1 statt 2",
    ]


def test_wrong_options_are_told_together(tmp_path: Path) -> None:
    ran = run("invite", town(tmp_path / "town", language="de"), "--format", "Metting", "--exclude", "Hauss=zu")
    assert (ran.status, ran.out) == (2, "")
    assert errors(ran)[0] == "Fehler: Einen Akteur „Hauss=zu“ gibt es nicht. Ist „Haus“ gemeint?"
    assert "Ein Format „Metting“ gibt es nicht. Ist „meeting“ gemeint?" in errors(ran)[1]


def test_other_endings_and_files_that_are_no_list(tmp_path: Path) -> None:
    place = town(tmp_path / "town")
    assert run("invite", place, "--format", "meeting", "-o", tmp_path / "x.pdf").status == 2
    assert run("invite", place, "--format", "meeting", "-o", place / "actors.csv").status == 2
    assert run("invite", place, "--earlier", place / "actors.csv").status == 2
    assert run("invite", place, "--earlier", tmp_path / "none.json").status == 2
    assert run("invite", place).status == 2


def test_a_time_that_is_none_is_told_with_all_else(tmp_path: Path) -> None:
    ran = run(
        "invite", town(tmp_path / "town", language="de"), "--format", "meeting", "--seconds", "nan", "--seats", "x"
    )
    assert (ran.status, ran.out) == (2, "")
    assert [line.partition("“")[0] for line in errors(ran)] == ["Fehler: „x", "Fehler: „nan"]


def test_pseudonyms_have_no_place_here() -> None:
    assert "--pseudonymize" not in run("invite", "--help").out
