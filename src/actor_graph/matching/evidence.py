"""What two entries share beside their names: contact data and the place. It is compared here, and never told."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from actor_graph.landscape import Landscape
from actor_graph.words.fold import fold

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"[+(]?\d[\d\s()/.-]{5,}\d")
_MOST = 3
"""What more actors share is the address of a house or of the office that made the list."""
STRONG = ("email", "phone", "website")

Shared = dict[tuple[int, int], set[str]]


def shared(landscape: Landscape) -> Shared:
    """For pairs of rows, which kinds of contact data they share: email, phone, website, address or contact."""
    rows: dict[tuple[str, str], list[int]] = defaultdict(list)
    actors = landscape.actors
    for key in dict.fromkeys((*actors.contact, "website")):
        for row, cell in enumerate(actors[key]):
            for trace in dict.fromkeys(_traces(key, cell)):
                rows[trace].append(row)
    found: Shared = defaultdict(set)
    for (kind, _), places in rows.items():
        if 1 < len(places) <= _MOST:
            for n, earlier in enumerate(places):
                for later in places[n + 1 :]:
                    found[earlier, later].add(kind)
    return dict(found)


def _traces(key: str, cell: object) -> Iterator[tuple[str, str]]:
    """What a cell holds, each in one form."""
    if not isinstance(cell, str):
        return
    mails = _MAIL.findall(cell)
    yield from (("email", mail.casefold()) for mail in mails)
    if key == "website":
        yield "website", re.sub(r"^(?:https?://)?(?:www\.)?|[/\s]+$", "", cell.strip().casefold())
        return
    phones = [re.sub(r"\D", "", phone) for phone in _PHONE.findall(_MAIL.sub(" ", cell))]
    phones = [re.sub("^(?:0049|49|0)", "", phone) for phone in phones if len(phone) >= 7]
    yield from (("phone", phone) for phone in phones)
    if not mails and not phones and len(cell) > 5:
        yield ("address" if any(sign.isdigit() for sign in cell) else "contact"), fold(cell)
