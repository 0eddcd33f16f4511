"""The consent form: each purpose with a box of its own, blank until somebody ticks it (Art. 7 GDPR)."""

from __future__ import annotations

from actor_graph.words import Language, catalog, say
from actor_graph.writing.letters.paper import Paper


def consent(language: Language) -> bytes:
    """The form as .docx."""
    title = say("letters.consent_title", language)
    paper = Paper(title, language, foot=title)
    paper.heading(title, 1, before=0)
    paper.text(say("letters.consent_subtitle", language), after=6)
    paper.remark(say("letters.draft", language))
    paper.told(catalog("letters")["consent"][language])
    return paper.data()
