"""A cell that becomes another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Change:
    """A cell that becomes another: the table, its row (from 0), the column's key, what was and what is there."""

    table: Literal["actors", "ties"]
    row: int
    key: str
    before: Any
    after: Any
