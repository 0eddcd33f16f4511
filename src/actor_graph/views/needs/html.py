"""Needs against offers as a page: a picture and lists in one file without a script."""

from __future__ import annotations

from actor_graph.views.document import document
from actor_graph.views.needs.told import COUNTS, OF_CIRCLES, Told


def page(told: Told) -> bytes:
    """The text of the page; every text of the input is escaped, and nothing is loaded from anywhere."""
    return document(
        "needs", language=told.language, audience=told.audience, title=told.title,
        told=told, say=told.say, counts=COUNTS, of_circles=OF_CIRCLES,
    )  # fmt: skip
