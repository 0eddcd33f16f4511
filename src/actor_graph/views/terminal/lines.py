"""Lines on paper as narrow as the terminal: indented, without blanks at their ends, numbers kept beside their sign."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions
    from rich.segment import Segment

BESIDE, HELD = "\N{NO-BREAK SPACE}", "\ue000"
"""A terminal's line may break at any space, even one that is not to be broken at; so another sign stands for it."""
INDENT = 3


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
