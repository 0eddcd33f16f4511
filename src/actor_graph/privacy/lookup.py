"""Names and addresses looked up in texts by their words, so that the time does not grow with their number."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple
from unicodedata import combining, normalize

from actor_graph.privacy.people import LEAST, PARTICLES, TITLES, WORD, Person, Words, folded, spelled_out
from actor_graph.privacy.redaction import GONE, compatible

_SHORT = 3
"""A name of fewer signs is found only as it is written: “Bo”, not “bo”."""
_HYPHEN = "\u2010-\u2015-"


class Shape(NamedTuple):
    """How the words of a form may stand: what lies between them, and whether they have to begin with a capital.

    Under ``spaced`` at least one gap has a space or comma; ``capital`` may be left out by words in small letters
    throughout where it is ``"mixed"``.
    """

    gap: re.Pattern[str]
    spaced: bool = False
    capital: str = ""
    closed: bool = False


_EXACT = Shape(re.compile(r"[\s.,'’]{1,5}"))
_FULL = Shape(re.compile(rf"[\s.,'’´`{_HYPHEN}]{{1,4}}"), spaced=True, capital="mixed")
_INITIAL = Shape(re.compile(rf"[.\s'’{_HYPHEN}]{{1,3}}"), capital="all")
_TURNED = Shape(re.compile(rf",\s{{0,2}}|[\s'’{_HYPHEN}]"), spaced=True, capital="all", closed=True)
_TITLED = Shape(re.compile(rf"[\s'’{_HYPHEN}]{{1,3}}"))
_BARE = Shape(re.compile(rf"[\s'’{_HYPHEN}]"), capital="all")
_VALUE = Shape(re.compile(rf"[\s.,/()+{_HYPHEN}]{{1,4}}"))
_AFTER_TITLE = re.compile(r"[.\s]{1,4}")


class _Form(NamedTuple):
    shape: Shape
    stand_in: str
    written: str = ""


class _Hit(NamedTuple):
    end: int
    stand_in: str
    of_person: bool = True


Place = tuple[int, int, str]
"""Where a name begins and ends, and what stands for it."""


class Lookup:
    """Finds names in texts and puts what stands for them: the longest first, whole words, titles with them.

    What two stand-ins would stand for (“Frau Muster” of two persons of that name) becomes ``[…]``.
    """

    def __init__(self) -> None:
        self._forms: dict[Words, dict[Shape, _Form]] = {}
        self._exact: dict[Words, dict[str, _Form]] = {}
        self._titled: dict[Words, str] = {}
        self._lengths: dict[str, set[int]] = {}

    def add_exactly(self, name: str, stand_in: str) -> None:
        """A name or id as it is written, in any case and spacing; a number or a single letter is never looked for."""
        composed = normalize("NFC", name)
        words = tuple(map(folded, WORD.findall(composed)))
        if words and len(composed) > 1 and not composed.isdigit():
            self._exact.setdefault(words, {})[composed] = _Form(_EXACT, stand_in, composed)
            self._lengths.setdefault(words[0], set()).add(len(words))

    def add_person(self, person: Person, stand_in: str, *, bare: bool = False) -> None:
        """The ways in which people write somebody: turned, with an initial, a title; under ``bare`` the surname alone.

        A surname alone is looked for where it has five letters or more.
        """
        given, family = _parts(person.given), _parts(person.family)
        first = _parts(person.given[:1])
        if given:
            for part in dict.fromkeys((given, first)):
                self._add(part + family, _FULL, stand_in)
                self._add(family + part, _FULL, stand_in)
            if sum(map(len, family)) > 1:
                initials = tuple(word[0] for word in given)
                for part in dict.fromkeys((initials, initials[:1])):
                    self._add(part + family, _INITIAL, stand_in)
                    self._add(family + part, _TURNED, stand_in)
        for part in {family, family[-1:], *((word,) for word in family), first if len(first) == 1 else family}:
            if part and len("".join(part)) > 1 and not {folded(part[0])} & TITLES and folded(part[-1]) not in PARTICLES:
                self._titles(part, stand_in)
        if bare and sum(map(len, family)) >= LEAST and folded(family[0]) not in PARTICLES:
            self._add(family, _BARE, stand_in)

    def add_value(self, words: Words) -> None:
        """An address or a number, whose words follow each other."""
        self._add(words, _VALUE, GONE)

    def spare(self, texts: Iterable[str], *, but_in_full: bool = False) -> None:
        """Forget all forms that stand in these names and places; names and ids as they are written stay.

        With ``but_in_full`` people with given name and surname are looked for all the same where other words stand
        beside them: “Alte Mitte” is a place, “bei Mehmet Qarabulut” a person's.
        """
        for text in texts:
            words = [folded(word) for word in WORD.findall(normalize("NFC", text))]
            for at, word in enumerate(words):
                for n in self._lengths.get(word, ()):
                    found = tuple(words[at : at + n])
                    forms = self._forms.pop(found, {})
                    if but_in_full and _FULL in forms and n < len(words):
                        self._forms[found] = {_FULL: forms[_FULL]}
                    if at and words[at - 1] in TITLES:
                        self._titled.pop(found, None)

    def put(self, text: str, stays: Collection[str] = ()) -> str:
        """The text with the stand-ins in it; what would become one of those that ``stays`` is left as it is."""
        if not self._lengths:
            return text
        plain = text if text.isascii() else compatible(text)
        places = [place for place in self._places(plain) if place[2] not in stays]
        if not places:
            return text
        if plain != text:
            text, places = _as_given(text, plain, places)
        parts, last = [], 0
        for start, end, stand_in in places:
            parts += [text[last:start], stand_in]
            last = end
        return "".join([*parts, text[last:]])

    def finds(self, text: str, stays: Collection[str] = ()) -> bool:
        """Whether the text holds one of the names, other than those for which one that ``stays`` would stand."""
        return bool(self._lengths) and any(place[2] not in stays for place in self._places(compatible(text)))

    def leave_out(self, others: Lookup) -> None:
        """Forget all names and forms that ``others`` finds, too."""
        for words, shapes in others._forms.items():
            for shape in shapes:
                self._forms.get(words, {}).pop(shape, None)
        for words in others._titled:
            self._titled.pop(words, None)
        for words in others._exact:
            self._exact.pop(words, None)

    def _add(self, words: Words, shape: Shape, stand_in: str) -> None:
        for spelled in _spellings(words, genitive=shape is not _VALUE and shape is not _TURNED):
            forms = self._forms.setdefault(spelled, {})
            known = forms.get(shape)
            forms[shape] = _Form(shape, stand_in if known is None or known.stand_in == stand_in else GONE)
            self._lengths.setdefault(spelled[0], set()).add(len(spelled))

    def _titles(self, words: Words, stand_in: str) -> None:
        for spelled in _spellings(words, genitive=True):
            known = self._titled.setdefault(spelled, stand_in)
            self._titled[spelled] = stand_in if known == stand_in else GONE
            self._lengths.setdefault(spelled[0], set()).add(len(spelled))

    def _places(self, text: str) -> Iterator[Place]:
        found = list(WORD.finditer(text))
        words = [folded(match.group()) for match in found]
        at = 0
        while at < len(found):
            name = at
            while name + 1 < len(found) and words[name] in TITLES and _AFTER_TITLE.fullmatch(_gap(text, found, name)):
                name += 1
            hit = self._longest(text, found, words, name, titled=name > at)
            if hit:
                yield found[at if hit.of_person else name].start(), hit.end, hit.stand_in
                while at < len(found) and found[at].start() < hit.end:
                    at += 1
            else:
                at = max(at + 1, name)

    def _longest(
        self, text: str, found: list[re.Match[str]], words: list[str], at: int, *, titled: bool
    ) -> _Hit | None:
        """The longest name that begins with this word."""
        for n in sorted(self._lengths.get(words[at], ()), reverse=True):
            spelled, matches = tuple(words[at : at + n]), found[at : at + n]
            if len(spelled) < n:
                continue
            for exact in self._exact.get(spelled, {}).values():
                if end := _as_written(exact.written, text, matches):
                    return _Hit(end, exact.stand_in)
            forms = (form for form in self._forms.get(spelled, {}).values() if _fits(form.shape, text, matches))
            form = next(forms, None)
            if form:
                return _Hit(matches[-1].end(), form.stand_in, form.shape is not _VALUE)
            if titled and spelled in self._titled and _fits(_TITLED, text, matches):
                return _Hit(matches[-1].end(), self._titled[spelled])
        return None


def _as_given(text: str, plain: str, places: list[Place]) -> tuple[str, list[Place]]:
    """The text as it was written, and the places in it that were found in its plain form; else the plain form."""
    starts = [at for at, sign in enumerate(text) if not at or not combining(sign)]
    at_plain: list[int] = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        at_plain += [start] * len(compatible(text[start:end]))
    if len(at_plain) != len(plain):  # signs that only become one together
        return plain, places
    at_plain.append(len(text))
    return text, [(at_plain[start], at_plain[end], stand_in) for start, end, stand_in in places]


def _gap(text: str, found: list[re.Match[str]], at: int) -> str:
    return text[found[at].end() : found[at + 1].start()]


def _fits(shape: Shape, text: str, matches: list[re.Match[str]]) -> bool:
    gaps = [_gap(text, matches, n) for n in range(len(matches) - 1)]
    if not all(map(shape.gap.fullmatch, gaps)):
        return False
    if shape.spaced and not any(sign == "," or sign.isspace() for gap in gaps for sign in gap):
        return False
    if shape.closed and not (("," in gaps[-1] or _alone(text, matches)) and _ends_turned(text, matches)):
        return False
    if not shape.capital:
        return True
    lower = [match.group()[0].islower() for match in matches if folded(match.group()) not in PARTICLES]
    return not any(lower) or (shape.capital == "mixed" and all(lower))


def _alone(text: str, matches: list[re.Match[str]]) -> bool:
    """Is this “Muster M.” of a list, which nothing follows that could be a name, as in “Muster M. Beispiel”?"""
    rest = text[matches[-1].end() + 1 :].lstrip(" ")
    return len(matches[0].group()) >= LEAST and not rest[:1].isupper()


def _ends_turned(text: str, matches: list[re.Match[str]]) -> bool:
    """Is this the dot of “Muster, M.”, and not the first of “Herr Muster, M. Muster”?"""
    end, first = matches[-1].end(), matches[0].group()
    return text.startswith(".", end) and not text.startswith((first, f" {first}"), end + 1)


def _as_written(name: str, text: str, matches: list[re.Match[str]]) -> int:
    """Where the name ends that was found by its words; 0 where its other signs are not there."""
    own = list(WORD.finditer(name))
    if len(name) < _SHORT and matches[0].group() != name:
        return 0
    for n in range(len(own) - 1):
        meant, there = _gap(name, own, n), _gap(text, matches, n)
        if meant != there and not (any(map(str.isspace, meant)) and _EXACT.gap.fullmatch(there)):
            return 0
    tail, end = name[own[-1].end() :], matches[-1].end()
    return end + len(tail) if text.startswith(tail, end) else end


def _parts(words: Words) -> Words:
    """The words of a name, parted at hyphens and apostrophes too, as written."""
    return tuple(part for word in words for part in WORD.findall(word))


def _spellings(words: Words, *, genitive: bool) -> set[Words]:
    """The words as they are looked up: without marks, with ae for ä; the last one with the s of “Hässlers”."""
    ways = {tuple(map(folded, words)), tuple(map(spelled_out, words))}
    return ways | ({(*way[:-1], way[-1] + "s") for way in ways} if genitive else set())


def exactly(names: Mapping[str, str]) -> Lookup:
    """A lookup of these names and ids, each with what stands for it."""
    made = Lookup()
    for name, stand_in in names.items():
        made.add_exactly(name, stand_in)
    return made
