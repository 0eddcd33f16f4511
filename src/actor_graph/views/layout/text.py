"""Names as they stand on the map: shortened, broken into lines, and how wide they are."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from actor_graph.words.visible import visible

_LEGAL = re.compile(
    r"[\s,]+(?:\(?(?:e\.?\s?V\.?|r\.?\s?V\.?|e\.?\s?G\.?|e\.?\s?K\.?|g?GmbH(?:\s?&\s?Co\.?\s?KG)?|mbH|gUG|gAG"
    r"|UG(?:\s?\(haftungsbeschränkt\))?|K\.?\s?d\.?\s?ö\.?\s?R\.?|KdöR|Ltd\.?|Inc\.?)\)?)$"
)
_BREAK = re.compile(r"(?<=[\s\-‐‑–—/])")
_NARROW, _SLIM, _WIDE = set("iljtfrI.,:;'|!()[]·’‘‹›/\\\"-‐`"), set("ksczJvxy"), set("mwMWÆŒ@%—…&ЖШЩЮМФжшщюмф")
GENEROUS = 1.1
"""Fonts differ by up to 13 % between machines; widths are estimated this much too large."""


def without_legal_form(name: str) -> str:
    """The name without a legal form at its end (e. V., gGmbH …); the name itself where nothing else would be left.

    >>> without_legal_form("Eine-Welt-Zentrum e. V."), without_legal_form("gGmbH")
    ('Eine-Welt-Zentrum', 'gGmbH')
    """
    return _LEGAL.sub("", name).strip() or name


def map_names(names: Sequence[str]) -> list[str]:
    """The names for the map: steering characters shown, legal forms dropped unless two names would become one."""
    shown = [" ".join(visible(name).split()) for name in names]
    short = [without_legal_form(name) for name in shown]
    often = Counter(short)
    return [s if often[s] == 1 else name for s, name in zip(short, shown, strict=True)]


def _advance(character: str) -> float:
    """Typical width of a character in em: by class of letters, for the common sans-serif fonts."""
    code = ord(character)
    if code < 0x250 or 0x370 <= code < 0x530:  # Latin, Greek, Cyrillic
        return _european(character)
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if 0x590 <= code < 0x600:  # Hebrew
        return 0.56
    if 0x600 <= code < 0x780 or 0xFB50 <= code < 0xFF00:  # Arabic
        return 0.54
    if 0x1200 <= code < 0x1400 or 0x2D80 <= code < 0x2DE0:  # Ethiopic
        return 0.82
    return 0.7


def _european(character: str) -> float:
    base = unicodedata.normalize("NFD", character)[0]
    if base.isspace():
        return 0.28
    if base in _WIDE:
        return 0.86
    if base in _NARROW:
        return 0.31
    if base in _SLIM:
        return 0.5
    if base.isupper():
        return 0.7
    return 0.56


def text_width(text: str, size: float = 12, *, bold: bool = False) -> float:
    """Estimated width of a text in pixels, 10 % generous; a font file is not asked."""
    return sum(map(_advance, text)) * size * GENEROUS * (1.07 if bold else 1.0)


def _length(text: str) -> int:
    """Characters as the eye counts them: marks on letters 0, wide signs 2."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def cut(text: str, limit: int) -> str:
    """The text's first ``limit`` characters at most, ended by …, no letter parted from its marks."""
    kept, used = "", 0
    for character in text:
        used += _length(character)
        if used > limit - 1 and not unicodedata.combining(character):
            break
        kept += character
    return kept.rstrip(" -‐–—,/(") + "…"


def wrap(name: str, limit: int = 18, most: int = 3) -> tuple[str, ...]:
    """Break a name at spaces, hyphens and dashes into at most ``most`` lines of about ``limit`` characters.

    A word up to a third longer than the limit stays whole, a longer one ends the name with "…", as does a name with
    more lines.

    >>> wrap("Ökumenischer Arbeitskreis Dritte Welt")
    ('Ökumenischer', 'Arbeitskreis', 'Dritte Welt')
    """
    lines: list[str] = []
    for piece in _BREAK.split(name):
        if lines and _length((lines[-1] + piece).rstrip()) <= limit:
            lines[-1] += piece
        elif _length(piece.rstrip()) <= limit * 4 // 3:
            lines.append(piece)
        else:
            lines.append(cut(piece, limit * 4 // 3))
            return tuple(line.strip() for line in _first(lines, limit, most))
    return tuple(line.strip() for line in _first(lines, limit, most))


def _first(lines: list[str], limit: int, most: int) -> list[str]:
    """The lines that are kept; the last ends in … where some were dropped."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1].rstrip()
    return [*lines[: most - 1], cut(last, limit) if _length(last) >= limit else last.rstrip(" -–—,/(") + "…"]
