"""Words of a name, and the name that they make."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Class = Literal["telling", "noise", "place", "number"]
_OLD = "45"
"""From this number on two figures are a year without its century, as in TSV 46."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name, or one part of a compound.

    ``whole`` is the compound of which it is a part. ``text`` is Latin where it can be, ``sound`` what is left of it
    when spellings are one, ``stem`` that without an ending, ``plain`` the word as written, without accents. ``cut`` is
    a word cut off with a full stop (``Ev.``), ``short`` one of capitals (``DTF``), ``part`` one that continues a
    compound, ``first`` one that begins it, ``alias`` says that it stands for an abbreviation or a word of another
    language, ``kin`` what words have in common that say nearly the same, ``own`` that it is a name of its own,
    ``loose`` that it may be left out, ``quoted`` that it stands in quotation marks; ``spare`` that a known name
    is often said without it, ``body`` is that name.
    """

    text: str
    sound: str
    stem: str
    kind: Class
    cut: bool = False
    short: bool = False
    country: str = ""
    number: str = ""
    alias: str = ""
    part: bool = False
    first: bool = False
    plain: str = ""
    whole: str = ""
    kin: str = ""
    own: bool = False
    loose: bool = False
    quoted: bool = False
    spare: bool = False
    body: str = ""

    @property
    def acronym(self) -> str:
        """The abbreviation that is written, also where it was taken for a word."""
        return (
            self.text
            if self.short
            else self.plain
            if self.alias == "synonym" and self.plain != self.text and 1 < len(self.plain) < 5
            else ""
        )

    @property
    def year(self) -> bool:
        """Whether the word is a year in which something was founded."""
        if len(self.text) == 2:
            return self.text.isdigit() and (self.text[0] == "0" or self.text >= _OLD)
        return len(self.number) == 4 and self.number[:2] in ("17", "18", "19", "20")


@dataclass(frozen=True, slots=True)
class Name:
    """A name: its words without legal form and without words that have no weight, and abbreviations given beside it.

    ``bare`` are its words as written, in small letters and alphabetical order.
    """

    whole: str
    words: tuple[Word, ...]
    given: frozenset[str] = frozenset()
    bare: str = ""
    stops: tuple[tuple[int, str], ...] = field(default=())
