"""Folders of CSV files, as Excel, LibreOffice, editors and programs save them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from actor_graph.landscape import Landscape
from actor_graph.problems import LandscapeError
from actor_graph.reading import read
from tests.reading.making import ACTORS, TIES, put

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")
DELIMITERS = (";", ",", "\t")
ENDS = ("\n", "\r\n", "\r")
GERMAN_ACTORS = [["Name", "Typ", "Bedarfe"], ["Café Süd; e. V.", "Verein", "Räume, Geld"], ["Grün–Weiß, 1€", "", ""]]
GERMAN_TIES = [["von", "nach", "Gewicht"], ["Café Süd; e. V.", "Grün–Weiß, 1€", "1,5"]]


def text(rows: list[list[str]], delimiter: str, end: str) -> str:
    quoted = ([f'"{cell}"' if set(cell) & {";", ",", "\t", '"'} else cell for cell in row] for row in rows)
    return end.join(delimiter.join(row) for row in quoted) + end


def folder(where: Path, **files: str | bytes) -> Landscape:
    return read(put(where, {name.replace("_", "."): content for name, content in files.items()}))


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", DELIMITERS, ids=["semicolon", "comma", "tab"])
@pytest.mark.parametrize("end", ENDS, ids=["lf", "crlf", "cr"])
def test_as_it_is_saved(encoding: str, delimiter: str, end: str, tmp_path: Path) -> None:
    city = folder(
        tmp_path,
        actors_csv=text(GERMAN_ACTORS, delimiter, end).encode(encoding),
        ties_csv=text(GERMAN_TIES, delimiter, end).encode(encoding),
    )
    assert city.actors["name"] == ("Café Süd; e. V.", "Grün–Weiß, 1€")
    assert city.actors["type"] == (("Verein",), ())
    assert city.actors["needs"] == (("Räume, Geld",), ())
    assert (city.ties["source"], city.ties["target"], city.ties["weight"]) == ((0,), (1,), (1.5,))
    assert city.language == "de"
    assert city.warnings == ()


def test_every_cell_is_text_first(tmp_path: Path) -> None:
    ids = ("007", "7", "1e5", "100000", "3.0", "3", "TRUE", "NA", "null", "no", "12:30", "nan", "None")
    city = folder(tmp_path, actors_csv="id\n" + "\n".join(ids), ties_csv="source,target\nNA,null\n007,7\n")
    assert city.actors["id"] == ids
    assert city.ties["source"] == (7, 0)
    assert city.ties["target"] == (8, 1)


def test_marks_of_excel(tmp_path: Path) -> None:
    """The line sep= is no row; a title, leading and trailing empty rows are none either."""
    actors = "sep=;\r\nAkteure, Stand Juni;;\r\n;;\r\nid;Name;\r\na;A;\r\n;;\r\n;;\r\n"
    city = folder(tmp_path, actors_csv=actors, ties_csv="\n\nvon;nach\na;a\n")
    assert city.actors["name"] == ("A",)
    assert city.actors.rows == (4,)
    assert city.ties.rows == (4,)
    assert [w.key for w in city.warnings] == ["reading.title"]


def test_title_that_is_also_a_heading(tmp_path: Path) -> None:
    city = folder(tmp_path, actors_csv="Organisation\nid;Name;Typ\na;A;x\nb;B;y\n", ties_csv=TIES)
    assert city.actors["type"] == (("x",), ("y",))


def test_actor_called_like_a_heading(tmp_path: Path) -> None:
    assert folder(tmp_path, actors_csv="id,name\nName,Typ\n", ties_csv="von,nach\nTyp,Name\n").actors["id"] == ("Name",)


def test_cells_of_several_lines(tmp_path: Path) -> None:
    """Rows count as a spreadsheet counts them; line ends and quotation marks inside a cell stay."""
    city = folder(tmp_path, actors_csv='id,name,description\na,A,"one\r\n\r\ntwo ""x"""\nb,B,\n', ties_csv=TIES)
    assert city.actors["description"] == ('one\n\ntwo "x"', None)
    assert city.actors.rows == (2, 3)


def test_quotation_marks_inside_text(tmp_path: Path) -> None:
    city = folder(tmp_path, actors_csv='id,name\na,Verein "Süd"\nb,"B" e.V.\n', ties_csv=TIES)
    assert city.actors["name"] == ('Verein "Süd"', "B e.V.")


def test_signs_that_are_no_line_ends(tmp_path: Path) -> None:
    """Control and direction signs in names are data."""
    name = "A\u2028B\x0bC\x1cD\u202eE\x1b[31mF\x85G"
    city = folder(tmp_path, actors_csv=f"id,name\na,{name}\nb,B\n", ties_csv=TIES)
    assert city.actors["name"] == (name, "B")


@pytest.mark.parametrize("row", ["c", "c,C", "c,C,", "c,C,,,,"])
def test_shorter_rows_and_empty_surplus(row: str, tmp_path: Path) -> None:
    city = folder(tmp_path, actors_csv=f"{ACTORS.splitlines()[0]}\na,A,x\nb,B,x\n{row}\n", ties_csv=TIES)
    assert city.actors["id"] == ("a", "b", "c")
    assert city.actors["type"][2] == ()


def test_trailing_empty_rows_are_fast_and_silent(tmp_path: Path) -> None:
    start = time.process_time()
    city = folder(tmp_path, actors_csv=ACTORS + ",,\n" * 100_000, ties_csv=TIES)
    assert time.process_time() - start < 2
    assert (len(city.actors), city.warnings) == (3, ())


def test_headings_alone(tmp_path: Path) -> None:
    """A heading without rows is 0 actors and a warning."""
    city = folder(tmp_path, actors_csv="name\n", ties_csv="source,target\n")
    assert (len(city.actors), len(city.ties)) == (0, 0)
    assert [w.key for w in city.warnings] == ["reading.no_actors", "reading.no_ties"]
    assert city.graph.n == 0


def test_columns_without_a_heading(tmp_path: Path) -> None:
    city = folder(tmp_path, actors_csv=",id,name\n0,a,A\n1,b,B\n", ties_csv="source,,target\na,,b\n")
    assert [(w.key, w.row) for w in city.warnings] == [("reading.nameless", 2)]
    assert list(city.actors.columns) == ["id", "name"]


@pytest.mark.parametrize(
    ("actors", "ties"),
    [("Actors.CSV", "ties.csv"), ("akteure.csv", "Verbindungen.csv"), ("actors.csv", "BEZIEHUNGEN.csv")],
)
def test_names_of_files(actors: str, ties: str, tmp_path: Path) -> None:
    assert len(read(put(tmp_path, {actors: ACTORS, ties: TIES})).ties) == 1


def test_source_is_the_name_of_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "Neustadt.2026", {"actors.csv": ACTORS, "ties.csv": TIES})
    monkeypatch.chdir(tmp_path / "Neustadt.2026")
    assert read(".").source == "Neustadt.2026"


def test_limits_are_reached_without_error(tmp_path: Path) -> None:
    """1,000 columns and a cell of 32,767 characters are read."""
    wide = ",".join(["id", *(f"c{i}" for i in range(999))])
    city = folder(tmp_path, actors_csv=f"{wide}\na,{'x' * 32_767}\nb\n", ties_csv=TIES)
    assert len(city.actors.columns) == 1001  # the name, which is the id, comes to them
    assert len(city.actors["c0"][0]) == 32_767


def test_rows_are_counted_behind_a_damaged_one(tmp_path: Path) -> None:
    """The ragged file: the surplus of row 3 and the open quotation mark of row 4 are both found."""
    with pytest.raises(LandscapeError) as found:
        folder(tmp_path, actors_csv='id,name\na,A\nb,B,x\nc,"C\nd,D\n', ties_csv=TIES)
    assert {(p.key, p.row) for p in found.value.problems} == {("reading.surplus", 3), ("reading.quote", 4)}


@pytest.mark.parametrize("about", ["", "---\n", "# nothing yet\n", "{}"])
def test_a_landscape_that_says_nothing_of_itself(about: str, tmp_path: Path) -> None:
    city = folder(tmp_path, actors_csv=ACTORS, ties_csv=TIES, landscape_yaml=about)
    assert (city.meta, city.warnings) == ({}, ())
