"""When a need meets an offer: the one place for all that brings those who need together with those who offer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from actor_graph.words.fold import fold

_MARK = re.compile("(?<=[a-z])[\u0300-\u036f]+")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SPELLED_OUT = (("ae", "a"), ("oe", "o"), ("ue", "u"))


def plain(text: str) -> str:
    """The text without what does not matter in a word of needs, offers and fields.

    That is what ``fold`` leaves out (case, spaces, hyphens, …), the marks of Latin letters, and the e that stands for
    an umlaut: ``Räume``, ``Raeume`` and ``raume`` are one word. Letters of other scripts stay as they are. A cell
    without a letter or digit (``–``) is no word and gives an empty text, which meets nothing.

    >>> plain("Räume") == plain("RAEUME") == plain("raume"), plain("Sprach-Café"), plain("–")
    (True, 'sprachcafe', '')
    """
    bare = _MARK.sub("", unicodedata.normalize("NFKD", fold(text)))
    for written, letter in _SPELLED_OUT:
        bare = bare.replace(written, letter)
    return unicodedata.normalize("NFC", bare) if any(sign.isalnum() for sign in bare) else ""


class Meaning:
    """Which words mean the same: those that are ``plain``ly equal, and those that ``synonyms`` list together.

    Words of two lists that share a word mean the same, too, so that it does not matter in which order lists stand.

    >>> meaning = Meaning({"Räume": ["Raum", "Saal"], "Halle": ["Saal"]})
    >>> meaning.of("saal") == meaning.of("RAEUME") == meaning.of("Halle"), meaning.of("Raum am Samstag")
    (True, 'raumamsamstag')
    """

    def __init__(self, synonyms: Mapping[str, Sequence[str]]) -> None:
        self._above: dict[str, str] = {}
        for word, others in synonyms.items():
            for other in others:
                if (one := self.of(word)) != (same := self.of(other)) and one and same:
                    self._above[same] = one

    def of(self, word: str) -> str:
        """What a word means: equal for two words that mean the same; empty where there is no word."""
        key = plain(word)
        while key in self._above:
            key = self._above[key]
        return key

    def meanings(self, words: Iterable[str]) -> dict[str, str]:
        """From each meaning among some words to the word as it is written first, in their order."""
        found: dict[str, str] = {}
        for word in words:
            if key := self.of(word):
                found.setdefault(key, word)
        return found

    def words(self, text: str) -> frozenset[str]:
        """The single words of a text by what they mean; a text that ``synonyms`` list as a whole is one word.

        >>> sorted(Meaning({"Räume": ["Saal"]}).words("Der Saal im Osten")) == ["der", "im", "osten", "raume"]
        True
        """
        whole = self.of(text)
        known = whole in self._above.values() or plain(text) in self._above
        return frozenset({whole} if known else filter(None, map(self.of, _WORD.findall(text))))

    def met(self, needs: Iterable[str], offers: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """The needs that an offer meets: both as written, each meaning once, in the order of the needs.

        >>> Meaning({"Räume": ["Saal"]}).met(["Saal", "Geld", "Raeume"], ["Technik", "Räume", "GELD"])
        (('Saal', 'Räume'), ('Geld', 'GELD'))
        """
        offered = self.meanings(offers)
        return tuple((need, offered[key]) for key, need in self.meanings(needs).items() if key in offered)
