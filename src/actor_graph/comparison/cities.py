"""The comparison of cities: from words to rows to one document."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from actor_graph.analysis.pace import HowFar
from actor_graph.comparison.asking import Asked, Beside
from actor_graph.comparison.document import document, failures
from actor_graph.comparison.keeping import Kept
from actor_graph.comparison.paths import places
from actor_graph.comparison.result import Comparison
from actor_graph.comparison.spread import spread
from actor_graph.comparison.twice import note_twice
from actor_graph.problems import Problems, RequestError, RequestErrors
from actor_graph.words import Language

FAILURES_TOLD = 20


def compare_cities(
    cities: Iterable[str | Path],
    asked: Asked,
    *,
    all_pairs: bool = False,
    workers: int | None = None,
    scheduler: str | None = None,
    beside: Beside | None = None,
    besides: int | None = None,
    progress: HowFar = lambda done, of, left: None,
) -> Comparison:
    """Compare cities; see ``actor_graph.compare``. Rows that are done are kept until ``Comparison.done`` is called.

    ``beside`` is made of each city, or of so many (``besides``) of the first places alone.
    """
    language: Language = asked.language or "en"
    found = places(cities, language)
    kept = Kept(asked)
    rows = spread(
        found,
        asked,
        language=language,
        workers=workers,
        scheduler=scheduler,
        beside=beside,
        besides=besides,
        kept=kept,
        progress=progress,
    )
    there = [row for row in rows if "why" not in row]
    spoken: Language = asked.language or _spoken([row["language"] for row in there])
    told = document(found, rows, asked, spoken, all_pairs=all_pairs)
    failed = failures(zip(found, rows, strict=True))
    if not there:
        some = failed[:FAILURES_TOLD]
        each = [RequestError("comparison.failed_city", language, path=one["path"], why=one["why"]) for one in some]
        raise RequestErrors([RequestError("comparison.none_left", language), *each])
    problems = Problems()
    note_twice([place for place, row in zip(found, rows, strict=True) if "why" not in row], asked, problems)
    unread = [Path(place.path) for place, row in zip(found, rows, strict=True) if "why" in row]
    inputs = [*(Path(file) for row in there for file in row["inputs"]), *(path for path in unread if path.exists())]
    made = tuple(row.get("beside") for row in rows[:besides] if "why" not in row)
    return Comparison(told, spoken, made, tuple(dict.fromkeys(inputs)), kept, failed, problems.warnings)


def _spoken(languages: list[Language]) -> Language:
    """German where most of the cities speak German, else English."""
    return "de" if 2 * languages.count("de") > len(languages) else "en"
