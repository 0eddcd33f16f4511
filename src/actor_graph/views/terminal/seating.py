"""The tables of a workshop at the terminal: what they cost, then who sits where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from actor_graph.views.terminal.lines import Lines, indented, text
from actor_graph.words import say
from actor_graph.words.visible import visible

if TYPE_CHECKING:
    from actor_graph.advice.tables import Seating
    from actor_graph.advice.tables.result import Seat


def print_seating(found: Seating, out: TextIO | None = None) -> None:
    """Print who sits where in plain words. Names are text, never markup; control characters stand as signs."""
    from rich.console import Console

    console = Console(file=out, markup=False, highlight=False, emoji=False)

    def tell(said: str, style: str = "") -> None:
        console.print(Lines(text(said, style), indent=0), end="")

    tongue = found.language
    people = say("seating.people", tongue, n=sum(map(len, found.tables)))
    title = say("seating.title", tongue, n=len(found.tables), people=people)
    tell(f"{visible(found.landscape.name)} · {title}", "bold")
    tell(found.note, "dim")
    for line in _cost(found):
        tell(line)
    for number, seats in enumerate(found.tables, start=1):
        tell(f"\n{say('seating.table', tongue, table=number, n=len(seats))}", "bold")
        for seat in seats:
            console.print(indented(f"• {_told(found, seat)}"), end="")
    tell("\n" + say("seating.how", tongue, restarts=found.restarts), "dim")


def _cost(found: Seating) -> Iterator[str]:
    tongue = found.language
    if found.ties_inside:
        pairs = [
            say("seating.tie", tongue, a=visible(a.name), b=visible(b.name), table=table)
            for a, b, table in found.ties_inside
        ]
        yield say("seating.ties", tongue, n=len(pairs), pairs=", ".join(pairs))
    else:
        yield say("seating.no_ties", tongue)
    for key in ("same_type", "same_cluster"):
        yield say(f"seating.{key}", tongue, n=getattr(found, key), least=getattr(found, f"least_{key}"))
    if found.optimal:
        yield say("seating.best", tongue)


def _told(found: Seating, seat: Seat) -> str:
    kind = found.landscape.scheme.type_label(seat.type, found.language) if seat.type else None
    name = visible(seat.name)
    return say("seating.member", found.language, name=name, kind=visible(kind)) if kind else name
