"""Needs and offers that mean the same, brought together: who needs it, who offers it, whose need that meets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from actor_graph.advice.helping import Meaning
from actor_graph.words.numbers import sort_key

State = Literal["met", "unmet", "unasked"]


@dataclass(frozen=True)
class Voice:
    """One who needs or offers: its place in the list of actors, and its words for it."""

    actor: int
    words: str


@dataclass(frozen=True)
class Topic:
    """Something that is needed or offered.

    Attributes
    ----------
    word
        As it is written first, by those who need it if there are any.
    needed, offered
        Who needs it and who offers it, each once, in the order of the input.
    """

    word: str
    needed: tuple[Voice, ...]
    offered: tuple[Voice, ...]

    @property
    def state(self) -> State:
        """``met``: another one offers what one needs; ``unmet``: nobody else does; ``unasked``: nobody needs it."""
        if not self.needed:
            return "unasked"
        return "met" if any(self.helpers(one) for one in self.needed) else "unmet"

    def helpers(self, voice: Voice) -> tuple[Voice, ...]:
        """Who else offers it: nobody helps itself."""
        return tuple(other for other in self.offered if other.actor != voice.actor)

    def asked(self, voice: Voice) -> bool:
        """Whether another one needs what this one offers."""
        return any(other.actor != voice.actor for other in self.needed)


def topics(actors: Sequence[Mapping[str, Any]], meaning: Meaning) -> list[Topic]:
    """All that the actors need and offer, the most needed first, then the most offered, then by name.

    Two words are one topic where ``helping.Meaning`` says that they mean the same. Of several words of one actor that
    mean the same the first stands.
    """
    needed, offered = (_voices(actors, key, meaning) for key in ("needs", "offers"))
    found = [
        Topic((needed.get(key) or offered[key])[0].words, tuple(needed.get(key, ())), tuple(offered.get(key, ())))
        for key in {**needed, **offered}
    ]
    return sorted(found, key=lambda topic: (-len(topic.needed), -len(topic.offered), sort_key(topic.word)))


def _voices(actors: Sequence[Mapping[str, Any]], key: str, meaning: Meaning) -> dict[str, list[Voice]]:
    found: dict[str, list[Voice]] = {}
    for place, actor in enumerate(actors):
        for means, words in meaning.meanings(actor.get(key) or ()).items():
            found.setdefault(means, []).append(Voice(place, words))
    return found


ENDINGS = ("e", "n", "en", "er", "ern", "s", "es", "nen")
"""What German and English words take in the plural."""
SHORTEST, SHORT = 4, ("e", "er")
"""A word that would be shorter without its ending keeps it; these two leave three letters, too (``Rad``, ``Amt``)."""
VOWELS = "aeiouy"


def forms(word: str) -> frozenset[str]:
    """A word as it is plainly written, and without the endings that could be those of a plural.

    Two words that have a form in common are perhaps the singular and the plural of one. Marks of umlauts are gone
    already; of the double a that one of them stands for (``Saal``, ``Säle``) one is left.

    >>> bool(forms("raum") & forms("raume")), bool(forms("raum") & forms("raumfahrt"))
    (True, False)
    >>> bool(forms("saal") & forms("sale")), bool(forms("rad") & forms("rader"))
    (True, True)
    """
    cut = {ending: word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending)}
    short = (
        cut[ending] for ending in SHORT if len(cut.get(ending, "")) == SHORTEST - 1 and cut[ending][-1] not in VOWELS
    )
    return frozenset({word, word.replace("aa", "a"), *short, *(stem for stem in cut.values() if len(stem) >= SHORTEST)})


def _within(words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether each of the words stands among the others, in the singular or the plural."""
    return words <= others or all(any(forms(word) & forms(other) for other in others) for word in words)


class Similar:
    """What is offered under words that are not the same as those of a need, but much like them."""

    def __init__(self, offered: Sequence[Topic], meaning: Meaning) -> None:
        self.offered, self.meaning = offered, meaning
        self.words = [meaning.words(topic.offered[0].words) for topic in offered]
        self.having: dict[str, list[int]] = {}
        for at, words in enumerate(self.words):
            for form in {form for word in words for form in forms(word)}:
                self.having.setdefault(form, []).append(at)

    def to(self, need: Topic) -> list[Topic]:
        """The offers of which all words stand in the need, or all words of the need in them, in their order.

        For a person to look at: “Räume in der Oststadt” and “Räume” may fit or not, “Raum” and “Räume” mostly do. What
        those alone offer who need it is left out.
        """
        words, own = self.meaning.words(need.word), {voice.actor for voice in need.needed}
        found = sorted({at for word in words for form in forms(word) for at in self.having.get(form, ())})
        alike = (self.offered[at] for at in found if _within(self.words[at], words) or _within(words, self.words[at]))
        return [other for other in alike if other is not need and {one.actor for one in other.offered} - own]

    def one_but_for_endings(self, need: Topic, offer: Topic) -> bool:
        """Whether both are the same words but for singular and plural."""
        words, others = (self.meaning.words(text) for text in (need.word, offer.offered[0].words))
        return len(words) == len(others) and _within(words, others) and _within(others, words)
