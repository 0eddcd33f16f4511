"""A list that was made before, as it is read again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from actor_graph.advice.invite.request import Door
from actor_graph.advice.invite.scene import Scene
from actor_graph.documents import load_json
from actor_graph.landscape import Landscape
from actor_graph.problems import Problems
from actor_graph.reading.invited import SCHEMA, of_other_persons

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


def read_earlier(source: EITHER, scene: Scene, door: Door) -> Earlier | None:
    """The list of a file, or of a document as ``Invitation.to_dict`` gives it; None where it is none, which is noted.

    Raises
    ------
    LandscapeError
        The file is no JSON.
    """
    if isinstance(source, Mapping):
        document: Any = source
    else:
        problems = Problems()
        document = load_json(source, problems)
        problems.stop_if_errors(scene.language)
    name = source.name if isinstance(source, Path) else "–"
    if not isinstance(document, Mapping) or document.get("schema") != SCHEMA:
        door.refuse("no_invitation", path=name)
        return None
    people = [one for one in document.get("invited") or () if isinstance(one, Mapping)]
    if of_other_persons(document.get("persons"), [one.get("id") for one in people], scene.original):
        door.refuse("other_persons", path=name)
        return None
    found = {str(one.get("id")): scene.at.get(str(one.get("id"))) for one in people}
    format_ = document.get("format")
    changes = [one for one in document.get("changes") or () if isinstance(one, Mapping)]
    return Earlier(
        format=None if format_ is None else scene.landscape.scheme.format_key(str(format_)),
        invited=frozenset(place for place in found.values() if place is not None),
        proposed=tuple(map(str, document.get("proposed") or ())),
        changes=tuple({key: one.get(key) for key in one} for one in changes),
        gone=tuple(str(one.get("name")) for one in people if found[str(one.get("id"))] is None),
        seats=_seats(document.get("seats")),
    )


def _seats(given: Any) -> tuple[int, int] | None:
    try:
        least, most = (int(str(number)) for number in given) if isinstance(given, Sequence) else (0, 0)
    except ValueError:
        return None
    return (least, most) if 0 <= least <= most and most else None


def named_file(landscape: Landscape, given: str) -> Path | None:
    """The file that a scheme names with ``same_as``: beside the landscape or below, by no other way."""
    windows = PureWindowsPath(given)
    leaves = PurePosixPath(given).is_absolute() or windows.root or ".." in windows.parts or ":" in given
    if landscape.path is None or leaves or "\0" in given:
        return None
    folder = (landscape.path if landscape.path.is_dir() else landscape.path.parent).resolve()
    path = (folder / PurePosixPath(*windows.parts)).resolve()
    return path if path.is_relative_to(folder) and path.is_file() else None
