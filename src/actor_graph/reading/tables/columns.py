"""From the text of a table's columns to their values: lists, dates, numbers, words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from actor_graph.landscape import DATE_COLUMNS, LIST_COLUMNS, Table
from actor_graph.privacy.columns import holds_contacts, is_contact_heading, tells_only_figures
from actor_graph.problems import SHOWN_OF_A_KIND, Problems
from actor_graph.reading.raw import Cell, RawTable
from actor_graph.reading.tables.values import Wrong, conversion, rows_told
from actor_graph.scheme import Scheme
from actor_graph.vocabulary.headings import NEEDED, folded, match
from actor_graph.words import Language

_SIGN = re.compile(r"@|\d")
_NEVER_CONTACTS = ("id", "name", "type", "survey", "source", "target", "actor", "kind", "intensity", "event", "format")


def columns_of(raw: RawTable, scheme: Scheme, language: Language, problems: Problems) -> Table:
    """Turn each column into the values that its key has; ends of ties and actors named elsewhere stay text.

    A text that can't stand in its column is an error with its rows. Columns under no known heading stay text under the
    heading as written.
    """
    raw = _without_empty_doubles(raw)
    matched = match(raw.kind, raw.headings)
    _headings_noted(raw, problems)
    columns: dict[str, tuple[Any, ...]] = {}
    names: dict[str, str] = {}
    extra: list[str] = []
    for heading, key, column in zip(raw.headings, matched.keys, raw.columns, strict=True):
        if key is None:
            key = _free_name(heading, columns, raw, problems)
            extra.append(key)
            columns[key] = tuple(_joined(cell) for cell in column)
        else:
            columns[key] = _values(raw, key, heading, column, scheme, language, problems)
        names[key] = heading
    return Table(columns, raw.rows, names, tuple(extra), _contacts(columns, names), raw.file, raw.sheet)


def _without_empty_doubles(raw: RawTable) -> RawTable:
    """The table without empty columns whose heading stands over another column too."""
    count = Counter(map(folded, raw.headings))
    kept = []
    for i, heading in enumerate(raw.headings):
        if count[folded(heading)] > 1 and not any(raw.columns[i]):
            count[folded(heading)] -= 1
        else:
            kept.append(i)
    headings = tuple(raw.headings[i] for i in kept)
    return replace(raw, headings=headings, columns=tuple(raw.columns[i] for i in kept))


def _headings_noted(raw: RawTable, problems: Problems) -> None:
    """Note headings that say the same: an error for a key and an attribute under one name, else a warning."""
    matched, place = match(raw.kind, raw.headings), {"file": raw.file, "sheet": raw.sheet}
    for first, second in matched.twice:
        problems.error("reading.heading_twice", column=raw.headings[second], other=raw.headings[first], **place)
    for _, used, aside in matched.aside:
        if any(raw.columns[aside]):
            problems.warn("reading.heading_aside", column=raw.headings[aside], used=raw.headings[used], **place)


def _free_name(heading: str, columns: dict[str, Any], raw: RawTable, problems: Problems) -> str:
    """The heading of an attribute; a second of the same name gets `` (2)``."""
    known = {key for group in NEEDED[raw.kind] for key in group}
    name, n = heading, 1
    while name in columns or name in known:
        n += 1
        name = f"{heading} ({n})"
    if n > 1:
        problems.warn("reading.attribute_twice", file=raw.file, sheet=raw.sheet, column=heading, name=name)
    return name


def _joined(cell: Cell) -> str | None:
    return ("; ".join(cell) if isinstance(cell, tuple) else cell) or None


def _contacts(columns: dict[str, tuple[Any, ...]], names: dict[str, str]) -> tuple[str, ...]:
    """Columns that hold contact data, by their heading or by their cells."""
    found = []
    for key, cells in columns.items():
        texts = [cell for cell in cells if isinstance(cell, str)]
        by_cells = key not in _NEVER_CONTACTS + DATE_COLUMNS and _likely(texts) and holds_contacts(texts)
        by_heading = key == names[key] and is_contact_heading(key) and not tells_only_figures(key, texts)
        if by_cells or by_heading:
            found.append(key)
    return tuple(found)


def _likely(texts: Sequence[str]) -> bool:
    """Whether half of the cells could be contact data at all; a quick look that spares the close one."""
    return 2 * sum(1 for text in texts if len(text) > 5 and _SIGN.search(text)) >= len(texts) > 0


def _values(
    raw: RawTable,
    key: str,
    heading: str,
    column: Sequence[Cell],
    scheme: Scheme,
    language: Language,
    problems: Problems,
) -> tuple[Any, ...]:
    """The values of a column: each different text is understood once, and a wrong one noted once."""
    convert = conversion(key, column, scheme, language)
    empty = () if key in LIST_COLUMNS else None
    values: dict[Cell, Any] = {"": empty, (): empty}
    wrong: dict[Cell, tuple[Wrong, list[int]]] = {}
    for cell in dict.fromkeys(column):
        try:
            values[cell] = values[cell] if cell in values else convert(cell)
        except Wrong as found:
            values[cell], wrong[cell] = empty, (found, [])
    if wrong:
        for row, cell in zip(raw.rows, column, strict=True):
            if cell in wrong:
                wrong[cell][1].append(row)
    for n, (about, rows) in enumerate(wrong.values()):
        place = {"file": raw.file, "sheet": raw.sheet, "row": rows[0], "column": heading[:80]}
        problems.error(about.sentence, **place, **about.told(near=n < SHOWN_OF_A_KIND), rows=rows_told(rows))
    return tuple([values[cell] for cell in column])
