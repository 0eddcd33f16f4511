"""In how many names of a list a word stands, and so what it weighs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log

from actor_graph.matching.word import Word

WEIGHTS = {"telling": 1.0, "number": 1.0, "place": 0.15, "noise": 0.15}
_COMMON = 0.6
"""What a word weighs that many names of any town have, such as culture or women."""
_SMALL_LIST = 20
_TOWN = 0.1
"""The town itself is named by that many of the names."""


@dataclass(frozen=True)
class Frequency:
    """In how many of ``n`` names each stem stands, and in which."""

    n: int
    names: Mapping[str, int]
    where: Mapping[str, frozenset[int]] = field(default_factory=dict)

    def weight(self, word: Word) -> float:
        """What a word weighs: between 0.4 (in all names) and 1 (in one), times the weight of its class."""
        base = WEIGHTS["noise" if word.year else word.kind]
        if word.kind == "telling" and not (word.country or word.own):
            base = _COMMON
        if self.n < _SMALL_LIST:
            return base
        return base * (0.4 + 0.6 * log(self.n / max(1, self.names.get(word.stem, 1))) / log(self.n))

    def parts(self, *sides: Iterable[Word]) -> frozenset[str]:
        """The stems of places among the words that few names have, and so are a part of the town."""
        places = {word.stem for side in sides for word in side if word.kind == "place"}
        return frozenset(place for place in places if self.names.get(place, 0) < _TOWN * self.n)

    def is_known(self, word: Word) -> bool:
        """Whether several names have the word, so that it is hardly a slip of the pen."""
        return self.names.get(word.stem, 0) > 1
