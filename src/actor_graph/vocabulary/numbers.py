"""Numbers as people write them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

_POINT = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_COMMA = re.compile(r"[+-]?[0-9]*,[0-9]+(?:[eE][+-]?[0-9]+)?")
_POINTS_THEN_COMMA = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+")
_COMMAS_THEN_POINT = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+")
_POINTS = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]{3})+")
_TWO_WAYS = re.compile(r"([+-]?)([1-9][0-9]{0,2})([.,])([0-9]{3})")
DASHES = "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
"""What office programs and phones make of a minus."""
_MINUS = re.compile(rf"^[{DASHES}-] ?(?=[0-9.,])")
_SPACES = re.compile(r"(?<=[0-9])[ \u00a0\u2009\u202f'’](?=[0-9]{3}(?![0-9]))")


def has_decimal_commas(texts: Iterable[str]) -> bool:
    """Whether a column is written with decimal commas, so that a point in it can only part thousands."""
    return any(_COMMA.fullmatch(text) or _POINTS_THEN_COMMA.fullmatch(text) for text in texts)


def number(text: str, *, commas: bool = False) -> float | None:
    """The finite number that a text states, with decimal point or comma; None where it states none.

    ``1.234,5`` and ``1,234.5`` are 1234.5, ``1,5`` is 1.5. A point before three digits parts thousands only where the
    column has decimal commas elsewhere (``commas``); where nothing in it tells, see ``undecided``.

    >>> number("1,5"), number("1.234,5"), number("NaN"), number("1e400"), number("\u2013 0,5")
    (1.5, 1234.5, None, None, -0.5)
    """
    text = _SPACES.sub("", _MINUS.sub("-", text.strip()))
    if (commas and _POINTS.fullmatch(text)) or _POINTS_THEN_COMMA.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    elif _COMMAS_THEN_POINT.fullmatch(text):
        text = text.replace(",", "")
    elif _COMMA.fullmatch(text):
        text = text.replace(",", ".")
    elif not _POINT.fullmatch(text):
        return None
    value = float(text)
    return value if math.isfinite(value) else None


def undecided(texts: Iterable[str]) -> list[str]:
    """The numbers of a column that can be read in two ways, where no other number in it tells which is meant.

    >>> undecided(["1.200", "3"]), undecided(["1.200", "1,5"]), undecided(["1.200", "0.5"]), undecided(["3"])
    (['1.200'], [], [], [])
    """
    parted = [text for text in texts if re.search("[.,]", text) and number(text) is not None]
    doubtful = [text for text in parted if two_ways(text)]
    return doubtful if len(doubtful) == len(parted) else []


def two_ways(text: str) -> tuple[str, str] | None:
    """A number with one point or comma before three digits, which can be read in two ways, written in both.

    In German ``1.200`` is 1200, in English it is 1.2, with a comma the other way round; a number that stands alone
    has no column that would tell. None where there is one way to read it.

    >>> two_ways("1.200"), two_ways("2,125"), two_ways("0.125"), two_ways("12.50")
    (('1200', '1.2'), ('2125', '2,1250'), None, None)
    """
    found = _TWO_WAYS.fullmatch(_MINUS.sub("-", text.strip()))
    if found is None:
        return None
    sign, whole, point, part = found.groups()
    short = part.rstrip("0")
    decimal = f"{point}{part}0" if len(short) == len(part) else f"{point}{short}" if short else ""
    return f"{sign}{whole}{part}", f"{sign}{whole}{decimal}"
