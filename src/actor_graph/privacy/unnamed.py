"""Who has not agreed to be named, and which texts of others speak of them all the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from actor_graph.landscape import Landscape
from actor_graph.landscape.spellings import spellings
from actor_graph.privacy.mentions import Mentions
from actor_graph.words.fold import fold

LEAST_LETTERS = 4
"""A name shorter than this is a word of many texts."""


class Unnamed:
    """The names, other spellings too, of the organizations of a landscape that are not among those shown.

    Natural persons and names of those who objected are not among them: they are out of all texts before.
    """

    def __init__(self, cleared: Landscape, shown: Collection[int]) -> None:
        actors = cleared.actors
        told = {fold(actors["name"][row]) for row in shown}
        spelled = spellings(actors)
        self.names = [
            name
            for row, own in enumerate(actors["name"])
            if row not in shown and not actors["person"][row] and not actors["objected"][row]
            for name in (own, *spelled[row])
            if fold(name) not in told
        ]
        self._shown = [actors["name"][row] for row in shown]
        self._folded = set(map(fold, self.names))
        self._sought = [name for name in self.names if len(name) >= LEAST_LETTERS]

    def __contains__(self, name: str) -> bool:
        return fold(name) in self._folded

    def redacted(self, text: str) -> str:
        """The text with ``[…]`` for each of these names; the name of one who is shown stays, whatever it holds."""
        return Mentions(self._sought, self._shown).redacted(text) if any(self.spoken_of(text)) else text

    def taken_out(self, text: str) -> Iterator[str]:
        """The names that ``redacted`` leaves out of a text."""
        yield from (name for name in self.spoken_of(text) if Mentions([name], self._shown)(text))

    def spoken_of(self, texts: str) -> Iterator[str]:
        """The names that texts speak of."""
        if self._sought and Mentions(self._sought)(texts):
            yield from (name for name in self._sought if Mentions([name])(texts))
