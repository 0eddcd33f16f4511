"""Numbers, shares, days and lists of names as German and English write them. Babel is loaded at the first use."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from actor_graph.words import Language

UNDEFINED = "–"
"""What stands for a figure that is not defined."""
_LIKE = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
"""Latin letters that no decomposition leads to the one they are filed under."""
_WHOLE = 15
"""From 10 to this power on a float has no digits behind the decimal sign."""
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def number(x: float | None, language: Language, digits: int = 0) -> str:
    """A number with so many digits behind the decimal sign: ``1.234,5`` or ``1,234.5``; a dash where it is not defined.

    >>> number(1234.5, "de", 1), number(1234.5, "en", 1), number(float("nan"), "de")
    ('1.234,5', '1,234.5', '–')
    """
    return _formatted(x, language, digits, "")


def percent(x: float | None, language: Language, digits: int = 0) -> str:
    """A share as a percentage, with the narrow habit of each language: ``59 %`` (unbreakable) or ``59%``.

    A half is rounded up: 17 of 40 are 43 %.

    >>> percent(17 / 40, "en"), percent(0.5949, "en"), percent(0.5949, "de", 1) == "59,5\\N{NO-BREAK SPACE}%"
    ('43%', '59%', True)
    """
    return _formatted(x, language, digits, "\u00a0%" if language == "de" else "%")


def _formatted(x: float | None, language: Language, digits: int, percent_sign: str) -> str:
    from babel.numbers import format_decimal

    if x is None or math.isnan(x):
        return UNDEFINED
    if math.isinf(x):
        return "∞" if x > 0 else "-∞"
    pattern = "#,##0" + ("." + "0" * digits if digits else "") + percent_sign
    return format_decimal(_rounded(x, digits + 2 * bool(percent_sign)), format=pattern, locale=language)


def _rounded(x: float, digits: int) -> Decimal:
    """The number as it is read, a half rounded up as spreadsheets and browsers do; 0 for what would be ``-0``."""
    exact = Decimal(repr(float(x)))
    near = exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP) if exact.adjusted() < _WHOLE else exact
    return near or Decimal(0)


def day(iso: str | None, language: Language) -> str:
    """A day, month or year from its ISO form, the month in letters; other text as it is, nothing as nothing.

    >>> day("2026-06-30", "de"), day("2026-06-30", "en"), day("2026-06", "de"), day("2026", "en")
    ('30. Juni 2026', 'June 30, 2026', 'Juni 2026', '2026')
    """
    found = _DAY.fullmatch(iso or "")
    if found is None:
        return iso or ""
    from babel.dates import format_date

    year, month, of_month = (int(part) if part else None for part in found.groups())
    if year is None or month is None:
        return found.group()
    try:
        given = date(year, month, of_month or 1)
    except ValueError:
        return found.group()
    return format_date(given, format="long" if of_month else "MMMM y", locale=language)


def sorted_names(names: Iterable[str]) -> list[str]:
    """Names in the order of a German or English directory: ä as a, ß as ss, case and signs do not matter (DIN 5007-1).

    Names in other scripts follow, in the order of their letters. The same names come in the same order, whatever the
    order given.

    >>> sorted_names(["Zebra", "Ägypten e. V.", "afrika-Forum", "„Brücke“", "Straße", "Strasse"])
    ['afrika-Forum', 'Ägypten e. V.', '„Brücke“', 'Strasse', 'Straße', 'Zebra']
    """
    return sorted(names, key=sort_key)


def sort_key(name: str) -> tuple[str, str]:
    """What ``sorted_names`` compares: the letters and digits without marks, then the name itself."""
    plain = unicodedata.normalize("NFKD", name.casefold()).translate(_LIKE)
    letters = (sign if sign.isalnum() else " " for sign in plain if not unicodedata.combining(sign))
    return " ".join("".join(letters).split()), name
