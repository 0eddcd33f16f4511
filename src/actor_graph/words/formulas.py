"""Text that a spreadsheet would take for a formula, kept from it by an apostrophe that the reader takes off again.

A sign of a formula counts at the beginning of a cell and of each line in it, behind spaces and quotation marks, too:
a program that splits a table at another separator than its own drops those marks, and may begin a row or a cell there.
"""

from __future__ import annotations

import re

SEPARATORS = (",", ";")
"""What tables are usually split at: what splits one table is text in the other, for programs that know which it is."""
_FORMULA = r"(?=[\s\"']*[=+\-@\uff1d\uff0b\uff0d\uff20])"
"""The signs that begin a formula, the full-width ones among them, which some spreadsheets take for the same."""


def harmless(text: str, separator: str) -> str:
    """The text of a cell of a table split at ``separator``, an apostrophe before whatever could become a formula.

    >>> harmless("=1+1", ";"), harmless("a;=1+1", ","), harmless("a;=1+1", ";")
    ("'=1+1", "a;'=1+1", 'a;=1+1')
    """
    return re.sub(_beginning(separator) + _FORMULA, r"\1'", text, flags=re.MULTILINE)


def as_meant(text: str, separator: str) -> str:
    """The text without the apostrophes of ``harmless``.

    >>> as_meant("'=1+1", ";"), as_meant("a;'=1+1", ","), as_meant("'t Huis", ",")
    ('=1+1', 'a;=1+1', "'t Huis")
    """
    return re.sub(f"{_beginning(separator)}'{_FORMULA}", r"\1", text, flags=re.MULTILINE) if "'" in text else text


def _beginning(separator: str) -> str:
    others = "".join(sign for sign in SEPARATORS if sign != separator) if separator in SEPARATORS else ""
    return f"(^|[{others}])" if others else "(^)"
