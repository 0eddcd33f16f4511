"""Raw tables become a landscape, and everything that is wrong in them is found in one pass."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from actor_graph.documents.encoding import NOT_TEXT
from actor_graph.landscape import Landscape, Table
from actor_graph.problems import Problems
from actor_graph.reading.limits import within_limits
from actor_graph.reading.meta import place_of
from actor_graph.reading.raw import Material, RawTable
from actor_graph.reading.tables.actors import named, note_names_aside, with_added
from actor_graph.reading.tables.columns import columns_of
from actor_graph.reading.tables.contacts import survey_from, with_actors
from actor_graph.reading.tables.doubts import (
    note_commas,
    note_lost_letters,
    note_near_types,
    note_scheme,
    note_turned,
    note_undecided,
    note_unknown_columns,
)
from actor_graph.reading.tables.register import Register
from actor_graph.reading.tables.ties import joined
from actor_graph.scheme import Scheme
from actor_graph.vocabulary.aliases import Kind
from actor_graph.vocabulary.headings import key_of
from actor_graph.words import Language

_KINDS: tuple[Kind, ...] = ("actors", "ties", "contacts", "events", "tandems")
_NOTHING = RawTable("ties", "", None, (), (), ())


def landscape_of(
    material: Material, meta: dict[str, Any], scheme: Scheme, language: Language, add_missing: bool, problems: Problems
) -> Landscape:
    """The landscape of what was read; only to be used if no errors were noted."""
    read = {kind: within_limits(table, problems) for kind, table in material.tables.items()}
    raw = {kind: read.get(kind, _NOTHING) for kind in _KINDS}
    tables = {kind: columns_of(table, scheme, language, problems) for kind, table in raw.items()}
    whole = raw["actors"].whole and raw["actors"] is not _NOTHING
    actors, register = named(tables["actors"], raw["actors"], material.by_id, problems)
    whole = whole and not note_names_aside(tables["actors"], tables["ties"], raw["actors"], register, problems)
    ties, added = joined(tables["ties"], raw["ties"], register, add_missing=add_missing, whole=whole, problems=problems)
    actors = with_added(actors, added)
    others: dict[Kind, Table] = {}
    named_so_far = Landscape(actors, ties, {}, scheme, language, material.source)
    for kind in _KINDS[2:]:
        if kind in material.tables:
            others[kind] = with_actors(tables[kind], raw[kind], register, named_so_far, whole, problems)
    if "contacts" in others:
        actors = survey_from(actors, others["contacts"], raw["contacts"], problems)
    _nothing_in(raw, problems)
    if "tandems" in others:
        note_turned(raw["tandems"], others["tandems"], "start", "end", problems)
    _doubts(raw, actors, ties, scheme, language, problems)
    if "scheme" not in meta:
        note_scheme(actors, scheme, problems)
    checked = _checked(material, meta, actors, ties, register, problems)
    return Landscape(
        actors,
        ties,
        checked,
        scheme,
        language,
        _printable(material.source),
        others.get("contacts"),
        others.get("events"),
        others.get("tandems"),
    )


def _printable(name: str) -> str:
    """The name of a file as text that can be written: a byte that is no letter becomes the sign for one."""
    return NOT_TEXT.sub("\ufffd", name)


def _doubts(
    raw: dict[Kind, RawTable], actors: Table, ties: Table, scheme: Scheme, language: Language, problems: Problems
) -> None:
    """Warn of what is perhaps not meant."""
    note_lost_letters(raw["actors"], problems)
    note_near_types(raw["actors"], actors, scheme, language, problems)
    note_commas(raw["actors"], actors, problems)
    note_unknown_columns(raw["ties"], ties, problems)
    note_turned(raw["ties"], ties, "since", "until", problems)
    note_undecided(raw["ties"], ties, problems)


def _nothing_in(raw: dict[Kind, RawTable], problems: Problems) -> None:
    """Warn of headings without rows."""
    for kind in _KINDS[:2]:
        table = raw[kind]
        if table is not _NOTHING and not table.rows and table.whole:
            problems.warn(f"reading.no_{kind}", file=table.file, sheet=table.sheet)


def _checked(
    material: Material, meta: dict[str, Any], actors: Table, ties: Table, register: Register, problems: Problems
) -> dict[str, Any]:
    """What the landscape says of itself, headings and members in it found in the tables."""
    checked = dict(meta)
    if "by" in meta:
        key = _column(meta["by"], actors, "actors")
        if key is None:
            columns = ", ".join(actors.headings.values())
            problems.error("reading.meta_by", given=meta["by"][:80], columns=columns, **place_of(material.meta, "by"))
        checked["by"] = key
    if "publish_columns" in meta:
        checked["publish_columns"] = tuple(_published(material, meta["publish_columns"], actors, ties, problems))
    if "circles" in meta:
        checked["circles"] = _circles(material, meta["circles"], register, problems)
    return checked


def _column(heading: str, table: Table, kind: Kind) -> str | None:
    """The column that a heading means: as it is written in the file, or any other name of its key."""
    by_heading = {name: key for key, name in table.headings.items()}
    key = by_heading.get(heading, heading if heading in table.columns else key_of(kind, heading))
    return key if key is not None and (key in table.columns or key == "type") else None


def _published(
    material: Material, wanted: tuple[str, ...], actors: Table, ties: Table, problems: Problems
) -> list[str]:
    found = []
    for heading in wanted:
        key = _column(heading, actors, "actors") or _column(heading, ties, "ties")
        if key is None:
            problems.warn("reading.meta_publish", given=heading[:80], **place_of(material.meta, "publish_columns"))
        else:
            found.append(key)
    return found


def _circles(material: Material, named: dict[str, str], register: Register, problems: Problems) -> dict[str, str]:
    """Names of circles by the id of a member."""
    found = {}
    for member, name in named.items():
        place = register.find(member)
        if place < 0:
            problems.warn("reading.meta_circle", given=member[:80], **place_of(material.meta, "circles"))
        else:
            found[register.ids[place]] = name
    return found


def with_warnings(landscape: Landscape, problems: Problems, path: Path, files: tuple[Path, ...]) -> Landscape:
    """The landscape with what was noted while it was read, and where that was: the path given and the files opened."""
    opened = dict.fromkeys(file.absolute() for file in (path, *files, *landscape.scheme.files))
    return replace(landscape, warnings=problems.warnings, path=path, inputs=tuple(opened))
