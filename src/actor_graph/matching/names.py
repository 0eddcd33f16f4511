"""A name taken apart: what it means, what it is short for, and what may be left out of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from actor_graph.matching.lexicon import (
    country_of,
    head_of,
    legal_forms,
    noise_words,
    number_of,
    stem,
    stop_words,
)
from actor_graph.matching.transliteration import latin, sound

Class = Literal["telling", "noise", "place", "number"]
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_SHORT = re.compile(r"(?=(?:.*[^\W\d_a-zäöüß]){2})[^\W\d_]{2,6}")
_BETWEEN = re.compile(r"\s+[–—-]\s+|\s*[/|,:;]\s*")
_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_a-zäöüß]\.\s?){2,6}(?:[^\W\d_a-zäöüß](?!\w))?")
_APOSTROPHES = re.compile("['’ʼ`´‘]")
_LONGEST = 400
"""Signs of a name that are looked at."""

Synonyms = Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...]]]]
"""By the first word: the words of another name, and those that stand for it."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name.

    ``text`` is Latin where it can be, ``sound`` what is left of it when spellings are one, ``stem`` that without an
    ending. ``cut`` is a word cut off with a full stop (``Ev.``), ``short`` one of capitals (``DTF``).
    """

    text: str
    sound: str
    stem: str
    kind: Class
    cut: bool = False
    short: bool = False
    country: str = ""
    number: str = ""
    head: str = ""
    alias: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name: its words without legal form and without words that have no weight, and abbreviations given beside it.

    ``bare`` are its words as written, in small letters and alphabetical order.
    """

    whole: str
    words: tuple[Word, ...]
    given: frozenset[str] = frozenset()
    bare: str = ""
    stops: tuple[tuple[int, str], ...] = field(default=())


def name_of(text: str, places: frozenset[str], synonyms: Synonyms) -> Name:
    """Take a name apart.

    >>> [word.text for word in name_of("Deutsch-Türkischer Verein e. V. (DTV)", frozenset(), {}).words]
    ['deutsch', 'tuerkischer', 'verein']
    """
    whole = unicodedata.normalize("NFKC", text[:_LONGEST]).strip()
    rest, given = _given(_DOTTED.sub(lambda found: re.sub(r"[.\s]", "", found.group()) + " ", whole))
    raw = _without_legal(list(_split(rest))) or list(_split(whole))
    spoken = _said_in_full([(said, cut, word, False) for word, cut in raw if (said := latin(word))], synonyms)
    stop = stop_words()
    words: list[Word] = []
    stops: list[tuple[int, str]] = []
    shouted = len(spoken) > 1 and all(written.isupper() for _, _, written, _ in spoken)
    for said, cut, written, alias in spoken:
        if said in stop and not (written.isupper() and len(written) > 1) and not (cut and said not in ("u", "d", "e")):
            stops.append((len(words), said[0]))
        else:
            words.append(word_of(said, written, places, cut=cut, alias=alias, shouted=shouted))
    bare = "".join(sorted(written.lower() for _, _, written, _ in spoken))
    return Name(whole, tuple(words), frozenset(given), bare, tuple(stops))


def word_of(
    said: str, written: str, places: frozenset[str], *, cut: bool = False, alias: bool = False, shouted: bool = False
) -> Word:
    """What is known of one word."""
    heard = sound(said)
    root, number = stem(said), number_of(said)
    kind: Class = "telling"
    if number:
        kind = "number"
    elif root in noise_words():
        kind = "noise"
    elif root in places or heard in places:
        kind = "place"
    short = not alias and not shouted and bool(_SHORT.fullmatch(written))
    return Word(said, heard, root, kind, cut, short, country_of(heard), number, head_of(heard), alias)


def _given(whole: str) -> tuple[str, set[str]]:
    """The name without abbreviations given in brackets or behind a dash, and these."""
    given: set[str] = set()

    def bracket(found: re.Match[str]) -> str:
        inside = found.group(1).strip()
        if _SHORT.fullmatch(inside):
            given.add(latin(inside))
            return " "
        return f" {inside} "

    rest = _BRACKETS.sub(bracket, whole)
    parts = [part for part in _BETWEEN.split(rest) if part.strip()]
    short = [part for part in parts if _SHORT.fullmatch(part.strip())]
    if 0 < len(short) < len(parts) and max(map(len, parts)) > 8:
        given |= {latin(part.strip()) for part in short}
        rest = " ".join(part for part in parts if part not in short)
    return (rest, given) if rest.strip() else (whole, given)


def _split(text: str) -> Iterator[tuple[str, bool]]:
    """Words, and whether each is followed by a full stop; letters, marks and figures of all scripts belong to words."""
    word = ""
    for sign in _APOSTROPHES.sub("", text) + " ":
        if unicodedata.category(sign)[0] in "LMN":
            word += sign
            continue
        if sign == "&":
            yield "&", False
        if word:
            yield word, sign == "." and not word.isdigit()
        word = ""


def _without_legal(words: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """The words without legal forms, wherever these stand."""
    kept: list[tuple[str, bool]] = []
    said = [latin(word) for word, _ in words]
    at = 0
    while at < len(words):
        forms = legal_forms().get(said[at], ())
        length = next((len(form) for form in forms if tuple(said[at : at + len(form)]) == form), 0)
        if not length or (at == 0 and length == 1 and len(said[0]) < 3):  # “Ev. Gemeinde” is no e. V.
            kept.append(words[at])
            length = 1
        at += length
    return kept


def _said_in_full(raw: list[tuple[str, bool, str, bool]], synonyms: Synonyms) -> list[tuple[str, bool, str, bool]]:
    """The words, known other names replaced by the ones that the scheme has for them."""
    full: list[tuple[str, bool, str, bool]] = []
    at = 0
    while at < len(raw):
        for other, meant in synonyms.get(raw[at][0], ()):
            if tuple(word for word, *_ in raw[at : at + len(other)]) == other:
                full += [(word, False, word, True) for word in meant]
                at += len(other)
                break
        else:
            full.append(raw[at])
            at += 1
    return full


def synonyms_of(known: Mapping[str, Sequence[str]]) -> Synonyms:
    """The synonyms of a scheme as words: each other name leads to the word that the scheme lists it under.

    Where an abbreviation reads as a word of all kinds (BUND, the association, and Bund), it is left out.
    """
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for meant, others in known.items():
        for other in others:
            words = tuple(latin(word) for word, _ in _split(other))
            if words and not (len(words) == 1 and other.isupper() and stem(words[0]) in noise_words()):
                found.setdefault(words[0], []).append((words, tuple(latin(word) for word, _ in _split(meant))))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def initials(name: Name) -> dict[str, frozenset[int]]:
    """Abbreviations that the name may have, of three to eight letters, each with the places of the words it stands for.

    Each word gives its first letter, a compound that of its head too if wanted (``Handelskammer``: h or hk), small
    words theirs or none.
    """
    found: dict[str, frozenset[int]] = {}
    stops = dict(name.stops)
    count = min(len(name.words), 8)
    for start in range(count):
        grown = {""}
        for end in range(start, count):
            word = name.words[end]
            if word.number or word.short:
                break
            letters = {word.text[0]} | ({word.text[0] + word.head[0]} if word.head else set())
            small = {"", stops[end]} if end > start and end in stops else {""}
            grown = {before + s + letter for before in grown for s in small for letter in letters if len(before) < 8}
            if end > start or word.head:
                span = frozenset(range(start, end + 1))
                found |= {short: span for short in grown if 3 <= len(short) <= 8 and short not in found}
    return found
