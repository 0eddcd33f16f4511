"""Whether the parts of a scheme, once its chain is merged, go together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actor_graph.problems import Problems
from actor_graph.scheme.scheme import Scheme, spellings
from actor_graph.words.fold import fold

_NEEDED = (("intensity", "weight"), ("formats", "seats"))


def complete(document: Mapping[str, Any], file: str, problems: Problems) -> bool:
    """Whether every step of the scale has a weight and every format its seats."""
    whole = True
    for part, needed in _NEEDED:
        for key, about in (document.get(part) or {}).items():
            if not (about or {}).get(needed):
                problems.error("scheme.missing", file=file, where=f"{part}: {key}", needed=needed)
                whole = False
    return whole


def agrees(scheme: Scheme, file: str, problems: Problems) -> bool:
    """Whether no word stands for two things and no threshold contradicts another."""
    clear = [
        _unambiguous(part, file, problems) for part in (scheme.types, scheme.kinds, scheme.intensity, scheme.formats)
    ]
    return all([*clear, _ordered(scheme, file, problems)])


def _unambiguous(parts: Mapping[str, Any], file: str, problems: Problems) -> bool:
    """Whether each word leads to one key. A key may be an alias elsewhere: there the key wins."""
    found: dict[str, str] = {}
    clear = True
    keys = {fold(key) for key in parts}
    for word, key in spellings(parts):
        first = found.setdefault(fold(word), key)
        if first != key and (word == key or fold(word) not in keys):
            problems.error("scheme.two_meanings", file=file, word=word, first=first, second=key)
            clear = False
    return clear


def _ordered(scheme: Scheme, file: str, problems: Problems) -> bool:
    """Whether the lower of two thresholds is not above the upper one."""
    limits = scheme.thresholds
    pairs = (("heterogeneous", "homogeneous"), ("response_none", "response_low"))
    wrong = [(low, high) for low, high in pairs if getattr(limits, low) > getattr(limits, high)]
    for low, high in wrong:
        problems.error("scheme.order", file=file, low=low, high=high)
    return not wrong
