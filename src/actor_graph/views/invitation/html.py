"""A list of invitations as a page to print, tick off and show in the office: one file without a script."""

from __future__ import annotations

from actor_graph.views.document import document
from actor_graph.views.invitation.told import Told
from actor_graph.vocabulary.answers import written
from actor_graph.words import say

BY_HAND = 6
"""So many empty lines the record has on paper, to go on by hand."""


def page(told: Told) -> bytes:
    """The text of the page; every text of the input is escaped, and nothing is loaded from anywhere."""
    return document(
        "invitation", language=told.language, audience="office", title=told.title,
        told=told, say=told.say, by_hand=BY_HAND, as_named=say("analysis.as_named", told.language),
        answers=[written("yes", told.language), written("no", told.language), told.say("open")],
    )  # fmt: skip
