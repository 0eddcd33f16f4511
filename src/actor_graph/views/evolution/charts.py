"""Figures over time as small pictures: a dot for each wave, a bar for what the missing answers leave open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from actor_graph.landscape.network import first_day
from actor_graph.views.comparison.charts import axis
from actor_graph.views.evolution.figures import FIRST
from actor_graph.views.evolution.told import Told

WIDTH, HEIGHT = 320, 168
LEFT, RIGHT, TOP, BOTTOM = 62.0, 300.0, 14.0, 132.0
"""The field of a picture; left of it stand the words of the axis, below it the years."""


@dataclass(frozen=True)
class Dot:
    """A wave in a picture: its place, the ends of its range, and its day in short."""

    x: float
    y: float | None
    low: float | None
    high: float | None
    day: str
    open: bool
    """Whether it is what was named while answers are missing."""


@dataclass(frozen=True)
class Chart:
    """A figure over time: its name, dots, the line that joins them, ticks with their words, and all in a sentence.

    No line joins dots of which one is open: between what some named and what others named nothing has moved. ``mark``
    says how the ranges of the first and the last wave lie.
    """

    key: str
    label: str
    dots: Sequence[Dot]
    line: str
    ticks: Sequence[tuple[float, str]]
    told: str
    mark: str


SIGNED = ("ei_index",)
"""Figures whose axis need not begin at 0; all others do, so that what changed little looks like little."""


def charts(told: Told) -> list[Chart]:
    """A picture for each of the first figures that two waves at least tell."""
    found = [_chart(told, key) for key in FIRST if key in told.figures()]
    return [chart for chart in found if chart is not None]


def _chart(told: Told, key: str) -> Chart | None:
    waves = told.told["waves"]
    values, ranges = [wave["network"].get(key) for wave in waves], [told.range(wave, key) for wave in waves]
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return None
    ends = [*([] if key in SIGNED else [0]), *known, *(end for span in ranges if span is not None for end in span)]
    first, last, step = axis(min(ends), max(ends))

    def at(value: float | None) -> float | None:
        return None if value is None else round(BOTTOM - (BOTTOM - TOP) * (value - first) / (last - first), 1)

    days = [date.fromisoformat(first_day(wave["date"])).toordinal() for wave in waves]
    across = max(days[-1] - days[0], 1)
    dots = [
        Dot(
            round(LEFT + 16 + (RIGHT - LEFT - 32) * (day - days[0]) / across, 1),
            at(value), at(span[0]) if span else None, at(span[1]) if span else None, wave["date"][:7].replace("-", "/"),
            told.named(wave, key),
        )
        for wave, day, value, span in zip(waves, days, values, ranges, strict=True)
    ]  # fmt: skip
    joined = [dot for dot in dots if dot.y is not None]
    line = "" if any(dot.open for dot in joined) else "M" + "L".join(f"{dot.x} {dot.y}" for dot in joined)
    ticks = [
        (at(y) or 0.0, told.tick(key, y)) for i in range(round((last - first) / step) + 1) for y in [first + i * step]
    ]
    said = "; ".join(f"{told.day(wave)}: {' · '.join(filter(None, told.value(wave, key)))}" for wave in waves)
    return Chart(key, told.label(key), dots, line, ticks, said, told.mark(key))
