"""Whom an invitation names: the file that a list of invited was written to."""

from __future__ import annotations

from pathlib import Path

from actor_graph.documents.json_file import load_json
from actor_graph.problems import Problems
from actor_graph.words import Language

SCHEMA = "actor-graph/invitation/1"


def invited_in(path: Path, language: Language) -> tuple[str, ...]:
    """The ids of those whom an invitation names, in its order.

    Raises
    ------
    LandscapeError
        The file can't be read, or is no invitation: no JSON of the schema ``actor-graph/invitation/1`` with a list
        ``invited`` of actors that have an ``id``.
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
        if all(isinstance(id_, str) for id_ in ids) and ids:
            return tuple(map(str, ids))
        problems.error("whatif.no_invited", file=path.name)
    problems.stop_if_errors(language)
    return ()
