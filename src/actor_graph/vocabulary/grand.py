"""The items of the Guidelines for Reporting About Network Data (GRAND), and what they are called in a landscape.

The numbers and names are those of version 0.0.6 (https://www.grand-statement.org).
"""

from __future__ import annotations

from functools import cache

from actor_graph.words import LANGUAGES, Language, say
from actor_graph.words.fold import fold

VERSION = "0.0.6"
ITEMS = {
    "data": ("1.1", "Daten"),
    "ethics": ("1.2", "Ethik"),
    "multiple": ("1.3", "mehrere"),
    "location": ("1.4", "Ort"),
    "time": ("1.5", "Zeit"),
    "available": ("1.6", "verfügbar"),
    "citation": ("1.7", "Zitat"),
    "nodes": ("2.1", "Knoten"),
    "size": ("2.2", "Größe"),
    "boundary": ("2.3", "Abgrenzung"),
    "missing": ("2.4", "fehlend"),
    "degree": ("2.5", "Grad"),
    "edges": ("3.1", "Kanten"),
    "direction": ("3.2", "Richtung"),
    "weight": ("3.3", "Gewicht"),
    "non_simple": ("3.4", "nicht einfach"),
    "bipartite": ("3.5", "bipartit"),
    "hypergraph": ("3.6", "Hypergraph"),
    "number": ("3.7", "Anzahl"),
    "symmetrized": ("4.1", "symmetrisiert"),
    "dichotomized": ("4.2", "dichotomisiert"),
    "projected": ("4.3", "projiziert"),
    "excluded": ("4.4", "ausgeschlossen"),
    "aggregated": ("4.5", "zusammengefasst"),
    "imputed": ("4.6", "ergänzt"),
}
"""Key, number and German name of each item, in the order of the guidelines."""


def item_of(written: str) -> str | None:
    """The key of the item that is meant by its key, its number or a name, also as the sheet prints it.

    >>> item_of("Ethik"), item_of("1.2"), item_of("Non-simple"), item_of("Mehrere Netze"), item_of("ethnicity")
    ('ethics', 'ethics', 'non_simple', 'multiple', None)
    """
    return _items().get(fold(written))


def label(key: str, language: Language) -> str:
    """What an item is called on the sheet."""
    return say(f"grand.item_{key}", language)


@cache
def _items() -> dict[str, str]:
    named = {key: (key, number, german) for key, (number, german) in ITEMS.items()}
    printed = {key: [label(key, language) for language in LANGUAGES] for key in ITEMS}
    return {fold(name): key for key in ITEMS for name in (*printed[key], *named[key])}
