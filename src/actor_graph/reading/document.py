"""A document (YAML or JSON) with the lists ``actors`` and ``ties``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from actor_graph.documents import COLUMNS, Block, load_json, load_yaml
from actor_graph.problems import Problems
from actor_graph.reading.raw import Cell, Material, RawMeta, RawTable, told_apart
from actor_graph.vocabulary.aliases import Kind
from actor_graph.vocabulary.sheets import table_named

META = "landscape"


def read_document(path: Path, kind: str, problems: Problems) -> Material | None:
    """Read the lists ``actors``, ``ties``, ``contacts``, ``events``, ``tandems``: each entry headings and values.

    All else at the top is what the landscape says of itself; it may also stand together under ``landscape:``. A value
    may be a list where the column holds several; rows are lines.
    """
    as_json = path.suffix.casefold() == ".json" if kind == "text" else kind == "json"
    yaml_by_name = path.suffix.casefold() in (".yaml", ".yml")
    content = load_json(path, problems) if as_json and not yaml_by_name else load_yaml(path, problems)
    if content is None and problems.errors:
        return None
    if not isinstance(content, Block) or not content:
        problems.error("reading.document_shape", file=path.name)
        return None
    return _Document(path, problems).material(content)


class _Document:
    """One document while it is taken apart."""

    def __init__(self, path: Path, problems: Problems) -> None:
        self.path, self.problems = path, problems
        self.lists: dict[Kind, str] = {}

    def material(self, content: Block) -> Material | None:
        """The tables, and all else as what the landscape says of itself."""
        about = Block(content.line)
        for key, value in content.items():
            kind = table_named(key)
            if kind == META and isinstance(value, Block):
                for inner, given in value.items():
                    self._about(about, inner, given, value.lines[inner])
            elif kind in (None, META):
                self._about(about, key, value, content.lines[key])
            elif kind in self.lists:
                self._error("two_lists", content.lines[key], name=key, other=self.lists[kind])
            else:
                self.lists[kind] = key
        for needed in ("actors", "ties"):
            if needed not in self.lists:
                self._error(f"no_{needed}_list", None, found=", ".join(content)[:200])
        if not self.lists:
            return None
        tables = {kind: self._table(kind, content[key], content.lines[key]) for kind, key in self.lists.items()}
        meta = RawMeta(self.path.name, None, dict(about), about.lines)
        return Material(self.path.stem, self.path.parent, tables, meta)

    def _about(self, about: Block, key: str, value: Any, line: int) -> None:
        """Add what the landscape says of itself; the same at the top and under ``landscape:`` is an error."""
        if key in about:
            self._error("meta_twice", line, column=key[:80], key=key)
        about[key], about.lines[key] = value, line

    def _error(self, sentence: str, row: int | None, **values: Any) -> None:
        self.problems.error(f"reading.{sentence}", file=self.path.name, row=row, **values)

    def _table(self, kind: Kind, content: Any, line: int) -> RawTable:
        if content is not None and not isinstance(content, list):
            self._error("not_a_list", line, name=self.lists[kind])
        entries = []
        for number, entry in enumerate(content if isinstance(content, list) else [], start=1):
            if isinstance(entry, Block):
                entries.append(entry)
            elif entry is not None:
                self._error("entry_shape", line, name=self.lists[kind], n=number)
        headings = list(dict.fromkeys(key for entry in entries for key in entry))[: COLUMNS + 1]
        cells = [[self._cell(entry, key) for entry in entries] for key in headings]
        filled = [i for i in range(len(entries)) if any(column[i] for column in cells)]
        columns = tuple(tuple(column[i] for i in filled) for column in cells)
        rows = tuple(entries[i].line for i in filled)
        return told_apart(RawTable(kind, self.path.name, None, tuple(k.strip() for k in headings), columns, rows))

    def _cell(self, entry: Block, key: str) -> Cell:
        value = entry.get(key)
        if value is None:
            return ""
        if isinstance(value, str):
            return value.strip()
        if isinstance(value, list) and all(part is None or isinstance(part, str) for part in value):
            return tuple(part.strip() for part in value if part and part.strip()) or ""
        self.problems.error(
            "reading.cell_shape", file=self.path.name, row=entry.lines.get(key, entry.line), column=key[:80]
        )
        return ""
