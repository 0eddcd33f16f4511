"""How the problems of tables are told: language, quotation marks, the row that is meant, and what is not told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from actor_graph.problems import LandscapeError, Problem
from actor_graph.reading import read
from actor_graph.words import Language, catalog
from tests.reading.making import ACTORS, book, put

KOPF = ["Nr.", "Name der Organisation", "Rücklauf"]
AKTEURE: list[list[Any]] = [["Akteurslandschaft"], [], KOPF, [1, "A", ""], [2, "B", ""]]
NETZ: list[list[Any]] = [["Wer mit wem?"], ["Von", "Wen", "Art"], ["A", "B", ""]]


def wrong(path: Path, language: Language | None = None) -> LandscapeError:
    with pytest.raises(LandscapeError) as found:
        read(path, language=language)
    return found.value


def only(problems: Sequence[Problem], key: str) -> Problem:
    found = [problem for problem in problems if problem.key == key]
    assert len(found) == 1, problems
    return found[0]


@pytest.mark.parametrize("names", [("Akteursliste", "Vernetzung"), ("Akteure", "Vernetzung"), ("Liste", "Beziehungen")])
def test_language_of_sheets_under_other_names(names: tuple[str, str], tmp_path: Path) -> None:
    path = tmp_path / "liste.xlsx"
    path.write_bytes(book({names[0]: AKTEURE, names[1]: NETZ}))
    assert wrong(path).language == "de"
    assert f"„{names[0]}“, „{names[1]}“" in str(wrong(path))
    assert f"“{names[0]}”, “{names[1]}”" in str(wrong(path, "en"))


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_language_of_tables_under_other_names(encoding: str, tmp_path: Path) -> None:
    table = "Name;Rücklauf;Typ\nA;;x\n".encode(encoding)
    assert wrong(put(tmp_path / "liste", {"Akteursliste.csv": table})).language == "de"
    assert wrong(tmp_path / "liste" / "Akteursliste.csv").language == "de"


def test_language_where_nothing_is_known(tmp_path: Path) -> None:
    """The language of the machine says nothing."""
    assert wrong(put(tmp_path / "leer", {})).language == "en"
    assert wrong(tmp_path / "Rücklauf").language == "en"
    assert wrong(put(tmp_path / "en", {"list.csv": "name,needs\nA,x\n"})).language == "en"


def test_language_of_tables_that_lack_an_end(tmp_path: Path) -> None:
    ties = {"actors.csv": "a;b\n", "ties.csv": "Netz\nvon;wen;seit\nA;B;2020\n"}
    assert wrong(put(tmp_path, ties)).language == "de"


@pytest.mark.parametrize(
    ("headings", "missing"),
    [
        (["Von", "Wen", "Art"], "fehlt das zweite: „nach“"),
        (["Wer", "Ziel", "Art"], "fehlt das erste: „von“"),
        (["Wer", "Wen", "Beziehungsart"], "fehlen beide"),
    ],
)
def test_row_that_looks_like_headings(headings: list[str], missing: str, tmp_path: Path) -> None:
    path = tmp_path / "liste.xlsx"
    path.write_bytes(book({"Akteure": AKTEURE, "Verbindungen": [NETZ[0], headings, NETZ[2]]}))
    found = only(wrong(path).problems, "reading.ends_missing")
    assert (found.sheet, found.row) == ("Verbindungen", 2)
    assert missing in found.message("de")
    assert f"„{headings[0]}“, „{headings[1]}“" in found.message("de")
    assert f"“{headings[0]}”, “{headings[1]}”" in found.message("en")


def test_row_that_looks_like_headings_without_names(tmp_path: Path) -> None:
    path = tmp_path / "liste.xlsx"
    path.write_bytes(book({"Akteure": [["Liste"], ["Sparte", "Typ", "Ort"]], "Verbindungen": [["von", "nach"]]}))
    found = only(wrong(path).problems, "reading.names_missing")
    assert found.row == 2
    assert "„Sparte“, „Typ“, „Ort“" in found.message("de")


def test_what_parts_columns_is_told_of_text_alone(tmp_path: Path) -> None:
    path = tmp_path / "liste.xlsx"
    path.write_bytes(book({"Akteure": [["Liste"]], "Verbindungen": [["Netz"]]}))
    assert not re.search("Semikolon|Tabulator|Trennzeichen", str(wrong(path, "de")))
    path.write_bytes(book({"Akteure": [["Name"], ["A", "x"]], "Verbindungen": [["von", "nach"]]}))
    assert "reading.surplus" in {problem.key for problem in wrong(path, "de").problems}
    assert not re.search("Semikolon|Tabulator|Trennzeichen", str(wrong(path, "de")))
    folder = put(tmp_path / "city", {"actors.csv": "Sparte|Ort\n", "ties.csv": "von;nach\n"})
    assert "Semikolon" in str(wrong(folder, "de"))


@pytest.mark.parametrize(
    ("actors", "ties"),
    [
        ("id,survey\na,0171 5500099\n", "source,target\n"),
        ("id,checked\na,Tel. 0171/5500099\n", "source,target\n"),
        ("id,person\na,anna@verein.de\n", "source,target\n"),
        ("id\na\n", "source,target\na,0171 5500099\n"),
        ("id\na\n", f"source,target\na,{'lang ' * 15}anna@verein.de\n"),
        ("id\na\n", "source,target\na,a,anna@verein.de\n"),
        ("0171 5500099,anna@verein.de\n", "source,target\n"),
    ],
)
def test_contact_data_are_not_told(actors: str, ties: str, tmp_path: Path) -> None:
    told = str(wrong(put(tmp_path, {"actors.csv": actors, "ties.csv": ties})))
    assert "[…]" in told
    assert not re.search("5500099|anna|verein", told)


def test_contact_data_are_not_told_in_warnings(tmp_path: Path) -> None:
    folder = put(tmp_path, {"actors.csv": ACTORS, "ties.csv": "source,target\na,0171 5500099\n"})
    (warning,) = read(folder, add_missing=True).warnings
    assert "“[…]”" in warning.message("en")


def test_long_texts_are_cut(tmp_path: Path) -> None:
    told = str(wrong(put(tmp_path, {"actors.csv": f"id,survey\na,{'x' * 5000}\n", "ties.csv": "source,target\n"})))
    assert len(told) < 1000


def test_headings_between_the_marks_of_the_language(tmp_path: Path) -> None:
    actors = {"actors.csv": "Sparte,Stadt\nA,B\n", "ties.csv": "von,nach\n"}
    assert "“" not in re.sub("„[^“]*“", "", str(wrong(put(tmp_path, actors), "de")))


def test_one_mistake_in_many_rows_is_one_problem(tmp_path: Path) -> None:
    """All rows are named up to the fifth; another wrong word is a problem of its own."""
    words = ["weiß nicht", "geantwortet", "weiß nicht", "", "geantwortett", *["weiß nicht"] * 4]
    actors = "Name;Rücklauf\n" + "".join(f"A{i};{word}\n" for i, word in enumerate(words))
    first, second = wrong(put(tmp_path, {"actors.csv": actors, "ties.csv": "von;nach\n"})).problems[:2]
    assert (first.row, first.column, second.row) == (2, "Rücklauf", 6)
    assert first.message("de").startswith("„weiß nicht“ (Zeilen 2, 4, 7, 8, 9, …) ist kein Wort für den Rücklauf.")
    assert first.message("de").count("„") == 8
    assert second.message("de").startswith("„geantwortett“ ist kein Wort für den Rücklauf; gemeint ist vielleicht „gea")
    assert "(rows 2, 4, 7, 8, 9, …)" in first.message("en")


@pytest.mark.parametrize(
    ("column", "written", "meant"),
    [
        ("survey", "Keine Antwort bekommen", "„keine Antwort“"),
        ("survey", "noch nicht gefragt", "„nicht kontaktiert“"),
        ("survey", "anwsered", "„geantwortet“"), ("intensity", "regelmäsig", "„regelmäßig“"),
        ("intensity", "gelegentl.", "„gelegentlich“"),
    ],
)  # fmt: skip
def test_nearest_word(column: str, written: str, meant: str, tmp_path: Path) -> None:
    tables = {"actors.csv": "id,survey\na,\n", "ties.csv": "source,target,intensity\n"}
    key = "actors.csv" if column == "survey" else "ties.csv"
    tables[key] = f"id,survey\na,{written}\n" if column == "survey" else f"source,target,intensity\na,a,{written}\n"
    tables["actors.csv"] += "b,\n"
    told = only(wrong(put(tmp_path, tables), "de").problems, f"reading.{column}").message("de")
    assert f"gemeint ist vielleicht {meant}" in told


def test_numbers_under_intensity(tmp_path: Path) -> None:
    ties = "von;nach;Intensität\na;a;3\na;a;2,5\n"
    found = wrong(put(tmp_path, {"actors.csv": "id\na\n", "ties.csv": ties})).problems
    assert [(p.key, p.row) for p in found] == [("reading.intensity_number", 2), ("reading.intensity_number", 3)]
    assert "„Gewicht“" in found[0].message("de")


@pytest.mark.parametrize(
    ("written", "fragment"),
    [
        ("bald", "lässt sich nicht als Datum lesen"), ("ca. Juni", "lässt sich nicht als Datum lesen"),
        ("45000", "sieht aus wie eine Excel-Zahl"), ("45000,5", "sieht aus wie eine Excel-Zahl"),
        ("19999", "kein Datum, das es gibt"), ("31.2.2026", "kein Datum, das es gibt"),
    ],
)  # fmt: skip
def test_why_a_text_is_no_date(written: str, fragment: str, tmp_path: Path) -> None:
    ties = f"von;nach;seit\na;a;{written}\n"
    (found,) = wrong(put(tmp_path, {"actors.csv": "id\na\n", "ties.csv": ties})).problems
    assert fragment in found.message("de")


@pytest.mark.parametrize("name", catalog("reading"))
def test_no_sentence_belittles(name: str) -> None:
    assert not re.search(r"\bnur\b", str(catalog("reading")[name]["de"]))
