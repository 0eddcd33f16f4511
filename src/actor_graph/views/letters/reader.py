"""Who reads a letter: the one person that a cell names, or nobody where it says something else."""

from __future__ import annotations

import re
from typing import NamedTuple

from actor_graph.privacy.redaction import redact
from actor_graph.views.letters.fields import names_of
from actor_graph.words import LANGUAGES
from actor_graph.words.fold import fold
from actor_graph.words.visible import visible

MOST = 8
"""So many words has a name."""
_PART = re.compile(r"[;\n\r\t|•]+")
_SEVERAL = re.compile(r"[/&+]|\s(?:und|and|u\.|oder|or)\s", re.IGNORECASE)
_HYPHEN = re.compile("[-'’‐‑]")
_TITLES = {
    title: re.compile(rf"^(?:{words})(?:\s+|$)", re.IGNORECASE)
    for title, words in {
        "Frau": r"frau|fr\.", "Herr": r"herrn?|hrn?\.", "Ms": r"ms\.?|mrs\.?", "Mr": r"mr\.?",
    }.items()
}  # fmt: skip
_AHEAD = re.compile(
    r"^(?:[^:]{2,40}:|z\.\s?hd\.?(?:\s+v(?:on|\.))?|zu händen(?:\s+von)?|c/o|attn\.?:?)\s*", re.IGNORECASE
)
_LOWER = frozenset(
    "von vom zu zur zum van der den dem de la le da das do dos di del della du al el bin ibn ben y e af d".split()
)


class Reader(NamedTuple):
    """A person's title (“Frau”, “Herr”, “Ms”, “Mr” or empty) and name; both empty for nobody."""

    title: str = ""
    name: str = ""


def reader(cell: str) -> Reader:
    """The person that a cell names, the first of several parted by commas; nobody where it is no name.

    >>> reader("Vorsitzende: Awa Diop"), reader("Hr. Yilmaz, Vorsitz"), reader("N. N.")
    (Reader(title='', name='Awa Diop'), Reader(title='Herr', name='Yilmaz'), Reader(title='', name=''))
    """
    text = _AHEAD.sub("", _PART.split(cell.strip())[0].strip())
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 2 and all(len(part.split()) == 1 for part in parts):
        text = " ".join(reversed(parts))
    else:
        text = re.split(r",|\s[(–-]", text)[0].strip()
    title = title_of(text)
    name = _TITLES[title].sub("", text) if title else text
    return Reader(title, visible(_as_written(name))) if _is_name(name) else Reader()


def title_of(text: str) -> str:
    """The title that a text begins with, in one spelling: “Fr.” is “Frau”."""
    return next((title for title, words in _TITLES.items() if words.match(text)), "")


def _is_name(text: str) -> bool:
    """Whether it is the name of one person, as far as that can be seen."""
    words = text.split()
    if not 0 < len(words) <= MOST or any(map(str.isdigit, text)) or "?" in text or redact(text) != text:
        return False
    if _SEVERAL.search(text) or any(title_of(word) for word in words):
        return False
    if any(fold(word.strip(".:!()")) in _nobody() for word in words) or fold(text.replace(".", "")) in _nobody():
        return False
    small = [word for word in words if word[0].islower() and not word.endswith(".")]
    return all(fold(_HYPHEN.split(word)[0]) in _LOWER for word in small) and any(
        _long(word) for word in words if word not in small
    )


def _long(word: str) -> bool:
    return (sum(map(str.isalpha, word)) > 1 and not word.endswith(".")) or not word.isascii()


def _as_written(name: str) -> str:
    """A name in capitals as one writes it."""
    if not name.isupper() or sum(map(str.isalpha, name)) < 3:
        return name
    return " ".join(part.title() if fold(part) not in _LOWER else part.lower() for part in name.split())


def _nobody() -> set[str]:
    return {fold(word) for language in LANGUAGES for word in names_of("nobody", language)}
