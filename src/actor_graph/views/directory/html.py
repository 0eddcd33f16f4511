"""The directory as a page: one file without a script, to put on a website or to print."""

from __future__ import annotations

from actor_graph.views.directory.book import Directory
from actor_graph.views.document import document


def page(book: Directory) -> bytes:
    """The text of the page; every text of the input is escaped, and nothing is loaded from anywhere."""
    return document(
        "directory", language=book.language, audience=book.audience, title=book.title, book=book, say=book.say
    )
