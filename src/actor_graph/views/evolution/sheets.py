"""An evolution as a workbook and as one table: figures over time, what changed tie by tie and actor by actor, goals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from actor_graph import __version__
from actor_graph.analysis.sheets import FINE, SHARE, SHARES, THREE, TWO, WHOLE
from actor_graph.comparison.figures import COUNTS
from actor_graph.evolution.trace import Evolution
from actor_graph.views.evolution.answer import answer
from actor_graph.views.evolution.figures import Row
from actor_graph.views.evolution.told import Told
from actor_graph.words import Language
from actor_graph.writing.tables import csv_text
from actor_graph.writing.workbook import Cell, Sheet, workbook

TIES = (
    "new", "first_named", "ended", "not_named", "unknown_before", "unknown_after", "grown", "shrunk", "kept",
)  # fmt: skip
"""The lists of ties, what changed first; a tie that is stronger or weaker stands there and not among the kept."""


def table(made: Evolution, language: Language) -> bytes:
    """One table: a row for each wave, its figures and their ranges; keys as headings."""
    rows = []
    for wave in made.told["waves"]:
        row: dict[str, Any] = {key: wave[key] for key in ("name", "date")}
        row |= {key: value for key, value in wave["network"].items() if not isinstance(value, dict)}
        for key, span in wave["missing"].items():
            row |= {f"{key}.{end}": span[end] for end in ("low", "high")}
        rows.append(row)
    return csv_text(rows, language).encode("utf-8")


def book(made: Evolution, language: Language) -> bytes:
    """The workbook: figures, changes in words, ties, actors, counted things and goals, and what is to be known."""
    told = Told(made, language)
    return workbook([replace(sheet, banner=told.lines()[-1]) for sheet in _sheets(told)])


def _sheets(told: Told) -> Iterator[Sheet]:
    waves, changes = told.told["waves"], told.steps
    heads = [told.say("figure")]
    for wave in waves:
        heads += [told.day(wave), told.say("sheet_low", day=told.day(wave)), told.say("sheet_high", day=told.day(wave))]
    heads.append(told.say("mark"))
    yield Sheet(told.say("sheet_figures"), heads, [_figure(told, key) for key in told.figures()])
    sentences = [[Cell(told.between(change)), Cell(line)] for change in changes for line in told.change(change)]
    yield Sheet(told.say("sheet_changes"), [told.say("sheet_between"), told.say("sheet_said")], sentences, wrapped=True)
    ends = [told.say("sheet_between"), told.say("sheet_state"), told.say("sheet_one"), told.say("sheet_other")]
    yield Sheet(
        told.say("sheet_ties"),
        ends,
        [row for change in changes for row in _ties(told, change)],
        kept=2,
        wrapped=True,
        broad=44,
    )
    actors = [
        [Cell(told.names[row["id"]]), *(Cell(told.say(f"wave_{word.replace(' ', '_')}")) for word in row["waves"])]
        for row in told.told["actors"]
    ]
    yield Sheet(told.say("sheet_actors"), [told.say("sheet_actor"), *map(told.day, waves)], actors)
    if rows := told.told["indicators"]:
        counted = [[Cell(told.indicator(row["indicator"])), *(Cell(v, "0.##") for v in row["values"])] for row in rows]
        yield Sheet(told.say("indicators"), [told.say("indicator"), *map(told.day, waves)], counted, wrapped=True)
    if told.told["goals"]:
        aims = [[Cell(told.goal(goal)), Cell(measure or None), Cell(state)] for goal, measure, state in told.goals()]
        names = [told.say(key) for key in ("goal", "goal_measure", "goal_state")]
        yield Sheet(told.say("goals"), names, aims, wrapped=True, broad=44)
    tested = told.say("how_tested") if any((change.get("panel") or {}).get("differences") for change in changes) else ""
    made = told.say("made_with", version=__version__)
    about = [
        *told.lines(),
        *answer(told),
        told.vision,
        told.say("sheet_range"),
        *told.notes(words=False),
        tested,
        *told.tandems(),
        made,
    ]
    lines = [[Cell(line)] for line in about if line]
    yield Sheet(told.say("sheet_about"), [told.title], lines, wrapped=True)


def _figure(told: Told, key: str) -> Sequence[Cell]:
    form = SHARE if key in SHARES else WHOLE if key in COUNTS else THREE if key in FINE else TWO
    cells = [Cell(told.label(key))]
    for wave in told.told["waves"]:
        cells += [Cell(value, form) for value in (wave["network"].get(key), *(told.range(wave, key) or (None, None)))]
    return [*cells, Cell(told.mark(key))]


def _ties(told: Told, change: Row) -> Iterator[Sequence[Cell]]:
    """Each tie of a change once, with what became of it."""
    listed, seen = change["listed"] or {}, set[tuple[str, ...]]()
    for look in TIES:
        rows = [tie for tie in listed.get(f"ties_{look}", ()) if tuple(tie) not in seen]
        if look in ("grown", "shrunk"):
            seen |= {tuple(tie) for tie in rows}
        for a, b in rows:
            yield [
                Cell(told.between(change)),
                Cell(told.say(f"tie_{look}")),
                Cell(told.names[a]),
                Cell(told.names[b]),
            ]
