"""Whom an invitation names: the file that a list of invited was written to."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from actor_graph.documents.json_file import load_json
from actor_graph.landscape import Landscape
from actor_graph.problems import Problems
from actor_graph.reading.decisions import check_sum
from actor_graph.words import Language

SCHEMA = "actor-graph/invitation/1"


def invited_in(path: Path, language: Language, landscape: Landscape | None = None) -> tuple[str, ...]:
    """The ids of those whom an invitation names, in its order.

    Raises
    ------
    LandscapeError
        The file can't be read, or is no invitation: no JSON of the schema ``actor-graph/invitation/1`` with a list
        ``invited`` of actors that have an ``id``. Or natural persons are invited, and their stand-ins are not those of
        the ``landscape`` any more.
    """
    problems = Problems()
    content = load_json(path, problems)
    problems.stop_if_errors(language)
    told = content if isinstance(content, dict) else {}
    rows = told.get("invited")
    if told.get("schema") != SCHEMA or not isinstance(rows, list):
        problems.error("whatif.no_invitation", file=path.name)
    else:
        ids = [row.get("id") if isinstance(row, dict) else None for row in rows]
        if not ids or not all(isinstance(id_, str) for id_ in ids):
            problems.error("whatif.no_invited", file=path.name)
        elif landscape is not None and _of_others(told.get("persons"), ids, landscape):
            problems.error("invite.other_persons", file=path.name, path=path.name)
        else:
            return tuple(map(str, ids))
    problems.stop_if_errors(language)
    return ()


def _of_others(persons: Any, ids: Iterable[Any], landscape: Landscape) -> bool:
    """Whether “Person 1” may be somebody else by now: other persons are in the landscape, or in another order."""
    return any(str(id_).startswith("person-") for id_ in ids) and persons not in (None, check_sum(landscape))
