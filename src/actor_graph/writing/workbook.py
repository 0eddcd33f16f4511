"""Sheets as a workbook for people: headings stay in sight, numbers are shown rounded and kept whole."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import wrap
from typing import Any, NamedTuple

from actor_graph.writing.tables import text

NARROW, BROAD, READING = 9, 40, 70
"""How wide columns are: at least, at most, and at most where lines wrap; in signs."""
LINE, APART, MOST_LINES = 15, 5, 27
"""How high a line is, and how far ruled rows are apart, in points; how many lines a row may have at most."""
ACROSS = 215
"""Signs side by side on a printed page of A4 across, as small as can be read."""
OF_THE_FILTER = 4
"""Room for the arrow in a heading."""


class Cell(NamedTuple):
    """What a cell holds, and the number format that it is shown in (as a workbook writes it, ``0.0%``)."""

    value: Any
    form: str = ""


UNSEEN = ";;;"
"""The number format of a value that is there and not shown."""


class Offer(NamedTuple):
    """A drop-down: its column and its first and last row, counted from the headings; its words; what else is told."""

    column: int
    first: int
    last: int
    words: Sequence[str]
    title: str
    message: str


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, its headings, its rows, how many columns stay in sight, whether long texts wrap.

    Where they wrap, no column is broader than ``broad``; none is narrower than ``least``. ``widths`` are those of
    columns that keep theirs whatever is in them, but for its longest word. ``offers`` are the drop-downs. ``banner``
    and ``title`` stand at the head of each printed page, ``in_one`` leaves no column to a second page. Rows without any
    value are lines to fill in by hand: ruled, and printed. ``ruled`` draws a line under each row and keeps columns
    apart.
    """

    name: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    kept: int = 1
    wrapped: bool = False
    broad: int = READING
    least: int = NARROW
    widths: Mapping[int, int] = field(default_factory=dict)
    offers: Sequence[Offer] = ()
    banner: str = ""
    in_one: bool = False
    ruled: bool = False
    title: str = ""


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as one workbook; undefined is an empty cell, and no text is ever a formula or a link."""
    from datetime import datetime

    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime(2000, 1, 1)})
    head = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
    headings = book.add_format(head), book.add_format(head | {"align": "left", "indent": 1})
    line = book.add_format({"bottom": 1, "valign": "top", "text_wrap": True})
    looks: dict[tuple[str, bool, bool], Any] = {}

    def look(form: str, wrapped: bool, ruled: bool) -> Any:
        if (form, wrapped, ruled) not in looks:
            wanted: dict[str, Any] = {"valign": "top"} | ({"num_format": form} if form else {})
            wanted |= {"text_wrap": True, "align": "left"} if wrapped else {}
            wanted |= {"bottom": 1, "align": "left", "indent": 1} if ruled else {}
            looks[form, wrapped, ruled] = book.add_format(wanted)
        return looks[form, wrapped, ruled]

    for sheet in sheets:
        _write_sheet(book.add_worksheet(sheet.name), sheet, headings[sheet.ruled], line, look)
    book.close()
    return out.getvalue()


def _write_sheet(page: Any, sheet: Sheet, heading: Any, empty: Any, look: Callable[[str, bool, bool], Any]) -> None:
    widths = [_width(sheet, place) for place in range(len(sheet.headings))]
    for place, name in enumerate(sheet.headings):
        page.write_string(0, place, text(name), heading)
        page.set_column(place, place, widths[place])
    if (high := _lines([Cell(name) for name in sheet.headings], widths)) > 1 or sheet.ruled:
        page.set_row(0, LINE * high + APART * sheet.ruled)
    for line, row in enumerate(sheet.rows, start=1):
        if sheet.wrapped:
            page.set_row(line, LINE * _lines(row, widths) + APART * sheet.ruled)
        if all(cell.value is None for cell in row):
            page.set_row(line, 2 * LINE)
            for place in range(len(row)):
                page.write_blank(line, place, None, empty)
            continue
        for place, cell in enumerate(row):
            if sheet.ruled and cell.value in (None, ""):
                page.write_blank(line, place, None, look("", sheet.wrapped, True))
            _write(page, line, place, cell.value, look(cell.form, sheet.wrapped, sheet.ruled))
    for column, first, last, words, title, message in sheet.offers:
        rule = {"validate": "list", "source": list(words), "error_title": title, "error_message": message}
        page.data_validation(first, column, last, column, rule)
    page.freeze_panes(1, sheet.kept)
    print_across(page, widths, sheet.kept)
    if sheet.in_one:
        page.fit_to_pages(1, 0)
    if sheet.banner or sheet.title:
        left, right = (said.replace("&", "&&") for said in (sheet.banner, sheet.title))
        page.set_header(f"&L{left}" + f"&R{right}" * bool(right))
    if sheet.rows and sheet.headings:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.headings) - 1)


def print_across(page: Any, widths: Sequence[float], kept: int) -> None:
    """Print a sheet on A4 across, on as few pages side by side as can be read; headings on each, as the kept columns.

    A page holds ``ACROSS`` signs, in letters of 7 points. What is printed is what is filled in, however far that goes.
    """
    pages, repeated = 1, sum(widths[:kept])
    while sum(widths) + (pages - 1) * repeated > pages * ACROSS and pages < len(widths):
        pages += 1
    page.set_landscape()
    page.set_paper(9)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    page.set_footer("&L&A&R&P / &N")
    page.repeat_rows(0)
    if kept:
        page.repeat_columns(0, kept - 1)
    page.fit_to_pages(pages, 0)


def lines_of(said: str, width: int) -> int:
    """How many lines a text takes in a column that is so many signs wide, broken between words.

    >>> lines_of("zwei Zeilen\\nund noch eine", 20), lines_of("Kreis um den Tanzkreis", 12)
    (2, 3)
    """
    return sum(max(1, len(wrap(line, max(width - 1, 1)))) for line in said.split("\n"))


def _lines(row: Sequence[Cell], widths: Sequence[int]) -> int:
    """How many lines the longest cell of a row takes; not every program works that out when it opens a workbook."""
    lines = (
        lines_of(text(cell.value), width)
        for cell, width in zip(row, widths, strict=True)
        if isinstance(cell.value, (str, list, tuple, dict)) and cell.form != UNSEEN
    )
    return min(max(lines, default=1), MOST_LINES)


def _width(sheet: Sheet, place: int) -> int:
    """As wide as the longest text and the longest word of the heading, within bounds."""
    cells = [row[place] for row in sheet.rows if row[place].form != UNSEEN]
    texts = [text(cell.value) for cell in cells if isinstance(cell.value, (str, list, tuple, dict))]
    if place in sheet.widths:
        words = (part for said in (sheet.headings[place], *texts) for part in said.split())
        return max(sheet.widths[place], *(len(part) + 1 + sheet.ruled for part in words))
    longest = max((len(line) for said in texts for line in said.split("\n")), default=0)
    word = max((len(part) for part in sheet.headings[place].split()), default=0) + OF_THE_FILTER
    return min(max(longest + 1 + sheet.ruled, word, sheet.least), sheet.broad if sheet.wrapped else BROAD)


def _write(page: Any, line: int, place: int, value: Any, look: Any) -> None:
    if isinstance(value, bool):
        page.write_boolean(line, place, value, look)
    elif isinstance(value, (int, float)):
        page.write_number(line, place, value, look)
    elif value is not None and (words := text(value)):
        page.write_string(line, place, words, look)
