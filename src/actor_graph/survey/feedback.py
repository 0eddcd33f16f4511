"""What actors answer when their entry is handed back to them, and how it is taken into the landscape and out again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from actor_graph.landscape import LIST_COLUMNS, Landscape, Table
from actor_graph.survey.growth import TIE, Growth, NewTie, growth, shorter
from actor_graph.survey.namings import named_by_others

ENTRY = (
    "name", "type", "description", "fields", "offers", "needs", "languages", "countries", "place", "website", "members",
)  # fmt: skip
"""What an actor can correct of its entry."""
CONSENTS = ("publish", "publish_ties")
ANSWERED = ("checked", "objected", *CONSENTS, *ENTRY)
"""The columns of the actors that answers change, in the order of the sheet for them."""


@dataclass(frozen=True)
class Answer:
    """What the actor of a row wants a column to hold."""

    actor: int
    key: str
    value: Any


@dataclass(frozen=True)
class Answers:
    """All that came back.

    ``ties``: pairs of actors, and whether somebody objects to the tie between them; ``namings``: actors that object to
    all ties with them that they did not name themselves. ``new``: ties that actors named besides.
    """

    entries: tuple[Answer, ...] = ()
    ties: tuple[tuple[int, int, bool], ...] = ()
    namings: tuple[int, ...] = ()
    new: tuple[NewTie, ...] = ()


@dataclass(frozen=True)
class Change:
    """A cell that becomes another: the table, its row (from 0), the column's key, what was and what is there."""

    table: Literal["actors", "ties"]
    row: int
    key: str
    before: Any
    after: Any


def changes(landscape: Landscape, answers: Answers) -> tuple[Change, ...]:
    """The cells that answers change; what is there already is no change. Actors first, each in the order of the sheet.

    An objection to a tie is one to all rows between the two actors, in either direction and of any kind.
    """
    found = [
        Change("actors", answer.actor, answer.key, landscape.actors[answer.key][answer.actor], answer.value)
        for answer in sorted(answers.entries, key=lambda answer: (answer.actor, ANSWERED.index(answer.key)))
    ]
    objected, ties = _objected(landscape, answers), landscape.ties
    ends = zip(ties["source"], ties["target"], ties["objected"], strict=True)
    found += [
        Change("ties", row, "objected", before, objected[frozenset(pair)])
        for row, (*pair, before) in enumerate(ends)
        if frozenset(pair) in objected
    ]
    return tuple(change for change in found if change.before != change.after)


def additions(landscape: Landscape, answers: Answers) -> Growth:
    """The ties that are new by these answers, and the actors that come with them."""
    ties = landscape.ties
    ends = zip(ties["source"], ties["target"], ties["objected"], strict=True)
    before = {frozenset(pair): True for *pair, said in ends if said}
    return growth(landscape, answers.new, {**before, **_objected(landscape, answers)}, answers.namings)


def _objected(landscape: Landscape, answers: Answers) -> dict[frozenset[int], bool]:
    """Which ties somebody objects to by these answers, or does no more, by the pair of their ends."""
    objected = {frozenset(pair): said for *pair, said in answers.ties}
    for actor in answers.namings:
        objected |= dict.fromkeys(named_by_others(landscape, actor), True)
    return objected


def applied(landscape: Landscape, made: Iterable[Change]) -> Landscape:
    """The landscape with these changes; a column that was not there comes last."""
    return _with(landscape, [(change.table, change.row, change.key, change.after) for change in made])


def undone(
    landscape: Landscape,
    made: Iterable[Change],
    before: Mapping[str, Mapping[str, str]],
    added: tuple[Collection[int], Collection[int]] = ((), ()),
) -> Landscape:
    """The landscape as it was before these changes, and before the rows of actors and of ties were ``added``.

    ``before`` has the headings of each table as they were: a column without one that the changes brought, and that is
    empty again, goes, and others get their headings back. A log or events without a row are none.
    """
    changed = tuple(made)
    back = _with(landscape, [(change.table, change.row, change.key, change.before) for change in changed])
    back = replace(back, contacts=back.contacts or None, events=back.events or None)
    back = shorter(back, *added) if any(added) else back
    keys = {"actors": {c.key for c in changed if c.table == "actors"}, "ties": {"objected"}}
    keys["actors"] |= {"survey"} if added[0] else set()
    keys["ties"] |= set(TIE) if added[1] else set()
    return replace(
        back,
        actors=_as_before(back.actors, keys["actors"], before["actors"]),
        ties=_as_before(back.ties, keys["ties"], before["ties"]),
    )


def _with(landscape: Landscape, cells: Sequence[tuple[str, int, str, Any]]) -> Landscape:
    tables = {"actors": landscape.actors, "ties": landscape.ties}
    columns: dict[str, dict[str, list[Any]]] = {"actors": {}, "ties": {}}
    for table, row, key, value in cells:
        columns[table].setdefault(key, list(tables[table][key]))[row] = value
    told = {
        name: replace(table, columns={**table.columns, **{key: tuple(cells) for key, cells in columns[name].items()}})
        for name, table in tables.items()
    }
    return replace(landscape, actors=told["actors"], ties=told["ties"])


def _as_before(table: Table, changed: set[str], headings: Mapping[str, str]) -> Table:
    """The table under its earlier headings, without columns that came since and are empty."""
    since = table.columns.keys() - headings.keys() - {"id", "name"}
    brought = {key for key in since if not any(map(_filled, table[key]))}
    columns = {key: cells for key, cells in table.columns.items() if key not in brought}
    new = {"id", "name", *(changed - headings.keys())}
    own = {key: name for key, name in table.headings.items() if key in columns and key not in new}
    return replace(table, columns=columns, headings={k: v for k, v in {**own, **headings}.items() if k in columns})


def _filled(cell: Any) -> bool:
    return cell not in (None, ())


def empty(key: str) -> Any:
    """What an empty cell of a column holds."""
    return () if key in LIST_COLUMNS else None
