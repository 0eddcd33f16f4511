"""What the missing answers could change, at the terminal: bounds and range figure by figure, then what is robust."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from actor_graph.views import conditions
from actor_graph.views.ranged import range_of
from actor_graph.views.terminal.columns import table
from actor_graph.views.terminal.lines import indented
from actor_graph.views.terminal.telling import Telling
from actor_graph.words import say
from actor_graph.words.numbers import UNDEFINED

SHOWN = {
    "average_degree": 1, "density": 3, "not_yet_networked_share": None, "isolates": 0, "components": 0,
    "largest_component_share": None, "connectedness": None, "degree_centralization": None,
    "betweenness_centralization": None, "transitivity": None, "average_path_length": 1, "ei_index": 2,
    "top_dog_tie_share": None,
}  # fmt: skip
"""The figures that are told, and with how many digits; None: in percent."""
JOINED = ("not_yet_networked_share", "isolates", "components", "largest_component_share", "connectedness")
"""What the range makes look more joined than it would be: few of those filled in stay alone."""
TOP = 10
"""Of so many actors everybody is in the top ten, so that there is no ranking to speak of."""


def missing(tell: Telling) -> Iterator[Any]:
    """The parts of the block; nothing where it was not asked for."""
    made = tell.told.get("completions")
    if made is None:
        return
    yield from map(indented, _about(tell))
    if tell.told["missing"] and made["why"] != "nothing missing":
        yield from _figures(tell)
        if not tell.office and not made["why"]:
            yield indented(_say(tell, "no_further"))
    if firm := _firm(tell):
        yield indented(firm)
    network, robustness = tell.told["network"], tell.told.get("robustness")
    if robustness and network["ties"] and network["actors"] > TOP:
        yield from _robust(tell, robustness)


def _say(tell: Telling, name: str, /, **values: object) -> str:
    return say(f"missing.{name}", tell.language, **values)


def _about(tell: Telling) -> Iterator[str]:
    """Who is missing, what a range is, and on what it rests; or why there is none."""
    if silent := conditions.unanswered(tell.told):
        yield _say(tell, "silent", n=silent, actors=tell.told["network"]["actors"])
    yield from conditions.ranged(tell.told, tell.language)


def _figures(tell: Telling) -> Iterator[Any]:
    """A row per figure: as named so far, with none and with all of the missing ties, and the range."""
    told = tell.told["missing"]
    rows = [_row(tell, figure, told[figure]) for figure in SHOWN if figure in told]
    rows = [row for row in rows if any(cell != UNDEFINED for cell in row[1:])]
    heads = [_say(tell, name) for name in ("figure", "named", "none", "all", "completions")]
    yield table(heads, rows)
    if any("none" in entry for entry in told.values()):
        yield indented(_say(tell, "legend_bounds"))
    if any("~" in row[-1] for row in rows):
        yield indented(_say(tell, "legend_smoothed"))
    if any(range_of(tell.told, figure) for figure in JOINED):
        yield indented(_say(tell, "legend_joined"))


def _row(tell: Telling, figure: str, entry: dict[str, Any]) -> list[str]:
    ends = [form(tell, figure, entry.get(end)) for end in ("none", "all")]
    if not entry.get("bounds"):
        ends = [UNDEFINED if end == UNDEFINED else f"({end})" for end in ends]
    name = say(f"tables.{figure}", tell.language)
    return [name, form(tell, figure, entry["observed"]), *ends, ranged(tell, figure) or UNDEFINED]


def form(tell: Telling, figure: str, value: float | None) -> str:
    """A figure as it is read."""
    digits = SHOWN[figure]
    return tell.percent(value) if digits is None else tell.number(value, digits)


def ranged(tell: Telling, figure: str) -> str:
    """The range of completions of a figure, marked where it is smoothed; nothing where there is none."""
    between = range_of(tell.told, figure)
    if between is None:
        return ""
    low, high = (form(tell, figure, end) for end in between)
    said = low if low == high else _say(tell, "from_to", low=low, high=high)
    return f"{said} ~" if tell.told["missing"][figure]["smoothed"] else said


def _firm(tell: Telling) -> str:
    """How many stand as they do whatever is answered still; not told outside the office."""
    possible = [row["status_possible"] for row in tell.told["actors"] if "status_possible" in row]
    firm = sum(len(each) == 1 for each in possible)
    return _say(tell, "firm", n=firm, others=len(possible) - firm) if firm < len(possible) else ""


def _robust(tell: Telling, robustness: dict[str, Any]) -> Iterator[Any]:
    heads = [_say(tell, name) for name in ("share", "partners_left", "by_ties", "by_ways", "top_ten", "stay")]
    for what in ("actors", "ties"):
        yield indented(_say(tell, f"without_{what}", draws=robustness["draws"]))
        yield table(heads, [_held(tell, row) for row in robustness[what]])
    yield indented(_say(tell, "legend_robust"))


def _held(tell: Telling, row: dict[str, Any]) -> list[str]:
    return [
        tell.percent(row["share"]),
        tell.number(row["figures"]["average_degree"]["mean"], 1),
        tell.number(row["degree"]["spearman"]["mean"], 2),
        tell.number(row["betweenness"]["spearman"]["mean"], 2),
        tell.percent(row["degree"]["top_ten"]["mean"]),
        tell.percent(row["central"]["stay"]),
    ]
