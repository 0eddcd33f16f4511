"""A letter on A4 as .docx: real headings, tables with headings, boxes to tick and lines to write on."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from actor_graph.words import Language, say

BOX = "☐"
FONT, SIZE = "Arial", 11
MARGIN, WIDTH = 1.8, 17.4
"""Margins and what is between them on A4, in centimeters."""
OPEN = 0.85
"""Height of a row to write in, and the way between lines, in centimeters."""
_LINE_BORDER = {"val": "single", "sz": "4", "space": "1", "color": "7C8896"}
_TITLE = 200
"""A title of a document has at most 255 signs."""
_INK = "16202B"


class Paper:
    """A letter while it is written, from top to bottom."""

    def __init__(self, title: str, language: Language, *, foot: str = "") -> None:
        from docx import Document

        self.document: Any = Document()
        self.language = language
        self._page()
        self._styles()
        self._about(title)
        self._foot(foot)

    def data(self) -> bytes:
        """The document; the same letter is the same bytes whenever it is written."""
        saved, out = io.BytesIO(), io.BytesIO()
        self.document.save(saved)
        with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as undated:
            for part in parts.infolist():
                undated.writestr(zipfile.ZipInfo(part.filename), parts.read(part), zipfile.ZIP_DEFLATED)
        return out.getvalue()

    # --- what stands on it

    def heading(self, text: str, level: int = 2, *, before: float = 8) -> None:
        """A real heading, which stays with what follows."""
        from docx.shared import Pt

        written = self.document.add_heading(text, level)
        written.paragraph_format.space_before = Pt(before)
        written.paragraph_format.space_after = Pt(3)

    def text(self, text: str, *, bold: bool = False, italic: bool = False, after: float = 3) -> Any:
        """A paragraph."""
        from docx.shared import Pt

        paragraph = self.document.add_paragraph()
        run = paragraph.add_run(text)
        run.bold, run.italic = bold or None, italic or None
        paragraph.paragraph_format.space_after = Pt(after)
        return paragraph

    def point(self, text: str) -> None:
        """A point of a list."""
        from docx.shared import Pt

        paragraph = self.document.add_paragraph(text, style="List Bullet")
        paragraph.paragraph_format.space_after = Pt(2)

    def box(self, text: str, *, after: float = 3) -> None:
        """A box to tick, and what it says beside it."""
        from docx.shared import Cm

        paragraph = self.text(f"{BOX}\t{text}", after=after)
        paragraph.paragraph_format.left_indent = Cm(0.7)
        paragraph.paragraph_format.first_line_indent = Cm(-0.7)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(0.7))

    def boxes(self, texts: Sequence[str], columns: int) -> None:
        """Boxes side by side, in lines with tabs, so that they are read in their order."""
        from docx.shared import Cm

        for first in range(0, len(texts), columns):
            line = "\t".join(f"{BOX} {text}" for text in texts[first : first + columns])
            paragraph = self.text(line, after=1)
            for column in range(1, columns):
                paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH / columns * column))

    def lines(self, n: int, label: str = "") -> None:
        """Lines to write on, 9 mm apart; a label at the beginning of the first."""
        from docx.enum.text import WD_LINE_SPACING
        from docx.shared import Cm, Pt

        for number in range(n):
            paragraph = self.document.add_paragraph(label if number == 0 else "")
            about = paragraph.paragraph_format
            about.line_spacing_rule, about.line_spacing = WD_LINE_SPACING.EXACTLY, Cm(OPEN)
            about.space_after = Pt(0)
            self._border(paragraph, ("bottom", "between"))

    def table(
        self, headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], *, height: float = 0.62
    ) -> None:
        """A table whose headings are headings: repeated on each page, and told to who does not see it.

        Rows that begin with a blank cell are to be written in, and higher.
        """
        from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE
        from docx.shared import Cm, Pt

        table = self.document.add_table(rows=0, cols=len(headings), style="Table Grid")
        table.autofit = False
        self._near(table)
        for number, cells in enumerate([headings, *rows]):
            row = table.add_row()
            row.height = Cm(height if cells[0] else OPEN)
            row.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
            for place, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
                cell.width = Cm(widths[place])
                paragraph = cell.paragraphs[0]
                run = paragraph.add_run(text)
                if number == 0:
                    run.bold, run.font.size = True, Pt(10)
                cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER if number else None
                paragraph.paragraph_format.space_after = Pt(0)
                if text == BOX:
                    paragraph.alignment = 1
            self._whole(row)
        self._head(table.rows[0])
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)

    def new_page(self) -> None:
        """What follows begins a page."""
        from docx.enum.text import WD_BREAK

        paragraphs = self.document.paragraphs
        paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)

    def told(self, lines: Sequence[str]) -> None:
        """Lines of a text of ``words/letters.toml``: ``# `` a heading, ``- `` a point, ``[] `` a box."""
        for line in lines:
            if line.startswith("# "):
                self.heading(line[2:])
            elif line.startswith("- "):
                self.point(line[2:])
            elif line.startswith("[] "):
                self.box(line[3:], after=5)
            else:
                self.text(line, after=8 if "____" in line else 4)

    def remark(self, text: str) -> None:
        """A remark in a frame that is not part of the letter."""
        paragraph = self.text(text, bold=True, after=6)
        self._border(paragraph, ("top", "left", "bottom", "right"))

    # --- how it is made

    def _page(self) -> None:
        from docx.shared import Cm

        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(MARGIN)
        section.top_margin, section.bottom_margin = Cm(1.5), Cm(1.6)
        section.header_distance = section.footer_distance = Cm(0.8)

    def _styles(self) -> None:
        from docx.shared import Pt, RGBColor

        sizes = {"Normal": SIZE, "Heading 1": 16, "Heading 2": 12, "List Bullet": SIZE}
        for name, size in sizes.items():
            style = self.document.styles[name]
            style.font.size = Pt(size)
            style.font.color.rgb = RGBColor.from_string(_INK)
            self._set_font(style)
        normal = self.document.styles["Normal"].paragraph_format
        normal.space_after, normal.line_spacing = Pt(3), 1.08

    def _set_font(self, style: Any) -> None:
        from docx.oxml.ns import qn

        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for name in list(fonts.attrib):
            del fonts.attrib[name]
        for name in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{name}"), FONT)

    def _about(self, title: str) -> None:
        """Title and language of the document, as programs that read aloud want them."""
        from docx.oxml.ns import qn

        about = self.document.core_properties
        about.title, about.author, about.comments = title[:_TITLE], "", ""
        about.language = self.language
        about.created = about.modified = datetime(2000, 1, 1)
        for element in self.document.styles.element.iter(qn("w:lang")):
            element.set(qn("w:val"), {"de": "de-DE", "en": "en-GB"}[self.language])

    def _foot(self, text: str) -> None:
        """The foot of each page: what it belongs to, and its number."""
        from docx.enum.text import WD_TAB_ALIGNMENT
        from docx.shared import Cm, Pt

        style = self.document.styles["Footer"]
        self._set_font(style)
        style.font.size = Pt(9)
        style.paragraph_format.tab_stops.clear_all()
        style.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        foot = self.document.sections[0].footer.paragraphs[0]
        page, of, rest = say("letters.page_of", self.language, page="\0", pages="\0").split("\0")
        pieces = (f"{text}\t{page}", "PAGE", of, "NUMPAGES", rest)
        for number, piece in enumerate(pieces):
            run = foot.add_run("" if number in (1, 3) else piece)
            if number in (1, 3):
                self._field(run, piece)

    def _field(self, run: Any, name: str, shown: str = "1") -> None:
        """A number that the text processor works out; until then something else is shown."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        for kind in ("begin", "code", "separate", "shown", "end"):
            if kind == "code":
                element = OxmlElement("w:instrText")
                element.text = name
            elif kind == "shown":
                element = OxmlElement("w:t")
                element.text = shown
            else:
                element = OxmlElement("w:fldChar")
                element.set(qn("w:fldCharType"), kind)
            run._r.append(element)

    def _border(self, paragraph: Any, sides: Sequence[str]) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        about = paragraph._p.get_or_add_pPr()
        borders = OxmlElement("w:pBdr")
        for side in sides:
            line = OxmlElement(f"w:{side}")
            for name, value in _LINE_BORDER.items():
                line.set(qn(f"w:{name}"), value)
            borders.append(line)
        about.insert_element_before(
            borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )

    def _near(self, table: Any) -> None:
        """Let texts stand a millimeter from the lines of a table."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        margins = OxmlElement("w:tblCellMar")
        for side in ("left", "right"):
            margin = OxmlElement(f"w:{side}")
            margin.set(qn("w:w"), "57")
            margin.set(qn("w:type"), "dxa")
            margins.append(margin)
        about = table._tbl.tblPr
        about.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription")

    def _head(self, row: Any) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        mark = OxmlElement("w:tblHeader")
        mark.set(qn("w:val"), "true")
        row._tr.get_or_add_trPr().append(mark)

    def _whole(self, row: Any) -> None:
        """Keep a row from being split between pages."""
        from docx.oxml import OxmlElement

        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def draft(name: str, language: Language) -> Paper:
    """A paper that begins as each draft does: title, subtitle, and that it is to be looked over."""
    title = say(f"letters.{name}_title", language)
    paper = Paper(title, language, foot=title)
    paper.heading(title, 1, before=0)
    paper.text(say(f"letters.{name}_subtitle", language), after=6)
    paper.remark(say("letters.draft", language))
    return paper
