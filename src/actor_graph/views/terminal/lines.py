"""Lines on paper as narrow as the terminal: indented, without blanks at their ends, numbers kept beside their sign."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

from actor_graph.words.numbers import UNDEFINED

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions
    from rich.segment import Segment

BESIDE, HELD = "\N{NO-BREAK SPACE}", "\ue000"
"""A terminal's line may break at any space, even one that is not to be broken at; so another sign stands for it."""
INDENT = 3
MOST = 24
"""So many signs at most a column of a table asks for, that no word in it is broken."""


def text(said: str, style: str = "") -> Any:
    """Text that is never taken for markup and does not break at unbreakable spaces."""
    from rich.text import Text

    return Text(said.replace(BESIDE, HELD), style=style)


def sentence(said: str) -> Any:
    """A finding's sentences, what stands between ``**`` in bold."""
    from rich.text import Text

    parts = said.replace(BESIDE, HELD).split("**")
    return Lines(Text.assemble(*((part, "bold" if i % 2 else "") for i, part in enumerate(parts))))


def indented(said: str) -> Any:
    """A paragraph under a heading."""
    return Lines(text(said))


def unbroken(*texts: str) -> int:
    """How wide a column has to be at least to break no word of its texts, up to ``MOST``.

    >>> unbroken("Vorgabe", "Partei oder Ratsfraktion"), unbroken("Umsatzsteuervoranmeldungsverordnung")
    (12, 24)
    """
    return min(max((len(word) for said in texts for word in said.split()), default=0), MOST)


def table(heads: Sequence[str], cells: Sequence[Sequence[str]], left: Collection[int] = ()) -> Any:
    """A table whose columns are of numbers, but for the first and those on the ``left``; columns of dashes stay out."""
    from rich.table import Table

    made = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    kept = [i for i in range(len(heads)) if i == 0 or any(row[i] != UNDEFINED for row in cells)]
    for place in kept:
        words = place == 0 or place in left
        justify: Literal["left", "right"] = "left" if words else "right"
        least = unbroken(heads[place], *(row[place] for row in cells)) if words else None
        made.add_column(text(heads[place]), justify=justify, overflow="fold", no_wrap=not words, min_width=least)
    for row in cells:
        made.add_row(*(text(row[place]) for place in kept))
    return Lines(made)


class Lines:
    """Something to print (a text, a table), indented and with no blanks at the ends of its lines."""

    def __init__(self, inside: Any, indent: int = INDENT) -> None:
        self.inside, self.indent = inside, indent

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        from rich.segment import Segment

        room = options.update(width=max(1, options.max_width - self.indent))
        for line in console.render_lines(self.inside, room, pad=False):
            yield Segment(" " * self.indent)
            yield from reversed(list(_ended([part for part in line if not part.control])))
            yield Segment.line()


def _ended(line: list[Segment]) -> Iterator[Segment]:
    """The parts of a line from its end, from the last sign on that is no blank."""
    from rich.segment import Segment

    ended = False
    for part in reversed(line):
        said = part.text if ended else part.text.rstrip(" ")
        ended = ended or bool(said)
        if said:
            yield Segment(said.replace(HELD, BESIDE), part.style)
