"""The file that takes a working copy back to what was before it, read beside the landscape that it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from math import inf
from pathlib import Path
from typing import Any

from actor_graph.documents import CELL, load_json
from actor_graph.landscape import LIST_COLUMNS, Landscape
from actor_graph.landscape.rows import ENDS, Row
from actor_graph.landscape.table import POINTING
from actor_graph.landscape.undoing import KINDS, SCHEMA, VERSION, Record, fits
from actor_graph.problems import Problems
from actor_graph.reading.tables.values import Wrong, conversion
from actor_graph.vocabulary.aliases import Kind
from actor_graph.vocabulary.headings import key_of

_NAMED = {"actors": ("id", "name"), "ties": ENDS, **POINTING}
"""What each row of a table has to say: whom it is about."""


def read_undo(path: Path, landscape: Landscape, problems: Problems) -> Record:
    """The record as ``landscape.undoing.record`` made it; empty where there are errors, which are noted.

    Errors are a file that is damaged or none of these, one of a version that is yet to come, and one about actors that
    the landscape has not. Damaged is one with ids that are there twice, or cells that no table could hold: what it
    puts back has to be read again.
    """
    if not path.is_file():
        problems.error("reading.missing", file=str(path))
        return {}
    content: Any = load_json(path, problems)
    if problems.errors:
        return {}
    schema = str(content.get("schema")) if isinstance(content, Mapping) else ""
    known = re.fullmatch(rf"{re.escape(SCHEMA)}/(\d{{1,9}})", schema)
    if known and int(known[1]) > VERSION:
        problems.error("undoing.newer", file=path.name)
        return {}
    try:
        taken = _record(content if known else None, landscape)
    except (KeyError, TypeError, ValueError, AttributeError, Wrong):
        problems.error("undoing.no_record", file=path.name)
        return {}
    if not fits(landscape, taken):
        problems.error("undoing.other", file=path.name)
        return {}
    return taken


def _record(content: Any, landscape: Landscape) -> Record:
    """The record; a ``TypeError`` or one of its kin where it is none."""
    actors = content["actors"]
    united = _dict(actors["united"], _text)
    whole = {*united, *united.values()}
    taken: Record = {
        "actors": {
            **{key: _list(actors[key], _text) for key in ("order", "added", "followed")},
            "united": united,
            **{side: {id_: _row(landscape, "actors", _NAMED["actors"] if id_ in whole else (), row)
                      for id_, row in actors[side].items()} for side in ("was", "now")},
        },
        **{kind: _list(content.get(kind, []), partial(_entry, landscape, kind)) for kind in KINDS[1:]},
        "circles": _dict(content["circles"], _text),
        "tables": {kind: _made_up(kind, content["tables"].get(kind)) for kind in KINDS},
    }  # fmt: skip
    if not united.keys() <= taken["actors"]["was"].keys() <= set(taken["actors"]["order"]):
        raise ValueError
    ids = [*taken["actors"]["order"], *taken["actors"]["added"]]
    if len(ids) > len(set(ids)):
        raise ValueError
    return taken


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _list(value: Any, part: Callable[[Any], Any]) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError
    return [part(one) for one in value]


def _dict(value: Any, part: Callable[[Any], Any]) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise TypeError
    return {key: part(one) for key, one in value.items()}


def _made_up(kind: Kind, table: Any) -> dict[str, Any] | None:
    if table is None and kind in POINTING:
        return None
    columns = _list(table["columns"], _text)
    headings = _dict(table["headings"], _text)
    known = [key for key in columns if key_of(kind, key) == key]
    if not set(_NAMED[kind]) <= set(columns) or any(key_of(kind, headings.get(key, key)) != key for key in known):
        raise ValueError
    return {"columns": columns, "headings": headings}


def _entry(landscape: Landscape, kind: Kind, entry: Any) -> dict[str, Any]:
    rows = {
        side: None if entry[side] is None else _row(landscape, kind, _NAMED[kind], entry[side])
        for side in ("was", "now")
    }
    if not any(rows.values()):
        raise ValueError
    return {"place": int(entry["place"]), **rows}


def _row(landscape: Landscape, kind: Kind, named: Sequence[str], row: Any) -> Row:
    """The cells of a row, which has those that are ``named``."""
    table = getattr(landscape, kind)
    own = table.extra if table else ()
    read = {key: _cell(landscape, kind, key, key in own, cell) for key, cell in row.items()}
    if not all(_text(read[key]).strip() for key in named):
        raise ValueError
    return read


def _cell(landscape: Landscape, kind: Kind, key: str, own: bool, cell: Any) -> Any:
    """A cell, understood as in a table unless the column is people's ``own``; the reader of JSON leaves all as text."""
    if cell is None:
        return None
    if key in LIST_COLUMNS and not own:
        return _list(cell, _text)
    text = _text(cell)
    if len(text) > CELL:
        raise ValueError
    if own or key_of(kind, key) != key or not text:
        return text
    if key == "weight":
        return _weight(float(text))
    return conversion(key, (), landscape.scheme, landscape.language)(text)


def _weight(value: float) -> float:
    if not 0 < value < inf:
        raise ValueError
    return value
