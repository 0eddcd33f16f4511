"""Text from the input made safe to look at: what steers a terminal or turns the reading order is shown as a sign."""

from __future__ import annotations

import re

_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def visible(text: object) -> str:
    """The text with each control or direction character shown as its code, such as ``<U+202E>``.

    >>> visible("Verein\\x1b[31m")
    'Verein<U+001B>[31m'
    """
    return _STEERING.sub(lambda found: f"<U+{ord(found.group()):04X}>", str(text))
