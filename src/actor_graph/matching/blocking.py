"""Which pairs of names are worth a comparison, so that thousands of names take seconds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from actor_graph.matching.names import Name, Word, initials
from actor_graph.matching.scores import slipped
from actor_graph.matching.transliteration import is_arabic, skeleton

_RARE = 2
"""By so many of its rarest telling words a name is looked up."""
_MOST = 150
"""A word that more names have leads to none of them, unless a name has no rarer one."""
_CHUNK = 512
Index = dict[str, list[int]]


def candidates(names: Sequence[Name]) -> set[tuple[int, int]]:
    """Pairs of places in the list: those that share a rare word or abbreviation, or have a word written alike."""
    index = _by_word(names)
    near = _near(names, index)
    found: set[tuple[int, int]] = set()
    for i, name in enumerate(names):
        keys = sorted(_stems(name), key=lambda key: (len(index[key]), key))
        rare = [key for key in keys if len(index[key]) <= _MOST][:_RARE] or keys[:1]
        for key in (*rare, *(key for key in _traces(name) if len(index[key]) <= _MOST)):
            for same in (key, *near.get(key, ())):
                found |= {(min(i, j), max(i, j)) for j in index[same] if j != i}
    for group in (*_abbreviated(names).values(), *_same(names).values()):
        if 1 < len(group) <= _MOST:
            found |= {(i, j) for n, i in enumerate(group) for j in group[n + 1 :] if i < j}
    return found


def _stems(name: Name) -> set[str]:
    """The stems of the telling words of a name, of all words where none tells."""
    telling = [word for word in name.words if word.kind in ("telling", "number")] or list(name.words)
    return {word.stem for word in telling} | {f"={word.country}" for word in telling if word.country}


def _traces(name: Name) -> set[str]:
    """By what else a name is found: neighbors written together, and the consonants of words in Arabic letters."""
    bones = {f"~{skeleton(word.text)}" for word in name.words if is_arabic(word.text)}
    return bones | {_joined(name.words[i : i + n]) for n in (2, 3) for i in range(len(name.words) - n + 1)}


def _joined(words: Sequence[Word]) -> str:
    return "".join(word.sound for word in words)


def _by_word(names: Sequence[Name]) -> Index:
    index: Index = defaultdict(list)
    bones = any(is_arabic(name.whole) for name in names)
    for i, name in enumerate(names):
        keys = _stems(name) | _traces(name) | {word.sound for word in name.words if word.kind == "telling"}
        if bones:
            keys |= {f"~{skeleton(word.text)}" for word in name.words if word.kind == "telling"}
        for key in keys:
            index[key].append(i)
    return index


def _near(names: Sequence[Name], index: Index) -> dict[str, list[str]]:
    """For words that one or two names have: other words of which they may be a slip of the pen, or the beginning."""
    import numpy as np
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import cdist

    words = sorted(key for key in index if len(key) >= 5 and key[0] not in "=~")
    rare = [key for key in words if len(index[key]) <= _RARE]
    near: dict[str, list[str]] = defaultdict(list)
    for start in range(0, len(rare), _CHUNK):
        part = rare[start : start + _CHUNK]
        apart = cdist(part, words, scorer=Levenshtein.distance, score_cutoff=2, dtype=np.uint8)
        for row, column in zip(*np.nonzero(apart <= 2), strict=True):
            one, other = part[row], words[column]
            if one != other and slipped(one, other):
                near[one].append(other)
    for word in {word for name in names for word in name.words if word.cut and len(word.text) > 1}:
        near[word.stem] += [key for key in index if key.startswith(word.sound) and key != word.stem]
    return near


def _abbreviated(names: Sequence[Name]) -> Index:
    """Names by the abbreviation that they are, give, or have by their initials; the first two kinds must be there."""
    written: Index = defaultdict(list)
    for i, name in enumerate(names):
        for short in {word.text for word in name.words if word.short} | name.given:
            written[short].append(i)
    for i, name in enumerate(names):
        for short in initials(name).keys() & written.keys():
            written[short].append(i)
    return {short: sorted(set(group)) for short, group in written.items()}


def _same(names: Sequence[Name]) -> Index:
    """Names whose words are the same in any order."""
    found: Index = defaultdict(list)
    for i, name in enumerate(names):
        found[" ".join(sorted(word.stem for word in name.words))].append(i)
    return found


def pairs_of(groups: Iterable[Sequence[int]]) -> set[tuple[int, int]]:
    """All pairs within groups of ascending places."""
    return {(i, j) for group in groups for n, i in enumerate(group) for j in group[n + 1 :]}
