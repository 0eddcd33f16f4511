"""What the file of an actor is called: its own name in its own script, safe on every system."""

from __future__ import annotations

import re
import unicodedata

_NO_NAME = re.compile(r'[\x00-\x1f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]+')
_LONGEST, _BYTES = 60, 100
"""So many signs and bytes of a name go into the name of a file, which has 255 bytes at most."""
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
)
_MARKS = re.compile("(?<=[a-z])[\u0300-\u036f]+")


def file_name(name: str) -> str:
    """A name as part of the name of a file.

    >>> file_name("Verein Дружба: Büro"), file_name("../x")
    ('Verein Дружба Büro', '.. x')
    """
    shown = " ".join(_NO_NAME.sub(" ", name).split())[:_LONGEST]
    return shown.encode("utf-8")[:_BYTES].decode("utf-8", "ignore").rstrip(" .")


def slug(name: str) -> str:
    """The same in small letters with hyphens between, for addresses: Latin letters without marks, others as they are.

    >>> slug("Haus der Kulturen Müßig e. V."), slug("Verein Дружба"), slug("جمعية السلام")
    ('haus-der-kulturen-muessig-e-v', 'verein-дружба', 'جمعية-السلام')
    """
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", name.casefold().translate(_UMLAUTS)))
    whole = unicodedata.normalize("NFC", plain)
    kept = (sign if sign.isalnum() or unicodedata.category(sign).startswith("M") else " " for sign in whole)
    return file_name(" ".join("".join(kept).split())).replace(" ", "-")
