"""Who reads a letter and where it goes, from the columns of contact data as people head them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from actor_graph.landscape import Table
from actor_graph.privacy.redaction import is_nothing_but_contacts
from actor_graph.views.letters.reader import is_perhaps_several, people, reader
from actor_graph.words.fold import fold
from actor_graph.words.visible import visible

MOST_LINES = 6
"""So many lines an address window has for an address."""
_COLUMNS = {
    "given": r"(?:kontakt|contact)?(?:vorname|firstname|forename|givenname)",
    "family": r"(?:kontakt|contact)?(?:nachname|familienname|zuname|lastname|surname|familyname)",
    "person": r"ansprech(?:partner|person).*|kontakt(?:person|name|partner).*|contact(?:person|name)?|kontakt",
    "head": r"(?:1\.)?(?:vorsitz.*|leitung|leiter(?:/?in)?|geschäftsführ.*|vorstand|chair.*|director|president)",
    "whole": r"(?:contact|post|brief|liefer|büro|vereins|kontakt)?(?:anschrift|adresse|address)",
    "street": r"(?:contact)?(?:strasse(?:.*hausn.*|nr\.?)?|str\.?|street(?:address|name)?|addressline1?)",
    "house": r"(?:hausnummer|hausnr\.?|housenumber|nr\.?)",
    "box": r"(?:postfach|pobox)",
    "code": r"(?:plz|postleitzahl|postcode|postalcode|zip|zipcode)",
    "town": r"(?:ort|stadt|wohnort|postort|gemeinde|city|town)",
    "both": r"(?:plz|postleitzahl)(?:/|,|und|\+)?(?:ort|stadt)",
    "email": r"(?:contact|kontakt)?e?mail(?:adress.*)?",
}
"""What folded headings mean."""
_FOUR_DIGITS = re.compile(r"\d{4}(?:\s+[^\W\d]\D*)?")
"""A line of a code of four digits with a place, or of such a code alone."""
_MAIL = re.compile(r"[^\s;,<>()]+@[^\s;,<>()]+")


@dataclass(frozen=True)
class Postal:
    """The person who reads a letter, the lines of its address below the name, an e-mail address; empty if unknown.

    ``title`` is “Frau” or “Herr” where it stands before the person's name; ``unread`` are cells for a person that name
    none as they are, ``several`` one that names more than one, or perhaps does; ``named`` are all whom it names.
    """

    person: str = ""
    title: str = ""
    lines: tuple[str, ...] = ()
    email: str = ""
    unread: bool = False
    several: bool = False
    named: tuple[str, ...] = ()

    @property
    def short_code(self) -> bool:
        """Whether the postcode has four digits, as abroad, or as where a spreadsheet has dropped the 0 in front."""
        return bool(self.lines) and bool(_FOUR_DIGITS.fullmatch(self.lines[-1]))


def postal(actors: Table, row: int, city: str) -> Postal:
    """What the sheet has of an actor; ``city`` stands in where there is a postcode without a place."""
    cells = {meaning: next(_cells(actors, row, meaning), "") for meaning in _COLUMNS}
    mail = _MAIL.search(cells["email"])
    return replace(_person(cells), lines=tuple(_lines(cells, city)), email=mail[0] if mail else "")


def _cells(actors: Table, row: int, meaning: str) -> Iterator[str]:
    """The filled cells of the columns with this meaning, of contact columns and others."""
    for key in (*actors.contact, *actors.extra, *(["place"] if meaning == "town" else [])):
        cell = actors[key][row] if key in actors else None
        if cell and re.fullmatch(_COLUMNS[meaning], fold(actors.headings.get(key, key))):
            text = "; ".join(cell) if isinstance(cell, tuple) else str(cell)
            if text.strip():
                yield text.strip()


def _person(cells: dict[str, str]) -> Postal:
    """The person of the first cell that names somebody, nobody where it names several."""
    both = [f"{cells['given']} {cells['family']}"] if cells["given"] and cells["family"] else []
    texts = [text for text in (*both, cells["person"], cells["head"]) if text and not is_nothing_but_contacts(text)]
    for text in texts:
        named = tuple(people(text))
        if len(named) > 1:
            return Postal(several=True, named=named)
        title, name = reader(text)
        if name:
            unread = not all(word in text for word in name.split())
            return Postal(name, title, unread=unread, several=is_perhaps_several(text), named=(name,))
    return Postal(unread=bool(texts))


def _lines(cells: dict[str, str], city: str) -> Iterator[str]:
    """Street or box, then code and place; or an address that stands in one cell."""
    street = " ".join(part for part in (cells["street"], cells["house"]) if part)
    place = cells["both"] or " ".join(part for part in (cells["code"], cells["town"] or city) if part)
    if cells["code"] or cells["both"]:
        yield from (visible(line) for line in (street or cells["box"] or cells["whole"], place) if line)
    elif street or cells["whole"]:
        whole = street or cells["whole"]
        lines = [part.strip() for part in re.split(r"[;,\n\r|•]+", whole) if part.strip()]
        yield from map(visible, [*lines, *([place] if street and len(lines) == 1 else [])])
    elif cells["box"]:
        yield from map(visible, filter(None, (cells["box"], place)))
