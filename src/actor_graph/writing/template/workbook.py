"""A landscape to fill in as a workbook: drop-downs, notes at the headings, an example, and a sheet that counts."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from actor_graph.vocabulary.aliases import Kind
from actor_graph.vocabulary.examples import MARKS
from actor_graph.vocabulary.headings import heading
from actor_graph.vocabulary.sheets import name_of
from actor_graph.words import Language, say
from actor_graph.writing.cells import in_one_cell
from actor_graph.writing.template.columns import ABOUT, KINDS, Column
from actor_graph.writing.template.draft import Draft, is_day, shown
from actor_graph.writing.template.funnel import Counted, Known, write_funnel
from actor_graph.writing.template.instructions import HEADING, POINT, instructions
from actor_graph.writing.template.lists import Lists, lists
from actor_graph.writing.template.values import Values, write_values
from actor_graph.writing.workbook import print_across

ROWS, MORE = 5000, 1000
"""So far down reach drop-downs and what is counted; at least so far below the last row."""
GROUPS = ("#DCE6F1", "#FCE9D0", "#E3EFDA", "#EAE3F2", "#F8DEDE", "#E4E7EB", "#FFFFFF")
"""Colors of the headings, one for each part of a table; words say the same, in the notes."""
_IN_A_CELL = {
    **dict.fromkeys(("sources", "publish_columns", "goals"), "list"),
    "circles": "circles",
    "accessibility": "accessibility",
}
"""Entries that hold several things, and the sentence that says how."""
_READING = 82
"""Width of the instructions, in signs: what fits on a printed page."""
_GRAY = "#6B7480"
_DAY: dict[Language, str] = {"de": "dd.mm.yyyy", "en": "yyyy-mm-dd"}


def template_workbook(draft: Draft, target: str, sheets: Mapping[str, Values] = MappingProxyType({})) -> bytes:
    """The workbook: instructions, the tables, what the landscape says of itself, the state of the survey, the lists.

    ``sheets`` are those that people have besides, with their values.
    """
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime(2000, 1, 1), "title": say("template.instructions_title", draft.language)})
    _Template(book, draft, target).write(sheets)
    book.close()
    return out.getvalue()


class _Template:
    """The workbook while it is written."""

    def __init__(self, book: Any, draft: Draft, target: str) -> None:
        self.book, self.draft, self.target, self.language = book, draft, target, draft.language
        types = dict.fromkeys(draft.scheme.type_key(key) for row in draft.rows["actors"] for key in _types(row))
        self.lists: Lists = lists(draft.scheme, draft.language, types)
        kinds: tuple[Kind, ...] = (*KINDS, "landscape")
        self.names = {kind: name_of(kind, self.language) for kind in kinds}
        self.looks = _looks(book, self.language)
        self.down = {kind: max(ROWS, len(draft.rows[kind]) + MORE) for kind in KINDS}

    def write(self, sheets: Mapping[str, Values]) -> None:
        self.instructions()
        for kind in KINDS:
            self.table(kind, self.book.add_worksheet(self.names[kind]))
        self.about(self.book.add_worksheet(self.names["landscape"]))
        self.funnel(self.book.add_worksheet(say("template.sheet_funnel", self.language)))
        for name, rows in sheets.items():
            write_values(self.book.add_worksheet(name), rows, self.looks["day"])
        self.offered(self.book.add_worksheet(say("template.sheet_lists", self.language)))

    def instructions(self) -> None:
        page = self.book.add_worksheet(say("template.sheet_instructions", self.language))
        page.hide_gridlines(2)
        page.set_column(0, 0, _READING)
        page.write_string(0, 0, say("template.instructions_title", self.language), self.looks["title"])
        for number, line in enumerate(instructions(self.draft, self.target, self.names, "book"), start=1):
            look = "chapter" if line.startswith(HEADING) else "wrapped"
            said = line.removeprefix(HEADING)
            said = f"•  {said.removeprefix(POINT)}" if said.startswith(POINT) else said
            page.write_string(number, 0, said, self.looks[look])
            page.set_row(number, 30 if look == "chapter" else _height((said, _READING + 9)))
        page.set_portrait()
        page.set_paper(9)
        page.fit_to_pages(1, 1)

    def table(self, kind: Kind, page: Any) -> None:
        """A sheet with headings that stay in sight, and what is known already or an example in gray."""
        columns = self.draft.tables[kind]
        for place, column in enumerate(columns):
            day = column.form == "day"
            page.set_column(place, place, column.width, self.looks["day" if day else "text"])
            page.write_string(0, place, column.heading, self.looks[f"group_{column.group}"])
            size = {"x_scale": 2, "y_scale": 1 + len(column.note) / 160, "author": say("template.author", "en")}
            page.write_comment(0, place, column.note, size)
            self.offer(page, place, column, self.down[kind])
        page.set_row(0, 34)
        for line, row in enumerate(shown(self.draft, kind), start=1):
            for place, column in enumerate(columns):
                if column.key in row:
                    self.cell(page, line, place, column, row[column.key], gray=not self.draft.rows[kind])
        page.freeze_panes(1, 1)
        page.autofilter(0, 0, self.down[kind], len(columns) - 1)
        print_across(page, [column.width for column in columns], 1)

    def cell(self, page: Any, line: int, place: int, column: Column, cell: str | float, *, gray: bool) -> None:
        tone = "gray_" if gray else ""
        if isinstance(cell, float):
            page.write_number(line, place, cell, self.looks["top"])
        elif is_day(column, cell):
            page.write_datetime(line, place, date.fromisoformat(cell), self.looks[f"{tone}day"])
        else:
            page.write_string(line, place, cell, self.looks[f"{tone}text"])

    def offer(self, page: Any, place: int, column: Column, down: int) -> None:
        """The drop-down of a column, or the check that a day is one."""
        if column.offers in ("day", "next"):
            rule: dict[str, Any] = {"validate": "date", "criteria": ">=", "value": date(1990, 1, 1)}
            told = ("no_date_title", "no_date")
        elif column.offers == "actors" or column.offers in self.lists:
            rule = {"validate": "list", "source": f"=list_{column.offers}"}
            told = ("not_listed_title", "not_an_actor" if column.offers == "actors" else "not_listed")
        else:
            return
        if column.strict == "any":
            rule["show_error"] = False
        else:
            titled, said = (say(f"template.{key}", self.language) for key in told)
            rule |= {"error_type": "stop" if column.strict == "listed" else "warning"}
            rule |= {"error_title": titled, "error_message": said}
        page.data_validation(1, place, down, place, rule)

    def about(self, page: Any) -> None:
        """What the landscape says of itself: key, value, what it is for."""
        for place, (key, width) in enumerate((("key", 26), ("value", 60), ("meaning", 80))):
            page.set_column(place, place, width, self.looks["wrapped_text" if place == 1 else "wrapped"])
            page.write_string(0, place, say(f"template.about_{key}", self.language), self.looks["group_0"])
        more = [key for key in self.draft.about if key not in ABOUT]
        for line, key in enumerate((*ABOUT, *more), start=1):
            page.write_string(line, 0, heading("landscape", key, self.language), self.looks["strong"])
            value = in_one_cell(self.draft.about.get(key, ""))
            self.value(page, line, key, value)
            note = self.meaning(key)
            page.write_string(line, 2, note, self.looks["wrapped"])
            page.set_row(line, max(20, _height((value, 60), (note, 80))))
        page.freeze_panes(1, 1)
        print_across(page, (26, 60, 80), 1)

    def value(self, page: Any, line: int, key: str, value: str) -> None:
        """What an entry says; the day of the landscape as a day."""
        if key == "date" and not value:
            page.write_blank(line, 1, None, self.looks["day_left"])
        elif key == "date" and is_day(Column(key, "", "", "day"), value):
            page.write_datetime(line, 1, date.fromisoformat(value), self.looks["day_left"])
        elif value:
            page.write_string(line, 1, value, self.looks["wrapped_text"])

    def meaning(self, key: str) -> str:
        """What an entry is for, and how several things stand in its cell."""
        if key not in ABOUT:
            return ""
        form = _IN_A_CELL.get(key)
        note = say(f"template.landscape_{key}_note", self.language)
        return f"{note} {say(f'template.cell_{form}', self.language)}" if form else note

    def funnel(self, page: Any) -> None:
        headings = {column.key: column.heading for column in self.draft.tables["actors"]}
        columns = list(headings)
        page.hide_gridlines(2)
        ranges = {key: self.range("actors", columns.index(key)) for key in ("name", "type", "survey", "reason")}
        known = [
            Known(next(iter(_types(row)), ""), str(row.get("survey", "")), str(row.get("reason", "")))
            for row in self.draft.rows["actors"]
        ]
        counted = Counted(**ranges, heading=headings["survey"], mark=MARKS[self.language])
        write_funnel(page, counted, self.lists.get("type", ()), known, self.language, self.looks)
        page.set_paper(9)
        page.fit_to_pages(1, 1)

    def range(self, kind: Kind, place: int, first: int = 2) -> str:
        from xlsxwriter.utility import xl_col_to_name

        letters = xl_col_to_name(place)
        return f"{self.names[kind]}!${letters}${first}:${letters}${self.down[kind] + 1}"

    def offered(self, page: Any) -> None:
        """The last sheet, hidden: the words of all drop-downs, each list under a name of the workbook."""
        from xlsxwriter.utility import xl_col_to_name

        title = say("template.sheet_lists", self.language)
        for place, (name, words) in enumerate(self.lists.items()):
            page.write_string(0, place, name, self.looks["strong"])
            page.write_column(1, place, words, self.looks["text"])
            letters = xl_col_to_name(place)
            self.book.define_name(f"list_{name}", f"={title}!${letters}$2:${letters}${len(words) + 1}")
        self.book.define_name("list_actors", f"={self.actors()}")
        page.hide()

    def actors(self) -> str:
        """The names in the sheet of actors, from below the heading down to the last that is filled in."""
        top = f"{self.names['actors']}!$A$1"
        cells = self.range("actors", 0, first=1)
        return f'OFFSET({top},1,0,MAX(1,SUMPRODUCT(MAX(({cells}<>"")*ROW({cells})))-1),1)'


def _looks(book: Any, language: Language) -> dict[str, Any]:
    """The formats of cells by name."""
    text, day = {"num_format": "@", "valign": "top"}, {"num_format": _DAY[language], "valign": "top", "align": "left"}
    wrapped: dict[str, Any] = {"text_wrap": True, "valign": "top"}
    bold, number = {"bold": True, "valign": "top"}, {"num_format": "0", "align": "right"}
    gray = {"font_color": _GRAY, "italic": True}
    share = {"num_format": "0 %" if language == "de" else "0%", "align": "right"}
    head = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
    wanted: dict[str, dict[str, Any]] = {
        "text": text, "day": day, "day_left": day, "wrapped": wrapped, "wrapped_text": wrapped | {"num_format": "@"},
        "top": {"valign": "top", "align": "left"},
        "gray_text": text | gray, "gray_day": day | gray, "title": {"bold": True, "font_size": 14},
        "chapter": {"bold": True, "font_size": 12, "valign": "bottom"},
        "over_numbers": head | {"bg_color": GROUPS[0], "align": "right"},
        "heading": head | {"bg_color": GROUPS[0]}, "strong": bold, "strong_number": bold | number,
        "strong_share": bold | share, "inner": {"indent": 1}, "inner_number": number, "share": share,
        **{f"group_{n}": head | {"bg_color": color} for n, color in enumerate(GROUPS)},
    }  # fmt: skip
    return {name: book.add_format(about) for name, about in wanted.items()}


def _height(*texts: tuple[str, int]) -> float:
    """The height of a row with texts in columns of these widths, in points: not every program finds it by itself."""
    return 15.5 * max(1, *(-(-len(text) // width) for text, width in texts), 1)


def _types(row: Any) -> Sequence[str]:
    return [part.strip() for part in str(row.get("type", "")).split(";") if part.strip()]
