"""The notice that every actor gets: what Articles 13 and 14 of the GDPR ask for, as a draft with blanks."""

from __future__ import annotations

from actor_graph.landscape import Landscape
from actor_graph.words import Language, catalog
from actor_graph.writing.letters.paper import draft
from actor_graph.writing.letters.published import published


def notice(language: Language, landscape: Landscape | None = None) -> bytes:
    """The notice as .docx; what it says of an entry is what is published of one."""
    paper = draft("notice", language)
    entry = published(landscape, language)
    paper.told([line.format(published=entry) for line in catalog("letters")["notice"][language]])
    return paper.data()
