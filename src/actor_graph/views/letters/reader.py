"""Who reads a letter: the one person that a cell names, or nobody where it names several or says something else."""

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
_PIECE = re.compile(rf"{_SEVERAL.pattern}|[,()]|\s[–-]\s", re.IGNORECASE)
_BESIDE = re.compile(
    r"^(?:(?:stellv|stv|vertr|i\.\s?v)\.|(?:stell)?vertret\w*|deputy|sowie|auch|und|and|oder|or)\s*:?\s+", re.IGNORECASE
)
"""Words in front of a second name."""
_DOCTOR = re.compile(r"(?:dr|prof)\.?\s", re.IGNORECASE)
_HYPHEN = re.compile("[-'’‐‑]")
_TITLES = {
    title: re.compile(rf"^(?:{words})(?:\s+|$)", re.IGNORECASE)
    for title, words in {
        "Frau": r"frau|fr\.", "Herr": r"herrn?|hrn?\.", "Ms": r"ms\.?|mrs\.?", "Mr": r"mr\.?",
    }.items()
}  # fmt: skip
_ANYWHERE = {
    title: re.compile(words.pattern.replace("^", r"(?:^|(?<=\s))"), words.flags) for title, words in _TITLES.items()
}
_AHEAD = re.compile(
    r"^(?:[^:,;(]{2,40}:|z\.\s?hd\.?(?:\s+v(?:on|\.))?|zu händen(?:\s+von)?|c/o|attn\.?:?)\s*", re.IGNORECASE
)
_LOWER = frozenset(
    "von vom zu zur zum van der den dem de la le da das do dos di del della du al el bin ibn ben y e af d".split()
)


class Reader(NamedTuple):
    """A person's title (“Frau”, “Herr”, “Ms”, “Mr” or empty) and name; both empty for nobody."""

    title: str = ""
    name: str = ""


def reader(cell: str) -> Reader:
    """The person that a cell names; nobody where it is no name, or more than one.

    >>> reader("Vorsitzende: Awa Diop"), reader("Hr. Yilmaz, Vorsitz"), reader("N. N.")
    (Reader(title='', name='Awa Diop'), Reader(title='Herr', name='Yilmaz'), Reader(title='', name=''))
    """
    text = _AHEAD.sub("", _PART.split(cell.strip())[0].strip())
    text = _in_order(text) or re.split(r",|\s[(–-]", text)[0].strip()
    title = title_of(text)
    name = _TITLES[title].sub("", text) if title else text
    found = Reader(title, visible(_as_written(name))) if _is_name(name) else Reader()
    return Reader() if len(people(cell)) > 1 else found


def people(cell: str) -> list[str]:
    """The names of all whom a cell names, as far as they can be seen, a title alone (“Herr und Frau Kaya”) as one.

    >>> people("Frau Nowak, Frau Zielinska"), people("Eva Lorenz; Tom Haas"), people("Müller, Anna")
    (['Nowak', 'Zielinska'], ['Eva Lorenz', 'Tom Haas'], ['Anna Müller'])
    """
    return [name for name, sure in _names(cell) if sure]


def is_perhaps_several(cell: str) -> bool:
    """Whether a word behind a name may be another person: “Eva Lorenz, Tom”."""
    return any(not sure for _, sure in _names(cell))


def _names(cell: str) -> list[tuple[str, bool]]:
    """What may be the name of somebody in a cell, and whether it is one, as far as that can be seen."""
    found: list[tuple[str, bool]] = []
    for part in filter(None, map(str.strip, _PART.split(cell))):
        whole = _in_order(_AHEAD.sub("", part))
        for piece in [whole] if whole else _PIECE.split(_AHEAD.sub("", part)):
            text = _BESIDE.sub("", _AHEAD.sub("", piece.strip()))
            start = next((match.start() for words in _ANYWHERE.values() if (match := words.search(text))), None)
            title = title_of(text[start:]) if start is not None else ""
            name = _TITLES[title].sub("", text[start:]).strip() if title else text.strip()
            if title and not name:
                found.append((title, True))
            elif _is_name(name) and (title or not _is_house(name)) and not name[0].islower():
                several, office = len(name.split()) > 1, is_office(name)
                if title or several or not office:
                    found.append((name, bool(title or _DOCTOR.match(name) or not found or (several and not office))))
    return found


def _in_order(text: str) -> str:
    """“Müller, Anna” as one says it; empty where it is written otherwise."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) != 2 or any(len(part.split()) != 1 or is_office(part) or _is_house(part) for part in parts):
        return ""
    return " ".join(reversed(parts))


def is_office(text: str) -> bool:
    """Whether a word of it is an office: “Pastor”."""
    return _has_word_of("office", text)


def _is_house(text: str) -> bool:
    """Whether a word of it is that of a place where people work: “Referat”."""
    return _has_word_of("house", text)


def _has_word_of(sentence: str, text: str) -> bool:
    return any(fold(word.strip(".:!()")) in _listed(sentence) for word in text.split())


def own_name(text: str) -> Reader:
    """A natural person by the name of its own entry; without what somebody wrote behind it in brackets.

    >>> own_name("Frau Rosa Mbeki (reads aloud)"), own_name("Anna und Ali Kaya (Paten)")
    (Reader(title='Frau', name='Rosa Mbeki'), Reader(title='', name='Anna und Ali Kaya'))
    """
    bare = " ".join(re.sub(r"[(\[][^)\]]*[)\]]?", " ", text).split()) or text
    found = reader(bare)
    return found if found.name else Reader("", bare)


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
    return _listed("nobody")


def _listed(sentence: str) -> set[str]:
    return {fold(word) for language in LANGUAGES for word in names_of(sentence, language)}
