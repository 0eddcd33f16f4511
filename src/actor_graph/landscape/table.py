"""One table of a landscape: columns by name, cells read once and for all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

LIST_COLUMNS = ("type", "fields", "needs", "offers", "languages", "countries", "members", "reported_by")
YES_NO_COLUMNS = ("mandate", "person", "publish", "publish_ties", "objected", "invited", "came")
DATE_COLUMNS = ("checked", "informed", "delete_after", "since", "until", "date", "next")
OF_TANDEMS = ("start", "end", "next_look")
"""Columns of tandems that hold dates, too; in other tables these are headings of people's own."""
POINTING: dict[str, tuple[str, ...]] = {"contacts": ("actor",), "events": ("actor",), "tandems": ("a", "b")}
"""The tables beside actors and ties, and their columns that name actors by id."""


@dataclass(frozen=True, eq=False, repr=False)
class Table:
    """Columns of equal length, in the order of the file.

    Keys are the contract's column names where a heading matched one, else the heading as written. A cell is text or
    None where empty; in LIST_COLUMNS a tuple of texts (empty where nothing is given); in YES_NO_COLUMNS True, False or
    None; in DATE_COLUMNS and OF_TANDEMS ISO text of a day, month or year (``2026-06-30``, ``2026-06``, ``2026``) or
    None; ``weight`` a float or None. ``file``, ``sheet`` and ``rows`` say where it was read. ``followed`` has the ids
    of the actors whose survey word no file has: it follows from the log.
    """

    columns: Mapping[str, tuple[Any, ...]]
    rows: tuple[int, ...]
    headings: Mapping[str, str] = field(default_factory=dict)
    extra: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()
    file: str | None = None
    sheet: str | None = None
    followed: frozenset[str] = frozenset()

    def __len__(self) -> int:
        return len(self.rows)

    def __contains__(self, key: str) -> bool:
        return key in self.columns

    def __getitem__(self, key: str) -> tuple[Any, ...]:
        """The column, or as many empty cells where the file has no such column."""
        if key in self.columns:
            return self.columns[key]
        return ((() if key in LIST_COLUMNS else None),) * len(self)

    def __repr__(self) -> str:
        return f"Table({len(self)} rows: {', '.join(self.columns)})"

    def take(self, places: list[int]) -> Table:
        """The same table with only the rows at these places."""
        columns = {key: tuple(column[i] for i in places) for key, column in self.columns.items()}
        return replace(self, columns=columns, rows=tuple(self.rows[i] for i in places))

    @property
    def frame(self) -> pd.DataFrame:
        """The table as a DataFrame, lists joined with ``; ``."""
        import pandas as pd

        return pd.DataFrame(
            {key: ["; ".join(c) if isinstance(c, tuple) else c for c in cells] for key, cells in self.columns.items()},
            dtype=object,
        )
