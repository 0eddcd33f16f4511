"""The name of a circle that a landscape gives after an actor, taken out of its YAML file line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from actor_graph.forgetting.files import Edited
from actor_graph.forgetting.standing import Standing, in_lines
from actor_graph.forgetting.subject import Subject
from actor_graph.landscape import Landscape

FILE = "landscape.yaml"


def circles_without(landscape: Landscape, place: Path, gone: Sequence[Subject]) -> list[Edited]:
    """The file of a folder without the circles of these actors; nothing where there are none, or not a line for each.

    All other lines stay as they are.
    """
    file, ids = place / FILE, {one.id for one in gone}
    circles = landscape.meta.get("circles") or {}
    if not ids & circles.keys() or not file.is_file():
        return []
    try:
        text = file.read_bytes().decode("utf-8")
        before = _content(text)
        left = _without_lines(text, ids, whole=circles.keys() <= ids)
        expected = {str(key): name for key, name in before["circles"].items() if str(key) not in ids}
        after = _content(left)
    except (ValueError, TypeError, KeyError, AttributeError):
        return []
    rest = {key: value for key, value in before.items() if key != "circles"}
    kept = {str(key): name for key, name in (after.pop("circles", None) or {}).items()}
    if (after, kept) != (rest, expected):
        return []
    return [Edited(file, left.encode("utf-8"), {file.name: len(ids & circles.keys())},
                   standing=list(in_lines(file, left, gone)))]  # fmt: skip


def circles_standing(landscape: Landscape, place: Path, gone: Sequence[Subject]) -> list[Standing]:
    """Where the circles of these actors begin in a file that is left as it is."""
    file = place / FILE
    if not {one.id for one in gone} & (landscape.meta.get("circles") or {}).keys() or not file.is_file():
        return []
    lines = file.read_bytes().decode("utf-8", "replace").splitlines()
    starts = [number for number, line in enumerate(lines, 1) if line.lstrip("\ufeff").startswith("circles")]
    return [Standing(file, row=number) for number in starts]


def _content(text: str) -> Any:
    import yaml

    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ValueError from error


def _without_lines(text: str, ids: set[str], *, whole: bool) -> str:
    """The text without the lines of these circles, and without their heading where no circle is left."""
    keys = "|".join(re.escape(id_) for id_ in sorted(ids))
    entry = re.compile(rf"\s+([\"']?)(?:{keys})\1\s*:\s.*", re.DOTALL)
    kept, inside = [], False
    for line in text.splitlines(keepends=True):
        if line.strip() and not line[0].isspace():
            inside = bool(re.match(r"\ufeff?circles\s*:\s*$", line))
            if inside and whole:
                continue
        if not (inside and entry.fullmatch(line)):
            kept.append(line)
    return "".join(kept)
