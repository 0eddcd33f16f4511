"""Years at the terminal: figures over time, what changed between the waves, and how far the goals are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TextIO

from actor_graph.views.evolution.answer import answer
from actor_graph.views.evolution.figures import FIRST
from actor_graph.views.evolution.told import Told
from actor_graph.views.terminal.columns import table
from actor_graph.views.terminal.lines import Lines, indented, text
from actor_graph.words import Language

if TYPE_CHECKING:
    from actor_graph.evolution.trace import Evolution


def print_evolution(made: Evolution, language: Language, out: TextIO | None = None) -> None:
    """Print the evolution in plain words. Names are text, never markup; control characters are shown as signs."""
    from rich.console import Console

    console = Console(file=out, markup=False, highlight=False, emoji=False)
    for line in _lines(Told(made, language)):
        console.print(line, end="")


def _lines(told: Told) -> Iterator[Any]:
    yield Lines(text(told.title, "bold"), indent=0)
    for line in told.lines():
        yield Lines(text(line, "dim"), indent=0)
    yield Lines(text(""), indent=0)
    yield from (indented(line) for line in answer(told))
    yield _heading(told.say("figures"))
    yield _figures(told)
    if told.ranged:
        yield indented(told.say("range_means"))
    yield from (indented(line) for line in told.notes(first=True))
    tested = False
    for change in told.steps:
        yield _heading(told.between(change))
        yield from (indented(f"• {line}") for line in told.change(change))
        tested = tested or bool((change.get("panel") or {}).get("differences"))
    yield from _aims(told)
    if tested:
        yield Lines(text(f"\n{told.say('how_tested')}", "dim"), indent=0)


def _aims(told: Told) -> Iterator[Any]:
    """What became of tandems, what is counted, and how far the goals are."""
    if tandems := told.tandems():
        yield _heading(told.say("tandems"))
        yield from (indented(f"• {line}") for line in tandems)
    if rows := told.indicators():
        yield _heading(told.say("indicators"))
        yield from (indented(f"• {name}: {' → '.join(values)}") for name, values in rows)
    goals = list(told.goals())
    if goals or told.vision:
        yield _heading(told.say("goals"))
    if told.vision:
        yield indented(told.vision)
    before = None
    for goal, measure, state in goals:
        if goal["goal"] != before:
            yield indented(f"• {told.goal(goal)}")
        before = goal["goal"]
        if measure:
            yield Lines(text(f"{measure}: {state}"), indent=5)


def _heading(said: str) -> Any:
    return Lines(text(f"\n{said}", "bold"), indent=0)


def _figures(told: Told) -> Any:
    waves = told.told["waves"]
    heads = [told.say("figure"), *map(told.day, waves), told.say("mark")]
    cells = [
        [told.label(key), *("\n".join(filter(None, told.value(wave, key))) for wave in waves), told.mark(key)]
        for key in told.figures()
        if key in FIRST
    ]
    return table(heads, cells, left=[len(heads) - 1])
