"""What else of an actor's row leaves beside its figures. The landscape it is taken from has been cleared before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from actor_graph.landscape import Landscape
from actor_graph.privacy.audience import Audience
from actor_graph.privacy.released import RELEASED, further
from actor_graph.privacy.sensitive import delicate, without_few

__all__ = ["OFFICE", "RELEASED", "about_actors", "released_extra"]

OFFICE = ("survey", "reason", "wish", "staff", "function", "objected")


def about_actors(
    landscape: Landscape, audience: Audience, rows: Sequence[int], included: Sequence[int], *, sensitive: bool
) -> list[dict[str, Any]]:
    """For each row the released columns that the landscape has; ``attributes`` holds those named in publish_columns.

    A sensitive column is among them only if ``sensitive`` was asked for, and then without the values of natural persons
    and those that fewer than three of the ``included`` have.
    """
    keys = [key for key in RELEASED + (OFFICE if audience == "office" else ()) if key in landscape.actors]
    extra = released_extra(landscape)
    cells = {
        key: _cells(landscape, key, included) for key in (*keys, *extra) if sensitive or not delicate(landscape, key)
    }
    keys, extra = ([key for key in part if key in cells] for part in (keys, extra))
    return [_about(landscape, row, cells, keys, extra) for row in rows]


def _cells(landscape: Landscape, key: str, included: Sequence[int]) -> dict[int, Any]:
    """The cells of the included actors by row, of a sensitive column those that may be seen."""
    actors = landscape.actors
    cells = [actors[key][row] for row in included]
    if delicate(landscape, key):
        cells = without_few(cells, [actors["person"][row] for row in included])
    return dict(zip(included, cells, strict=True))


def released_extra(landscape: Landscape) -> list[str]:
    """Further columns that leave: those named in publish_columns, and contact columns where they were asked for."""
    return [*further(landscape), *landscape.actors.contact]


def _about(
    landscape: Landscape, row: int, cells: Mapping[str, Mapping[int, Any]], keys: list[str], extra: list[str]
) -> dict[str, Any]:
    actors = landscape.actors
    told = {key: cells[key][row] for key in keys}
    several = {"types": list(actors["type"][row])} if len(actors["type"][row]) > 1 else {}
    attributes = {actors.headings.get(key, key): cells[key][row] for key in extra if cells[key][row] is not None}
    listed = {key: list(cell) if isinstance(cell, tuple) else cell for key, cell in told.items()}
    filled = {key: cell for key, cell in listed.items() if cell not in (None, [])}
    return {**several, **filled, **({"attributes": attributes} if extra else {})}
