"""What tables are called: files, sheets and lists under English and German names."""

from __future__ import annotations

from actor_graph.vocabulary.aliases import Kind
from actor_graph.words import Language
from actor_graph.words.fold import fold

NAMES: dict[Kind, tuple[str, ...]] = {
    "actors": ("actors", "akteure"),
    "ties": ("ties", "verbindungen", "beziehungen"),
    "contacts": ("contacts", "kontakte"),
    "events": ("events", "veranstaltungen"),
    "tandems": ("tandems", "tandems"),
    "landscape": ("landscape", "landschaft"),
}


def name_of(kind: Kind, language: Language) -> str:
    """What we call a table as a sheet.

    >>> name_of("ties", "de"), name_of("ties", "en")
    ('Verbindungen', 'Ties')
    """
    return NAMES[kind][1 if language == "de" else 0].capitalize()


def table_named(name: str) -> Kind | None:
    """The table that a file (without its ending), a sheet or a list is by its name."""
    folded = fold(name)
    return next((kind for kind, names in NAMES.items() if folded in names), None)
