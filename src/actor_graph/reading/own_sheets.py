"""The sheets that people added to a workbook for themselves: no tables of the landscape, and none of ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from actor_graph.documents import kind_of, unpacked_size_checked
from actor_graph.landscape import Landscape
from actor_graph.problems import Problems
from actor_graph.reading.panic import unheard
from actor_graph.reading.workbook import AREA, is_shown
from actor_graph.vocabulary.sheets import table_named
from actor_graph.words import LANGUAGES, say
from actor_graph.words.fold import fold

Rows = Sequence[Sequence[Any]]


@dataclass(frozen=True, slots=True)
class OwnSheets:
    """The rows of each sheet by its name, values alone; and the names of those that hold none that could be read."""

    rows: Mapping[str, Rows] = field(default_factory=dict)
    others: tuple[str, ...] = ()


def own_sheets(landscape: Landscape) -> OwnSheets:
    """The sheets of the workbook from which a landscape was read that are no part of it.

    Hidden sheets, charts and sheets too large to be read are named alone.
    """
    path = landscape.path
    if path is None or kind_of(path) != "xlsx" or not unpacked_size_checked(path, Problems()):
        return OwnSheets()
    from python_calamine import CalamineWorkbook

    ours = {fold(say(f"template.sheet_{name}", language)) for name in ("instructions", "funnel", "lists")
            for language in LANGUAGES}  # fmt: skip
    read = {table.sheet for table in (landscape.actors, landscape.ties, landscape.contacts, landscape.events,
                                      landscape.tandems) if table is not None}  # fmt: skip
    rows, others = dict[str, Rows](), list[str]()
    with unheard():
        book = CalamineWorkbook.from_path(path)
        for about in book.sheets_metadata:
            if about.name in read or fold(about.name) in ours or table_named(about.name) is not None:
                continue
            sheet = book.get_sheet_by_name(about.name) if is_shown(about) else None
            if sheet is None or sheet.total_height * sheet.total_width > AREA:
                others.append(about.name)
            else:
                rows[about.name] = sheet.to_python(skip_empty_area=False)
    return OwnSheets(rows, tuple(others))
