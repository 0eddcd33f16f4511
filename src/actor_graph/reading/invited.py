"""Whom a list of invitations names: the file of ``invite``, as all other verbs read it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from actor_graph.documents import load_json
from actor_graph.landscape import Landscape
from actor_graph.privacy.persons import find
from actor_graph.problems import Problems
from actor_graph.reading.decisions import check_sum
from actor_graph.words import Language
from actor_graph.words.visible import visible

SCHEMA = "actor-graph/invitation/1"
OTHER_FORMS = (".xlsx", ".csv", ".html", ".htm")
"""What a list is written as, too, for people to work with."""
STAND_IN = "person-"
"""How the ids of natural persons begin: they are in every landscape that has some."""


def invited_in(path: Path, landscape: Landscape, language: Language) -> tuple[str, ...]:
    """The ids of those whom a list of invitations names, in its order.

    Raises
    ------
    LandscapeError
        The file can't be read, or is no list of invitations: no JSON of the schema ``actor-graph/invitation/1`` with a
        list ``invited`` of actors that have an ``id``. Or it is the list of another landscape: nobody of it is in this
        one, or natural persons are on it, whose stand-ins are not those of this landscape (any more).
    """
    problems = Problems()
    if path.suffix.casefold() in OTHER_FORMS:
        problems.error("invited.other_form", file=path.name)
    content = None if problems.errors else load_json(path, problems)
    problems.stop_if_errors(language)
    told = content if isinstance(content, dict) else {}
    rows = told.get("invited")
    ids = [row.get("id") if isinstance(row, dict) else None for row in rows] if isinstance(rows, list) else []
    name = visible(landscape.name)
    if told.get("schema") != SCHEMA or not isinstance(rows, list):
        problems.error("invited.no_invitation", file=path.name)
    elif not ids or not all(isinstance(id_, str) for id_ in ids):
        problems.error("invited.no_invited", file=path.name)
    elif not any(find(landscape, str(id_)) for id_ in _own(ids)):
        problems.error("invited.other_landscape", file=path.name, name=name, of=_landscape_of(told, name))
    elif of_other_persons(told.get("persons"), ids, landscape):
        problems.error("invite.other_persons", file=path.name, path=path.name)
    problems.stop_if_errors(language)
    return tuple(map(str, ids))


def _own(ids: Sequence[Any]) -> list[Any]:
    """The ids that tell one landscape from another; all where there are none but stand-ins."""
    return [id_ for id_ in ids if not str(id_).startswith(STAND_IN)] or list(ids)


def _landscape_of(told: dict[Any, Any], name: str) -> str:
    """The name of the landscape that a list was made for, where that tells it apart; else nothing."""
    about = told.get("landscape")
    of = about.get("name") if isinstance(about, dict) else None
    return f" ({visible(of)})" if isinstance(of, str) and visible(of) != name else ""


def of_other_persons(persons: Any, ids: Sequence[Any], landscape: Landscape) -> bool:
    """Whether “Person 1” may be somebody else by now: other persons are in the landscape, or in another order."""
    return any(str(id_).startswith(STAND_IN) for id_ in ids) and persons not in (None, check_sum(landscape))
