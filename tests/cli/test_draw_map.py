"""The verb ``map``: what it says."""

from __future__ import annotations

from pathlib import Path

from tests.reading.making import book, put
from tests.running import run

CELLS = ("12", "ca. 40", "7", "1.250,5", "3")
TIES = "source,target\nA0,A1\n"


def test_a_column_with_cells_that_are_no_numbers_is_told_with_its_place(tmp_path: Path) -> None:
    rows = [["Name", "Mitglieder"], *([f"A{n}", cell] for n, cell in enumerate(CELLS))]
    where = put(
        tmp_path / "in", {"stadt.xlsx": book({"Akteure": rows, "Verbindungen": [["Von", "Nach"], ["A0", "A1"]]})}
    )
    ran = run("map", where / "stadt.xlsx", "--show", "Mitglieder", "-o", tmp_path / "map.html", "--draws", "2")
    assert (ran.status, ran.out) == (0, "")
    (line,) = [line for line in ran.err.splitlines() if "Mitglieder" in line]
    place = "Hinweis: stadt.xlsx, Blatt „Akteure“, Zeile 3, Spalte „Mitglieder“: "
    assert line.startswith(f"{place}1 von 5 gefüllten Zellen ist keine Zahl: „ca. 40“.")
    assert "oder die Zelle leer lassen" in line


def test_a_column_of_numbers_and_one_of_words_are_not_spoken_of(tmp_path: Path) -> None:
    rows = "".join(f'A{n},"{cell}",{n}\n' for n, cell in enumerate(["12", "viele", "wenige", "k. A.", "3"]))
    where = put(tmp_path / "in", {"actors.csv": "name,Mitglieder,Jahr\n" + rows, "ties.csv": TIES})
    more: list[str | Path] = ["--show", "Mitglieder", "--show", "Jahr", "-o", tmp_path / "map.html", "--draws", "2"]
    ran = run("map", where, *more, "--language", "en")
    assert ran.status == 0
    assert "filled cell" not in ran.err
