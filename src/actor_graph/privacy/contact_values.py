"""The values of contact columns that texts could repeat: people, addresses and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from actor_graph.landscape import Landscape, Table
from actor_graph.privacy.people import LEAST, WORD, Person, Words, folded, people
from actor_graph.privacy.redaction import redact
from actor_graph.words.fold import fold

_GIVEN = re.compile(r"(?:kontakt|contact)?(?:vorname|firstname|forename|givenname)")
_FAMILY = re.compile(r"(?:kontakt|contact)?(?:nachname|familienname|zuname|lastname|surname|familyname)")
_BORN = re.compile(r"geb|birth|dob")
_PARTS = re.compile(r"[;,|\n\r\t•]+")
_STREET = re.compile(
    r"(?:\d{0,2}\.?\s?[^\d\W][^\d]*?(?:\d{1,2}\.\s[^\d]+)?\s\d{1,3}\s?[a-z]?(?:\s?[-–/]\s?\d{1,3}\s?[a-z]?)?)"
    r"|\d{1,4}[a-z]?(?:\s[^\d\s]+)+?\s(?:street|st|road|rd|avenue|ave|lane|square|close|drive)\.?",
    re.IGNORECASE,
)
"""A street with the number of the house, or the number and the street; years and postcodes have more digits."""
_NO_STREET = frozenset(
    "seit ab bis nach vor um uhr von und oder ca etwa circa rund fur pro je mit since from until for with about".split()
)
_NUMBER = re.compile(r"[+(]?\d[\d\s/().+\u2010-\u2015-]*")
_DATE = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{4}")
_LEAST_DIGITS = 6


def contact_people(landscape: Landscape) -> Iterator[Person]:
    """The people in the contact columns of all tables, also those whose given name and surname stand in two columns."""
    for table in _tables(landscape):
        for key in table.contact:
            for cell in _cells(table, key):
                yield from people(cell)
        yield from _of_two_columns(table)


def contact_values(landscape: Landscape) -> Iterator[Words]:
    """The words of addresses and numbers in the contact columns, each as it may be written.

    An address is a street with a number; postcodes and places are none. A number has six digits or more; a date is one
    under a heading of birth alone. E-mail addresses and telephone numbers are found in any text without this
    (``privacy.redaction``).
    """
    for table in _tables(landscape):
        for key in table.contact:
            born = bool(_BORN.search(fold(table.headings.get(key, key))))
            for cell in _cells(table, key):
                for part in map(str.strip, _PARTS.split(cell)):
                    yield from _streets(part)
                    yield from _numbers(part, born)


def _tables(landscape: Landscape) -> list[Table]:
    tables = (landscape.actors, landscape.ties, landscape.contacts, landscape.events, landscape.tandems)
    return [table for table in tables if table is not None]


def _cells(table: Table, key: str) -> Iterator[str]:
    for cell in dict.fromkeys(table[key]):
        yield from (part for part in (cell if isinstance(cell, tuple) else (cell,)) if isinstance(part, str))


def _of_two_columns(table: Table) -> Iterator[Person]:
    given, family = (
        next((key for key in table.contact if said.fullmatch(fold(table.headings.get(key, key)))), None)
        for said in (_GIVEN, _FAMILY)
    )
    if given and family:
        for pair in dict.fromkeys(zip(table[given], table[family], strict=True)):
            if all(isinstance(cell, str) and cell.strip() for cell in pair):
                yield from people(f"{pair[0]} {pair[1]}")


def _streets(part: str) -> Iterator[Words]:
    words = tuple(WORD.findall(part))
    letters = sum(sign.isalpha() for sign in part)
    if letters < LEAST or redact(part) != part or not _STREET.fullmatch(part) or {*map(folded, words)} & _NO_STREET:
        return
    ways = {words}
    for whole, short in (("strasse", "str"), ("straße", "str"), ("str", "strasse"), ("Straße", "Str")):
        ways |= {tuple(w.removesuffix(whole) + short if w.endswith(whole) else w for w in words)}
    yield from ways


def _numbers(part: str, born: bool) -> Iterator[Words]:
    if _NUMBER.fullmatch(part) and sum(map(str.isdigit, part)) >= _LEAST_DIGITS and (born or not _DATE.fullmatch(part)):
        words = tuple(WORD.findall(part))
        yield words
        if not _DATE.fullmatch(part):
            yield ("".join(words),)
