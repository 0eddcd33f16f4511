"""The register of actors: who is meant by an id or a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cached_property
from unicodedata import normalize

from actor_graph.words.fold import fold

UNKNOWN = -1
AMBIGUOUS = -2
_LOOKED_AT = 12
_CLOSE = 0.6
_SUGGESTED = 60
_OFTEN, _CLOSE_BESIDE = 3, 0.5
"""A word of so many names tells none of them; how alike two names have to be beside such words."""


class Register:
    """Finds actors by id or exact name; an id wins.

    ``given`` says for each actor whether its id stands in the file. A name that several actors have is ambiguous,
    unless it is also an id that stands in the file.
    """

    def __init__(self, ids: Sequence[str], names: Sequence[str], given: Sequence[bool], *, by_id: bool = False) -> None:
        self.ids, self.names = ids, names
        self.repeated = {} if by_id else {name: n for name, n in Counter(names).items() if n > 1}
        self.place: dict[str, int] = {} if by_id else {name: i for i, name in enumerate(names)}
        self.place.update((id_, i) for i, (id_, own) in enumerate(zip(ids, given, strict=True)) if not own)
        self.place.update(dict.fromkeys(self.repeated, AMBIGUOUS))
        self.place.update((id_, i) for i, (id_, own) in enumerate(zip(ids, given, strict=True)) if own)
        self._near: dict[str, str | None] = {}

    def find(self, text: str) -> int:
        """The place of the actor, UNKNOWN or AMBIGUOUS; composed and decomposed letters are the same."""
        place = self.place.get(text)
        return place if place is not None else self._composed.get(normalize("NFC", text), UNKNOWN)

    def add(self, text: str) -> int:
        """Take a further actor in, whose id and name are this text."""
        self.place[text] = place = len(self.ids)
        self.ids, self.names = [*self.ids, text], [*self.names, text]
        return place

    def nearest(self, text: str) -> str | None:
        """The known id or name that is most like the text, None where none is close (or after 60 different texts)."""
        if text not in self._near and len(self._near) < _SUGGESTED:
            self._near[text] = self._nearest(text)
        return self._near.get(text)

    @cached_property
    def _composed(self) -> dict[str, int]:
        return {normalize("NFC", text): place for text, place in self.place.items()}

    @cached_property
    def _pairs(self) -> dict[str, list[str]]:
        """All ids and names by the pairs of letters in them."""
        index: dict[str, list[str]] = {}
        for text in filter(None, self.place):
            for pair in _pairs(fold(text)[:80]):
                index.setdefault(pair, []).append(text)
        return index

    def _nearest(self, text: str) -> str | None:
        written = fold(text)[:80]
        if not written:
            return None
        shared = Counter(known for pair in _pairs(written) for known in self._pairs.get(pair, ()))
        if not shared:
            return None
        likely = sorted(shared, key=lambda known: (-shared[known] / (len(known) + len(written) + 1), known))[
            :_LOOKED_AT
        ]
        close = sorted(((_likeness(written, fold(known)[:80]), known) for known in likely), reverse=True)
        return next((known for ratio, known in close if ratio >= _CLOSE and self._is_alike(text, known)), None)

    def _is_alike(self, text: str, known: str) -> bool:
        """Whether two names are alike beside what they share with many others, such as the name of their town."""
        one, two = _words(text), _words(known)
        many = {word for word in {*one} & {*two} if self._often[word] >= _OFTEN}
        own, other = (" ".join(word for word in words if word not in many) for words in (one, two))
        return not own or not other or _likeness(own, other) >= _CLOSE_BESIDE

    @cached_property
    def _often(self) -> Counter[str]:
        """In how many known names each word stands."""
        return Counter(word for name in set(self.names) for word in set(_words(name)))


def _words(name: str) -> list[str]:
    return [fold(word) for word in re.findall(r"\w+", name[:200])]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _pairs(text: str) -> set[str]:
    framed = f"\x02{text}\x03"
    return {framed[i : i + 2] for i in range(len(framed) - 1)}
