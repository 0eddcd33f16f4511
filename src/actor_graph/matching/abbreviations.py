"""Which abbreviations the words of a name give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from actor_graph.matching.compounds import parts_of
from actor_graph.matching.customary import doubtful_names, latin_words
from actor_graph.matching.lexicon import stem, stop_words
from actor_graph.matching.transliteration import latin
from actor_graph.matching.word import Name, Word


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
            if word.number or word.short or word.body:
                break
            small = {"", stops[end]} if end > start and end in stops else {""}
            letters = {word.text[0], ""} if word.part and end > start else {word.text[0]}
            if word.alias == "translated":
                letters.add(latin(word.plain)[0])
            grown = {before + s + letter for before in grown for s in small for letter in letters if len(before) < 8}
            span = frozenset(range(start, end + 1))
            found |= {short: span for short in grown if 2 <= len(short) <= 8 and short not in found}
    known = dict(_customary(name))
    return known | {short: span for short, span in found.items() if len(short) > 2 or short not in _meaning()}


def _customary(name: Name) -> Iterator[tuple[str, frozenset[int]]]:
    """Abbreviations that are customary for words of the name, with the places of these."""
    stems = [word.stem for word in name.words]
    for start, first in enumerate(stems):
        for rest, short in _written_for().get(first, ()):
            if tuple(stems[start : start + len(rest)]) == rest:
                yield short, frozenset(range(start, start + len(rest)))


@cache
def _meaning() -> frozenset[str]:
    """Abbreviations of which it is known what they customarily mean."""
    return frozenset(short for short, _ in doubtful_names())


@cache
def _written_for() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By the first stem of a name in full: all its stems, and what may be written for it."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for short, full in doubtful_names():
        words = [word for word in latin_words(full) if word not in stop_words()]
        stems = tuple(stem(part) for word in words for part in parts_of(word))
        found[stems[0]].append((stems, short))
    return dict(found)


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
