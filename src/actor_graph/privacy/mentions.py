"""Names and ids of actors inside texts, found as whole words in any case, spacing and punctuation, declined or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from unicodedata import normalize

from actor_graph.words.fold import fold

GONE = "[…]"
_WORD = re.compile(r"[^\W_]+")
_LEGAL_FORMS = {("e", "v"), ("ev",), ("e", "g"), ("eg",), ("gmbh",), ("ggmbh",), ("ug",), ("gug",), ("ag",)}
_SHORT = 3
"""A name of fewer signs is found only as it is written: “Bo”, not “bo”."""
_GENITIVE, _DECLINED = ("s", "es"), ("s", "es", "e", "n", "en", "ens", "er", "ern")
"""What a word of a name may end in besides in a German sentence; a name of one word in the genitive alone."""
_ADJECTIVE = ("e", "er", "es", "em", "en")
_STEM, _ALONE = 3, 4
"""So many letters are left of an adjective or a word without its ending, and of a name of one word, at least."""
_LOOSE = "enrms"
"""All letters of which endings are made: without them all forms of a word begin alike."""
Words = tuple[str, ...]


class Mentions:
    """Finds names in texts; a name is found without its legal form, too.

    A number or a single letter says nothing of whose id it is and stands in many texts: it is never looked for. The
    names are looked up by their first word, so that the time does not grow with their number. A name is found declined,
    too: nouns with the endings of their cases, adjectives in front of others with any ending; a name of one word, which
    may be a word of many texts, in the genitive alone. A longer name of those that ``stay`` is none of the others.

    >>> Mentions(["Weltladen Hafen e. V.", "7"]).redacted("Mit dem WELTLADEN Hafen, 7 mal")
    'Mit dem […], 7 mal'
    """

    def __init__(self, names: Iterable[str], stay: Iterable[str] = ()) -> None:
        self._names: dict[Words, set[Words]] = {}
        self._staying: set[Words] = set()
        self._lengths: dict[str, set[int]] = {}
        self._short: set[str] = set()
        for name in dict.fromkeys(names):
            for words in _spellings(name):
                self._add(words)
        for words in [words for name in dict.fromkeys(stay) for words in _spellings(name)]:
            self._add(words)
            self._staying.add(tuple(map(_folded, words)))

    def redacted(self, text: str) -> str:
        """The text with each name in it replaced by ``[…]``."""
        composed = normalize("NFC", text)
        places = list(self._places(composed))
        if not places:
            return text
        parts, last = [], 0
        for start, end in places:
            parts += [composed[last:start], GONE]
            last = end
        return "".join([*parts, composed[last:]])

    def __call__(self, text: str) -> bool:
        """Whether the text holds one of the names."""
        return next(self._places(normalize("NFC", text)), None) is not None

    def _add(self, words: Words) -> None:
        whole = "".join(words)
        if len(whole) < 2 or whole.isdigit():
            return
        if len(whole) < _SHORT:
            self._short.add(whole)
        else:
            folded = tuple(map(_folded, words))
            loose = tuple(map(_loose, folded))
            self._names.setdefault(loose, set()).add(folded)
            self._lengths.setdefault(loose[0], set()).add(len(folded))

    def _places(self, text: str) -> Iterator[tuple[int, int]]:
        found = list(_WORD.finditer(text))
        words = [_folded(match.group()) for match in found]
        at = 0
        while at < len(words):
            length = self._longest(words, at) or (1 if found[at].group() in self._short else 0)
            if length and not self._stays(words[at : at + length]):
                yield found[at].start(), found[at + length - 1].end()
            at += length or 1

    def _longest(self, words: list[str], at: int) -> int:
        """How many words from this place on are a name; the longest such."""
        lengths = self._lengths.get(_loose(words[at]), ())
        return max((n for n in lengths if at + n <= len(words) and self._is_name(words[at : at + n])), default=0)

    def _stays(self, words: list[str]) -> bool:
        """Whether these words are a name that stays: as it is written, or declined and no other is."""
        names = self._names.get(tuple(map(_loose, words)), set()) if self._staying else set()
        meant = {tuple(words)} & names or {name for name in names if _is_form(words, name)}
        return bool(meant) and meant <= self._staying

    def _is_name(self, words: list[str]) -> bool:
        names = self._names.get(tuple(map(_loose, words)), set())
        return tuple(words) in names or any(_is_form(words, name) for name in names)


@cache
def _folded(word: str) -> str:
    return fold(word)


@cache
def _loose(word: str) -> str:
    """A word without all letters at its end of which endings are made; few are left of some, so this only sorts."""
    return word.rstrip(_LOOSE)


def _is_form(words: Sequence[str], name: Words) -> bool:
    """Whether these words are a name as it stands declined in a German sentence."""
    if len(name) == 1:
        return _is_declined(words[0], name[0], _GENITIVE, _ALONE)
    *front, last = zip(words, name, strict=True)
    return _is_declined(*last, _DECLINED, _STEM) and all(
        _is_declined(word, of, _DECLINED, _STEM) or _is_same_adjective(word, of) for word, of in front
    )


def _is_declined(word: str, of: str, endings: Sequence[str], least: int) -> bool:
    return word == of or (len(of) >= least and word.startswith(of) and word[len(of) :] in endings)


def _is_same_adjective(word: str, of: str) -> bool:
    stems = [{form.removesuffix(end) for end in _ADJECTIVE if form.endswith(end)} for form in (word, of)]
    return any(len(stem) >= _STEM for stem in stems[0] & stems[1])


def _spellings(name: str) -> Iterator[Words]:
    """The words of a name, and those without the legal form at its end."""
    words = tuple(_WORD.findall(normalize("NFC", name)))
    if words:
        yield words
    for form in _LEGAL_FORMS:
        if len(words) > len(form) and tuple(map(_folded, words[-len(form) :])) == form:
            yield words[: -len(form)]
