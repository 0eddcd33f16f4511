"""What differs between two cities: means over pairs of actors, with a standard error, an interval and a p.

No other figure gets a p: for paths, components, isolates, centralization, clustering, the Gini coefficient and
modularity no standard error is known to hold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isfinite
from typing import Any

from actor_graph.comparison.figures import OVER_DYADS
from actor_graph.measures.comparing import adjusted, between, cochran_q, each_two, together, with_median

MOST_ALL = 20
"""Up to so many cities each is compared with each; beyond, each with the median city."""
City = Mapping[str, Any]
NAN = float("nan")


def pairs(cities: Sequence[City], *, all_pairs: bool, p: bool = True) -> list[dict[str, Any]]:
    """Differences a − b, figure by figure: of each two cities, or of each city and the median city of the figure.

    ``p`` is two-sided by the normal distribution, ``p_adjusted`` by Holm over all pairs of a figure; both conservative,
    as the standard errors are too large rather than too small. None of error, interval and p where one of the two has
    no error to measure by and they differ. See ``measures.comparing``.

    All are of ties as named. ``as_named`` marks a pair of which one city at least has no answers, so that nobody can
    say what its ties lack (see ``answers_known``). ``ranges`` says whether the ranges of completions of the two are
    ``apart`` as the figures are, ``turned`` (apart the other way round), or ``overlap``; None where one has none.

    Parameters
    ----------
    cities : rows with ``name`` and ``means``.
    all_pairs : each with each; else against the median city, of those that have answers if there are any.
    p : with p, and each interval by itself; without, ``p`` and ``p_adjusted`` are not there, and the intervals hold
        for all pairs of a figure together.
    """
    found = []
    for figure in compared(cities):
        values, errors = _known(cities, figure)
        two = each_two(values) if all_pairs else with_median(values, [answers_known(city) for city in cities])
        apart = [between(values[a], errors[a], values[b], errors[b]) for a, b in two]
        ends = [(one.low, one.high) for one in apart] if p else together(apart)
        for (a, b), one, holm, (low, high) in zip(two, apart, adjusted(apart), ends, strict=True):
            row = {
                "a": cities[a]["name"],
                "b": cities[b]["name"],
                "figure": figure,
                "difference": one.difference,
                "se": _or_none(one.error),
                "low": _or_none(low),
                "high": _or_none(high),
                **({"p": _or_none(one.p), "p_adjusted": _or_none(holm)} if p else {}),
                "as_named": not (answers_known(cities[a]) and answers_known(cities[b])),
                "ranges": _ranges(cities[a], cities[b], figure, one.difference),
            }
            found.append(row)
    return found


def heterogeneity(cities: Sequence[City], *, p: bool = True) -> list[dict[str, Any]]:
    """Whether the cities differ at all in a figure: Cochran's Q over all that have it, conservative as the pairs.

    Where some cities have answers and others none, it is asked of those that have: a list out of publications beside
    surveys would differ by how ties came to be known. ``as_named`` where of one of them nobody knows the answers.
    """
    surveyed = [city for city in cities if answers_known(city)]
    asked_of = surveyed or cities
    found = []
    for figure in compared(asked_of):
        asked = cochran_q(*_known(asked_of, figure))
        if asked.df:
            row = {"figure": figure, "cities": asked.count, "q": asked.q, "df": asked.df}
            found.append(row | ({"p": asked.p} if p else {}) | {"as_named": not surveyed})
    return found


def answers_known(city: City) -> bool:
    """Whether there was a survey that somebody has answered, so that it is known whose ties may be missing."""
    return bool(city.get("response_rate"))


def _ranges(a: City, b: City, figure: str, difference: float) -> str | None:
    """Whether what missing answers could make of a figure leaves the two apart; None where that is not told.

    Nor is it where in neither of the two an answer is missing that could change it.
    """
    one, other = ((city.get("missing") or {}).get(figure) or {} for city in (a, b))
    if any(span.get("low") is None or span["smoothed"] for span in (one, other)):
        return None
    if all(span["low"] == span["high"] for span in (one, other)):
        return None
    if one["low"] <= other["high"] and other["low"] <= one["high"]:
        return "overlap"
    return "apart" if (one["low"] > other["high"]) == (difference > 0) else "turned"


def compared(cities: Sequence[City]) -> list[str]:
    """The figures that two cities at least have, the general ones first."""
    names = dict.fromkeys((*OVER_DYADS, *sorted({name for city in cities for name in city["means"]})))
    return [name for name in names if sum(map(isfinite, _known(cities, name)[0])) > 1]


def _known(cities: Sequence[City], figure: str) -> tuple[list[float], list[float]]:
    """Values and standard errors of a figure; nan where a city has not both."""
    means = [city["means"].get(figure) or {"value": None, "se": None} for city in cities]
    both = [(NAN, NAN) if None in mean.values() else (mean["value"], mean["se"]) for mean in means]
    return [value for value, _ in both], [error for _, error in both]


def _or_none(p: float) -> float | None:
    return p if isfinite(p) else None
