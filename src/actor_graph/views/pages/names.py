"""What the file of a page is called: readable, safe on every system, and without the name of a natural person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actor_graph.landscape import Landscape
from actor_graph.writing.file_names import slug

_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")


def page_names(cleared: Landscape, actors: Sequence[int]) -> dict[int, str]:
    """The file name of each actor's page, by its row.

    Name and id in small letters and digits of their own script, so that no page goes to the wrong actor; the id alone
    where the name has none, ``actor`` where neither has; a number behind where that is taken. The landscape has to be
    cleared before: a natural person is ``person-1``.
    """
    taken: set[str] = set()
    names: dict[int, str] = {}
    for row in actors:
        id_, name = slug(str(cleared.actors["id"][row])), slug(str(cleared.actors["name"][row]))
        base = "-".join(dict.fromkeys(part for part in (name, id_) if part)) or "actor"
        free, n = base, 1
        while free in taken or _DEVICES.fullmatch(free):
            n += 1
            free = f"{base}-{n}"
        taken.add(free)
        names[row] = f"{free}.html"
    return names
