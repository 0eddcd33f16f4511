"""Where actors are to stay on a map: a CSV with id, x, y, or an earlier map page."""

from __future__ import annotations

import csv
import json
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from actor_graph.documents import decode
from actor_graph.problems import Problems
from actor_graph.words import Language

Places = dict[str, tuple[float, float]]
_ANALYSIS = re.compile(r'<script type="application/json" id="analysis">(.*?)</script>', re.DOTALL)


def read_positions(path: Path, language: Language) -> Places:
    """The place of each actor, by id.

    Raises
    ------
    LandscapeError
        The file is not there, is neither such a table nor a map of ours, or a place is not a number.
    """
    problems = Problems()
    try:
        text = decode(path.read_bytes(), path.name, problems)
    except OSError:
        problems.error("positions.unreadable", file=path.name)
        text = None
    places = (
        {}
        if text is None
        else _from_map(text, path, problems)
        if "<html" in text
        else _from_table(text, path, problems)
    )
    problems.stop_if_errors(language)
    return places


def _from_map(text: str, path: Path, problems: Problems) -> Places:
    found = _ANALYSIS.search(text)
    try:
        actors: list[Any] = json.loads(found.group(1) if found else "")["actors"]
        return {str(actor["id"]): (float(actor["x"]), float(actor["y"])) for actor in actors}
    except (ValueError, TypeError, KeyError):
        problems.error("positions.no_map", file=path.name)
        return {}


def _from_table(text: str, path: Path, problems: Problems) -> Places:
    delimiter = max(";,\t", key=text.partition("\n")[0].count)
    rows = csv.reader(text.splitlines(), delimiter=delimiter)
    heading = [cell.strip().casefold() for cell in next(rows, [])]
    if not {"id", "x", "y"} <= set(heading):
        problems.error("positions.no_columns", file=path.name, row=1)
        return {}
    return dict(_places(rows, heading, path, problems))


def _places(
    rows: Iterator[list[str]], heading: list[str], path: Path, problems: Problems
) -> Iterator[tuple[str, tuple[float, float]]]:
    for number, cells in enumerate(rows, start=2):
        row = dict(zip(heading, cells, strict=False))
        if not any(cells):
            continue
        place = [_number(row.get(axis, "")) for axis in ("x", "y")]
        for axis, value in zip(("x", "y"), place, strict=True):
            if value is None:
                problems.error("positions.no_number", file=path.name, row=number, column=axis, given=row.get(axis, ""))
        if place[0] is not None and place[1] is not None:
            yield row["id"].strip(), (place[0], place[1])


def _number(text: str) -> float | None:
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) else None
