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


class Offers:
    """All offers of some actors, their words looked up once."""

    def __init__(self, cleared: Landscape, actors: Collection[int]) -> None:
        self.table, self.same = cleared.actors, _same(cleared.scheme.synonyms)
        offers = self.table["offers"]
        self.all = [(row, offer, _words(offer, self.same)) for row in actors for offer in offers[row]]

    def meeting(self, actor: int) -> list[Offered]:
        """The needs of an actor that one of the others offers.

        Named is who agreed to be published and is no natural person; of the others there is a number alone, since the
        words of an offer can point to who makes it. A need and an offer match where they are the same words, or where
        all words of one stand in the other; words that the scheme's ``synonyms`` list together are the same.
        """
        found = []
        for need in self.table["needs"][actor]:
            wanted, fitting = _words(need, self.same), dict[int, list[str]]()
            for row, offer, words in self.all:
                if row != actor and _fit(wanted, words):
                    fitting.setdefault(row, []).append(offer)
            told = [row for row in fitting if self.table["publish"][row] and not self.table["person"][row]]
            if fitting:
                named = tuple((self.table["name"][row], "; ".join(fitting[row])) for row in told)
                found.append(Offered(need, named, len(fitting) - len(told)))
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
