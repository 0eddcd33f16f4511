"""What else of an actor's row leaves beside its figures, cleared of contact data and persons' names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from actor_graph.analysis.request import Request
from actor_graph.privacy.persons import Names

RELEASED = ("description", "fields", "needs", "offers", "languages", "countries", "place", "website", "members")
OFFICE = ("survey", "reason", "wish", "staff", "function")
OF_PERSONS = ("fields", "needs", "offers", "survey", "wish")
"""Of a natural person only what does not point to them."""


def about_actors(request: Request, leaving: Names, rows: Sequence[int]) -> list[dict[str, Any]]:
    """For each row the released columns that the landscape has; ``attributes`` holds those named in publish_columns."""
    actors = request.landscape.actors
    keys = [key for key in RELEASED + (OFFICE if request.audience == "office" else ()) if key in actors]
    keys = [key for key in keys if key not in actors.contact]
    extra = _extra(request)
    return [_about(request, leaving, row, keys, extra) for row in rows]


def _extra(request: Request) -> list[str]:
    actors = request.landscape.actors
    wanted = set(request.landscape.meta.get("publish_columns") or ())
    named = [key for key in actors.extra if key in wanted or actors.headings.get(key, key) in wanted]
    contacts = list(actors.contact) if request.with_contacts else []
    return [key for key in dict.fromkeys(named + contacts) if request.with_contacts or key not in actors.contact]


def _about(request: Request, leaving: Names, row: int, keys: list[str], extra: list[str]) -> dict[str, Any]:
    actors = request.landscape.actors
    person = bool(actors["person"][row])
    told = {key: _cleared(actors[key][row], leaving) for key in keys if not person or key in OF_PERSONS}
    attributes = {} if person else {actors.headings.get(key, key): _cleared(actors[key][row], leaving) for key in extra}
    several = {"types": list(actors["type"][row])} if len(actors["type"][row]) > 1 else {}
    return {
        **several,
        **{k: v for k, v in told.items() if v not in (None, [])},
        **({"attributes": attributes} if extra else {}),
    }


def _cleared(cell: Any, leaving: Names) -> Any:
    if isinstance(cell, tuple):
        return [leaving.text(text) for text in cell]
    return leaving.text(cell) if isinstance(cell, str) else cell
