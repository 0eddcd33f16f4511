"""The one way in which headings and words of a scheme are matched."""

from __future__ import annotations

import re
import unicodedata

_NO_MATTER = re.compile("[\\s_'’ʼ\u00ad\u200b-\u200d\u2010-\u2015\u2212\u2060\ufeff-]+")


def fold(text: str) -> str:
    """The text without what does not matter in a heading or word: case, spaces, hyphens, underscores, apostrophes.

    Composed and decomposed letters are the same (NFKC), and ß is ss; ä stays ä.

    >>> fold("Veröffentlichen-am ") == fold("veröffentlichen_AM")
    True
    >>> fold("Straße")
    'strasse'
    """
    composed = unicodedata.normalize("NFKC", text).casefold()
    folded = _NO_MATTER.sub("", unicodedata.normalize("NFKC", composed))
    return folded if folded == text else fold(folded)
