"""The directory as a workbook: entries, needs, fields, countries, and what is to be known of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actor_graph import __version__
from actor_graph.views.directory.book import Directory, Topic
from actor_graph.views.directory.entries import LISTS
from actor_graph.writing.workbook import Cell, Sheet, workbook


def sheets(book: Directory) -> bytes:
    """The workbook; every text is text, none a formula or a link."""
    named = (("needs", "need", book.needs), ("fields", "field", book.fields), ("countries", "country", book.countries))
    indexes = [_index(book, name, head, topics) for name, head, topics in named if topics]
    return workbook([_entries(book), *indexes, _about(book)])


def _entries(book: Directory) -> Sheet:
    """A row per entry; columns that no entry fills are left out."""
    lists = [key for key in LISTS if any(getattr(entry, key) for entry in book.entries)]
    own = list(dict.fromkeys(heading for entry in book.entries for heading, _ in entry.attributes))
    plain = [
        key for key in ("note", "place", "description", "website") if any(getattr(entry, key) for entry in book.entries)
    ]
    first = ["number", "name", "kind"]
    rows = []
    for entry in book.entries:
        website = "; ".join(address.text for address in entry.website)
        texts = {"note": entry.note, "place": entry.place, "description": entry.description, "website": website}
        told = dict(entry.attributes)
        cells = [entry.number, entry.name, "; ".join(entry.kinds), *(texts[key] or None for key in plain)]
        cells += ["; ".join(getattr(entry, key)) or None for key in lists]
        rows.append([Cell(cell) for cell in (*cells, *(told.get(heading) for heading in own))])
    headings = [book.say(key) for key in (*first, *plain, *lists)]
    return Sheet(book.say("sheet_entries"), [*headings, *own], rows, kept=2, wrapped=True)


def _index(book: Directory, name: str, head: str, topics: Sequence[Topic]) -> Sheet:
    """A row per word: how many entries have it, and which; of a need also their fields."""
    headings = [book.say(head), book.say("count"), book.say("actors"), book.say("number")]
    rows = []
    for topic in topics:
        names = "; ".join(entry.name for entry in topic.entries)
        numbers = "; ".join(str(entry.number) for entry in topic.entries)
        cells: list[str | int] = [topic.word, len(topic.entries), names, numbers]
        if name == "needs":
            cells.append("; ".join(field.word for field in book.fields if field.numbers & topic.numbers))
        rows.append([Cell(cell or None) for cell in cells])
    fields = [book.say("fields")] if name == "needs" else []
    return Sheet(book.say(f"sheet_{name}"), [*headings, *fields], rows, wrapped=True)


def _about(book: Directory) -> Sheet:
    """For whom and of when it is, who else belongs to the survey, and whom to turn to."""
    rows = [[Cell(text)] for text in _told(book)]
    return Sheet(book.say("sheet_about"), [book.title], rows, wrapped=True)


def _told(book: Directory) -> Iterator[str]:
    yield from book.lines()
    if book.others:
        yield book.say("others_public", counts=book.others_told())
    if book.boundary:
        yield f"{book.say('boundary')}: {book.boundary}"
    if book.sources:
        yield f"{book.say('sources')}: {'; '.join(book.sources)}"
    to = " · ".join(book.feedback.values()) or book.say("slip_to_whom")
    yield f"{book.say('slip_title')}: {book.say('slip_sheet', to=to)}"
    yield book.say("made_with", version=__version__)
