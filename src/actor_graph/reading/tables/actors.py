"""The table of actors: ids and names that tell them apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from unicodedata import normalize

from actor_graph.landscape import LIST_COLUMNS, Table
from actor_graph.problems import Problems
from actor_graph.reading.raw import RawTable
from actor_graph.reading.tables.register import UNKNOWN, Register


def named(table: Table, raw: RawTable, by_id: bool, problems: Problems) -> tuple[Table, Register]:
    """Give every actor an id and a name, and note ids that stand twice, names that are repeated, rows without either.

    Without an id the name is it, a second of the same name gets `` (2)``; without a name the id is it. A name that is
    repeated is a warning here (an error where a tie uses it).
    """
    written, names = table["id"], table["name"]
    where = {"file": raw.file, "sheet": raw.sheet}
    for row, id_, name in zip(table.rows, written, names, strict=True):
        if id_ is None and name is None:
            problems.error("reading.nobody", row=row, column=_column(table, "name", "id"), **where)
    ids = _ids(written, names)
    known = tuple(name if name is not None else id_ for id_, name in zip(ids, names, strict=True))
    _twice(table, written, where, problems)
    _repeated(table, known, where, problems)
    columns = {"id": ids, "name": known, **{k: v for k, v in table.columns.items() if k not in ("id", "name")}}
    given = [id_ is not None for id_ in written]
    return replace(table, columns=columns), Register(ids, known, given, by_id=by_id)


def note_names_aside(table: Table, ties: Table, raw: RawTable, register: Register, problems: Problems) -> bool:
    """Note that the names which ties use stand under a heading that is none of names: one error for all such ends."""
    if "name" in table.headings or not len(ties):
        return False
    ends = {text for end in ("source", "target") for text in ties[end] if text}
    lost = {text for text in ends if register.find(text) == UNKNOWN}
    found = {key: [text for text in dict.fromkeys(table[key]) if text in lost] for key in table.extra}
    key = max(found, key=lambda key: len(found[key]), default=None)
    if key is None or not lost or 2 * len(found[key]) < len(lost):
        return False
    about = {"names": tuple(found[key][:3]), "column": table.headings[key]}
    problems.error("reading.names_aside", file=raw.file, sheet=raw.sheet, **about)
    return True


def _column(table: Table, *keys: str) -> str | None:
    return next((table.headings[key] for key in keys if key in table.headings), None)


def _ids(written: Sequence[str | None], names: Sequence[str | None]) -> tuple[str, ...]:
    """The ids in the file, and for the others the name, numbered from the second of the same name on."""
    if all(written):
        return tuple(written)  # type: ignore[arg-type]
    taken = {id_ for id_ in written if id_}
    all_names = {normalize("NFC", name) for name in names if name}
    ids: list[str] = []
    for id_, name in zip(written, names, strict=True):
        if id_ is None:
            id_ = base = normalize("NFC", name or "")
            n = 1
            while id_ in taken or (n > 1 and id_ in all_names):
                n += 1
                id_ = f"{base} ({n})"
            taken.add(id_)
        ids.append(id_)
    return tuple(ids)


def _twice(table: Table, written: Sequence[str | None], where: dict[str, Any], problems: Problems) -> None:
    if len(set(written)) == len(written):
        return
    first: dict[str, int] = {}
    for i, (row, id_) in enumerate(zip(table.rows, written, strict=True)):
        if id_ is not None and first.setdefault(id_, i) != i:
            about = {"id": id_, "first": table.rows[first[id_]]}
            problems.error("reading.id_twice", row=row, column=_column(table, "id"), **about, **where)


def _repeated(table: Table, names: Sequence[str | None], where: dict[str, Any], problems: Problems) -> None:
    if len(set(names)) == len(names):
        return
    first: dict[str, int] = {}
    for i, (row, name) in enumerate(zip(table.rows, names, strict=True)):
        if name and first.setdefault(name, i) != i:
            about = {"name": name, "first": table.rows[first[name]]}
            problems.warn("reading.name_repeated", row=row, column=_column(table, "name", "id"), **about, **where)


def with_added(table: Table, added: Sequence[str]) -> Table:
    """The table with further actors, of whom nothing is known but that nobody has contacted them."""
    if not added:
        return table
    columns: dict[str, tuple[Any, ...]] = {}
    known: dict[str, tuple[Any, ...]] = {"id": tuple(added), "name": tuple(added)}
    known["survey"] = ("not contacted",) * len(added)
    for key in dict.fromkeys([*table.columns, "survey"]):
        empty = () if key in LIST_COLUMNS and key not in table.extra else None
        columns[key] = table[key] + known.get(key, (empty,) * len(added))
    return replace(table, columns=columns, rows=table.rows + (0,) * len(added))
