"""What stands in the cells of a workbook, whatever the names."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from actor_graph.analysis import analyze
from actor_graph.reading import read
from actor_graph.words.visible import visible
from tests.reading.making import put
from tests.writing.test_tables import HOSTILE


def test_what_steers_is_shown_as_a_sign_in_every_cell(tmp_path: Path) -> None:
    names = [(given, shown) for given, shown in HOSTILE if "\n" not in shown and not given.startswith("\ufeff")]
    actors = "id,name,type\n" + "".join(f'{i},"{given}","{given}"\n' for i, (given, _) in enumerate(names))
    city = read(put(tmp_path / "city", {"actors.csv": actors, "ties.csv": "source,target\n0,1\n1,2\n"}))
    analyze(city, draws=9).write(tmp_path / "f.xlsx")
    book = openpyxl.load_workbook(tmp_path / "f.xlsx")
    cells = {str(cell.value) for sheet in book for row in sheet.rows for cell in row if cell.value is not None}
    assert {shown for _, shown in names} <= cells
    assert all(visible(line) == line for cell in cells for line in cell.split("\n"))
