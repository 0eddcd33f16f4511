"""From the text of a table's columns to their values: lists, dates, numbers, words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from actor_graph.landscape import DATE_COLUMNS, LIST_COLUMNS, YES_NO_COLUMNS, Table
from actor_graph.privacy.columns import holds_contacts, is_contact_heading
from actor_graph.problems import Problems
from actor_graph.reading.answers import CLOSED, closed_word, survey_word, survey_words, yes_or_no
from actor_graph.reading.dates import iso_date
from actor_graph.reading.headings import NEEDED, folded, match
from actor_graph.reading.numbers import has_decimal_commas, number
from actor_graph.reading.raw import Cell, RawTable
from actor_graph.scheme import Scheme
from actor_graph.words import Language

_SIGN = re.compile(r"@|\d")
_NEVER_CONTACTS = ("id", "name", "type", "survey", "source", "target", "actor", "kind", "intensity", "event", "format")


class Wrong(Exception):
    """A text that can't stand in its column: which sentence says so, and its values."""

    def __init__(self, sentence: str, **values: object) -> None:
        self.sentence, self.values = sentence, values


def columns_of(raw: RawTable, scheme: Scheme, language: Language, problems: Problems) -> Table:
    """Turn each column into the values that its key has; ends of ties and actors named elsewhere stay text.

    A text that can't stand in its column is an error with its row. Columns under no known heading stay text under the
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
    return Table(columns, raw.rows, names, tuple(extra), _contacts(columns, names))


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
    for key, used, aside in matched.aside:
        if any(raw.columns[aside]):
            problems.warn(
                "reading.heading_aside", column=raw.headings[aside], used=raw.headings[used], key=key, **place
            )


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
        if by_cells or (key == names[key] and is_contact_heading(key)):
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
    """The values of a column: each different text is understood once, the wrong ones are noted row by row."""
    convert = _conversion(key, column, scheme, language)
    empty = () if key in LIST_COLUMNS else None
    values: dict[Cell, Any] = {"": empty, (): empty}
    wrong: dict[Cell, Wrong] = {}
    for cell in set(column) - {"", ()}:
        try:
            values[cell] = convert(cell)
        except Wrong as found:
            values[cell], wrong[cell] = empty, found
    if wrong:
        for row, cell in zip(raw.rows, column, strict=True):
            if cell in wrong:
                about = wrong[cell]
                problems.error(
                    about.sentence, file=raw.file, sheet=raw.sheet, row=row, column=heading[:80], **about.values
                )
    return tuple([values[cell] for cell in column])


def _conversion(key: str, column: Sequence[Cell], scheme: Scheme, language: Language) -> Callable[[Any], Any]:
    """How the cells of a key are understood."""
    if key == "type":
        return lambda cell: tuple(dict.fromkeys(map(scheme.type_key, _parts(cell))))
    if key in LIST_COLUMNS:
        return lambda cell: tuple(dict.fromkeys(_parts(cell)))
    understand = _one(key, column, scheme, language)

    def single(cell: Cell) -> Any:
        if isinstance(cell, tuple):
            if len(cell) > 1:
                raise Wrong("reading.one_value", given="; ".join(cell))
            cell = cell[0]
        return understand(cell) if cell else None

    return single


def _parts(cell: Cell) -> list[str]:
    parts = cell.split(";") if isinstance(cell, str) else list(cell)
    return [part for part in map(str.strip, parts) if part]


def _one(key: str, column: Sequence[Cell], scheme: Scheme, language: Language) -> Callable[[str], Any]:
    """How a cell with one value is understood."""
    if key == "next":
        return lambda text: iso_date(text) or text
    if key in DATE_COLUMNS:
        return _date
    if key in YES_NO_COLUMNS:
        return _yes_no
    if key in CLOSED:
        return lambda text: closed_word(key, text)
    if key == "survey":
        return lambda text: _survey(text, language)
    if key == "outcome":
        return lambda text: survey_word(text) or text
    if key == "kind":
        return scheme.kind_key
    if key == "intensity":
        return lambda text: _intensity(text, scheme, language)
    if key == "weight":
        commas = has_decimal_commas({cell for cell in column if isinstance(cell, str)})
        return lambda text: _weight(text, commas)
    return str


def _date(text: str) -> str:
    date = iso_date(text)
    if date is None:
        raise Wrong("reading.date", given=text)
    return date


def _yes_no(text: str) -> bool:
    answer = yes_or_no(text)
    if answer is None:
        raise Wrong("reading.yes_no", given=text)
    return answer


def _survey(text: str, language: Language) -> str:
    word = survey_word(text)
    if word is None:
        raise Wrong("reading.survey", given=text, allowed=survey_words(language))
    return word


def _intensity(text: str, scheme: Scheme, language: Language) -> str:
    key = scheme.intensity_key(text)
    if key is None:
        allowed = ", ".join(scheme.intensity_label(word, language) for word in scheme.intensity)
        raise Wrong("reading.intensity", given=text, allowed=allowed)
    return key


def _weight(text: str, commas: bool) -> float:
    value = number(text, commas=commas)
    if value is None:
        raise Wrong("reading.weight", given=text)
    if value <= 0:
        raise Wrong("reading.weight_positive", given=text)
    return value
