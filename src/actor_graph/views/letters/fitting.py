"""Which words of an entry can stand in a letter: the names of things, without what is no answer or more than a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actor_graph.views.letters.fields import names_of
from actor_graph.words import LANGUAGES
from actor_graph.words.fold import fold

LONGEST, WORDS, ABBREVIATION = 60, 6, 5
"""So long may an entry be, in characters and in words; so many capitals may be an abbreviation."""
_NO_PLAIN_WORD = frozenset('()[]{}<>:?!="')
_AROUND = " .,;!?-–—_/*'’\t\n"
_COMMA = re.compile(r"(?<!\d)[,،、]|[,،、](?!\d)")
"""A comma between words, not that of a number."""
_AND_SO_ON = re.compile(r"\s(?:usw|etc|u\.\s?a|u\.\s?v\.\s?m|and so on)\.?$", re.IGNORECASE)


def fitting(entries: Sequence[str]) -> tuple[list[str], bool]:
    """The entries that a letter can repeat, each once, and whether somebody should read what became of the others.

    An entry that is no answer (“nothing”, “k. A.”, “-”) goes without a word. One with brackets, a condition, a doubt or
    a sentence in it stays out, one in capitals is written as usual, one with commas is taken as several, unless one of
    these stays out; all these should be read.
    """
    found: dict[str, str] = {}
    doubtful = False
    for entry in entries:
        words, to_read = _words(entry)
        doubtful = doubtful or to_read
        for word in words:
            found.setdefault(fold(word), word)
    return list(found.values()), doubtful


def _words(entry: str) -> tuple[list[str], bool]:
    """The words of one entry, and whether it should be read."""
    parts = [" ".join(part.split()) for part in _COMMA.split(entry)]
    pairs = [(usual(_AND_SO_ON.sub("", part).strip(_AROUND)), part) for part in parts]
    said = [(word, part) for word, part in pairs if not _is_no_answer(word)]
    words = [word for word, _ in said]
    if not all(map(_plain, words)) or any(map(_goes_on, words[1:])):
        return [], True
    return words, bool(words) and (len(parts) > 1 or any(word != part.rstrip(".") for word, part in said))


def _is_no_answer(word: str) -> bool:
    return not any(map(str.isalpha, word)) or fold(word.replace(".", "")) in _listed("no_answer")


def _goes_on(part: str) -> bool:
    """Whether what stands behind a comma belongs to what stands before it: “somebody, who writes applications”."""
    return fold(part.split()[0]) in _listed("goes_on")


def usual(text: str) -> str:
    """A text in capitals as one writes it: “TROMMELN” is “Trommeln”, “BNE” stays."""
    letters = sum(map(str.isalpha, text))
    if not text.isupper() or letters <= ABBREVIATION:
        return text
    return " ".join(word.capitalize() if len(word) > 3 else word.lower() for word in text.split())


def _plain(word: str) -> bool:
    """Whether it names a thing, as far as that can be seen: short, without brackets, conditions and verbs."""
    parts = word.split()
    if len(word) > LONGEST or len(parts) > WORDS or _NO_PLAIN_WORD & set(word):
        return False
    return not any(fold(part.strip(_AROUND)) in _listed("no_plain_word") for part in parts)


def _listed(sentence: str) -> set[str]:
    return {fold(word.replace(".", "")) for language in LANGUAGES for word in names_of(sentence, language)}
