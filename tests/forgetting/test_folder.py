"""An actor goes out of a folder of tables, and every other byte of them stays."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest

import actor_graph as ag
from actor_graph.analysis.key import with_pseudonyms
from actor_graph.forgetting.csv_rows import CsvRows
from actor_graph.forgetting.files import Edited, write_all
from actor_graph.problems import OutputError, RequestError
from actor_graph.reading.keys import read_key
from actor_graph.writing.keys import write_key
from tests.making import folder
from tests.running import run

ACTORS = (
    'id;name;type;found_by;members;description\r\n'
    'wel;Weltladen Hafen e. V.;shop;;;"Two lines:\r\none; two"\r\n'
    '"we";Westverein;group;wel;"Weltladen Hafen e. V.; Chor ""A"""; knows the WELTLADEN HAFEN well\r\n'
    'welt;Weltverein;group;register;;\r\n'
)  # fmt: skip
TIES = (
    "source;target;reported_by;note\nwel;we;wel;\nwe;Weltverein;we; wel ;x\n".replace("we; wel ;", '"we; wel ";')
    + "welt;we;welt;\n"
    "welt;Weltladen Hafen e. V.;;\n"
)
LOG = "actor;date;outcome;note\nwel;2026-05-01;answered;secret\nwe;2026-05-02;answered;asked wel, too\n"


def city(where: Path, encoding: str = "utf-8-sig") -> Path:
    where.mkdir()
    for name, text in (("actors", ACTORS), ("ties", TIES), ("contacts", LOG)):
        (where / f"{name}.csv").write_bytes(text.encode(encoding))
    return where


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_all_other_bytes_stay(tmp_path: Path, encoding: str) -> None:
    place = city(tmp_path / "city", encoding)
    ag.forget(place, "wel", yes=True)
    actors = (
        'id;name;type;found_by;members;description\r\n'
        '"we";Westverein;group;;"Chor ""A"""; knows the WELTLADEN HAFEN well\r\n'
        'welt;Weltverein;group;register;;\r\n'
    )  # fmt: skip
    assert (place / "actors.csv").read_bytes() == actors.encode(encoding)
    ties = 'source;target;reported_by;note\nwe;Weltverein;"we";x\nwelt;we;welt;\n'
    assert (place / "ties.csv").read_bytes() == ties.encode(encoding)
    log = "actor;date;outcome;note\nwe;2026-05-02;answered;asked wel, too\n"
    assert (place / "contacts.csv").read_bytes() == log.encode(encoding)


def test_each_of_several_goes_out_of_members_and_finders(tmp_path: Path) -> None:
    actors = "id,name,members,found_by\nx,Xaver Chor,,\ny,Yeti Chor,,\nz,Zentrum,Yeti Chor; Tanz,y\n"
    for order in ("xy", "yx"):
        place = folder(tmp_path / order, actors, "source,target\nx,z\n")
        ag.forget(place, *order, yes=True)
        assert (place / "actors.csv").read_text("utf-8") == "id,name,members,found_by\nz,Zentrum,Tanz,\n"


def test_what_is_left_reads_as_the_same_landscape_without_it(tmp_path: Path) -> None:
    place = city(tmp_path / "city")
    before = ag.read(place)
    ag.forget(place, "Weltladen Hafen e. V.", yes=True)
    after = ag.read(place)
    assert after.actors["id"] == ("we", "welt")
    assert after.actors["type"] == before.actors["type"][1:]
    ends = zip(after.ties["source"], after.ties["target"], strict=True)
    assert [(after.actors["id"][a], after.actors["id"][b]) for a, b in ends] == [("we", "welt"), ("welt", "we")]
    assert after.contacts is not None
    assert after.contacts["actor"] == ("we",)


def test_it_says_where_the_name_still_stands(tmp_path: Path) -> None:
    place = city(tmp_path / "city")
    (place / "landscape.yaml").write_text("name: X\ncircles: {wel: Around}\n", "utf-8")
    (place / "notes.txt").write_text("nothing\nWeltladen Hafen called\n", "utf-8")
    ag.draw_map(ag.read(place), tmp_path / "map.html", draws=9)
    ag.analyze(ag.read(place), pseudonymize=True, draws=9).write(tmp_path / "passed_on")
    found = ag.forget(place, "wel", yes=True)
    told = {(at.file.name, at.row, at.column) for at in found.standing}
    assert told == {
        ("actors.csv", 2, "description"),
        ("contacts.csv", 2, "note"),
        ("landscape.yaml", 2, None),
        ("notes.txt", 2, None),
    }
    assert [file.name for file in found.outputs] == ["map.html"]


def test_the_circle_named_after_it_goes_and_an_id_that_is_a_number_is_found_where_it_is_a_cell(tmp_path: Path) -> None:
    place = tmp_path / "city"
    place.mkdir()
    (place / "actors.csv").write_text("id,name\n11,Nord\n12,Ost\n", "utf-8")
    (place / "ties.csv").write_text("source,target,weight\n12,12,11\n", "utf-8")
    (place / "contacts.csv").write_text("actor,date,by\n12,2026-01-03,11\n11,2026-01-03,12\n", "utf-8")
    yaml = "name: X # mine\r\ncircles:\r\n{}  12: 'B'\r\n  # end\r\ndate: 2026-01-01\r\n"
    (place / "landscape.yaml").write_bytes(yaml.format('  "11": A\r\n').encode())
    found = ag.forget(place, "11", yes=True)
    assert (place / "landscape.yaml").read_bytes() == yaml.format("").encode()
    assert {(at.file.name, at.row, at.column) for at in found.standing} == {("contacts.csv", 2, "by")}
    ag.forget(place, "12", yes=True)
    assert (place / "landscape.yaml").read_text("utf-8") == "name: X # mine\n  # end\ndate: 2026-01-01\n"


def test_circles_in_one_line_still_stand(tmp_path: Path) -> None:
    place = city(tmp_path / "city")
    (place / "landscape.yaml").write_text("name: X\ncircles: {we: B, welt: A}\n", "utf-8")
    found = ag.forget(place, "welt", yes=True)
    assert ("landscape.yaml", 2) in {(at.file.name, at.row) for at in found.standing}


def test_decisions_and_keys_let_go_of_it_and_of_nobody_else(tmp_path: Path) -> None:
    place = city(tmp_path / "city")
    head = "a,b,name_a,name_b,score,why,decision\n"
    stays = "wel,xx,Another city's Wel,Xx,0.9,,same\nwe,welt,Westverein,Weltverein,0.7,,different\n"
    (tmp_path / "decisions.csv").write_text(
        head + "we,wel,Westverein,Weltladen Hafen e. V.,0.8,,same\n" + stays, "utf-8"
    )
    held = with_pseudonyms(ag.read(place)).pseudonyms
    assert held is not None
    key = write_key(tmp_path / "far" / "city.key.csv", held.entries, language="en")
    ag.forget(place, "wel", yes=True, also=[key])
    assert (tmp_path / "decisions.csv").read_text("utf-8") == head + stays
    assert "Weltladen" not in key.read_text("utf-8-sig")
    assert sorted(entry.id for entry in read_key(key, "en")) == ["", "we", "welt"]  # its number is nobody else's
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    ag.analyze(ag.read(place), pseudonymize=key, draws=9)  # it is still ours, and is not refused


def test_without_yes_nothing_is_written(tmp_path: Path) -> None:
    place = city(tmp_path / "city")
    before = {file: file.read_bytes() for file in place.iterdir()}
    ran = run("forget", place, "wel", "--language", "en")
    assert ran.status == 0, ran.err
    assert "--yes" in ran.out
    assert "1 row of actors" in ran.out
    assert {file: file.read_bytes() for file in place.iterdir()} == before
    done = run("forget", place, "wel", "we", "--yes", "--language", "en")
    assert done.out.startswith("Taken out for good: Weltladen Hafen e. V., Westverein")
    assert run("forget", place, "wel", "--yes").status == 2


def test_all_files_or_none(tmp_path: Path) -> None:
    place = city(tmp_path / "city")
    before = (place / "actors.csv").read_bytes()
    (tmp_path / "gone.csv").write_text("x", "utf-8")
    broken: Any = None
    edited = [Edited(place / "actors.csv", b"new"), Edited(tmp_path / "gone.csv", broken)]
    with pytest.raises(TypeError):
        write_all(edited, "en")
    assert (place / "actors.csv").read_bytes() == before


@pytest.mark.parametrize("lock", [".~lock.ties.csv#", "~$ties.csv"])
def test_a_table_that_is_open_elsewhere_is_left_alone(tmp_path: Path, lock: str) -> None:
    """Or the program that has it open would bring the actor back."""
    place = city(tmp_path / "city")
    (place / lock).write_text("", "utf-8")
    before = (place / "actors.csv").read_bytes()
    with pytest.raises(OutputError, match="ties"):
        ag.forget(place, "wel", yes=True)
    assert (place / "actors.csv").read_bytes() == before


def test_a_further_table_has_to_be_there_and_tells_where_the_name_stands(tmp_path: Path) -> None:
    place = city(tmp_path / "city")
    with pytest.raises(RequestError, match="--also"):
        ag.forget(place, "wel", also=[tmp_path / "nowhere.csv"])
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "list.csv").write_text("what\nWeltladen Hafen\n", "utf-8")
    found = ag.forget(place, "wel", also=[tmp_path / "far" / "list.csv"])
    assert (tmp_path / "far" / "list.csv", 2) in {(at.file, at.row) for at in found.standing}


def test_the_files_keep_their_mode(tmp_path: Path) -> None:
    place = city(tmp_path / "city")
    (place / "actors.csv").chmod(0o640)
    ag.forget(place, "wel", yes=True)
    assert stat.S_IMODE((place / "actors.csv").stat().st_mode) == 0o640


@pytest.mark.parametrize("given", ["nobody", "Chor"])
def test_who_is_not_there_or_there_twice_is_said(tmp_path: Path, given: str) -> None:
    place = tmp_path / "city"
    place.mkdir()
    (place / "actors.csv").write_text("id,name\na,Chor\nb,Chor\n", "utf-8")
    (place / "ties.csv").write_text("source,target\na,b\n", "utf-8")
    with pytest.raises(RequestError):
        ag.forget(place, given, yes=True)


def test_a_person_goes_by_the_stand_in_and_the_others_move_up(tmp_path: Path) -> None:
    place = tmp_path / "city"
    place.mkdir()
    (place / "actors.csv").write_text("id,name,person\na,Ada,yes\nb,Bob,yes\n", "utf-8")
    (place / "ties.csv").write_text("source,target\na,b\n", "utf-8")
    (place / "decisions.csv").write_text(
        "a,b,name_a,name_b,decision\nperson-1,person-2,Person 1,Person 2,same\n", "utf-8"
    )
    found = ag.forget(place, "person-1", yes=True)
    assert found.renumbered
    assert ag.read(place).actors["id"] == ("b",)
    assert (place / "decisions.csv").read_text("utf-8") == "a,b,name_a,name_b,decision\n"


def test_documents_give_a_working_copy(tmp_path: Path) -> None:
    path = tmp_path / "city.yaml"
    path.write_text(
        "actors:\n  - {id: a, name: Ada}\n  - {id: b, name: Bob}\nties:\n  - {source: a, target: b}\n", "utf-8"
    )
    with pytest.raises(RequestError, match="-o"):
        ag.forget(path, "a", yes=True)
    before = path.read_bytes()
    found = ag.forget(path, "a", yes=True, output=tmp_path / "left")
    assert ag.read(tmp_path / "left").actors["id"] == ("b",)
    assert path.read_bytes() == before
    assert [at.file for at in found.standing] == [path]
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in found.written)


@pytest.mark.parametrize(
    "text",
    [
        "a;b\n1;2\n",
        "sep=,\na,b\r\n1,2\r\n",
        'a;b\n"x\ny";"q""r"\n',
        "a;b\r1;2",
        "",
        'a;b\n"open;2\n',
        "a;b\n\n\n1;2;3\n",
    ],
)
def test_a_table_put_together_again_is_the_same(text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        raw = text.encode(encoding)
        assert CsvRows(raw).without((), {}) == raw


@pytest.mark.parametrize(
    ("line", "place", "told"),
    [('1;"a;b";3', 1, '1;"NEW";3'), ('"x""y";2', 0, '"NEW";2'), ("1;2;3", 2, "1;2;NEW"), ('"a\nb";2', 1, '"a\nb";NEW')],
)
def test_a_cell_is_changed_and_its_neighbors_are_not(line: str, place: int, told: str) -> None:
    table = CsvRows(f"h;i;j\n{line}\nz;z\n".encode())
    assert table.without((), {(2, place): lambda _: "NEW"}).decode() == f"h;i;j\n{told}\nz;z\n"
