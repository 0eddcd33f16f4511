"""Whether the words that only one of two names has tell two actors apart."""

from __future__ import annotations

from collections.abc import Sequence

from actor_graph.matching.kinds import bodies
from actor_graph.matching.lexicon import opposed, parts_of_bodies, stem
from actor_graph.matching.names import Word

_FRIENDS = stem("foerderverein")
_LEVELS = frozenset(map(stem, ("stadt", "kreis", "land", "landes", "bezirks", "orts")))
_UNIONS = frozenset(map(stem, ("ring", "bund", "verband")))
"""What associations of a town, a district and a land form: Jugendring, Stadtjugendring, Kreisjugendring."""
_SAINT = stem("sankt")
_TELLS, _NOISE, _PLACE = ("telling", "number"), ("noise",), ("place",)


def differ(left: Sequence[Word], right: Sequence[Word], shared: Sequence[Word], *, own: bool, alone: bool) -> bool:
    """Whether what is left over on both sides tells two actors apart.

    It does where both have something that tells, or one is a part of the other's body (its youth, its choir). Where the
    two share a rare name of its own (``own``), or several words that no third name has (``alone``), words of all kinds
    may differ.
    """
    kin = {word.kin for word in shared} - {""}
    sides = [[word for word in side if not word.year and word.kin not in kin] for side in (left, right)]
    stems = {word.stem for word in shared}
    both = bool(stems & parts_of_bodies())
    if any(_is_part(word, side, own=own) for side in sides for word in side) and not both:
        return True
    if any(word.number and word.number != "1" and len(word.number) < 2 for side in sides for word in side):
        return True
    if any(word.first and word.stem in _LEVELS for side in sides for word in side) and stems & _UNIONS:
        return True
    tells, noise, place = ([_some(side, kinds) for side in sides] for kinds in (_TELLS, _NOISE, _PLACE))
    if all(tells) or all(place):
        return True
    if not own and any(tells) and any(word.stem == _SAINT for side in sides for word in side):
        return True
    named = own and not any(noise) and not any(word.stem in bodies() for word in shared)
    if not named and any(word.stem in bodies() for side in sides for word in side):
        return True
    if all(noise) and not any(tells):
        return not own and not (alone and len({word.stem for word in shared if word.kind == "telling"}) > 1)
    return not own and any(tells[n] and noise[1 - n] for n in (0, 1))


def _is_part(word: Word, side: Sequence[Word], *, own: bool) -> bool:
    """Whether a word makes a part of a body (its youth); not where it qualifies a word that both names have.

    So Frauenberatung and Beratung may be one where both bear the same name of their own.
    """
    if own and word.kin == _FRIENDS and not word.stem.startswith("ford"):
        return False
    return word.stem in parts_of_bodies() and not (own and word.first and not any(other.part for other in side))


def _some(side: Sequence[Word], kinds: tuple[str, ...]) -> bool:
    return any(word.kind in kinds for word in side)


def surely_differ(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether numbers, countries or sides (north, south) tell two actors apart, whatever else they share."""
    if any(word.number for word in (*left, *right)) or (_some(left, _PLACE) and _some(right, _PLACE)):
        return True
    return any((a.country and b.country) or opposed(a.sound, b.sound) for a in left for b in right)
