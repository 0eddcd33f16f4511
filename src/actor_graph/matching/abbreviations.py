"""Which abbreviations the words of a name give."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from actor_graph.matching.transliteration import latin

if TYPE_CHECKING:
    from actor_graph.matching.names import Name, Word


def initials(name: Name) -> dict[str, frozenset[int]]:
    """Abbreviations that the name may have, of two to eight letters, each with the places of the words it stands for.

    Each word gives its first letter, the later parts of a compound theirs or none (``Handelskammer``: h or hk), and so
    do small words.
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
            small = {"", stops[end]} if end > start and end in stops else {""}
            letters = {word.text[0], ""} if word.part and end > start else {word.text[0]}
            if word.alias == "translated":
                letters.add(latin(word.plain)[0])
            grown = {before + s + letter for before in grown for s in small for letter in letters if len(before) < 8}
            span = frozenset(range(start, end + 1))
            found |= {short: span for short in grown if 2 <= len(short) <= 8 and short not in found}
    return found


def syllables(name: Name, short: str) -> frozenset[int]:
    """The places of neighbors in a name whose beginnings make the abbreviation, as Jugendzentrum has Juze; else none.

    Each word gives one to three of its first letters, the later parts of a compound these or none.
    """
    for start, word in enumerate(name.words):
        if word.text[0] == short[0]:
            end = _beginnings(name.words, start, short)
            if end - start > 1:
                return frozenset(range(start, end))
    return frozenset()


def _beginnings(words: Sequence[Word], at: int, short: str) -> int:
    """The place behind the last of the words whose beginnings make the abbreviation, 0 where they do not."""
    if not short:
        return at
    if at == len(words) or words[at].number:
        return 0
    ends = [
        _beginnings(words, at + 1, short[n:]) for n in range(0 if words[at].part else 1, 4)
        if words[at].text[:n] == short[:n] and n <= len(words[at].text)
    ]  # fmt: skip
    return max(ends, default=0)
