"""Needs against offers as a workbook, and as one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actor_graph import __version__
from actor_graph.views.needs.told import COUNTS, OF_CIRCLES, Row, Told
from actor_graph.writing.tables import columns, csv_text
from actor_graph.writing.workbook import Cell, Sheet, workbook


def table(told: Told) -> bytes:
    """One table: a row for each need and each offer of each actor."""
    return csv_text(list(told.rows()), told.language).encode("utf-8")


def book(told: Told) -> bytes:
    """The workbook: all needs and offers, the three lists, the counts, and what is to be known of it."""
    return workbook(list(_sheets(told)))


def _sheets(told: Told) -> Iterator[Sheet]:
    rows = list(told.rows())
    keys = columns(rows) or [told.say("side")]
    yield Sheet(
        told.say("sheet_all"), keys, [[Cell(row[key]) for key in keys] for row in rows], kept=2, wrapped=True, broad=36
    )
    yield _list(told, "met", ["needed_by", "offered_by"])
    yield _list(told, "unmet", ["needed_by"])
    yield _list(told, "unasked", ["offered_by"])
    for name in ("by_type", "by_field"):
        cells = [[told.group(row), *(row[key] for key in COUNTS)] for row in told.groups(name)]
        yield _counts(told, name, name.removeprefix("by_"), COUNTS, cells)
    if circles := told.told["circles"]:
        cells = [[told.circle(row), *(row[key] for key in OF_CIRCLES)] for row in circles]
        yield _counts(told, "circles", "circle", OF_CIRCLES, cells)
    lines = [*told.lines(), told.say("how"), told.say("near_means"), told.say("by_field_means"),
             *([told.say("circles_mean")] if circles else []), told.say("made_with", version=__version__)]  # fmt: skip
    yield Sheet(told.say("sheet_about"), [told.title], [[Cell(line)] for line in lines], wrapped=True)


def _list(told: Told, state: str, sides: Sequence[str]) -> Sheet:
    """A row per topic: who, how many, and for a need that nobody meets what is offered in similar words."""
    headings = [told.say("topic"), *(word for side in sides for word in (told.say(side), told.say("count")))]
    rows = [
        [Cell(topic["word"]), *(cell for side in sides for cell in _who(told, topic, side)), *_near(told, topic, state)]
        for topic in told.told[state]
    ]
    more = [told.say("head_near"), told.say("head_synonyms")] if state == "unmet" else []
    return Sheet(told.say(f"sheet_{state}"), [*headings, *more], rows, wrapped=True)


def _who(told: Told, topic: Row, side: str) -> list[Cell]:
    return [Cell("; ".join(told.voice(one, topic["word"]) for one in topic[side])), Cell(len(topic[side]), "0")]


def _near(told: Told, topic: Row, state: str) -> list[Cell]:
    return [Cell(told.near(topic) or None), Cell(told.synonyms(topic) or None)] if state == "unmet" else []


def _counts(told: Told, name: str, first: str, keys: Sequence[str], rows: Sequence[Sequence[object]]) -> Sheet:
    headings = [told.say(first), *(told.say(key) for key in keys)]
    cells = [[Cell(row[0]), *(Cell(value, "0") for value in row[1:])] for row in rows]
    return Sheet(told.say(f"sheet_{name}"), headings, cells)
