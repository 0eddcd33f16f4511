"""What texts of others say of people who are forgotten: of natural persons, and of those in an actor's contact columns.

Outputs clear these as long as the person is in the list. Once the actor is taken out nothing would tell them that there
is somebody to clear.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from actor_graph.landscape import DATE_COLUMNS, YES_NO_COLUMNS, Landscape, Table
from actor_graph.landscape.table import POINTING
from actor_graph.privacy.contact_values import contact_people, contact_values
from actor_graph.privacy.lookup import Lookup
from actor_graph.privacy.people import EVERYDAY, WORD, folded, people
from actor_graph.privacy.persons import names_and_places, stand_ins
from actor_graph.privacy.redaction import GONE
from actor_graph.vocabulary.aliases import Kind

_NO_TEXT = (
    "id", "name", "type", "survey", "source", "target", "reported_by", "kind", "intensity",
    *DATE_COLUMNS, *YES_NO_COLUMNS,
)  # fmt: skip
_STAYS = "stays"


@dataclass(frozen=True)
class Said:
    """How texts are searched for what an actor leaves behind in them.

    ``meant`` finds a natural person in all ways in which outputs do, beside those who stay; ``alone`` finds what can
    mean nobody and nothing that stays: a natural person's name, people, streets and numbers of contact columns.
    """

    meant: Lookup = field(default_factory=Lookup)
    alone: Lookup = field(default_factory=Lookup)

    def __call__(self, text: str) -> bool:
        """Whether the text says something of them."""
        return self.meant.finds(text, (_STAYS,)) or self.alone.finds(text)

    def masked(self, text: str) -> str:
        """The text with ``[…]`` for what can mean them alone."""
        return self.alone.put(text)


def rows_about(landscape: Landscape, places: Collection[int]) -> dict[Kind, list[int]]:
    """The rows, by their place in each table, that are about these actors: their own, their ties, contacts, events."""
    ties, places = landscape.ties, set(places)
    ids = {landscape.actors["id"][place] for place in places}
    ends = zip(ties["source"], ties["target"], strict=True)
    rows: dict[Kind, list[int]] = {
        "actors": sorted(places),
        "ties": [at for at, pair in enumerate(ends) if places & set(pair)],
    }
    for kind, columns in POINTING.items():
        if (table := getattr(landscape, kind)) is not None:
            pairs = zip(*(table[key] for key in columns), strict=True)
            rows[kind] = [at for at, named in enumerate(pairs) if ids & set(named)]  # type: ignore[index]
    return rows


def said_of(landscape: Landscape, places: Sequence[int]) -> Mapping[int, Said]:
    """What is said of each of these actors, when all of them are taken out."""
    actors = landscape.actors
    names = {place: _names(landscape, place) for place in places if actors["person"][place]}
    same, spared = {name for given in names.values() for name in given}, list(names_and_places(landscape))
    left, meant = Lookup(), Lookup()
    _add_those_who_stay(left, landscape, places, same, GONE)
    if names:
        _add_those_who_stay(meant, landscape, places, same, _STAYS)
        _add_natural_person(meant, same)
        meant.spare(spared)
    found = {}
    for place in places:
        alone = Lookup()
        _add_natural_person(alone, names.get(place, ()))
        _add_contacts(alone, _part(landscape, rows_about(landscape, [place])))
        alone.leave_out(left)
        alone.spare(spared)
        found[place] = Said(meant if place in names else Lookup(), alone)
    return found


def _add_those_who_stay(
    known: Lookup, landscape: Landscape, places: Collection[int], same: Collection[str], stand_in: str
) -> None:
    """What finds those who stay; one who has the name of a natural person that goes is taken for the same."""
    actors = landscape.actors
    stay = (name for row, name in enumerate(actors["name"]) if actors["person"][row] and row not in places)
    _add_natural_person(known, [name for name in stay if name not in same], stand_in)
    part = _part(landscape, rows_about(landscape, places), others=True)
    _add_contacts(known, part, set(map(folded, same)), stand_in)


def _names(landscape: Landscape, place: int) -> list[str]:
    """The names of a natural person in any spelling that the landscape has, and the id if it was made from one."""
    actors, stand_in = landscape.actors, stand_ins(landscape)[1]
    names = [text for text, meant in stand_in.items() if meant == stand_in[actors["name"][place]]]
    words = {folded(word) for name in names if name != actors["id"][place] for word in WORD.findall(name)}
    made_from = words & {folded(part) for word in WORD.findall(actors["id"][place]) for part in word.split("_")}
    return [name for name in names if name != actors["id"][place] or name == actors["name"][place] or made_from]


def _add_natural_person(known: Lookup, names: Iterable[str], stand_in: str = GONE) -> None:
    for name in names:
        known.add_exactly(name, stand_in)
        for person in people(name):
            known.add_person(person, stand_in, bare=folded(person.family[-1]) not in EVERYDAY)


def _add_contacts(known: Lookup, part: Landscape, but: Collection[str] = (), stand_in: str = GONE) -> None:
    for person in contact_people(part):
        if folded(" ".join((*person.given, *person.family))) not in but:
            known.add_person(person, stand_in)
    for words in contact_values(part) if stand_in == GONE else ():
        known.add_value(words)


def _part(landscape: Landscape, rows: Mapping[Kind, Sequence[int]], *, others: bool = False) -> Landscape:
    """The landscape's tables with these rows alone, or with the others alone; for nothing but to be looked through."""

    def part(kind: Kind) -> Table | None:
        table: Table | None = getattr(landscape, kind)
        if table is None:
            return None
        wanted = set(rows[kind])
        return table.take([at for at in range(len(table)) if (at in wanted) is not others])

    tables: dict[str, Table | None] = {kind: part(kind) for kind in ("actors", "ties", *POINTING)}  # type: ignore[arg-type]
    return replace(landscape, **tables)  # type: ignore[arg-type]


def columns_of_texts(kind: str, table: Table | None, keys: Iterable[str]) -> list[str]:
    """Those of the columns that are texts, and nobody's name, id or contact data, nor words of the scheme."""
    left_alone = {*_NO_TEXT, *POINTING.get(kind, ()), *(table.contact if table is not None else ())}
    return [key for key in keys if key not in left_alone]


def masked(text: str, gone: Sequence[Said]) -> str:
    """The text with ``[…]`` for what can mean those alone who go."""
    for said in gone:
        text = said.masked(text)
    return text


def all_masked(value: Any, gone: Sequence[Said]) -> Any:
    """A value of any make with all its texts masked; keys stay."""
    if isinstance(value, Mapping):
        return {key: all_masked(part, gone) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(all_masked(part, gone) for part in value)
    return masked(value, gone) if isinstance(value, str) else value
