"""Which pairs of names are worth a comparison, so that thousands of names take seconds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from actor_graph.matching.abbreviations import initials, syllables
from actor_graph.matching.likeness import slipped
from actor_graph.matching.transliteration import is_arabic, skeleton, sound
from actor_graph.matching.word import Name

_RARE = 2
"""By so many of its rarest telling words a name is looked up."""
_MOST = 150
"""A word that more names have leads to none of them, unless a name has no rarer one."""
_HUGE = 1000
"""If even more have the rarest word of a name, it leads to the first that have all its other words too."""
_FEW = 20
"""If more names have or may mean an abbreviation, they need another word in common."""
_CHUNK = 512
_SHORTEST = 5
"""Shorter words are not looked at for slips of the pen."""
Index = dict[str, list[int]]


def candidates(names: Sequence[Name]) -> set[tuple[int, int]]:
    """Pairs of places in the list: those that share a rare word or abbreviation, or have a word written alike."""
    words = _index((i, key) for i, name in enumerate(names) for key in _stems(name) | _sounds(name))
    near = _near(names, words)
    found: set[tuple[int, int]] = set()
    huge: dict[tuple[str, ...], list[int]] = {}
    for i, name in enumerate(names):
        keys = sorted(_stems(name), key=lambda key: (len(words[key]), key))
        if keys and len(words[keys[0]]) > _HUGE:
            if (same := tuple(keys)) not in huge:
                huge[same] = sorted(set(words[keys[0]]).intersection(*(words[key] for key in keys)))[:_MOST]
            found |= {(min(i, j), max(i, j)) for j in huge[same] if j != i}
            continue
        rare = [key for key in keys if len(words[key]) <= _MOST][:_RARE] or keys[:1]
        for same in {same for key in rare for same in (key, *near.get(key, ()))}:
            found |= {(min(i, j), max(i, j)) for j in words[same] if j != i}
    found |= _abbreviated(names)
    for groups in (_together(names, words), _arabic(names), _same(names)):
        found |= _pairs(group for group in groups.values() if len(group) <= _MOST)
    return found


def _pairs(groups: Iterable[Sequence[int]]) -> set[tuple[int, int]]:
    """All pairs within groups."""
    return {(min(i, j), max(i, j)) for group in groups for n, i in enumerate(group) for j in group[n + 1 :] if i != j}


def _index(entries: Iterable[tuple[int, str]]) -> Index:
    index: Index = defaultdict(list)
    for i, key in entries:
        index[key].append(i)
    return index


def _stems(name: Name) -> set[str]:
    """The stems of the telling words of a name, of all words where none tells."""
    telling = [word for word in name.words if word.kind in ("telling", "number")] or list(name.words)
    countries = {f"={word.country}" for word in telling if word.country}
    return {f"~{word.kin}" if word.kin else word.stem for word in telling} | countries


def _sounds(name: Name) -> set[str]:
    return {key for word in name.words if word.kind == "telling" for key in (word.sound, word.plain, word.whole) if key}


def _near(names: Sequence[Name], index: Index) -> dict[str, list[str]]:
    """For words that one or two names have: other words of which they may be a slip of the pen, or the beginning."""
    import numpy as np
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import cdist

    words = sorted(key for key in index if len(key) >= _SHORTEST and key[0] not in "=~")
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
        starts = (word.sound, word.text)
        near[word.stem] += [key for key in index if key.startswith(starts) and key != word.stem]
    return near


def _abbreviated(names: Sequence[Name]) -> set[tuple[int, int]]:
    """Names with an abbreviation, each with those that have it too or may mean it by their initials or syllables.

    Where it has but two letters, or many may mean it, the two names have another word in common, too.
    """
    written = _index((i, short) for i, name in enumerate(names) for short in _shorts(name) | name.given)
    meant = _index((i, short) for i, name in enumerate(names) for short in initials(name).keys() & written.keys())
    for i, short in _by_syllables(names, written):
        meant[short].append(i)
    found: set[tuple[int, int]] = set()
    for short, rows in written.items():
        others = meant.get(short, [])
        few = len(short) > 2 and len(rows) + len(others) <= _FEW
        having, meaning = (
            _index((i, key) for i in group for key in ([""] if few else {word.stem for word in names[i].words}))
            for group in (rows, others)
        )
        for key, here in having.items():
            there = [*here, *meaning.get(key, ())]
            if len(there) <= _MOST:
                found |= {(min(i, j), max(i, j)) for i in here for j in there if i != j}
    return found


def _shorts(name: Name) -> set[str]:
    return {word.acronym for word in name.words if word.acronym}


def _by_syllables(names: Sequence[Name], written: Index) -> Iterator[tuple[int, str]]:
    """Names that an abbreviation is made of by syllables (KuKuV), or a word that may be one (Juze), with this."""
    starts = _index((i, word.text[:2]) for i, name in enumerate(names) for word in name.words)
    for i, name in enumerate(names):
        for word in name.words:
            if word.own and not word.short and 3 < len(word.text) < 7:
                written.setdefault(word.text, []).append(i)
    for short in written:
        if 2 < len(short) < 8 and len(written[short]) <= _FEW:
            yield from ((i, short) for i in dict.fromkeys(starts.get(short[:2], ())) if syllables(names[i], short))


def _together(names: Sequence[Name], words: Index) -> Index:
    """Names by a word that one writes together and another in parts."""
    found: Index = defaultdict(list)
    for i, name in enumerate(names):
        for key in _joined(name):
            if key in words:
                found[key].append(i)
    return {key: [*words[key], *group] for key, group in found.items()}


def _joined(name: Name) -> Iterator[str]:
    """Neighbors of a name, two, three or four, as one word."""
    texts = [word.text for word in name.words]
    return (sound("".join(texts[i : i + n])) for n in (2, 3, 4) for i in range(len(texts) - n + 1))


def _arabic(names: Sequence[Name]) -> Index:
    """Names by the consonants of their words, where one at least is written in Arabic letters."""
    bones = {skeleton(word.text) for name in names for word in name.words if is_arabic(word.text)} - {""}
    if not bones:
        return {}
    return _index((i, key) for i, name in enumerate(names) for key in {skeleton(w.text) for w in name.words} & bones)


def _same(names: Sequence[Name]) -> Index:
    """Names whose words are the same in any order."""
    return _index((i, " ".join(sorted(word.stem for word in name.words))) for i, name in enumerate(names))
