"""How alike two names are, and in which words to say so.

The score is a soft Dice coefficient: twice the weight of the words that two names share over the weight of all words of
both. A word weighs the less the more names of the list have it, and little where it stands in names of all kinds
("Verein") or is the town's. It is 0 where the names differ in words that tell: where *both* have a word that the other
lacks, or where they differ in nothing but words that weigh little ("Arbeitskreis Asyl", "Initiative Asyl").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from math import log

from actor_graph.matching.lexicon import head_of, opposed, parts_of_bodies
from actor_graph.matching.names import Name, Word, initials
from actor_graph.matching.transliteration import is_arabic, skeleton, sound

WEIGHTS = {"telling": 1.0, "number": 1.0, "place": 0.15, "noise": 0.15}
_COMPOUND = 0.6
"""What a word weighs that ends in one of all kinds, such as Kulturverein."""
_NEARLY = 0.98
_SMALL_LIST = 20
_LINK = re.compile("(?:en|n|es|s|er|e)$")
SPELLED, WRITTEN, CUT, APART, SHORT, GIVEN, TYPO = 1.0, 0.9, 0.95, 0.97, 0.85, 0.95, 0.92
"""How far words are the same: by sound, Arabic consonants, cut off, in parts, by initials, given, by a slip."""


@dataclass(frozen=True)
class Frequency:
    """In how many of ``n`` names each stem stands."""

    n: int
    names: Mapping[str, int]

    def weight(self, word: Word) -> float:
        """What a word weighs: between 0.4 (in all names) and 1 (in one), times the weight of its class."""
        base = WEIGHTS[word.kind] if word.kind != "telling" or not word.head else _COMPOUND
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

    def __post_init__(self) -> None:
        self.left, self.right = set(range(len(self.a.words))), set(range(len(self.b.words)))

    def join(self, i: tuple[int, ...], j: tuple[int, ...], alike: float, why: str, turned: bool = False) -> None:
        """Take these words as the same; ``turned`` where ``i`` are places in ``b``."""
        i, j = (j, i) if turned else (i, j)
        self.left -= set(i)
        self.right -= set(j)
        self.shared.append((i, j, alike, why))


@dataclass(frozen=True, slots=True)
class Score:
    """How alike, and why, as names of phrases.

    ``common`` where a word that tells is shared, ``apart`` where nothing can speak for two such names being one.
    """

    value: float
    why: tuple[str, ...] = ()
    common: bool = False
    apart: bool = False


def compare(a: Name, b: Name, often: Frequency) -> Score:
    """Compare two names.

    >>> from actor_graph.matching.names import name_of
    >>> nord, sued = (name_of(f"Jugendzentrum {part}", frozenset(), {}) for part in ("Nord", "Süd"))
    >>> compare(nord, sued, Frequency(2, {})).value
    0.0
    """
    if a.whole == b.whole:
        return Score(1.0, ("same_name",))
    a, b = sorted((a, b), key=lambda name: (name.bare, name.whole))  # so that the score is the same both ways
    aligned = _aligned(a, b, often)
    value = _value(aligned, often)
    whys = _whys(aligned)
    telling = any(a.words[i].kind in ("telling", "number") for group, *_ in aligned.shared for i in group)
    if not (aligned.left or aligned.right) and aligned.shared:
        return Score(round(_below_sure(value, whys), 4), whys, common=telling)
    if not telling or _differ(aligned):
        return Score(0.0, whys, common=telling, apart=_apart_for_sure(aligned))
    return Score(round(_below_sure(value, whys), 4), whys, common=True)


def _below_sure(value: float, whys: tuple[str, ...]) -> float:
    """Only names that are the same but for what never matters are sure."""
    return value if whys in (("but_for_form",), ("spelling",)) else min(value, _NEARLY)


def _aligned(a: Name, b: Name, often: Frequency) -> Aligned:
    aligned = Aligned(a, b)
    _given(aligned)
    for i, one in enumerate(a.words):
        for j in sorted(aligned.right):
            if one.stem == b.words[j].stem or (one.number and one.number == b.words[j].number):
                aligned.join((i,), (j,), SPELLED, _spelling(one, b.words[j]))
                break
    _apart(aligned)
    _initials(aligned)
    for i in sorted(aligned.left):
        alike = [(*word_alike(a.words[i], b.words[j], often), -j) for j in aligned.right]
        best = max(alike, default=(0.0, "", 0))
        if best[0]:
            aligned.join((i,), (-best[2],), best[0], best[1])
    return aligned


def _spelling(one: Word, other: Word) -> str:
    if one.alias != other.alias:
        return "synonym"
    return "" if one.text == other.text or one.sound != other.sound else "spelling"


def word_alike(one: Word, other: Word, often: Frequency) -> tuple[float, str]:
    """How far two words that do not sound the same may be the same one, and why."""
    if one.number or other.number or opposed(one.sound, other.sound):
        return 0.0, ""
    if one.country and other.country:
        return (CUT, "cut" if one.cut or other.cut else "form") if one.country == other.country else (0.0, "")
    if is_arabic(one.text) != is_arabic(other.text):
        bones = skeleton(one.text)
        return (WRITTEN, "script") if len(bones) >= 2 and bones == skeleton(other.text) else (0.0, "")
    for cut, whole in ((one, other), (other, one)):
        if cut.cut and len(cut.text) > 1 and whole.text.startswith(cut.text):
            return CUT, "cut"
    if one.short or other.short or (often.is_known(one) and often.is_known(other)):
        return 0.0, ""
    near = slipped(one.stem, other.stem) and _spelled_alike(one.text, other.text)
    return (TYPO, "typo") if near else (0.0, "")


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
        spots = [j for j, word in enumerate(other.words) if word.short and word.text in one.given]
        tells = tuple(i for i, word in enumerate(one.words) if word.kind == "telling" or word.country)
        if spots and tells and len(spots[:1]) == 1 and not any(word.text in one.given for word in one.words):
            sides = (tells, (spots[0],))
            aligned.join(*sides, GIVEN, "given", turned)
            return


def _apart(aligned: Aligned) -> None:
    """Words that one name writes together and the other in parts."""
    for turned in (False, True):
        one, other = (aligned.b, aligned.a) if turned else (aligned.a, aligned.b)
        free, rest = (aligned.right, aligned.left) if turned else (aligned.left, aligned.right)
        for i in sorted(free):
            whole = one.words[i]
            for length in (2, 3, 4):
                for start in range(len(other.words) - length + 1):
                    span = tuple(range(start, start + length))
                    if i in free and rest >= set(span) and _composed(whole, [other.words[j] for j in span]):
                        aligned.join((i,), span, APART, "apart", turned)


def _composed(whole: Word, parts: list[Word]) -> bool:
    if whole.short or len(whole.text) < 6 or whole.sound[:1] != parts[0].sound[:1]:
        return False
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
            if one.words[i].short and (span := initials(other).get(one.words[i].text)) and span <= rest:
                spot = tuple(sorted(span))
                aligned.join((i,), spot, SHORT, "initials", turned)


def _value(aligned: Aligned, often: Frequency) -> float:
    """Twice the weight shared over all weight."""
    a, b = aligned.a.words, aligned.b.words
    shared = whole = 0.0
    for i, j, alike, _ in aligned.shared:
        weight = max(sum(often.weight(a[k]) for k in i), sum(often.weight(b[k]) for k in j))
        shared, whole = shared + 2 * weight * alike, whole + 2 * weight
    whole += sum(often.weight(a[i]) for i in aligned.left) + sum(often.weight(b[j]) for j in aligned.right)
    return shared / whole if whole else 0.0


def _over(aligned: Aligned) -> tuple[list[Word], list[Word]]:
    """The words of both sides that the other lacks."""
    return [aligned.a.words[i] for i in sorted(aligned.left)], [aligned.b.words[j] for j in sorted(aligned.right)]


def _differ(aligned: Aligned) -> bool:
    """Whether what is left over tells two actors apart: both have something, or one is a part of the other's body."""
    sides = _over(aligned)
    if any(word.stem in parts_of_bodies() for side in sides for word in side):
        return True
    tells, noise, place = ([_some(side, kinds) for side in sides] for kinds in _KINDS)
    if all(tells) or all(noise) or all(place):
        return True
    return any(tells[n] and noise[1 - n] and not _headed(sides[n], sides[1 - n]) for n in (0, 1))


_KINDS = (("telling", "number"), ("noise",), ("place",))


def _some(side: list[Word], kinds: tuple[str, ...]) -> bool:
    return any(word.kind in kinds for word in side)


def _headed(compounds: list[Word], nouns: list[Word]) -> bool:
    """Whether one side has a compound of the word that the other has, as Kulturverein is one of Verein."""
    return any(word.head and word.head.startswith(noun.stem) for word in compounds for noun in nouns)


def _apart_for_sure(aligned: Aligned) -> bool:
    """Whether numbers, countries or sides (north, south) tell two actors apart, whatever else they share."""
    left, right = _over(aligned)
    if any(word.number for word in (*left, *right)):
        return True
    return any((a.country and b.country) or opposed(a.sound, b.sound) for a in left for b in right)


def _whys(aligned: Aligned) -> tuple[str, ...]:
    found = [why for *_, why in aligned.shared if why]
    order = [i[0] for i, *_ in sorted(aligned.shared, key=lambda entry: entry[1][0])]
    if order != sorted(order):
        found.append("order")
    kinds = {(aligned.a.words[i].kind) for i in aligned.left} | {aligned.b.words[j].kind for j in aligned.right}
    if kinds:
        found.append("place_added" if kinds == {"place"} else "noise_added" if kinds <= {"place", "noise"} else "added")
    if not found and aligned.a.bare != aligned.b.bare:
        found.append("spelling")
    return tuple(dict.fromkeys(found)) or ("but_for_form",)
