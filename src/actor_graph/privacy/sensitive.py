"""Sensitive columns: which they are, and the one rule on what of them may be seen by whom asks for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from actor_graph.landscape import Landscape
from actor_graph.privacy.columns import is_sensitive
from actor_graph.privacy.few import small


def delicate(landscape: Landscape, key: str) -> bool:
    """Is this column of the actors sensitive, by its heading?"""
    return key != "type" and is_sensitive(landscape.actors.headings.get(key, key), landscape.scheme)


def without_few(cells: Sequence[Any], persons: Sequence[Any]) -> list[Any]:
    """The cells without those of natural persons and without each value that fewer than three of the others hold.

    A cell of several values is a list of those that stay; where none does, it is None.

    >>> without_few(["a", "a", ("a", "b"), "a", None], [False, False, False, True, False])
    ['a', 'a', ['a'], None, None]
    """
    told = [None if person else cell for cell, person in zip(cells, persons, strict=True)]
    held = Counter(part for cell in told for part in _parts(cell))
    few = {part for part, count in held.items() if small(count)}
    return [_without(cell, few) for cell in told]


def _parts(cell: Any) -> set[Any]:
    return set(cell) if isinstance(cell, list | tuple) else set() if cell is None else {cell}


def _without(cell: Any, few: set[Any]) -> Any:
    if isinstance(cell, list | tuple):
        return [part for part in cell if part not in few] or None
    return None if cell in few else cell
