from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from actor_graph.landscape import Landscape
from actor_graph.problems import Problem, Problems
from actor_graph.reading.decisions import Decided, check_sum, read_decisions
from tests.making import landscape

ACTORS = "id,name,person\n1,Weltladen,\n2,Weltladen e.V.,\n3,Chor,\n4,Ayşe Yıldız,yes\n5,Ayse Yildiz,yes\n6,Chor,"
HEAD = "a;b;name_a;name_b;score;why;decision"


@pytest.fixture
def city(tmp_path: Path) -> Landscape:
    return landscape(tmp_path / "city", ACTORS, "source,target")


def _read(file: Path, content: str | bytes, city: Landscape) -> tuple[Decided, list[Problem]]:
    file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    problems = Problems()
    return read_decisions(file, city, problems), list(problems)


@pytest.mark.parametrize(
    "content",
    [
        f"{HEAD}\n1;2;Weltladen;Weltladen e.V.;1,0;gleich;gleich\n",
        "A,B,Decision\r\n1,2,Same\r\n",
        "a\tb\tdecision\n1\t2\t GLEICH \n",
        f"sep=;\n{HEAD}\n1;2;;;;;gleich\n".replace("sep=;\n", "\ufeffsep=;\n"),
        "Bitte ausfüllen\n\na;b;decision;Bemerkung\n1;2;gleich;müßte stimmen\n".encode("cp1252"),
        "a;b;decision\n1;2;gleich\n".encode("utf-16"),
    ],
)
def test_a_table_saved_by_any_program_is_read(content: str | bytes, city: Landscape, tmp_path: Path) -> None:
    decided, problems = _read(tmp_path / "d.csv", content, city)
    assert [(one.a, one.b, one.word) for one in decided.decisions] == [("1", "2", "same")]
    assert problems == []


def test_a_workbook_is_read_from_the_sheet_that_has_the_columns(city: Landscape, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Tabelle2").append(["a", "b", "decision"])
    book["Tabelle2"].append([1, 2, "verschieden"])
    book.save(tmp_path / "d.xlsx")
    decided = read_decisions(tmp_path / "d.xlsx", city, Problems())
    assert [(one.a, one.b, one.word, one.row) for one in decided.decisions] == [("1", "2", "different", 2)]


def test_wrong_words_are_errors_with_row_column_and_the_word_meant(city: Landscape, tmp_path: Path) -> None:
    content = "a;b;decision\n1;2;gleihc\n1;3;\n2;3;42\n3;3;gleich\n;3;same\n"
    _, problems = _read(tmp_path / "d.csv", content, city)
    found = [(one.severity, one.key.removeprefix("matching."), one.row, one.column) for one in problems]
    assert found == [
        ("error", "wrong_word", 2, "decision"), ("error", "wrong_word", 4, "decision"),
        ("error", "with_itself", 5, None), ("error", "nobody", 6, "a"),
    ]  # fmt: skip
    assert "gemeint ist vielleicht „gleich“" in problems[0].message("de")


def test_a_contradiction_names_all_its_rows(city: Landscape, tmp_path: Path) -> None:
    _, problems = _read(tmp_path / "d.csv", "a;b;decision\n1;2;gleich\n2;3;gleich\n1;3;verschieden\n", city)
    assert [(one.key, one.row, one.values["rows"]) for one in problems] == [("matching.contradiction", 4, "2, 3")]


def test_who_is_gone_is_a_warning_as_decisions_outlive_a_wave(city: Landscape, tmp_path: Path) -> None:
    decided, problems = _read(tmp_path / "d.csv", "a;b;decision\n1;99;gleich\n1;Chor;gleich\n99;98;\n", city)
    assert decided.decisions == ()
    assert [(one.severity, one.row) for one in problems] == [("warning", 2), ("warning", 3)]


def test_a_stand_in_means_a_person_as_long_as_the_persons_are_the_same(city: Landscape, tmp_path: Path) -> None:
    now = check_sum(city)
    rows = f"a;b;decision;persons\nperson-1;person-2;gleich;{now}\n"
    assert [(one.a, one.b) for one in _read(tmp_path / "d.csv", rows, city)[0].decisions] == [("4", "5")]
    other = landscape(tmp_path / "other", ACTORS.replace("4,Ayşe Yıldız,yes\n", "4,Mina Ahmadi,yes\n"), "source,target")
    decided, problems = _read(tmp_path / "d.csv", rows, other)
    assert decided.decisions == ()
    assert [one.severity for one in problems] == ["warning", "warning"]
    assert len(now) == 4


@pytest.mark.parametrize("content", ["", "Name;Typ\nChor;Verein\n", '{"a": 1}'])
def test_what_is_no_table_of_decisions_is_said(content: str, city: Landscape, tmp_path: Path) -> None:
    decided, problems = _read(tmp_path / "d.csv", content, city)
    assert decided.entries == ()
    assert [one.severity for one in problems] == ["error"]


@pytest.mark.parametrize("merging", [True, False])
def test_an_id_with_quite_another_name_is_another_actor(merging: bool, city: Landscape, tmp_path: Path) -> None:
    """3 is a choir, and was the police; corrected names, legal forms and empty cells are no other actors."""
    rows = (
        "3;1;Polizei;Weltladen;gleich\n1;2;Weltladen Mitte;WELTLADEN;gleich\n2;3;;'Chor;verschieden\n"
        "4;5;Ayşe Yıldız;Person 2;gleich\n"
    )
    (tmp_path / "d.csv").write_text(f"a;b;name_a;name_b;decision\n{rows}", "utf-8")
    problems = Problems()
    decided = read_decisions(tmp_path / "d.csv", city, problems, merging=merging)
    assert [one.row for one in decided.decisions] == [3, 4, 5]
    (found,) = problems
    assert (found.severity, found.row, found.column) == ("error" if merging else "warning", 2, "a")
    assert found.message("de").startswith("„3“ heißt in der Landschaft jetzt „Chor“, in dieser Zeile aber „Polizei“.")


def test_a_natural_person_and_who_is_none_are_not_made_one(city: Landscape, tmp_path: Path) -> None:
    file = tmp_path / "d.csv"
    file.write_text("a;b;decision\n4;1;same\n4;5;same\n1;2;same\n4;3;different\n6;5;same\n", "utf-8")
    for merging, rows in ((True, [2, 6]), (False, [])):
        problems = Problems()
        read_decisions(file, city, problems, merging=merging)
        assert [(one.key, one.row) for one in problems] == [("matching.person_with_other", row) for row in rows]
        assert all("Yıldız" not in one.message("de") for one in problems)
