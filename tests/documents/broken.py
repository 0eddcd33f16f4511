"""What the tests of documents share: a file from text or bytes, and what was said about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from actor_graph.problems import Problem, Problems
from actor_graph.words import LANGUAGES

Loader = Callable[[Path, Problems], Any]


def load(loader: Loader, folder: Path, content: str | bytes, name: str = "landscape.txt") -> tuple[Any, list[Problem]]:
    """What the loader makes of a file with this content, and the problems it notes."""
    path = folder / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    problems = Problems()
    return loader(path, problems), said(problems)


def said(problems: Problems) -> list[Problem]:
    """The problems, after each was said in both languages with nothing left open."""
    found = list(problems)
    for problem in found:
        for language in LANGUAGES:
            line = problem.line(language)
            assert "{" not in line.replace("[ {", "").replace("[ oder {", "").replace("[ or {", "").replace(
                "mit [ oder {", ""
            )
            assert "None" not in line
            assert "Traceback" not in line
    return found


def keys(found: list[Problem]) -> list[str]:
    """Which sentences were said, and where."""
    return [f"{problem.key.split('.')[1]}:{problem.row}" for problem in found]
