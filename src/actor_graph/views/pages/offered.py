"""What an actor needs that others offer: matched by their words, and by those that the scheme says mean the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from actor_graph.landscape import Landscape
from actor_graph.words.fold import fold

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+")


@dataclass(frozen=True)
class Offered:
    """A need, the offers of those who may be named (name, words of the offer), and how many others offer it."""

    need: str
    named: tuple[tuple[str, str], ...]
    others: int


def offered(cleared: Landscape, actor: int, actors: Collection[int]) -> list[Offered]:
    """The needs of an actor that one of the others offers.

    Named is who agreed to be published and is no natural person; of the others there is a number alone, since the words
    of an offer can point to who makes it. A need and an offer match where they are the same words, or where all words
    of one stand in the other; words that the scheme's ``synonyms`` list together are the same.
    """
    same = _same(cleared.scheme.synonyms)
    table = cleared.actors
    found = []
    for need in table["needs"][actor]:
        wanted = _words(need, same)
        named: list[tuple[str, str]] = []
        others = 0
        for row in actors:
            fitting = (
                [offer for offer in table["offers"][row] if _fit(wanted, _words(offer, same))] if row != actor else []
            )
            if fitting and table["publish"][row] and not table["person"][row]:
                named.append((table["name"][row], "; ".join(fitting)))
            else:
                others += bool(fitting)
        if named or others:
            found.append(Offered(need, tuple(named), others))
    return found


def _same(synonyms: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """For each word, folded, the one that stands for all that mean the same."""
    same: dict[str, str] = {}
    for word, others in synonyms.items():
        for other in (word, *others):
            same.setdefault(fold(other), fold(word))
    return same


def _words(text: str, same: Mapping[str, str]) -> frozenset[str]:
    whole = fold(text)
    if whole in same:
        return frozenset({same[whole]})
    words = (fold(word) for word in _WORD.findall(text))
    return frozenset(same.get(word, word) for word in words)


def _fit(need: frozenset[str], offer: frozenset[str]) -> bool:
    return bool(need and offer) and (need <= offer or offer <= need)
