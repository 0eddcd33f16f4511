"""The words that drop-downs offer, in the language of the sheets."""

from __future__ import annotations

from collections.abc import Iterable

from actor_graph.scheme import Scheme
from actor_graph.vocabulary.answers import closed_words, survey_words, written
from actor_graph.words import Language, catalog

Lists = dict[str, tuple[str, ...]]


def lists(scheme: Scheme, language: Language, types: Iterable[str] = ()) -> Lists:
    """The words of each list by its name; one without words is not offered.

    ``types`` are kinds of organization that are in use already, whether the scheme knows them or not.
    """
    own = catalog("template")
    all_types = dict.fromkeys([*scheme.types, *types])
    offered: Lists = {
        "type": tuple(scheme.type_label(key, language) for key in all_types),
        "kind": tuple(scheme.kind_label(key, language) for key in scheme.kinds),
        "intensity": tuple(scheme.intensity_label(key, language) for key in scheme.intensity),
        "format": tuple(scheme.format_label(key, language) for key in scheme.formats),
        "survey": survey_words(language),
        "yes_no": (written(True, language), written(False, language)),
        **{column: closed_words(column, language) for column in ("staff", "function", "wish", "state")},
        "reason": tuple(own["reasons"][language]),
        "channel": tuple(own["channels"][language]),
        "answer": tuple(own["answers"][language]),
    }
    return {name: words for name, words in offered.items() if words}
