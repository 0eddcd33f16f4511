"""What is filled in already where an empty landscape is to be written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from actor_graph.documents import kind_of
from actor_graph.problems import Problems
from actor_graph.reading.folder import META, read_folder
from actor_graph.reading.raw import Material
from actor_graph.reading.workbook import read_workbook


def filled(place: Path) -> Mapping[Path, int]:
    """How many rows the tables of a folder or workbook hold, by file: examples and empty rows are none.

    A table of a folder that can't be read counts as one row: nobody knows what it holds.
    """
    try:
        material = _material(place)
    except OSError:
        return {}
    found: dict[Path, int] = {}
    for table in material.tables.values() if material else ():
        file = place if place.is_file() else place / table.file
        found[file] = found.get(file, 0) + len(table.rows)
    for file in material.files if material else ():
        if file.name.casefold() not in META and file.stat().st_size:
            found.setdefault(file, 1)
    return {file: rows for file, rows in found.items() if rows}


def _material(place: Path) -> Material | None:
    kind, problems = kind_of(place), Problems()
    return (
        read_folder(place, problems) if kind == "folder" else read_workbook(place, problems) if kind == "xlsx" else None
    )
