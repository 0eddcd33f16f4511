"""A draft for the record of processing activities (Art. 30 GDPR)."""

from __future__ import annotations

from actor_graph.words import Language, catalog, say
from actor_graph.writing.letters.paper import draft


def record(language: Language) -> bytes:
    """The draft as .docx: a table of what the article asks for, and what may stand there."""
    paper = draft("record", language)
    rows = [tuple(line.split(" | ", 1)) for line in catalog("letters")["record"][language]]
    headings = (say("letters.record_what", language), say("letters.record_draft", language))
    paper.table(headings, rows, (5.4, 12.0))
    return paper.data()
