"""Inputs of every form for the tests of reading, written from the same few rows."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook

ACTORS = "id,name,type\na,Ahorn,school\nb,Birke,school\nc,Cedar,\n"
TIES = "source,target\na,b\n"
Sheets = Mapping[str, Sequence[Sequence[Any]]]


def put(where: Path, files: Mapping[str, str | bytes | None]) -> Path:
    """Write files into a folder; None makes a folder of that name."""
    where.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        if content is None:
            (where / name).mkdir()
        else:
            (where / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return where


def book(sheets: Sheets, *, hidden: Sequence[str] = (), merged: Mapping[str, str] | None = None) -> bytes:
    """A workbook with these sheets."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
        if merged and name in merged:
            sheet.merge_cells(merged[name])
    raw = BytesIO()
    workbook.save(raw)
    return raw.getvalue()


def rows(csv: str) -> list[list[str]]:
    """The rows of plain CSV, for a sheet."""
    return [line.split(",") for line in csv.splitlines()]


def changed(raw: bytes, part: str, change: Any) -> bytes:
    """A ZIP file with one part changed."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return out.getvalue()


def graphml(inside: str, keys: str = "") -> str:
    """A GraphML file with one graph."""
    return f'<graphml xmlns="http://graphml.graphdrawing.org/xmlns">{keys}\n<graph>\n{inside}\n</graph></graphml>'


def gexf(nodes: str, edges: str, *, space: str = "http://gexf.net/1.3", attributes: str = "") -> str:
    """A GEXF file."""
    inside = f"{attributes}\n<nodes>\n{nodes}\n</nodes>\n<edges>\n{edges}\n</edges>"
    return f'<gexf xmlns="{space}"><graph>{inside}</graph></gexf>'
