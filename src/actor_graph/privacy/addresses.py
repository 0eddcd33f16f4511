"""Postal addresses in texts: a street with the number of the house, before or behind a postcode."""

from __future__ import annotations

import re
from collections.abc import Iterable

from actor_graph.privacy.people import WORD, folded
from actor_graph.privacy.redaction import GONE

_ENDINGS = (
    "straße strasse str weg platz gasse allee ring damm ufer steig steige stieg pfad markt hof chaussee promenade "
    "graben wall zeile anger park garten berg kamp brücke tor höhe rain winkel twiete stiege siedlung grund"
).split()
_ENDING = "|".join(_ENDINGS)
_FOLDED = tuple(map(folded, _ENDINGS))
_NUMBER = r"\s?\d{1,4}\s?(?:[a-z](?!\w))?(?:\s?[-–/+]\s?\d{1,4}\s?(?:[a-z](?!\w))?)?"
_WORD = r"(?!\d)[\w'’.-]{1,30}"
_STREET = (
    rf"(?<![\w-])(?P<street>(?:"
    rf"(?:an|auf|in|unter|vor|hinter|bei)\s(?:der|den|dem)\s{_WORD}(?:\s{_WORD})?"
    rf"|(?:am|im|zum|zur|beim)\s{_WORD}(?:\s{_WORD})?"
    rf"|(?:{_WORD}\s){{0,2}}?{_WORD}\s(?:{_ENDING})\.?|(?!\d)[\w'’-]{{0,30}}(?:{_ENDING})\.?"
    rf"|(?:{_ENDING})\s(?:der|des|am|an\sder|zum|zur|im|in\sder|von)\s(?:\d{{1,2}}\.\s)?{_WORD}(?:\s{_WORD})?"
    rf"){_NUMBER})"
)
_POSTCODE = re.compile(
    r"(?<![\w.,/-])(?:DE?[-\s])?(?P<code>\d{5})(?![\d.,/-]*\d)(?=\s?[^\W\d_]|\s?$|\W)", re.IGNORECASE
)
_BEFORE = re.compile(rf"{_STREET}(?:\s?[,;·|/–-]\s?|\s(?:in|,)\s|\s)$", re.IGNORECASE)
_BEHIND = re.compile(rf"\s{_WORD}(?:\s{_WORD}){{0,3}}?\s?[,;·|–-]\s?{_STREET}(?!\w)", re.IGNORECASE)
_REACH = 90
_NO_STREET = frozenset(
    "seit ab bis nach um uhr von und oder ca etwa circa rund pro je mit raum zimmer saal gruppe montag dienstag "
    "mittwoch donnerstag freitag samstag sonntag januar februar marz april mai juni juli august september oktober "
    "november dezember jahr monat alter etage stock kw euro".split()
)


class Addresses:
    """Finds postal addresses in texts, other than those that stand in a name or place that everybody may read.

    An address is a street, by one of the usual endings (“Lindenweg”, “Berliner Str.”) or beginnings (“An der Kirche”),
    with the number of the house, and a postcode of five digits before or behind it. The postcode and the town stay; a
    street without a postcode is no address: a place to meet more often than a home.

    >>> Addresses(["Haus, Hauptstraße 5"]).redacted("Lindenweg 12, 66450 Bexstadt; Hauptstr. 5, 66450 Bexstadt")
    '[…], 66450 Bexstadt; Hauptstr. 5, 66450 Bexstadt'
    """

    def __init__(self, open_: Iterable[str] = ()) -> None:
        self._open = "\n".join(f" {_plain(text)} " for text in open_ if any(map(str.isdigit, text)))

    def redacted(self, text: str) -> str:
        """The text with ``[…]`` for street and number."""
        parts, last = [], 0
        for code in _POSTCODE.finditer(text):
            for start, end in self._beside(text, code, last):
                parts += [text[last:start], GONE]
                last = end
        return "".join([*parts, text[last:]]) if parts else text

    def _beside(self, text: str, code: re.Match[str], last: int) -> Iterable[tuple[int, int]]:
        first = max(last, code.start() - _REACH)
        before = _BEFORE.search(text[first : code.start()])
        if before and self._is_home(before["street"]):
            yield first + before.start("street"), first + before.end("street")
            return
        behind = _BEHIND.match(text[code.end() : code.end() + _REACH])
        if behind and self._is_home(behind["street"]):
            yield code.end() + behind.start("street"), code.end() + behind.end("street")

    def _is_home(self, street: str) -> bool:
        plain = _plain(street)
        words = plain.split()
        named = any(word.endswith(_FOLDED) for word in words)
        return (named or not {*words} & _NO_STREET) and f" {plain} " not in self._open


def _plain(text: str) -> str:
    """The words of a text without case and marks, every street written “str”."""
    words = (folded(word) for word in WORD.findall(text))
    return " ".join(word.removesuffix("asse") if word.endswith("strasse") else word for word in words)
