"""The workbook in which is entered what actors answer to their page: what stands there, and room for what is new."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from actor_graph.landscape import DATE_COLUMNS, YES_NO_COLUMNS, Landscape
from actor_graph.survey.feedback import ANSWERED
from actor_graph.vocabulary.aliases import Kind
from actor_graph.vocabulary.answers import written
from actor_graph.vocabulary.headings import heading
from actor_graph.vocabulary.sheets import name_of
from actor_graph.words import Language, catalog, say
from actor_graph.writing.cells import saying, text_of
from actor_graph.writing.new_ties import KEYS, ROWS, rules, words_offered, write_lists
from actor_graph.writing.tables import text
from actor_graph.writing.workbook import LINE, MOST_LINES, lines_of, print_across

FIRST_DAY = "2000-01-01"
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_WIDE = ("name", "description", "needs", "offers", "fields", "source", "target")
_SHADE, _LINE = "#FFF7DB", "#C9D1DA"


def answers_name(language: Language) -> str:
    """What the workbook is called."""
    return say("feedback.file", language)


def answers_workbook(
    cleared: Landscape, files: Mapping[int, str], ties: Sequence[int], language: Language, persons: str = ""
) -> bytes:
    """A row per actor and a row per tie, with drop-downs; what is entered stands in the shaded columns.

    Parameters
    ----------
    cleared
        The landscape as it leaves: no contact data, natural persons under their stand-ins.
    files
        The actors' rows, in the order in which they stand in the workbook, with the file of each one's page; the row of
        the list stands beside it, so that the office knows whom a stand-in means.
    ties
        Rows of the ties; two actors stand there once, with all kinds named between them.
    language
        Of headings and words.
    persons
        The check sum of the natural persons for whom stand-ins stand: it tells whether they are still the same.
    """
    from datetime import datetime

    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime(2000, 1, 1)})
    sheets = _Sheets(book, language)
    sheets.notes(cleared)
    sheets.write(name_of("actors", language), list(_of_actors(cleared, files, language, persons)), kept=2)
    sheets.write(name_of("ties", language), list(_of_ties(cleared, ties, language, persons)), kept=4)
    offered = words_offered(cleared, list(files), ties, language)
    sheets.lists = rules(offered, language)
    sheets.write(say("feedback.new_ties", language), list(_of_new_ties(cleared, language, persons)), kept=2)
    write_lists(book, offered, language)
    book.close()
    return out.getvalue()


def title(kind: Kind, key: str, landscape: Landscape, language: Language) -> str:
    """What stands above a column: the landscape's own heading in its own language, else the usual one."""
    table = landscape.actors if kind == "actors" else landscape.ties
    usual = heading(kind, key, language)
    return table.headings.get(key, usual) if language == landscape.language else usual


Column = tuple[str, list[str], str | None]
"""A heading, the cells below it, and for a column to fill in its key."""


def _of_actors(cleared: Landscape, files: Mapping[int, str], language: Language, persons: str) -> Iterator[Column]:
    actors, rows = cleared.actors, list(files)
    for key in ("id", "name"):
        yield title("actors", key, cleared, language), [str(actors[key][row]) for row in rows], None
    for key in ANSWERED:
        if key not in ("name", "objected"):
            say_cell = saying("actors", key, cleared, language)
            cells = [text_of(actors[key][row], say_cell) for row in rows]
            yield title("actors", key, cleared, language), [_shown(cell, key, language) for cell in cells], None
        yield f"{say('feedback.new', language)}: {title('actors', key, cleared, language)}", [""] * len(rows), key
        if key == "objected":
            yield say("feedback.namings", language), [""] * len(rows), key
    if persons:
        sums = [persons if actors["person"][row] else "" for row in rows]
        yield say("feedback.persons", language), sums, None
    yield say("feedback.page", language), list(files.values()), None
    yield say("feedback.row", language), [str(actors.rows[row]) for row in rows], None


def _shown(cell: Any, key: str, language: Language) -> str:
    """A cell as it is read; a day as German sheets write it."""
    day = _DAY.fullmatch(str(cell)) if language == "de" and key in DATE_COLUMNS else None
    return "{2}.{1}.{0}".format(*day.groups()) if day else "" if cell is None else str(cell)


def _of_ties(cleared: Landscape, ties: Sequence[int], language: Language, persons: str) -> Iterator[Column]:
    table, actors = cleared.ties, cleared.actors
    united: dict[frozenset[int], list[int]] = {}
    for row in ties:
        united.setdefault(frozenset((table["source"][row], table["target"][row])), []).append(row)
    kind, rows = saying("ties", "kind", cleared, language), list(united.values())
    for end in ("source", "target"):
        places = [table[end][of_pair[0]] for of_pair in rows]
        headed = title("ties", end, cleared, language)
        yield headed, [str(actors["id"][place]) for place in places], None
        yield say("feedback.name_of_end", language, end=headed), [str(actors["name"][place]) for place in places], None
    kinds = [dict.fromkeys(kind(table["kind"][row]) for row in of_pair if table["kind"][row]) for of_pair in rows]
    yield title("ties", "kind", cleared, language), ["; ".join(named) for named in kinds], None
    if persons:
        ends = [[actors["person"][table[end][of_pair[0]]] for end in ("source", "target")] for of_pair in rows]
        yield say("feedback.persons", language), [persons if any(of_pair) else "" for of_pair in ends], None
    yield (
        f"{say('feedback.new', language)}: {title('ties', 'objected', cleared, language)}",
        [""] * len(rows),
        "objected",
    )


def _of_new_ties(cleared: Landscape, language: Language, persons: str) -> Iterator[Column]:
    for key in KEYS:
        if key != "intensity" or cleared.scheme.intensity:
            yield title("ties", key, cleared, language), [""] * ROWS, key
    if persons:
        yield say("feedback.persons", language), [persons] * ROWS, None


class _Sheets:
    """The sheets while they are written."""

    def __init__(self, book: Any, language: Language) -> None:
        self.book, self.language = book, language
        self.lists: dict[str, dict[str, Any]] = {}
        top: dict[str, Any] = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
        cell: dict[str, Any] = {"text_wrap": True, "valign": "top", "align": "left", "num_format": "@"}
        shaded: dict[str, Any] = {"bg_color": _SHADE, "border": 1, "border_color": _LINE}
        date = {"num_format": "dd.mm.yyyy" if language == "de" else "yyyy-mm-dd"}
        self.top, self.cell = book.add_format(top), book.add_format(cell | {"font_color": "#4A5664"})
        self.top_new, self.new = book.add_format(top | shaded), book.add_format(cell | shaded)
        self.date = book.add_format(cell | shaded | date)
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})

    def notes(self, cleared: Landscape) -> None:
        """How the workbook is filled in, in front."""
        page = self.book.add_worksheet(say("feedback.notes", self.language))
        page.set_column(0, 0, 78)
        page.hide_gridlines(2)
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.write_string(0, 0, say("feedback.notes_title", self.language, city=text(cleared.name)), self.title)
        for line, sentence in enumerate(catalog("feedback")["notes_text"][self.language], start=2):
            page.write_string(line, 0, sentence, self.wrapped)
            page.set_row(line, _height([sentence], [78]) + LINE / 2)

    def write(self, name: str, columns: Sequence[Column], kept: int) -> None:
        """A sheet of these columns, the first ``kept`` of them always in sight."""
        page = self.book.add_worksheet(name)
        widths = [_width(headed, cells, key) for headed, cells, key in columns]
        print_across(page, widths, kept)
        page.set_row(0, _height([headed for headed, _, _ in columns], [width - 4 for width in widths]))
        for line, row in enumerate(zip(*(cells for _, cells, _ in columns), strict=True), start=1):
            page.set_row(line, _height(row, widths))
        for place, (headed, cells, key) in enumerate(columns):
            page.write_string(0, place, headed, self.top if key is None else self.top_new)
            look = self.cell if key is None else self.date if key in DATE_COLUMNS else self.new
            for line, cell in enumerate(cells, start=1):
                if cell:
                    page.write_string(line, place, text(cell), look)
                else:
                    page.write_blank(line, place, None, look)
            page.set_column(place, place, widths[place])
            if key is not None and cells:
                self._offer(page, place, len(cells), key)
        page.freeze_panes(1, kept)
        if columns and columns[0][1]:
            page.autofilter(0, 0, len(columns[0][1]), len(columns) - 1)

    def _offer(self, page: Any, place: int, rows: int, key: str) -> None:
        """A drop-down, or what a date has to be."""
        if key in YES_NO_COLUMNS:
            words = [written(True, self.language), written(False, self.language)]
            page.data_validation(1, place, rows, place, {
                "validate": "list", "source": words,
                "error_title": say("feedback.yes_no_title", self.language),
                "error_message": say("feedback.yes_no", self.language, yes=words[0], no=words[1]),
            })  # fmt: skip
        elif key in self.lists:
            page.data_validation(1, place, rows, place, self.lists[key])
        elif key in DATE_COLUMNS:
            from datetime import date

            page.data_validation(1, place, rows, place, {
                "validate": "date", "criteria": ">=", "value": date.fromisoformat(FIRST_DAY),
                "input_title": say("feedback.date_title", self.language),
                "input_message": say("feedback.date", self.language),
                "error_title": say("feedback.date_title", self.language),
                "error_message": say("feedback.date", self.language), "error_type": "warning",
            })  # fmt: skip


def _height(row: Sequence[str], widths: Sequence[int]) -> float:
    """How high a row has to be, in points; not every program works that out when it opens a workbook."""
    lines = (lines_of(cell, width) for cell, width in zip(row, widths, strict=True))
    return LINE * min(max(lines, default=1), MOST_LINES)


def _width(headed: str, cells: Sequence[str], key: str | None) -> int:
    """Narrow for short words, broad for texts; a column to fill in is as broad as what it corrects."""
    if key in YES_NO_COLUMNS or key in DATE_COLUMNS:
        return 15
    if key is not None:
        return 34 if key in _WIDE else 22
    longest = max((len(cell) for cell in cells), default=0)
    return min(max(longest + 2, max(map(len, headed.split())) + 4, 9), 38)
