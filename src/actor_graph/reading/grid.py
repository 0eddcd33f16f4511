"""From rows of cells to a table: where the headings stand, what is surplus, what is too large."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from actor_graph.documents import COLUMNS
from actor_graph.problems import Phrase, Problems
from actor_graph.reading.raw import RawTable
from actor_graph.vocabulary.aliases import Kind
from actor_graph.vocabulary.examples import is_example, naming
from actor_graph.vocabulary.headings import NEEDED, complete, key_of

LOOKED_AT = 20
"""Among so many filled rows the headings are looked for."""

Rows = Sequence[tuple[int, Sequence[str]]]
"""Rows with their number in the file; cells are text."""


def table_of(kind: Kind, rows: Rows, file: str, sheet: str | None, problems: Problems) -> RawTable | None:
    """Make a table of rows of cells; None where it has errors that make its columns unknown.

    Empty rows and examples (``vocabulary.examples``) are left out. The headings are the first row that names what the
    table can't be without; filled rows above it (a title) are left out with a warning. Filled cells to the right of
    the last heading are errors.
    """
    filled = [(number, cells) for number, cells in rows if any(map(str.strip, cells))]
    if not filled:
        problems.error("reading.no_headings", file=file, sheet=sheet, needed=needed(kind))
        return None
    at = heading_place(kind, [cells for _, cells in filled[:LOOKED_AT]])
    if at is None:
        _unknown_headings(kind, filled[:LOOKED_AT], file, sheet, problems)
        return None
    if at:
        problems.warn("reading.title", file=file, sheet=sheet, row=filled[0][0], n=at, heading=filled[at][0])
    written = filled[at][1]
    headings = [heading.strip() for heading in written]
    while not headings[-1]:
        headings.pop()
    named = naming(kind, headings)
    rows = [(number, cells) for number, cells in filled[at + 1 :] if not is_example(cells, named)]
    return _cut(kind, file, sheet, headings, rows, problems)


def heading_row(kind: Kind, rows: Rows) -> int | None:
    """The number of the row with the headings."""
    filled = [(number, cells) for number, cells in rows[: 50 * LOOKED_AT] if any(map(str.strip, cells))][:LOOKED_AT]
    at = heading_place(kind, [cells for _, cells in filled])
    return None if at is None else filled[at][0]


def needed(kind: Kind) -> str:
    """The headings that a table can't be without, for a message."""
    return ", ".join("/".join(group) for group in NEEDED[kind])


def heading_place(kind: Kind, rows: Sequence[Sequence[str]]) -> int | None:
    """The first row that holds the headings needed; one with a single filled cell only if there is no other."""
    places = [i for i, cells in enumerate(rows) if complete(kind, cells[:COLUMNS])]
    wide = [i for i in places if sum(bool(cell.strip()) for cell in rows[i]) > 1]
    return wide[0] if wide else places[0] if places else None


def glimpsed(rows: Rows) -> list[tuple[Kind, str]]:
    """The headings that rows show which may be a table of actors or of ties, whatever they are called."""
    cells = [cells for _, cells in rows if any(map(str.strip, cells))][:LOOKED_AT]
    kinds: tuple[Kind, ...] = ("actors", "ties")
    kind = max(kinds, key=lambda kind: _likeliest(kind, cells)[0])
    known, at = _likeliest(kind, cells)
    return [(kind, cell) for cell in cells[at][:COLUMNS]] if known else []


def more(n: int) -> str:
    """The sign that a list goes on, if it does."""
    return " …" if n > 0 else ""


def _likeliest(kind: Kind, rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """How many keys the row knows that looks most like headings, and its place; 0 and 0 where none knows any."""
    known = [len({key_of(kind, cell) for cell in cells[:COLUMNS]} - {None}) for cells in rows]
    most = max(known, default=0)
    return most, known.index(most) if most else 0


def _unknown_headings(kind: Kind, rows: Rows, file: str, sheet: str | None, problems: Problems) -> None:
    """Say which row looks most like the headings and what it lacks; of a text in one column, what parts columns."""
    known, at = _likeliest(kind, [cells for _, cells in rows])
    number, cells = rows[at]
    found = tuple(cell.strip()[:80] for cell in cells[:12] if cell.strip())
    about = {"file": file, "sheet": sheet, "row": number, "found": found}
    if known and kind == "ties":
        ends = {key_of(kind, cell) for cell in cells[:COLUMNS]} & {"source", "target"}
        lacking = "target" if "source" in ends else "source" if "target" in ends else "both"
        problems.error("reading.ends_missing", missing=Phrase(f"reading.ends_{lacking}"), **about)
    elif known and kind == "actors":
        problems.error("reading.names_missing", **about)
    else:
        parted = Phrase("reading.parted") if sheet is None and len(found) == 1 else ""
        problems.error(f"reading.headings_{kind}", parted=parted, **about)


def _cut(kind: Kind, file: str, sheet: str | None, headings: list[str], rows: Rows, problems: Problems) -> RawTable:
    """The table, surplus cells noted, columns without a heading left out."""
    width = len(headings)
    way = Phrase("reading.surplus_sheet" if sheet else "reading.surplus_text")
    for number, cells in rows:
        if len(cells) > width and any(map(str.strip, cells[width:])):
            extra = next(cell.strip() for cell in cells[width:] if cell.strip())
            about = {"n": len(cells), "width": width, "cell": extra, "way": way}
            problems.error("reading.surplus", file=file, sheet=sheet, row=number, **about)
    columns = _columns([cells for _, cells in rows], width)
    numbers = tuple(number for number, _ in rows)
    kept = [i for i in range(width) if headings[i] or not _nameless(i, columns[i], numbers, file, sheet, problems)]
    kept = [i for i in kept if headings[i]]
    return RawTable(kind, file, sheet, tuple(headings[i] for i in kept), tuple(columns[i] for i in kept), numbers)


def _columns(rows: Sequence[Sequence[str]], width: int) -> list[tuple[str, ...]]:
    columns = [
        tuple(map(str.strip, column)) for column, _ in zip(zip_longest(*rows, fillvalue=""), range(width), strict=False)
    ]
    return columns + [("",) * len(rows)] * (width - len(columns))


def _nameless(
    place: int, column: tuple[str, ...], numbers: tuple[int, ...], file: str, sheet: str | None, problems: Problems
) -> bool:
    """Warn of a filled column without a heading between others: it can't be used."""
    row = next((number for number, cell in zip(numbers, column, strict=True) if cell), None)
    if row is not None:
        problems.warn("reading.nameless", file=file, sheet=sheet, row=row, place=place + 1)
    return row is not None
