"""Natural persons leave under a stand-in: “Person 1”, id ``person-1``, numbered by the order of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from actor_graph.landscape import Landscape
from actor_graph.landscape.spellings import spellings
from actor_graph.privacy.addresses import Addresses
from actor_graph.privacy.contact_values import contact_people, contact_values
from actor_graph.privacy.lookup import Lookup, exactly
from actor_graph.privacy.mentions import Mentions
from actor_graph.privacy.people import EVERYDAY, LEAST, folded, people
from actor_graph.privacy.redaction import GONE, redact
from actor_graph.privacy.released import further

Clear = Callable[[str], str]


def stand_ins(landscape: Landscape) -> tuple[dict[int, str], dict[str, str]]:
    """The new ids of natural persons by row, and what stands for their names and ids in texts.

    So it does for other spellings of their names (``landscape.spellings``); what could mean two of them is ``[…]``.
    A stand-in that is somebody's real id gets a star (``person-1*``).
    """
    actors, taken = landscape.actors, set(landscape.actors["id"])
    ids: dict[int, str] = {}
    words: dict[str, str] = {}
    for row, person in enumerate(actors["person"]):
        if person:
            number = len(ids) + 1
            ids[row] = _free(f"person-{number}", taken)
            words |= {actors["name"][row]: f"Person {number}"}
            words.setdefault(actors["id"][row], f"Person {number}")
    return ids, _spelled(landscape, ids, words)


def _spelled(landscape: Landscape, ids: Mapping[int, str], words: dict[str, str]) -> dict[str, str]:
    """These words with other spellings of the names, but for those that are somebody's name or id."""
    names, others = landscape.actors["name"], spellings(landscape.actors) if ids else []
    own, found = {*names, *words}, dict[str, str]()
    for row in ids:
        for other in others[row]:
            if other not in own and found.setdefault(other, words[names[row]]) != words[names[row]]:
                found[other] = GONE
    return words | found


def find(landscape: Landscape, given: str) -> list[int]:
    """The rows of the actor that a user means by an id, an exact name or a stand-in; several where names repeat."""
    actors = landscape.actors
    for column in (actors["id"], actors["name"]):
        rows = [row for row, value in enumerate(column) if value == given]
        if rows:
            return rows
    if landscape.pseudonyms is not None:
        stand = landscape.pseudonyms.by_id
        return [row for row, id_ in enumerate(actors["id"]) if stand[id_] == given]
    ids, words = stand_ins(landscape)
    return [row for row, id_ in ids.items() if given in (id_, words[actors["name"][row]])]


def clearing(persons: Mapping[str, str], with_contacts: bool) -> Clear:
    """How a text is cleared: persons' names and ids as whole words, in any case and spacing, then contact data.

    Also as people write a name elsewhere: turned, with an initial or a title (“Frau Muster”).
    """
    known = exactly(persons)
    _add_persons(known, persons, bare=False)
    return _cleared(known, with_contacts)


def clearing_of(
    landscape: Landscape, unsaid: Mapping[str, str] = MappingProxyType({}), *, with_contacts: bool = False
) -> Clear:
    """How the texts of a landscape are cleared: of all that is ``sought`` in them, then of contact data."""
    silenced, known = silence(landscape, unsaid), sought(landscape, unsaid, with_contacts=with_contacts)
    if with_contacts:
        return lambda text: known.put(silenced(text))
    homes = addresses(landscape)
    return lambda text: redact(homes.redacted(known.put(silenced(text))))


def addresses(landscape: Landscape) -> Addresses:
    """What finds postal addresses in texts but for those in names, places and columns that are published."""
    released = (text for key in further(landscape) for cell in landscape.actors[key] for text in _texts(cell))
    return Addresses([*names_and_places(landscape), *released])


def silence(landscape: Landscape, unsaid: Mapping[str, str]) -> Clear:
    """How ``unsaid`` names become ``[…]`` in texts as German sentences decline them, and without their legal form.

    Longer names of others of which they are a part stay.
    """
    if not unsaid:
        return lambda text: text
    return Mentions(unsaid, stay=[name for name in landscape.actors["name"] if name not in unsaid]).redacted


def sought(
    landscape: Landscape, unsaid: Mapping[str, str] = MappingProxyType({}), *, with_contacts: bool = False
) -> Lookup:
    """What texts must not say: natural persons, ``unsaid`` names, and what stands in contact columns.

    The values of contact columns become ``[…]`` unless ``with_contacts``, people among them also as others write them.
    A natural person's surname alone becomes the stand-in, too, where it is no everyday word. Nothing of these is looked
    for that stands in the name of an actor who is no natural person; nor, but for people with given name and surname,
    in such an actor's place.
    """
    persons = stand_ins(landscape)[1]
    known = exactly({**persons, **unsaid})
    _add_persons(known, persons, bare=True)
    if not with_contacts:
        same = {folded(name) for name in persons}
        for person in contact_people(landscape):
            if folded(" ".join((*person.given, *person.family))) not in same:
                known.add_person(person, GONE)
        for words in contact_values(landscape):
            known.add_value(words)
    known.spare(_names(landscape, unsaid))
    places = (part for text in names_and_places(landscape, unsaid) for part in text.split(","))
    known.spare(places, but_in_full=True)
    return known


def _cleared(known: Lookup, with_contacts: bool) -> Clear:
    return lambda text: known.put(text) if with_contacts else redact(known.put(text))


def _add_persons(known: Lookup, persons: Mapping[str, str], *, bare: bool) -> None:
    for name, stand_in in persons.items():
        for person in people(name):
            everyday = folded(person.family[-1]) in EVERYDAY
            known.add_person(person, stand_in, bare=bare and not everyday)
        if len(words := name.split()) == 2 and len("".join(words)) < LEAST:  # too short to be looked for in other ways
            known.add_exactly(f"{words[1]}, {words[0]}", stand_in)


def names_and_places(landscape: Landscape, unsaid: Mapping[str, str] = MappingProxyType({})) -> Iterator[str]:
    """What contact data and persons' surnames are not looked for in: names, places, countries and languages."""
    yield from _names(landscape, unsaid)
    for row in _others(landscape, unsaid):
        yield from (text for key in ("place", "countries", "languages") for text in _texts(landscape.actors[key][row]))
    yield from _texts(landscape.meta.get("place"))


def _names(landscape: Landscape, unsaid: Mapping[str, str]) -> Iterator[str]:
    return (landscape.actors["name"][row] for row in _others(landscape, unsaid))


def _others(landscape: Landscape, unsaid: Mapping[str, str]) -> list[int]:
    """The rows of actors who are no natural person and whose name may be said."""
    rows = enumerate(zip(landscape.actors["name"], landscape.actors["person"], strict=True))
    return [row for row, (name, person) in rows if not person and name not in unsaid]


def _texts(cell: Any) -> tuple[str, ...]:
    return cell if isinstance(cell, tuple) else (cell,) if isinstance(cell, str) else ()


def _free(wanted: str, taken: set[str]) -> str:
    while wanted in taken:
        wanted += "*"
    return wanted
