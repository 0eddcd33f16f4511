"""Where actors are to stay on a map: a CSV with id, x, y, or an earlier map page."""

from __future__ import annotations

import csv
import json
import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from actor_graph.documents import decode, kind_of_bytes, load_bytes
from actor_graph.documents.kinds import HEAD, READABLE
from actor_graph.problems import Problems
from actor_graph.words import Language

Places = dict[str, tuple[float, float]]
FARTHEST = 1e6
"""How far from the middle an actor may stand, in each direction; a map of ours ends within some thousands."""
_ANALYSIS = re.compile(r'<script type="application/json" id="analysis">(.*?)</script>', re.DOTALL)


def read_positions(path: Path, language: Language) -> Places:
    """The place of each actor, by id.

    Raises
    ------
    LandscapeError
        The file is not there, is neither such a table nor a map of ours, or a place is no number from -1,000,000 to
        1,000,000.
    """
    problems = Problems()
    raw = load_bytes(path, problems)
    if raw is not None and kind_of_bytes(raw[:HEAD], raw[-HEAD:]) not in (*READABLE, "html", "empty"):
        problems.error("positions.no_text", file=path.name)
        raw = None
    text = None if raw is None else decode(raw, path.name, problems)
    places: Places = {}
    if text is not None:
        places = _from_map(text, path, problems) if "<html" in text else _from_table(text, path, problems)
    problems.stop_if_errors(language)
    return places


def checked_places(given: Mapping[str, tuple[float, float]], language: Language) -> Places:
    """Places given in Python, within the same limits as those of a file.

    Raises
    ------
    LandscapeError
        A place is no finite number or too far off.
    """
    problems = Problems()
    places = {str(actor): (float(x), float(y)) for actor, (x, y) in given.items()}
    for actor, place in places.items():
        _near(actor, place, problems)
    problems.stop_if_errors(language)
    return places


def _near(actor: str, place: tuple[float, float], problems: Problems, **where: Any) -> None:
    """Note a place that is not finite or too far off to be drawn."""
    for axis, value in zip("xy", place, strict=True):
        if not abs(value) <= FARTHEST:
            problems.error("positions.too_far", column=axis, given=f"{value:g}", actor=actor[:80], **where)


def _from_map(text: str, path: Path, problems: Problems) -> Places:
    found = _ANALYSIS.search(text)
    try:
        actors: list[Any] = json.loads(found.group(1) if found else "")["actors"]
        places = {str(actor["id"]): (float(actor["x"]), float(actor["y"])) for actor in actors}
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        problems.error("positions.no_map", file=path.name)
        return {}
    for actor, place in places.items():
        _near(actor, place, problems, file=path.name)
    return places


def _from_table(text: str, path: Path, problems: Problems) -> Places:
    delimiter = max(";,\t", key=text.partition("\n")[0].count)
    rows = csv.reader(text.splitlines(), delimiter=delimiter)
    try:
        heading = [cell.strip().casefold() for cell in next(rows, [])]
        if {"id", "x", "y"} <= set(heading):
            return dict(_places(rows, heading, path, problems))
        problems.error("positions.no_columns", file=path.name, row=1)
    except csv.Error:
        problems.error("positions.no_table", file=path.name, row=rows.line_num)
    return {}


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
            actor = row["id"].strip()
            _near(actor, (place[0], place[1]), problems, file=path.name, row=number)
            yield actor, (place[0], place[1])


def _number(text: str) -> float | None:
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) else None
