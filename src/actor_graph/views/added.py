"""Ties that actors named besides, and actors that came with them, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actor_graph.landscape import Landscape
from actor_graph.survey.growth import Growth
from actor_graph.vocabulary.answers import written
from actor_graph.words import Language, say
from actor_graph.words.visible import visible
from actor_graph.writing.answers import title


def told_new(
    before: Landscape, names: Sequence[str], after: Landscape, added: Growth, language: Language
) -> Iterator[str]:
    """Each new actor and each new tie, as it may be told: under ``names``, which tell actors of one name apart."""
    for row in range(len(before.actors), len(after.actors)):
        yield visible(names[row])
        yield say("feedback.added_actor", language, survey=written("not contacted", language))
    label = {"kind": after.scheme.kind_label, "intensity": after.scheme.intensity_label}
    for tie in added.ties:
        a, b = (visible(names[tie[end]]) for end in ("source", "target"))
        words = {key: visible(label[key](tie[key], language)) for key in label if tie[key] is not None}
        about = [
            say("feedback.added_about", language, what=title("ties", key, after, language), word=word)
            for key, word in words.items()
        ]
        about += [say("feedback.added_objected", language)] if tie["objected"] else []
        yield say("feedback.tie", language, a=a, b=b)
        yield say("feedback.added_tie", language, who=a, about="".join(about))
