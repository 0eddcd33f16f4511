"""Columns that are to be seen beside the figures: which may be asked for, and what of them leaves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from actor_graph.analysis.released import RELEASED, released_extra
from actor_graph.landscape import DATE_COLUMNS, YES_NO_COLUMNS, Landscape, Table
from actor_graph.privacy.sensitive import delicate, without_few
from actor_graph.problems import Problems, RequestError
from actor_graph.reading.tables.values import rows_told
from actor_graph.vocabulary.numbers import has_decimal_commas, number
from actor_graph.words import Language
from actor_graph.words.fold import fold

NO_NUMBERS = (*DATE_COLUMNS, *YES_NO_COLUMNS, "id", "name", "type", "survey")
"""Columns whose cells are no numbers, even where they look like some."""
SHARE, LEAST_NUMBERS = (4, 5), 3
"""How many of the filled cells have to be numbers, so that the column is one of numbers: four in five, and three."""
CELLS_TOLD, TOLD = 5, 80
_CODE = re.compile(r"\s*0[0-9]")


def columns_to_show(
    landscape: Landscape,
    given: Iterable[str],
    *,
    audience: str,
    sensitive: bool,
    with_contacts: bool,
    language: Language,
) -> tuple[str, ...]:
    """The keys of the columns that are meant, each once.

    Raises
    ------
    RequestError
        There is no such column, or it may not leave: contact data without ``with_contacts``, a sensitive column without
        ``sensitive``, and, outside the office, all that neither leaves anyway nor stands in ``publish_columns``.
    """
    actors = landscape.actors
    found: dict[str, None] = {}
    for name in given:
        key = column(landscape, name)
        if key is None:
            known = (actors.headings.get(k, k) for k in actors.columns if with_contacts or k not in actors.contact)
            raise RequestError("analysis.no_such_shown", language, given=name, known=", ".join(known))
        reason = _stays(landscape, key, audience, sensitive=sensitive, with_contacts=with_contacts)
        if reason:
            raise RequestError(f"analysis.{reason}", language, given=name, audience=audience)
        found[key] = None
    return tuple(found)


def column(landscape: Landscape, given: str) -> str | None:
    """The key of the actors' column that is meant by its key or heading, in any case and spacing."""
    actors = landscape.actors
    names = {key: key for key in actors.columns} | {actors.headings.get(key, key): key for key in actors.columns}
    return names.get(given) or {fold(name): key for name, key in names.items()}.get(fold(given))


def _stays(landscape: Landscape, key: str, audience: str, *, sensitive: bool, with_contacts: bool) -> str | None:
    """Why a column may not leave; None where it may."""
    actors = landscape.actors
    if key in actors.contact:
        return None if with_contacts else "contact_shown"
    if delicate(landscape, key) and not sensitive:
        return "sensitive_shown"
    released = ("id", "name", "type", *RELEASED, *released_extra(landscape))
    return None if audience == "office" or key in released else "not_released_shown"


def shown(
    landscape: Landscape, keys: Sequence[str], included: Sequence[int], listed: Sequence[int], problems: Problems
) -> list[dict[str, Any]]:
    """The columns with a cell per listed actor, None where nothing is given.

    Where at least four in five of the filled cells of a column state numbers, and at least three do, they are numbers
    here (``1.234,5`` is 1234.5) and ``numeric`` says so. The others are None, stand as they are under ``texts`` by the
    place of their actor, and are warned of. Cells of natural persons are empty. Of a sensitive column values stay
    away that fewer than three of the ``included`` have. ``landscape`` is the one that may leave; ``included`` and
    ``listed`` are rows of its actors.
    """
    return [_column(landscape, key, included, listed, problems) for key in keys if key != "name"]


def _column(
    landscape: Landscape, key: str, included: Sequence[int], listed: Sequence[int], problems: Problems
) -> dict[str, Any]:
    actors = landscape.actors
    cells = {row: None if actors["person"][row] else _cell(actors[key][row]) for row in included}
    if delicate(landscape, key):
        kept = without_few(list(cells.values()), [actors["person"][row] for row in cells])
        cells = dict(zip(cells, kept, strict=True))
    about = {"column": key, "heading": actors.headings.get(key, key)}
    numbers = {} if key in NO_NUMBERS else _numbers(cells)
    if not any(row in numbers for row in listed):
        return about | {"numeric": False, "cells": [cells[row] for row in listed]}
    texts = {row: _text(cell) for row, cell in cells.items() if cell is not None and row not in numbers}
    if texts:
        _warn(actors, key, texts, len(numbers) + len(texts), problems)
    own = {str(place): texts[row] for place, row in enumerate(listed) if row in texts}
    told = [numbers.get(row) for row in listed]
    return about | {"numeric": True, "cells": told} | ({"texts": own} if own else {})


def _cell(cell: Any) -> Any:
    return (list(cell) or None) if isinstance(cell, tuple) else cell


def _numbers(cells: Mapping[int, Any]) -> dict[int, float]:
    """The numbers of a column by their row; none where too few of its filled cells state some.

    A zero before another digit, as in postal codes, makes the column one of codes.
    """
    texts = {row: _text(cell) for row, cell in cells.items() if cell is not None}
    commas = has_decimal_commas(texts.values())
    values = {row: number(text, commas=commas) for row, text in texts.items()}
    numbers = {row: _short(value) for row, value in values.items() if value is not None}
    few = len(numbers) < LEAST_NUMBERS or len(numbers) * SHARE[1] < len(texts) * SHARE[0]
    return {} if few or any(_CODE.match(texts[row]) for row in numbers) else numbers


def _text(cell: Any) -> str:
    """A cell as it is written; a list of one value, as columns of lists have it, is that value."""
    return "; ".join(map(str, cell)) if isinstance(cell, list) else str(cell)


def _short(value: float) -> float:
    return int(value) if value.is_integer() else value


def _warn(actors: Table, key: str, texts: Mapping[int, str], filled: int, problems: Problems) -> None:
    """Name the column, how many of its cells are no numbers, and the first of them."""
    rows = [actors.rows[row] for row in texts]
    given = tuple(dict.fromkeys(text[:TOLD] for text in list(texts.values())[:CELLS_TOLD]))
    problems.warn(
        "analysis.shown_no_numbers", file=actors.file, sheet=actors.sheet, row=rows[0],
        column=actors.headings.get(key, key), n=len(texts), filled=filled, given=given, rows=rows_told(rows),
    )  # fmt: skip
