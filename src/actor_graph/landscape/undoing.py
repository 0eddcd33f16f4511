"""What a landscape was before something changed it, written down so that it can be taken back after later edits, too.

A record holds no copy: of actors that stay themselves the cells that became others, of actors that were united or taken
in and of ties and rows of the log, the events and tandems the rows, as they were (``was``) and as they became
(``now``). Taken back is what is still as it became; what somebody changed since stays as it is now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from actor_graph.landscape import Landscape, Table
from actor_graph.landscape.change import Change
from actor_graph.landscape.rows import ENDS, Row, Said, by_id, differing, is_filled, placed, rows_of, said, table_of
from actor_graph.landscape.spellings import column
from actor_graph.landscape.table import POINTING
from actor_graph.vocabulary.aliases import Kind
from actor_graph.words import LANGUAGES

SCHEMA, VERSION = "actor-graph/undo", 1
KINDS: tuple[Kind, ...] = ("actors", "ties", "contacts", "events", "tandems")
Record = dict[str, Any]
_NAMED = tuple(dict.fromkeys(key for keys in POINTING.values() for key in keys))
_POINTING = {*ENDS, *_NAMED, "reported_by"}
"""Columns that name actors by their id."""


@dataclass(frozen=True)
class Undone:
    """A landscape as it was before.

    ``changes`` are the cells that were put back, their rows those of ``landscape``; ``apart`` the ids of actors that
    are entries of their own again; ``out`` counts the actors and ties that were taken out. ``kept`` are the columns
    that somebody changed since, by the id of the actor, ``stayed`` the actors that were taken in and about which more
    is known now, ``lost`` counts other rows that were changed since: all these are as they are now. ``found``:
    something was still as the record says.
    """

    landscape: Landscape
    changes: tuple[Change, ...]
    apart: tuple[str, ...]
    out: int
    kept: Mapping[str, tuple[str, ...]]
    stayed: tuple[str, ...]
    lost: int
    found: bool


def record(before: Landscape, after: Landscape, united: Mapping[str, str] | None = None) -> Record:
    """What was, wherever ``after`` says something else. ``united``: for each id that went, the one it is part of now.

    Ends of ties are ids here. Cells are as in a table, lists for tuples, so that the record can be written as JSON.
    """
    kept = dict(united or {})
    old, new = by_id(before.actors), by_id(after.actors)
    was: dict[str, Row] = {}
    now: dict[str, Row] = {id_: row for id_, row in new.items() if id_ not in old}
    for id_, row in old.items():
        then, whole = new.get(id_), id_ in kept or id_ in kept.values()
        if keys := differing(row, then or {}):
            was[id_] = row if whole else {key: row.get(key) for key in keys}
            if then is not None:
                now[id_] = then if whole else {key: then.get(key) for key in keys}
    circles, since = (side.meta.get("circles") or {} for side in (before, after))
    return {
        "schema": f"{SCHEMA}/{VERSION}",
        "actors": {"order": list(old), "added": [id_ for id_ in new if id_ not in old], "united": kept,
                   "was": was, "now": now, "followed": [id_ for id_ in old if id_ in before.actors.followed]},
        **{kind: _changed(before, after, kind) for kind in KINDS[1:]},
        "circles": {id_: name for id_, name in circles.items() if since.get(id_) != name or id_ in kept.values()},
        "tables": {kind: None if (table := getattr(before, kind)) is None
                   else {"columns": list(table.columns), "headings": dict(table.headings)} for kind in KINDS},
    }  # fmt: skip


def fits(landscape: Landscape, taken: Record) -> bool:
    """Whether the landscape has the actors that the record tells of, and none that became part of others by it."""
    ids, actors = set(landscape.actors["id"]), taken["actors"]
    return ids >= {*actors["united"].values(), *actors["added"], *actors["now"]} and not ids & actors["united"].keys()


def undone(landscape: Landscape, taken: Record) -> Undone:
    """The landscape with everything as it was that the record tells of and that nobody changed since.

    Rows that came since stay. A row of ties, log or events is looked for by what it became, at its place first; one
    that stayed between its actors may have been edited in other cells.
    """
    ties, lost = _restored(rows_of(landscape, "ties"), taken["ties"])
    logs = {kind: _restored(rows_of(landscape, kind), taken[kind]) for kind in KINDS[2:]}
    tied = {row.cells[end] for row in ties for end in ENDS}
    tied |= {row.cells[key] for kind, (rows, _) in logs.items() for row in rows for key in POINTING[kind]}
    stayed = tuple(_stayed(landscape.actors, taken["actors"], tied))
    actors = _actors(landscape.actors, taken, set(stayed))
    places = {id_: row for row, id_ in enumerate(actors["id"])}
    whole = [row for row in ties if all(row.cells[end] in places for end in ENDS)]
    meta = dict(landscape.meta)
    if circles := _circles(landscape, taken, places):
        meta["circles"] = circles
    tables: dict[str, Any] = {
        "actors": actors,
        "ties": table_of(landscape.ties, [placed(r.cells, places) for r in whole]),
    }
    for kind, (rows, _) in logs.items():
        table = getattr(landscape, kind)
        tables[kind] = None if table is None else table_of(table, [row.cells for row in rows])
    tables = {kind: _as_before(table, taken["tables"][kind]) for kind, table in tables.items()}
    result = replace(landscape, meta=meta, warnings=(), **tables)
    changes = (*_cells_back(landscape, result, taken["actors"]), *_ties_back(landscape, result, whole))
    apart = tuple(id_ for id_ in taken["actors"]["united"] if id_ in places)
    out = len(landscape.actors) + len(apart) - len(result.actors)
    out += sum(entry["was"] is None for entry in taken["ties"]) - sum(entry["was"] is None for entry in lost)
    missed = len(lost) + sum(len(entries) for _, entries in logs.values()) + len(ties) - len(whole)
    told = sum(len(taken[kind]) for kind in KINDS[1:])
    return Undone(result, changes, apart, out, later(landscape.actors, taken["actors"]), stayed, missed,
                  bool(changes or apart or out or told > missed))  # fmt: skip


def later(table: Table, taken: Record) -> dict[str, tuple[str, ...]]:
    """The columns that somebody changed since, by the id of the actor: these keep what they hold now.

    Of united actors columns that came with the uniting, such as that for conflicts, are not among them; nor is a survey
    word that follows from the log. Where somebody changed a name, its earlier ones stay noted, too.
    """
    found: dict[str, tuple[str, ...]] = {}
    noted = {column(table, language) for language in LANGUAGES}
    for id_, row in by_id(table).items():
        was, then = taken["was"].get(id_), taken["now"].get(id_)
        if was is None or then is None:
            continue
        if id_ in taken["united"].values():
            keys = {key for key in differing(row, then) if key in was or key not in then}
        else:
            keys = {key for key in then if differing(row, then, [key]) and differing(row, was, [key])}
            keys |= {key for key in noted if key in then and "name" in keys}
        keys -= {"survey"} if id_ in table.followed else set()
        if keys:
            found[id_] = tuple(key for key in (*row, *then) if key in keys)
    return {id_: tuple(dict.fromkeys(keys)) for id_, keys in found.items()}


def _changed(before: Landscape, after: Landscape, kind: str) -> list[Record]:
    """The rows that became others, went (``now`` is None) or came (``was`` is None), by their places in ``before``.

    Rows keep their order and the number of their row in the file, new ones come last.
    """
    was, now = rows_of(before, kind), rows_of(after, kind)
    numbers = [() if (table := getattr(side, kind)) is None else table.rows for side in (before, after)]
    found, at = [], 0
    for place, number in enumerate(numbers[0]):
        then = now[at] if at < len(now) and numbers[1][at] == number else None
        at += then is not None
        if then is None or differing(was[place], then):
            found.append({"place": place, "was": was[place], "now": then})
    return found + [{"place": len(was) + n, "was": None, "now": row} for n, row in enumerate(now[at:])]


@dataclass
class _Found:
    """A row, and the entry of the record by which it was put back, if it is one of an actor or tie that stayed."""

    cells: Row
    at: int | None = None
    keys: tuple[str, ...] = ()


def _restored(rows: Sequence[Row], changed: Sequence[Record]) -> tuple[list[_Found], list[Record]]:
    """The rows with each changed one as it was, the dropped ones put back, and the entries that were not found."""
    dropped = [entry for entry in changed if entry["now"] is None]
    used: dict[int, Record] = {}
    lost = []
    alike: dict[Said, set[int]] = {}
    for place, row in enumerate(rows):
        alike.setdefault(said(row), set()).add(place)
    for entry in changed:
        if entry["now"] is not None:
            at = entry["place"] - sum(gone["place"] < entry["place"] for gone in dropped)
            free = alike.get(said(entry["now"]), set()) or _edited(rows, at, entry, used)
            if free:
                found = min(free, key=lambda place: (abs(place - at), place))
                used[found] = entry
                alike[said(rows[found])].discard(found)
            else:
                lost.append(entry)
    left = []
    for place, row in enumerate(rows):
        entry = used.get(place, {"was": row, "now": row})
        if entry["was"] is not None:
            back = [k for k in differing(entry["was"], entry["now"]) if not differing(row, entry["now"], [k])]
            told = () if _moved(entry) else tuple(key for key in back if key not in _POINTING)
            left.append(_Found({**row, **{key: entry["was"].get(key) for key in back}}, place, told))
    for entry in dropped:
        left.insert(entry["place"], _Found(entry["was"]))
    return left, lost


def _edited(rows: Sequence[Row], at: int, entry: Record, used: Mapping[int, Record]) -> set[int]:
    """The place of an entry, if its row is there still and was edited in other cells."""
    if not 0 <= at < len(rows) or at in used or entry["was"] is None or _moved(entry):
        return set()
    keys = [*ENDS, *differing(entry["was"], entry["now"])]
    return set() if differing(rows[at], entry["now"], keys) else {at}


def _moved(entry: Record) -> bool:
    """Whether a row became one of other actors."""
    return bool(differing(entry["was"], entry["now"], [*ENDS, *_NAMED]))


def _stayed(table: Table, taken: Record, tied: set[str]) -> Iterator[str]:
    """The actors that were taken in and have ties or calls of others now, or of which somebody wrote something."""
    rows = by_id(table)
    for id_ in taken["added"]:
        if id_ in tied or differing(rows[id_], taken["now"].get(id_, {})):
            yield id_


def _actors(table: Table, record: Record, stayed: set[str]) -> Table:
    """The actors in their old order, behind them those that came since."""
    rows, taken = by_id(table), record["actors"]
    since, united = later(table, taken), {*taken["united"], *taken["united"].values()}
    brought = dict.fromkeys(key for key in table.columns if key not in record["tables"]["actors"]["columns"])
    for id_, was in taken["was"].items():
        row = rows.get(id_, {})
        kept = {key: row.get(key) for key in since.get(id_, ())}
        rows[id_] = {**row, **(brought if id_ in united else {}), **was, **kept, "id": id_}
    gone = {*taken["order"], *taken["added"]} - stayed
    order = [*(id_ for id_ in taken["order"] if id_ in rows), *(id_ for id_ in rows if id_ not in gone)]
    touched = {id_ for id_ in united if "survey" not in since.get(id_, ())}
    followed = (table.followed - touched) | (touched & set(taken["followed"]))
    return replace(table_of(table, [rows[id_] for id_ in order]), followed=frozenset(followed))


def _circles(landscape: Landscape, taken: Record, places: Mapping[str, int]) -> dict[str, str]:
    """The names of circles, those of united actors as they were; none of an actor that was taken out."""
    united, ids = set(taken["actors"]["united"].values()), set(landscape.actors["id"])
    since = {id_: name for id_, name in (landscape.meta.get("circles") or {}).items() if id_ not in united}
    return {id_: name for id_, name in (since | taken["circles"]).items() if id_ in places or id_ not in ids}


def _as_before(table: Table | None, was: Record | None) -> Table | None:
    """The table as it was made up: columns in their order, under their headings, without empty ones that came since.

    It is none where there was none and no row came since.
    """
    if table is None or was is None:
        return table or None
    new = [key for key in table.columns if key not in was["columns"] and any(map(is_filled, table[key]))]
    columns = {key: table[key] for key in (*was["columns"], *new)}
    since = {key: table.headings[key] for key in new if key in table.headings}
    extra, contact = (tuple(key for key in keys if key in columns) for keys in (table.extra, table.contact))
    return replace(table, columns=columns, headings={**was["headings"], **since}, extra=extra, contact=contact)


def _cells_back(now: Landscape, then: Landscape, taken: Record) -> Iterator[Change]:
    """The cells of actors that stayed themselves and hold again what they held; not what was noted of a name."""
    noted = column(now.actors, now.language)
    old, new = ({id_: row for row, id_ in enumerate(side.actors["id"])} for side in (now, then))
    for id_ in taken["order"]:
        if id_ in old and id_ in new and id_ not in taken["united"].values():
            for key in taken["was"].get(id_, ()):
                before, after = now.actors[key][old[id_]], then.actors[key][new[id_]]
                if before != after and key != noted:
                    yield Change("actors", new[id_], key, before, after)


def _ties_back(now: Landscape, then: Landscape, rows: Sequence[_Found]) -> Iterator[Change]:
    """The cells of ties between the same two actors that hold again what they held."""
    for row, found in enumerate(rows):
        if found.at is not None:
            for key in found.keys:
                yield Change("ties", row, key, now.ties[key][found.at], then.ties[key][row])
