"""The notice that every actor gets: what Articles 13 and 14 of the GDPR ask for, as a draft with blanks."""

from __future__ import annotations

from actor_graph.landscape import Landscape
from actor_graph.words import Language, catalog, say
from actor_graph.writing.letters.paper import Paper
from actor_graph.writing.letters.published import published


def notice(language: Language, landscape: Landscape | None = None) -> bytes:
    """The notice as .docx; what it says of an entry is what is published of one."""
    title = say("letters.notice_title", language)
    paper = Paper(title, language, foot=title)
    paper.heading(title, 1, before=0)
    paper.text(say("letters.notice_subtitle", language), after=6)
    paper.remark(say("letters.draft", language))
    entry = published(landscape, language)
    paper.told([line.format(published=entry) for line in catalog("letters")["notice"][language]])
    return paper.data()
