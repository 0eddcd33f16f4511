"""What an actor needs that others offer: matched by their words, and by those that the scheme says mean the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from actor_graph.advice.helping import Meaning
from actor_graph.landscape import Landscape

MOST = 12
"""So many who offer what is needed are named, the first of the list; the others are counted."""
_REMEMBERED = 64
Words = frozenset[str]


@dataclass(frozen=True)
class Offered:
    """A need, the offers of those who may be named (name, words of the offer), and how many others offer it."""

    need: str
    named: tuple[tuple[str, str], ...]
    others: int


class Offers:
    """All offers of some actors, their words looked up once."""

    def __init__(self, cleared: Landscape, actors: Collection[int]) -> None:
        self.table, self.words = cleared.actors, Meaning(cleared.scheme.synonyms).words
        offers, publish, person = self.table["offers"], self.table["publish"], self.table["person"]
        self.named = {row for row in actors if publish[row] and not person[row]}
        self.by_words: dict[Words, list[int]] = defaultdict(list)
        for row in sorted(actors):
            for offer in offers[row]:
                if words := self.words(offer):
                    self.by_words[words].append(row)
        self.often = Counter(word for words in self.by_words for word in words)
        self.having: dict[str, list[Words]] = defaultdict(list)
        self.rarest: dict[str, list[Words]] = defaultdict(list)
        for words in self.by_words:
            self.rarest[self._rarest(words)].append(words)
            for word in words:
                self.having[word].append(words)
        self.fitting = lru_cache(_REMEMBERED)(self._fitting)

    def meeting(self, actor: int) -> list[Offered]:
        """The needs of an actor that one of the others offers.

        Named are those who agreed to be published and are no natural person, at most ``MOST``; of the others there is
        a number alone, since the words of an offer can point to who makes it. A need and an offer match where they are
        the same words, or where all words of one stand in the other; which words mean the same, see ``Meaning``.
        """
        found = []
        for need in self.table["needs"][actor]:
            fitting, first = self.fitting(self.words(need))
            told = [row for row in first if row != actor][:MOST]
            if n := len(fitting) - (actor in fitting):
                named = tuple((self.table["name"][row], "; ".join(first[row])) for row in told)
                found.append(Offered(need, named, n - len(told)))
        return found

    def _fitting(self, need: Words) -> tuple[frozenset[int], dict[int, list[str]]]:
        """Who offers what is needed, and the offers of the first who may be named, one more than are told."""
        alike = set(self._alike(need))
        rows = frozenset(row for words in alike for row in self.by_words[words])
        first, offers = sorted(rows & self.named)[: MOST + 1], self.table["offers"]
        return rows, {row: [one for one in offers[row] if self.words(one) in alike] for row in first}

    def _alike(self, need: Words) -> Iterator[Words]:
        """The words of offers that stand in the need, or in which those of the need stand."""
        for word in need:
            yield from (words for words in self.rarest[word] if words <= need)
        if need:
            yield from (words for words in self.having[self._rarest(need)] if need <= words)

    def _rarest(self, words: Words) -> str:
        return min(words, key=lambda word: (self.often[word], word))
