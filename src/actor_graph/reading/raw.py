"""What the files of all formats are turned into before anything is understood: tables of text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from actor_graph.vocabulary.aliases import Kind

Cell = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table as it stands in the file: headings, and columns of trimmed text, empty text where a cell is empty.

    A cell is a tuple where the format has lists of its own. ``rows`` are the places in the file: rows of a spreadsheet,
    lines of a document. ``whole`` is False where rows are known to be missing, because the file is damaged.
    """

    kind: Kind
    file: str
    sheet: str | None
    headings: tuple[str, ...]
    columns: tuple[tuple[Cell, ...], ...]
    rows: tuple[int, ...]
    whole: bool = True


def told_apart(table: RawTable) -> RawTable:
    """The table of a document, its entries counted where all stand on one line, which would tell nobody where one is.

    Places are then those in the list, which is named behind the file: ``city.json, actors, row 3`` is its third entry.
    """
    if len(table.rows) < 2 or len(set(table.rows)) > 1:
        return table
    return replace(table, file=f"{table.file}, {table.kind}", rows=tuple(range(1, len(table.rows) + 1)))


@dataclass(frozen=True, slots=True)
class RawMeta:
    """What a landscape says of itself, as written: texts, lists and mappings; ``rows`` is where each entry stands."""

    file: str
    sheet: str | None = None
    entries: Mapping[str, Any] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Material:
    """All that one input holds.

    ``source`` is its name without ending, ``base`` the folder whose schemes it may name, ``files`` what was opened in
    it. In a graph file (``by_id``) the ends of ties are ids and never names. ``seen`` are headings of what could not be
    taken as a table, which tell the author's language all the same.
    """

    source: str
    base: Path
    tables: Mapping[Kind, RawTable] = field(default_factory=dict)
    meta: RawMeta | None = None
    by_id: bool = False
    files: tuple[Path, ...] = ()
    seen: tuple[tuple[Kind, str], ...] = ()
