"""Records by which answers and mergings are taken back, without some actors."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from actor_graph.forgetting.files import Edited
from actor_graph.forgetting.removal import NAMING, without_names
from actor_graph.forgetting.standing import in_lines
from actor_graph.forgetting.subject import Subject
from actor_graph.landscape import Landscape
from actor_graph.writing.undo import SCHEMA as ANSWERS

MERGED = "actor-graph/merged/1"
_LISTS = ("ties", "contacts", "events")
Entry = dict[str, Any]


def records_without(landscape: Landscape, place: Path, gone: Sequence[Subject]) -> list[Edited]:
    """The records that stand beside a landscape and are about it, as they will be; those of other names are left alone.

    An entry about one of these actors goes, also about one that was united with it. Rows of ties are counted anew, as
    they stand without theirs. A record of another shape is left as it is.
    """
    path = place.resolve()
    beside = [path.with_name(f"{path.name}-undo.json"), path.with_name(f"{path.stem}.merged.json")]
    return [edited for file in beside if file.is_file() if (edited := _without(landscape, file, gone)) is not None]


def _without(landscape: Landscape, file: Path, gone: Sequence[Subject]) -> Edited | None:
    try:
        record = json.loads(file.read_bytes())
        ways = {ANSWERS: _answers, MERGED: _mergings}
        left, n = ways[record["schema"]](record, landscape, gone)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    if left == record:
        return None
    data = (json.dumps(left, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")
    text = data.decode("utf-8")
    return Edited(file, data, {file.name: n}, standing=list(in_lines(file, text, gone)))


def _answers(record: Entry, landscape: Landscape, gone: Sequence[Subject]) -> tuple[Entry, int]:
    ids, places = {one.id for one in gone}, {one.place for one in gone}
    ends = zip(landscape.ties["source"], landscape.ties["target"], strict=True)
    lost = [row for row, pair in enumerate(ends) if places & set(pair)]

    def about_others(entries: Sequence[Entry]) -> list[Entry]:
        others = [e for e in entries if not {e.get("id"), e.get("source"), e.get("target")} & ids]
        return [
            {**e, "row": str(int(e["row"]) - sum(at < int(e["row"]) for at in lost))} if "row" in e else e
            for e in others
        ]

    left = {**record, "changes": about_others(record["changes"])}
    count = len(record["changes"]) - len(left["changes"])
    if added := record.get("added"):
        actors = [id_ for id_ in added["actors"] if id_ not in ids]
        left["added"] = {"actors": actors, "ties": about_others(added["ties"])}
        count += sum(len(added[kind]) - len(left["added"][kind]) for kind in added)
    return left, count


def _mergings(record: Entry, landscape: Landscape, gone: Sequence[Subject]) -> tuple[Entry, int]:
    ids, actors = {one.id for one in gone}, record["actors"]
    ids |= {was for was, kept in actors["united"].items() if kept in ids}
    left = {
        **record,
        "actors": {
            **actors,
            "order": [id_ for id_ in actors["order"] if id_ not in ids],
            "added": [id_ for id_ in actors["added"] if id_ not in ids],
            **{
                side: {id_: _row("actors", row, ids, gone) for id_, row in actors[side].items() if id_ not in ids}
                for side in ("was", "now")
                if side in actors
            },
            "united": {was: kept for was, kept in actors["united"].items() if was not in ids},
            **{key: [id_ for id_ in actors[key] if id_ not in ids] for key in ("followed",) if key in actors},
        },
        **{kind: list(_entries(kind, record[kind], ids, gone)) for kind in _LISTS},
    }
    if record["circles"] is not None:
        left["circles"] = {id_: name for id_, name in record["circles"].items() if id_ not in ids}
    counted = sum(len(record[kind]) - len(left[kind]) for kind in _LISTS)
    return left, counted + len(actors["order"]) - len(left["actors"]["order"])


def _entries(kind: str, entries: Sequence[Entry], ids: Collection[str], gone: Sequence[Subject]) -> Iterator[Entry]:
    """The entries about others, each at the place that it has without those that go."""
    before = 0
    for entry in entries:
        if any(_about(row, ids) for row in (entry["was"], entry["now"]) if row is not None):
            before += 1
            continue
        now = None if entry["now"] is None else _row(kind, entry["now"], ids, gone)
        yield {**entry, "place": entry["place"] - before, "was": _row(kind, entry["was"], ids, gone), "now": now}


def _about(row: Mapping[str, Any], ids: Collection[str]) -> bool:
    return any(row.get(key) in ids for key in ("source", "target", "actor"))


def _row(kind: str, row: Mapping[str, Any], ids: Collection[str], gone: Sequence[Subject]) -> Entry:
    """A row without the names of these among those that it names."""
    edit, said = without_names(gone), dict(row)
    for key in NAMING.get(kind, ()):
        cell = row.get(key)
        if isinstance(cell, list):
            said[key] = [part for part in cell if part not in ids and edit(part) == part]
        elif isinstance(cell, str):
            said[key] = edit(cell) or None
    return said
