"""What if, at the terminal: what is supposed, whose standing would be another, figures before and after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TextIO

from actor_graph.views.terminal.columns import table
from actor_graph.views.terminal.lines import Lines, indented, text
from actor_graph.views.whatif.told import FIRST, Parts, Told
from actor_graph.words import Language, say
from actor_graph.words.numbers import day
from actor_graph.words.visible import visible

if TYPE_CHECKING:
    from actor_graph.advice.whatif import WhatIf

ACTORS_SHOWN = 30


def print_whatif(made: WhatIf, language: Language, out: TextIO | None = None) -> None:
    """Print the comparison in plain words. Names are text, never markup; control characters are shown as signs."""
    from rich.console import Console

    console = Console(file=out, markup=False, highlight=False, emoji=False)
    told = Told(made, language)
    for line in _lines(told):
        console.print(line, end="")


def _lines(told: Told) -> Iterator[Any]:
    about, language = told.told["landscape"], told.language
    as_of = [say("analysis.as_of", language, date=day(about["date"], language))] if about["date"] else []
    yield Lines(text(" · ".join([f"{told.say('short')}: {visible(about['name'])}", *as_of]), "bold"), indent=0)
    note = [told.say("banner"), say("analysis.banner_office", language), say("analysis.as_named", language)]
    yield Lines(text(". ".join(note), "dim"), indent=0)
    yield _heading(told.say("supposed"))
    for parts in told.supposed():
        yield indented(f"• {joined(parts)}")
    for caution in told.cautions():
        yield indented(caution)
    yield _heading(told.say("changed"))
    yield from _changed(told)
    yield _heading(told.say("figures"))
    yield from _figures(told)


def joined(parts: Parts) -> str:
    """A line with its names in it, safe to print."""
    return "".join(part if isinstance(part, str) else visible(part["name"]) for part in parts)


def _heading(said: str) -> Any:
    return Lines(text(f"\n{said}", "bold"), indent=0)


def _changed(told: Told) -> Iterator[Any]:
    rows = [(f"{visible(row['name'])}: {said}") for row, said in told.changed()]
    yield from (indented(f"• {row}") for row in rows[:ACTORS_SHOWN])
    if len(rows) > ACTORS_SHOWN:
        yield indented(told.say("more", n=len(rows) - ACTORS_SHOWN))
    if not rows:
        yield indented(told.nobody())
    if groups := list(told.groups()):
        yield indented(f"{told.say('groups')}: {'; '.join(groups)}")
    if why := told.circles():
        yield indented(why)


def _figures(told: Told) -> Iterator[Any]:
    figures = told.figures()
    other = [figure for figure in figures if not figure.same]
    if not other:
        yield indented(told.say("figures_none"))
        return
    first = [figure for figure in other if figure.key in FIRST]
    if first:
        heads = [told.say(f"head_{name}") for name in ("figure", "before", "after")]
        yield table(heads, [[figure.label, figure.before, figure.after] for figure in first])
    if len(other) > len(first):
        yield indented(told.say("figures_further", n=len(other) - len(first)))
    if len(figures) > len(other):
        yield indented(told.say("figures_same", n=len(figures) - len(other)))
