"""The directory as a brochure: real headings, contents, entries that stay whole, indexes in two columns, the slip."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any

from actor_graph import __version__
from actor_graph.problems import MissingExtra
from actor_graph.views.directory.book import Directory, Topic
from actor_graph.views.directory.entries import LISTS, Entry
from actor_graph.words import say
from actor_graph.writing.letters.paper import WIDTH, Paper

LABEL, INDEX = 3.6, 0.9
"""Where texts begin behind the words of an entry, and names behind their numbers, in centimeters."""
QUIET, LINK = "4A5664", "0B5CAD"
HEADINGS = {"Heading 1": 18, "Heading 2": 13, "Heading 3": 12}
CONTENTS = ' TOC \\o "1-1" \\n \\h \\z \\u '
"""The contents of a text processor: headings of the first level as links; entries are found by number, not by page."""
_NO_XML = str.maketrans("", "", "\ufffe\uffff")


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


class Brochure(Paper):
    """A directory on A4 while it is written."""

    def __init__(self, book: Directory) -> None:
        super().__init__(book.title.translate(_NO_XML), book.language, foot=book.lines()[0].translate(_NO_XML))
        from docx.shared import Pt

        self.book, self._marks = book, count(1)
        self._contents: Any = None
        for name, size in HEADINGS.items():
            style = self.document.styles[name]
            self._set_font(style)
            style.font.size, style.font.italic = Pt(size), False
            self._colored(style.font, "16202B")

    def front(self) -> None:
        """Title, for whom and of when it is, and the contents, which are filled in as headings come."""
        from docx.shared import Pt

        title = self.written(self.book.title, size=26, bold=True, after=6)
        title.paragraph_format.space_before = Pt(60)
        for line in self.book.lines():
            self.written(line, color=QUIET if line != self.book.lines()[1] else None, after=2)
        self.written(self.book.say("contents"), bold=True, before=24)
        self._contents = self.document.add_paragraph()
        self._field_mark(self._contents, "end")

    def part(self, title: str) -> None:
        """A part of the brochure: its heading on a new page, and its line in the contents."""
        self.heading(title, 1, before=0)
        heading = self.document.paragraphs[-1]
        heading.paragraph_format.page_break_before = True
        name = f"_Toc{next(self._marks):04}"
        self._bookmark(heading, name)
        line = self._contents.insert_paragraph_before()
        if name.endswith("0001"):
            for kind, code in (("begin", ""), ("code", CONTENTS), ("separate", "")):
                self._field_mark(line, kind, code)
        self._linked(line, title, anchor=name)

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
                self._table([book.say("need"), book.say("actors")], rows, [6.5, WIDTH - 6.5])
        if book.needs_by_field:
            self.heading(book.say("needs_by_field"), 2, before=14)
            self.written(book.say("needs_by_field_intro"), color=QUIET, after=4)
            rows = [[word, " · ".join(topic.word for topic in needs)] for word, needs in book.needs_by_field]
            self._table([book.say("field"), book.say("needs")], rows, [4.5, WIDTH - 4.5])

    def entries(self) -> None:
        """The entries under their letters."""
        self.part(self.book.say("entries"))
        for letter, under in self.book.letters:
            self.heading(letter, 2, before=14)
            for entry in under:
                self._entry(entry)

    def _entry(self, entry: Entry) -> None:
        """An entry on one page: each paragraph of it stays with the next."""
        first = len(self.document.paragraphs)
        self.heading(f"{entry.number}  {entry.name}".translate(_NO_XML), 3, before=10)
        kinds = " · ".join(part for part in (", ".join(entry.kinds), entry.place) if part)
        if kinds:
            self.written(kinds, color=QUIET, after=2)
        for line in filter(None, entry.description.split("\n")):
            self.written(line, after=3)
        if entry.bare:
            self.written(self.book.say("nothing_yet"), color=QUIET)
        for key in LISTS:
            if words := getattr(entry, key):
                self._labeled(self.book.say(key), " · ".join(words))
        for heading, text in entry.attributes:
            self._labeled(heading, text)
        if entry.website:
            line = self._labeled(self.book.say("website"), "")
            for place, address in enumerate(entry.website):
                line.add_run(" · " if place else "")
                if address.link:
                    self._linked(line, address.text, link=address.link)
                else:
                    line.add_run(address.text.translate(_NO_XML))
        for paragraph in self.document.paragraphs[first:]:
            paragraph.paragraph_format.keep_together = True
            paragraph.paragraph_format.keep_with_next = True
        self.document.paragraphs[-1].paragraph_format.keep_with_next = False

    def index(self, title: str, topics: Sequence[Topic], intro: str) -> None:
        """Words with the entries under them, in two columns."""
        self.part(title)
        if intro:
            self.written(intro, color=QUIET, after=4)
        self._columns(2)
        for topic in topics:
            self.heading(topic.word.translate(_NO_XML), 2, before=8)
            for place, entry in enumerate(topic.entries, start=1):
                line = self._hanging(INDEX, str(entry.number), entry.name)
                line.paragraph_format.keep_with_next = place == 1 < len(topic.entries)
        self._columns(1)

    def about(self) -> None:
        """Who else belongs to the survey, who belongs at all, and what it was made from."""
        book = self.book
        self.part(book.say("about"))
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
        self._labeled(book.say("slip_to"), to)
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

    # --- how it is made

    def written(
        self, text: str, *, size: float = 0, bold: bool = False, color: str | None = None,
        before: float = 0, after: float = 3,
    ) -> Any:  # fmt: skip
        """A paragraph in a size and a color."""
        from docx.shared import Pt

        paragraph = self.text(text.translate(_NO_XML), bold=bold, after=after)
        if before:
            paragraph.paragraph_format.space_before = Pt(before)
        if size:
            paragraph.runs[0].font.size = Pt(size)
        if color:
            self._colored(paragraph.runs[0].font, color)
        return paragraph

    def _labeled(self, label: str, text: str) -> Any:
        line = self._hanging(LABEL, label, text)
        self._colored(line.runs[0].font, QUIET)
        return line

    def _hanging(self, at: float, label: str, text: str) -> Any:
        """A word, and behind a tab a text whose lines begin below each other."""
        from docx.shared import Cm, Pt

        paragraph = self.document.add_paragraph()
        paragraph.add_run(f"{label}\t".translate(_NO_XML))
        paragraph.add_run(text.translate(_NO_XML))
        about = paragraph.paragraph_format
        about.left_indent, about.first_line_indent, about.space_after = Cm(at), Cm(-at), Pt(1)
        about.tab_stops.add_tab_stop(Cm(at))
        return paragraph

    def _table(self, headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        """A table of hairlines between its rows."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self.table(headings, [[text.translate(_NO_XML) for text in row] for row in rows], widths)
        borders = OxmlElement("w:tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            line = OxmlElement(f"w:{side}")
            across = side in ("bottom", "insideH")
            for name, value in {"val": "single" if across else "nil", "sz": "4", "color": "C9D1DA"}.items():
                line.set(qn(f"w:{name}"), value)
            borders.append(line)
        about = self.document.tables[-1]._tbl.tblPr
        about.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")

    def _colored(self, font: Any, color: str) -> None:
        from docx.shared import RGBColor

        font.color.rgb = RGBColor.from_string(color)

    def _columns(self, number: int) -> None:
        """What follows stands in so many columns."""
        from docx.enum.section import WD_SECTION
        from docx.oxml.ns import qn

        section = self.document.add_section(WD_SECTION.CONTINUOUS)
        columns = section._sectPr.find(qn("w:cols"))
        columns.set(qn("w:num"), str(number))
        columns.set(qn("w:space"), "567")

    def _bookmark(self, paragraph: Any, name: str) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for element in (start, end):
            element.set(qn("w:id"), name[-4:].lstrip("0"))
        start.set(qn("w:name"), name)
        paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
        paragraph._p.append(end)

    def _linked(self, paragraph: Any, text: str, *, anchor: str = "", link: str = "") -> None:
        """A text that leads to a place of the brochure or to a web address."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        leading = OxmlElement("w:hyperlink")
        if link:
            leading.set(qn("r:id"), self.document.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        else:
            leading.set(qn("w:anchor"), anchor)
        run = paragraph.add_run(text.translate(_NO_XML))
        if link:
            run.font.underline = True
            self._colored(run.font, LINK)
        leading.append(run._r)
        paragraph._p.append(leading)

    def _field_mark(self, paragraph: Any, kind: str, code: str = "") -> None:
        """The begin, code, separation or end of a field that the text processor can fill anew."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        element = OxmlElement("w:instrText" if kind == "code" else "w:fldChar")
        if kind == "code":
            element.text = code
        else:
            element.set(qn("w:fldCharType"), kind)
        paragraph.add_run()._r.append(element)


def _who(entries: Sequence[Entry]) -> str:
    """Numbers and names of a few, the numbers alone of many."""
    if len(entries) > 5:
        return ", ".join(str(entry.number) for entry in entries)
    return " · ".join(f"{entry.number} {entry.name}" for entry in entries)
