"""Tables for people to decide in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from actor_graph.words import Language, say
from actor_graph.writing.tables import csv_text
from actor_graph.writing.workbook import UNSEEN, Cell, Offer, Sheet, workbook

BROAD, MORE = 38, 200
"""How broad columns are at most, so that the decision stays on the screen; so many rows can be added below."""


def decision_table(
    rows: Sequence[Mapping[str, Any]],
    headings: Sequence[str],
    path: Path,
    language: Language,
    words: Sequence[Sequence[str]],
    words_below: Sequence[str] = (),
) -> bytes:
    """The rows as a workbook if the name of the file ends in ``.xlsx``, else as CSV for a spreadsheet program.

    ``words`` are for each row those that decide it, offered in a drop-down; ``words_below`` those of rows that people
    add. In a workbook an id that is the name is there and not shown, so that each name is read once.
    """
    if path.suffix.casefold() == ".xlsx":
        cells = [[_cell(row, heading) for heading in headings] for row in rows]
        offers = list(_offers([*words, *[words_below] * MORE], headings.index("decision"), language))
        name = say("matching.sheet", language)
        return workbook([Sheet(name, headings, cells, wrapped=True, broad=BROAD, offers=offers, in_one=True)])
    whole = [{heading: row.get(heading) for heading in headings} for row in rows]
    text = (
        csv_text(whole, language) if whole else csv_text([dict.fromkeys(headings)], language).split("\r\n")[0] + "\r\n"
    )
    return text.encode("utf-8")


def _cell(row: Mapping[str, Any], heading: str) -> Cell:
    value = row.get(heading) or None
    return Cell(value, UNSEEN if value is not None and value == row.get(f"name_{heading}") else "")


def _offers(words: Sequence[Sequence[str]], column: int, language: Language) -> Iterator[Offer]:
    """A drop-down for each run of rows with the same words."""
    line = 1
    for offered, run in groupby(map(tuple, words)):
        n = len(list(run))
        if offered:
            title, known = say("matching.offered_title", language), ", ".join(offered)
            yield Offer(column, line, line + n - 1, offered, title, say("matching.offered", language, words=known))
        line += n
