"""How alike two names are, and in which words to say so.

The score is a soft Dice coefficient: twice the weight of the words that two names share over the weight of all words of
both. A word weighs the less the more names of the list have it, and little where it stands in names of all kinds
("Verein") or is the town's. It is 0 where the names differ in words that tell: where *both* have a word that the other
lacks, or where they differ in nothing but words that weigh little ("Arbeitskreis Asyl", "Initiative Asyl").
"""

from __future__ import annotations

from dataclasses import dataclass

from actor_graph.matching.alignment import Aligned, aligned
from actor_graph.matching.bodies import in_brackets, other_bodies, other_initials
from actor_graph.matching.contradictions import Common, differ, surely_differ
from actor_graph.matching.frequency import Frequency
from actor_graph.matching.kinds import dropped
from actor_graph.matching.names import LONGEST
from actor_graph.matching.transliteration import latin, sound
from actor_graph.matching.word import Name, Word

_NEARLY = 0.98
_ALIKE = 0.5
_LOOSE = 0.3
"""What a word counts that one name has in brackets or behind a dash, or that is often left out, and the other lacks."""
_NAMED = 1.25
"""What a name of its own counts that one name has alone."""
_COUNTED = 2
"""A number of more figures is one in a register (Gruppe 1234), and often left out."""
_BODY = 1.6
"""What a word of a known body counts that one name has alone."""
_WITHIN = 0.74
"""The least that two names score of which one is within the other, and no third name of the list is like them."""
_PAIR, _RARE = 2, 3
"""A name of its own that more names of the list have does not make them out."""


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
    both = aligned(a, b, often)
    telling = any(a.words[i].kind in ("telling", "number") for group, *_ in both.shared for i in group)
    if not telling and any(why == "kind" for *_, why in both.shared):
        return Score(0.0)
    left, right = both.over()
    if not (left or right) and both.shared:
        if not (telling or _as_written(both)):
            return Score(0.0)
        return _score(_value(both, often), both, common=telling)
    shared = [word for i, j, *_ in both.shared for word in (*(a.words[n] for n in i), *(b.words[n] for n in j))]
    own, parts = _own(both, often), often.parts(left, right)
    alone = own or (telling and _alone(both, often))
    if telling and in_brackets(both):
        return _score(_WITHIN, both, common=True)
    common = Common(own, own and _own(both, often, _PAIR), parts)
    if not telling or other_bodies(both, shared) or other_initials(both, parts) or differ(left, right, shared, common):
        return Score(0.0, (), common=alone, apart=surely_differ(left, right))
    value = _value(both, often)
    if own or (value >= _ALIKE and alone and not any(word.own for word in (*left, *right))):
        value = max(value, _WITHIN + 0.2 * value)
    return _score(value, both, common=True)


def _score(value: float, both: Aligned, *, common: bool) -> Score:
    whys = _whys(both)
    return Score(round(_below_sure(value, whys), 4), whys, common=common)


def _as_written(both: Aligned) -> bool:
    """Whether two names are written alike or are of a place: what says little on its own says nothing translated."""
    words = [both.a.words[i] for group, *_ in both.shared for i in group]
    named = any(word.kind == "place" for word in words)
    return named or _whys(both) == ("but_for_form",) or sound(latin(both.a.whole)) == sound(latin(both.b.whole))


def _own(both: Aligned, often: Frequency, most: int = _RARE) -> bool:
    """Whether the names share a name of its own that makes them out in the list."""
    pairs = ([*(both.a.words[i] for i in left), *(both.b.words[j] for j in right)] for left, right, *_ in both.shared)
    return any(all(_is_rare(word, often, most) for word in words) for words in pairs)


def _is_rare(word: Word, often: Frequency, most: int) -> bool:
    own = word.kind == "telling" and not (word.short or word.alias or word.country) and word.own
    return own and often.names.get(word.stem, 0) <= most


def _alone(both: Aligned, often: Frequency) -> bool:
    """Whether no third name of the list has all the telling words that the two share."""
    having: frozenset[int] | None = None
    for left, right, *_ in both.shared:
        words = [both.a.words[i] for i in left] + [both.b.words[j] for j in right]
        if any(word.kind == "telling" for word in words):
            rows = frozenset[int]().union(*(often.where.get(word.stem, ()) for word in words))
            having = rows if having is None else having & rows
    return having is not None and len(having) <= 2


def _below_sure(value: float, whys: tuple[str, ...]) -> float:
    """Only names that are the same but for what never matters are sure."""
    return value if whys in (("but_for_form",), ("spelling",)) else min(value, _NEARLY)


def _value(both: Aligned, often: Frequency) -> float:
    """Twice the weight shared over all weight."""
    a, b = both.a.words, both.b.words
    shared = whole = 0.0
    for i, j, alike, _ in both.shared:
        weight = max(sum(often.weight(a[k]) for k in i), sum(often.weight(b[k]) for k in j))
        shared, whole = shared + 2 * weight * alike, whole + 2 * weight
    whole += sum(often.weight(word) * _left_out(word) for side in both.over() for word in side)
    return shared / whole if whole else 0.0


def _left_out(word: Word) -> float:
    """What a word counts that one name has alone."""
    if word.loose or word.stem in dropped() or len(word.number) > _COUNTED:
        return _LOOSE
    if word.kind != "telling":
        return 1.0
    return _BODY if word.body else _NAMED if word.own else 1.0


def _whys(both: Aligned) -> tuple[str, ...]:
    found = [why for *_, why in both.shared if why] + both.also
    order = [i[0] for i, *_ in sorted(both.shared, key=lambda entry: entry[1][0])]
    if order != sorted(order):
        found.append("order")
    left, right = both.over()
    if both.a.whole[LONGEST:] != both.b.whole[LONGEST:]:
        found.append("differ")
    kinds = {"noise" if word.year else word.kind for word in (*left, *right)}
    if left and right:
        found.append("differ")
    elif kinds:
        found.append("place_added" if kinds == {"place"} else "noise_added" if kinds <= {"place", "noise"} else "added")
    if not found and both.a.bare != both.b.bare:
        found.append("spelling")
    return tuple(dict.fromkeys(found)) or ("but_for_form",)
