"""What no table may hold: too large cells and rows, too many columns, signs that are no text."""

from __future__ import annotations

from itertools import chain

from actor_graph.documents import CELL, COLUMNS, ROW, not_text
from actor_graph.problems import Problems
from actor_graph.reading.raw import Cell, RawTable


def limits_kept(table: RawTable, problems: Problems) -> None:
    """Note every cell over 32,767 characters, every row over 1 MB, more than 1,000 columns, NUL and half characters."""
    place = {"file": table.file, "sheet": table.sheet}
    if len(table.headings) > COLUMNS:
        problems.error("reading.columns", n=len(table.headings), limit=COLUMNS, **place)
    longest = 0
    for heading, column in zip(table.headings, table.columns, strict=True):
        length = max(map(_length, column), default=0)
        longest += length
        if length > CELL:
            for row, cell in zip(table.rows, column, strict=True):
                if _length(cell) > CELL:
                    problems.error("reading.cell", row=row, column=heading[:80], n=_length(cell), limit=CELL, **place)
        _signs(table, heading, column, problems)
    if longest > ROW:
        for row, cells in zip(table.rows, zip(*table.columns, strict=True), strict=True):
            if sum(map(_length, cells)) > ROW:
                problems.error("reading.row", row=row, limit=ROW // 1_000_000, **place)


def _length(cell: Cell) -> int:
    return len(cell) if isinstance(cell, str) else sum(map(len, cell))


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else "".join(cell)


def _signs(table: RawTable, heading: str, column: tuple[Cell, ...], problems: Problems) -> None:
    """Note NUL and half characters, which UTF-8 can't hold: cell by cell only if there are any."""
    whole = "".join(chain([heading], map(_text, column)))
    try:
        if "\x00" not in whole and whole.encode("utf-8") is not None:
            return
    except UnicodeEncodeError:
        pass
    found = Problems()
    for row, cell in zip((None, *table.rows), (heading, *column), strict=True):
        not_text(_text(cell), table.file, found, row=row or 0)
    for problem in found:
        problems.error(problem.key, file=table.file, sheet=table.sheet, row=problem.row or None, column=heading[:80])
