"""The language of a landscape that is there already."""

from __future__ import annotations

from pathlib import Path

from actor_graph.problems import LandscapeError
from actor_graph.reading import read
from actor_graph.words import Language


def language_at(path: Path) -> Language | None:
    """The language of the landscape at a path, also of one with errors; None where there is nothing."""
    if not (any(path.iterdir()) if path.is_dir() else path.exists()):
        return None
    try:
        return read(path).language
    except LandscapeError as wrong:
        return wrong.language
