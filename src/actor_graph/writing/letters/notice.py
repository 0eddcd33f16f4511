"""The notice that every actor gets: what Articles 13 and 14 of the GDPR ask for, as a draft with blanks."""

from __future__ import annotations

from actor_graph.words import Language, catalog, say
from actor_graph.writing.letters.paper import Paper


def notice(language: Language) -> bytes:
    """The notice as .docx."""
    title = say("letters.notice_title", language)
    paper = Paper(title, language, foot=title)
    paper.heading(title, 1, before=0)
    paper.text(say("letters.notice_subtitle", language), after=6)
    paper.remark(say("letters.draft", language))
    paper.told(catalog("letters")["notice"][language])
    return paper.data()
