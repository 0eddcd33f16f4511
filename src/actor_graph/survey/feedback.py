"""What actors answer when their entry is handed back to them, and how it is taken into the landscape."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from actor_graph.landscape import LIST_COLUMNS, Landscape
from actor_graph.landscape.change import Change
from actor_graph.survey.growth import Growth, NewTie, growth
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
    tables = {"actors": landscape.actors, "ties": landscape.ties}
    columns: dict[str, dict[str, list[Any]]] = {"actors": {}, "ties": {}}
    for change in made:
        cells = columns[change.table].setdefault(change.key, list(tables[change.table][change.key]))
        cells[change.row] = change.after
    told = {
        name: replace(table, columns={**table.columns, **{key: tuple(cells) for key, cells in columns[name].items()}})
        for name, table in tables.items()
    }
    return replace(landscape, actors=told["actors"], ties=told["ties"])


def empty(key: str) -> Any:
    """What an empty cell of a column holds."""
    return () if key in LIST_COLUMNS else None
