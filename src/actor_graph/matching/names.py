"""A name taken apart: what it means, what it is short for, and what may be left out of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from actor_graph.matching.abbreviations import initials
from actor_graph.matching.compounds import heads_and_firsts, parts_of
from actor_graph.matching.kinds import is_adjective, is_own, kin, level
from actor_graph.matching.lexicon import country_of, noise_words, number_of, stem, stop_words
from actor_graph.matching.synonyms import Synonyms, in_full
from actor_graph.matching.tokens import Token, is_short, split, tokens_of
from actor_graph.matching.transliteration import plain, sound
from actor_graph.matching.word import Class, Name, Word

LONGEST = 400
"""Signs of a name that are taken apart; what follows is the same or not."""


def name_of(text: str, places: frozenset[str], synonyms: Synonyms, known: frozenset[str] = frozenset()) -> Name:
    """Take a name apart; ``known`` are words of the list that compounds may consist of.

    >>> [word.text for word in name_of("Deutsch-Türkischer Kulturverein e. V. (DTK)", frozenset(), {}).words]
    ['deutsch', 'tuerkischer', 'kultur', 'verein']
    """
    whole = unicodedata.normalize("NFKC", text).strip()
    tokens, given = tokens_of(whole[:LONGEST])
    spoken = in_full(tokens, synonyms, places)
    words: list[Word] = []
    seen: set[str] = set()
    stops: list[tuple[int, str]] = []
    shouted = len(spoken) > 1 and all(token.written.isupper() for token in spoken)
    for token in spoken:
        if _is_small(token, shouted):
            stops.append((len(words), token.said[0]))
        else:
            for word in words_of(token, places, known, shouted=shouted):
                if (word.country or word.stem) not in seen:
                    words.append(word)
                    seen.add(word.country or word.stem)
    bare = "".join(sorted(token.written.lower() for token in spoken))
    name = Name(whole, tuple(words), given, bare, tuple(stops))
    return _without_own_initials(name)


def _is_small(token: Token, shouted: bool) -> bool:
    """Whether a word has no weight, as *and*, *for*, or *d.* for the article."""
    if token.cut:
        return token.said in ("u", "d", "f", "z", "i", "e", "v")
    return token.said in stop_words() and (shouted or not (token.written.isupper() and len(token.written) > 1))


def words_known(texts: Sequence[str]) -> frozenset[str]:
    """Words of a list that may be parts of its compounds, in Latin letters."""
    words = {token.said for text in texts for token in split(text) if not token.cut}
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
    token: Token, places: frozenset[str], known: frozenset[str] = frozenset(), *, shouted: bool = False
) -> list[Word]:
    """What is known of one word as written, or of each part of a compound."""
    said = token.said
    whole = token.cut or stem(said) in places or sound(said) in places
    parts = (said,) if whole else parts_of(said, known)
    if len(parts) == 1:
        return [_word(token, places, shouted)]
    parts = (*(_unlinked(part) for part in parts[:-1]), parts[-1])
    words = [_word(replace(token, said=part, written=part, cut=False), places, True) for part in parts]
    return [
        replace(word, part=n > 0, first=n == 0, whole=said, kin=word.kin if n else level(word.text) or word.kin)
        for n, word in enumerate(words)
    ]


def _unlinked(part: str) -> str:
    """The part of a compound without the s that links it to the next, as Amts."""
    return part[:-1] if part[-1] == "s" and part[:-1] in heads_and_firsts() else part


def _word(token: Token, places: frozenset[str], shouted: bool) -> Word:
    """What is known of one word."""
    said = token.said
    heard = sound(said)
    root, number = stem(said), "" if token.written == "i" else number_of(said)
    kind: Class = "telling"
    if number:
        kind = "number"
    elif root in noise_words():
        kind = "noise"
    elif root in places or heard in places:
        kind = "place"
    return Word(
        said,
        heard,
        root,
        kind,
        token.cut,
        not token.alias and not shouted and is_short(token.written),
        country_of(heard),
        number,
        token.alias,
        kin=kin().get(root, ""),
        plain=plain(token.written),
        own=(token.quoted and kind == "telling") or (len(said) > 2 and is_own(root) and not is_adjective(said)),
        loose=token.loose,
        quoted=token.quoted,
        spare=token.spare,
        body=token.body,
    )
