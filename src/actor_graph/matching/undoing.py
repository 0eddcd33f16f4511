"""What a merging changed, written down so that it can be taken back, even when other things were edited since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from actor_graph.landscape import LIST_COLUMNS, Landscape, Table
from actor_graph.matching.mentions import doubles

SCHEMA = "actor-graph/merged/1"
Row = dict[str, Any]
Record = dict[str, Any]
_PLACES = ("source", "target")


def record(before: Landscape, after: Landscape, kept: Mapping[str, str]) -> Record:
    """What was, wherever ``after`` says something else: whole rows, with the places that they had; of actors that stay
    as they are but for a name, its cell.

    Ends of ties are ids here. Cells are as in a table, lists for tuples, so that the record can be written as JSON.
    """
    was, now = _by_id(before), _by_id(after)
    united = {*kept, *kept.values()}
    changed = {
        id_: row if id_ in united or id_ not in now else _differing(row, now[id_])
        for id_, row in was.items()
        if _filled(now.get(id_)) != _filled(row)
    }
    return {
        "schema": SCHEMA,
        "language": before.language,
        "actors": {"order": list(was), "was": changed, "added": [id_ for id_ in now if id_ not in was],
                   "united": dict(kept),
                   "followed": [id_ for id_ in was if id_ in before.actors.followed],
                   "now": {id_: now[id_] for id_ in changed if id_ in now}},
        "ties": _changed(rows_of(before.ties, before.actors), _expected(before, kept)),
        "contacts": _changed(*_pointed(before.contacts, kept)),
        "events": _changed(*_came(before.events, kept)),
        "circles": dict(before.meta["circles"]) if before.meta.get("circles") else None,
        "tables": {kind: None if table is None else {"columns": list(table.columns), "headings": dict(table.headings)}
                   for kind, table in _tables(before).items()},
    }  # fmt: skip


def _tables(landscape: Landscape) -> dict[str, Table | None]:
    return {kind: getattr(landscape, kind) for kind in ("actors", "ties", "contacts", "events")}


def undone(landscape: Landscape, taken: Record) -> tuple[Landscape, int]:
    """The landscape with everything as it was that the record tells of, and how many of its rows were not found again.

    Rows that came since stay. A tie that was changed since is not found, and stays as it is.
    """
    rows, lost = _restored(rows_of(landscape.ties, landscape.actors), taken["ties"])
    actors = _actors(landscape.actors, taken, {row[end] for row in rows for end in _PLACES})
    places = {id_: row for row, id_ in enumerate(actors["id"])}
    whole = [_placed(row, places) for row in rows if row["source"] in places and row["target"] in places]
    lost += len(rows) - len(whole)
    ties = _table(landscape.ties, whole)
    contacts, gone = _with_actors(landscape.contacts, taken["contacts"])
    events, missed = _with_actors(landscape.events, taken["events"])
    meta = dict(landscape.meta)
    if taken["circles"] is not None:
        since = {
            id_: name for id_, name in meta.get("circles", {}).items() if id_ not in taken["actors"]["united"].values()
        }
        meta["circles"] = {id_: name for id_, name in (since | taken["circles"]).items() if id_ in places}
    new = replace(landscape, actors=actors, ties=ties, meta=meta, warnings=(), contacts=contacts, events=events)
    tables: dict[str, Any] = {kind: _as_before(table, taken["tables"][kind]) for kind, table in _tables(new).items()}
    return replace(new, **tables), lost + gone + missed


def _as_before(table: Table | None, was: Record | None) -> Table | None:
    """The table as it was made up: columns in their order, under their headings, without empty ones that came since.

    It is none where there was none and no row came since.
    """
    if table is None or was is None:
        return table or None
    new = [key for key in table.columns if key not in was["columns"] and any(map(_is_filled, table[key]))]
    columns = {key: table[key] for key in (*was["columns"], *new)}
    since = {key: table.headings[key] for key in new if key in table.headings}
    extra, contact = (tuple(key for key in keys if key in columns) for keys in (table.extra, table.contact))
    return replace(table, columns=columns, headings={**was["headings"], **since}, extra=extra, contact=contact)


def _with_actors(table: Table | None, changed: Sequence[Record]) -> tuple[Table | None, int]:
    if table is None:
        return None, 0
    rows, lost = _restored(rows_of(table), changed)
    return _table(table, rows), lost


def rows_of(table: Table, actors: Table | None = None) -> list[Row]:
    """The rows of a table; with ``actors``, ends of ties and reporters by their ids."""
    rows = [
        dict(zip(table.columns, map(_plain, cells), strict=True)) for cells in zip(*table.columns.values(), strict=True)
    ]
    if actors is not None:
        ids = actors["id"]
        for row in rows:
            row |= {end: ids[row[end]] for end in _PLACES}
            if "reported_by" in row:
                row["reported_by"] = [ids[place] for place in row["reported_by"]]
    return rows


def _plain(cell: Any) -> Any:
    return list(cell) if isinstance(cell, tuple) else cell


def _by_id(landscape: Landscape) -> dict[str, Row]:
    return {row["id"]: row for row in rows_of(landscape.actors)}


def _filled(row: Row | None) -> Row | None:
    return None if row is None else {key: cell for key, cell in row.items() if _is_filled(cell)}


def _is_filled(cell: Any) -> bool:
    return cell not in (None, [], ())


def _differing(was: Row, now: Row) -> Row:
    """The cells of a row that became others; so what is edited later in the other ones stays."""
    return {key: cell for key, cell in was.items() if now.get(key) != cell}


def _expected(before: Landscape, kept: Mapping[str, str]) -> list[Row | None]:
    """What became of each tie; None for those dropped."""
    found: list[Row | None] = []
    for row in rows_of(before.ties, before.actors):
        now = {**row, **{end: kept.get(row[end], row[end]) for end in _PLACES}}
        if "reported_by" in row:
            now["reported_by"] = list(dict.fromkeys(kept.get(id_, id_) for id_ in row["reported_by"]))
        found.append(None if now["source"] == now["target"] and row["source"] != row["target"] else now)
    return found


def _pointed(table: Table | None, kept: Mapping[str, str]) -> tuple[list[Row], list[Row | None]]:
    rows = [] if table is None else rows_of(table)
    return rows, [{**row, "actor": kept.get(row["actor"], row["actor"])} for row in rows]


def _came(events: Table | None, kept: Mapping[str, str]) -> tuple[list[Row], list[Row | None]]:
    """The rows of the events, and what became of each; None for those dropped."""
    rows, now = _pointed(events, kept)
    dropped = set() if events is None else set(doubles(events, kept))
    return rows, [None if place in dropped else row for place, row in enumerate(now)]


def _changed(was: Sequence[Row], now: Sequence[Row | None]) -> list[Record]:
    pairs = enumerate(zip(was, now, strict=True))
    return [{"place": place, "was": row, "now": new} for place, (row, new) in pairs if row != new]


def _restored(rows: list[Row], changed: Sequence[Record]) -> tuple[list[Row], int]:
    """The rows with each changed one as it was: looked for at its place, then anywhere; the dropped ones put back."""
    rows, lost = list(rows), 0
    dropped = [entry for entry in changed if entry["now"] is None]
    gone = [entry["place"] for entry in dropped]
    used: set[int] = set()
    for entry in changed:
        if entry["now"] is None:
            continue
        at = entry["place"] - sum(place < entry["place"] for place in gone)
        near = sorted(range(len(rows)), key=lambda n: abs(n - at)) if not _is(rows, at, entry, used) else [at]
        found = next((n for n in near if _is(rows, n, entry, used)), None)
        if found is None:
            lost += 1
        else:
            rows[found] = {**rows[found], **entry["was"]}
            used.add(found)
    for entry in dropped:
        rows.insert(entry["place"], entry["was"])
    return rows, lost


def _is(rows: Sequence[Row], at: int, entry: Record, used: set[int]) -> bool:
    return 0 <= at < len(rows) and at not in used and _filled(rows[at]) == _filled(entry["now"])


def _actors(table: Table, record: Record, tied: set[str]) -> Table:
    """The actors in their old order, behind them those that came since; one taken in stays if it has ties now."""
    rows, made_up, taken = {row["id"]: row for row in rows_of(table)}, record["tables"]["actors"], record["actors"]
    new = dict.fromkeys(key for key in table.columns if key not in made_up["columns"])
    since_then = later(table, taken)
    old = [{**rows.get(id_, {}), **new, **taken["was"][id_], **since_then.get(id_, {})}
           if id_ in taken["was"] else rows.get(id_)
           for id_ in taken["order"]]  # fmt: skip
    since = [row for id_, row in rows.items() if id_ not in set(taken["order"]) | set(taken["added"]) - tied]
    whole = _table(table, [row for row in [*old, *since] if row is not None])
    touched = {*taken["was"], *taken["united"], *taken["united"].values()}
    followed = (table.followed - touched) | (touched & set(taken["followed"]))
    return replace(whole, followed=frozenset(followed))


def later(table: Table, taken: Record) -> dict[str, Row]:
    """The cells of united actors that somebody changed since the merging, by id: these keep what they hold now.

    Columns that the merging itself brought, such as that for conflicts, are not among them; nor is a survey word that
    follows from the log.
    """
    found: dict[str, Row] = {}
    for row in rows_of(table):
        id_ = row["id"]
        then, was = taken.get("now", {}).get(id_), taken["was"].get(id_, {})
        if then is None:
            continue
        own = [key for key in row if (key in was or key not in then) and (key != "survey" or id_ not in table.followed)]
        cells = {key: row[key] for key in own if _filled({key: row[key]}) != _filled({key: then.get(key)})}
        if cells:
            found[id_] = cells
    return found


def _placed(row: Row, places: Mapping[str, int]) -> Row:
    placed = {**row, **{end: places[row[end]] for end in _PLACES}}
    if "reported_by" in row:
        placed["reported_by"] = [places[id_] for id_ in row["reported_by"] if id_ in places]
    return placed


def _table(table: Table, rows: Sequence[Row]) -> Table:
    """A table of these rows, with the columns of another."""
    lists = {key for key in table.columns if key in LIST_COLUMNS and key not in table.extra}
    columns = {
        key: tuple(tuple(row.get(key) or ()) if key in lists else row.get(key) for row in rows) for key in table.columns
    }
    return replace(table, columns=columns, rows=tuple(range(2, len(rows) + 2)))
