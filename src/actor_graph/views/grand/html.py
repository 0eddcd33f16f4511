"""A GRAND sheet as a page: one file without a script, to read and to print."""

from __future__ import annotations

from actor_graph.analysis.grand import Grand
from actor_graph.views.document import document
from actor_graph.views.grand.told import Told


def page(made: Grand) -> bytes:
    """The text of the page; every text of the input is escaped, and nothing is loaded from anywhere."""
    told = Told(made)
    return document("grand", language=told.language, audience=made.audience, title=told.title, told=told, say=told.say)
