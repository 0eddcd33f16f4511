"""What is customary in names of associations and is written short: names in full, words, and words of all kinds.

The lists lie in ``customary.toml``. A scheme adds the abbreviations of its city, and its word comes first.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any

from actor_graph.matching.transliteration import latin

_WORD = re.compile(r"[^\W_]+")
_AMBIGUOUS, _KIND = 2, 5
"""So short an abbreviation, of a name and of a kind of bodies, means several things; it is compared, not replaced."""


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads(files("actor_graph.matching").joinpath("customary.toml").read_text("utf-8"))


def latin_words(text: str) -> tuple[str, ...]:
    """The words of a text in Latin letters."""
    return tuple(_WORD.findall(latin(text)))


@cache
def abbreviated() -> dict[str, str]:
    """Words written short, with a full stop or in capitals, and the words in full, in Latin letters."""
    return {latin(short): latin(word) for word, shorts in _lists()["words"].items() for short in shorts}


@cache
def only_beside() -> frozenset[str]:
    """Abbreviations that are read so only beside another word that tells."""
    return frozenset(map(latin, _lists()["beside"]["words"]))


@cache
def common_words() -> frozenset[str]:
    """Words that the names of many bodies have, in Latin letters."""
    return frozenset(latin_words(_lists()["common"]["words"]))


@cache
def bodies_known() -> tuple[str, ...]:
    """The names in full of known bodies; what stands in round brackets is often left out."""
    return tuple(_lists()["names"])


@cache
def bodies_written() -> frozenset[str]:
    """What is written for the names of known bodies, in Latin letters."""
    return frozenset(latin(short) for shorts in _lists()["names"].values() for short in shorts)


@cache
def given_names() -> frozenset[str]:
    """Given names that stand before the name of whom a school is named after, in Latin letters."""
    return frozenset(latin_words(_lists()["given"]["words"]))


@cache
def sure_names() -> tuple[tuple[str, str], ...]:
    """What is written for a name, and the name in full, where this can mean nothing else."""
    return tuple((short, full) for full, short in _names() if not _doubtful(full, short))


@cache
def doubtful_names() -> tuple[tuple[str, str], ...]:
    """Abbreviations that may mean a name, and the name in full; another name may be meant as well."""
    return tuple((latin(short), full) for full, short in _names() if _doubtful(full, short))


def _names() -> list[tuple[str, str]]:
    lists = (_lists()["names"], _lists()["kinds"])
    return [(full, short) for names in lists for full, shorts in names.items() for short in shorts]


@cache
def _meanings() -> Counter[str]:
    return Counter(latin(short) for _, short in dict.fromkeys((full, latin(short)) for full, short in _names()))


def _doubtful(full: str, short: str) -> bool:
    if " " in short or not any(sign.isupper() for sign in short[1:]):
        return False
    few = _AMBIGUOUS if full in _lists()["names"] else _KIND
    return len(short) <= few or _meanings()[latin(short)] > 1
