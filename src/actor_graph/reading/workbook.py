"""An Excel workbook (XLSX) with the sheets ``actors`` and ``ties``."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from actor_graph.documents import Block, Listing, unpacked_size_checked
from actor_graph.problems import Problems
from actor_graph.reading.cells import Layout, layout_of
from actor_graph.reading.grid import LOOKED_AT, Rows, glimpsed, heading_row, table_of
from actor_graph.reading.panic import unheard
from actor_graph.reading.raw import Material, RawMeta, RawTable
from actor_graph.vocabulary.aliases import Kind
from actor_graph.vocabulary.headings import folded, key_of
from actor_graph.vocabulary.sheets import table_named

AREA = 10_000_000
"""Cells of the rectangle that a sheet fills, the most that is read."""
_SEEN = 10
_DIGITS = 10**15
"""Excel keeps fifteen digits of a number."""
_PAIR = re.compile(r"(\w+): (.+)", re.DOTALL)
_SEVERAL = ("publish_columns", "circles", "sources", "goals", "indicators", "grand")
_TITLE_ROWS = (("key", "value"), ("schlüssel", "wert"), ("schluessel", "wert"), ("angabe", "wert"))
_BANNER = 3
"""Cells merged across so many columns, with nothing else in the row, are no entry."""


def read_workbook(path: Path, problems: Problems, named: Callable[[str], Kind | None] = table_named) -> Material | None:
    """Read the sheets ``actors``, ``ties``, ``landscape``, ``contacts``, ``events``, ``tandems``, or by German names.

    ``named`` says which table a sheet of a name is, None for one that is left out.

    Other sheets are left out, hidden ones too. Numbers are the text that Excel would show without a format (7, 0.5),
    dates are ISO, TRUE and FALSE stay words.
    """
    if not unpacked_size_checked(path, problems):
        return None
    try:
        with unheard():
            return _Workbook(path, problems, named).material()
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as damage:  # the reader is written in Rust, whose panics are no Exception
        if isinstance(damage, MemoryError):
            problems.error("reading.sheet_area", file=path.name)
        elif type(damage).__name__ == "PasswordError":
            problems.error("documents.is_encrypted", file=path.name)
        elif type(damage).__module__.startswith(("python_calamine", "pyo3", "zipfile", "xml", "defusedxml")):
            problems.error("documents.damaged_archive", file=path.name)
        else:
            raise
        return None


class _Workbook:
    """A workbook while it is read."""

    def __init__(self, path: Path, problems: Problems, named: Callable[[str], Kind | None]) -> None:
        from python_calamine import CalamineWorkbook

        self.path, self.problems, self.named = path, problems, named
        self.book = CalamineWorkbook.from_path(path)
        self.sheets: dict[Kind, str] = {}
        self.hidden: dict[Kind, str] = {}

    def material(self) -> Material | None:
        """The tables of all sheets that have the name of one."""
        self._choose()
        lacking = [kind for kind in ("actors", "ties") if kind not in self.sheets]
        for kind in lacking:
            if kind not in self.hidden:
                self.problems.error(f"reading.no_{kind}_sheet", file=self.path.name, found=self._names())
        for kind, sheet in self.hidden.items():
            note = self.problems.error if kind in lacking else self.problems.warn
            note("reading.sheet_hidden", file=self.path.name, sheet=sheet)
        tables: dict[Kind, RawTable] = {}
        meta = None
        with zipfile.ZipFile(self.path) as archive:
            for kind, sheet in self.sheets.items():
                rows = self._rows(kind, sheet, layout_of(archive, sheet))
                if kind == "landscape":
                    meta = self._meta(sheet, rows)
                elif rows is not None and (table := table_of(kind, rows, self.path.name, sheet, self.problems)):
                    tables[kind] = table
            read = [table.sheet for table in tables.values()]
            seen = () if {"actors", "ties"} <= tables.keys() else self._seen(archive, read)
        return Material(self.path.stem, self.path.parent, tables, meta, seen=seen)

    def _seen(self, archive: zipfile.ZipFile, read: Sequence[str | None]) -> tuple[tuple[Kind, str], ...]:
        """The headings of the first sheets that were not read, because of their name or for what they lack."""
        seen: list[tuple[Kind, str]] = []
        for about in [sheet for sheet in self.book.sheets_metadata if is_shown(sheet)][:_SEEN]:
            if about.name not in read and layout_of(archive, about.name).area <= AREA:
                values = self.book.get_sheet_by_name(about.name).to_python(nrows=LOOKED_AT)
                seen += glimpsed([(number, list(map(cell_text, row))) for number, row in enumerate(values, start=1)])
        return tuple(seen)

    def _choose(self) -> None:
        """Find the sheets by their names; hidden ones and charts are left out."""
        for about in self.book.sheets_metadata:
            kind = self.named(about.name)
            if kind is None or not str(about.typ).endswith("WorkSheet"):
                continue
            if not str(about.visible).endswith(".Visible"):
                self.hidden.setdefault(kind, about.name)
            elif kind in self.sheets:
                self.problems.error(
                    "reading.two_sheets", file=self.path.name, sheet=about.name, other=self.sheets[kind]
                )
            else:
                self.sheets[kind] = about.name

    def _names(self) -> tuple[str, ...]:
        return tuple(self.book.sheet_names[:10])

    def _rows(self, kind: Kind, sheet: str, layout: Layout) -> Rows | None:
        """The rows of a sheet as text; a cell so far off that the sheet would not fit into memory is an error."""
        place: dict[str, Any] = {"file": self.path.name, "sheet": sheet}
        if layout.area > AREA:
            self.problems.error("reading.sheet_area", row=layout.last_row, column=layout.last_column, **place)
            return None
        read = self.book.get_sheet_by_name(sheet)
        values = read.to_python(skip_empty_area=False)
        for cell, row in layout.without_value:
            self.problems.warn("reading.formula", row=row, cell=cell, **place)
        for cell, row, shown in layout.failed:
            self.problems.warn("reading.excel_error", row=row, cell=cell, shown=shown, **place)
        self._long_numbers(values, place)
        rows = [(number, [cell_text(value) for value in row]) for number, row in enumerate(values, start=1)]
        if kind != "landscape":
            self._fill_down(kind, rows, read.merged_cell_ranges or [], place)
        return rows

    def _long_numbers(self, values: Sequence[Sequence[Any]], place: dict[str, Any]) -> None:
        for number, row in enumerate(values, start=1):
            for value in row:
                if type(value) is float and abs(value) >= _DIGITS and value.is_integer():
                    self.problems.warn("reading.long_number", row=number, given=cell_text(value), **place)

    def _fill_down(self, kind: Kind, rows: Rows, merged: Sequence[Any], place: dict[str, Any]) -> None:
        """Put the value of cells merged below the headings into every row that they span, and say so."""
        start = heading_row(kind, rows)
        for (top, left), (bottom, right) in sorted(merged):
            if start is None or top < start or bottom >= len(rows):
                continue
            value = rows[top][1][left] if left < len(rows[top][1]) else ""
            cells = f"{_letters(left)}{top + 1}:{_letters(right)}{bottom + 1}"
            if top == bottom and value and _is_banner(rows, start - 1, top, left, right):
                self.problems.warn("reading.merged_row", row=top + 1, cells=cells, value=value, **place)
                rows[top][1][left] = ""
                continue
            for row in range(top + 1, bottom + 1):
                rows[row][1][left] = value  # type: ignore[index]
            if value:
                self.problems.warn("reading.merged", row=top + 1, cells=cells, value=value, **place)

    def _meta(self, sheet: str, rows: Rows | None) -> RawMeta:
        """Key and value in the first two columns."""
        entries: dict[str, Any] = {}
        places: dict[str, int] = {}
        lines: dict[str, list[int]] = {}
        for number, cells in rows or ():
            key, value = (*(cell.strip() for cell in cells[:2]), "", "")[:2]
            if not key or not value or (folded(key), folded(value)) in _TITLE_ROWS:
                continue
            lines.setdefault(key, []).extend([number] * len(_parts(value)))
            if key in entries and key_of("landscape", key) in _SEVERAL:
                value = "; ".join(filter(None, (entries[key], value)))
            elif key in entries:
                self.problems.error(
                    "reading.meta_twice", file=self.path.name, sheet=sheet, row=number, column=key, key=key
                )
            entries[key] = value
            places.setdefault(key, number)
        parted = {
            key: self._numbers(sheet, key, _parts(value), lines[key]) if _of_numbers(key, value)
            else _parted(key, value, lines[key])
            for key, value in entries.items()
        }  # fmt: skip
        return RawMeta(self.path.name, sheet, parted, places)

    def _numbers(self, sheet: str, key: str, parts: Sequence[str], lines: Sequence[int]) -> Block:
        """Names with numbers, each name once."""
        told = Block(lines[0])
        for part, line in zip(parts, lines, strict=True):
            name, number = (text.strip() for text in part.split(":", 1))
            if name in told:
                place = {"file": self.path.name, "sheet": sheet, "row": line, "column": key}
                self.problems.error("goals.indicator_twice", name=name[:80], first=name[:80], **place)
            told[name], told.lines[name] = number, line
        return told


def _is_banner(rows: Rows, headings: int, row: int, left: int, right: int) -> bool:
    """Whether cells merged across a row are a heading between rows: three columns or over half, nothing beside them."""
    columns = {place for place, cell in enumerate(rows[headings][1]) if cell.strip()}
    beside = any(cell.strip() for place, cell in enumerate(rows[row][1]) if not left <= place <= right)
    spanned = len(columns & set(range(left, right + 1)))
    return not beside and spanned > 1 and (spanned >= _BANNER or 2 * spanned > len(columns))


def is_shown(sheet: Any) -> bool:
    """Whether it is a sheet of cells that people see, no chart and not hidden."""
    return str(sheet.typ).endswith("WorkSheet") and str(sheet.visible).endswith(".Visible")


def _parts(value: str) -> list[str]:
    return [part.strip() for part in value.split(";") if part.strip()]


def _of_numbers(key: str, value: str) -> bool:
    """Whether it is a cell of names with numbers."""
    parts = _parts(value)
    return bool(parts) and key_of("landscape", key) == "indicators" and all(":" in part for part in parts)


def _parted(key: str, value: str, lines: Sequence[int]) -> Any:
    """What a document has as a list or as keys and values, from one cell with ; between; ``lines`` are the parts'."""
    parts = _parts(value)
    if key_of("landscape", key) in ("sources", "goals") and parts:
        return Listing(parts, lines)
    pairs = [_PAIR.fullmatch(part) for part in parts]
    if key_of("landscape", key) in ("accessibility", "feedback", "grand") and parts and all(pairs):
        return {pair.group(1): pair.group(2) for pair in pairs if pair}
    return value


def _letters(column: int) -> str:
    """The letters of a column, A for 0."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def cell_text(value: Any) -> str:
    """A cell's value as text."""
    if type(value) is str:
        return value.replace("\r\n", "\n").replace("\r", "\n") if "\r" in value else value
    if type(value) is float:
        return str(int(value)) if value.is_integer() else repr(float(f"{value:.15g}"))
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("seconds" if value.second else "minutes")
    if isinstance(value, timedelta):
        minutes, seconds = divmod(int(value.total_seconds()), 60)
        return f"{minutes // 60:02}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    return "" if value is None else str(value)
