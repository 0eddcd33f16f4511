"""What becomes of a cell when two entries become one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

SURVEY = ("answered", "declined", "promised", "interested", "no answer", "not contacted", "excluded")
"""The survey words, what is known for certain first."""
_STRICT: dict[str, bool] = {"publish": False, "publish_ties": False, "objected": True, "person": True}
"""Where one entry says so, it holds for both: no consent goes further than the narrower one."""
_EARLIEST, _LATEST = ("delete_after",), ("checked",)


def united(key: str, cells: Sequence[Any], *, contact: bool = False) -> tuple[Any, tuple[Any, ...]]:
    """The cell of the united entry, and the cells that say something else and are not in it.

    The first that is filled holds, in the order of the file. Lists are united. Of survey words the most certain holds
    (answered, declined, promised, interested, no answer, not contacted, excluded), of consents the narrower, of
    ``delete_after`` the earlier, of ``checked`` the later date. Of contact data all are kept, ``;`` between.

    >>> united("fields", [("music",), (), ("theater", "music")])
    (('music', 'theater'), ())
    >>> united("place", [None, "Bonn", "Köln"]), united("publish", [True, False])
    (('Bonn', ('Köln',)), (False, (True,)))
    """
    if any(isinstance(cell, tuple) for cell in cells):
        return tuple(dict.fromkeys(part for cell in cells for part in cell)), ()
    filled = [cell for cell in dict.fromkeys(cells) if cell is not None]
    if len(filled) < 2:
        return (filled[0] if filled else None), ()
    if contact:
        return "; ".join(filled), ()
    if key in _STRICT:
        return _STRICT[key], (not _STRICT[key],)
    if key in _EARLIEST or key in _LATEST:
        kept = min(filled) if key in _EARLIEST else max(filled)
    elif key == "survey":
        kept = min(filled, key=lambda word: SURVEY.index(word) if word in SURVEY else len(SURVEY))
    else:
        kept = filled[0]
    return kept, tuple(cell for cell in filled if cell != kept)
