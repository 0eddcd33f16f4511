"""How a brochure is set: sizes and colors, hanging lines, hairlines, columns, links and marks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any

from actor_graph.words import Language
from actor_graph.writing.letters.paper import WIDTH, Paper

__all__ = ["COLUMN", "NUMBER", "QUIET", "WIDTH", "Setting", "fit"]

LABEL, NUMBER = 3.6, 0.9
"""Where texts begin behind the words of an entry, and names behind their numbers, in centimeters."""
COLUMN = 8.2
"""Width of one of two columns, in centimeters."""
UNKNOWN = "…"
"""What stands for the number of a page until a program has set the pages."""
INK, QUIET, LINK = "16202B", "4A5664", "0B5CAD"
HEADINGS = {"Heading 1": 18, "Heading 2": 13, "Heading 3": 12}


def fit(text: str) -> str:
    """The text without the two signs that are none, and that no document of a text processor may hold."""
    return text.replace("\ufffe", "").replace("\uffff", "")


class Setting(Paper):
    """A4 for a brochure."""

    def __init__(self, title: str, language: Language, *, foot: str) -> None:
        super().__init__(fit(title), language, foot=fit(foot))
        self._marks = count(1)
        from docx.shared import Pt

        for name, size in HEADINGS.items():
            style = self.document.styles[name]
            self._set_font(style)
            style.font.size, style.font.italic = Pt(size), False
            self.colored(style.font, INK)

    def written(
        self, text: str, *, size: float = 0, bold: bool = False, color: str | None = None,
        before: float = 0, after: float = 3,
    ) -> Any:  # fmt: skip
        """A paragraph in a size and a color."""
        from docx.shared import Pt

        paragraph = self.text(fit(text), bold=bold, after=after)
        if before:
            paragraph.paragraph_format.space_before = Pt(before)
        if size:
            paragraph.runs[0].font.size = Pt(size)
        if color:
            self.colored(paragraph.runs[0].font, color)
        return paragraph

    def last(self) -> Any:
        """The paragraph written last; behind it stands the section alone."""
        from docx.text.paragraph import Paragraph

        body = self.document.element.body
        return Paragraph(body[-2], self.document._body)

    def labeled(self, label: str, text: str) -> Any:
        """A line of an entry: what it is about, and what it says."""
        line = self.hanging(LABEL, label, text)
        self.colored(line.runs[0].font, QUIET)
        return line

    def hanging(self, at: float, label: str, text: str) -> Any:
        """A word, and behind a tab a text whose lines begin below each other."""
        from docx.shared import Cm, Pt

        paragraph = self.document.add_paragraph()
        paragraph.add_run(fit(f"{label}\t"))
        paragraph.add_run(fit(text))
        about = paragraph.paragraph_format
        about.left_indent, about.first_line_indent, about.space_after = Cm(at), Cm(-at), Pt(1)
        about.tab_stops.add_tab_stop(Cm(at))
        return paragraph

    def table_of(self, headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        """A table of hairlines between its rows."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self.table(headings, [[fit(text) for text in row] for row in rows], widths)
        borders = OxmlElement("w:tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            line = OxmlElement(f"w:{side}")
            across = side in ("bottom", "insideH")
            for name, value in {"val": "single" if across else "nil", "sz": "4", "color": "C9D1DA"}.items():
                line.set(qn(f"w:{name}"), value)
            borders.append(line)
        about = self.document.tables[-1]._tbl.tblPr
        about.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")

    def colored(self, font: Any, color: str) -> None:
        """Give letters a color."""
        from docx.shared import RGBColor

        font.color.rgb = RGBColor.from_string(color)

    def columns(self, number: int) -> None:
        """What follows stands in so many columns."""
        from docx.enum.section import WD_SECTION
        from docx.oxml.ns import qn

        section = self.document.add_section(WD_SECTION.CONTINUOUS)
        columns = section._sectPr.find(qn("w:cols"))
        columns.set(qn("w:num"), str(number))
        columns.set(qn("w:space"), "567")

    def bookmark(self, paragraph: Any) -> str:
        """Mark a paragraph as a place that links and numbers of pages lead to; the name of the mark."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        number = next(self._marks)
        name, start, end = f"_Toc{number:04}", OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for element in (start, end):
            element.set(qn("w:id"), str(number))
        start.set(qn("w:name"), name)
        paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
        paragraph._p.append(end)
        return name

    def paged(self, paragraph: Any, mark: str, *, width: float) -> None:
        """Close a line with dots and the page of a mark, as far from the margin as the width says.

        No program knows the pages before it has set them. LibreOffice fills them in whenever it opens the document,
        Word when it shows the preview of the print, prints, or saves as PDF; it is not asked to do so when it opens the
        document, since that makes it warn of files from elsewhere.
        """
        from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
        from docx.shared import Cm

        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Cm(width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        paragraph.add_run("\t")
        self._field(paragraph.add_run(), f" PAGEREF {mark} \\h ", UNKNOWN)

    def linked(self, paragraph: Any, text: str, *, anchor: str = "", link: str = "") -> None:
        """A text that leads to a place of the brochure or to a web address."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        leading = OxmlElement("w:hyperlink")
        if link:
            leading.set(qn("r:id"), self.document.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        else:
            leading.set(qn("w:anchor"), anchor)
        run = paragraph.add_run(fit(text))
        if link:
            run.font.underline = True
            self.colored(run.font, LINK)
        leading.append(run._r)
        paragraph._p.append(leading)
