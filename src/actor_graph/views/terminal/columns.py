"""A table at the terminal that never cuts a number: as narrow as it has to be, else a line per row."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from actor_graph.views.terminal.lines import Lines, text
from actor_graph.words.numbers import UNDEFINED

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

APART, CLOSE = 2, 1
"""So many blanks stand between two columns, and where there is no room for that."""
MOST, LEAST = 24, 8
"""So many signs a column of words has, that no word in it is broken; and where there is no room for that."""


def table(heads: Sequence[str], cells: Sequence[Sequence[str]], left: Collection[int] = ()) -> Any:
    """A table whose columns are of numbers, but for the first and those on the ``left``; columns of dashes stay out."""
    kept = [i for i in range(len(heads)) if i == 0 or any(row[i] != UNDEFINED for row in cells)]
    rows = [[row[i] for i in kept] for row in cells]
    return Lines(_Columns([heads[i] for i in kept], rows, [i == 0 or i in left for i in kept]))


class _Columns:
    """Rows whose columns are as wide as their room allows. Words are broken before numbers, these never."""

    def __init__(self, heads: list[str], rows: list[list[str]], words: list[bool]) -> None:
        self.heads, self.rows, self.words = heads, rows, words

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for apart, floors in self._floors():
            if widths := fitted(self._whole(), floors, options.max_width - apart * (len(floors) - 1)):
                yield self._drawn(widths, apart)
                return
        for name, *values in self.rows:
            told = zip(self.heads[1:], values, strict=True)
            said = " · ".join(f"{head} {_flat(value)}" for head, value in told if value not in ("", UNDEFINED))
            yield text(f"{name}: {said}" if said else name)

    def _floors(self) -> Iterator[tuple[int, list[int]]]:
        """How far apart the columns stand and how narrow each may be, from what is best to what is borne."""
        columns = [[head, *(row[i] for row in self.rows)] for i, head in enumerate(self.heads)]
        unbroken = [
            min(longest(column), max(MOST, longest(column, numbers=True))) if words else _widest(column[1:])
            for column, words in zip(columns, self.words, strict=True)
        ]
        headed = [max(width, longest(column[:1])) for width, column in zip(unbroken, columns, strict=True)]
        whole = zip(headed, self._whole(), self.words, strict=True)
        yield APART, [least if words else full for least, full, words in whole]
        yield APART, headed
        yield CLOSE, headed
        yield (
            CLOSE,
            [
                max(min(width, LEAST), longest(column, numbers=True)) if words else width
                for width, column, words in zip(headed, columns, self.words, strict=True)
            ],
        )

    def _whole(self) -> list[int]:
        return [_widest([head, *(row[i] for row in self.rows)]) for i, head in enumerate(self.heads)]

    def _drawn(self, widths: Sequence[int], apart: int) -> Any:
        from rich.table import Table

        made = Table(box=None, padding=(0, apart, 0, 0), header_style="dim", pad_edge=False)
        for head, width, words in zip(self.heads, widths, self.words, strict=True):
            made.add_column(text(head), justify="left" if words else "right", overflow="fold", width=width)
        for row in self.rows:
            made.add_row(*map(text, row))
        return made


def fitted(whole: Sequence[int], floors: Sequence[int], room: int) -> list[int] | None:
    """The widths of columns that fit, the widest narrowed first, none below its floor; None where they can't.

    >>> fitted([30, 10, 12], [12, 10, 6], 40), fitted([30, 10], [12, 10], 20)
    ([18, 10, 12], None)
    """
    widths = list(whole)
    while sum(widths) > room:
        wider = [i for i, width in enumerate(widths) if width > floors[i]]
        if not wider:
            return None
        widths[max(wider, key=widths.__getitem__)] -= 1
    return widths


def longest(texts: Sequence[str], numbers: bool = False) -> int:
    """How long the longest word of some texts is, or the longest in which there is a digit.

    >>> longest(["Vorgabe", "Partei oder Ratsfraktion"]), longest(["mindestens 10 %"], numbers=True)
    (12, 2)
    """
    from rich.cells import cell_len

    words = (word for said in texts for word in said.split(" "))
    told = (word for said in words for word in said.split("\n"))
    return max((cell_len(word) for word in told if not numbers or any(map(str.isdigit, word))), default=0)


def _flat(cell: str) -> str:
    """A cell in one line, what stands below its first in brackets."""
    first, *below = cell.strip().split("\n")
    return f"{first} ({', '.join(below)})" if below else first


def _widest(texts: Sequence[str]) -> int:
    from rich.cells import cell_len

    return max((cell_len(line) for said in texts for line in said.split("\n")), default=0)
