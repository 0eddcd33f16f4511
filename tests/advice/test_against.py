"""What is told and taken over of another list: nothing that names its natural persons or people to contact."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from actor_graph.advice.matches import Matches
from actor_graph.advice.merging import merge
from actor_graph.advice.pairs import match
from actor_graph.landscape import Landscape
from actor_graph.privacy.leaving import leaving
from actor_graph.problems import LandscapeError
from actor_graph.reading import read
from tests.making import landscape

HERE = """Nr,Name,Beschreibung,Einzelperson,Telefon,weitere Schreibweisen
1,Weltladen Hafen,,,,
2,Gertrud Hässelbrink,,ja,0351 1234567,Gerti Hassel
3,Solar für Kamerun,,,,"""
THERE = [
    ["Name", "Beschreibung", "Leitung", "Ansprechperson", "Einzelperson", "Ort"],
    ["Weltladen Hafen e. V.", "Geleitet von Bernd Quakenbrügge, Kontakt Sieglinde Wurmbacher", "Bernd Quakenbrügge",
     "Sieglinde Wurmbacher", None, "Bexstadt"],
    ["Chor am Quai", "Quakenbrügge singt, Frau Wurmbacher spielt, Gertrud Hässelbrink hört zu", None, None, None, None],
    ["Bernd Quakenbrügge", "Musiker", None, "0351 7654321", "ja", "Bexstadt"],
    ["Hässelbrink, Gertrud", "Nachbarin", None, None, None, None],
    ["Gerti Hassel", "Nachbarin", None, None, None, None],
]  # fmt: skip
NAMES = ("Quakenbrügge", "Wurmbacher", "Hässelbrink", "Hassel", "7654321")


def _list(where: Path, rows: Sequence[Sequence[str | None]]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(where / "l.xlsx")
    return where / "l.xlsx"


def _city(where: Path, actors: str = HERE) -> Landscape:
    return landscape(where / "city", actors, "von,nach\n", "    language: de\n")


def _all_taken(found: Matches, file: Path, **more: Any) -> None:
    """Decide to take over all that is offered."""
    rows = [dict(row) for row in found.rows]
    for row in rows:
        row["decision"] = "übernehmen" if row["about"] in ("Spalte", "fehlt hier") else ""
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, found.headings, delimiter=";")
        writer.writeheader()
        writer.writerows([*rows, *([more] if more else [])])


def test_people_of_the_other_list_stand_nowhere_in_what_is_told_and_taken_over(tmp_path: Path) -> None:
    city, file = _city(tmp_path), tmp_path / "la.csv"
    found = match(city, file, against=_list(tmp_path, THERE))
    told = file.read_text("utf-8") + "".join(problem.line("de") for problem in found.warnings)
    assert not [name for name in NAMES if name in told]
    there = {(row["name_b"], row["column"]): row["there"] for row in found.rows if row["about"] == "Spalte"}
    assert there == {
        ("Weltladen Hafen e. V.", "Beschreibung"): "Geleitet von […], Kontakt […]",
        ("Weltladen Hafen e. V.", "Ort"): "Bexstadt",
        ("Chor am Quai", "Beschreibung"): "[…] singt, […] spielt, Person 1 hört zu",
    }
    _all_taken(found, file)
    done = merge(city, file, tmp_path / "clean")
    assert not [name for name in NAMES if name in "".join(done.told)]
    for told in (leaving(done.landscape, audience="public"), leaving(done.landscape)):
        texts = str([*told.actors.columns.values()])
        assert not [name for name in NAMES if name in texts]
    assert "Wurmbacher" not in str([*done.landscape.actors.columns.values()])


def test_natural_persons_are_never_missing_here(tmp_path: Path) -> None:
    city = _city(tmp_path)
    found = match(city, tmp_path / "la.csv", against=_list(tmp_path, THERE))
    assert [row["name_b"] for row in found.rows if row["about"] == "fehlt hier"] == ["Chor am Quai"]
    lines = [problem.message("de") for problem in found.warnings]
    assert "Eine Einzelperson dieser Liste bleibt außen vor (Zeile 4)." in lines
    assert "2 Zeilen dieser Liste tragen Namen von Einzelpersonen und bleiben außen vor (Zeilen 5, 6)." in lines


def test_a_stand_in_never_becomes_an_actor(tmp_path: Path) -> None:
    city, file = _city(tmp_path), tmp_path / "la.csv"
    found = match(city, file, against=_list(tmp_path, THERE))
    _all_taken(found, file, about="fehlt hier", name_b="Person 1", decision="übernehmen", source="l.xlsx")
    with pytest.raises(LandscapeError, match="„Person 1“ steht für eine Einzelperson"):
        merge(city, file, tmp_path / "clean")
    assert not (tmp_path / "clean").exists()


def test_what_was_taken_over_is_not_offered_again(tmp_path: Path) -> None:
    city, file = _city(tmp_path), tmp_path / "la.csv"
    other = _list(tmp_path, THERE)
    _all_taken(match(city, file, against=other), file)
    merge(city, file, tmp_path / "clean")
    again = match(read(tmp_path / "clean"), against=other)
    assert {row["about"] for row in again.rows} == {"gleich", "neu hier"}


def test_other_spellings_are_names_of_the_actor(tmp_path: Path) -> None:
    actors = "Nr,Name,weitere Schreibweisen\n1,Arbeiterwohlfahrt,Rote Herzen; AWO-Treff\n2,Chor,"
    rows = [["Name"], ["Rote Herzen e. V."], ["Tierheim"]]
    found = match(_city(tmp_path, actors), against=_list(tmp_path, rows))
    about = [(row["about"], row["a"], row["name_b"], row["why"]) for row in found.rows if row["name_b"]]
    assert about == [
        ("fehlt hier", None, "Tierheim", None),
        ("gleich", "1", "Rote Herzen e. V.", "gleicher Name bis auf Rechtsform, Groß- und Kleinschreibung oder "
         "Satzzeichen; eine davon steht unter „weitere Schreibweisen“"),
    ]  # fmt: skip


def test_what_is_taken_over_is_told_before_and_after_and_what_was_there_is_kept(tmp_path: Path) -> None:
    actors = "Nr,Name,Webseite,Themen,Rechtsform\n1,Chor,alt.example,Musik,\n2,Theater,,,"
    rows = [["Name", "Webseite", "Themen", "Rechtsform"], ["Chor e. V.", "neu.example", "Gesang", "e. V."]]
    city, file = _city(tmp_path, actors), tmp_path / "la.csv"
    _all_taken(match(city, file, against=_list(tmp_path, rows)), file)
    done = merge(city, file, tmp_path / "clean.xlsx")
    assert done.told == (
        "„Chor“: „Webseite“ aus l.xlsx übernommen: „alt.example“ → „neu.example“. "
        "Was vorher dort stand, steht nun in der Spalte „Konflikt“.",
        "„Chor“: „Themen“ um l.xlsx ergänzt: „Musik“ → „Musik; Gesang“.",
        "„Chor“: „Rechtsform“ aus l.xlsx übernommen: „e. V.“.",
    )
    clean = read(tmp_path / "clean.xlsx").actors
    assert (clean["website"][0], clean["Konflikt"][0]) == ("neu.example", "Webseite: alt.example")
    back = merge(read(tmp_path / "clean.xlsx"), undo=done.record, output=tmp_path / "back").landscape.actors
    assert (back["website"], "Konflikt" in back) == (("alt.example", None), False)
