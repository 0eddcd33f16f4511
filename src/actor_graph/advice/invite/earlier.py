"""A list that was made before, as it is read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from actor_graph.advice.invite.scene import Scene
from actor_graph.landscape import Landscape
from actor_graph.privacy.persons import Clear, clearing_of, find
from actor_graph.reading.invited import ENTERED, list_in, seats_of

EITHER = Path | Mapping[str, Any]


@dataclass(frozen=True)
class Earlier:
    """A list as it was: its people who are still in the landscape, and what else it has on record.

    ``gone`` are those, by name, who are not in the landscape any more, or not part of the survey. ``entered`` is who
    was entered as patron, signatory and moderation.
    """

    format: str | None
    invited: frozenset[int]
    proposed: tuple[str, ...]
    changes: tuple[Mapping[str, Any], ...]
    gone: tuple[str, ...]
    seats: tuple[int, int] | None
    entered: Mapping[str, str | None]


def read_earlier(source: EITHER, scene: Scene) -> Earlier:
    """The list of a file, or of a document as ``Invitation.to_dict`` gives it.

    Who is on it is named as all actors are named now, and texts are cleared anew: somebody may be known as a natural
    person only since.

    Raises
    ------
    LandscapeError
        It is no list of this landscape, see ``reading.invited.list_in``.
    """
    document = list_in(source, scene.original, scene.language)
    clear = clearing_of(scene.original)
    people = [_as_now(one["id"], one.get("name"), scene, clear) for one in document["invited"]]
    format_ = document.get("format")
    return Earlier(
        format=None if format_ is None else scene.landscape.scheme.format_key(str(format_)),
        invited=frozenset(place for place, _, _ in people if place is not None),
        proposed=tuple(_as_now(str(id_), None, scene, clear)[1] for id_ in document.get("proposed") or ()),
        changes=tuple(_change_now(one, scene, clear) for one in document.get("changes") or ()),
        gone=tuple(name for place, _, name in people if place is None),
        seats=seats_of(document),
        entered={key: document.get(key) for key in ENTERED},
    )


def _as_now(id_: str, name: object, scene: Scene, clear: Clear) -> tuple[int | None, str, str]:
    """The position of an actor of the list, None if it has none any more; its id and name as they leave now."""
    rows = find(scene.original, id_)
    place = scene.place_of_row.get(rows[0]) if len(rows) == 1 else None
    if place is not None:
        return place, scene.ids[place], scene.names[place]
    return None, clear(id_), clear(str(name or id_))


def _change_now(change: Mapping[str, Any], scene: Scene, clear: Clear) -> dict[str, Any]:
    told = {key: clear(text) if isinstance(text, str) and key != "what" else text for key, text in change.items()}
    _, told["who"], name = _as_now(change["who"], change.get("name"), scene, clear)
    return told | {"name": name}


def named_file(landscape: Landscape, given: str) -> Path | None:
    """The file that a scheme names with ``same_as``: beside the landscape or below, by no other way."""
    windows = PureWindowsPath(given)
    leaves = PurePosixPath(given).is_absolute() or windows.root or ".." in windows.parts or ":" in given
    if landscape.path is None or leaves or "\0" in given:
        return None
    folder = (landscape.path if landscape.path.is_dir() else landscape.path.parent).resolve()
    path = (folder / PurePosixPath(*windows.parts)).resolve()
    return path if path.is_relative_to(folder) and path.is_file() else None
