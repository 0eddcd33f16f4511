"""A landscape to fill in before it is written: its tables with what is known already, and what it says of itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actor_graph.landscape import DATE_COLUMNS, Landscape
from actor_graph.privacy.objections import objections
from actor_graph.scheme import Scheme
from actor_graph.vocabulary.aliases import Kind
from actor_graph.vocabulary.answers import written
from actor_graph.vocabulary.examples import MARKS
from actor_graph.words import Language, say
from actor_graph.writing.template.columns import ABOUT, KINDS, Column, columns, heading_of
from actor_graph.writing.working_copy import saying, text_of

_OF_THAT_WAVE = ("date", "sources", "reports", "circles", "indicators")
"""What an earlier landscape said of itself that does not hold for the next one."""


@dataclass(frozen=True)
class Draft:
    """What a landscape to fill in will hold.

    ``tables`` has the columns of each table, ``rows`` its rows of cells by key, ``about`` what the landscape says of
    itself by key. ``earlier`` is the name of the landscape whose actors were taken over, if any.
    """

    language: Language
    scheme: Scheme
    tables: Mapping[Kind, Sequence[Column]]
    rows: Mapping[Kind, Sequence[Mapping[str, str]]]
    about: Mapping[str, Any]
    earlier: str | None = None


def drafted(language: Language, scheme: Scheme, named: str | None, earlier: Landscape | None) -> Draft:
    """An empty landscape, or one with the actors of an earlier one, each to be asked anew.

    Of its ties only those that somebody objected to are taken over, so that the objection holds when they are named
    again: with no word of what they were, and with the day of that survey as their end, so that they count no more.
    """
    tables = {kind: columns(kind, language) for kind in KINDS}
    about: dict[str, Any] = {"language": language}
    rows: dict[Kind, list[dict[str, str]]] = {kind: [] for kind in KINDS}
    if earlier is not None:
        known = {key: value for key, value in earlier.meta.items() if key not in _OF_THAT_WAVE}
        about = {"name": earlier.name, **known, **about}
        unseen = objections(earlier)
        tables["actors"] = _with_objected("actors", tables["actors"], bool(unseen.actors), language)
        tables["actors"] = _with_own(tables["actors"], earlier, language)
        tables["ties"] = _with_objected("ties", tables["ties"], bool(unseen.ties), language)
        rows["actors"] = _taken_over(earlier, scheme, language)
        rows["ties"] = _objected_to(earlier, unseen.ties, language)
        about |= _published(earlier)
    about["scheme"] = named
    said = {key: about[key] for key in (*ABOUT, *about) if about.get(key)}
    return Draft(language, scheme, tables, rows, said, None if earlier is None else earlier.name)


def example(kind: Kind, language: Language, scheme: Scheme) -> dict[str, str]:
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
    }  # fmt: skip
    return {key: text for key, text in rows[kind].items() if text}


def _first(known: Mapping[str, Any], wanted: str, label: Any) -> str:
    """The label of the word wanted, or of the first that the scheme has; nothing where it has none."""
    key = wanted if wanted in known else next(iter(known), None)
    return str(label(key)) if key else ""


def _telephone(language: Language) -> str:
    from actor_graph.words import catalog

    return str(catalog("template")["channels"][language][0])


def _with_objected(kind: Kind, known: Sequence[Column], needed: bool, language: Language) -> list[Column]:
    """The columns, and the one for objections where somebody objected."""
    note = say("template.objected_note", language)
    own = Column("objected", heading_of(kind, "objected", language), note, "text", "yes_no", "listed", 4)
    return [*known, own] if needed else [*known]


def _objected_to(earlier: Landscape, rows: frozenset[int], language: Language) -> list[dict[str, str]]:
    """A row for each two actors whose tie was objected to."""
    ids, date = earlier.actors["id"], earlier.meta.get("date")
    found: dict[frozenset[int], dict[str, str]] = {}
    for row in sorted(rows):
        ends = {key: earlier.ties[key][row] for key in ("source", "target")}
        cells = {key: str(ids[place]) for key, place in ends.items()} | {"objected": written(True, language)}
        until = earlier.ties["until"][row] or date
        found.setdefault(frozenset(ends.values()), cells | ({"until": str(until)} if until else {}))
    return list(found.values())


def _with_own(known: Sequence[Column], earlier: Landscape, language: Language) -> list[Column]:
    """The columns, and at their end those that the earlier landscape had of its own."""
    keys = {column.key for column in known} | {column.heading for column in known}
    note = say("template.actors_more_note", language)
    more = [key for key in earlier.actors.columns if key not in keys]
    return [*known, *(Column(key, earlier.actors.headings.get(key, key), note, group=6) for key in more)]


def _taken_over(earlier: Landscape, scheme: Scheme, language: Language) -> list[dict[str, str]]:
    """The rows of the actors as text; the survey blank, ids where they are not but the name."""
    actors = earlier.actors
    by_heading = {column.heading: column.key for column in columns("actors", language)}
    say_ = {key: saying("actors", key, earlier, language) for key in actors.columns if key not in actors.extra}
    say_["survey"] = lambda word: written(word, language)
    say_["type"] = lambda word: _type(word, earlier.scheme, scheme, language)
    found = []
    for place in range(len(actors)):
        cells = {key: column[place] for key, column in actors.columns.items()}
        cells["survey"] = "excluded" if actors["survey"][place] == "excluded" else None
        if cells["id"] == cells["name"]:
            del cells["id"]
        texts = {key: text_of(cell, say_.get(key, str)) for key, cell in cells.items()}
        found.append({by_heading.get(key, key): str(text) for key, text in texts.items() if text is not None})
    return found


def _type(word: str, before: Scheme, now: Scheme, language: Language) -> str:
    """The label of a kind of organization in the scheme that is used now, which may be another than before."""
    key = word if word in now.types else now.type_key(before.type_label(word, language))
    return now.type_label(key, language) if key in now.types else before.type_label(word, language)


def _published(earlier: Landscape) -> dict[str, Any]:
    """The columns that may leave, under their headings."""
    wanted = earlier.meta.get("publish_columns")
    if not wanted:
        return {}
    return {"publish_columns": [earlier.actors.headings.get(key, key) for key in wanted if key in earlier.actors]}


def is_day(column: Column, text: str) -> bool:
    """Whether a text of a column is a whole day, as ISO has it."""
    return (column.form == "day" or column.key in DATE_COLUMNS) and len(text) == 10 and text[4] == text[7] == "-"
