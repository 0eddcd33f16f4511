"""What a landscape says of itself in its YAML file, without the circles named after actors and without people."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from actor_graph.forgetting.files import Edited
from actor_graph.forgetting.removal import masking
from actor_graph.forgetting.said import all_masked
from actor_graph.forgetting.standing import Standing, in_lines
from actor_graph.forgetting.subject import Subject
from actor_graph.landscape import Landscape

FILE = "landscape.yaml"
_VALUE = re.compile(r"(\s*(?:- |[\w-]+:\s+))([^\s\"'#].*?)(\s*)", re.DOTALL)
"""A line with a value that is not quoted."""


def about_without(landscape: Landscape, place: Path, gone: Sequence[Subject]) -> list[Edited]:
    """The file of a folder without the circles of these actors and with ``[…]`` for people; none where there is none.

    All other lines stay as they are. What does not stand in a line of its own stays, and is told.
    """
    file = place / FILE
    if not place.is_dir() or not file.is_file():
        return []
    raw = file.read_bytes()
    text, ids = raw.decode("utf-8", "replace"), {one.id for one in gone}
    circles = ids & (landscape.meta.get("circles") or {}).keys()
    edited = Edited(file, raw, {file.name: 0}, same=True)
    try:
        left = _without_circles(text, circles, whole=circles == (landscape.meta.get("circles") or {}).keys())
        edited.rows[file.name] = len(circles)
    except (ValueError, TypeError, KeyError, AttributeError):
        left = text
        starts = [n for n, line in enumerate(text.splitlines(), 1) if line.lstrip("\ufeff").startswith("circles")]
        edited.standing = [Standing(file, row=number) for number in starts]
    try:
        masked = _masked(left, gone)
        told = any(one.mentioned(said) for said in _texts(_content(masked)) for one in gone)
    except (ValueError, TypeError, AttributeError):
        masked, told = left, True
    lines = zip(left.splitlines(), masked.splitlines(), strict=False)
    edited.masked = [Standing(file, row=n) for n, (was, now) in enumerate(lines, 1) if was != now]
    edited.same = masked == text
    edited.data = raw if edited.same else masked.encode("utf-8")
    edited.standing += [at for at in in_lines(file, masked, gone) if at not in edited.standing]
    if told and not edited.standing:  # in more than one line
        edited.standing = [Standing(file)]
    return [edited]


def _without_circles(text: str, circles: set[str], *, whole: bool) -> str:
    """The text without these circles.

    Raises
    ------
    ValueError, TypeError, KeyError, AttributeError
        They do not stand in a line each.
    """
    if not circles:
        return text
    before, left = _content(text), _without_lines(text, circles, whole=whole)
    expected = {str(key): name for key, name in before.pop("circles").items() if str(key) not in circles}
    after = _content(left)
    kept = {str(key): name for key, name in (after.pop("circles", None) or {}).items()}
    if (after, kept) != (before, expected):
        raise ValueError
    return left


def _masked(text: str, gone: Sequence[Subject]) -> str:
    """The text with ``[…]`` for people; ValueError where it would not say the same otherwise."""
    mask = masking(gone)
    masked = "".join(_line(line, mask(line)) for line in text.splitlines(keepends=True))
    if masked != text and _content(masked) != all_masked(_content(text), [one.said for one in gone]):
        raise ValueError
    return masked


def _line(was: str, now: str) -> str:
    """A line as it is written: a value is quoted where the sign for what is gone would mean something else."""
    found = _VALUE.fullmatch(now) if now != was else None
    if not found or not found[2].startswith("[…]"):
        return now
    return f"{found[1]}{json.dumps(found[2], ensure_ascii=False)}{found[3]}"


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, str):
        yield value


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
