"""The directory as a brochure: real headings, contents, entries that stay whole, indexes in two columns, the slip."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from actor_graph import __version__
from actor_graph.problems import MissingExtra
from actor_graph.views.directory.book import Directory, Topic
from actor_graph.views.directory.entries import LISTS, Entry
from actor_graph.views.directory.setting import COLUMN, NUMBER, QUIET, WIDTH, Setting, fit
from actor_graph.words import say


def brochure(book: Directory) -> bytes:
    """The brochure as .docx.

    Raises
    ------
    MissingExtra
        python-docx is not installed.
    """
    try:
        paper = Brochure(book)
    except ModuleNotFoundError as missing:
        raise MissingExtra("directory.no_docx", book.language) from missing
    paper.front()
    paper.needs()
    paper.entries()
    for key, topics in (("by_field", book.fields), ("by_country", book.countries)):
        if topics:
            paper.index(book.say(key), topics, book.say("by_country_intro") if key == "by_country" else "")
    paper.about()
    paper.slip()
    return paper.data()


class Brochure(Setting):
    """A directory on A4 while it is written."""

    def __init__(self, book: Directory) -> None:
        super().__init__(book.title, book.language, foot=book.lines()[0])
        self.book = book
        self._contents: Any = None
        self._places: dict[int, str] = {}

    def front(self) -> None:
        """Title, for whom and of when it is, and the contents, which are filled in as headings come."""
        from docx.shared import Pt

        title = self.written(self.book.title, size=26, bold=True, after=6)
        title.paragraph_format.space_before = Pt(60)
        for line in self.book.lines():
            self.written(line, color=QUIET if line != self.book.lines()[1] else None, after=2)
        self.written(self.book.say("contents"), bold=True, before=24)
        self._contents = self.document.add_paragraph()

    def part(self, title: str, *, page: bool = True) -> None:
        """A part of the brochure: its heading, mostly on a new page, and its line in the contents."""
        self.heading(title, 1, before=0 if page else 24)
        heading = self.last()
        heading.paragraph_format.page_break_before = page
        mark, line = self.bookmark(heading), self._contents.insert_paragraph_before()
        self.linked(line, title, anchor=mark)
        self.paged(line, mark, width=WIDTH)

    def needs(self) -> None:
        """What is needed: by several, by one each, by field."""
        book = self.book
        self.part(book.say("needs_title"))
        if not book.needs:
            self.written(book.say("no_needs"))
            return
        self.written(book.say("needs_intro"), color=QUIET, after=4)
        single = "needs_single" if book.shared_needs else "needs_all"
        for key, topics in (("needs_shared", book.shared_needs), (single, book.single_needs)):
            if topics:
                self.heading(book.say(key), 2)
                rows = [[topic.word, _who(topic.entries)] for topic in topics]
                self.table_of([book.say("need"), book.say("actors")], rows, [6.5, WIDTH - 6.5])
        if book.needs_by_field:
            self.heading(book.say("needs_by_field"), 2, before=14)
            self.written(book.say("needs_by_field_intro"), color=QUIET, after=4)
            rows = [[word, " · ".join(topic.word for topic in needs)] for word, needs in book.needs_by_field]
            self.table_of([book.say("field"), book.say("needs")], rows, [4.5, WIDTH - 4.5])

    def entries(self) -> None:
        """The entries under their letters."""
        self.part(self.book.say("entries"))
        for letter, under in self.book.letters:
            self.heading(letter, 2, before=14)
            for entry in under:
                self._entry(entry)

    def _entry(self, entry: Entry) -> None:
        """An entry on one page: each paragraph of it stays with the next."""
        self.heading(fit(f"{entry.number}  {entry.name}"), 3, before=10)
        lines = [self.last()]
        self._places[entry.number] = self.bookmark(lines[0])
        kinds = " · ".join(part for part in (", ".join(entry.kinds), entry.place) if part)
        if kinds:
            lines.append(self.written(kinds, color=QUIET, after=2))
        if entry.note:
            lines.append(self.written(entry.note, bold=True))
        lines += [self.written(line) for line in filter(None, entry.description.split("\n"))]
        if entry.bare:
            lines.append(self.written(self.book.say("nothing_yet"), color=QUIET))
        for key in LISTS:
            if words := getattr(entry, key):
                lines.append(self.labeled(self.book.say(key), " · ".join(words)))
        lines += [self.labeled(heading, text) for heading, text in entry.attributes]
        if entry.website:
            line = self.labeled(self.book.say("website"), "")
            for place, address in enumerate(entry.website):
                line.add_run(" · " if place else "")
                if address.link:
                    self.linked(line, address.text, link=address.link)
                else:
                    line.add_run(fit(address.text))
            lines.append(line)
        for paragraph in lines:
            paragraph.paragraph_format.keep_together = True
            paragraph.paragraph_format.keep_with_next = paragraph is not lines[-1]

    def index(self, title: str, topics: Sequence[Topic], intro: str) -> None:
        """Words with the entries under them, each with its number and its page, in two columns."""
        self.part(title, page=topics is not self.book.countries)
        if intro:
            self.written(intro, color=QUIET, after=4)
        self.columns(2)
        for topic in topics:
            self.heading(fit(topic.word), 2, before=8)
            for place, entry in enumerate(topic.entries, start=1):
                line = self.hanging(NUMBER, str(entry.number), "")
                self.linked(line, entry.name, anchor=self._places[entry.number])
                self.paged(line, self._places[entry.number], width=COLUMN)
                line.paragraph_format.keep_with_next = place == 1 < len(topic.entries)
        self.columns(1)

    def about(self) -> None:
        """Who else belongs to the survey, who belongs at all, and what it was made from."""
        book = self.book
        self.part(book.say("about"), page=False)
        parts = (
            ("boundary", book.boundary),
            ("others_title", book.say("others_public", counts=book.others_told()) if book.others else ""),
            ("sources", "\n".join(book.sources)),
        )
        for key, text in parts:
            if text:
                self.heading(book.say(key), 2)
                for line in text.split("\n"):
                    self.written(line)
        self.written(say("analysis.as_named", book.language), before=10)
        self.written(book.say("made_with", version=__version__), color=QUIET)

    def slip(self) -> None:
        """The correction slip on a page of its own."""
        book = self.book
        self.part(book.say("slip_title"))
        self.written(book.say("slip_intro"), after=8)
        to = " · ".join(book.feedback.values()) or book.say("slip_to_whom")
        self.labeled(book.say("slip_to"), to)
        for key, lines in (("slip_actor", 1), ("slip_wrong", 4), ("slip_right", 6)):
            self.heading(book.say(key), 2, before=10)
            self.lines(lines)
        self.heading(book.say("slip_consent"), 2, before=12)
        for key in ("slip_may", "slip_may_not", "slip_entitled"):
            self.box(book.say(key))
        for key in ("slip_day", "slip_signature"):
            self.heading(book.say(key), 2, before=8)
            self.lines(1)
        self.written(book.say("slip_rights"), color=QUIET, size=9, before=12)


def _who(entries: Sequence[Entry]) -> str:
    """Numbers and names of a few, the numbers alone of many."""
    if len(entries) > 5:
        return ", ".join(str(entry.number) for entry in entries)
    return " · ".join(f"{entry.number} {entry.name}" for entry in entries)
