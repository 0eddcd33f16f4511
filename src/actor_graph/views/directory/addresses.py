"""Web addresses as people write them, and what of them can be followed."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from actor_graph.words.visible import visible

_SIGNS = re.compile(r"[\w\-.~:/?#%&=+!$*,;@()]+")
_HOST = re.compile(r"(?=.{4,253}\Z)(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_](?:[\w-]{0,61}[^\W_])")
"""Names with a dot between, the last one no number: no address of a machine, no single word."""
LONGEST = 2000


class Address(NamedTuple):
    """An address as it was written, and where it leads; None where it is to be read alone."""

    text: str
    link: str | None = None


def addresses(given: str) -> tuple[Address, ...]:
    """The addresses of a cell: each a link if all are addresses, else the cell as one text.

    >>> [address.link for address in addresses("www.verein.de; https://zwei.example.org/x")]
    ['https://www.verein.de', 'https://zwei.example.org/x']
    >>> addresses("siehe Aushang")
    (Address(text='siehe Aushang', link=None),)
    """
    parts = [part for part in re.split(r"[\s;]+|,\s", given) if part]
    made = tuple(Address(part, link(part)) for part in parts)
    if all(address.link for address in made):
        return made
    return (Address(given),) if given else ()


def link(given: str) -> str | None:
    """Where an address leads: http and https as they are, ``www.`` with https before it; None for all else.

    What carries a user's name, a port out of range, a host without a dot or signs that hide where it leads, is none.

    >>> link("http://verein.de/wir"), link("javascript:alert(1)"), link("https://bank.de@elsewhere.org")
    ('http://verein.de/wir', None, None)
    """
    text = f"https://{given}" if given.casefold().startswith("www.") else given
    if len(text) > LONGEST or visible(text) != text or not _SIGNS.fullmatch(text):
        return None
    try:
        parts = urlsplit(text)
        fits = parts.port is None or parts.port > 0
    except ValueError:
        return None
    plain = parts.scheme in ("http", "https") and "@" not in parts.netloc
    return text if plain and fits and _HOST.fullmatch(parts.hostname or "") else None
