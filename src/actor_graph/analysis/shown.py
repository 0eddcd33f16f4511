"""Columns that are to be seen beside the figures: which may be asked for, and what of them leaves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from actor_graph.analysis.released import RELEASED, released_extra
from actor_graph.landscape import DATE_COLUMNS, YES_NO_COLUMNS, Landscape
from actor_graph.privacy.sensitive import delicate, without_few
from actor_graph.problems import RequestError
from actor_graph.reading.numbers import has_decimal_commas, number
from actor_graph.words import Language
from actor_graph.words.fold import fold

NO_NUMBERS = (*DATE_COLUMNS, *YES_NO_COLUMNS, "id", "name", "type", "survey")
"""Columns whose cells are no numbers, even where they look like some."""


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
    landscape: Landscape, keys: Sequence[str], included: Sequence[int], listed: Sequence[int]
) -> list[dict[str, Any]]:
    """The columns with a cell per listed actor, None where nothing is given.

    Where all cells of a column state numbers, they are numbers here (``1.234,5`` is 1234.5) and ``numeric`` says so.
    Cells of natural persons are empty. Of a sensitive column values stay away that fewer than three of the ``included``
    have. ``landscape`` is the one that may leave; ``included`` and ``listed`` are rows of its actors.
    """
    return [_column(landscape, key, included, listed) for key in keys if key != "name"]


def _column(landscape: Landscape, key: str, included: Sequence[int], listed: Sequence[int]) -> dict[str, Any]:
    actors = landscape.actors
    cells = {row: None if actors["person"][row] else _cell(actors[key][row]) for row in included}
    if delicate(landscape, key):
        kept = without_few(list(cells.values()), [actors["person"][row] for row in cells])
        cells = dict(zip(cells, kept, strict=True))
    told: list[Any] = [cells[row] for row in listed]
    numbers = None if key in NO_NUMBERS else _numbers(told)
    return {
        "column": key,
        "heading": actors.headings.get(key, key),
        "numeric": numbers is not None,
        "cells": told if numbers is None else numbers,
    }


def _cell(cell: Any) -> Any:
    return (list(cell) or None) if isinstance(cell, tuple) else cell


def _numbers(cells: Sequence[Any]) -> list[float | None] | None:
    """The cells as numbers, if there is one and all that are filled state some."""
    filled = [cell for cell in cells if cell is not None]
    if not filled or not all(isinstance(cell, str | int | float) and not isinstance(cell, bool) for cell in filled):
        return None
    texts = [str(cell) for cell in filled]
    commas = has_decimal_commas(texts)
    values = [number(text, commas=commas) for text in texts]
    if any(value is None for value in values):
        return None
    found = iter(values)
    return [None if cell is None else _short(next(found)) for cell in cells]


def _short(value: float | None) -> float | None:
    return int(value) if value is not None and value.is_integer() else value
