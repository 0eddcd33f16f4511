"""The comparison as one document: a row per city in the order given, what differs, who is alike, what failed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    """The document of rows that were made of these places, in their order."""
    both = list(zip(places, rows, strict=True))
    there = [(place, row) for place, row in both if "why" not in row]
    names = unique([row["name"] for _, row in there])
    cities = [_city(name, place, row) for name, (place, row) in zip(names, there, strict=True)]
    office = asked.audience == "office"
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
        "heterogeneity": heterogeneity(cities, p=office),
        "similar": similar(cities),
        "portraits": portraits(cities, [row for _, row in there], each=each),
        "figures": about(),
        "failed": [{"path": place.given, "why": row["why"]} for place, row in both if "why" in row],
    }  # fmt: skip


def _city(name: str, place: Place, row: Row) -> dict[str, Any]:
    """A row under its name in this comparison, and with its path."""
    return {"name": name, "path": place.given, **{k: v for k, v in row.items() if k not in NOT_TOLD}}


def _note(audience: str, language: Language) -> str:
    """What every output says of itself: for whom, what intervals and p are about, and that it judges nobody's work."""
    banner = [say("analysis.banner_office", language)] if audience == "office" else []
    return " · ".join([*banner, say("comparison.census", language), say("analysis.as_named", language)])
