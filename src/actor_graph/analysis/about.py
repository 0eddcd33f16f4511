"""Whom to turn to, as the landscape says it: the places for an accessibility statement and for feedback.

They are given in order to be published, so contact data are not taken out of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actor_graph.words.fold import fold

_ADDRESS = ("address", "adresse", "email", "mail", "contact", "kontakt")
_STATEMENT = ("statement", "erklärung", "erklaerung", "page", "seite", "website", "url", "link")


def turn_to(meta: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """``accessibility`` and ``feedback`` of the landscape, each with ``address``, ``statement`` or both.

    A single text is an address where it has an @, else the statement's page. Texts are kept as they are given: what
    becomes a link is decided where it is shown. What is neither text nor keys with texts is left out.

    >>> turn_to({"feedback": "netz@example.org", "accessibility": {"Erklärung": "https://example.org/a"}})
    {'accessibility': {'statement': 'https://example.org/a'}, 'feedback': {'address': 'netz@example.org'}}
    """
    told = {key: _place(meta.get(key)) for key in ("accessibility", "feedback")}
    return {key: place for key, place in told.items() if place}


def sources(meta: Mapping[str, Any]) -> list[str]:
    """What the landscape was made from, as a list of texts."""
    given = meta.get("sources")
    texts = [given] if isinstance(given, str) else given if isinstance(given, (list, tuple)) else []
    return [text.strip() for text in texts if isinstance(text, str) and text.strip()]


def _place(given: Any) -> dict[str, str]:
    if isinstance(given, str):
        given = {"address" if "@" in given else "statement": given}
    if not isinstance(given, Mapping):
        return {}
    texts = {fold(str(key)): value.strip() for key, value in given.items() if isinstance(value, str) and value.strip()}
    found = {"address": _first(texts, _ADDRESS), "statement": _first(texts, _STATEMENT)}
    return {key: value for key, value in found.items() if value}


def _first(texts: Mapping[str, str], keys: tuple[str, ...]) -> str | None:
    return next((texts[key] for key in keys if key in texts), None)
