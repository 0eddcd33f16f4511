"""All waves in one landscape: everyone who was ever included, all ties ever named. For names and places alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from actor_graph.evolution.snapshot import Snapshot
from actor_graph.landscape import LIST_COLUMNS, Landscape, Table
from actor_graph.privacy.audience import Audience
from actor_graph.privacy.leaving import leaving
from actor_graph.privacy.pseudonyms import dealt


def union(waves: Sequence[Snapshot]) -> Landscape:
    """One landscape of all waves, for a picture on which everyone keeps their place.

    Each actor has the row of the last wave that lists it; it is part of the survey if any wave included it. Each two
    that any wave tied have one tie, of no kind and weight. The contact data of all waves are its contacts, so that no
    text repeats them. All else is what the last wave says; under stand-ins actors stand in the order of their numbers.
    No figure is worked out from it: it never was like that at any time.
    """
    last = waves[-1].landscape
    rows: dict[str, dict[str, Any]] = {}
    for wave in waves:
        table = wave.landscape.actors
        for row, id_ in enumerate(table["id"]):
            rows[id_] = {key: table[key][row] for key in table.columns}
    included = {id_ for wave in waves for id_ in wave.ids}
    columns = dict.fromkeys(key for wave in waves for key in wave.landscape.actors.columns)
    told: dict[str, tuple[Any, ...]] = {
        key: tuple(row.get(key, () if key in LIST_COLUMNS else None) for row in rows.values()) for key in columns
    }
    told["survey"] = tuple(None if id_ in included else "excluded" for id_ in rows)
    place = {id_: i for i, id_ in enumerate(rows)}
    pairs = dict.fromkeys(pair for wave in waves for pair in wave.ties)
    ends = {key: tuple(place[pair[i]] for pair in pairs) for i, key in enumerate(("source", "target"))}
    actors = replace(last.actors, columns=told, rows=tuple(range(2, len(rows) + 2)), contact=_contact(waves))
    meta = {key: value for key, value in last.meta.items() if key not in ("date", "reports", "circles")}
    ties = Table(ends, tuple(range(2, len(pairs) + 2)))
    whole = replace(
        last, actors=actors, ties=ties, meta=meta, contacts=_contacts(waves), events=None, tandems=None,
        inputs=tuple(file for wave in waves for file in wave.landscape.inputs),
    )  # fmt: skip
    return whole if last.pseudonyms is None else dealt(whole, last.pseudonyms)


def _contact(waves: Sequence[Snapshot]) -> tuple[str, ...]:
    """The columns that any wave holds contact data in."""
    return tuple(dict.fromkeys(key for wave in waves for key in wave.landscape.actors.contact))


def _contacts(waves: Sequence[Snapshot]) -> Table:
    """A table of all contact columns of all tables of all waves, below each other."""
    told = [wave.landscape for wave in waves]
    every = [table for one in told for table in (one.actors, one.ties, one.contacts, one.events, one.tandems)]
    tables = [table for table in every if table is not None and table.contact]
    keys = tuple(dict.fromkeys(key for table in tables for key in table.contact))
    columns = {
        key: tuple(cell for table in tables for cell in (table[key] if key in table.contact else [None] * len(table)))
        for key in keys
    }
    headings = {key: heading for table in tables for key, heading in table.headings.items() if key in keys}
    return Table(columns, tuple(range(2, sum(map(len, tables)) + 2)), headings, contact=keys)


def names(landscape: Landscape, audience: Audience) -> Mapping[str, tuple[str, str]]:
    """Id and name under which each actor leaves, by its id in the sheet; natural persons one stand-in in all waves."""
    told = leaving(landscape, audience=audience).actors
    shown = zip(told["id"], told["name"], strict=True)
    return dict(zip(landscape.actors["id"], shown, strict=True))
