"""Actors without ids of their own whose names the waves write in different ways: one actor each, which is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from actor_graph.landscape import Landscape
from actor_graph.landscape.table import POINTING
from actor_graph.matching.bare import bare


@dataclass(frozen=True)
class Spelled:
    """An actor that one wave writes in another way than the wave before that has it; waves by their places."""

    id: str
    before: int
    after: int
    was: str
    name: str


def under_one_name(waves: Sequence[Landscape]) -> tuple[list[Landscape], list[Spelled]]:
    """The waves, the earliest first, in which a name is one id however it is written; and what was written otherwise.

    Where a list has no ids the name is the id. It is the same one if nothing but legal form, case, punctuation, spaces
    or the way of writing a letter differs (``matching.bare``), and the id is then the last of them. Not so where an id
    was given, nor where one of these names is the id of another actor in any wave, since an id goes before a name;
    where a wave has two such names, since these are two for it; where two of them name legal forms that differ; and for
    natural persons.
    """
    told: list[Spelled] = []
    renamed: list[dict[str, str]] = [{} for _ in waves]
    for group in _groups(waves):
        last = list(group.values())[-1]
        for at, name in group.items():
            if name != last:
                renamed[at][name] = last
        told += [
            Spelled(last, one, other, group[one], group[other])
            for one, other in pairwise(group)
            if group[one] != group[other]
        ]
    return [_with_ids(wave, new) if new else wave for wave, new in zip(waves, renamed, strict=True)], told


def _groups(waves: Sequence[Landscape]) -> Iterator[dict[int, str]]:
    """For each name that the waves write in several ways, and that is one: how each wave that has it writes it."""
    rows: dict[str, list[tuple[int, int]]] = {}
    owners: dict[str, set[str]] = {}
    for at, wave in enumerate(waves):
        for row, (id_, name) in enumerate(zip(wave.actors["id"], wave.actors["name"], strict=True)):
            letters = bare(name).letters
            owners.setdefault(id_, set()).add(letters)
            if letters:
                rows.setdefault(letters, []).append((at, row))
    for places in rows.values():
        names = {at: waves[at].actors["name"][row] for at, row in places}
        named = all(_is_named(waves[at], row) for at, row in places)
        forms = {form for name in names.values() if (form := bare(name).form)}
        free = all(len(owners[name]) == 1 for name in names.values() if name in owners)
        if len(names) == len(places) and named and free and len({*names.values()}) > 1 and len(forms) < 2:
            yield names


def with_persons(waves: Sequence[Landscape]) -> list[Landscape]:
    """The waves in which a natural person of one is one in all: by the id, or by the name, however it is written."""
    ids = {id_ for wave in waves for id_, _, person in _listed(wave) if person}
    names = {bare(name) for wave in waves for id_, name, _ in _listed(wave) if id_ in ids and bare(name).letters}
    made = []
    for wave in waves:
        persons = tuple(own or id_ in ids or bare(name) in names or own for id_, name, own in _listed(wave))
        made.append(replace(wave, actors=replace(wave.actors, columns={**wave.actors.columns, "person": persons})))
    return made


def _listed(wave: Landscape) -> Iterator[tuple[str, str, bool | None]]:
    actors = wave.actors
    return zip(actors["id"], actors["name"], actors["person"], strict=True)


def _is_named(wave: Landscape, row: int) -> bool:
    """Whether an actor has no id but its name, and is no natural person."""
    actors = wave.actors
    return bool(actors["id"][row] == actors["name"][row] and not actors["person"][row])


def _with_ids(wave: Landscape, new: Mapping[str, str]) -> Landscape:
    """The wave with other ids for some of its actors, wherever they are named by them."""

    def now(id_: str) -> str:
        return new.get(id_, id_)

    actors = wave.actors
    columns = {**actors.columns, "id": tuple(map(now, actors["id"]))}
    tables = {}
    for kind, keys in POINTING.items():
        if (table := getattr(wave, kind)) is not None:
            tables[kind] = replace(
                table, columns={**table.columns, **{key: tuple(map(now, table[key])) for key in keys}}
            )
    meta = dict(wave.meta)
    if meta.get("circles"):
        meta["circles"] = {now(id_): name for id_, name in meta["circles"].items()}
    followed = frozenset(map(now, actors.followed))
    return replace(wave, actors=replace(actors, columns=columns, followed=followed), meta=meta, **tables)
