"""The collection of damaged files: each as table of actors, of ties, or as a landscape, as its index expects."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from actor_graph.landscape import Landscape
from actor_graph.problems import LandscapeError
from actor_graph.reading import read
from tests.material import SHARED
from tests.reading.making import ACTORS, put, rows

NOBODY = "source,target\n"
# The file, the table that it stands for (empty: it is given itself), and what each error has to say: row and words.
REFUSED = [
    ("01_truncated.gexf", "", [(None, "too early")]),
    ("03_external_entity.graphml", "", [(2, "DOCTYPE")]),
    ("05_wrong_encoding.graphml", "", [(2, "UTF-8")]),
    ("07_duplicate_ids.csv", "actors.csv", [(4, "row 2"), (5, "row 3")]),
    ("09_weights.csv", "ties.csv", [(2, "NaN"), (3, "inf"), (4, "-3"), (5, "1e400"), (7, "zwei"), (8, "above 0")]),
    ("11_python_object.yaml", "", [(2, "instruction")]),
    ("19_png_renamed.csv", "actors.csv", [(None, "PNG")]),
    ("19_png_renamed.csv", "", [(None, "PNG")]),
    ("21_empty.csv", "actors.csv", [(None, "empty")]),
    ("21_empty.csv", "", [(None, "empty")]),
    ("23_dir", "", [(None, "no actors.csv")]),
    ("27_ragged.csv", "actors.csv", [(3, "4 cells"), (4, "quotation mark")]),
    ("29_kumu_euro_crisis_broken_zip.xlsx", "", [(None, "damaged")]),
    ("31_pajek_bad.net", "", [(None, "not a landscape")]),
    ("33_vertices_lie.net", "", [(None, "not a landscape")]),
    ("35_json_dup_nan.json", "", [(1, "NaN"), (1, "second time")]),
    ("37_gexf_dup_edges.gexf", "", [(2, "The id “a”"), (3, "“zz”"), (4, "-1")]),
    ("39_python_repr.cyjs", "", [(1, "Python")]),
]


def given(file: Path, table: str, where: Path) -> Path:
    """The file itself, or a folder in which it is one of the tables."""
    if not table:
        return file
    other = {"actors.csv": ("ties.csv", NOBODY), "ties.csv": ("actors.csv", "id\n" + "\n".join("abcdefghi"))}[table]
    shutil.copy(file, put(where, {other[0]: other[1]}) / table)
    return where


@pytest.mark.parametrize(("name", "table", "said"), REFUSED if SHARED else [])
def test_refused(name: str, table: str, said: list[tuple[int | None, str]], shared: Path, tmp_path: Path) -> None:
    with pytest.raises(LandscapeError) as found:
        read(given(shared / "data/formats/damaged" / name, table, tmp_path), language="en")
    errors = [p for p in found.value.problems if p.severity == "error"]
    for row, words in said:
        assert any((row is None or p.row == row) and words in p.message("en") for p in errors), str(found.value)
    assert len(errors) == len(said) or name.startswith("35")


def actors(name: str, shared: Path, where: Path) -> Landscape:
    return read(given(shared / "data/formats/damaged" / name, "actors.csv", where))


def test_trailing_empty_rows(shared: Path, tmp_path: Path) -> None:
    assert len(actors("13_trailing_empty_rows.csv", shared, tmp_path).actors) == 2


def test_ids_stay_the_exact_text(shared: Path, tmp_path: Path) -> None:
    found = actors("17_ids_007_1e5_3.0.csv", shared, tmp_path)
    assert len(found.actors) == 9
    assert {"007", "7", "1e5", "100000", "3.0", "3", "TRUE", "NA", "null"} == set(found.actors["id"])


def test_windows_semicolons(shared: Path, tmp_path: Path) -> None:
    found = actors("25_cp1252_semicolon.csv", shared, tmp_path)
    assert len(found.actors) == 3
    assert "Bürger; Verein" in found.actors["name"]


def test_ids_of_excel(shared: Path, tmp_path: Path) -> None:
    """The workbook has no sheet of ties, which is its only error; so one is put beside its actors."""
    import openpyxl

    book = openpyxl.load_workbook(shared / "data/formats/damaged/17b_ids.xlsx")
    book.create_sheet("ties").append(["source", "target"])
    book.save(tmp_path / "ids.xlsx")
    found = read(tmp_path / "ids.xlsx")
    assert found.actors["id"][:4] == ("7", "007", "3", "100000")
    assert found.actors["id"][5] == "TRUE"
    assert found.warnings[0].key == "reading.long_number"


def test_merged_cells(shared: Path, tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.load_workbook(shared / "data/formats/damaged/15_merged_cells.xlsx")
    book["edges"].title = "ties"
    sheet = book.create_sheet("actors")
    for row in [["name"], ["Alpha"], ["Beta"], ["Gamma"], ["Delta"]]:
        sheet.append(row)
    book.save(tmp_path / "merged.xlsx")
    found = read(tmp_path / "merged.xlsx")
    assert list(zip(found.ties["source"], found.ties["target"], strict=True)) == [(0, 1), (0, 2), (0, 3), (1, 2)]
    assert {w.key for w in found.warnings} == {"reading.title", "reading.merged", "reading.columns_unknown"}


def test_the_tables_of_the_tests_are_sound(tmp_path: Path) -> None:
    """What the broken inputs are made of is read without a word."""
    assert read(put(tmp_path, {"actors.csv": ACTORS, "ties.csv": "source,target\na,b\n"})).warnings == ()
    assert len(rows(ACTORS)) == 4
