"""What people added to a workbook for themselves, beside the landscape in it, goes along with a working copy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actor_graph.landscape import Landscape
from actor_graph.privacy.persons import clearing_of
from actor_graph.problems import Problem, Problems


@dataclass(frozen=True, slots=True)
class Carried:
    """The sheets that go along, by their names, and what is to be said of them and of those that don't."""

    sheets: Mapping[str, Sequence[Sequence[Any]]]
    warnings: tuple[Problem, ...]


def carried(landscape: Landscape, target: Path) -> Carried:
    """The sheets of their own with which a working copy is written: all that can be read, if it is a workbook.

    Their values go along, no formulas, colors and pictures.
    """
    from actor_graph.reading.own_sheets import own_sheets

    found, book = own_sheets(landscape), target.suffix.casefold() == ".xlsx"
    clear, problems = clearing_of(landscape), Problems()
    along = found.rows if book else {}
    left = (*(() if book else found.rows), *found.others)
    file = landscape.path.name if landscape.path else None
    for key, names in (("sheets_carried", (*along,)), ("sheets_left", left)):
        if names:
            problems.warn(f"writing.{key}", file=file, names=tuple(map(clear, names)), n=len(names))
    return Carried(along, problems.warnings)
