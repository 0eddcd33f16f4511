"""The headings of the contract, English and German, and what else they are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from actor_graph.vocabulary.aliases import TABLES, Kind
from actor_graph.words import Language
from actor_graph.words.fold import fold

NEEDED: dict[Kind, tuple[tuple[str, ...], ...]] = {
    "actors": (("id", "name"),),
    "ties": (("source",), ("target",)),
    "contacts": (("actor",),),
    "events": (("event",), ("actor",)),
    "tandems": (("a",), ("b",)),
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
    found: dict[str, Known] = {}
    for key, language, names in _listed(table):
        for name in names:
            for spelled in _spellings(name):
                found.setdefault(spelled, Known(key, spelled == fold(key), language))
        found.setdefault(fold(key), Known(key, True, "en"))
    return found


def _listed(table: Kind) -> Iterator[tuple[str, Language | None, list[str]]]:
    """The lines of a table of names: key, language (None for both), names."""
    key = ""
    for line in TABLES[table].strip().splitlines():
        about, _, names = line.partition(":")
        if not line.startswith(" "):
            key = about
        language: Language | None = "de" if about.strip() == "de" else "en" if about.strip() == "en" else None
        yield key, language, [name for name in map(str.strip, names.split(",")) if name]


@cache
def _written(table: Kind) -> dict[str, str]:
    """The first German name of each key, the key itself where it has none."""
    found: dict[str, str] = {}
    keys: dict[str, str] = {}
    for key, language, names in _listed(table):
        keys[key] = key
        if language == "de":
            found.setdefault(key, names[0])
    return keys | found


def heading(table: Kind, key: str, language: Language) -> str:
    """What we write above a column: its key in words, in German its first German name; an attribute as it is.

    >>> heading("actors", "found_by", "en"), heading("actors", "found_by", "de")
    ('found by', 'gefunden durch')
    """
    german = _written(table)
    if key not in german:
        return key
    return german[key] if language == "de" else key.replace("_", " ")


def _spellings(name: str) -> set[str]:
    """A name folded, with and without ä, ö, ü."""
    folded_ = fold(name)
    return {folded_, folded_.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")}


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
