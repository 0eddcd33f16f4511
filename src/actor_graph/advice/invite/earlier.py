"""A list that was made before, as it is read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from actor_graph.advice.invite.scene import Scene
from actor_graph.landscape import Landscape
from actor_graph.reading.invited import list_in, seats_of

EITHER = Path | Mapping[str, Any]


@dataclass(frozen=True)
class Earlier:
    """A list as it was: its people who are still in the landscape, and what else it has on record.

    ``gone`` are those, by name, who are not in the landscape any more, or not part of the survey.
    """

    format: str | None
    invited: frozenset[int]
    proposed: tuple[str, ...]
    changes: tuple[Mapping[str, Any], ...]
    gone: tuple[str, ...]
    seats: tuple[int, int] | None


def read_earlier(source: EITHER, scene: Scene) -> Earlier:
    """The list of a file, or of a document as ``Invitation.to_dict`` gives it.

    Raises
    ------
    LandscapeError
        It is no list of this landscape, see ``reading.invited.list_in``.
    """
    document = list_in(source, scene.original, scene.language)
    people = document["invited"]
    found = {one["id"]: scene.at.get(one["id"]) for one in people}
    format_ = document.get("format")
    return Earlier(
        format=None if format_ is None else scene.landscape.scheme.format_key(str(format_)),
        invited=frozenset(place for place in found.values() if place is not None),
        proposed=tuple(map(str, document.get("proposed") or ())),
        changes=tuple(dict(one) for one in document.get("changes") or ()),
        gone=tuple(str(one.get("name") or one["id"]) for one in people if found[one["id"]] is None),
        seats=seats_of(document),
    )


def named_file(landscape: Landscape, given: str) -> Path | None:
    """The file that a scheme names with ``same_as``: beside the landscape or below, by no other way."""
    windows = PureWindowsPath(given)
    leaves = PurePosixPath(given).is_absolute() or windows.root or ".." in windows.parts or ":" in given
    if landscape.path is None or leaves or "\0" in given:
        return None
    folder = (landscape.path if landscape.path.is_dir() else landscape.path.parent).resolve()
    path = (folder / PurePosixPath(*windows.parts)).resolve()
    return path if path.is_relative_to(folder) and path.is_file() else None
