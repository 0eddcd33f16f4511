"""The consent form: each purpose with a box of its own, blank until somebody ticks it (Art. 7 GDPR).

What is published has the two boxes that the sheet of actors has columns for, so that what was ticked is what is done.
"""

from __future__ import annotations

from actor_graph.landscape import Landscape
from actor_graph.vocabulary.headings import heading
from actor_graph.words import Language, catalog, say
from actor_graph.writing.letters.paper import draft
from actor_graph.writing.letters.published import published

_COLUMNS = ("publish", "publish_ties", "delete_after")


def consent(language: Language, landscape: Landscape | None = None) -> bytes:
    """The form as .docx, and below it for the office in which columns the answers stand."""
    paper = draft("consent", language)
    entry = published(landscape, language)
    paper.told([line.format(published=entry) for line in catalog("letters")["consent"][language]])
    own = {} if landscape is None or landscape.language != language else landscape.actors.headings
    columns = {key: own.get(key, heading("actors", key, language)) for key in _COLUMNS}
    paper.remark(say("letters.consent_office", language, **columns))
    return paper.data()
