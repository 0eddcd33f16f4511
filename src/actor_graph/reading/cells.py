"""What the sheets of a workbook say beyond their values: how far they reach, and cells that show an error."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from posixpath import join, normpath
from typing import Any

_CELL = re.compile(rb"<(?:\w+:)?c(?=[\s>])(?P<about>[^>]*[^/>])?>(?P<inside>.*?)</(?:\w+:)?c>", re.DOTALL)
_PLACE = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_FAILED = re.compile(rb'\bt="e"')
_VALUE = re.compile(rb"<(?:\w+:)?v[^>]*>([^<]+)</")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ID_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass(frozen=True, slots=True)
class Layout:
    """How far the filled cells of a sheet reach, the formulas without a stored result, and the cells with an error."""

    last_row: int = 0
    last_column: str = "A"
    without_value: tuple[tuple[str, int], ...] = ()
    failed: tuple[tuple[str, int, str], ...] = ()

    @property
    def area(self) -> int:
        """Cells of the rectangle from the first cell to the last."""
        width = 0
        for letter in self.last_column:
            width = 26 * width + ord(letter) - 64
        return self.last_row * width


def layout_of(archive: zipfile.ZipFile, sheet: str) -> Layout:
    """Look through a sheet's cells as they are written; an empty layout where the sheet is not found."""
    part = part_of(archive, sheet)
    if part is None:
        return Layout()
    last_row, last_column = 0, b"A"
    without: list[tuple[str, int]] = []
    failed: list[tuple[str, int, str]] = []
    for cell in _CELL.finditer(archive.read(part)):
        about, inside = cell.group("about") or b"", cell.group("inside")
        place = _PLACE.search(about)
        if place is None:
            continue
        column, row = place.group(1), int(place.group(2))
        last_row, last_column = max(last_row, row), max(last_column, column, key=lambda name: (len(name), name))
        if _FAILED.search(about):
            shown = _VALUE.search(inside)
            failed.append(((column + place.group(2)).decode(), row, shown.group(1).decode() if shown else "#?"))
        elif b"f" in inside and _FORMULA.search(inside) and not _VALUE.search(inside) and b't="str"' not in about:
            without.append(((column + place.group(2)).decode(), row))
    return Layout(last_row, last_column.decode(), tuple(without), tuple(failed))


def part_of(archive: zipfile.ZipFile, sheet: str) -> str | None:
    """The part of the file that holds a sheet."""
    book = _tree(archive, "xl/workbook.xml")
    links = _tree(archive, "xl/_rels/workbook.xml.rels")
    if book is None or links is None:
        return None
    targets = {link.get("Id"): link.get("Target") for link in links}
    for entry in book.iter():
        if entry.tag.rpartition("}")[2] == "sheet" and entry.get("name") == sheet:
            target = targets.get(entry.get(_ID) or entry.get(_ID_STRICT))
            name = normpath(join("/xl", target)).lstrip("/") if target else ""
            return name if name in archive.namelist() else None
    return None


def _tree(archive: zipfile.ZipFile, name: str) -> Any | None:
    from defusedxml.ElementTree import fromstring

    return fromstring(archive.read(name)) if name in archive.namelist() else None
