"""A group of keys and values of a document, which knows its lines."""

from __future__ import annotations

from typing import Any


class Block(dict[str, Any]):
    """A dict that remembers on which line of its file it begins (``line``) and each key stands (``lines``)."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}
