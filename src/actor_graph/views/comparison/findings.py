"""What a comparison says in words before any table: what differs, what does not, what lies beyond chance.

At most three sentences. No city is ahead of another: those that differ are named in the order in which they were given,
and of many cities only how many they are is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from actor_graph.comparison.pairs import pairs
from actor_graph.views.comparison.told import HEADLINE, Told, is_within
from actor_graph.words.visible import visible

ASKED = ("average_degree", "ei_index")
"""Means over pairs of actors that can be laid side by side; the density follows size."""
LIKELY = 0.05
Row = Mapping[str, Any]


def findings(told: Told) -> list[str]:
    """The sentences; none where there is nothing to be said.

    Whether two cities differ is asked of the p that are adjusted for all pairs of a figure, for whoever may not see p
    as well: from what is shown, differences and their errors, everybody could work it out.
    """
    rows = _judged(told)
    asked = [name for name in ASKED if name in rows]
    apart = [_apart(told, name, rows[name]) for name in asked if _differing(rows[name])]
    alike = [told.label(name) for name in asked if not _differing(rows[name])]
    said = [told.say("found_apart", figures="; ".join(apart))] if apart else []
    said += [told.say("found_not_apart", figures=", ".join(alike))] if alike else []
    return [*said, *_beyond(told)]


def _judged(told: Told) -> dict[str, list[Row]]:
    """The pairs that have a p, by figure."""
    each = told.told["pairs_are"] == "each with each"
    found = told.told["pairs"] if told.office else pairs(told.cities, all_pairs=each)
    rows: dict[str, list[Row]] = {}
    for row in found:
        if row["p_adjusted"] is not None:
            rows.setdefault(row["figure"], []).append(row)
    return rows


def _differing(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row["p_adjusted"] < LIKELY]


def _apart(told: Told, figure: str, rows: Sequence[Row]) -> str:
    """A figure in which cities differ: of two cities both values, else in how many of the pairs."""
    differ, label, mark = _differing(rows), told.label(figure), told.mark(figure)
    label = told.say("found_marked", figure=label, mark=mark) if mark else label
    if len(rows) > 1:
        each = told.told["pairs_are"] == "each with each"
        return told.say("found_pairs" if each else "found_median", figure=label, n=len(differ), of=len(rows))
    (row,) = rows
    named = {city["name"]: city for city in told.cities}
    values = {end: _value(told, named[row[end]], figure) for end in ("a", "b")}
    names = {f"city_{end}": visible(row[end]) for end in ("a", "b")}
    said = told.say("found_two", figure=label, **values, **names)
    return f"{said}, {told.p(row['p_adjusted'])}" if told.office else said


def _value(told: Told, city: Row, figure: str) -> str:
    """A figure with its range, where it has one that is not smoothed."""
    if (city["missing"].get(figure) or {}).get("smoothed"):
        return told.value(figure, city["network"][figure])
    return told.with_range(city, figure, lambda x: told.value(figure, x))


def _beyond(told: Told) -> Iterator[str]:
    """Which figures lie beyond what random scenes of the same size have: in all cities alike, or in some of them."""
    known = [figures for city in told.cities if (figures := city["excess"].get("size"))]
    shared: dict[str, list[str]] = {"above": [], "below": []}
    some = []
    for name in HEADLINE:
        found = [figures[name] for figures in known if figures.get(name) is not None]
        out = [one for one in found if not is_within(one)]
        above = sum(one["value"] > one["high"] for one in out)
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
