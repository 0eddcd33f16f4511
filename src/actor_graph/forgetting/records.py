"""The record by which a working copy is taken back, without some actors."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from unicodedata import normalize

from actor_graph.forgetting.files import Edited
from actor_graph.forgetting.removal import NAMING, without_names
from actor_graph.forgetting.said import all_masked, columns_of_texts
from actor_graph.forgetting.standing import in_lines
from actor_graph.forgetting.subject import Subject
from actor_graph.landscape import Landscape
from actor_graph.landscape.rows import rows_of
from actor_graph.landscape.undoing import KINDS, SCHEMA, VERSION
from actor_graph.writing.undo import undo_path, undo_text

Entry = dict[str, Any]


def records_without(landscape: Landscape, place: Path, gone: Sequence[Subject]) -> list[Edited]:
    """The record that stands beside a landscape and is about it, as it will be; those of other names are left alone.

    What is about one of these actors goes, also about one that was united with it. Rows are counted anew, as they stand
    without theirs. A record of another shape is left as it is.
    """
    file = undo_path(place.resolve())
    try:
        record = json.loads(file.read_bytes())
        if record["schema"] != f"{SCHEMA}/{VERSION}":
            return []
        left, n = _without(record, landscape, gone)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return []
    if left == record:
        return []
    data = undo_text(left)
    return [Edited(file, data, {file.name: n}, standing=list(in_lines(file, data.decode("utf-8"), gone)))]


def _without(record: Entry, landscape: Landscape, gone: Sequence[Subject]) -> tuple[Entry, int]:
    actors = record["actors"]
    ids = {one.id for one in gone}
    ids |= {was for was, kept in actors["united"].items() if kept in ids}
    gone = [_with_united(one, actors, landscape) for one in gone]
    kinds: list[str] = [kind for kind in KINDS[1:] if kind in record]  # earlier ones had no tandems
    left = {
        **record,
        "actors": {
            **{key: [id_ for id_ in actors[key] if id_ not in ids] for key in ("order", "added", "followed")},
            **{side: {id_: _row("actors", row, ids, gone, landscape)
                      for id_, row in actors[side].items() if id_ not in ids}
               for side in ("was", "now")},
            "united": {was: kept for was, kept in actors["united"].items() if was not in ids},
        },
        **{kind: list(_entries(kind, record[kind], landscape, ids, gone)) for kind in kinds},
        "circles": {id_: name for id_, name in record["circles"].items() if id_ not in ids},
    }  # fmt: skip
    counted = sum(len(record[kind]) - len(left[kind]) for kind in kinds)
    return left, counted + len(actors["order"]) - len(left["actors"]["order"])


def _with_united(one: Subject, actors: Entry, landscape: Landscape) -> Subject:
    """The actor with the ids and names of the entries that became part of it, but for the names of others."""
    ids = [was for was, kept in actors["united"].items() if kept == one.id]
    names = {normalize("NFC", actors["was"][id_]["name"].strip()) for id_ in ids}
    return replace(one, exact=one.exact | set(ids) | names - set(landscape.actors["name"]))


def _entries(
    kind: str, entries: Sequence[Entry], landscape: Landscape, ids: Collection[str], gone: Sequence[Subject]
) -> Iterator[Entry]:
    """The entries about others, each at the place that it has without the rows of the landscape that go."""
    dropped = sorted(entry["place"] for entry in entries if entry["now"] is None)
    out = {_before(at, dropped) for at, row in enumerate(rows_of(landscape, kind)) if _about(row, ids)}
    kept = []
    for entry in entries:
        if any(_about(row, ids) for row in (entry["was"], entry["now"]) if row is not None):
            out.add(entry["place"])
        else:
            kept.append(entry)
    for entry in kept:
        sides = {side: entry[side] and _row(kind, entry[side], ids, gone, landscape) for side in ("was", "now")}
        yield {"place": entry["place"] - sum(place < entry["place"] for place in out), **sides}


def _before(at: int, dropped: Sequence[int]) -> int:
    """The place that a row had when those that were dropped still stood there."""
    for place in dropped:
        at += place <= at
    return at


def _about(row: Mapping[str, Any], ids: Collection[str]) -> bool:
    return any(row.get(key) in ids for key in ("source", "target", "actor", "a", "b"))


def _row(
    kind: str, row: Mapping[str, Any], ids: Collection[str], gone: Sequence[Subject], landscape: Landscape
) -> Entry:
    """A row without the names of these among those that it names, its texts as the tables have them."""
    edit, said = without_names(gone), dict(row)
    for key in NAMING.get(kind, ()):
        cell = row.get(key)
        if isinstance(cell, list):
            said[key] = [part for part in cell if part not in ids and edit(part) == part]
        elif isinstance(cell, str):
            said[key] = edit(cell) or None
    texts = columns_of_texts(kind, getattr(landscape, kind), said)
    return said | {key: all_masked(said[key], [one.said for one in gone]) for key in texts}
