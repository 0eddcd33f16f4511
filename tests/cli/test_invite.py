"""The verb ``invite``: what it says, where, and with which exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from actor_graph.words import LANGUAGES, Language, say
from actor_graph.writing.outputs import LIST, listed
from tests.advice.invite.town import SCHEME, town
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


def files(where: Path) -> dict[str, bytes]:
    return {str(path.relative_to(where)): path.read_bytes() for path in where.rglob("*") if path.is_file()}


@pytest.mark.parametrize("taken", ["contacts.csv", "afile", "foreign", "changed.xlsx", "a/../list.xlsx", "briefe.txt"])
def test_list_and_letters_are_written_both_or_none(tmp_path: Path, taken: str) -> None:
    """Where the letters can't be written, nothing is: a list that somebody has already stays as it was."""
    place = town(tmp_path / "town")
    (tmp_path / "afile").write_text("mine", "utf-8")
    (tmp_path / "a").mkdir()
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign" / "Serienbrief.xlsx").write_text("mine", "utf-8")
    (tmp_path / "changed.xlsx").write_text("mine", "utf-8")
    (place / "contacts.csv").write_text("actor,date\n", "utf-8")
    target = place / taken if taken == "contacts.csv" else tmp_path / taken
    before = files(tmp_path)
    asked = ("invite", place, "--format", "meeting", "--letters", "de", "--with-contacts", "--letters-to", target)
    for output in ("list.xlsx", "new/list.xlsx"):
        if (taken, output) != ("a/../list.xlsx", "new/list.xlsx"):
            ran = run(*asked, "-o", tmp_path / output)
            assert (ran.status, ran.out, files(tmp_path)) == (2, "", before)
            assert target.name in ran.err or "Serienbrief.xlsx" in ran.err
            assert not (tmp_path / "new").exists()


def test_list_and_letters_in_one_folder_are_both_known_as_ours(tmp_path: Path) -> None:
    asked = ("invite", town(tmp_path / "town"), "--format", "meeting", "--letters", "en", "--with-contacts")
    for _ in range(2):  # the second time all of it is replaced
        ran = run(*asked, "--letters-to", tmp_path / "out", "-o", tmp_path / "town" / ".." / "out" / "list.json")
        assert ran.status == 0, ran.err
    names = {path.name for path in (tmp_path / "out").iterdir()} - {LIST}
    assert {"list.json", "Mail merge.xlsx"} <= names
    assert listed(tmp_path / "out").keys() == names


@pytest.mark.parametrize("folder", ["Briefe 12.3", "Briefe St. Ingbert", "v1.txt"])
def test_a_folder_for_letters_may_have_a_dot(tmp_path: Path, folder: str) -> None:
    if folder == "v1.txt":
        (tmp_path / folder).mkdir()
    asked = ("invite", town(tmp_path / "town"), "--format", "meeting", "--letters", "de")
    assert run(*asked, "--letters-to", tmp_path / folder).status == 0
    assert (tmp_path / folder / "Serienbrief.xlsx").is_file()


def test_the_list_of_another_event_stays_and_that_of_the_same_goes_on(tmp_path: Path) -> None:
    place, file = town(tmp_path / "town"), tmp_path / "list.json"
    assert run("invite", place, "--format", "meeting", "-o", file).status == 0
    before = file.read_bytes()
    ran = run("invite", place, "--format", "round table", "--same-as", file, "-o", file, "--force")
    assert (ran.status, ran.out, file.read_bytes()) == (2, "", before)
    assert "list.json" in ran.err
    assert run("invite", place, "--earlier", file, "--declined", "lone", "-o", file).status == 0
    assert [change["who"] for change in json.loads(file.read_bytes())["changes"]] == ["lone"]


def test_the_list_that_a_format_goes_back_to_stays(tmp_path: Path) -> None:
    scheme = SCHEME + "  review: {seats: 2-4, same_as: first.json}\n"
    place = town(tmp_path / "town", scheme=scheme)
    assert run("invite", place, "--format", "meeting", "-o", place / "first.json").status == 0
    before = (place / "first.json").read_bytes()
    ran = run("invite", place, "--format", "review", "-o", place / "first.json")
    assert (ran.status, ran.out, (place / "first.json").read_bytes()) == (2, "", before)
    assert run("invite", place, "--format", "review", "-o", place / "second.json").status == 0


def test_pseudonyms_have_no_place_here() -> None:
    assert "--pseudonymize" not in run("invite", "--help").out
