"""Which columns of the tables stay inside, so that nobody is surprised that they are missing in an output."""

from __future__ import annotations

from dataclasses import dataclass

from actor_graph.landscape import Landscape
from actor_graph.privacy.redaction import redact


@dataclass(frozen=True)
class KeptBack:
    """A column that leaves in no output: its table, its heading, whether it holds contact data."""

    table: str
    heading: str
    contact: bool


def kept_back(landscape: Landscape) -> list[KeptBack]:
    """Contact columns, and further columns that ``publish_columns`` does not name, in the order of the tables.

    Further columns of the actors can still be shown in the office where somebody asks for them (``--by``, ``--show``);
    contact columns leave only with ``--with-contacts``; further columns of the ties leave in no output at all. The log
    and the events stay inside as a whole and are not listed.
    """
    released = set(landscape.meta.get("publish_columns") or ())
    nothing: set[str] = set()
    tables = (("actors", landscape.actors, released), ("ties", landscape.ties, nothing))
    return [
        KeptBack(name, redact(table.headings.get(key, key)), key in table.contact)
        for name, table, open_ in tables
        for key in table.columns
        if key in table.contact or (key in table.extra and not {key, table.headings.get(key, key)} & open_)
    ]
