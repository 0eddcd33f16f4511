"""Which words of an entry can stand in a letter: the names of things, without what is no answer or more than a name."""

from __future__ import annotations

from collections.abc import Sequence

from actor_graph.views.letters.fields import names_of
from actor_graph.words import LANGUAGES
from actor_graph.words.fold import fold

LONGEST, WORDS, ABBREVIATION = 60, 6, 5
"""So long may an entry be, in characters and in words; so many capitals may be an abbreviation."""
_NO_PLAIN_WORD = frozenset('()[]{}<>:?!="')
_AROUND = " .,;!?-–—_/*'’\t\n"


def fitting(entries: Sequence[str]) -> tuple[list[str], bool]:
    """The entries that a letter can repeat, each once, and whether somebody should read what became of the others.

    An entry that is no answer (“nothing”, “k. A.”, “-”) goes without a word. One with brackets, a condition, a doubt or
    a sentence in it stays out, and one in capitals is written as usual; both should be read.
    """
    found: dict[str, str] = {}
    doubtful = False
    for entry in entries:
        text = " ".join(entry.split())
        word = usual(text.strip(_AROUND))
        if not any(map(str.isalpha, word)) or fold(word.replace(".", "")) in _listed("no_answer"):
            continue
        if _plain(word):
            found.setdefault(fold(word), word)
        doubtful = doubtful or not _plain(word) or word != text.rstrip(".")
    return list(found.values()), doubtful


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
