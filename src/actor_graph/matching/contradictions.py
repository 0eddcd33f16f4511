"""Whether the words that only one of two names has tell two actors apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from actor_graph.matching.kinds import bodies
from actor_graph.matching.lexicon import opposed, parts_of_bodies, stem
from actor_graph.matching.word import Word

_FRIENDS = stem("foerderverein")
_FOUNDED = frozenset(map(stem, ("verein", "kreis")))
"""What a body is founded as by those who support another: of two names one may say it besides."""
_PUBLIC = "wehr museum schule gymnasium bibliothek buecherei krankenhaus schloss burg kirche bad zoo stadion"
_INSTITUTIONS = frozenset(map(stem, _PUBLIC.split()))
"""An association beside one of them is that of its friends."""
_LEVELS = frozenset(map(stem, ("stadt", "kreis", "land", "landes", "bezirks", "orts")))
_UNIONS = frozenset(map(stem, ("ring", "bund", "verband")))
"""What associations of a town, a district and a land form: Jugendring, Stadtjugendring, Kreisjugendring."""
_LINKS = frozenset(map(stem, ("partnerschaft", "patenschaft", "hilfe", "beratung", "betreuung", "begleitung", "paten")))
"""What friends of a partner town or of a work do themselves, and do not stand beside."""
_ASSOCIATION = stem("verein")
_FOUNDATION = stem("stiftung")
_SAINT = stem("sankt")
_TELLS, _NOISE, _PLACE = ("telling", "number"), ("noise",), ("place",)


@dataclass(frozen=True, slots=True)
class Common:
    """What is known of the words that two names share.

    ``own``: among them is a rare name of its own; ``only``: no third name of the list has it. ``parts`` are the
    stems of places beside them that are but a part of the town.
    """

    own: bool
    only: bool
    parts: frozenset[str]


def differ(left: Sequence[Word], right: Sequence[Word], shared: Sequence[Word], common: Common) -> bool:
    """Whether what is left over on both sides tells two actors apart.

    It does where both have something that tells, or a word of all kinds and nothing else (Arbeitskreis, Initiative), or
    where one is a part of the other's body (its youth, its choir). A school in a part of the town is not another that
    bears a name.
    """
    own = common.own
    kin = {word.kin for word in shared} - {""}
    sides = [[word for word in side if not (word.year or word.kin in kin)] for side in (left, right)]
    if _FRIENDS in kin:
        sides = [[word for word in side if word.stem not in _FOUNDED] for side in sides]
    tells, noise, place = ([_some(side, kinds) for side in sides] for kinds in (_TELLS, _NOISE, _PLACE))
    if all(tells) or all(place) or all(any(word.year for word in side) for side in (left, right)):
        return True
    stems, over = {word.stem for word in shared}, (*sides[0], *sides[1])
    both, of_body = bool(stems & parts_of_bodies()), bool(stems & (bodies() - _LINKS))
    if not both and any(_is_part(word, side, own=own, of_body=of_body) for side in sides for word in side):
        return True
    if any(word.number and not word.year and word.number != "1" and len(word.number) < 2 for word in over):
        return True
    if stems & _INSTITUTIONS and any(word.stem == _ASSOCIATION and not word.body for word in over):
        return True
    if stems & _UNIONS and any(word.first and word.stem in _LEVELS for word in over):
        return True
    if any(opposed(one.sound, other.sound) for one in sides[0] for other in sides[1]):
        return True
    if not own and any(_of_part(sides[n], common.parts) and _apart(sides[1 - n], stems) for n in (0, 1)):
        return True
    if not own and any(tells) and any(word.stem == _SAINT for word in over):
        return True
    within = common.only and not all(any(word.kind != "place" for word in side) for side in sides)
    named = own and (within or not any(noise)) and not stems & bodies()
    if not named and any(word.stem in bodies() and not (common.only and word.loose) for word in over):
        return True
    if all(noise) and not any(tells):
        return True
    return not own and any(tells[n] and noise[1 - n] for n in (0, 1))


def _is_part(word: Word, side: Sequence[Word], *, own: bool, of_body: bool) -> bool:
    """Whether a word makes a part of a body (its youth); not where it qualifies a word that both names have.

    So Frauenberatung and Beratung may be one where both bear the same name of their own.
    """
    if own and not of_body and word.kin == _FRIENDS and not word.stem.startswith("ford"):
        return False
    if own and word.stem == _FOUNDATION:
        return False
    return word.stem in parts_of_bodies() and not (own and word.first and not any(other.part for other in side))


def _of_part(side: Sequence[Word], parts: frozenset[str]) -> bool:
    return any(word.stem in parts for word in side)


def _apart(side: Sequence[Word], stems: set[str]) -> bool:
    """Whether a word tells that does not go on from a word that both have, as Grundbesitzer from Grund."""
    return any(word.kind in _TELLS and not any(word.stem.startswith(root) for root in stems) for word in side)


def _some(side: Sequence[Word], kinds: tuple[str, ...]) -> bool:
    return any(word.kind in kinds for word in side)


def surely_differ(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether numbers, countries or sides (north, south) tell two actors apart, whatever else they share."""
    if any(word.number for word in (*left, *right)) or (_some(left, _PLACE) and _some(right, _PLACE)):
        return True
    return any((a.country and b.country) or opposed(a.sound, b.sound) for a in left for b in right)
