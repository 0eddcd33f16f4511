"""A chart per figure: a dot for each city, and around it the interval in which it could as well lie.

Places along the axis are percentages of the width, so that a chart fits a phone as well as a sheet of paper, and its
letters keep their size. Cities stand in the order in which they were given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from actor_graph.analysis.sheets import SHARES
from actor_graph.comparison.figures import SIZE_FREE
from actor_graph.measures.comparing import WITHIN
from actor_graph.views.comparison.told import City, Told, shortened_to
from actor_graph.words.numbers import UNDEFINED, number

LEFT, RIGHT = 2.0, 98.0
"""Where the axis begins and ends, in percent of the width."""
MOST_ROWS = 60
"""Beyond so many cities a chart is one line with a stroke for each."""
TICKS = 4
BEYOND = (
    "degree_centralization", "betweenness_centralization", "transitivity", "average_clustering", "connectedness",
    "largest_component_share", "isolate_share", "average_path_length", "modularity", "degree_gini", "assortativity",
    "ei_rescaled",
)  # fmt: skip
SECOND = "degrees"
SPANS, BANDS = ("bootstrap", "completions", "bound"), ("band", "band-second")
"""What intervals are: of cities that could have arisen the same way, of completions, up to what all missing ties could
make of a figure; of random scenes, of two kinds."""
LONGEST = 44
"""So long is the name of a city at most in a chart, which a phone is wide enough for."""


@dataclass(frozen=True)
class Spot:
    """A value and its interval, along the axis and in words; ``kind`` says what the interval is."""

    at: float
    low: float | None
    high: float | None
    told: str
    span: str
    kind: str


@dataclass(frozen=True)
class Line:
    """A city in a chart: a spot, and one for each further interval; none where the figure is not defined.

    ``short`` is the name as there is room for it, marked where nobody knows who has answered.
    """

    name: str
    short: str
    spots: Sequence[Spot]


@dataclass(frozen=True)
class Chart:
    """A chart: what it is of, what its interval means, its lines, its ticks with their words."""

    figure: str
    label: str
    meaning: str
    spans: str
    lines: Sequence[Line]
    ticks: Sequence[tuple[float, str]]
    zero: float | None
    models: bool
    kinds: Sequence[str]

    @property
    def many(self) -> bool:
        """Whether there are too many cities for a line each."""
        return len(self.lines) > MOST_ROWS


Value = tuple[float, float | None, float | None]


def comparable(told: Told) -> list[Chart]:
    """The charts of the figures that can be compared as they stand."""
    made = []
    for figure in SIZE_FREE:
        values = [
            [_standing(told, city, figure), _completed(city, figure), _bound(told, city, figure)]
            for city in told.cities
        ]
        if sum(value is not None for value, *_ in values) >= min(2, len(values)):
            made.append(_chart(told, figure, values, signed=False))
    return made


def beyond_chance(told: Told) -> list[Chart]:
    """The charts of what lies beyond chance, beside scenes of the same size, and below of the same degrees."""
    made = []
    for figure in BEYOND:
        values = [[_excess(city, model, figure) for model in ("size", SECOND)] for city in told.cities]
        if any(value is not None for both in values for value in both):
            made.append(_chart(told, figure, values, signed=True))
    return made


def _standing(told: Told, city: City, figure: str) -> Value | None:
    """A figure; where it is a mean over pairs of actors, with its interval."""
    value, mean = told.named(city, figure), city["means"].get(figure)
    if value is None:
        return None
    if mean is None or mean["se"] is None:
        return value, None, None
    low = value - WITHIN * mean["se"]
    return value, max(0.0, low) if figure == "average_degree" else low, value + WITHIN * mean["se"]


def _completed(city: City, figure: str) -> Value | None:
    """A figure with its range of completions, where there is one that is not smoothed."""
    span = city["missing"].get(figure) or {}
    value = city["network"].get(figure)
    return None if value is None or span.get("low") is None or span["smoothed"] else (value, span["low"], span["high"])


def _bound(told: Told, city: City, figure: str) -> Value | None:
    """A share without a range, and how far missing answers could move it."""
    side, value = told.bound(city, figure), city["network"].get(figure)
    if not side or value is None or figure not in SHARES:
        return None
    return (value, value, 1.0) if side == "at_least" else (value, 0.0, value)


def _excess(city: City, model: str, figure: str) -> Value | None:
    found = (city["excess"].get(model) or {}).get(figure)
    return None if found is None else (found["value"], found["low"], found["high"])


def _chart(told: Told, figure: str, values: Sequence[Sequence[Value | None]], *, signed: bool) -> Chart:
    ends = [end for line in values for value in line if value for end in value if end is not None]
    from_zero = signed or figure in SHARES
    first, last, step = axis(min([*ends, 0.0] if from_zero else ends), max([*ends, 0.0] if from_zero else ends))

    def place(x: float) -> float:
        return round(LEFT + (RIGHT - LEFT) * (x - first) / (last - first), 2)

    def spot(value: Value, kind: str) -> Spot:
        said = told.signed if signed else told.value
        at, low, high = value
        if low is None or high is None:
            return Spot(place(at), None, None, said(figure, at), "", kind)
        if kind == "bound":
            told_bound = told.say("at_least" if high > at else "at_most", value=said(figure, at))
            return Spot(place(at), place(low), place(high), said(figure, at), told_bound, kind)
        span = told.say("from_to", low=said(figure, low), high=said(figure, high))
        return Spot(place(at), place(low), place(high), said(figure, at), span, kind)

    kinds = BANDS if signed else SPANS
    lines = [
        Line(
            city["name"],
            told.marked(city, shortened_to(LONGEST, city["name"])),
            [spot(value, kind) for value, kind in zip(line, kinds, strict=True) if value is not None],
        )
        for city, line in zip(told.cities, values, strict=True)
    ]
    count = round((last - first) / step)
    ticks = [(place(x), _tick(told, figure, x, signed)) for i in range(count + 1) for x in [first + i * step]]
    silent = [told.say("counts_silent")] if figure == "isolate_share" and told.gaps else []
    meaning = " ".join([told.meaning(figure), *silent])
    seen = {one.kind for line in lines for one in line.spots if one.low is not None}
    spoken = " ".join(told.say(f"span_{kind}") for kind in (BANDS[:1] if signed else SPANS) if kind in seen)
    zero, shown = place(0.0) if signed else None, [kind for kind in SPANS if kind in seen]
    return Chart(figure, told.label(figure), meaning, spoken, lines, ticks, zero, signed, shown)


def _tick(told: Told, figure: str, x: float, signed: bool) -> str:
    if signed:
        return "0" if abs(x) < 1e-9 else told.signed(figure, x)
    said = told.value(figure, x)
    return said if said != UNDEFINED else number(x, told.language, 1)


def axis(low: float, high: float) -> tuple[float, float, float]:
    """Where an axis begins and ends, and how far its ticks are apart: round numbers around these.

    >>> axis(0.31, 0.78), axis(2.0, 2.0)
    ((0.2, 0.8, 0.2), (1.0, 3.0, 0.5))
    """
    if high - low < 1e-9:
        low, high = low - (abs(low) or 1) / 2, high + (abs(high) or 1) / 2
    rough = (high - low) / TICKS
    power = 10.0 ** floor(log10(rough))
    step = next(power * m for m in (1, 2, 5, 10) if power * m >= rough - 1e-12)
    first, last = floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step
    return round(first, 10), round(last, 10), round(step, 10)
