"""What a comparison says in words before any table: what differs, what does not, what lies beyond chance.

A few sentences. No city is ahead of another: those that differ are named in the order in which they were given, and of
many cities only how many they are is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from actor_graph.views.comparison.told import HEADLINE, Told, differs
from actor_graph.words.visible import visible

ASKED = ("average_degree", "ei_index")
"""Means over pairs of actors that can be laid side by side; the density follows size."""
Row = Mapping[str, Any]


def findings(told: Told) -> list[str]:
    """The sentences; none where there is nothing to be said.

    Whether two cities differ is judged after adjustment for all pairs of a figure, for every audience. Pairs with a
    city without answers are counted apart from those of cities that have some.
    """
    judged = [row for row in told.told["pairs"] if row["figure"] in ASKED and row["low"] is not None]
    surveyed = [row for row in judged if not (told.mixed and row["as_named"])]
    rest = [row for row in judged if row not in surveyed] if surveyed else []
    return [
        *_verdicts(told, surveyed or judged),
        *_ranges(told, surveyed),
        *([told.say("found_as_named")] if told.mixed and judged and not surveyed else []),
        *([told.say("found_besides", n=len(_differing(rest)), of=len(rest))] if _differing(rest) else []),
        *_beyond(told),
    ]


def _verdicts(told: Told, judged: Sequence[Row]) -> Iterator[str]:
    """In which figures cities clearly differ, and in which not."""
    rows = {name: found for name in ASKED if (found := [row for row in judged if row["figure"] == name])}
    apart = [_apart(told, name, found) for name, found in rows.items() if _differing(found)]
    alike = [told.label(name) for name, found in rows.items() if not _differing(found)]
    if apart:
        yield told.say("found_apart", figures="; ".join(apart))
    if alike:
        yield told.say("found_not_apart", figures=", ".join(alike))


def _ranges(told: Told, judged: Sequence[Row]) -> Iterator[str]:
    """How many pairs stay apart whatever the missing answers are, as far as ranges of completions say it."""
    ranged = [row for row in judged if row["figure"] == ASKED[0] and row["ranges"]]
    apart, meet = (sum(row["ranges"] == word for row in ranged) for word in ("apart", "overlap"))
    if apart:
        key = "found_ranges" if len(ranged) > 1 else "found_ranges_apart"
        yield told.say(key, figure=told.label(ASKED[0]), n=apart, of=len(ranged))
    elif meet and meet == len(ranged):
        yield told.say("found_ranges_meet", figure=told.label(ASKED[0]), n=meet)


def _differing(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if differs(row)]


def _apart(told: Told, figure: str, rows: Sequence[Row]) -> str:
    """A figure in which cities differ: of two cities both values, else in how many of the pairs."""
    differ, label, mark = _differing(rows), told.label(figure), told.tested(figure)
    label = told.say("found_marked", figure=label, mark=mark) if mark else label
    if len(rows) > 1:
        each = told.told["pairs_are"] == "each with each"
        return told.say("found_pairs" if each else "found_median", figure=label, n=len(differ), of=len(rows))
    (row,) = rows
    named = {city["name"]: city for city in told.cities}
    values = {end: valued(told, named[row[end]], figure) for end in ("a", "b")}
    names = {f"city_{end}": visible(row[end]) for end in ("a", "b")}
    said = told.say("found_two", figure=label, **values, **names)
    return f"{said}, {told.p(row['p_adjusted'])}" if told.office else said


def valued(told: Told, city: Row, figure: str) -> str:
    """A figure with its range, where it has one that is not smoothed."""
    value = city["network"].get(figure)
    if (city["missing"].get(figure) or {}).get("smoothed"):
        return told.value(figure, value)
    whole = isinstance(value, int)
    return told.with_range(city, figure, lambda x: told.value(figure, round(x) if whole and x is not None else x))


def _beyond(told: Told) -> Iterator[str]:
    """Which figures lie beyond what random scenes of the same size have: in all cities alike, or in some of them."""
    known = [figures for city in told.cities if (figures := city["excess"].get("size"))]
    shared: dict[str, list[str]] = {"above": [], "below": []}
    some = []
    for name in HEADLINE:
        found = [figures[name] for figures in known if figures.get(name) is not None]
        out = [one for one in found if one["clear"]]
        above = sum(one["value"] > 0 for one in out)
        sides = {"above": above, "below": len(out) - above}
        alike = [side for side, n in sides.items() if n == len(found) > 0]
        if alike:
            shared[alike[0]].append(told.label(name))
        elif out:
            counts = ", ".join(told.say(f"found_{side}", n=n) for side, n in sides.items() if n)
            some.append(told.say("found_some_of", figure=told.label(name), counts=counts, of=len(found)))
    alone = "_alone" if len(known) == 1 else ""
    parts = [told.say(f"found_all_{side}{alone}", figures=", ".join(names)) for side, names in shared.items() if names]
    parts += [told.say("found_some", figures=", ".join(some))] if some else []
    if parts:
        yield told.say("found_beyond", parts="; ".join(parts))
    elif known:
        yield told.say("found_within")
    if known and told.gaps:
        yield told.say("beyond_gaps")
