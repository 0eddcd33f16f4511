"""Whom a list of invitations names: the file of ``invite``, as all other verbs read it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from actor_graph.documents import load_json
from actor_graph.landscape import Landscape
from actor_graph.privacy.persons import find
from actor_graph.problems import Problems
from actor_graph.reading.decisions import check_sum
from actor_graph.scheme.values import MOST_SEATS
from actor_graph.words import Language
from actor_graph.words.visible import visible

SCHEMA = "actor-graph/invitation/1"
OTHER_FORMS = (".xlsx", ".csv", ".html", ".htm")
"""What a list is written as, too, for people to work with."""
DECISIONS = ("include", "exclude", "declined")
"""What people can decide of an actor."""
ENTERED = ("patron", "signatory", "moderation")
"""Who is entered as it is."""
STAND_IN = "person-"
"""How the ids of natural persons begin: they are in every landscape that has some."""


def invited_in(path: Path, landscape: Landscape, language: Language) -> tuple[str, ...]:
    """The ids of those whom the list of a file names, in its order; see ``list_in``."""
    return tuple(str(one["id"]) for one in list_in(path, landscape, language)["invited"])


def list_in(source: Path | Mapping[str, Any], landscape: Landscape, language: Language) -> Mapping[str, Any]:
    """A list of invitations, from its file or as ``Invitation.to_dict`` gives it, as it was written.

    Raises
    ------
    LandscapeError
        The file can't be read, or is no list of invitations: no JSON of the schema ``actor-graph/invitation/1`` with a
        list ``invited`` of actors that have an ``id``, seats and a record of decisions, if there are any, as they are
        written. Or it is the list of another landscape: nobody of it is in this one, or natural persons are on it,
        whose stand-ins are not those of this landscape (any more).
    """
    problems = Problems()
    path = source if isinstance(source, Path) else Path("–")
    content: Any = source
    if isinstance(source, Path):
        if source.suffix.casefold() in OTHER_FORMS:
            problems.error("invited.other_form", file=source.name)
        content = None if problems.errors else load_json(source, problems)
        problems.stop_if_errors(language)
    told = content if isinstance(content, Mapping) else {}
    rows = told.get("invited")
    ids = [row.get("id") if isinstance(row, Mapping) else None for row in rows] if isinstance(rows, list) else []
    name = visible(landscape.name)
    if told.get("schema") != SCHEMA or not isinstance(rows, list):
        problems.error("invited.no_invitation", file=path.name)
    elif not ids or not all(isinstance(id_, str) for id_ in ids):
        problems.error("invited.no_invited", file=path.name)
    elif not any(find(landscape, str(id_)) for id_ in _own(ids)):
        problems.error("invited.other_landscape", file=path.name, name=name, of=_landscape_of(told, name))
    elif of_other_persons(told.get("persons"), [*ids, *_decided_about(told)], landscape):
        problems.error("invite.other_persons", file=path.name, path=path.name)
    else:
        _check_decisions(told, path.name, problems)
    problems.stop_if_errors(language)
    return told


def _check_decisions(told: Mapping[str, Any], file: str, problems: Problems) -> None:
    """Whether seats, record and who is entered can be gone on from, as they may have been written by hand."""
    if told.get("seats") is not None and seats_of(told) is None:
        problems.error("invited.bad_seats", file=file, most=MOST_SEATS)
    for key in ENTERED:
        if not isinstance(told.get(key), str | None):
            problems.error("invited.bad_entered", file=file, key=key)
    changes = told.get("changes")
    for place, change in enumerate(changes if isinstance(changes, list) else [changes] if changes else [], start=1):
        fits = isinstance(change, Mapping) and isinstance(change.get("who"), str) and change.get("what") in DECISIONS
        if not fits or not all(isinstance(change.get(key), str | None) for key in ("why", "name", "by", "on")):
            problems.error("invited.bad_change", file=file, place=place, words=", ".join(DECISIONS))


def _decided_about(told: Mapping[str, Any]) -> list[Any]:
    """Whom the record names, and whom the rules alone proposed: stand-ins mean somebody there, too."""
    changes, proposed = told.get("changes"), told.get("proposed")
    who = [change.get("who") for change in changes if isinstance(change, Mapping)] if isinstance(changes, list) else []
    return [*who, *(proposed if isinstance(proposed, list) else [])]


def seats_of(told: Mapping[str, Any]) -> tuple[int, int] | None:
    """The fewest and the most seats of a list, whose numbers a file gives as text; None without, or where wrong."""
    given = told.get("seats")
    parts = [str(number) for number in given] if isinstance(given, list | tuple) else []
    if len(parts) != 2 or not all(re.fullmatch("[0-9]{1,5}", part) for part in parts):
        return None
    least, most = map(int, parts)
    return (least, most) if least <= most <= MOST_SEATS else None


def _own(ids: Sequence[Any]) -> list[Any]:
    """The ids that tell one landscape from another; all where there are none but stand-ins."""
    return [id_ for id_ in ids if not str(id_).startswith(STAND_IN)] or list(ids)


def _landscape_of(told: Mapping[str, Any], name: str) -> str:
    """The name of the landscape that a list was made for, where that tells it apart; else nothing."""
    about = told.get("landscape")
    of = about.get("name") if isinstance(about, Mapping) else None
    return f" ({visible(of)})" if isinstance(of, str) and visible(of) != name else ""


def of_other_persons(persons: Any, ids: Sequence[Any], landscape: Landscape) -> bool:
    """Whether “Person 1” may be somebody else by now: other persons are in the landscape, or in another order."""
    return any(str(id_).startswith(STAND_IN) for id_ in ids) and persons not in (None, check_sum(landscape))
