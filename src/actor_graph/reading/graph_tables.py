"""The tables of nodes and edges that a graph file is read into, and what its formats have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError, ParserCreate

from actor_graph.documents import COLUMNS
from actor_graph.problems import Problems
from actor_graph.reading.grid import more
from actor_graph.reading.raw import Cell, RawTable, told_apart
from actor_graph.vocabulary.aliases import Kind
from actor_graph.vocabulary.headings import folded

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NEEDED = ("id", "source", "target")


def local(element: Element) -> str:
    """The name of an element without its namespace, of which programs write many spellings."""
    return str(element.tag).rpartition("}")[2]


def text_of(element: Element) -> str:
    """All text in an element, trimmed."""
    return "".join(element.itertext()).strip()


class Lines:
    """The line of each element of a file; counted in a second, fast pass."""

    def __init__(self, path: Path, root: Element) -> None:
        starts: list[int] = []
        parser = ParserCreate()
        parser.StartElementHandler = lambda name, about: starts.append(parser.CurrentLineNumber)
        try:
            parser.Parse(path.read_bytes(), True)
        except (ExpatError, ValueError, LookupError):
            starts = []
        self._lines = {id(element): line for element, line in zip(root.iter(), starts, strict=False)}

    def of(self, element: Element) -> int:
        """The line on which the element begins, 0 if unknown."""
        return self._lines.get(id(element), 0)


class Gathered:
    """A table that grows node by node or edge by edge: what the format itself has, and attributes by their titles."""

    def __init__(self, kind: Kind, file: str, own: Sequence[str]) -> None:
        self.kind, self.file = kind, file
        self.rows: list[int] = []
        self.own: dict[str, dict[int, Cell]] = {heading: {} for heading in own}
        self.attributes: dict[str, dict[int, Cell]] = {}

    def start(self, line: int) -> int:
        """Begin a row; answers its place."""
        self.rows.append(line)
        return len(self.rows) - 1

    def put(self, row: int, heading: str, value: str | None) -> None:
        """Set what the format itself has, if it is given."""
        if value and value.strip():
            self.own[heading][row] = value.strip()

    def attribute(self, row: int, title: str, value: Cell) -> None:
        """Set an attribute; an empty value is one too, which keeps the declared one away."""
        self.attributes.setdefault(title, {})[row] = value

    def default(self, title: str, value: str) -> None:
        """Set an attribute wherever it has not been set."""
        column = self.attributes.setdefault(title, {})
        for row in range(len(self.rows)):
            column.setdefault(row, value)

    def raw(self) -> RawTable:
        """The table. An attribute under the name of a part of the format is told apart by `` (attribute)``."""
        own = {heading: column for heading, column in self.own.items() if column or heading in _NEEDED}
        taken = {folded(heading) for heading in own}
        columns = dict(own)
        for title, column in self.attributes.items():
            if any(column.values()):
                columns[f"{title} (attribute)" if folded(title) in taken else title] = column
        headings = tuple(columns)[: COLUMNS + 1]
        rows = range(len(self.rows))
        cells = tuple(tuple(columns[heading].get(row, "") for row in rows) for heading in headings)
        return told_apart(RawTable(self.kind, self.file, None, headings, cells, tuple(self.rows)))


def note_edges_twice(ids: Sequence[str], file: str, problems: Problems) -> None:
    """Warn of several edges under one id: they are read as ties of their own."""
    for edge, n in Counter(filter(None, ids)).items():
        if n > 1:
            problems.warn("reading.edge_twice", file=file, id=edge[:80], n=n)


def note_columns(unknown: Counter[str], file: str, problems: Problems) -> None:
    """Warn of attributes that nodes or edges have but the file does not declare."""
    if unknown:
        names = tuple(key[:40] for key in list(unknown)[:8])
        problems.warn("reading.undeclared", file=file, names=names, rest=more(len(unknown) - 8), n=len(unknown))
