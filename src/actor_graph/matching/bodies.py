"""What known bodies, their works, abbreviations and brackets say about two names being one."""

from __future__ import annotations

from collections.abc import Sequence

from actor_graph.matching.alignment import Aligned
from actor_graph.matching.word import Word


def other_bodies(both: Aligned, shared: Sequence[Word]) -> bool:
    """Whether the names are of different known bodies, or of one and a work of it (DRK, DRK-Kleiderkammer)."""
    bodies = [{word.body for word in name.words} - {""} for name in (both.a, both.b)]
    if all(bodies) and not bodies[0] & bodies[1]:
        return True
    if not all(word.body for word in shared if word.kind == "telling"):
        return False
    return any(word.kind == "telling" and not word.loose for side in both.over() for word in side)


def other_initials(both: Aligned, parts: frozenset[str]) -> bool:
    """Whether an abbreviation leaves out a word that tells; one of two letters, the part of a town."""
    for i, j, _, why in both.shared:
        if why != "initials":
            continue
        turned = len(i) == 1 and len(j) > 1
        short, rest = (both.a.words[i[0]], both.right) if turned else (both.b.words[j[0]], both.left)
        long = both.b.words if turned else both.a.words
        if any(long[n].kind == "telling" and not long[n].loose for n in rest):
            return True
        if len(short.acronym or short.text) == 2 and any(word.stem in parts for side in both.over() for word in side):
            return True
    return False


def in_brackets(both: Aligned) -> bool:
    """Whether one name is what the other says in brackets or behind a dash, and that is no known body."""
    if not any(word.loose for name in (both.a, both.b) for word in name.words):
        return False
    told = [
        (both.a.words[n] for i, *_ in both.shared for n in i),
        (both.b.words[n] for _, j, *_ in both.shared for n in j),
    ]
    rest = [[both.b.words[n] for n in both.right], [both.a.words[n] for n in both.left]]
    for side, others in zip(told, rest, strict=True):
        words = [word for word in side if word.kind == "telling"]
        if len(words) > 1 and all(word.loose and not word.body for word in words):
            return all(word.kind == "place" for word in others)
    return False
