"""The letters that come with the program: A4, with the address where the window of an envelope is (DIN 5008, form B).

They are made of fields of a mail merge, so that Word can go on with them and the table alone.
"""

from __future__ import annotations

import re
from typing import Any

from actor_graph.views.letters.fields import heading
from actor_graph.views.letters.style import Style
from actor_graph.views.letters.template import Template, template_of
from actor_graph.writing.letters.paper import Paper

LEFT, RIGHT, TOP, BOTTOM = 2.5, 2.0, 1.2, 1.2
"""Margins in centimeters."""
WINDOW, ABOVE, INSIDE = 4.5, 1.77, 8.5
"""Where the address field begins and how high it is; its part above the address; how broad it is; in centimeters."""
SIZES = {False: 11.0, True: 12.5}
"""Points of the letters, and of those in plain language."""
LABEL = 4.0
_FIELD = re.compile("«([^»]+)»")


def shipped(style: Style) -> Template:
    """The letter of a style."""
    paper = _Letter(style)
    paper.head()
    paper.body()
    paper.signatures()
    return template_of(f"{style.name}.docx", paper.data())


class _Letter(Paper):
    """A letter with fields while it is written."""

    def __init__(self, style: Style) -> None:
        self.style = style
        super().__init__(style.say("title"), style.language, foot=style.say("foot"))
        from docx.shared import Pt

        normal = self.document.styles["Normal"]
        normal.font.size = Pt(SIZES[style.plain])
        normal.paragraph_format.line_spacing = 1.2 if style.plain else 1.1

    def head(self) -> None:
        """The sender, the address in the window, city and day."""
        from docx.enum.table import WD_ROW_HEIGHT_RULE
        from docx.shared import Cm, Pt

        table = self.document.add_table(rows=2, cols=2)
        table.autofit = False
        self._bare(table)
        for row, height in zip(table.rows, (WINDOW - TOP, WINDOW), strict=True):
            row.height, row.height_rule = Cm(height), WD_ROW_HEIGHT_RULE.EXACTLY
            for cell, width in zip(row.cells, (INSIDE, 21 - LEFT - RIGHT - INSIDE), strict=True):
                cell.width = Cm(width)
        sender = table.cell(0, 0).merge(table.cell(0, 1)).paragraphs[0]
        self._fielded(sender, self._field_of("sender"), bold=True, size=13)
        back, day = (table.cell(1, place).paragraphs[0] for place in (0, 1))
        self._fielded(back, self._field_of("sender"), size=7)
        back.paragraph_format.space_before, back.paragraph_format.space_after = Cm(ABOVE - 0.5), Pt(4)
        back.paragraph_format.line_spacing = 1.0
        address = table.cell(1, 0).add_paragraph()
        self._fielded(address, self._field_of("address"), size=10.5)
        address.paragraph_format.line_spacing = 1.0
        self._fielded(day, self.style.say("dated"))
        day.alignment, day.paragraph_format.space_before = 2, Cm(ABOVE - 0.5)

    def body(self) -> None:
        """What the letter says."""
        from docx.shared import Cm, Pt

        facts = [line for line in self.style.lines("letter") if line.startswith("= ")]
        for line in self.style.lines("letter"):
            paragraph = self.document.add_paragraph()
            about = paragraph.paragraph_format
            about.space_after = Pt(7 if self.style.plain else 8)
            if line.startswith("# "):
                self._fielded(paragraph, line[2:], bold=True, size=SIZES[self.style.plain] + 1)
                about.space_before, about.space_after = Pt(16), Pt(10)
            elif line.startswith("= "):
                label, text = line[2:].split(" | ")
                self._fielded(paragraph, f"{label}:\t{text}")
                about.left_indent, about.first_line_indent = Cm(LABEL), Cm(-LABEL)
                about.tab_stops.add_tab_stop(Cm(LABEL))
                about.space_after = Pt(8 if line == facts[-1] else 2)
            else:
                self._fielded(paragraph, line)

    def signatures(self) -> None:
        """Room for the patron and for who signs, side by side."""
        from docx.enum.table import WD_ROW_HEIGHT_RULE
        from docx.shared import Cm, Pt

        table = self.document.add_table(rows=2, cols=2)
        table.autofit = False
        self._bare(table)
        table.rows[0].height, table.rows[0].height_rule = Cm(1.5), WD_ROW_HEIGHT_RULE.EXACTLY
        patron, signatory = (cell.paragraphs[0] for cell in table.rows[1].cells)
        self._fielded(patron, f"{self._field_of('patron')}\n{self.style.say('patron_below')}", size=10)
        self._fielded(signatory, self._field_of("signatory"), size=10)
        for paragraph in (patron, signatory):
            paragraph.paragraph_format.space_after = Pt(0)
        for row in table.rows:
            self._whole(row)
            for cell in row.cells:
                cell.width = Cm((21 - LEFT - RIGHT) / 2)
        last = self.document.add_paragraph()  # Word wants one behind a table
        last.paragraph_format.space_after, last.paragraph_format.line_spacing = Pt(0), Pt(1)

    def _field_of(self, key: str) -> str:
        return f"«{heading(key, self.style.language)}»"

    def _fielded(self, paragraph: Any, text: str, *, bold: bool = False, size: float = 0) -> None:
        """A text in which each ``«Name»`` is a field of a mail merge."""
        from docx.shared import Pt

        for place, piece in enumerate(_FIELD.split(text)):
            if not piece:
                continue
            run = paragraph.add_run("" if place % 2 else piece)
            run.bold = bold or None
            if size:
                run.font.size = Pt(size)
            if place % 2:
                self._field(run, f' MERGEFIELD "{piece}" ', f"«{piece}»")

    def _bare(self, table: Any) -> None:
        """No room between the lines of a table and its texts, so that they begin at the margin."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        margins = OxmlElement("w:tblCellMar")
        for side in ("left", "right"):
            margin = OxmlElement(f"w:{side}")
            margin.set(qn("w:w"), "0")
            margin.set(qn("w:type"), "dxa")
            margins.append(margin)
        table._tbl.tblPr.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription")

    def _page(self) -> None:
        from docx.shared import Cm

        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin, section.right_margin = Cm(LEFT), Cm(RIGHT)
        section.top_margin, section.bottom_margin = Cm(TOP), Cm(BOTTOM)
        section.header_distance, section.footer_distance = Cm(0.6), Cm(0.8)

    def _foot(self, text: str) -> None:
        from docx.shared import Pt

        style = self.document.styles["Footer"]
        self._set_font(style)
        style.font.size = Pt(9 if self.style.plain else 8)
        self.document.sections[0].footer.paragraphs[0].add_run(text)
