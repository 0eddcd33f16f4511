"""Reading the waves of a city: what is wrong in any of them is told together, each with the wave it is in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from actor_graph.comparison.paths import places
from actor_graph.landscape import Landscape
from actor_graph.problems import LandscapeError, Problem
from actor_graph.reading import read
from actor_graph.words import Language


def read_waves(
    given: Iterable[str | Path],
    *,
    scheme: str | None = None,
    language: Language | None = None,
    add_missing: bool = False,
) -> list[Landscape]:
    """Read all waves; the warnings of each name the wave, too.

    Raises
    ------
    LandscapeError
        Everything that is wrong in any of the waves.
    """
    found: list[Landscape] = []
    wrong: list[Problem] = []
    clear: list[Callable[[str], str]] = []
    others: list[Language] = []
    for place in places(given, language or "en"):
        path = Path(place.given)
        try:
            wave = read(path, scheme=scheme, language=language, add_missing=add_missing)
        except LandscapeError as error:
            wrong += [_placed(problem, path) for problem in error.problems]
            others.append(error.language)
            clear += [error.clear] if error.clear else []
        else:
            found.append(replace(wave, warnings=tuple(_placed(problem, path) for problem in wave.warnings)))
    if wrong:
        spoken = language or _spoken([wave.language for wave in found], others)
        raise LandscapeError(wrong, spoken, clear=lambda text: _cleared(text, clear))
    return found


def _spoken(read: Sequence[Language], wrong: Sequence[Language]) -> Language:
    """The language of the first wave that could be read; else German, if a wave with errors seems to be in it."""
    return read[0] if read else "de" if "de" in wrong else "en"


def _cleared(text: str, ways: Iterable[Callable[[str], str]]) -> str:
    for way in ways:
        text = way(text)
    return text


def _placed(problem: Problem, path: Path) -> Problem:
    """The problem with the wave before the file in it."""
    name = path.name or str(path)
    inside = problem.file is not None and problem.file not in (name, str(path))
    return replace(problem, file=f"{name}/{problem.file}" if inside else problem.file or name)
