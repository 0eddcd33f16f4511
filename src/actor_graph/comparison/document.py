"""The comparison as one document: a row per city in the order given, what differs, who is alike, what failed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from actor_graph import __version__
from actor_graph.comparison.asking import Asked
from actor_graph.comparison.figures import about
from actor_graph.comparison.pairs import MOST_ALL, heterogeneity, pairs
from actor_graph.comparison.paths import Place, unique
from actor_graph.comparison.portraits import portraits
from actor_graph.comparison.similar import similar
from actor_graph.words import Language, say

SCHEMA = "actor-graph/comparison/1"
NOT_TOLD = ("name", "beside", "inputs", "language", "portrait")
Row = Mapping[str, Any]


def document(
    places: Sequence[Place], rows: Sequence[Row], asked: Asked, language: Language, *, all_pairs: bool
) -> dict[str, Any]:
    """The document of rows that were made of these places, in their order.

    To others than the office the last name of a path is told alone, and of a failure that there was one.
    """
    both = list(zip(places, rows, strict=True))
    there = [(place, row) for place, row in both if "why" not in row]
    names = unique([row["name"] for _, row in there])
    office = asked.audience == "office"
    told = [place.given if office else place.name for place, _ in there]
    cities = [_city(name, path, row) for name, path, (_, row) in zip(names, told, there, strict=True)]
    each = all_pairs or len(cities) <= MOST_ALL
    return {
        "schema": SCHEMA,
        "audience": asked.audience,
        "note": _note(asked.audience, language),
        "settings": {
            "version": __version__, "seed": asked.seed, "draws": asked.of_chance, "scheme": asked.scheme,
            "by": asked.by, "count": list(asked.count), "confirmed": asked.confirmed,
        },
        "cities": cities,
        "pairs": pairs(cities, all_pairs=each, p=office),
        "pairs_are": "each with each" if each else "with the median city",
        "intervals_are": "of each pair by itself" if office else "of all pairs of a figure together",
        "heterogeneity": heterogeneity(cities, p=office),
        "similar": similar(cities),
        "portraits": portraits(cities, [row for _, row in there], each=each),
        "figures": about(),
        "failed": [
            one if office else {"path": place.name, "why": say("comparison.why_others", language)}
            for (place, _), one in zip((found for found in both if "why" in found[1]), failures(both), strict=True)
        ],
    }  # fmt: skip


def failures(rows: Iterable[tuple[Place, Row]]) -> list[dict[str, str]]:
    """Which cities have no row, and why, for whoever has the files: paths are those that were given."""
    return [{"path": place.given, "why": row["why"]} for place, row in rows if "why" in row]


def _city(name: str, path: str, row: Row) -> dict[str, Any]:
    """A row under its name in this comparison, and with its path."""
    return {"name": name, "path": path, **{k: v for k, v in row.items() if k not in NOT_TOLD}}


def _note(audience: str, language: Language) -> str:
    """What every output says of itself: for whom, what intervals and p are about, and that it judges nobody's work."""
    office = audience == "office"
    banner = say("analysis.banner_office" if office else f"comparison.for_{audience}", language)
    census = say("comparison.census" if office else "comparison.census_intervals", language)
    return " · ".join([banner, census, say("analysis.as_named", language)])
