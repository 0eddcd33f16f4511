"""How far two words that do not sound the same may be the same one, and why."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from actor_graph.matching.frequency import Frequency
from actor_graph.matching.lexicon import head_of, opposed
from actor_graph.matching.transliteration import is_arabic, skeleton
from actor_graph.matching.word import Word

_LONG = 10
_ROOT = 4
_LONGER = 9
"""From so many letters on a slip may be in the first."""
_VOWELS = re.compile("[aeiou]")
_SUFFIX = re.compile("(?:schaft(?:en)?|ung(?:en)?|heit|keit|innen|er|en|isch|lich)s?$")
_LINK = re.compile("(?:en|n|es|s|er|e)$")
WRITTEN, CUT, TYPO, KIN = 0.9, 0.95, 0.92, 0.9
"""How far words are the same: by Arabic consonants, cut off, by a slip, in kind."""


@cache
def _distance() -> Callable[..., int]:
    from rapidfuzz.distance import OSA

    return OSA.distance


def word_alike(one: Word, other: Word, often: Frequency) -> tuple[float, str]:
    """How far two words that do not sound the same may be the same one, and why."""
    if one.number or other.number:
        return 0.0, ""
    if one.country and other.country:
        return (CUT, "cut" if one.cut or other.cut else "form") if one.country == other.country else (0.0, "")
    for cut, whole in ((one, other), (other, one)):
        if cut.cut and len(cut.text) > 1 and whole.text.startswith(cut.text):
            return CUT, "cut"
        if _contracted(cut, whole):
            return CUT, "cut"
    if one.short or other.short or (often.is_known(one) and often.is_known(other)):
        return _written(one, other)
    if "translated" in (one.alias, other.alias) and slipped(one.plain, other.plain):
        return TYPO, "typo"
    slip = slipped(one.stem, other.stem) or near(one.text, other.text) or _swapped(one.sound, other.sound)
    if one.text.isascii() and other.text.isascii() and not slip:
        return 0.0, ""
    if is_arabic(one.text) != is_arabic(other.text):
        return _written(one, other)
    if opposed(one.sound, other.sound) or not (one.own or other.own or _mistyped(one, other, often)):
        return 0.0, ""
    if _two_families(one.text, other.text):
        return 0.0, ""
    alike = _swapped(one.sound, other.sound) or (slip and _spelled_alike(one.text, other.text))
    return (TYPO, "typo") if alike else (0.0, "")


def _mistyped(one: Word, other: Word, often: Frequency) -> bool:
    """Whether a common word stands in one name alone, and only by a letter too many, too few or swapped."""
    return near(one.text, other.text) and 1 in (often.names.get(one.stem), often.names.get(other.stem))


def begin_otherwise(one: Word, other: Word) -> bool:
    """Whether two words in Latin letters begin with letters that no slip makes the same."""
    if one.text[0] == other.text[0] or one.stem[0] == other.stem[0] or one.plain[:1] == other.plain[:1]:
        return False
    if one.number or other.number or (one.country and other.country) or "a" in (one.text[0], other.text[0]):
        return False
    return (len(one.stem) < _LONGER or len(other.stem) < _LONGER) and one.text.isascii() and other.text.isascii()


def _contracted(cut: Word, whole: Word) -> bool:
    """Whether a word with a full stop has letters of the other in their order, or one taken for a word begins it."""
    written = cut.plain if cut.alias == "synonym" else cut.text
    if (
        not (cut.cut or (cut.alias == "synonym" and written != cut.text))
        or not 2 < len(written) < len(whole.text)
        or whole.text[0] != written[0]
    ):
        return False
    if whole.text.startswith(written):
        return True
    letters = iter(whole.text)
    return cut.cut and all(letter in letters for letter in written)


def consonants(one: Word, other: Word, often: Frequency) -> tuple[float, str]:
    """Whether two names of their own have the same consonants, as Muhajirin and Mohadschirin."""
    if not (one.own and other.own) or one.short or other.short or one.text[0] != other.text[0]:
        return 0.0, ""
    bones = skeleton(one.text)
    if len(one.text) == len(other.text) < _LONG:
        return 0.0, ""
    return (WRITTEN, "consonants") if len(bones) > 3 and bones == skeleton(other.text) else (0.0, "")


def derived(one: Word, other: Word, often: Frequency) -> tuple[float, str]:
    """Whether one of two common words continues the other by an ending, as Trauernde does Trauer."""
    short, long = sorted((one.stem, other.stem), key=len)
    common = not ((one.own and other.own) or one.country or other.country) and one.kind == other.kind == "telling"
    if not common or len(short) <= _ROOT or short[:_ROOT] != long[:_ROOT]:
        return 0.0, ""
    near = long.startswith(short) and len(long) - len(short) < _ROOT
    roots = {one.text, _SUFFIX.sub("", one.text)} & {other.text, _SUFFIX.sub("", other.text)}
    return (KIN, "ending") if near or any(len(root) > _ROOT for root in roots) else (0.0, "")


def kindred(one: Word, other: Word, often: Frequency) -> tuple[float, str]:
    """Whether two words say nearly the same."""
    return (KIN, "kind") if one.kin and one.kin == other.kin else (0.0, "")


def _written(one: Word, other: Word) -> tuple[float, str]:
    """Whether one word is the other in Arabic letters."""
    if one.text.isascii() == other.text.isascii() or is_arabic(one.text) == is_arabic(other.text):
        return 0.0, ""
    if not all(is_arabic(word.text) or word.own for word in (one, other)):
        return 0.0, ""
    bones = skeleton(one.text)
    return (WRITTEN, "script") if len(bones) >= 2 and bones == skeleton(other.text) else (0.0, "")


def _two_families(one: str, other: str) -> bool:
    """Whether short words have other vowels in the same places, as Hagemann and Hegemann, who are two families."""
    if len(one) != len(other) or len(one) >= _LONG or one[-1] != other[-1] or sorted(one) == sorted(other):
        return False
    return _VOWELS.sub("", one) == _VOWELS.sub("", other)


def _spelled_alike(one: str, other: str) -> bool:
    """Whether words that sound alike are written alike, too: Marien and Martin are not."""
    return _distance()(one, other) <= (1 if min(len(one), len(other)) < 8 else 3)


@cache
def slipped(one: str, other: str) -> bool:
    """Whether one word may be a slip of the pen for the other: one sign in 5 to 7, two in longer ones.

    What compounds end in ("-gemeinde") does not make them longer, the letters that link it ("Kirchen-") do not matter,
    and only long words differ in the first sign.

    >>> slipped("freundshaftsverein", "freundshaftsverin"), slipped("marien", "martin")
    (True, False)
    """
    head = head_of(one)
    if head and head == head_of(other):
        one, other = one[: -len(head)], other[: -len(head)]
        if _LINK.sub("", one) == _LINK.sub("", other):
            return True
    length = min(len(one), len(other))
    if length < 5 or (one[0] != other[0] and length < _LONGER):
        return False
    return _distance()(one, other, score_cutoff=2) <= (1 if length < 8 else 2)


def _swapped(one: str, other: str) -> bool:
    """Whether two neighboring letters changed places, and no more."""
    return one != other and len(one) > _ROOT and sorted(one) == sorted(other) and _distance()(one, other) == 1


def near(one: str, other: str) -> bool:
    """Whether two compounds differ in one letter left out, doubled, added or swapped, and begin alike."""
    if min(len(one), len(other)) < 8 or one[:1] != other[:1]:
        return False
    return _distance()(one, other, score_cutoff=1) <= 1 and (len(one) != len(other) or sorted(one) == sorted(other))
