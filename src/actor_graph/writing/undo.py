"""The file with which answers that were taken in can be taken back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from actor_graph import __version__
from actor_graph.landscape import Landscape
from actor_graph.survey.feedback import Change
from actor_graph.survey.growth import NOTHING, Growth

SCHEMA = "actor-graph/feedback-undo/1"


def undo_name(output: Path) -> str:
    """What the file beside an output is called: ``city.xlsx-undo.json`` for ``city.xlsx``."""
    return f"{output.name}-undo.json"


def undo_record(landscape: Landscape, made: Sequence[Change], added: Growth = NOTHING) -> bytes:
    """What was there before these changes: each cell with what it was and became, and the headings of both tables.

    Actors go by their id, ties by their row and the ids of their ends; texts, lists and null are as in the tables, yes
    and no are words. ``added`` has the actors and ties that came behind those. It holds names as the working copy does.
    """
    ids, ties = landscape.actors["id"], landscape.ties
    told = [
        {
            "table": change.table,
            **(
                {"id": ids[change.row]}
                if change.table == "actors"
                else {
                    "row": str(change.row),
                    "source": ids[ties["source"][change.row]],
                    "target": ids[ties["target"][change.row]],
                }
            ),
            "key": change.key,
            "before": _plain(change.before),
            "after": _plain(change.after),
        }
        for change in made
    ]
    headings = {"actors": dict(landscape.actors.headings), "ties": dict(ties.headings)}
    record: dict[str, Any] = {"schema": SCHEMA, "version": __version__, "headings": headings, "changes": told}
    if added:
        record["added"] = {"actors": list(added.actors), "ties": _ties(landscape, added)}
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _ties(landscape: Landscape, added: Growth) -> list[dict[str, Any]]:
    """The rows of ties that are new, ends and reporters by their ids."""
    ids = [*landscape.actors["id"], *added.actors]
    return [
        {
            **{key: _plain(cell) for key, cell in tie.items()},
            "row": str(row),
            "source": ids[tie["source"]],
            "target": ids[tie["target"]],
            "reported_by": [ids[place] for place in tie["reported_by"]],
        }
        for row, tie in enumerate(added.ties, start=len(landscape.ties))
    ]


def _plain(value: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return list(value) if isinstance(value, tuple) else value
