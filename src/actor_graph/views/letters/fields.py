"""The fields of a letter: what they are called in tables and templates, and who fills them in."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache

from actor_graph.words import LANGUAGES, Language, say
from actor_graph.words.fold import fold

PER_LETTER = ("number", "name", "language", "address", "email")
"""Different in each letter; nobody enters them for all."""
WORDED = ("salutation", "reason", "part")
"""Sentences from a closed set, unless somebody enters one for all."""
ENTERED = (
    "event", "subject", "date", "time", "place", "answer_by", "answer_to", "patron", "signatory", "moderation",
    "sender", "city", "letter_date",
)  # fmt: skip
"""What people alone know, and enter."""
FIELDS = ("number", "name", "address", "email", "salutation", "language", "reason", "part", *ENTERED)
"""All of them, in the order of the table."""
OF_CONTACTS = ("address", "email")
"""They are in a table only where contact data may leave."""


def heading(key: str, language: Language) -> str:
    """What a field is called above its column, and between « and »."""
    return names_of(f"field_{key}", language)[0]


def names_of(sentence: str, language: Language) -> list[str]:
    """Names that the catalog has one after the other."""
    return say(f"invitation_letters.{sentence}", language).split("; ")


def key_of(name: str) -> str | None:
    """The field that a name in either language means."""
    return _known().get(fold(name))


@cache
def _known() -> dict[str, str]:
    found = {fold(heading(key, language)): key for language in LANGUAGES for key in FIELDS}
    for language in LANGUAGES:
        for key in FIELDS:
            for name in (key, *names_of(f"field_{key}", language)):
                found.setdefault(fold(name), key)
    return found


def known(language: Language, *, entered: bool = False) -> str:
    """The names of the fields in one line: all, or those that can be entered."""
    keys = (*WORDED, *ENTERED) if entered else FIELDS
    return ", ".join(heading(key, language) for key in keys)


def hint(given: str, language: Language) -> str:
    """The field that was perhaps meant, in a sentence; nothing where none is near."""
    near = get_close_matches(fold(given), _known(), n=1, cutoff=0.7)
    if not near:
        return ""
    return say("invitation_letters.did_you_mean", language, name=heading(_known()[near[0]], language))
