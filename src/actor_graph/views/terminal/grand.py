"""A GRAND sheet at the terminal: a line for each item."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TextIO

from actor_graph.views.grand.told import Told
from actor_graph.views.terminal.lines import Lines, text
from actor_graph.words.visible import visible

if TYPE_CHECKING:
    from actor_graph.analysis.grand import Grand


def print_grand(made: Grand, out: TextIO | None = None) -> None:
    """Print the sheet in plain words. Texts are never markup; control characters are shown as signs."""
    from rich.console import Console

    console = Console(file=out, markup=False, highlight=False, emoji=False)
    for line in _lines(Told(made)):
        console.print(line, end="")


def _lines(told: Told) -> Iterator[Any]:
    from rich.table import Table
    from rich.text import Text

    yield Lines(text(told.title, "bold"), indent=0)
    for line in told.lines():
        yield Lines(text(line, "dim"), indent=0)
    for heading, items in told.parts():
        yield Lines(text(f"\n{heading}", "bold"), indent=0)
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        for item in items:
            said = Text.assemble((told.label(item), "bold"), ": ", visible(item.text))
            table.add_row(text(item.number), said)
        yield Lines(table)
    for line in told.open():
        yield Lines(text(f"\n{line}"), indent=0)
