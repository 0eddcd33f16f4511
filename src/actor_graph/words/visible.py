"""Text from the input made safe to look at: what steers a terminal or turns the reading order is shown as a sign."""

from __future__ import annotations

import re

_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_SPACES = "\t\n\r"
"""What may stand between the values of JSON; in them it is escaped already."""


def escaped(json: str) -> str:
    """JSON with each such character as its escape: the same data, but nothing that acts where the text is looked at.

    >>> escaped('{"name": "a\\u202eb"}')
    '{"name": "a\\\\u202eb"}'
    """
    return _STEERING.sub(lambda found: found[0] if found[0] in _SPACES else f"\\u{ord(found[0]):04x}", json)


def visible(text: object) -> str:
    """The text with each control or direction character shown as its code, such as ``<U+202E>``.

    >>> visible("Verein\\x1b[31m")
    'Verein<U+001B>[31m'
    """
    return _STEERING.sub(lambda found: f"<U+{ord(found.group()):04X}>", str(text))
