"""The sheet for ties that actors name besides, of which the landscape knows nothing yet: empty rows with drop-downs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from actor_graph.landscape import Landscape
from actor_graph.words import Language, say

ROWS = 100
"""How many ties can be entered."""
KEYS = ("source", "target", "kind", "intensity")
_OPEN = ("target", "kind")
"""Where other words than those offered may stand."""
Words = Mapping[str, Sequence[str]]


def words_offered(
    cleared: Landscape, rows: Sequence[int], ties: Sequence[int], language: Language
) -> dict[str, list[str]]:
    """What the drop-downs offer: names of these actors, kinds of the scheme and of these ties, steps of the scale."""
    scheme, kind_of = cleared.scheme, cleared.ties["kind"]
    names = list(dict.fromkeys(str(cleared.actors["name"][row]) for row in rows))
    kinds = dict.fromkeys([*scheme.kinds, *(kind_of[tie] for tie in ties if kind_of[tie])])
    return {
        "source": names,
        "target": names,
        "kind": [scheme.kind_label(kind, language) for kind in kinds],
        "intensity": [scheme.intensity_label(step, language) for step in scheme.intensity],
    }


def rules(words: Words, language: Language) -> dict[str, dict[str, Any]]:
    """The drop-down of each column, its words on a sheet of their own: in a rule itself there is room for few."""
    from xlsxwriter.utility import xl_col_to_name

    found: dict[str, dict[str, Any]] = {}
    for place, (key, offered) in enumerate(words.items()):
        letter, sheet = xl_col_to_name(place), say("template.sheet_lists", language)
        rule: dict[str, Any] = {"validate": "list", "source": f"={sheet}!${letter}$1:${letter}${len(offered)}"}
        if key in _OPEN:
            rule["show_error"] = False
        else:
            rule |= {
                "error_type": "warning",
                "error_title": say("feedback.not_offered_title", language),
                "error_message": say(f"feedback.not_offered_{key}", language),
            }
        if offered:
            found[key] = rule
    return found


def write_lists(book: Any, words: Words, language: Language) -> None:
    """The words of the drop-downs, on a hidden sheet."""
    page = book.add_worksheet(say("template.sheet_lists", language))
    page.hide()
    for place, offered in enumerate(words.values()):
        for line, word in enumerate(offered):
            page.write_string(line, place, word)
