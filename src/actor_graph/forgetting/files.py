"""The files of a landscape without some actors: each made anew in memory, all written or none."""

from __future__ import annotations

import os
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from actor_graph.documents import Part, kind_of, write_together
from actor_graph.forgetting.csv_rows import CsvRows
from actor_graph.forgetting.keys import numbers_left
from actor_graph.forgetting.removal import Removal, landscape_edited, side_rows
from actor_graph.forgetting.standing import Standing
from actor_graph.forgetting.subject import Subject
from actor_graph.forgetting.workbook_rows import WorkbookRows, letters
from actor_graph.problems import OutputError
from actor_graph.vocabulary.aliases import Kind
from actor_graph.vocabulary.headings import key_of
from actor_graph.vocabulary.sheets import table_named
from actor_graph.words import Language
from actor_graph.writing.outputs import list_of, listed

_TABLES: tuple[Kind, ...] = ("actors", "ties", "contacts", "events", "tandems")
_IDS = ("id", "source", "target", "reported_by", "actor", "a", "b")
"""Columns that hold ids."""


@dataclass
class Edited:
    """A file as it will be: its bytes, how many rows of which table went, and where the actors still stand in it.

    ``masked`` are the places in texts at which ``[…]`` stands now; ``same``: nothing becomes of the file.
    """

    path: Path
    data: bytes
    rows: dict[str, int] = field(default_factory=dict)
    cells: int = 0
    standing: list[Standing] = field(default_factory=list)
    masked: list[Standing] = field(default_factory=list)
    same: bool = False


def csv_without(path: Path, removal: Removal | None, gone: Sequence[Subject], *, done: bool) -> Edited | None:
    """A CSV file without what is to go; None where it is a table of something else, or has nothing to take out.

    Rows in which the actors still stand are counted as they will be once it is ``done``, else as they are.
    """
    table = CsvRows(path.read_bytes(), removal.kind if removal else None)
    headings: tuple[str, ...] = ()
    if removal is None:
        found = side_rows([(record.number, record.cells) for record in table.records], gone)
        if not found:
            return None
        rows, edits, named = found, numbers_left(table.records, found), path.name
    else:
        headings = next((r.cells for r in table.records if set(removal.headings) <= set(map(str.strip, r.cells))), ())
        heads = [cell.strip() for cell in headings]
        edits = {(row, heads.index(heading)): edit for (row, heading), edit in removal.edits(gone).items()}
        rows, named = removal.rows, removal.kind
    out = rows - {row for row, _ in edits}
    edited = Edited(path, table.without(out, edits), {named: len(rows)}, same=not rows and not edits)
    edited.cells = len(removal.cells) if removal else 0
    kept = [record for record in table.records if record.number not in rows]
    weight = removal.weight if removal else ""
    order = sorted(out)
    for record in kept:
        number = record.number - (bisect(order, record.number) if done else 0)
        for place, cell in enumerate(record.cells):
            left = edits[record.number, place](cell) if (record.number, place) in edits else cell
            heading = headings[place].strip() if place < len(headings) else ""
            if removal and (record.number, heading) in removal.texts:
                edited.masked.append(Standing(path, row=number, column=heading))
            is_id = record.cells != headings and heading != weight and any(left.strip() == one.id for one in gone)
            if is_id or any(one.mentioned(left) for one in gone):
                edited.standing.append(Standing(path, row=number, column=heading or letters(place + 1)))
    return edited


def workbook_without(
    path: Path, wanted: Sequence[Removal], gone: Sequence[Subject], language: Language
) -> Edited | None:
    """A workbook without what is to go; without ``wanted`` a table of decisions, None where it is none."""
    book = WorkbookRows(path, language)
    edited = Edited(path, b"")
    if not wanted:
        for sheet in book.sheets:
            found = side_rows(_grid(book, sheet), gone)
            if found:
                book.empty(sheet, found, {})
                edited.rows[path.name] = edited.rows.get(path.name, 0) + len(found)
        if not edited.rows:
            return None
    names: dict[str, tuple[int, Sequence[str]]] = {}
    for removal in wanted:
        sheet = removal.sheet or ""
        heads = next(
            (row for row in _grid(book, sheet) if set(removal.headings) <= {c.strip() for c in row[1]}), (0, [])
        )
        column = {cell.strip(): place for place, cell in enumerate(heads[1], start=1)}
        edits = {(row, column[heading]): edit for (row, heading), edit in removal.edits(gone).items()}
        book.empty(sheet, removal.rows, edits)
        names[sheet] = heads
        edited.rows[removal.kind] = len(removal.rows)
        edited.cells += len(removal.cells)
        edited.masked += [Standing(path, sheet, row, heading) for row, heading in sorted(removal.texts)]
    for sheet in [sheet for sheet in book.sheets if wanted and table_named(sheet) == "landscape"]:
        about, masks, n = landscape_edited(_grid(book, sheet), gone)
        book.empty(sheet, (), about | masks)
        edited.rows |= {sheet: n} if n else {}
        edited.masked += [Standing(path, sheet, row, letters(column)) for row, column in masks]

    def mentioned(text: str) -> bool:
        return any(one.mentioned(text) for one in gone)

    edited.data = book.finish(mentioned)
    weights = {removal.sheet: removal.weight for removal in wanted}
    for sheet in book.sheets:
        ids = _columns_of_ids(_grid(book, sheet), weights.get(sheet))
        edited.standing += [
            Standing(path, sheet, cell.place[0], _heading(names.get(sheet), cell.place[1]))
            for cell in book.cells(sheet)
            if mentioned(cell.text) or (cell.place[1] in ids and any(cell.text.strip() == one.id for one in gone))
        ]
    edited.standing += [Standing(path, part) for part in book.others(lambda text: any(one.named(text) for one in gone))]
    return edited


def _grid(book: WorkbookRows, sheet: str) -> list[tuple[int, list[str]]]:
    rows: dict[int, dict[int, str]] = {}
    for cell in book.cells(sheet):
        rows.setdefault(cell.place[0], {})[cell.place[1]] = cell.text
    return [(number, [row.get(at, "") for at in range(1, max(row) + 1)]) for number, row in sorted(rows.items())]


def _heading(heads: tuple[int, Sequence[str]] | None, column: int) -> str:
    """The heading of a column in a table of the landscape, else its letters."""
    return (heads[1][column - 1].strip() if heads and column <= len(heads[1]) else "") or letters(column)


def _columns_of_ids(grid: Sequence[tuple[int, Sequence[str]]], weight: str | None) -> set[int]:
    """The columns in which a cell may be an id that is too short to be looked for in texts.

    In a table of the landscape all but that of the weight; in a sheet that people added those headed as columns of ids.
    """
    heads = [cell.strip() for cell in grid[0][1]] if grid else []
    if weight is not None:
        return {
            place for place in range(1, max(len(row) for _, row in grid) + 1) if heads[place - 1 : place] != [weight]
        }
    return {place for place, head in enumerate(heads, start=1) if any(key_of(kind, head) in _IDS for kind in _TABLES)}


def side_files(path: Path, tables: Sequence[Path], also: Sequence[Path]) -> list[Path]:
    """The tables that may be decisions or keys: beside the landscape and in its folder, and those that were named."""
    base = path.resolve().parent
    inside = sorted(path.resolve().iterdir()) if path.is_dir() else []
    beside = [file for file in [*sorted(base.iterdir()), *inside] if file.suffix.casefold() == ".csv"]
    books = [file for file in inside if file.suffix.casefold() == ".xlsx"]
    books += [base / name for name in listed(base) if name.casefold().endswith(".xlsx")]
    own = {file.resolve() for file in tables}
    found = [file.resolve() for file in [*beside, *books, *also] if file.is_file()]
    return [file for file in dict.fromkeys(found) if file not in own and kind_of(file) in ("text", "yaml", "xlsx")]


def write_all(files: Sequence[Edited], language: Language) -> None:
    """Write all files in place, or, where one can't be written, none of them.

    Raises
    ------
    OutputError
        A file may not be written, or is open in another program; then all are as they were.
    """
    before = {file.path: file.path.read_bytes() for file in files}
    for path in before:
        if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)) or _is_open(path):
            raise OutputError("documents.close_and_run_again", language, path=path)
    parts = [Part(file.path, file.data, file.path.stat().st_mode & 0o777) for file in files]
    write_together([*parts, *_lists(files, before)], language=language)


def _lists(files: Sequence[Edited], before: Mapping[Path, bytes]) -> Iterator[Part]:
    """The lists of outputs: of these files, those that are still as we wrote them stay ours."""
    for folder in dict.fromkeys(file.path.parent for file in files):
        known = listed(folder)
        ours = {
            file.path.name: sha256(file.data).hexdigest()
            for file in files
            if file.path.parent == folder and known.get(file.path.name) == sha256(before[file.path]).hexdigest()
        }
        if ours:
            yield list_of(folder, known | ours)


def _is_open(path: Path) -> bool:
    """Whether LibreOffice or Excel has the file open, and would bring the actor back when it is saved there."""
    return any(path.with_name(name).exists() for name in (f".~lock.{path.name}#", f"~${path.name}"))


def by_path(base: Path, found: Sequence[Removal]) -> Mapping[Path, list[Removal]]:
    """What is to go, by file."""
    files: dict[Path, list[Removal]] = {}
    for removal in found:
        files.setdefault(base / removal.file if base.is_dir() else base, []).append(removal)
    return files
