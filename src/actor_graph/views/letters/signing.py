"""Who invites: whether somebody who signs, is patron or moderates would get the letter as well."""

from __future__ import annotations

import re
from collections.abc import Iterable

from actor_graph.views.letters.reader import title_of
from actor_graph.views.letters.surname import academic
from actor_graph.words.fold import fold

INVITING = ("signatory", "patron", "moderation")
"""The fields, by key, that name those who invite."""


def is_named(people: Iterable[str], organization: str, text: str) -> bool:
    """Whether a text (“Sabine Krause, Integration”) names one of these people, or is the organization itself.

    A person is named if every word of its name is, in full or by its initial, and one of them in full: “Frau Krause”
    and “S. Krause” may be Sabine Krause. Another Krause is taken for her, so it is to be told and nothing else.
    """
    if fold(organization) in {fold(part) for part in re.split(r"[,;\n]", text)} - {""}:
        return True
    said = _words(text)
    return any(_all_said(_words(name), said) for name in people)


def _all_said(words: list[str], said: list[str]) -> bool:
    return bool({*words} & {*said}) and all(any(_same(word, other) for other in said) for word in words)


def _same(word: str, other: str) -> bool:
    return word == other or (1 in (len(word), len(other)) and word[0] == other[0])


def _words(text: str) -> list[str]:
    """The words of a name, without titles, initials without their dot."""
    words = [word for part in re.split(r"[,;\n()]", text) for word in academic(part)[1] if not title_of(word)]
    return [folded for word in words if (folded := fold(word.strip(".:")))]
