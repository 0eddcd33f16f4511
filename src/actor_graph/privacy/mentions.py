"""Names and ids of actors inside texts, found as whole words in any case, spacing and punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from unicodedata import normalize

from actor_graph.words.fold import fold

GONE = "[…]"
_WORD = re.compile(r"[^\W_]+")
_LEGAL_FORMS = {("e", "v"), ("ev",), ("e", "g"), ("eg",), ("gmbh",), ("ggmbh",), ("ug",), ("gug",), ("ag",)}
_SHORT = 3
"""A name of fewer signs is found only as it is written: “Bo”, not “bo”."""
Words = tuple[str, ...]


class Mentions:
    """Finds names in texts; a name is found without its legal form, too.

    A number or a single letter says nothing of whose id it is and stands in many texts: it is never looked for. The
    names are looked up by their first word, so that the time does not grow with their number.

    >>> Mentions(["Weltladen Hafen e. V.", "7"]).redacted("Mit dem WELTLADEN Hafen, 7 mal")
    'Mit dem […], 7 mal'
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names: set[Words] = set()
        self._lengths: dict[str, set[int]] = {}
        self._short: set[str] = set()
        for name in dict.fromkeys(names):
            for words in _spellings(name):
                self._add(words)

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
            self._names.add(folded)
            self._lengths.setdefault(folded[0], set()).add(len(folded))

    def _places(self, text: str) -> Iterator[tuple[int, int]]:
        found = list(_WORD.finditer(text))
        words = [_folded(match.group()) for match in found]
        at = 0
        while at < len(words):
            length = self._longest(words, at) or (1 if found[at].group() in self._short else 0)
            if length:
                yield found[at].start(), found[at + length - 1].end()
            at += length or 1

    def _longest(self, words: list[str], at: int) -> int:
        """How many words from this place on are a name; the longest such."""
        lengths = self._lengths.get(words[at], ())
        return max((n for n in lengths if at + n <= len(words) and tuple(words[at : at + n]) in self._names), default=0)


@cache
def _folded(word: str) -> str:
    return fold(word)


def _spellings(name: str) -> Iterator[Words]:
    """The words of a name, and those without the legal form at its end."""
    words = tuple(_WORD.findall(normalize("NFC", name)))
    if words:
        yield words
    for form in _LEGAL_FORMS:
        if len(words) > len(form) and tuple(map(_folded, words[-len(form) :])) == form:
            yield words[: -len(form)]
