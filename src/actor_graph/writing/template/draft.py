"""A landscape to fill in before it is written: its tables with what is known already, and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from actor_graph.landscape import Landscape, Table
from actor_graph.privacy.objections import objections
from actor_graph.scheme import Scheme
from actor_graph.vocabulary.aliases import Kind
from actor_graph.vocabulary.answers import written
from actor_graph.vocabulary.examples import MARKS
from actor_graph.words import Language, say
from actor_graph.writing.cells import about, own_ids, own_surveys, saying, text_of
from actor_graph.writing.template.columns import ABOUT, KINDS, Column, columns, columns_with, objected

_OF_THAT_WAVE = ("date", "sources", "reports", "circles", "indicators", "grand")
"""What an earlier landscape said of itself that does not hold for the next one."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_FIRST_DAY = "1900-03-01"
"""Before it spreadsheet programs count days differently, or not at all."""
Row = Mapping[str, str | float]
"""The cells of a row by their keys, the filled ones."""


@dataclass(frozen=True)
class Draft:
    """What a landscape to fill in will hold.

    ``tables`` has the columns of each table, ``rows`` its rows of cells by key, ``about`` what the landscape says of
    itself by key. ``earlier`` is the name of the landscape whose actors were taken over, if any; ``whole`` says that
    everything else of it was, too.
    """

    language: Language
    scheme: Scheme
    tables: Mapping[Kind, Sequence[Column]]
    rows: Mapping[Kind, Sequence[Row]]
    about: Mapping[str, Any]
    earlier: str | None = None
    whole: bool = False


def drafted(language: Language, scheme: Scheme, named: str | None, earlier: Landscape | None) -> Draft:
    """An empty landscape, or one with the actors of an earlier one, each to be asked anew.

    Of its ties only those that somebody objected to are taken over, so that the objection holds when they are named
    again: with no word of what they were, and with the day of that survey as their end, so that they count no more.
    """
    tables = {kind: columns(kind, language) for kind in KINDS}
    said: dict[str, Any] = {"language": language}
    rows: dict[Kind, list[Row]] = {kind: [] for kind in KINDS}
    if earlier is not None:
        said = {key: value for key, value in about(earlier).items() if key not in _OF_THAT_WAVE} | said
        own = language == earlier.language
        tables["actors"] = columns_with("actors", earlier.actors, language, own_headings=own)
        known = _rows("actors", earlier.actors, earlier, scheme, language)
        out = written("excluded", language)
        rows["actors"] = [{key: cell for key, cell in row.items() if key != "survey" or cell == out} for row in known]
        if unseen := objections(earlier).ties:
            tables["ties"] = [*tables["ties"], objected("ties", language)]
            rows["ties"] = _objected_to(earlier, unseen, language)
    said["scheme"] = named
    return Draft(language, scheme, tables, rows, _in_order(said), None if earlier is None else earlier.name)


def copied(landscape: Landscape, language: Language) -> Draft:
    """A landscape with everything that it holds, to go on with."""
    tables = {kind: columns(kind, language) for kind in KINDS}
    rows: dict[Kind, list[Row]] = {kind: [] for kind in KINDS}
    known: dict[Kind, Table | None] = {
        "actors": landscape.actors, "ties": landscape.ties, "contacts": landscape.contacts, "events": landscape.events,
        "tandems": landscape.tandems,
    }  # fmt: skip
    for kind, table in known.items():
        if table is not None:
            tables[kind] = columns_with(kind, table, language, own_headings=True)
            rows[kind] = _rows(kind, table, landscape, landscape.scheme, language)
    said = _in_order(about(landscape))
    return Draft(language, landscape.scheme, tables, rows, said, landscape.name, whole=True)


def _in_order(said: Mapping[str, Any]) -> dict[str, Any]:
    """What is said, in the order in which it is asked for."""
    return {key: said[key] for key in (*ABOUT, *said) if said.get(key) not in (None, "", (), [], {})}


def shown(draft: Draft, kind: Kind) -> Sequence[Row]:
    """The rows of a table; where there are none, the example."""
    return draft.rows[kind] or [example(kind, draft.language, draft.scheme)]


def example(kind: Kind, language: Language, scheme: Scheme) -> Row:
    """The example row of a table, by key."""
    mark = MARKS[language]

    def told(name: str) -> str:
        return say(f"template.example_{name}", language)

    actor, partner = f"{mark} {told('actor')}", f"{mark} {told('partner')}"
    day = "2026-05-11"
    yes = written(True, language)
    rows: dict[Kind, dict[str, str]] = {
        "actors": {
            "name": actor,
            "type": _first(scheme.types, "One World shop", lambda key: scheme.type_label(key, language)),
            "survey": written("answered", language),
            "found_by": told("found_by"), "checked": day, "description": told("description"),
            "fields": told("fields"), "needs": told("needs"), "offers": told("offers"),
            "languages": told("languages"), "place": told("place"), "staff": written("unpaid", language), "wish": yes,
            "publish": yes, "publish_ties": yes, "informed": day, "delete_after": "2029-12-31",
        },
        "ties": {
            "source": actor, "target": partner,
            "kind": _first(scheme.kinds, "joint project", lambda key: scheme.kind_label(key, language)),
            "intensity": _first(scheme.intensity, "regular", lambda key: scheme.intensity_label(key, language)),
            "reported_by": actor, "since": "2019", "note": told("project"),
        },
        "contacts": {
            "actor": actor, "date": day, "by": told("asked"), "channel": _telephone(language),
            "outcome": written("promised", language), "next": "2026-05-18", "note": told("talk"),
        },
        "events": {
            "event": told("event"), "date": day, "actor": actor, "invited": yes,
            "format": _first(scheme.formats, "planning workshop", lambda key: scheme.format_label(key, language)),
            "came": yes, "role": told("role"),
        },
        "tandems": {
            "a": actor, "b": partner, "project": told("project"), "lead": actor, "start": "2026-09-01",
            "state": written("agreed", language), "next_look": "2027-03-01",
        },
    }  # fmt: skip
    return {key: text for key, text in rows[kind].items() if text}


def _first(known: Mapping[str, Any], wanted: str, label: Any) -> str:
    """The label of the word wanted, or of the first that the scheme has; nothing where it has none."""
    key = wanted if wanted in known else next(iter(known), None)
    return str(label(key)) if key else ""


def _telephone(language: Language) -> str:
    from actor_graph.words import catalog

    return str(catalog("template")["channels"][language][0])


def _objected_to(earlier: Landscape, rows: frozenset[int], language: Language) -> list[Row]:
    """A row for each two actors whose tie was objected to."""
    ids, day = earlier.actors["id"], earlier.meta.get("date")
    found: dict[frozenset[int], Row] = {}
    for row in sorted(rows):
        ends = {key: earlier.ties[key][row] for key in ("source", "target")}
        cells = {key: str(ids[place]) for key, place in ends.items()} | {"objected": written(True, language)}
        until = earlier.ties["until"][row] or day
        found.setdefault(frozenset(ends.values()), cells | ({"until": str(until)} if until else {}))
    return list(found.values())


def _rows(kind: Kind, table: Table, landscape: Landscape, scheme: Scheme, language: Language) -> list[Row]:
    """The rows of a table as cells by key, the blank ones left out; ids where they are not but the name."""
    say_ = {key: saying(kind, key, landscape, language) for key in table.columns if key not in table.extra}
    cells = dict(table.columns)
    if kind == "actors":
        say_["type"] = lambda word: _type(word, landscape.scheme, scheme, language)
        cells |= {"id": own_ids(table), "survey": own_surveys(landscape)}
    written_ = {key: [text_of(cell, say_.get(key, str)) for cell in column] for key, column in cells.items()}
    return [
        {key: cell for key, cell in zip(written_, row, strict=True) if cell is not None}
        for row in zip(*written_.values(), strict=True)
    ]


def _type(word: str, before: Scheme, now: Scheme, language: Language) -> str:
    """The label of a kind of organization in the scheme that is used now, which may be another than before."""
    key = word if word in now.types else now.type_key(before.type_label(word, language))
    return now.type_label(key, language) if key in now.types else before.type_label(word, language)


def is_day(column: Column, cell: str | float) -> bool:
    """Whether a cell of a column is a whole day, as ISO has it, that a spreadsheet program can count."""
    if column.form == "text" or not isinstance(cell, str) or not _DAY.fullmatch(cell) or cell < _FIRST_DAY:
        return False
    try:
        date.fromisoformat(cell)
    except ValueError:
        return False
    return True
