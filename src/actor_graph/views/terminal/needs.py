"""Needs against offers at the terminal: what can be met first, then what is open on either side, then the counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from actor_graph.views.needs.told import COUNTS, OF_CIRCLES, Row, Told
from actor_graph.views.needs.told import SHOWN as LISTS
from actor_graph.views.terminal.columns import table
from actor_graph.views.terminal.lines import Lines, indented, text
from actor_graph.words import Language
from actor_graph.words.numbers import UNDEFINED
from actor_graph.words.visible import visible

if TYPE_CHECKING:
    from actor_graph.advice.needs import Needs

SHOWN = 25
"""So many topics of a list are told on the screen."""


def print_needs(made: Needs, language: Language, out: TextIO | None = None) -> None:
    """Print it in plain words. Names are text, never markup; control characters are shown as signs."""
    from rich.console import Console

    console = Console(file=out, markup=False, highlight=False, emoji=False)
    for line in _lines(Told(made, language)):
        console.print(line, end="")


def _lines(told: Told) -> Iterator[Any]:
    yield Lines(text(told.title, "bold"), indent=0)
    head, *summary, meant = told.lines()
    yield Lines(text(f"{head}. {meant}", "dim"), indent=0)
    for line in summary:
        yield Lines(text(line), indent=0)
    for state in LISTS:
        if state != "near" or told.topics(state):
            yield _heading(told.heading(state))
            yield from _topics(told, state)
    for name in ("by_type", "by_field"):
        if rows := told.groups(name):
            yield _heading(told.say(name))
            yield _table(told, name.removeprefix("by_"), COUNTS, [(told.group(row), row) for row in rows])
    if circles := told.told["circles"]:
        yield _heading(told.say("circles"))
        yield _table(told, "circle", OF_CIRCLES, [(told.circle(row), row) for row in circles])
        yield indented(told.say("circles_mean"))


def _heading(said: str) -> Any:
    return Lines(text(f"\n{said}", "bold"), indent=0)


def _topics(told: Told, state: str) -> Iterator[Any]:
    topics = told.topics(state)
    if not topics:
        yield indented(told.say(f"none_{state}"))
    for topic in topics[:SHOWN]:
        yield indented(f"• {_topic(told, topic, state)}")
        if near := told.near(topic):
            yield Lines(text(f"{told.say('near')} {near}"), indent=5)
        if line := told.synonyms(topic):
            yield Lines(text(f"{told.say('synonyms')}\n{line}"), indent=5)
    if len(topics) > SHOWN:
        yield indented(told.say("more", n=len(topics) - SHOWN))
    if state == "near":
        yield indented(told.say("near_means"))


def _topic(told: Told, topic: Row, state: str) -> str:
    word = topic["word"]
    needing, offering = (told.voices(topic[side], word) for side in ("needed_by", "offered_by"))
    if state == "met":
        return told.say("line_met", word=visible(word), needing=needing, offering=offering)
    return told.say("line", word=visible(word), names=offering if state == "unasked" else needing)


def _table(told: Told, first: str, keys: Sequence[str], rows: Sequence[tuple[str, Row]]) -> Any:
    cells = [[name, *(UNDEFINED if row[key] is None else str(row[key]) for key in keys)] for name, row in rows]
    return table([told.say(key) for key in (first, *keys)], cells)
