"""What a consent to publish is about, in words: what every output takes from an entry, and nothing else."""

from __future__ import annotations

from actor_graph.landscape import Landscape
from actor_graph.privacy.leaving import OF_PERSONS
from actor_graph.privacy.released import PUBLISHED, further
from actor_graph.words import Language, say
from actor_graph.words.visible import visible


def published(landscape: Landscape | None, language: Language, *, person: bool = False) -> str:
    """The columns by name, one after the other, with those that the landscape publishes of its own.

    Of a natural person it is what does not point to it; its name is not published.
    """
    keys = [key for key in PUBLISHED if not person or (key in OF_PERSONS and key != "name")]
    own = [] if landscape is None or person else further(landscape)
    headings = () if landscape is None else (visible(landscape.actors.headings.get(key, key)) for key in own)
    return ", ".join([*(say(f"letters.published_{key}", language) for key in keys), *headings])
