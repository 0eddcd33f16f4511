"""Other names for what a name says: those of the scheme, and those that are customary."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from actor_graph.matching.customary import abbreviated, bodies_known, only_beside, sure_names
from actor_graph.matching.languages import translated
from actor_graph.matching.lexicon import noise_words, number_of, stem, stop_words
from actor_graph.matching.tokens import Token, is_short, split
from actor_graph.matching.transliteration import sound

_LONG, _READ = 4, 5
_CAPITALS = ("st", "hl", "ev", "kath", "gym", "städt")
"""Abbreviations that are read so in capitals, too."""
_PIECES = re.compile(r"\(([^()]*)\)|([^()]+)")


@dataclass(frozen=True, slots=True)
class Other:
    """What is written for a name, as keys, and the words of the name, each with whether it may be left out.

    ``exact`` where it is read so only in capitals, as BUND is, the association for the environment; ``body`` is the
    name where it is that of a known body.
    """

    keys: tuple[str, ...]
    meant: tuple[tuple[str, bool], ...]
    body: str
    exact: bool = False


Synonyms = Mapping[str, Sequence[Other]]
"""By the key of the first word: an abbreviation by its letters, another word by its stem."""


def synonyms_of(known: Mapping[str, Sequence[str]]) -> Synonyms:
    """The synonyms of a scheme, then the customary ones, as words.

    Where an abbreviation of the scheme is an ordinary word (BUND, the association, and Bund) it counts in capitals.
    One that means a level of an association (KV) is left to the words that stand beside it.
    """
    found: dict[str, list[Other]] = {}
    for meant, others in known.items():
        for other in others:
            if other.isupper() and other.lower() in only_beside() and abbreviated().get(other.lower()):
                continue
            _add(found, other, meant)
    for first, entries in _customary().items():
        had = {entry.keys for entry in found.get(first, ())}
        found.setdefault(first, []).extend(entry for entry in entries if entry.keys not in had)
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry.keys))
    return found


@cache
def _customary() -> dict[str, list[Other]]:
    found: dict[str, list[Other]] = {}
    for short, full in sure_names():
        _add(found, short, full)
    for written, full in _bodies().items():
        _add(found, written, full)
    return found


@cache
def _bodies() -> dict[str, str]:
    """What is written for the name of a known body, with and without what may be left out, and the name."""
    return {
        written: full
        for full in bodies_known()
        for written in (re.sub(r"\([^()]*\)", "", full), re.sub("[()]", "", full))
    }


def _add(found: dict[str, list[Other]], other: str, meant: str) -> None:
    keys = tuple(_key(token) for token in split(other))
    if not keys:
        return
    body = meant if meant in bodies_known() else _bodies().get(meant, "")
    pieces = _PIECES.findall(body or meant)
    words = [(token.said, bool(loose)) for loose, firm in pieces for token in split(loose or firm)]
    exact = len(keys) == 1 and is_short(other) and (_spoken(other) or stem(other.lower()) in noise_words())
    found.setdefault(keys[0], []).append(Other(keys, tuple(words), body, exact))


def _spoken(short: str) -> bool:
    """Whether an abbreviation reads as a word, as LAC does, so that it counts in capitals alone."""
    return len(short) < _LONG and short != "AWO" and any(sign in "AEIOUÄÖÜ" for sign in short.upper())


def _key(token: Token) -> str:
    return f"={token.said}" if is_short(token.written) else stem(token.said)


def in_full(tokens: Sequence[Token], synonyms: Synonyms, places: frozenset[str]) -> list[Token]:
    """The words; known other names replaced by the names that they stand for, abbreviations by words."""
    written = [stem(token.said) for token in tokens]
    tokens = [_unabbreviated(token, True) if token.cut else _translated(token) for token in tokens]
    keys = [_keys(token, root) for token, root in zip(tokens, written, strict=True)]
    shouted = len(tokens) > 1 and all(token.written.isupper() for token in tokens)
    full: list[Token] = []
    at = 0
    while at < len(tokens):
        entry = next(
            (
                other
                for key in keys[at]
                for other in synonyms.get(key, ())
                if len(other.keys) <= len(keys) - at
                and all(key in here for key, here in zip(other.keys, keys[at:], strict=False))
                and not (other.exact and (shouted or not is_short(tokens[at].written)))
            ),
            None,
        )
        if entry:
            full += _meant(entry, tokens[at : at + len(entry.keys)])
            at += len(entry.keys)
        else:
            full.append(tokens[at])
            at += 1
    tells = sum(_tells(token, places) for token in full)
    return [_unabbreviated(token, tells - _tells(token, places) > 0) for token in full]


def _keys(token: Token, written: str) -> tuple[str, ...]:
    """What a word may be found under: an abbreviation of a few letters under these alone."""
    if is_short(token.written) and len(token.said) < _READ:
        return (f"={token.said}",)
    return (f"={token.said}", stem(token.said), written)


def _meant(other: Other, tokens: Sequence[Token]) -> list[Token]:
    """The words of a name in full, in place of those that were written."""
    first, loose = tokens[0], {stem(word): loose for word, loose in other.meant}
    said = [stem(token.said) for token in tokens]
    if {root for root in loose if not loose[root]} <= {*said}:
        here = zip(tokens, said, strict=True)
        return [replace(token, body=other.body, spare=token.spare or loose.get(root, True)) for token, root in here]
    return [
        replace(first, said=word, written=word, cut=False, alias="synonym", spare=first.spare or free, body=other.body)
        for word, free in other.meant
    ]


def _tells(token: Token, places: frozenset[str]) -> bool:
    root = stem(token.said)
    small = token.said in stop_words() or root in noise_words() or number_of(token.said)
    return not (small or root in places or sound(token.said) in places or len(root) < 3)


def _translated(token: Token) -> Token:
    if token.written.isupper() and len(token.written) > 1:
        return token
    meant = translated().get(sound(token.said), "")
    return replace(token, said=meant, alias="translated") if meant and sound(meant) != sound(token.said) else token


def _unabbreviated(token: Token, beside: bool) -> Token:
    """The word in full where it is a known abbreviation, cut off or in capitals."""
    capitals = is_short(token.written) or (token.written.isupper() and len(token.written) > 1)
    if token.alias or not (token.cut or capitals):
        return token
    meant = abbreviated().get(token.said, "")
    if not meant or not (token.cut or (beside and token.said in only_beside()) or token.said in _CAPITALS):
        return token
    return replace(token, said=meant, cut=False, alias="synonym")
