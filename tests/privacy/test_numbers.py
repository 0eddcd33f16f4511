"""The numbers that stand for names: the same in all outputs, nothing that anybody could work out, kept where asked."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import actor_graph as ag
from actor_graph.landscape import Landscape
from actor_graph.landscape.pseudonyms import Entry
from actor_graph.privacy.pseudonyms import allotted
from actor_graph.problems import OutputError, RequestError
from actor_graph.reading.keys import read_key
from actor_graph.writing.keys import write_key
from tests.making import folder, landscape
from tests.running import run

MANY = "id,name,publish\n" + "".join(f"a{n},A{n},yes\n" for n in range(60))
TIES = "source,target\na1,a2\n"


def made(read: Landscape, where: Path, **options: Any) -> dict[str, Any]:
    """What each function makes of it: something that offers the key."""
    assert read.path is not None
    return {
        "analyze": ag.analyze(read, draws=9, **options),
        "draw_map": ag.draw_map(read, where / "map.html", draws=9, **options),
        "directory": ag.directory(read, where / "directory.html", **options),
        "check": ag.check(read.path, **options),
    }


def test_who_has_the_list_and_the_program_can_not_work_the_numbers_out(tmp_path: Path) -> None:
    keys = []
    for name in "ab":  # the same bytes, read twice by the same program
        city = folder(tmp_path / name, MANY, TIES)
        assert run("check", city, "--pseudonymize", "--today", "2026-07-01").status == 0
        keys.append(read_key(tmp_path / f"{name}.key.csv", "en"))
    assert len(keys[0]) == len(keys[1]) == 60
    assert keys[0] != keys[1]  # the same by chance once in 60! times
    for key in keys:
        assert [entry.id for entry in key] != [f"a{n}" for n in range(60)]


def test_all_outputs_of_a_run_of_the_program_agree_without_a_file(tmp_path: Path) -> None:
    read = landscape(tmp_path / "city", MANY, TIES)
    keys = [one.key for one in made(read, tmp_path, pseudonymize=True).values()]
    assert all(key == keys[0] for key in keys)
    assert sorted(keys[0].values()) == sorted(f"a{n}" for n in range(60))
    assert allotted(read) == allotted(ag.read(tmp_path / "city"))


def test_no_function_writes_a_key_unless_it_is_asked_to(tmp_path: Path) -> None:
    read = landscape(tmp_path / "city", MANY, TIES)
    outputs = made(read, tmp_path, pseudonymize=True)
    assert not [*tmp_path.rglob("*.csv.key"), *tmp_path.glob("*.key.csv")]
    for one in outputs.values():
        place = one.write_key()
        assert place == tmp_path / "city.key.csv"
        assert stat.S_IMODE(place.stat().st_mode) == 0o600
        assert {entry.stand_in: entry.id for entry in read_key(place, "en")} == one.key
        assert one.write_key(tmp_path / "far" / "key.csv").exists()


@pytest.mark.parametrize("verb", ["analyze", "draw_map", "directory", "check"])
def test_the_key_beside_the_landscape_is_taken_and_one_that_is_named_is_written(tmp_path: Path, verb: str) -> None:
    read = landscape(tmp_path / "city", "id,name,publish\na,A,yes\nb,B,yes\n", "source,target\na,b\n")
    beside = tmp_path / "city.key.csv"
    write_key(beside, [Entry("b", "B", "actor-007")], language="en")
    before = beside.read_bytes()
    assert made(read, tmp_path, pseudonymize=True)[verb].key == {"actor-007": "b", "actor-008": "a"}
    assert beside.read_bytes() == before
    assert set(made(read, tmp_path, pseudonymize=tmp_path / "own.csv")[verb].key) == {"actor-001", "actor-002"}
    assert len(read_key(tmp_path / "own.csv", "en")) == 2


def test_a_key_is_not_replaced_by_other_numbers(tmp_path: Path) -> None:
    """Two runs at the same time: the outputs of the first would have numbers that no key resolves."""
    analysis = ag.analyze(landscape(tmp_path / "city", MANY, TIES), pseudonymize=True, draws=9)
    other = [Entry(f"a{n}", f"A{n}", f"actor-{60 - n:03}") for n in range(60)]
    write_key(tmp_path / "city.key.csv", other, language="en")
    with pytest.raises(OutputError, match="other numbers"):
        analysis.write_key(force=True)
    assert read_key(tmp_path / "city.key.csv", "en") == tuple(other)


def test_nothing_is_written_under_numbers_whose_key_can_not_be_kept(tmp_path: Path) -> None:
    city = folder(tmp_path / "city", MANY, TIES)
    key = tmp_path / "key.csv"
    key.write_text("id,name,stand-in\na1,A1,actor-005\n", "utf-8")
    for verb, name in (("map", "map.html"), ("directory", "directory.html"), ("analyze", "figures")):
        ran = run(verb, city, "--pseudonymize", "--key", key, "-o", tmp_path / "out" / name)
        assert (ran.status, ran.out) == (2, "")
        assert "--force" in ran.err
    assert not (tmp_path / "out").exists()
    ran = run("check", city, "--pseudonymize", "--key", key, "--json")
    assert (ran.status, ran.out) == (2, "")
    assert run("check", city, "--pseudonymize", "--key", key, "--force").status == 0
    assert {entry.id: entry.stand_in for entry in read_key(key, "en")}["a1"] == "actor-005"


@pytest.mark.parametrize("sign", ["\u2028", "\x85", "\x0b", "\x1c", "\n"])
def test_a_name_with_a_sign_that_ends_lines_elsewhere_keeps_its_row(tmp_path: Path, sign: str) -> None:
    entries = (Entry("a", f"A{sign}B", "actor-001"), Entry("b", "B", "actor-002"))
    assert read_key(write_key(tmp_path / "key.csv", entries, language="de"), "de") == entries


@pytest.mark.parametrize("make", [ag.check, lambda path: ag.directory(ag.read(path))])
def test_without_pseudonyms_there_is_no_key(tmp_path: Path, make: Callable[[Path], Any]) -> None:
    done = make(folder(tmp_path / "city", MANY, TIES))
    assert done.key == {}
    with pytest.raises(RequestError, match="no key"):
        done.write_key()


CITY = """
    id,name,type,survey,reason,objected,person,delete_after,Treff bei Mia
    wel,Weltladen Hafen,shop,answered,,,,,Nord
    sah,Café Sahara,café,no answer,,,,2020-01-01,
    caf,Cafe Sahara,café,promised,,,,,
    obj,Verein Einspruch,club,no answer,,yes,,,
    per,Hilde Geheim,individual,no answer,,,yes,,
    out,Gesangverein Ost,shop,excluded,ist Hilde Geheim zu weit weg,,,,
"""
NAMED = """
    source,target,reported_by,note
    wel,sah,wel,mit Café Sahara
    wel,out,wel,
    wel,obj,wel,
    per,wel,per,
"""
LOG = """
    actor,date,outcome,next
    sah,2026-06-01,no answer,2026-06-20
    caf,2026-06-02,promised,nach dem Fest im Weltladen Hafen
    obj,2026-06-02,no answer,2026-06-21
"""
NAMING = ("Weltladen", "Sahara", "Hilde", "Geheim", "Einspruch", "Gesangverein", "Fest", "Treff", "weit weg", "Harbor",
          '"wel"', '"sah"', '"obj"', '"per"', "Person 1", "actors.csv", "city")  # fmt: skip


def test_the_state_of_a_survey_under_numbers_names_nobody_and_leaves_out_who_objected(tmp_path: Path) -> None:
    city = folder(tmp_path / "city", CITY, NAMED, "    name: Harbor Town\n    language: en\n", LOG)
    state = ag.check(city, today="2026-07-01", pseudonymize=True)
    text, told = state.to_json(), state.to_dict()
    assert [word for word in NAMING if word in text] == []
    assert told["pseudonymized"] is True
    assert "not anonymous" in told["note"]
    number = {id_: stand_in for stand_in, id_ in state.key.items()}
    assert number["obj"] not in text
    assert told["funnel"]["found"] == 5
    assert told["funnel"]["excluded"] == {"": 1}
    assert told["objected"] == []
    assert [one["id"] for one in told["overdue"]] == [number["sah"]]
    assert [one["id"] for one in told["undated"]] == [number["caf"]]
    assert [one["id"] for one in told["past"]] == [number["sah"]]
    assert {told["duplicates"][0][end] for end in "ab"} == {number["sah"], number["caf"]}
    assert {one["id"] for one in told["call_next"]} == {number[id_] for id_ in ("sah", "caf", "per")}
    assert told["ties"]["all"] == 2
    assert {one["id"]: one["named_by"] for one in told["named_by"]} == {
        number["wel"]: 1, number["sah"]: 1, number["caf"]: 0, number["per"]: 0,
    }  # fmt: skip
    assert told["columns_not_passed_on"] is None
    assert "row" not in told["call_next"][0]
    assert [p.key for p in state.problems][-2:] == ["privacy.pseudonymized", "privacy.singled_out_in_state"]


def test_the_terminal_says_what_is_left_out(tmp_path: Path) -> None:
    twice = CITY + "    new,Café Sahara,café,,,,,,\n"
    city = folder(tmp_path / "city", twice, NAMED, "    name: Harbor Town\n    language: en\n", LOG)
    ran = run("check", city, "--today", "2026-07-01", "--pseudonymize")
    assert ran.status == 0, ran.err
    assert [word for word in NAMING if word in ran.out] == []
    said = " ".join(ran.out.split())
    assert "Pseudonymized, not anonymous. Numbers stand for the names. Left out are places" in said
    assert "Actor 00" in said
    assert "without a reason" not in said  # there is one, which is left out
    assert "“Café Sahara” is also that of the actor in row" in ran.err
    told = json.loads(run("check", city, "--json", "--pseudonymize").out)["problems"]
    assert ["“[…]” is also that" in problem["message"] for problem in told] == [True]
    assert [problem["row"] for problem in told] == [None]


def test_under_numbers_a_problem_tells_of_no_cell(tmp_path: Path) -> None:
    city = folder(tmp_path / "city", CITY.replace("promised", "vielleicht"), NAMED + "    wel,Weltladn,,\n")
    ran = run("check", city, "--json", "--pseudonymize")
    found = json.loads(ran.out)
    assert ran.status == 2
    assert "vielleicht" in ran.err  # the office's own terminal tells what and where
    assert "Weltladn" in ran.err
    assert [word for word in (*NAMING, "vielleicht", "Weltladn") if word in ran.out] == []
    assert [p["severity"] for p in found["problems"]] == ["error", "error"]
    assert {p[place] for p in found["problems"] for place in ("file", "sheet", "row", "column")} == {None}
    assert [file.name for file in tmp_path.iterdir()] == ["city"]


def test_errors_tell_natural_persons_under_their_stand_ins(tmp_path: Path) -> None:
    ties = NAMED + "    wel,Hilde Geheimnis,,\n    wel,Frau Geheim,,\n    Hilde Geheim,sahh,,\n"
    city = folder(tmp_path / "city", CITY, ties)
    ran = run("check", city, "--json")
    assert ran.status == 2
    told = [problem["message"] for problem in json.loads(ran.out)["problems"]]
    assert len(told) == 3
    assert "Person 1" in told[0]
    assert "Hilde Geheim”" not in told[0]
    assert "Person 1" in told[1]
    assert "Geheim" not in told[1]
    assert "Frau Geheim" in ran.err


def test_so_do_errors_in_decisions(tmp_path: Path) -> None:
    city = folder(tmp_path / "city", CITY, NAMED)
    table = tmp_path / "decisions.csv"
    table.write_text("a,b,name_a,name_b,decision\nHilde Geheim,wel,Frau Geheim,Weltladen,perhaps\n", "utf-8")
    ran = run("check", city, "--json", "--decisions", table)
    assert ran.status == 2
    assert "Geheim" not in ran.out
