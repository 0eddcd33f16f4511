"""The groups of a document, keys and values or a list, which know their lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


class Block(dict[str, Any]):
    """A dict that remembers on which line of its file it begins (``line``) and each key stands (``lines``)."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class Listing(list[Any]):
    """A list that remembers on which line of its file each entry begins (``lines``)."""

    def __init__(self, entries: Iterable[Any] = (), lines: Iterable[int] = ()) -> None:
        super().__init__(entries)
        self.lines = list(lines)
