"""The key is kept before anything is written or shown under its numbers, by one run at a time."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import actor_graph as ag
from actor_graph.analysis.key import kept, with_pseudonyms
from actor_graph.cli import COMMANDS
from actor_graph.landscape.pseudonyms import Entry
from actor_graph.problems import OutputError, RequestError
from actor_graph.reading.keys import read_key
from actor_graph.writing import keys
from actor_graph.writing.keys import alone, write_key
from tests.making import folder, landscape
from tests.material import ROOT
from tests.running import run

ACTORS = "id,name,publish,needs,offers\n" + "".join(f"a{n},Name {n},yes,rooms,rooms\n" for n in range(12))
TIES = "source,target\na1,a2\n"
OUTPUTS = (
    ("analyze", "figures"),
    ("analyze", "figures.xlsx"),
    ("analyze", ""),
    ("analyze", "--json"),
    ("map", "map.html"),
    ("directory", "directory.html"),
    ("needs", "needs.csv"),
    ("needs", "--json"),
    ("check", ""),
    ("check", "lists.xlsx"),
    ("check", "--json"),
    ("evolve", "years.html"),
    ("evolve", ""),
    ("evolve", "--json"),
)
"""Each verb that has numbers, to files and to the terminal."""


def landscapes(verb: str, where: Path) -> list[Path]:
    """What a verb reads: one landscape, or two waves of a city; the key stands beside the last."""
    city = folder(where / "city", ACTORS, TIES, "    date: 2026\n")
    return [folder(where / "before" / "city", ACTORS, TIES, "    date: 2024\n"), city] if verb == "evolve" else [city]


def words(verb: str, out: str, where: Path) -> list[str | Path]:
    """How a verb is told where to write."""
    return [out] if out.startswith("--") else ["-o", where / out] if out else []


def test_these_are_all_verbs_that_have_numbers() -> None:
    has = {
        verb
        for verb, home in COMMANDS.items()
        if any(option.name == "pseudonymize" for option in import_module(f"actor_graph.cli.{home}").command.params)
    }
    assert has == {verb for verb, _ in OUTPUTS}


@pytest.mark.parametrize(("verb", "out"), OUTPUTS)
def test_where_the_key_can_not_be_kept_nothing_is_written_or_shown(tmp_path: Path, verb: str, out: str) -> None:
    read = landscapes(verb, tmp_path)
    (tmp_path / "no folder").write_text("", "utf-8")
    before = sorted(tmp_path.rglob("*"))
    key = tmp_path / "no folder" / "key.csv"
    ran = run(verb, *read, "--pseudonymize", "--key", key, *words(verb, out, tmp_path))
    assert (ran.status, ran.out) == (2, "")
    assert sorted(tmp_path.rglob("*")) == before
    ran = run(verb, *read, "--pseudonymize", *words(verb, out, tmp_path))
    assert ran.status == 0, ran.err
    assert len(read_key(tmp_path / "city.key.csv", "en")) == 12
    assert ran.err.splitlines()[-1].endswith("city.key.csv")


@pytest.mark.parametrize(("verb", "name"), [("map", "m.html"), ("directory", "d.html"), ("needs", "n.csv")])
def test_where_the_output_can_not_be_written_the_key_is_as_it_was(tmp_path: Path, verb: str, name: str) -> None:
    city = folder(tmp_path / "city", ACTORS, TIES)
    (tmp_path / name).write_text("mine", "utf-8")
    key = tmp_path / "city.key.csv"
    for _ in range(2):
        before = key.read_bytes() if key.exists() else None
        ran = run(verb, city, "--pseudonymize", "-o", tmp_path / name)
        assert (ran.status, ran.out) == (2, "")
        assert (key.read_bytes() if key.exists() else None) == before
        assert {file.name for file in tmp_path.iterdir()} <= {"city", name, "city.key.csv"}
        write_key(key, [Entry("a1", "Name 1", "actor-005")], language="de")


def test_runs_at_once_have_the_same_numbers_or_end_with_a_sentence(tmp_path: Path) -> None:
    city, key = folder(tmp_path / "city", ACTORS, TIES), tmp_path / "key.csv"
    command = [sys.executable, "-m", "actor_graph", "analyze", str(city), "--json", "--draws", "9", "--pseudonymize"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    running = [
        subprocess.Popen([*command, "--key", str(key)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
        for _ in range(6)
    ]
    done = [(*one.communicate(), one.returncode) for one in running]
    made = [out for out, _, status in done if status == 0]
    assert made
    assert len(set(made)) == 1
    refused = [(out, err.decode("utf-8").splitlines()[-1]) for out, err, status in done if status == 2]
    assert len(made) + len(refused) == len(done)
    assert all(out == b"" and "holds other numbers" in said for out, said in refused)
    number = {entry.id: entry.stand_in for entry in read_key(key, "en")}
    degrees = {row["id"]: row["degree"] for row in json.loads(made[0])["actors"]}
    assert {id_ for id_ in number if degrees[number[id_]]} == {"a1", "a2"}
    assert sorted(file.name for file in tmp_path.iterdir()) == ["city", "key.csv"]


def test_one_run_at_a_time_has_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "PATIENCE", 0)
    read = with_pseudonyms(landscape(tmp_path / "city", ACTORS, TIES))
    with kept(read, tmp_path / "key.csv"):
        assert len(read_key(tmp_path / "key.csv", "en")) == 12
        with pytest.raises(OutputError, match=r"delete the file .*\.key\.csv\.lock"), alone(tmp_path / "key.csv", "en"):
            pass
    with alone(tmp_path / "key.csv", "en"):
        pass
    assert sorted(file.name for file in tmp_path.iterdir()) == ["city", "key.csv"]


def test_no_list_of_outputs_has_the_check_sum_of_a_key(tmp_path: Path) -> None:
    """With the list of actors the numbers could be worked out from it."""
    city = folder(tmp_path / "city", ACTORS, TIES)
    listed = tmp_path / ".actor-graph"
    listed.write_text(f"{'0' * 64}  city.key.csv\n", "utf-8")  # as earlier versions wrote it
    assert run("map", city, "--pseudonymize", "-o", tmp_path / "map.html").status == 0
    assert [line.partition("  ")[2] for line in listed.read_text("utf-8").splitlines()] == ["map.html"]


def test_a_key_that_others_could_read_is_closed_and_that_is_told(tmp_path: Path) -> None:
    city, key = folder(tmp_path / "city", ACTORS, TIES), tmp_path / "city.key.csv"
    told = "Others on this computer could read the key"
    for verb, *more in (("map", "-o", tmp_path / "map.html"), ("check", "--json"), ("needs", "--json")):
        assert told not in run(verb, city, "--pseudonymize", "--language", "en", *more).err
        key.chmod(0o644)
        ran = run(verb, city, "--pseudonymize", "--language", "en", *more)
        assert ran.err.count(told) == 1
        assert "could read" not in ran.out
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
    key.chmod(0o640)
    warned = ag.analyze(ag.read(city), pseudonymize=True, draws=9).warnings
    assert warned[0].key == "privacy.key_was_open"


def test_a_key_with_more_than_is_written_is_replaced_only_if_forced_and_keeps_its_numbers(tmp_path: Path) -> None:
    city, key = folder(tmp_path / "city", ACTORS, TIES), tmp_path / "city.key.csv"
    key.write_text("id,name,stand-in,mine\na1,Name 1,actor-030,a note\n", "utf-8")
    ran = run("check", city, "--pseudonymize", "--language", "en")
    assert (ran.status, ran.out) == (2, "")
    assert "further columns" in ran.err
    assert run("check", city, "--pseudonymize", "--force").status == 0
    assert {entry.id: entry.stand_in for entry in read_key(key, "en")}["a1"] == "actor-030"


def test_a_key_that_is_a_table_of_the_landscape_is_not_replaced_even_if_forced(tmp_path: Path) -> None:
    actors = "id,name,stand-in,mine\na1,Name 1,actor-030,x\na2,Name 2,actor-031,x\na3,Name 3,actor-032,x\n"
    city = folder(tmp_path / "city", actors, TIES)
    table = city / "actors.csv"
    table.write_text(table.read_text("utf-8").replace("a3,Name 3", "a3,Other").replace("032", "031x"), "utf-8")
    before = table.read_bytes()
    assert run("check", city, "--pseudonymize", "--key", table, "--force").status == 2
    table.write_bytes(before.replace(b"actor-031x", b"actor-032"))
    ties = city / "ties.csv"
    ties.write_text("source,target\na1,a2\nnew,a1\n", "utf-8")
    before = table.read_bytes()
    ran = run("check", city, "--add-missing", "--pseudonymize", "--key", table, "--force")
    assert (ran.status, ran.out) == (2, "")
    assert table.read_bytes() == before


def test_the_key_of_another_landscape_is_refused_and_one_that_hardly_fits_is_told(tmp_path: Path) -> None:
    city, key = folder(tmp_path / "city", ACTORS, TIES), tmp_path / "city.key.csv"
    others = [Entry(f"a{n}", f"Other {n}", f"actor-{n:03}") for n in range(1, 5)]  # the same ids
    write_key(key, others, language="en")
    before = key.read_bytes()
    for verb, *more in (("map", "-o", tmp_path / "map.html"), ("check", "--json")):
        ran = run(verb, city, "--pseudonymize", "--language", "en", *more)
        assert (ran.status, ran.out) == (2, "")
        assert "belongs to another landscape: none of the 4 actors" in ran.err
    assert key.read_bytes() == before
    with pytest.raises(RequestError, match="another landscape"):
        ag.analyze(ag.read(city), pseudonymize=key, draws=9)
    write_key(key, [*others, Entry("x", "NAME 7", "actor-009")], language="en")
    ran = run("check", city, "--pseudonymize", "--language", "en")
    assert ran.status == 0, ran.err
    assert "Of the 5 actors in the key" in ran.err
    write_key(key, [Entry("a1", "Name 1", "actor-001"), Entry("y", "Gone", "actor-002")], language="en")
    assert "belongs to another" not in run("check", city, "--pseudonymize", "--language", "en").err


def test_the_number_of_a_forgotten_actor_is_given_to_nobody_else(tmp_path: Path) -> None:
    city, key = folder(tmp_path / "city", ACTORS, TIES), tmp_path / "city.key.csv"
    assert run("check", city, "--pseudonymize").status == 0
    last, first = read_key(key, "en")[-1], read_key(key, "en")[0]
    ag.forget(city, last.id, first.id, yes=True)
    assert not {last.name, first.name} & {entry.name for entry in read_key(key, "en")}
    assert read_key(key, "en")[-1] == Entry("", "", "actor-012")
    table = city / "actors.csv"
    table.write_text(table.read_text("utf-8") + "new,Newcomer,yes,rooms,rooms\n", "utf-8")
    ran = run("check", city, "--pseudonymize")  # it is as it was written: nothing is to be forced
    assert ran.status == 0, ran.err
    number = {entry.stand_in: entry.id for entry in read_key(key, "en")}
    assert [stand_in for stand_in, id_ in number.items() if not id_] == ["actor-001", "actor-012"]
    assert number["actor-013"] == "new"
