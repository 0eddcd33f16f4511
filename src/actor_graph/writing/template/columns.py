"""Which columns the tables of a landscape to fill in have, and what each of them takes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from actor_graph.landscape import DATE_COLUMNS, Table
from actor_graph.landscape.table import OF_TANDEMS
from actor_graph.vocabulary.aliases import Kind
from actor_graph.vocabulary.headings import folded, heading, key_of
from actor_graph.words import Language, catalog, say

Form = Literal["text", "day", "date"]
"""Text, a day, or a date, which may be a day, a month or a year."""
Strict = Literal["any", "asked", "listed"]
"""Whether a drop-down lets other text pass, asks before, or refuses it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its key, its heading, what its cells are, which list it offers, how wide it is.

    ``group`` says which part of the table it belongs to; headings of a group have one color.
    """

    key: str
    heading: str
    note: str
    form: Form = "text"
    offers: str | None = None
    strict: Strict = "any"
    group: int = 0
    width: int = 16


_ACTORS = (
    ("name", "", 0, 34), ("type", "type any", 0, 24), ("survey", "survey listed", 1, 17),
    ("reason", "reason any", 1, 20), ("found_by", "", 1, 20), ("checked", "day", 1, 12),
    ("description", "", 2, 44), ("fields", "", 2, 26), ("needs", "", 2, 26), ("offers", "", 2, 26),
    ("languages", "", 2, 18), ("countries", "", 2, 16), ("place", "", 2, 16), ("website", "", 2, 24),
    ("members", "", 2, 24), ("mandate", "yes_no listed", 3, 11), ("staff", "staff any", 3, 15),
    ("function", "function any", 3, 19), ("wish", "wish listed", 3, 11),
    ("person", "yes_no listed", 4, 13), ("publish", "yes_no listed", 4, 15), ("publish_ties", "yes_no listed", 4, 15),
    ("informed", "day", 4, 13), ("delete_after", "day", 4, 13),
    ("person_to_ask", "", 5, 24), ("phone", "", 5, 18), ("email", "", 5, 26), ("note", "", 5, 34), ("id", "", 5, 10),
)  # fmt: skip
_TIES = (
    ("source", "actors asked", 0, 34), ("target", "actors asked", 0, 34), ("kind", "kind any", 1, 22),
    ("intensity", "intensity listed", 1, 17), ("reported_by", "actors any", 2, 34), ("since", "", 3, 12),
    ("until", "", 3, 12), ("note", "", 4, 40),
)  # fmt: skip
_CONTACTS = (
    ("actor", "actors asked", 0, 34), ("date", "day", 1, 12), ("by", "", 1, 18), ("channel", "channel any", 1, 14),
    ("outcome", "survey any", 2, 22), ("next", "next", 2, 16), ("note", "", 3, 50),
)  # fmt: skip
_EVENTS = (
    ("event", "", 0, 30), ("format", "format any", 0, 22), ("date", "day", 0, 12), ("actor", "actors asked", 1, 34),
    ("invited", "yes_no listed", 2, 12), ("answer", "answer any", 2, 14), ("came", "yes_no listed", 2, 12),
    ("role", "", 2, 22),
)  # fmt: skip
_TANDEMS = (
    ("a", "actors asked", 0, 28), ("b", "actors asked", 0, 28), ("project", "", 1, 28), ("lead", "actors any", 1, 18),
    ("start", "day", 2, 12), ("end", "day", 2, 12), ("state", "state asked", 3, 16), ("result", "", 3, 26),
    ("next_look", "day", 3, 14),
)  # fmt: skip
_TABLES = {"actors": _ACTORS, "ties": _TIES, "contacts": _CONTACTS, "events": _EVENTS, "tandems": _TANDEMS}
KINDS: tuple[Kind, ...] = ("actors", "ties", "contacts", "events", "tandems")
ABOUT = (
    "name", "place", "date", "language", "boundary", "scheme", "sources", "reports", "publish_columns", "circles",
    "feedback", "accessibility", "vision", "goals",
)  # fmt: skip
"""What a landscape can say of itself, in the order in which it is asked for."""


def columns(kind: Kind, language: Language) -> list[Column]:
    """The columns of a table, in order."""
    return [_column(kind, key, takes, group, width, language) for key, takes, group, width in _TABLES[kind]]


def _column(kind: Kind, key: str, takes: str, group: int, width: int, language: Language) -> Column:
    offers, _, strict = takes.partition(" ")
    is_day = offers in ("day", "next")
    return Column(
        key=key,
        heading=heading_of(kind, key, language),
        note=say(f"template.{kind}_{key}_note", language),
        form="day" if is_day else form_of(key),
        offers=offers or None,
        strict={"day": "listed", "next": "asked"}.get(offers, strict or "any"),  # type: ignore[arg-type]
        group=group,
        width=width,
    )


def form_of(key: str) -> Form:
    """What the cells of a column of the contract are."""
    return "date" if key in DATE_COLUMNS or key in OF_TANDEMS else "text"


def columns_with(kind: Kind, table: Table, language: Language, *, own_headings: bool) -> list[Column]:
    """The columns of a table, and at their end those that another has beside them; each goes by its key there.

    ``own_headings`` keeps the headings of that table.
    """
    found, left = list[Column](), dict.fromkeys(table.columns)
    for column in columns(kind, language):
        key = _same(kind, column, table)
        if key in left:
            del left[key]
            headed = table.headings.get(key, column.heading) if own_headings else column.heading
            column = replace(column, key=key, heading=headed)
        found.append(column)
    note = say("template.more_note", language)
    for key in left:
        if key == "objected" and key not in table.extra:
            own = objected(kind, language)
            found.append(replace(own, heading=table.headings.get(key, own.heading)) if own_headings else own)
            continue
        usual = key if key in table.extra else heading(kind, key, language)
        headed = table.headings.get(key, usual) if own_headings or key in table.extra else usual
        form = "text" if key in table.extra else form_of(key)
        found.append(Column(key, headed, note, form, group=6, width=min(max(16, len(headed) + 4), 34)))
    return found


def objected(kind: Kind, language: Language) -> Column:
    """The column for objections, which stands where somebody objected."""
    note = say("template.objected_note", language)
    return Column("objected", heading_of(kind, "objected", language), note, "text", "yes_no", "listed", 4)


def _same(kind: Kind, column: Column, table: Table) -> str:
    """The key under which a table has a column: contact data and notes, which have none, go by their headings."""
    if key_of(kind, column.heading) is not None:
        return column.key
    wanted = (column.key, folded(column.heading))
    return next((key for key in table.extra if key in wanted or folded(key) in wanted), column.key)


def heading_of(kind: Kind, key: str, language: Language) -> str:
    """What stands above a column: as the reader knows it, or as it knows contact data and notes."""
    own = f"column_{key}"
    if kind == "actors" and own in catalog("template"):
        return say(f"template.{own}", language)
    return heading(kind, key, language)
