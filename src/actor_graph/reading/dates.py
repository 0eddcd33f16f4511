"""Dates as people write them."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jänner january jan",
            "februar february feb",
            "märz maerz march mär mrz mar",
            "april apr",
            "mai may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sep sept",
            "oktober october okt oct",
            "november nov",
            "dezember december dez dec",
        ),
        start=1,
    )
    for name in names.split()
}
_CENTURY = 70
"""Years of two digits from here on are of the last century."""
_FORMS = (
    re.compile(
        r"(?P<y>[12]\d{3})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"
        r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
    ),
    re.compile(r"(?P<y>[12]\d{3})/(?P<m>\d{1,2})/(?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})\.\s*(?P<m>\d{1,2})\.\s*(?P<y>[12]\d{3}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?"),
    re.compile(r"(?P<d>\d{1,2})\.?\s*(?P<name>[^\W\d_]+)\.?,?\s*(?P<y>[12]\d{3})"),
    re.compile(r"(?P<name>[^\W\d_]+)\.?\s+(?P<d>\d{1,2}),?\s+(?P<y>[12]\d{3})"),
    re.compile(r"(?P<y>[12]\d{3})-(?P<m>\d{1,2})"),
    re.compile(r"(?P<m>\d{1,2})\s*[./]\s*(?P<y>[12]\d{3})"),
    re.compile(r"(?P<name>[^\W\d_]+)\.?\s+(?P<y>[12]\d{3})"),
    re.compile(r"(?P<y>[12]\d{3})"),
)
_EXCEL_DAYS = range(20_000, 80_000)
"""Days since 1900, as Excel counts them, from 1954 to 2119."""
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/([12]\d{3})")


def iso_date(text: str) -> str | None:
    """The day, month or year that a text states, in ISO form; None where it states none that exists.

    Read are ``2026-06-30``, ``30.6.2026``, ``30.06.26``, ``30. Juni 2026``, ``June 30, 2026``, ``2026-06``,
    ``06/2026``, ``Juni 2026`` and ``2026``; a time of day is left out. Days with slashes are read where only one order
    is possible (``30/06/2026``).

    >>> iso_date("30.6.2026"), iso_date("Juni 2026"), iso_date("31.2.2026")
    ('2026-06-30', '2026-06', None)
    """
    text = text.strip()
    slashes = _SLASHES.fullmatch(text)
    if slashes:
        return _slashed(*map(int, slashes.groups()))
    for form in _FORMS:
        found = form.fullmatch(text)
        if found:
            return _iso(found.groupdict())
    return None


def why_no_date(text: str) -> str:
    """The sentence that says why a text is no date: a word, a number as Excel keeps days, or no day that exists."""
    whole = re.fullmatch(r"(\d{5})(?:[.,]\d+)?", text.strip(), re.ASCII)
    if whole and int(whole.group(1)) in _EXCEL_DAYS:
        return "reading.date_of_excel"
    return "reading.date" if any(map(str.isdecimal, text)) else "reading.date_in_words"


def _slashed(one: int, two: int, year: int) -> str | None:
    """A day with slashes: German and British order against American; None where both are possible."""
    days = {day for day in (_day(year, two, one), _day(year, one, two)) if day}
    return days.pop() if len(days) == 1 else None


def _iso(parts: dict[str, str]) -> str | None:
    year = int(parts["y"])
    if year < 100:
        year += 1900 if year >= _CENTURY else 2000
    if "name" in parts and parts["name"].casefold() not in _MONTHS:
        return None
    month = _MONTHS[parts["name"].casefold()] if "name" in parts else int(parts.get("m") or 0)
    if "d" in parts:
        return _day(year, month, int(parts["d"]))
    if "name" in parts or "m" in parts:
        return f"{year:04}-{month:02}" if 1 <= month <= 12 else None
    return f"{year:04}"


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
