"""In which language to speak of cities before they are worked on."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from actor_graph.comparison.paths import places
from actor_graph.problems import ActorGraphError, LandscapeError
from actor_graph.reading import read
from actor_graph.words import Language

LOOKED_AT = 5


def spoken(cities: Iterable[str | Path]) -> Language:
    """The language of the first of some cities that can be read; English where none of the first few can."""
    try:
        found = places(cities)
    except (ActorGraphError, OSError):
        return "en"
    for place in found[:LOOKED_AT]:
        try:
            return read(Path(place.given), add_missing=True).language
        except LandscapeError:
            continue
    return "en"
