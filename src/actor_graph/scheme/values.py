"""Single values of a scheme, from text. What is wrong raises a ValueError."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from actor_graph.words import LANGUAGES, Language
from actor_graph.words.fold import fold

YES = ("yes", "y", "true", "x", "1", "ja", "j")
NO = ("no", "n", "false", "0", "nein")
_NUMBER = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,15})?(\s*%)?", re.ASCII)
_PARTS = re.compile(r"(\d{1,5})\s*/\s*([1-9]\d{0,4})", re.ASCII)
MOST_SEATS = 10_000
_SEATS = re.compile(r"(\d{1,5})\s*(?:[-–—:]|to|bis)\s*(\d{1,5})|(\d{1,5})", re.ASCII)


def number(text: str) -> float:
    """A number with decimal point or comma, or a share in percent: ``0.75``, ``0,75``, ``75 %``."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        raise ValueError("no number")
    value = float(text.replace("%", "").strip().replace(",", "."))
    return value / 100 if found.group(1) else value


def share(text: str) -> Fraction:
    """A share as an exact fraction: ``0.3``, ``0,3``, ``30 %``, ``1/3``.

    >>> share("30 %"), share("0,3"), share("1/3")
    (Fraction(3, 10), Fraction(3, 10), Fraction(1, 3))
    """
    parts = _PARTS.fullmatch(text.strip())
    if parts is not None:
        return Fraction(int(parts.group(1)), int(parts.group(2)))
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        raise ValueError("no share")
    exact = Fraction(text.replace("%", "").strip().replace(",", "."))
    return exact / 100 if found.group(1) else exact


def whole_number(text: str) -> int:
    """A whole number."""
    value = number(text)
    if value != int(value):
        raise ValueError("no whole number")
    return int(value)


def yes_no(text: str) -> bool:
    """Yes or no, in English or German."""
    word = fold(text)
    if word not in YES + NO:
        raise ValueError("neither yes nor no")
    return word in YES


def seats(value: str | list[Any]) -> tuple[int, int]:
    """The fewest and the most seats, up to 10,000: ``12-15``, ``12:15``, ``2``, or a list of two."""
    text = "-".join(map(str, value)) if isinstance(value, list) else value
    found = _SEATS.fullmatch(text.strip())
    if found is None:
        raise ValueError("no number of seats")
    least, most = int(found.group(1) or found.group(3)), int(found.group(2) or found.group(3))
    if not 1 <= least <= most <= MOST_SEATS:
        raise ValueError("no number of seats")
    return least, most


def color(text: str) -> str:
    """A color as ``#RRGGBB``."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text.strip()):
        raise ValueError("no color")
    return text.strip().upper()


def labels(value: str | dict[str, Any]) -> dict[Language, str]:
    """A label per language; one text stands for both."""
    if isinstance(value, str):
        return dict.fromkeys(LANGUAGES, value)
    return {language: str(value[language]) for language in LANGUAGES if value.get(language)}


def words(value: str | list[Any] | None) -> tuple[str, ...]:
    """A list of words; one text with ``;`` between them is a list, too."""
    parts = value.split(";") if isinstance(value, str) else value or []
    return tuple(dict.fromkeys(str(part).strip() for part in parts if part and str(part).strip()))
