"""A name taken apart: what it means, what it is short for, and what may be left out of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from actor_graph.matching.abbreviations import initials
from actor_graph.matching.compounds import parts_of
from actor_graph.matching.kinds import kin
from actor_graph.matching.languages import translated
from actor_graph.matching.lexicon import (
    abbreviated,
    country_of,
    legal_forms,
    noise_words,
    number_of,
    stem,
    stop_words,
)
from actor_graph.matching.transliteration import latin, plain, sound

Class = Literal["telling", "noise", "place", "number"]
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_LETTERS = re.compile(r"[^\W\d_]{2,6}")
_BETWEEN = re.compile(r"\s+[–—-]\s+|\s*[/|,:;]\s*")
_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_a-zäöüß]\.\s?){2,6}(?:[^\W\d_a-zäöüß](?!\w))?")
_APOSTROPHES = re.compile("['’ʼ`´‘]")
_GENDER = re.compile(r"(?<=[a-zäöüß])(?:[*:_/·]-?innen|Innen)")
"""The ending of Bürger*innen, who are Bürger."""
_LONGEST = 400
"""Signs of a name that are looked at."""

Synonyms = Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...]]]]
"""By the first word: the words of another name, and those that stand for it."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name, or one part of a compound.

    ``whole`` is the compound of which it is a part. ``text`` is Latin where it can be, ``sound`` what is left of it
    when spellings are one, ``stem`` that without an ending, ``plain`` the word as written, without accents. ``cut`` is
    a word cut off with a full stop (``Ev.``), ``short`` one of capitals (``DTF``), ``part`` one that continues a
    compound, ``first`` one that begins it, ``alias`` says that it stands for an abbreviation or a word of another
    language, ``kin`` what words have in common that say nearly the same.
    """

    text: str
    sound: str
    stem: str
    kind: Class
    cut: bool = False
    short: bool = False
    country: str = ""
    number: str = ""
    alias: str = ""
    part: bool = False
    first: bool = False
    plain: str = ""
    whole: str = ""
    kin: str = ""

    @property
    def year(self) -> bool:
        """Whether the word is a year in which something was founded."""
        return self.text[:1] == "0" or (len(self.number) == 4 and self.number[:2] in ("17", "18", "19", "20"))


@dataclass(frozen=True, slots=True)
class Name:
    """A name: its words without legal form and without words that have no weight, and abbreviations given beside it.

    ``bare`` are its words as written, in small letters and alphabetical order.
    """

    whole: str
    words: tuple[Word, ...]
    given: frozenset[str] = frozenset()
    bare: str = ""
    stops: tuple[tuple[int, str], ...] = field(default=())


def name_of(text: str, places: frozenset[str], synonyms: Synonyms, known: frozenset[str] = frozenset()) -> Name:
    """Take a name apart; ``known`` are words of the list that compounds may consist of.

    >>> [word.text for word in name_of("Deutsch-Türkischer Kulturverein e. V. (DTK)", frozenset(), {}).words]
    ['deutsch', 'tuerkischer', 'kultur', 'verein']
    """
    whole = unicodedata.normalize("NFKC", text[:_LONGEST]).strip()
    rest, given = _given(_DOTTED.sub(lambda found: re.sub(r"[.\s]", "", found.group()) + " ", _GENDER.sub("", whole)))
    raw = _without_legal(list(_split(rest))) or list(_split(whole))
    said_as = [_unabbreviated(said, cut, word) for word, cut in raw if (said := latin(word))]
    spoken = _said_in_full(said_as, synonyms)
    words: list[Word] = []
    seen: set[str] = set()
    stops: list[tuple[int, str]] = []
    shouted = len(spoken) > 1 and all(written.isupper() for _, _, written, _ in spoken)
    for said, cut, written, alias in spoken:
        if _is_small(said, cut, written, shouted):
            stops.append((len(words), said[0]))
        else:
            for word in words_of(said, written, places, known, cut=cut, alias=alias, shouted=shouted):
                if (word.country or word.stem) not in seen:
                    words.append(word)
                    seen.add(word.country or word.stem)
    bare = "".join(sorted(written.lower() for _, _, written, _ in spoken))
    name = Name(whole, tuple(words), frozenset(given), bare, tuple(stops))
    return _without_own_initials(name)


def _is_small(said: str, cut: bool, written: str, shouted: bool) -> bool:
    """Whether a word has no weight, as *and*, *for*, or *d.* for the article."""
    if cut:
        return said in ("u", "d", "f", "z", "i", "e")
    return said in stop_words() and (shouted or not (written.isupper() and len(written) > 1))


def words_known(texts: Sequence[str]) -> frozenset[str]:
    """Words of a list that may be parts of its compounds, in Latin letters."""
    words = {latin(word) for text in texts for word, cut in _split(text) if not cut}
    return frozenset(word for word in words if len(word) > 3 and word not in stop_words())


def _without_own_initials(name: Name) -> Name:
    """The name; an abbreviation of its own words (``Begegnungszentrum BZ``) is one that it gives beside itself."""
    if not any(word.short for word in name.words) or all(word.short for word in name.words):
        return name
    rest = replace(name, words=tuple(word for word in name.words if not word.short))
    own = {word.text for word in name.words if word.short} & initials(rest).keys()
    if not own:
        return name
    kept = tuple(word for word in name.words if not (word.short and word.text in own))
    return replace(name, words=kept, given=name.given | own, stops=())


def words_of(
    said: str, written: str, places: frozenset[str], known: frozenset[str] = frozenset(), *, cut: bool = False,
    alias: str = "", shouted: bool = False,
) -> list[Word]:  # fmt: skip
    """What is known of one word as written, or of each part of a compound."""
    whole = cut or stem(said) in places or sound(said) in places
    parts = (said,) if whole else parts_of(said, known)
    if len(parts) == 1:
        return [_word(said, written, places, cut, alias, shouted)]
    return [
        replace(_word(part, part, places, False, alias, True), part=n > 0, first=n == 0, whole=said)
        for n, part in enumerate(parts)
    ]


def _word(said: str, written: str, places: frozenset[str], cut: bool, alias: str, shouted: bool) -> Word:
    """What is known of one word."""
    heard = sound(said)
    root, number = stem(said), "" if written == "i" else number_of(said)
    kind: Class = "telling"
    if number:
        kind = "number"
    elif root in noise_words():
        kind = "noise"
    elif root in places or heard in places:
        kind = "place"
    short = not alias and not shouted and _is_short(written)
    return Word(
        said,
        heard,
        root,
        kind,
        cut,
        short,
        country_of(heard),
        number,
        alias,
        kin=kin().get(root, ""),
        plain=plain(written),
    )


def _is_short(word: str) -> bool:
    """Whether a word is an abbreviation of capitals, as DTF and AStA are."""
    return bool(_LETTERS.fullmatch(word)) and sum(letter.isupper() for letter in word) > 1


def _given(whole: str) -> tuple[str, set[str]]:
    """The name without abbreviations given in brackets or behind a dash, and these."""
    given: set[str] = set()

    def bracket(found: re.Match[str]) -> str:
        inside = found.group(1).strip()
        if _is_short(inside):
            given.add(latin(inside))
            return " "
        return f" {inside} "

    rest = _BRACKETS.sub(bracket, whole)
    parts = [part for part in _BETWEEN.split(rest) if part.strip()]
    short = [part for part in parts if _is_short(part.strip())]
    if 0 < len(short) < len(parts) and max(map(len, parts)) > 8:
        given |= {latin(part.strip()) for part in short}
        rest = " ".join(part for part in parts if part not in short)
    return (rest, given) if rest.strip() else (whole, given)


def _split(text: str) -> Iterator[tuple[str, bool]]:
    """Words, and whether each is followed by a full stop; letters, marks and figures of all scripts belong to words."""
    word = ""
    for sign in _APOSTROPHES.sub("", text) + " ":
        if unicodedata.category(sign)[0] in "LMN":
            word += sign
            continue
        if sign == "&":
            yield "&", False
        if word:
            yield word, sign == "." and not word.isdigit()
        word = ""


def _without_legal(words: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """The words without legal forms, wherever these stand."""
    kept: list[tuple[str, bool]] = []
    said = [latin(word) for word, _ in words]
    at = 0
    while at < len(words):
        forms = legal_forms().get(said[at], ())
        length = next((len(form) for form in forms if tuple(said[at : at + len(form)]) == form), 0)
        if not length or (at == 0 and length == 1 and len(said[0]) < 3):  # “Ev. Gemeinde” is no e. V.
            kept.append(words[at])
            length = 1
        at += length
    return kept


def _unabbreviated(said: str, cut: bool, written: str) -> tuple[str, bool, str, str]:
    """The word; in full where it is a known abbreviation, cut off or in capitals, in German where it is foreign."""
    if cut or (written.isupper() and len(written) > 1):
        meant = abbreviated().get(said, "")
        return (meant, False, written, "synonym") if meant else (said, cut, written, "")
    meant = translated().get(sound(said), "")
    return (meant, False, written, "translated") if meant else (said, cut, written, "")


def _said_in_full(raw: list[tuple[str, bool, str, str]], synonyms: Synonyms) -> list[tuple[str, bool, str, str]]:
    """The words, known other names replaced by the ones that the scheme has for them."""
    full: list[tuple[str, bool, str, str]] = []
    at = 0
    while at < len(raw):
        for other, meant in synonyms.get(raw[at][0], ()):
            if tuple(word for word, *_ in raw[at : at + len(other)]) == other:
                full += [(word, False, word, "synonym") for word in meant]
                at += len(other)
                break
        else:
            full.append(raw[at])
            at += 1
    return full


def synonyms_of(known: Mapping[str, Sequence[str]]) -> Synonyms:
    """The synonyms of a scheme as words: each other name leads to the word that the scheme lists it under.

    Where an abbreviation reads as a word of all kinds (BUND, the association, and Bund), it is left out.
    """
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for meant, others in known.items():
        for other in others:
            words = tuple(latin(word) for word, _ in _split(other))
            if words and not (len(words) == 1 and other.isupper() and stem(words[0]) in noise_words()):
                found.setdefault(words[0], []).append((words, tuple(latin(word) for word, _ in _split(meant))))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found
