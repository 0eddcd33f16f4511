"""Which words of two names are the same, and how far."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from math import log

from actor_graph.matching.abbreviations import initials, syllables
from actor_graph.matching.kinds import is_own
from actor_graph.matching.lexicon import head_of, opposed
from actor_graph.matching.names import Name, Word
from actor_graph.matching.transliteration import is_arabic, latin, skeleton, sound

WEIGHTS = {"telling": 1.0, "number": 1.0, "place": 0.15, "noise": 0.15}
_COMMON = 0.6
"""What a word weighs that many names of any town have, such as culture or women."""
_SMALL_LIST = 20
_LINK = re.compile("(?:en|n|es|s|er|e)$")
SPELLED, WRITTEN, CUT, APART, SHORT, GIVEN, TYPO, KIN = 1.0, 0.9, 0.95, 0.97, 0.85, 0.95, 0.92, 0.9
"""How far words are the same: by sound, Arabic consonants, cut off, in parts, initials, given, by a slip, in kind."""


@dataclass(frozen=True)
class Frequency:
    """In how many of ``n`` names each stem stands, and in which."""

    n: int
    names: Mapping[str, int]
    where: Mapping[str, frozenset[int]] = field(default_factory=dict)

    def weight(self, word: Word) -> float:
        """What a word weighs: between 0.4 (in all names) and 1 (in one), times the weight of its class."""
        base = WEIGHTS["noise" if word.year else word.kind]
        if word.kind == "telling" and not (word.country or is_own(word.stem)):
            base = _COMMON
        if self.n < _SMALL_LIST:
            return base
        return base * (0.4 + 0.6 * log(self.n / max(1, self.names.get(word.stem, 1))) / log(self.n))

    def is_known(self, word: Word) -> bool:
        """Whether several names have the word, so that it is hardly a slip of the pen."""
        return self.names.get(word.stem, 0) > 1


@dataclass
class Aligned:
    """Two names, word by word: for each word of one the words of the other that are the same, and how far."""

    a: Name
    b: Name
    left: set[int] = field(default_factory=set)
    right: set[int] = field(default_factory=set)
    shared: list[tuple[tuple[int, ...], tuple[int, ...], float, str]] = field(default_factory=list)
    also: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.left, self.right = set(range(len(self.a.words))), set(range(len(self.b.words)))

    def join(self, i: tuple[int, ...], j: tuple[int, ...], alike: float, why: str, turned: bool = False) -> None:
        """Take these words as the same; ``turned`` where ``i`` are places in ``b``."""
        i, j = (j, i) if turned else (i, j)
        self.left -= set(i)
        self.right -= set(j)
        self.shared.append((i, j, alike, why))

    def over(self) -> tuple[list[Word], list[Word]]:
        """The words of both names that the other lacks."""
        return [self.a.words[i] for i in sorted(self.left)], [self.b.words[j] for j in sorted(self.right)]


def aligned(a: Name, b: Name, often: Frequency) -> Aligned:
    """Find for each word of two names the words of the other that are the same."""
    found = Aligned(a, b)
    _cut(found)
    for i, one in ((i, a.words[i]) for i in sorted(found.left)):
        for j in sorted(found.right):
            if _same(one, b.words[j]):
                found.join((i,), (j,), SPELLED, _spelling(one, b.words[j]))
                break
    _wholes(found, often)
    _apart(found)
    _given(found)
    _initials(found)
    for alike in (word_alike, _consonants, _kindred):
        for i in sorted(found.left):
            near = [(*told, -j) for j in found.right if (told := alike(a.words[i], b.words[j], often))[0]]
            if near:
                best = max(near)
                found.join((i,), (-best[2],), best[0], best[1])
    return found


def _cut(found: Aligned) -> None:
    """Compounds that the other name cuts off with a full stop."""
    for turned in (False, True):
        one, other = (found.b, found.a) if turned else (found.a, found.b)
        for i, word in enumerate(one.words):
            if not word.cut or len(word.text) < 4 or any(w.stem == word.stem and not w.whole for w in other.words):
                continue
            compound = next((w.whole for w in other.words if w.first and w.whole.startswith(word.text)), "")
            if compound:
                found.join((i,), _parts(other, compound), CUT, "cut", turned)


def _parts(name: Name, whole: str) -> tuple[int, ...]:
    """The places of the parts of a compound in a name."""
    return tuple(i for i, word in enumerate(name.words) if (word.whole or word.text) == whole)


def _wholes(found: Aligned, often: Frequency) -> None:
    """Compounds of which one is a slip of the pen for the other, wherever in it the slip stands."""
    for i in sorted(found.left):
        for j in sorted(found.right):
            a, b = found.a.words[i], found.b.words[j]
            one, other = a.whole or a.text, b.whole or b.text
            if not {i} <= found.left or not {j} <= found.right or not (a.whole or b.whole) or not _near(one, other):
                continue
            known = often.names.get(f"={one}", 0) > 1 and often.names.get(f"={other}", 0) > 1
            if not known and not opposed(sound(one), sound(other)):
                left, right = _parts(found.a, one), _parts(found.b, other)
                found.shared = [
                    entry for entry in found.shared if not ({*entry[0]} & {*left} or {*entry[1]} & {*right})
                ]
                found.join(left, right, TYPO, "typo")


def _near(one: str, other: str) -> bool:
    """Whether two compounds differ in one letter left out, doubled, added or swapped, and begin alike."""
    from rapidfuzz.distance import OSA

    if min(len(one), len(other)) < 8 or one[:1] != other[:1]:
        return False
    return OSA.distance(one, other, score_cutoff=1) <= 1 and (len(one) != len(other) or sorted(one) == sorted(other))


def _same(one: Word, other: Word) -> bool:
    """Whether two words are the same but for endings, ways of writing a sound, and accents."""
    if one.number or other.number:
        return one.number == other.number
    return one.stem == other.stem or one.sound == other.sound or (len(one.plain) > 3 and one.plain == other.plain)


def _kindred(one: Word, other: Word, often: Frequency) -> tuple[float, str]:
    return (KIN, "kind") if one.kin and one.kin == other.kin else (0.0, "")


def _spelling(one: Word, other: Word) -> str:
    if one.alias != other.alias or (one.alias and sound(latin(one.plain)) != sound(latin(other.plain))):
        return one.alias if one.alias and other.alias != "synonym" else other.alias
    if one.part != other.part:
        return "apart"
    if one.text == other.text:
        return ""
    if one.number:
        return "number"
    return (
        "cut"
        if one.cut or other.cut
        else "spelling"
        if one.sound == other.sound or one.plain == other.plain
        else "ending"
    )


def word_alike(one: Word, other: Word, often: Frequency) -> tuple[float, str]:
    """How far two words that do not sound the same may be the same one, and why."""
    if one.number or other.number:
        return 0.0, ""
    if one.country and other.country:
        return (CUT, "cut" if one.cut or other.cut else "form") if one.country == other.country else (0.0, "")
    for cut, whole in ((one, other), (other, one)):
        if cut.cut and len(cut.text) > 1 and whole.text.startswith(cut.text):
            return CUT, "cut"
    if one.short or other.short or (often.is_known(one) and often.is_known(other)):
        return _written(one, other)
    if "translated" in (one.alias, other.alias) and slipped(one.plain, other.plain):
        return TYPO, "typo"
    near = slipped(one.stem, other.stem) or _near(one.text, other.text)
    if one.text.isascii() and other.text.isascii() and not near:
        return 0.0, ""
    if is_arabic(one.text) != is_arabic(other.text):
        return _written(one, other)
    if not (is_own(one.stem) or is_own(other.stem)) or opposed(one.sound, other.sound):
        return 0.0, ""
    return (TYPO, "typo") if near and _spelled_alike(one.text, other.text) else (0.0, "")


def _consonants(one: Word, other: Word, often: Frequency) -> tuple[float, str]:
    """Whether two names of their own have the same consonants, as Muhajirin and Mohadschirin."""
    if not (is_own(one.stem) and is_own(other.stem)) or one.short or other.short or one.text[0] != other.text[0]:
        return 0.0, ""
    bones = skeleton(one.text)
    return (WRITTEN, "consonants") if len(bones) > 3 and bones == skeleton(other.text) else (0.0, "")


def _written(one: Word, other: Word) -> tuple[float, str]:
    """Whether one word is the other in Arabic letters."""
    if one.text.isascii() == other.text.isascii() or is_arabic(one.text) == is_arabic(other.text):
        return 0.0, ""
    if not all(is_arabic(word.text) or is_own(word.stem) for word in (one, other)):
        return 0.0, ""
    bones = skeleton(one.text)
    return (WRITTEN, "script") if len(bones) >= 2 and bones == skeleton(other.text) else (0.0, "")


def _spelled_alike(one: str, other: str) -> bool:
    """Whether words that sound alike are written alike, too: Marien and Martin are not."""
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other) <= (1 if min(len(one), len(other)) < 8 else 3)


@cache
def slipped(one: str, other: str) -> bool:
    """Whether one word may be a slip of the pen for the other: one sign in 5 to 7, two in longer ones.

    What compounds end in ("-gemeinde") does not make them longer, the letters that link it ("Kirchen-") do not matter,
    and only long words differ in the first sign.

    >>> slipped("freundshaftsverein", "freundshaftsverin"), slipped("marien", "martin")
    (True, False)
    """
    from rapidfuzz.distance import OSA

    head = head_of(one)
    if head and head == head_of(other):
        one, other = one[: -len(head)], other[: -len(head)]
        if _LINK.sub("", one) == _LINK.sub("", other):
            return True
    length = min(len(one), len(other))
    if length < 5 or (one[0] != other[0] and length < 9):
        return False
    return OSA.distance(one, other, score_cutoff=2) <= (1 if length < 8 else 2)


def _given(aligned: Aligned) -> None:
    """An abbreviation that one name gives beside itself, and the other is, or gives too, stands for all that tells."""
    for turned in (False, True):
        one, other = (aligned.b, aligned.a) if turned else (aligned.a, aligned.b)
        free, rest = (aligned.right, aligned.left) if turned else (aligned.left, aligned.right)
        spot = next((j for j in sorted(rest) if other.words[j].short and other.words[j].text in one.given), None)
        if spot is None:
            continue
        tells = {i for i, word in enumerate(one.words) if word.kind == "telling" or word.country}
        if tells and tells <= free:
            aligned.join(tuple(sorted(tells)), (spot,), GIVEN, "given", turned)
        elif tells - free:
            rest.discard(spot)
            aligned.also.append("given")


def _apart(aligned: Aligned) -> None:
    """Words that one name writes together and the other in parts."""
    for turned in (False, True):
        one, other = (aligned.b, aligned.a) if turned else (aligned.a, aligned.b)
        free, rest = (aligned.right, aligned.left) if turned else (aligned.left, aligned.right)
        for i in sorted(free) if len(rest) > 1 else ():
            whole = one.words[i]
            if whole.short or len(whole.text) < 6:
                continue
            for length in (2, 3, 4):
                for start in range(len(other.words) - length + 1):
                    if other.words[start].sound[:1] != whole.sound[:1]:
                        continue
                    span = tuple(range(start, start + length))
                    if i in free and rest >= set(span) and _composed(whole, [other.words[j] for j in span]):
                        aligned.join((i,), span, APART, "apart", turned)


def _composed(whole: Word, parts: list[Word]) -> bool:
    joined = sound("".join(part.text for part in parts))
    if abs(len(joined) - len(whole.sound)) > 2:
        return False
    return whole.sound == joined or (joined[:3] == whole.sound[:3] and slipped(whole.sound, joined))


def _initials(aligned: Aligned) -> None:
    """An abbreviation in one name that the initials of words of the other give."""
    for turned in (False, True):
        one, other = (aligned.b, aligned.a) if turned else (aligned.a, aligned.b)
        free, rest = (aligned.right, aligned.left) if turned else (aligned.left, aligned.right)
        for i in sorted(free):
            word = one.words[i]
            if word.kind != "telling" or word.part or len(word.text) > 8 or (len(word.text) < 3 and not aligned.shared):
                continue
            span = initials(other).get(word.text) if word.short else None
            if not span and 2 < len(word.text) < 7:
                span = syllables(other, word.text)
            if span and span <= rest:
                aligned.join((i,), tuple(sorted(span)), SHORT, "initials", turned)
