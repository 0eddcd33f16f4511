"""One table of any kind, as a CSV file or the sheet of a workbook, found by its headings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from actor_graph.documents import decode, kind_of, load_bytes, unpacked_size_checked, wrong_kind
from actor_graph.problems import Problems
from actor_graph.reading.folder import DELIMITERS, lines_of, records, split
from actor_graph.reading.grid import LOOKED_AT, Rows
from actor_graph.reading.panic import unheard
from actor_graph.reading.workbook import AREA, cell_text, is_shown
from actor_graph.words.formulas import as_meant

Fits = Callable[[Sequence[str]], bool]
"""Whether a row holds the headings that are looked for."""


def read_sheet(path: Path, fits: Fits, problems: Problems) -> tuple[str | None, Rows]:
    """The rows of a table from its headings on, filled ones only, and the sheet that it stands on.

    Delimiter, encoding and quotes of a CSV are found out; of a workbook the first visible sheet with such headings is
    read. Without any, all rows of the file's only or first table are given: what is wrong with it is for others to say.
    """
    kind = kind_of(path)
    if kind == "xlsx":
        return _of_workbook(path, fits, problems)
    if kind not in ("missing", "unreadable", "folder", "device", "empty", "text", "yaml", "json"):
        wrong_kind(kind, path.name, problems)
        return None, []
    raw = load_bytes(path, problems)
    text = None if raw is None else decode(raw, path.name, problems)
    return None, [] if text is None else _from(_of_text(text, path.name, fits, problems), fits)


def _from(rows: Rows, fits: Fits) -> Rows:
    filled = [(number, cells) for number, cells in rows if any(map(str.strip, cells))]
    start = next((n for n, (_, cells) in enumerate(filled[:LOOKED_AT]) if fits(cells)), 0)
    return [(number, [cell.strip() for cell in cells]) for number, cells in filled[start:]]


def _of_text(text: str, file: str, fits: Fits, problems: Problems) -> Rows:
    lines = lines_of(text)
    if lines and lines[0].casefold().startswith("sep="):
        lines[0] = "\n"

    def looks(delimiter: str) -> tuple[bool, int]:
        rows = [cells for _, cells, _ in split(lines[: 5 * LOOKED_AT], delimiter)]
        return any(map(fits, rows[:LOOKED_AT])), max(map(len, rows), default=0)

    delimiter = max(DELIMITERS, key=looks)
    rows, _ = records(lines, delimiter, file, problems)
    return [(number, [as_meant(cell, delimiter) for cell in cells]) for number, cells in rows]


def _of_workbook(path: Path, fits: Fits, problems: Problems) -> tuple[str | None, Rows]:
    if not unpacked_size_checked(path, problems):
        return None, []
    try:
        with unheard():
            sheets = list(_sheets(path, problems))
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as damage:  # the reader is written in Rust, whose panics are no Exception
        encrypted = type(damage).__name__ == "PasswordError"
        problems.error(f"documents.{'is_encrypted' if encrypted else 'damaged_archive'}", file=path.name)
        return None, []
    found = [(name, rows) for name, rows in sheets if any(fits(cells) for _, cells in rows[:LOOKED_AT])]
    name, rows = (found or sheets or [("", [])])[0]
    return name or None, _from(rows, fits)


def _sheets(path: Path, problems: Problems) -> Iterator[tuple[str, Rows]]:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(path)
    for about in book.sheets_metadata:
        if not is_shown(about):
            continue
        sheet = book.get_sheet_by_name(about.name)
        if sheet.total_height * sheet.total_width > AREA:
            problems.error("reading.sheet_area", file=path.name, sheet=about.name)
            continue
        rows = sheet.to_python(skip_empty_area=False)
        yield about.name, [(number, list(map(cell_text, row))) for number, row in enumerate(rows, start=1)]
