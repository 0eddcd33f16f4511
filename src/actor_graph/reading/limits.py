"""What no table may hold: too large cells and rows, too many columns, signs that are no text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actor_graph.documents import CELL, COLUMNS, ROW, not_text
from actor_graph.problems import Problems
from actor_graph.reading.raw import Cell, RawTable


def within_limits(table: RawTable, problems: Problems) -> RawTable:
    """The table, of more than 1,000 columns the first.

    Noted are too many columns, every cell over 32,767 characters, every row over 1 MB, NUL and half characters.
    """
    place = {"file": table.file, "sheet": table.sheet}
    if len(table.headings) > COLUMNS:
        problems.error("reading.columns", limit=COLUMNS, **place)
        table = replace(table, headings=table.headings[:COLUMNS], columns=table.columns[:COLUMNS])
    longest = 0
    for heading, column in zip(table.headings, table.columns, strict=True):
        texts = _texts(column)
        length = max(map(len, texts), default=0)
        longest += length
        if length > CELL:
            for row, text in zip(table.rows, texts, strict=True):
                if len(text) > CELL:
                    problems.error("reading.cell", row=row, column=heading[:80], n=len(text), limit=CELL, **place)
        _signs(table, heading, texts, problems)
    if longest > ROW:
        for row, cells in zip(table.rows, zip(*map(_texts, table.columns), strict=True), strict=True):
            if sum(map(len, cells)) > ROW:
                problems.error("reading.row", row=row, limit=ROW // 1_000_000, **place)
    return table


def _texts(column: tuple[Cell, ...]) -> Sequence[str]:
    """The column as texts; lists of a document joined."""
    return [cell if isinstance(cell, str) else "; ".join(cell) for cell in column]


def _signs(table: RawTable, heading: str, texts: Sequence[str], problems: Problems) -> None:
    """Note what no text may hold, half characters among it, which UTF-8 can't: cell by cell only if there is any."""
    whole = "".join([heading, *texts])
    try:
        if not any(sign in whole for sign in "\x00\ufffe\uffff") and whole.encode("utf-8") is not None:
            return
    except UnicodeEncodeError:
        pass
    found = Problems()
    for row, text in zip((0, *table.rows), (heading, *texts), strict=True):
        not_text(text, table.file, found, row=row)
    for problem in found:
        problems.error(problem.key, file=table.file, sheet=table.sheet, row=problem.row or None, column=heading[:80])
