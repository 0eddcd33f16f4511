"""An evolution under numbers: one actor has one number in all waves, and nothing names anybody but the key."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

import actor_graph as ag
from actor_graph.landscape import Landscape
from actor_graph.problems import OutputError, RequestError
from actor_graph.reading.keys import read_key
from tests.making import folder, landscape
from tests.running import run

ABOUT = """
    date: {}
    name: Hafenstadt
    place: Hafenstadt
    vision: Alle kennen den Ahorn
    goals: [Ahorn | density | 0.1, Birke | Feste bei Eiche | 3]
    indicators: {{Feste bei Eiche: 4, rooms: 2}}
"""
FIRST = "id;name;survey;reason\n1;Ahorn;answered;\n2;Birke;answered;\n3;Eiche;answered;\n4;Linde;answered;\n"
LATER = (
    "id;name;survey;reason\n5;Birke;answered;\n3;Eiche neu;answered;\n1;Ahorn;excluded;Eiche geht\n4;Linde;answered;\n"
)
NAMES = ("Ahorn", "Birke", "Eiche", "Linde", "Hafenstadt", "erste", "zweite")


def waves(where: Path) -> list[Landscape]:
    """2 is gone, 5 is somebody else of the same name, 3 has another name."""
    return [
        landscape(where / "erste", FIRST, "source;target\n1;2\n1;3\n3;4\n", ABOUT.format(2024)),
        landscape(where / "zweite", LATER, "source;target\n5;3\n3;4\n", ABOUT.format(2026)),
    ]


@pytest.mark.parametrize("audience", ["office", "participants", "public"])
def test_an_actor_has_one_number_in_all_waves_and_nobody_is_named(tmp_path: Path, audience: str) -> None:
    made = ag.evolve(waves(tmp_path), draws=9, audience=audience, pseudonymize=True)
    assert [name for name in NAMES if name in made.to_json()] == []
    told = made.to_dict()
    assert told["pseudonymized"] is True
    assert "not anonymous" in told["note"] + told["landscape"]["name"]
    assert (told["vision"], told["goals"]) == (None, [])
    assert [row["indicator"] for row in told["indicators"]] == ["rooms"]
    assert sorted(made.key.values()) == ["1", "2", "3", "4", "5"]
    if audience == "office":
        number = {id_: stand_in for stand_in, id_ in made.key.items()}
        change = told["changes"][0]["listed"]
        assert change["actors_new"] == [number["5"]]
        gone = {row["id"]: (row["why"], row["reason"]) for row in change["actors_gone"]}
        assert gone == {number["1"]: ("excluded", None), number["2"]: ("absent", None)}
        assert [set(tie) for tie in change["ties_kept"]] == [{number["3"], number["4"]}]
        ids = [row["id"] for row in told["actors"]]
        assert ids == sorted(ids)


def test_the_figures_are_those_under_names(tmp_path: Path) -> None:
    made = waves(tmp_path)
    named, numbered = ag.evolve(made, draws=9).to_dict(), ag.evolve(made, draws=9, pseudonymize=True).to_dict()
    for before, after in zip(named["waves"], numbered["waves"], strict=True):
        assert before["network"] == after["network"]
    assert named["changes"][0]["ties"] == numbered["changes"][0]["ties"]


def test_the_key_lies_beside_the_last_wave_and_is_read_again(tmp_path: Path) -> None:
    first, second = waves(tmp_path)
    places = [str(wave.path) for wave in (second, first)]
    ran = run("evolve", *places, "--pseudonymize", "--draws", "9", "--json")
    assert ran.status == 0, ran.err
    key = tmp_path / "zweite.key.csv"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    entries = {entry.id: entry for entry in read_key(key, "en")}
    assert {id_: entry.name for id_, entry in entries.items()} == {
        "1": "Ahorn", "2": "Birke", "3": "Eiche neu", "4": "Linde", "5": "Birke",
    }  # fmt: skip
    again = run("evolve", *places, "--pseudonymize", "--draws", "9", "--json")
    assert again.out == ran.out
    one = ag.analyze(ag.read(tmp_path / "zweite"), pseudonymize=str(key), draws=9)
    assert one.key[entries["3"].stand_in] == "3"


def test_without_a_key_that_can_be_kept_nothing_is_written(tmp_path: Path) -> None:
    made, other = waves(tmp_path), tmp_path / "other.csv"
    other.write_text("id;name;stand-in\nx;Fremde;actor-001\n", "utf-8")
    with pytest.raises(RequestError):
        ag.evolve(made, tmp_path / "out.html", draws=9, pseudonymize=other)
    with pytest.raises(OutputError):
        ag.evolve(made, tmp_path / "key.csv", draws=9, pseudonymize=tmp_path / "key.csv", force=True)
    assert not (tmp_path / "out.html").exists()
    assert not (tmp_path / "key.csv").exists()
    folder(tmp_path / "third", FIRST, "source;target\n", "    date: 2027\n")
    ran = run("evolve", tmp_path / "erste", tmp_path / "third", "--key", tmp_path / "key.csv")
    assert (ran.status, ran.out) == (2, "")
