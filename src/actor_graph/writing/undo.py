"""The file with which answers that were taken in can be taken back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from actor_graph import __version__
from actor_graph.landscape import Landscape
from actor_graph.survey.feedback import Change

SCHEMA = "actor-graph/feedback-undo/1"


def undo_name(output: Path) -> str:
    """What the file beside an output is called: ``city.xlsx-undo.json`` for ``city.xlsx``."""
    return f"{output.name}-undo.json"


def undo_record(landscape: Landscape, made: Sequence[Change]) -> bytes:
    """What was there before these changes: each cell with what it was and became, and the headings of both tables.

    Actors go by their id, ties by their row and the ids of their ends; texts, lists and null are as in the tables, yes
    and no are words. It holds names as the working copy does.
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
    record = {"schema": SCHEMA, "version": __version__, "headings": headings, "changes": told}
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _plain(value: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return list(value) if isinstance(value, tuple) else value
