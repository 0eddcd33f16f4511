"""Other spellings of names: those of entries that became one, and those that stood there before a correction."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from actor_graph.landscape import Landscape, Table
from actor_graph.words import LANGUAGES, Language, say
from actor_graph.words.fold import fold

BETWEEN = "; "
"""What stands between two spellings in a cell."""


def spellings(actors: Table) -> list[tuple[str, ...]]:
    """The other spellings of each actor's name, from the column for them under its name in either language."""
    known = {fold(say("matching.spelling_column", language)) for language in LANGUAGES}
    columns = [cells for key, cells in actors.columns.items() if fold(actors.headings.get(key, key)) in known]
    return [tuple(part for cells in columns for part in parted(cells[row])) for row in range(len(actors))]


def parted(cell: Any) -> list[str]:
    """The spellings that a cell holds."""
    parts = cell if isinstance(cell, tuple) else (cell or "").split(BETWEEN.strip())
    return [part for part in map(str.strip, parts) if part]


def noted_in(columns: Collection[str], name: str, language: Language) -> str:
    """The column in which something is noted: the one that is there under its name in either language."""
    names = [say(f"matching.{name}", spoken) for spoken in (language, *LANGUAGES)]
    return next((key for key in names if key in columns), names[0])


def column(actors: Table, language: Language) -> str:
    """The column for other spellings."""
    return noted_in(actors.columns, "spelling_column", language)


def with_earlier_names(landscape: Landscape, names: Sequence[str]) -> Landscape:
    """The landscape with what its actors were called before among the other spellings of their names.

    Texts were written with these names: who is not to be named is looked for under them, too. ``names`` are those of
    the first actors, in their order.
    """
    actors = landscape.actors
    changed = {row: was for row, (was, name) in enumerate(zip(names, actors["name"], strict=False)) if was != name}
    if not changed:
        return landscape
    key = column(actors, landscape.language)
    cells = list(actors[key])
    for row, was in changed.items():
        others = dict.fromkeys([*parted(cells[row]), was])
        cells[row] = BETWEEN.join(name for name in others if name != actors["name"][row])
    new = () if key in actors else (key,)
    headings = {**actors.headings, **{key: key for key in new}}
    columns = {**actors.columns, key: tuple(cells)}
    return replace(landscape, actors=replace(actors, columns=columns, headings=headings, extra=(*actors.extra, *new)))
