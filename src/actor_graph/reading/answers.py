"""The words with which a sheet answers: survey words, yes and no, and the few other closed lists."""

from __future__ import annotations

from functools import cache

from actor_graph.words import Language
from actor_graph.words.fold import fold

SURVEY: dict[str, str] = {
    "answered": "geantwortet",
    "promised": "zugesagt",
    "interested": "interessiert",
    "no answer": "keine Antwort",
    "declined": "abgelehnt",
    "not contacted": "nicht kontaktiert",
    "excluded": "ausgeschlossen",
}
"""Survey words with their German names."""
_YES = ("yes", "y", "true", "x", "1", "ja", "j", "wahr")
_NO = ("no", "n", "false", "0", "nein", "falsch")
_CLOSED: dict[str, dict[str, tuple[str, ...]]] = {
    "wish": {"yes": _YES, "no": _NO, "later": ("later", "später", "spaeter")},
    "staff": {
        "unpaid": ("unpaid", "ehrenamtlich", "unbezahlt"),
        "part": ("part", "teilweise", "Teilzeit"),
        "paid": ("paid", "hauptamtlich", "bezahlt"),
    },
    "function": {
        "decision maker": ("decision maker", "Entscheider", "Entscheiderin", "Entscheidungsträger"),
        "multiplier": ("multiplier", "Multiplikator", "Multiplikatorin"),
        "volunteer": ("volunteer", "Ehrenamtliche", "Ehrenamtlicher", "Ehrenamt"),
    },
}
CLOSED = tuple(_CLOSED)
"""Columns with a short list of words, in which other text is kept as it is."""


@cache
def _survey() -> dict[str, str]:
    own = {fold(word): word for word in SURVEY}
    return own | {fold(german): word for word, german in SURVEY.items()}


@cache
def _yes_no() -> dict[str, bool]:
    return {fold(word): True for word in _YES} | {fold(word): False for word in _NO}


@cache
def _words(column: str) -> dict[str, str]:
    return {fold(word): key for key, words in _CLOSED[column].items() for word in words}


def survey_word(text: str) -> str | None:
    """The survey word that a text is, in English or German; None for any other text."""
    return _survey().get(fold(text))


def survey_words(language: Language) -> str:
    """All survey words of a language, for a message."""
    return ", ".join(SURVEY.values() if language == "de" else SURVEY)


def yes_or_no(text: str) -> bool | None:
    """True for yes, False for no, None for any other text."""
    return _yes_no().get(fold(text))


def closed_word(column: str, text: str) -> str:
    """The contract's word for a text of a column with a short list of words; any other text as it is."""
    return _words(column).get(fold(text), text)
