"""A list of names to compare a landscape with: a landscape of its own, or any table with a column of names."""

from __future__ import annotations

from pathlib import Path

from actor_graph.documents import kind_of
from actor_graph.landscape import Landscape, Table
from actor_graph.problems import Problems
from actor_graph.reading.grid import table_of
from actor_graph.reading.limits import within_limits
from actor_graph.reading.sheet import read_sheet
from actor_graph.reading.tables.actors import named
from actor_graph.reading.tables.columns import columns_of
from actor_graph.vocabulary.headings import complete


def read_list(path: Path, landscape: Landscape, problems: Problems) -> Table | None:
    """Read the actors of a landscape folder, or a table (CSV, workbook) whose headings name an id or a name.

    The words of the landscape's scheme are those of the list. None where there are errors, which are noted.
    """
    folder = path / next((e.name for e in path.iterdir() if e.stem.casefold() in ("actors", "akteure")), "actors.csv") \
        if kind_of(path) == "folder" else path  # fmt: skip
    found = Problems()
    sheet, rows = read_sheet(folder, lambda cells: complete("actors", cells), found)
    raw = table_of("actors", rows, folder.name, sheet, found) if not found.errors else None
    if raw is not None:
        raw = within_limits(raw, found)
        table = columns_of(raw, landscape.scheme, landscape.language, found)
        actors, _ = named(table, raw, False, found)
    problems.extend(found)
    return actors if raw is not None and not found.errors else None
