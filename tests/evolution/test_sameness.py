"""Names that the waves write in two ways: one actor where nothing but the writing differs, else a hint."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from actor_graph.evolution.trace import trace
from actor_graph.evolution.waves import in_time
from actor_graph.landscape import Landscape
from actor_graph.problems import Problem
from tests.making import landscape

TIES = "source;target\n"
OTHERS = ";Weltladen\n;Stadtwerke\n;Gymnasium Süd\n"
BOTH = "Weltladen\nSportverein TSV 1898\nStadtwerke\nGymnasium Süd\n"


def wave(where: Path, date: int, actors: str, ties: str = TIES) -> Landscape:
    return landscape(where / str(date), actors, ties, f"    date: {date}\n")


def pairs(problem: Problem) -> list[tuple[Any, Any]]:
    return [(phrase.values["name"], phrase.values["was"]) for phrase in problem.values["pairs"] if phrase.values]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Kamerunischer Verein Brücke e. V.", "Kamerunischer Verein Brücke"),
        ("Haus der Begegnung Kleinbrück e.V.", "Haus der Begegnung Kleinbrueck e. V."),
        ("Syrische Initiative „Damaskus“", "Syrische Initiative Damaskus"),
        ("Grundschule Mühlgäßle", "Grundschule Mühlgässle"),
        ("Moscheegemeinde", "MOSCHEE-GEMEINDE"),
        ("Repair-Café", "Repair Cafe"),
    ],
)
def test_without_ids_a_name_is_one_however_it_is_written(tmp_path: Path, was: str, now: str) -> None:
    first = wave(tmp_path, 2024, f"name\n{was}\n{BOTH}", f"source;target\n{was};Weltladen\n")
    later = wave(tmp_path, 2026, f"name\n{BOTH}{now}\n", f"source;target\n{now};Weltladen\n")
    waves, told = in_time([first, later], "en")
    assert [(problem.key, pairs(problem)) for problem in told] == [("waves.spelled", [(now, was)])]
    change = trace(waves, draws=9).to_dict()["changes"][0]
    assert change["actors"] == {"new": 0, "gone": 0, "kept": 5}
    assert change["ties"] == {"new": 0, "kept": 1, "ended": 0, "unknown": 0}


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("name\nBrücke e. V.\n", "name\nBrücke gGmbH\n"),  # two bodies of one name
        ("name\nBrücke e. V.\n", "name\nBrücke\nBrücke e. V.\n"),  # the later list has both
        ("name\nBrücke\nBrücke e. V.\n", "name\nBruecke\n"),  # which of the two?
        ("id;name\n7;Brücke e. V.\n", "id;name\n8;Brücke\n"),  # ids were given
        ("name;person\nAnna Brück;yes\n", "name;person\nAnna Brueck;yes\n"),  # two natural persons
        ("name\nGruppe 1 1\n", "name\nGruppe 11\n"),
    ],
)
def test_what_may_be_two_stays_two(tmp_path: Path, first: str, later: str) -> None:
    waves, told = in_time([wave(tmp_path, 2024, first), wave(tmp_path, 2026, later)], "en")
    assert "waves.spelled" not in [problem.key for problem in told]
    assert [wave.actors["id"] for wave in waves] == [
        tuple(line.split(";")[0] for line in text.splitlines()[1:]) for text in (first, later)
    ]


def test_over_three_waves_the_last_way_of_writing_is_the_id(tmp_path: Path) -> None:
    """Also where the wave between lacks it; tandems and names of circles point to it then."""
    first = landscape(
        tmp_path / "2022",
        "name\nBrücke e. V.\nWeltladen\n",
        TIES,
        "    date: 2022\n    circles: {Brücke e. V.: Mitte}\n",
    )
    (tmp_path / "2024").mkdir()
    (tmp_path / "2024" / "tandems.csv").write_text("a;b;state;end\nBruecke;Weltladen;finished;2023\n", "utf-8")
    second = wave(tmp_path, 2024, "name\nBruecke\nWeltladen\n")
    third, last = wave(tmp_path, 2026, "name\nWeltladen\n"), wave(tmp_path, 2028, "name\nBrücke\nWeltladen\n")
    waves, told = in_time([first, second, third, last], "en")
    assert [wave.actors["id"][0] for wave in waves] == ["Brücke", "Brücke", "Weltladen", "Brücke"]
    assert waves[0].meta["circles"] == {"Brücke": "Mitte"}
    assert waves[1].tandems is not None
    assert waves[1].tandems["a"] == ("Brücke",)
    found = [(problem.values["other"], problem.file, pairs(problem)) for problem in told]
    assert found == [
        ("2022", "2024", [("Bruecke", "Brücke e. V.")]),
        ("2024", "2028", [("Brücke", "Bruecke")]),
    ]


def test_new_ones_that_are_like_gone_ones_are_told_with_what_to_do(tmp_path: Path) -> None:
    first = wave(tmp_path, 2024, f"name\n{BOTH}Stadt Kleinbrück – Integrationsbüro\nPolnischer Elternverein\n")
    later = wave(tmp_path, 2026, f"name\n{BOTH}Integrationsbüro der Stadt Kleinbrück\nRadwerkstatt\n")
    (problem,) = in_time([first, later], "de")[1]
    now, was = "Integrationsbüro der Stadt Kleinbrück", "Stadt Kleinbrück – Integrationsbüro"
    assert (problem.key, pairs(problem)) == ("waves.resembling", [(now, was)])
    said = problem.line("de")
    assert f"„{now}“ (zuvor „{was}“)" in said
    assert f"actor-graph match {tmp_path / '2026'} --against {tmp_path / '2024'}" in said
    assert "in einer Spalte „Nr“" in said
    with_ids = [
        wave(tmp_path / "ids", 2024, f"Kürzel;Name\n1;{was}\n2;Weltladen\n"),
        wave(tmp_path / "ids", 2026, f"Kürzel;Name\n3;{now}\n2;Weltladen\n"),
    ]
    assert "dieselbe Kennung (Spalte „Kürzel“)" in in_time(with_ids, "de")[1][0].line("de")


def test_an_id_for_two_rows_is_enough_to_make_them_one(tmp_path: Path) -> None:
    """As the hint says: the other cells of the new column may stay empty, and ties go on naming names."""
    first = wave(
        tmp_path, 2024, "Nr;Name\n1;Amt für Integration\n;Weltladen\n;Eine\n", TIES + "Amt für Integration;Eine\n"
    )
    later = wave(tmp_path, 2026, "Nr;Name\n;Weltladen\n1;Integrationsamt\n;Eine\n", TIES + "Integrationsamt;Eine\n")
    change = trace([first, later], draws=9).to_dict()["changes"][0]
    assert change["actors"] == {"new": 0, "gone": 0, "kept": 3}
    assert change["ties"]["kept"] == 1


@pytest.mark.parametrize(
    ("first", "later", "told"),
    [
        # the last way of writing is the id of another actor in the earlier wave
        (f"id;name\n;Haus\nHaus e.V.;Anderes Zentrum\n{OTHERS}", f"id;name\n;Haus e.V.\n{OTHERS}", "renamed"),
        # the earlier way is the id that the later wave gives to another actor, who is the earlier one then
        (f"id;name\n;Haus\n{OTHERS}", f"id;name\nHaus;Neues Zentrum\n;HAUS\n{OTHERS}", "renamed"),
    ],
)
def test_a_name_never_runs_into_the_id_of_another_actor(tmp_path: Path, first: str, later: str, told: str) -> None:
    made = [wave(tmp_path, 2024, first), wave(tmp_path, 2026, later)]
    waves, warnings = in_time(made, "en")
    assert [wave.actors["id"] for wave in waves] == [wave.actors["id"] for wave in made]
    keys = [problem.key for problem in warnings]
    assert f"evolution.{told}" in keys
    assert "waves.spelled" not in keys


def test_natural_persons_are_in_no_hint_by_name(tmp_path: Path) -> None:
    """But that somebody who seems new is perhaps somebody who seems gone is told, one pair for each."""
    persons = ("Frau Anneliese Birkenstock", "Dr. Fatma Öz"), ("Anneliese Birkenstock", "Fatma Oez")
    made = [
        wave(tmp_path, year, f"name;person\n{BOTH}{listed[0]};yes\n{listed[1]};yes\n")
        for year, listed in zip((2024, 2026), persons, strict=True)
    ]
    (problem,) = in_time(made, "en")[1]
    assert (problem.key, pairs(problem)) == ("waves.resembling", [("[…]", "[…]")] * 2)
    assert not any(name in problem.line("en") for name in ("Anneliese", "Fatma"))


@pytest.mark.parametrize("which", [0, 1])
def test_a_person_of_one_wave_is_one_in_all_however_the_name_is_written(tmp_path: Path, which: int) -> None:
    said = ["", ""]
    said[which] = "yes"
    first = wave(tmp_path, 2024, f"name;person\n{BOTH}Yilmaz Ali;{said[0]}\n", TIES + "Yilmaz Ali;Weltladen\n")
    later = wave(tmp_path, 2026, f"name;person\n{BOTH}Yilmaz-Ali;{said[1]}\n", TIES + "Yilmaz-Ali;Weltladen\n")
    assert "Yilmaz" not in trace([first, later], draws=9).to_json()
    assert "Yilmaz" not in " ".join(problem.line("en") for problem in in_time([first, later], "en")[1])


def test_names_without_a_letter_make_no_person_of_another(tmp_path: Path) -> None:
    first = wave(tmp_path, 2024, f"id;name;person\n1;–;yes\n2;!\n{OTHERS}")
    later = wave(tmp_path, 2026, f"id;name\n1;–\n2;!\n{OTHERS}")
    assert [[bool(one) for one in wave.actors["person"][:2]] for wave in in_time([first, later], "en")[0]] == [
        [True, False],
        [True, False],
    ]


@pytest.mark.parametrize("given", ["Brücke e. V.", "Bruecke"])
def test_who_is_left_out_by_one_of_its_names_is_left_out_of_all_waves(tmp_path: Path, given: str) -> None:
    first, later = wave(tmp_path, 2024, f"name\nBrücke e. V.\n{BOTH}"), wave(tmp_path, 2026, f"name\nBruecke\n{BOTH}")
    change = trace([first, later], draws=9, without=[given]).to_dict()["changes"][0]
    assert change["actors"] == {"new": 0, "gone": 0, "kept": 4}
