"""What a merging changed, from the file that stands beside a merged landscape."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from actor_graph.documents import load_json
from actor_graph.landscape import YES_NO_COLUMNS
from actor_graph.matching.undoing import SCHEMA, Record
from actor_graph.problems import Problems

_TRUE = {"true": True, "false": False}


def read_record(path: Path, problems: Problems) -> Record:
    """The record as ``matching.undoing.record`` made it; a file that is none is an error."""
    content: Any = load_json(path, problems)
    if problems.errors:
        return {}
    try:
        if content["schema"] != SCHEMA:
            raise ValueError
        actors = content["actors"]
        taken: Record = {
            "actors": {
                "order": list(actors["order"]), "added": list(actors["added"]),
                "was": {id_: _row(row) for id_, row in actors["was"].items()}, "united": dict(actors["united"]),
                "followed": list(actors["followed"]),
                "now": {id_: _row(row) for id_, row in actors.get("now", {}).items()},
            },
            "tables": {kind: _made_up(content["tables"][kind]) for kind in ("actors", "ties", "contacts", "events")},
            "circles": None if content["circles"] is None else dict(content["circles"]),
        }  # fmt: skip
        for kind in ("ties", "contacts", "events"):
            taken[kind] = [_entry(entry) for entry in content[kind]]
    except (KeyError, TypeError, ValueError, AttributeError):
        problems.error("matching.no_record", file=path.name)
        return {}
    return taken


def _made_up(table: Any) -> dict[str, Any] | None:
    return None if table is None else {"columns": list(table["columns"]), "headings": dict(table["headings"])}


def _entry(entry: Any) -> dict[str, Any]:
    now = entry["now"]
    return {"place": int(entry["place"]), "was": _row(entry["was"]), "now": None if now is None else _row(now)}


def _row(row: Mapping[str, Any]) -> dict[str, Any]:
    """The cells of a row; the reader of JSON leaves numbers and truth values as text."""
    return {key: _cell(key, cell) for key, cell in row.items()}


def _cell(key: str, cell: Any) -> Any:
    if key in YES_NO_COLUMNS and isinstance(cell, str):
        return _TRUE.get(cell, cell)
    return float(cell) if key == "weight" and isinstance(cell, str) else cell
