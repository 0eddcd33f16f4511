"""The headings of the contract, English and German, and what else they are called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from actor_graph.words import Language
from actor_graph.words.fold import fold

Kind = Literal["actors", "ties", "contacts", "events", "landscape"]

# key: what it is called in English, in German, in both. The key's own name counts as English unless it stands in "both".
_ACTORS = """
id            |                                              | Kürzel, Kennung                          | id, key, Nr, ID-Nr
name          | actor, actor name, organization name, organisation name, name of organization, name of organisation | Akteur, Bezeichnung, Akteursname, Organisationsname, Name der Organisation, Name des Akteurs | name, organization, organisation, label
type          | kind of organization, kind of organisation, type of organization, type of organisation, organization type, organisation type, category | Typ, Art, Organisationsart, Organisationstyp, Art der Organisation, Typ der Organisation, Akteurstyp, Kategorie |
fields        | field, focus, topics                         | Felder, Themen, Handlungsfelder, Handlungsfeld, Themenfelder, Arbeitsfelder |
needs         | need                                         | Bedarfe, Bedarf, sucht                   |
offers        | offer                                        | Angebote, Angebot, bietet                |
languages     | language                                     | Sprachen, Sprache                        |
countries     | country                                      | Länder, Land                             |
description   | short description                            | Beschreibung, Kurzbeschreibung           |
website       |                                              | Webseite, Internet, Internetseite        | website, url, web, homepage
place         | city, district                               | Ort, Stadtteil                           |
members       |                                              | Mitglieder                               |
mandate       |                                              | Auftrag, Mandat                          |
staff         |                                              | Personal                                 |
function      |                                              | Funktion                                 |
wish          |                                              | Wunsch                                   |
survey        | response                                     | Rücklauf, Befragung                      |
reason        |                                              | Grund                                    |
found_by      |                                              | gefunden durch, gefunden von             |
checked       |                                              | geprüft, geprüft am                      |
person        | natural person                               | Einzelperson, natürliche Person          |
publish       |                                              | veröffentlichen                          |
publish_ties  |                                              | Verbindungen veröffentlichen             |
informed      |                                              | informiert, informiert am                |
delete_after  |                                              | löschen nach                             |
"""
_TIES = """
source        | from                                         | von, Quelle                              |
target        | to                                           | nach, an, Ziel                           |
kind          | relation                                     | Art, Beziehungsart, Verbindungsart, Art der Verbindung, Art der Beziehung |
intensity     | strength                                     | Intensität                               |
weight        |                                              | Gewicht                                  |
reported_by   |                                              | genannt von                              |
since         |                                              | seit                                     |
until         |                                              | bis                                      |
note          | notes                                        | Bemerkung, Notiz, Bemerkungen, Notizen   |
"""
_CONTACTS = """
actor         | organization, organisation, name             | Akteur                                   |
date          |                                              | Datum                                    |
by            |                                              | von, durch, wer                          |
channel       |                                              | Kanal, Weg                               |
outcome       | result                                       | Ergebnis                                 |
next          | next step                                    | nächster Schritt, Wiedervorlage          |
note          | notes                                        | Bemerkung, Notiz, Bemerkungen, Notizen   |
"""
_EVENTS = """
event         |                                              | Veranstaltung                            |
format        |                                              |                                          | format
date          |                                              | Datum                                    |
actor         | organization, organisation, name             | Akteur                                   |
invited       |                                              | eingeladen                               |
answer        |                                              | Antwort, Rückmeldung                     |
came          |                                              | gekommen, dabei, teilgenommen            |
role          |                                              | Rolle                                    |
"""
_LANDSCAPE = """
name          |                                              |                                          | name
place         | city                                         | Ort, Stadt                               |
date          |                                              | Datum, Stand, Stichtag                   |
language      |                                              | Sprache                                  |
boundary      |                                              | Abgrenzung                               |
by            |                                              | gegliedert nach                          |
scheme        |                                              | Schema                                   |
sources       | source                                       | Quellen, Quelle                          |
reports       |                                              | Meldungen                                |
publish_columns |                                            | Spalten veröffentlichen                  |
circles       |                                              | Kreise                                   |
feedback      |                                              | Rückmeldung                              |
accessibility |                                              | Barrierefreiheit                         |
vision        |                                              |                                          | vision
goals         |                                              | Ziele                                    |
indicators    |                                              | Indikatoren                              |
"""
_TABLES: dict[Kind, str] = {
    "actors": _ACTORS,
    "ties": _TIES,
    "contacts": _CONTACTS,
    "events": _EVENTS,
    "landscape": _LANDSCAPE,
}
NEEDED: dict[Kind, tuple[tuple[str, ...], ...]] = {
    "actors": (("id", "name"),),
    "ties": (("source",), ("target",)),
    "contacts": (("actor",),),
    "events": (("event",), ("actor",)),
    "landscape": (),
}
"""Of each group at least one key must be among the headings."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a heading is known as: its key, whether it is the key's own name, and its language if it is of one only."""

    key: str
    own: bool
    language: Language | None


@dataclass(frozen=True, slots=True)
class Matched:
    """Headings with the keys that they stand for.

    ``keys`` has a key or None (an attribute) for each heading; ``twice`` pairs of places where the later stands for
    the same key under the same name; ``aside`` triples of key, place used and place left over as an attribute although
    both are but other names of the key.
    """

    keys: tuple[str | None, ...]
    twice: tuple[tuple[int, int], ...]
    aside: tuple[tuple[str, int, int], ...]


@cache
def headings(table: Kind) -> dict[str, Known]:
    """Every heading that a table knows, folded."""
    known: dict[str, Known] = {}
    for line in _TABLES[table].strip().splitlines():
        key, english, german, both = (part.strip() for part in line.split("|"))
        names: tuple[tuple[str, Language | None], ...] = ((both, None), (key, "en"), (english, "en"), (german, "de"))
        for written, language in names:
            for name in filter(None, (part.strip() for part in written.split(","))):
                for spelled in _spellings(name):
                    known.setdefault(spelled, Known(key, spelled == fold(key), language))
    return known


def _spellings(name: str) -> set[str]:
    """A name folded, with and without ä, ö, ü."""
    plain = name.translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}))
    return {fold(name), fold(plain)}


def folded(heading: str) -> str:
    """A heading as it is looked up: without what does not matter, and without a colon or asterisk at its end."""
    return fold(heading.rstrip("*: \t"))


def known(table: Kind, heading: str) -> Known | None:
    """What a table knows a heading as."""
    return headings(table).get(folded(heading))


def key_of(table: Kind, heading: str) -> str | None:
    """The key that a heading stands for in a table, None for an attribute."""
    found = known(table, heading)
    return found.key if found else None


def match(table: Kind, written: Sequence[str]) -> Matched:
    """Find the key of each heading: the key's own name wins over its other names, the first over later ones."""
    about = [known(table, heading) for heading in written]
    place: dict[str, int] = {}
    for i, found in enumerate(about):
        if found and (found.key not in place or (found.own and not _own(about[place[found.key]]))):
            place[found.key] = i
    keys = tuple(found.key if found and place[found.key] == i else None for i, found in enumerate(about))
    over = [(found, place[found.key], i) for i, found in enumerate(about) if found and place[found.key] != i]
    return Matched(
        keys=keys,
        twice=tuple((i, j) for found, i, j in over if folded(written[i]) == folded(written[j])),
        aside=tuple(
            (found.key, i, j) for found, i, j in over if folded(written[i]) != folded(written[j]) and not _own(about[i])
        ),
    )


def _own(found: Known | None) -> bool:
    return found is not None and found.own


def complete(table: Kind, written: Iterable[str]) -> bool:
    """Whether the keys that a table can't be without are among the headings."""
    keys = {key_of(table, heading) for heading in written}
    return all(any(key in keys for key in group) for group in NEEDED[table])


def language_of(written: Iterable[tuple[Kind, str]]) -> Language | None:
    """German where more headings are German than English, English where not; None without a heading of one language."""
    count = {"de": 0, "en": 0}
    for table, heading in written:
        found = known(table, heading)
        if found and found.language:
            count[found.language] += 1
    if not any(count.values()):
        return None
    return "de" if count["de"] > count["en"] else "en"
