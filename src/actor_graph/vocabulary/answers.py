"""The words with which a sheet answers: survey words, yes and no, and the few other closed lists."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
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
_SURVEY_TOO: dict[str, tuple[str, ...]] = {
    "answered": (
        "has answered", "answer received", "responded", "replied", "completed", "filled in", "hat geantwortet",
        "beantwortet", "Antwort erhalten", "Antwort liegt vor", "Rückmeldung erhalten", "ausgefüllt", "teilgenommen",
    ),
    "promised": (
        "has promised", "agreed", "pledged", "hat zugesagt", "Zusage", "versprochen", "Antwort zugesagt",
        "Teilnahme zugesagt", "in Aussicht gestellt", "Antwort in Aussicht gestellt",
    ),
    "interested": (
        "interest", "is interested", "shows interest", "Interesse", "hat Interesse", "zeigt Interesse",
        "Interesse gezeigt", "Interesse bekundet", "ist interessiert",
    ),
    "no answer": (
        "no response", "no reply", "not answered", "unanswered", "did not answer", "nicht geantwortet",
        "hat nicht geantwortet", "keine Rückmeldung", "ohne Rückmeldung", "ohne Antwort", "keine Reaktion",
        "nicht beantwortet", "unbeantwortet",
    ),
    "declined": (
        "has declined", "refused", "not interested", "no interest", "hat abgelehnt", "abgesagt", "hat abgesagt",
        "Absage", "Ablehnung", "verweigert", "Antwort verweigert", "kein Interesse", "nicht interessiert",
        "hat kein Interesse",
    ),
    "not contacted": (
        "not yet contacted", "not asked", "not asked yet", "not yet asked", "noch nicht kontaktiert", "nicht angefragt",
        "noch nicht angefragt", "nicht angeschrieben", "noch nicht angeschrieben", "noch kein Kontakt",
    ),
    "excluded": ("left out", "ausgenommen", "nicht einbezogen"),
}  # fmt: skip
"""What else is written for them."""
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
    "state": {
        "proposed": ("proposed", "vorgeschlagen", "Vorschlag"),
        "agreed": ("agreed", "vereinbart", "zugesagt"),
        "running": ("running", "läuft", "laufend", "laeuft"),
        "finished": ("finished", "completed", "abgeschlossen", "beendet"),
        "dropped": ("dropped", "declined", "nicht zustande gekommen", "abgebrochen", "abgesagt"),
    },
}
_GERMAN = {
    "yes": "ja",
    "no": "nein",
    "later": "später",
    "unpaid": "ehrenamtlich",
    "part": "teilweise",
    "paid": "hauptamtlich",
    "decision maker": "Entscheidungsträger",
    "multiplier": "Multiplikator",
    "volunteer": "Ehrenamt",
    "proposed": "vorgeschlagen",
    "agreed": "vereinbart",
    "running": "läuft",
    "finished": "abgeschlossen",
    "dropped": "nicht zustande gekommen",
}
"""What we write for the words of these lists, and for yes and no, in German."""
CLOSED = tuple(_CLOSED)
"""Columns with a short list of words, in which other text is kept as it is."""


def closed_words(column: str, language: Language) -> tuple[str, ...]:
    """All words of a column with a short list of words, as we write them."""
    return tuple(written(word, language) for word in _CLOSED[column])


def written(answer: str | bool, language: Language) -> str:
    """How we write a survey word, yes or no, or a word of a closed list; any other text as it is.

    >>> written("no answer", "de"), written(True, "de"), written("paid", "en"), written("Chor", "de")
    ('keine Antwort', 'ja', 'paid', 'Chor')
    """
    word = ("yes" if answer else "no") if isinstance(answer, bool) else answer
    return {**_GERMAN, **SURVEY}.get(word, word) if language == "de" else word


@cache
def _survey() -> dict[str, str]:
    words = [(word, (word, german, *_SURVEY_TOO[word])) for word, german in SURVEY.items()]
    return {spelled: word for word, names in words for name in names for spelled in _spellings(name)}


def _spellings(name: str) -> set[str]:
    """A name folded, with and without ä, ö, ü."""
    return {fold(name), fold(name).replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")}


@cache
def _yes_no() -> dict[str, bool]:
    return {fold(word): True for word in _YES} | {fold(word): False for word in _NO}


@cache
def _words(column: str) -> dict[str, str]:
    return {fold(word): key for key, words in _CLOSED[column].items() for word in words}


def survey_word(text: str) -> str | None:
    """The survey word that a text is, in English or German; None for any other text."""
    return _survey().get(fold(text))


def survey_words(language: Language) -> tuple[str, ...]:
    """All survey words of a language, for a message."""
    return tuple(SURVEY.values() if language == "de" else SURVEY)


def nearest_survey_word(text: str, language: Language) -> str | None:
    """The survey word of a language that is most likely meant by a text, None where none is near."""
    word = nearest(text, _survey())
    return SURVEY[word] if word and language == "de" else word


def nearest(text: str, words: Mapping[str, str]) -> str | None:
    """What the folded word that is most like a text stands for, None where none is near."""
    near = get_close_matches(fold(text)[:80], words, n=1, cutoff=0.7)
    return words[near[0]] if near else None


def yes_or_no(text: str) -> bool | None:
    """True for yes, False for no, None for any other text."""
    return _yes_no().get(fold(text))


def closed_word(column: str, text: str) -> str:
    """The contract's word for a text of a column with a short list of words; any other text as it is."""
    return _words(column).get(fold(text), text)
