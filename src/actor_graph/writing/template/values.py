"""A sheet that people have for themselves: its values as they are, and nothing that runs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

Values = Sequence[Sequence[Any]]
BROAD = 60
"""How broad columns are at most, in signs."""


def write_values(page: Any, rows: Values, day: Any) -> None:
    """Write each value into its cell: numbers and days as such, all else as text, also where it begins with ``=``."""
    for line, row in enumerate(rows):
        for place, value in enumerate(row):
            if isinstance(value, bool):
                page.write_boolean(line, place, value)
            elif isinstance(value, (int, float)):
                page.write_number(line, place, value)
            elif isinstance(value, (date, datetime)):
                page.write_datetime(line, place, value, day)
            elif value not in (None, ""):
                page.write_string(line, place, str(value))
    for place in range(max(map(len, rows), default=0)):
        longest = max(len(part) for row in rows if place < len(row) for part in (str(row[place]).split("\n") or [""]))
        page.set_column(place, place, min(max(longest + 1, 9), BROAD))
