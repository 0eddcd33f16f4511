"""Which words of two names are the same, and how far."""

from __future__ import annotations

from dataclasses import dataclass, field

from actor_graph.matching.abbreviations import initials, syllables
from actor_graph.matching.frequency import Frequency
from actor_graph.matching.lexicon import opposed
from actor_graph.matching.likeness import (
    CUT,
    TYPO,
    begin_otherwise,
    consonants,
    derived,
    kindred,
    near,
    slipped,
    word_alike,
)
from actor_graph.matching.transliteration import latin, one_spelling, sound
from actor_graph.matching.word import Name, Word

_READ = 5
"""From so many letters on an abbreviation may be a word in capitals."""
SPELLED, APART, SHORT, SKIPPED, GIVEN = 1.0, 0.97, 0.85, 0.78, 0.95
"""How far words are the same: by sound, in parts, by initials, with a part left out, given beside the name."""


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
        """The words of both names that the other lacks, without those that a known name may lack."""
        sides = (self.a.words[i] for i in sorted(self.left)), (self.b.words[j] for j in sorted(self.right))
        left, right = ([word for word in side if not word.spare] for side in sides)
        return left, right


def aligned(a: Name, b: Name, often: Frequency) -> Aligned:
    """Find for each word of two names the words of the other that are the same."""
    found = Aligned(a, b)
    _cut(found)
    close: dict[int, list[int]] = {}
    for i in sorted(found.left):
        one = a.words[i]
        close[i] = [j for j in sorted(found.right) if not begin_otherwise(one, b.words[j])]
        for j in close[i]:
            if _same(one, b.words[j]):
                found.join((i,), (j,), SPELLED, _spelling(one, b.words[j]))
                break
    _wholes(found, often)
    _apart(found)
    _given(found)
    _initials(found)
    for alike in (word_alike, consonants, kindred, derived):
        for i in sorted(found.left):
            others = found.right if alike is kindred else found.right.intersection(close[i])
            likely = [(*told, -j) for j in others if (told := alike(a.words[i], b.words[j], often))[0]]
            if likely:
                best = max(likely)
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
            if not {i} <= found.left or not {j} <= found.right or not (a.whole or b.whole) or not near(one, other):
                continue
            known = often.names.get(f"={one}", 0) > 1 and often.names.get(f"={other}", 0) > 1
            if not known and not opposed(sound(one), sound(other)):
                left, right = _parts(found.a, one), _parts(found.b, other)
                found.shared = [
                    entry for entry in found.shared if not ({*entry[0]} & {*left} or {*entry[1]} & {*right})
                ]
                found.join(left, right, TYPO, "typo")


def _same(one: Word, other: Word) -> bool:
    """Whether two words are the same but for endings, ways of writing a sound, and accents."""
    if one.number or other.number:
        return one.number == other.number or _same_year(one, other)
    if (one.short or other.short) and min(len(one.text), len(other.text)) < _READ:
        return one.text == other.text
    if one.stem == other.stem or one.sound == other.sound or (len(one.plain) > 3 and one.plain == other.plain):
        return True
    return (one.text[0] == "a" or other.text[0] == "a") and (
        _with_article(one.text, other.text) or _with_article(other.text, one.text)
    )


def _with_article(one: str, other: str) -> bool:
    """Whether one word is the other with the Arabic article written to it, as Arrahman is Rahman."""
    return len(other) > 3 and one[-len(other) :] == other and one[: -len(other)] in (f"a{other[0]}", "al")


def _same_year(one: Word, other: Word) -> bool:
    """Whether one of two numbers is a year and the other its last two figures, as 1955 and 55."""
    long, short = (one, other) if len(one.text) == 4 else (other, one)
    return long.year and len(long.text) == 4 and len(short.text) == 2 and long.text.endswith(short.text)


def _spelling(one: Word, other: Word) -> str:
    if one.alias != other.alias or (one.alias and sound(latin(one.plain)) != sound(latin(other.plain))):
        return one.alias if one.alias and other.alias != "synonym" else other.alias
    if one.part != other.part or _with_article(one.text, other.text) or _with_article(other.text, one.text):
        return "apart"
    if one.text == other.text:
        return ""
    if one.number:
        return "number"
    if one.cut or other.cut:
        return "cut"
    if one.plain == other.plain or one_spelling(one.text) == one_spelling(other.text):
        return "spelling"
    return "typo" if one.sound == other.sound else "ending"


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
            word, short = one.words[i], one.words[i].acronym or one.words[i].text
            if word.part or len(short) > 8 or (len(short) < 3 and not aligned.shared):
                continue
            if word.kind != "telling" and not word.acronym:
                continue
            span = initials(other).get(short) if word.acronym else None
            if not span and 2 < len(short) < 7:
                span = syllables(other, short)
            if not span and word.acronym:
                span = _within(aligned, other, rest, short)
            if not span or not span & rest:
                continue
            if not span <= rest:  # the other words of it are given in full as well
                span &= rest
            alike = SHORT if len(span) <= len(short) else SKIPPED
            aligned.join((i,), tuple(sorted(span)), alike, "initials", turned)


def _within(aligned: Aligned, other: Name, rest: set[int], short: str) -> frozenset[int]:
    """The places of what is left of a name, if the letters of an abbreviation stand in it in their order.

    That is enough only beside a name of its own that both have.
    """
    span = sorted(i for i in rest if other.words[i].kind in ("telling", "noise") and not other.words[i].loose)
    left = "".join(other.words[i].text for i in span)
    shared = (aligned.a.words[i[0]] for i, *_ in aligned.shared)
    if left[:1] != short[0] or not any(word.own and word.kind == "telling" for word in shared):
        return frozenset()
    letters = iter(left)
    return frozenset(span) if all(letter in letters for letter in short) else frozenset()
