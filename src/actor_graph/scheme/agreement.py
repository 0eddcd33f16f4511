"""Whether the parts of a scheme, once its chain is merged, go together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actor_graph.documents import Block
from actor_graph.problems import Problems
from actor_graph.scheme.formats import contradicting, repeated
from actor_graph.scheme.scheme import Scheme, spellings
from actor_graph.words.fold import fold

_PARTS = ("types", "kinds", "intensity", "formats")
_NEEDED = (("intensity", "weight"), ("formats", "seats"))


def complete(document: Mapping[str, Any], own: Any, file: str, problems: Problems) -> bool:
    """Whether every step of the scale has a weight and every format its seats; ``own`` is the file itself."""
    whole = True
    for part, needed in _NEEDED:
        for key, about in (document.get(part) or {}).items():
            if not (about or {}).get(needed):
                row = _line(own, part, key)
                problems.error("scheme.missing", file=file, row=row, where=f"{part}: {key}", needed=needed)
                whole = False
    return whole


def agrees(scheme: Scheme, own: Any, file: str, problems: Problems) -> bool:
    """Whether no word stands for two things and no threshold contradicts another; ``own`` is the file itself."""
    clear = [_unambiguous(part, getattr(scheme, part), own, file, problems) for part in _PARTS]
    further = (_ordered, _possible, _said_once)
    return all([*clear, *(holds(scheme, own, file, problems) for holds in further)])


def _line(own: Any, part: str, *keys: str) -> int | None:
    """The line on which the file itself has the first of these entries that it has; None where another file has it."""
    entries = own.get(part)
    return next((entries.lines[key] for key in keys if key in entries), None) if isinstance(entries, Block) else None


def _unambiguous(part: str, entries: Mapping[str, Any], own: Any, file: str, problems: Problems) -> bool:
    """Whether each word leads to one key. A key may be an alias elsewhere: there the key wins."""
    found: dict[str, str] = {}
    clear = True
    keys = {fold(key) for key in entries}
    for word, key in spellings(entries):
        first = found.setdefault(fold(word), key)
        if first != key and (word == key or fold(word) not in keys):
            row = _line(own, part, key, first)
            problems.error("scheme.two_meanings", file=file, row=row, word=word, first=first, second=key)
            clear = False
    return clear


def _ordered(scheme: Scheme, own: Any, file: str, problems: Problems) -> bool:
    """Whether the lower of two thresholds is not above the upper one."""
    limits = scheme.thresholds
    pairs = (("heterogeneous", "homogeneous"), ("response_none", "response_low"))
    wrong = [(low, high) for low, high in pairs if getattr(limits, low) > getattr(limits, high)]
    for low, high in wrong:
        problems.error("scheme.order", file=file, row=_line(own, "thresholds", low, high), low=low, high=high)
    return not wrong


def _possible(scheme: Scheme, own: Any, file: str, problems: Problems) -> bool:
    """Whether no rule of a format asks for more than it allows."""
    wrong = [(key, *found) for key, spec in scheme.formats.items() for found in contradicting(spec)]
    for key, rule, low, high in wrong:
        where = ": ".join(part for part in (key, rule.about, rule.value) if part)
        problems.error(
            "scheme.bounds_apart", file=file, row=_line(own, "formats", key), where=where, low=low, high=high
        )
    return not wrong


def _said_once(scheme: Scheme, own: Any, file: str, problems: Problems) -> bool:
    """Whether the file itself names no rule of a format twice, as by the key and by the label of a type."""
    formats = own.get("formats") if isinstance(own, Mapping) else None
    given = formats.items() if isinstance(formats, Mapping) else ()
    wrong = [(key, *found) for key, about in given if about for found in repeated(about, scheme.type_key)]
    for key, first, again in wrong:
        problems.error(
            "scheme.said_twice", file=file, row=_line(own, "formats", key), where=key, first=first, again=again
        )
    return not wrong
