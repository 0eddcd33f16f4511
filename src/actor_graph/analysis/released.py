"""What else of an actor's row leaves beside its figures. The landscape it is taken from has been cleared before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from actor_graph.landscape import Landscape
from actor_graph.privacy.audience import Audience

RELEASED = ("description", "fields", "needs", "offers", "languages", "countries", "place", "website", "members")
OFFICE = ("survey", "reason", "wish", "staff", "function")


def about_actors(landscape: Landscape, audience: Audience, rows: Sequence[int]) -> list[dict[str, Any]]:
    """For each row the released columns that the landscape has; ``attributes`` holds those named in publish_columns."""
    actors = landscape.actors
    keys = [key for key in RELEASED + (OFFICE if audience == "office" else ()) if key in actors]
    extra = released_extra(landscape)
    return [_about(landscape, row, keys, extra) for row in rows]


def released_extra(landscape: Landscape) -> list[str]:
    """Further columns that leave: those named in publish_columns, and contact columns where they were asked for."""
    actors = landscape.actors
    wanted = set(landscape.meta.get("publish_columns") or ())
    named = [key for key in actors.extra if key in wanted or actors.headings.get(key, key) in wanted]
    return list(dict.fromkeys([*named, *actors.contact]))


def _about(landscape: Landscape, row: int, keys: list[str], extra: list[str]) -> dict[str, Any]:
    actors = landscape.actors
    told = {key: actors[key][row] for key in keys}
    several = {"types": list(actors["type"][row])} if len(actors["type"][row]) > 1 else {}
    attributes = {actors.headings.get(key, key): actors[key][row] for key in extra if actors[key][row] is not None}
    listed = {key: list(cell) if isinstance(cell, tuple) else cell for key, cell in told.items()}
    filled = {key: cell for key, cell in listed.items() if cell not in (None, [])}
    return {**several, **filled, **({"attributes": attributes} if extra else {})}
