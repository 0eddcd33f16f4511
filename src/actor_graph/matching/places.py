"""The names of places in a list of names: what the landscape says, and what most names end in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from actor_graph.matching.lexicon import country_of, noise_words, stem
from actor_graph.matching.names import name_of
from actor_graph.matching.transliteration import latin, sound

_SHARE, _LEAST, _LAST = 0.05, 5, 0.6
"""A word is taken for the town's name if so many of the names have it, at least so many, and so often as their last."""


def places_of(names: Sequence[str], told: Iterable[str]) -> frozenset[str]:
    """The sounds and stems of words that name the town or a part of it.

    >>> names = [f"{word} Lindenbach" for word in "Weltladen Frauenhaus Jugendring Tierheim Chor Theater".split()]
    >>> sorted(places_of(names, ["Südstadt"]))
    ['lindenbah', 'lindenbaher', 'sudstadt']
    """
    found = {word for text in set(told) for word in re.findall(r"\w{3,}", latin(text))}
    counted: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for text in names:
        words = name_of(text, frozenset(), {}).words
        counted.update({word.text for word in words})
        last.update({word.text for word in words[-1:]})
    for word, count in counted.items():
        often = count >= max(_LEAST, _SHARE * len(names)) and last[word] >= _LAST * count
        if often and not country_of(sound(word)) and stem(word) not in noise_words():
            found |= {word, f"{word}er"}
    heard = {sound(word) for word in found}
    return frozenset(heard | {stem(word) for word in found if len(stem(word)) > 5}) - noise_words()
