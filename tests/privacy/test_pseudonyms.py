"""Numbers instead of names: nothing that could name an actor leaves, and the key keeps who is who."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import actor_graph as ag
from actor_graph.analysis.key import with_pseudonyms
from actor_graph.landscape.pseudonyms import Entry
from actor_graph.privacy.leaving import leaving
from actor_graph.privacy.mentions import Mentions
from actor_graph.privacy.pseudonyms import allotted
from actor_graph.problems import LandscapeError, OutputError, RequestError
from actor_graph.reading.keys import read_key
from actor_graph.words import LANGUAGES, Language
from actor_graph.writing.keys import write_key
from actor_graph.writing.working_copy import write_working_copy
from tests.making import folder, landscape
from tests.material import ROOT
from tests.running import run

ACTORS = """
    id,name,type,fields,needs,offers,languages,countries,description,website,place,members,found_by,person,District
    wel,Weltladen Hafen e. V.,shop,school,like Café Sahara,rooms,Ewe,Togo,About,weltladen.example,Harbor,sah,sah,,Nord
    sah,Café Sahara,café,,rooms for all of us upstairs on Tuesdays and also on Wednesdays,,Amharic,Chad,,,Town,,wel,,N
    per,Hilde Geheim,individual,education,,,,,,,,,,yes,Süd
    gvo,Gesangverein Ost,shop,,,,,,,,,,,,Süd
"""
TIES = """
    source,target,kind,note
    wel,sah,cooperation,told by Hilde
    sah,per,friends of Café Sahara,
"""
ABOUT = """
    name: Landscape of Harbor Town
    place: Harbor Town
    boundary: all that Café Sahara knows
    sources: [the list of the Weltladen Hafen]
    circles: {wel: Around the Weltladen}
    feedback: office@harbor.example
"""
NAMING = (
    "Weltladen", "weltladen", "Sahara", "Hilde", "Geheim", "Gesangverein", "Harbor", "Ewe", "Togo", "Chad", "Amharic",
    "Town", "Tuesday", '"wel"', '"sah"', '"per"', '"gvo"', "Person 1", "person-1", "Süd",
)  # fmt: skip


@pytest.mark.parametrize("audience", ["office", "participants", "public"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_nothing_that_names_an_actor_leaves(tmp_path: Path, audience: str, language: Language) -> None:
    read = landscape(tmp_path, ACTORS, TIES, ABOUT)
    analysis = ag.analyze(read, audience=audience, pseudonymize=True, draws=9, language=language)
    text = analysis.to_json() + str(analysis.ties()) + ag.draw_map(analysis)
    assert [word for word in NAMING if word in text] == []


def test_it_says_that_it_is_not_anonymous_and_what_was_left_out(tmp_path: Path) -> None:
    analysis = ag.analyze(landscape(tmp_path, ACTORS, TIES, ABOUT), pseudonymize=True, draws=9)
    assert analysis.to_dict()["pseudonymized"] is True
    assert "not anonymous" in analysis.to_dict()["note"]
    assert "not anonymous" in analysis.to_dict()["landscape"]["name"]
    assert "Pseudonymized, not anonymous; places and free text are left out." in ag.draw_map(analysis)


def test_words_of_lists_stay_without_names_and_texts(tmp_path: Path) -> None:
    told = leaving(with_pseudonyms(landscape(tmp_path, ACTORS, TIES, ABOUT))).actors
    needs = dict(zip(with_pseudonyms(landscape(tmp_path, ACTORS, TIES)).actors["id"], told["needs"], strict=True))
    assert needs == {"wel": ("like […]",), "sah": (), "per": (), "gvo": ()}


def test_a_column_that_is_asked_for_stays_and_is_warned_of(tmp_path: Path) -> None:
    analysis = ag.analyze(landscape(tmp_path, ACTORS, TIES), show=["District"], pseudonymize=True, draws=9)
    assert sorted(filter(None, analysis.to_dict()["shown"][0]["cells"])) == ["N", "Nord", "Süd"]
    told = {warning.key: warning.values for warning in analysis.warnings}
    assert told["privacy.singled_out"]["n"] == 4  # no two of four are alike in kind and district
    assert told["privacy.singled_out"]["by"] == "kind, District"
    assert set(told) == {"privacy.pseudonymized", "privacy.singled_out", "privacy.singled_out_by_words"}


@pytest.mark.parametrize("column", ["description", "website", "found_by", "members"])
def test_texts_of_their_own_stay_inside_even_if_asked_for(tmp_path: Path, column: str) -> None:
    with pytest.raises(RequestError, match="--pseudonymize"):
        ag.analyze(landscape(tmp_path, ACTORS, TIES), show=[column], pseudonymize=True)


def test_contact_data_and_pseudonyms_do_not_go_together(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="do not go together"):
        ag.analyze(landscape(tmp_path, ACTORS, TIES), with_contacts=True, pseudonymize=True)


def test_rows_follow_the_numbers_and_the_figures_stay_with_their_actors(tmp_path: Path) -> None:
    read = landscape(tmp_path, ACTORS, TIES, ABOUT)
    plain, told = ag.analyze(read, draws=9), ag.analyze(read, pseudonymize=True, draws=9)
    ids = [row["id"] for row in told.to_dict()["actors"]]
    assert ids == sorted(ids) == ["actor-001", "actor-002", "actor-003", "actor-004"]
    degrees = {
        "person-1" if (id_ := told.key[row["id"]]) == "per" else id_: row["degree"] for row in told.to_dict()["actors"]
    }
    assert degrees == {row["id"]: row["degree"] for row in plain.to_dict()["actors"]}


def test_a_landscape_under_pseudonyms_keeps_them(tmp_path: Path) -> None:
    once = with_pseudonyms(landscape(tmp_path, ACTORS, TIES))
    assert ag.analyze(once, pseudonymize=True, draws=9).to_json() == ag.analyze(once, draws=9).to_json()


def test_a_working_copy_is_refused(tmp_path: Path) -> None:
    once = with_pseudonyms(landscape(tmp_path / "city", ACTORS, TIES))
    with pytest.raises(RequestError, match="keeps all names"):
        write_working_copy(once, tmp_path / "copy")


def test_an_actor_keeps_its_number_over_the_waves(tmp_path: Path) -> None:
    known = (Entry("1", "Old", "actor-001"), Entry("b", "Chor", "actor-002"), Entry("c", "Hof", "actor-007"))
    wave = landscape(tmp_path, "id,name\n1,New\nb,Singkreis\nx,Hof\n", "source,target\n")
    held = allotted(wave, known)
    assert held.by_id == {"1": "actor-008", "b": "actor-002", "x": "actor-007"}
    assert held.entries[0] == Entry("1", "Old", "actor-001")  # nobody else gets its number


def test_an_id_that_was_another_actor_s_is_the_present_one_s(tmp_path: Path) -> None:
    wave = landscape(tmp_path, "id,name\n1,New\n", "source,target\n")
    held = allotted(wave, (Entry("5", "New", "actor-003"), Entry("1", "Old", "actor-009")))
    assert held.by_id == {"1": "actor-003"}
    assert held.entries == (Entry("1", "New", "actor-003"), Entry("1", "Old", "actor-009"))


def test_the_key_is_for_its_owner_alone_and_read_as_it_was_written(tmp_path: Path) -> None:
    entries = (Entry("=1+1", "@Home; e. V.", "actor-001"), Entry("b", 'The "B"\nof two', "actor-002"))
    for language in LANGUAGES:
        path = write_key(tmp_path / f"{language}.key.csv", entries, language=language)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert read_key(path, "en") == entries
        assert b"\n=1" not in path.read_bytes()


@pytest.mark.parametrize(
    ("text", "row"),
    [("a,b\n1,2\n", 1), ("id,name,stand-in\nx,X,Weltladen\n", 2),
     ("id,name,stand-in\nx,X,actor-001\ny,Y,actor-001\n", 3)],
)  # fmt: skip
def test_a_key_that_is_none_is_told_with_its_row(tmp_path: Path, text: str, row: int) -> None:
    (tmp_path / "key.csv").write_text(text, "utf-8")
    with pytest.raises(LandscapeError) as wrong:
        read_key(tmp_path / "key.csv", "en")
    assert [problem.row for problem in wrong.value.problems] == [row]


def test_in_python_the_key_is_a_mapping_and_a_file_when_wanted(tmp_path: Path) -> None:
    read = landscape(tmp_path / "city", ACTORS, TIES)
    analysis = ag.analyze(read, pseudonymize=tmp_path / "key.csv", draws=9)
    assert sorted(analysis.key.values()) == ["gvo", "per", "sah", "wel"]
    assert {entry.stand_in: entry.id for entry in read_key(tmp_path / "key.csv", "en")} == analysis.key
    with pytest.raises(RequestError):
        ag.analyze(read, draws=9).write_key(tmp_path / "other.csv")


def test_the_command_keeps_the_key_beside_the_landscape(tmp_path: Path) -> None:
    city = folder(tmp_path / "city", ACTORS, TIES, ABOUT)
    first = run("analyze", city, "--json", "--pseudonymize", "--draws", "9", "-o", tmp_path / "out")
    assert first.status == 0, first.err
    assert "not anonymous" in first.err
    key = tmp_path / "city.key.csv"
    assert str(key) in first.err
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    again = run("analyze", city, "--json", "--pseudonymize", "--draws", "9")
    assert again.out == first.out
    table = city / "actors.csv"
    table.write_text(table.read_text("utf-8") + "new,Newcomer,shop\n", "utf-8")
    third = run("map", city, "--pseudonymize", "-o", tmp_path / "m.html")
    assert third.status == 0, third.err
    assert read_key(key, "en")[-1] == Entry("new", "Newcomer", "actor-005")
    left = run("analyze", city, "--pseudonymize", "--json", "--draws", "9", "--without", "actor-005")
    assert left.out.count("actor-005") == 1  # in settings.without


def test_a_failing_command_writes_no_key(tmp_path: Path) -> None:
    city = folder(tmp_path / "city", ACTORS, TIES)
    for words in (["--by", "nothing"], ["--key", tmp_path / "out" / "key.csv", "-o", tmp_path / "out"]):
        ran = run("analyze", city, "--pseudonymize", "--draws", "9", *words)
        assert (ran.status, ran.out) == (2, "")
    assert [file.name for file in tmp_path.iterdir()] == ["city"]
    assert run("analyze", city, "--key", tmp_path / "k.csv").status == 2


def test_a_key_that_somebody_changed_is_not_replaced(tmp_path: Path) -> None:
    read = landscape(tmp_path / "city", ACTORS, TIES)
    key = tmp_path / "key.csv"
    key.write_text("id,name,stand-in\nwel,Weltladen Hafen e. V.,actor-005\n", "utf-8")
    with pytest.raises(OutputError):
        ag.analyze(read, pseudonymize=key, draws=9)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("Weltladen Hafen e. V.", "WELTLADEN  Hafen", "[…]"),
        ("Weltladen Hafen e. V.", "Weltladen-Hafen e.V.!", "[…].!"),
        ("Chor", "Kirchenchor, chor", "Kirchenchor, […]"),
        ("7", "7 Chöre", "7 Chöre"),
        ("Bo", "Bo and bo", "[…] and bo"),
        ("Mu\u0308nster", "Münster", "[…]"),
        ("Afrika-Forum e. V.", "die Feste des Vereins Afrika-Forums", "die Feste des Vereins […]"),
        (
            "Türkischer Kulturverein",
            "mit den Türkischen Kulturvereinen, dem Türkischen Kulturverein",
            "mit den […], dem […]",
        ),
        ("Türkische Gemeinde", "der türkischen Gemeinde", "der […]"),
        ("Haus der Kulturen", "Saal des Hauses der Kulturen", "Saal des […]"),
        ("Alte Feuerwache", "in der Alten Feuerwache", "in der […]"),
        ("Bürgerkreis", "des Bürgerkreises", "des […]"),
        ("Weltladen Nord", "des Weltladens Nord", "des […]"),
        ("Jugendamt", "des Jugendamts und Jugendamtes", "des […] und […]"),
    ],
)
def test_names_are_found_as_whole_words(name: str, text: str, told: str) -> None:
    assert Mentions([name]).redacted(text) == told
    assert Mentions([name])(text) == (told != text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Begegnung", "Orte für Begegnungen"),
        ("Fischer", "wir fischen und essen Fische"),
        ("Aktion Nord", "Aktionsraum Nord"),
        ("Türkischer Kulturverein", "türkische Kultur, ein Türkischer Kulturvereinsabend"),
        ("Neue Nachbarn", "Neues Nachbarhaus"),
        ("Rat der Religionen", "Räte der Religion"),
        ("Chor", "Chorsänger"),
        ("Eine Welt Haus", "eines Welthauses"),
    ],
)
def test_other_words_of_the_same_stem_are_no_names(name: str, text: str) -> None:
    assert Mentions([name]).redacted(text) == text


def test_the_key_is_kept_where_the_reader_of_the_report_has_gone(tmp_path: Path) -> None:
    city = folder(tmp_path / "city", ACTORS, TIES)
    command = [sys.executable, "-m", "actor_graph", "analyze", str(city), "--pseudonymize", "--draws", "9"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as reading:
        assert reading.stdout is not None
        reading.stdout.close()
        reading.wait()
    assert len(read_key(tmp_path / "city.key.csv", "en")) == 4
