"""By which part of a name one is greeted: the surname, with the title of a doctor or professor; else it is unsure."""

from __future__ import annotations

import re
import unicodedata

from actor_graph.words import Language

_PARTICLES = frozenset(
    "von vom zu zur zum van der den dem de la le da do dos das di del della du al el ten ter v. d.".split()
)
"""They belong to the surname behind them, as they are written here."""
_ARTICLES = frozenset(("Al", "El"))
"""Particles that are written large, too."""
_FAMILY_FIRST = frozenset(
    "nguyen tran pham hoang huynh phan vu vo dang bui do ngo duong ly le li wang zhang chen liu yang huang zhao wu "
    "zhou xu zhu hu guo lin kim lee park choi kang yoon jang lim".split()
)
"""Surnames that are often written in front, without accents."""
_KEPT = re.compile(r"prof(?:\.|essor(?:in)?)?|dr\.?|dr\.in|pd", re.IGNORECASE)
_LEFT = re.compile(
    r"(?:med|phil|rer|nat|pol|oec|ing|jur|iur|theol|agr|paed|päd|soc|h|c|hc|mult|habil|dent|vet|sc|apl|em|mag|m|b|a)\."
    r"|-?ing\.|dipl\.?(?:-\w+\.?)?",
    re.IGNORECASE,
)


def academic(name: str) -> tuple[list[str], list[str]]:
    """The titles of a name that a letter keeps, and the words of the name behind all titles.

    >>> academic("Prof. Dr.med. Eva von der Aue")
    (['Prof.', 'Dr.'], ['Eva', 'von', 'der', 'Aue'])
    """
    words = re.sub(r"\.(?=[^\W\d_])", ". ", name).split()
    kept: list[str] = []
    while len(words) > 1 and (_KEPT.fullmatch(words[0]) or (kept and _LEFT.fullmatch(words[0]))):
        word = words.pop(0)
        if _KEPT.fullmatch(word):
            kept.append(word)
    return kept, words


def greeted(name: str, language: Language) -> str:
    """The surname behind its titles, in English behind the highest; empty where it can't be told what the surname is.

    Sure is the last of two words, a word alone, and what stands behind one first name from a particle on (“von der
    Aue”). Unsure are three words and more (“Ana María García”), a script that is not Latin, a word in capitals beside
    others, an initial at the end, and a first word that is often a surname itself (“Nguyen Minh”).
    """
    titles, words = academic(name)
    surname = _surname(words)
    if not surname:
        return ""
    return " ".join((*(titles[:1] if language == "en" else titles), surname))


def is_no_surname(name: str) -> bool:
    """Whether a name alone is a first name, as far as that can be seen: “Rolf”, “Yusuf K.”."""
    titles, words = academic(name)
    return not titles and (len(words) < 2 or _is_initial(words[-1]))


def _surname(words: list[str]) -> str:
    if not words or not all(map(_is_sure, words)) or words[-1].endswith(".") or _are_in_capitals(words):
        return ""
    full = [word for word in words if not _is_initial(word)]
    first = next((place for place, word in enumerate(full) if _is_particle(word)), None)
    if first is None:
        sure = len(full) == 1 or (len(full) == 2 and _bare(full[0]) not in _FAMILY_FIRST)
        return full[-1] if sure else ""
    behind = [word for word in full[first:] if not _is_particle(word)]
    return " ".join(full[first:]) if first <= 1 and behind == full[-1:] else ""


def _is_sure(word: str) -> bool:
    """Whether a word is of Latin letters, as a name is written."""
    return all(
        unicodedata.name(sign, "").startswith("LATIN")
        if sign.isalpha()
        else sign in ".-'’‐‑" or unicodedata.combining(sign)
        for sign in word
    )


def _are_in_capitals(words: list[str]) -> bool:
    """Whether some words are in capitals and others are not: the capitals are perhaps the surname."""
    loud = [word.isupper() for word in words if sum(map(str.isalpha, word)) > 2]
    return any(loud) and not all(loud)


def _is_particle(word: str) -> bool:
    return word in _PARTICLES or word in _ARTICLES


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word.endswith(".") and word not in _PARTICLES


def _bare(word: str) -> str:
    """A word without accents, in small letters."""
    apart = unicodedata.normalize("NFD", word.casefold().replace("đ", "d"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
