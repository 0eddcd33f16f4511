"""A folder with tables as CSV files."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from actor_graph.documents import COLUMNS, ROW, Block, decode, kind_of, load_bytes, load_yaml, wrong_kind
from actor_graph.problems import Problems
from actor_graph.reading.grid import LOOKED_AT, glimpsed, heading_place, table_of
from actor_graph.reading.meta import meta_of
from actor_graph.reading.raw import Material, RawMeta, RawTable
from actor_graph.vocabulary.aliases import Kind
from actor_graph.vocabulary.headings import key_of
from actor_graph.vocabulary.sheets import NAMES
from actor_graph.words.formulas import as_meant

TABLES: tuple[Kind, ...] = ("actors", "ties", "contacts", "events", "tandems")
META = ("landscape.yaml", "landscape.yml")
Record = tuple[int, list[str]]
_SEEN = 10
DELIMITERS = (";", ",", "\t")
_USABLE = (".xlsx", ".yaml", ".yml", ".json", ".graphml", ".gexf")


def read_folder(path: Path, problems: Problems) -> Material:
    """Read ``actors.csv``, ``ties.csv`` and, if there, ``landscape.yaml``, ``contacts.csv``, ``events.csv``,
    ``tandems.csv``.

    Capital letters in the names do not matter, and the German names (``akteure.csv`` …) do as well.
    """
    entries = sorted(entry.name for entry in path.iterdir())
    found = {kind: _file(kind, entries, problems) for kind in TABLES}
    source = path.resolve().name
    if found["actors"] is None or found["ties"] is None:
        _missing(path, entries, found, problems)
    tables = {kind: read_csv(path / name, kind, problems) for kind, name in found.items() if name}
    kept = {kind: table for kind, table in tables.items() if table}
    meta = _meta(path, entries, problems)
    opened = [path / name for name in (*found.values(), *_metas(entries)) if name]
    seen = () if {"actors", "ties"} <= kept.keys() else _seen(path, entries, [table.file for table in kept.values()])
    return Material(source, path, kept, meta, files=tuple(opened), seen=seen)


def _seen(path: Path, entries: list[str], read: list[str]) -> tuple[tuple[Kind, str], ...]:
    """The headings of the first tables that were not read, because of their name or for what they lack."""
    tables = [entry for entry in entries if entry.casefold().endswith(".csv") and entry not in read]
    return tuple(heading for entry in tables[:_SEEN] for heading in headings_seen(path / entry))


def headings_seen(path: Path) -> list[tuple[Kind, str]]:
    """The headings at the beginning of a table, if they may be such of actors or of ties."""
    if kind_of(path) not in ("text", "yaml"):
        return []
    with path.open("rb") as file:
        raw = file.read(ROW)
    if len(raw) == ROW:
        raw = raw[: raw.rfind(b"\n") + 1]
    text = decode(raw, path.name, Problems())
    lines = lines_of(text or "")[: 5 * LOOKED_AT]
    tables: tuple[Kind, ...] = ("actors", "ties")
    seen = (glimpsed([(n, cells) for n, cells, _ in split(lines, delimiter_of(lines, kind))]) for kind in tables)
    return max(seen, key=len)


def _file(kind: Kind, entries: list[str], problems: Problems) -> str | None:
    names = [f"{name}.csv" for name in NAMES[kind]]
    found = [entry for entry in entries if entry.casefold() in names]
    if len(found) > 1:
        problems.error("reading.two_files", file=found[1], other=found[0])
    return found[0] if found else None


def _missing(path: Path, entries: list[str], found: dict[Kind, str | None], problems: Problems) -> None:
    """Say which table is missing, and what to give instead where the folder holds a landscape in another form."""
    usable = [entry for entry in entries if entry.casefold().endswith(_USABLE) and entry not in META]
    if found["actors"] is None and found["ties"] is None:
        key = "folder_of_others" if usable else "folder_without" if entries else "folder_empty"
        problems.error(f"reading.{key}", file=path.resolve().name, found=", ".join(usable[:3]))
        return
    lacking = "actors" if found["actors"] is None else "ties"
    problems.error(f"reading.no_{lacking}_file", file=path.resolve().name)


def _meta(path: Path, entries: list[str], problems: Problems) -> RawMeta | None:
    """What ``landscape.yaml`` says; a file with nothing in it says nothing, which is fine."""
    found = _metas(entries)
    if not found:
        return None
    if len(found) > 1:
        problems.error("reading.two_files", file=found[1], other=found[0])
    own = Problems()
    content = load_yaml(path / found[0], own)
    if content is None:
        problems.extend(problem for problem in own if problem.key != "documents.is_empty")
        return None
    if not isinstance(content, Block):
        problems.error("reading.meta_shape", file=found[0])
        return None
    return meta_of(content, found[0])


def _metas(entries: list[str]) -> list[str]:
    return [entry for entry in entries if entry.casefold() in META]


def read_csv(path: Path, kind: Kind, problems: Problems) -> RawTable | None:
    """Read one table; delimiter (semicolon, comma, tab), encoding and quotes are found out."""
    what = kind_of(path)
    if what in ("missing", "unreadable", "folder", "device", "empty", "text", "yaml", "json", "xml"):
        raw = load_bytes(path, problems)
    else:
        raw = None
        wrong_kind(what, path.name, problems)
    text = None if raw is None else decode(raw, path.name, problems)
    if text is None:
        return None
    if what in ("json", "xml") and not _looks_like_table(text):
        wrong_kind(what, path.name, problems)
        return None
    return _table(text, kind, path.name, problems)


def _looks_like_table(text: str) -> bool:
    """A sheet may begin with a bracket too: then delimiters stand in its first line."""
    return not text.lstrip().startswith("<") and any(sign in text.lstrip().split("\n", 1)[0] for sign in ";\t")


def _table(text: str, kind: Kind, file: str, problems: Problems) -> RawTable | None:
    """The rows of a CSV text; ``row`` counts as a spreadsheet does, in which a cell may have several lines."""
    lines = lines_of(text)
    delimiter = None
    if lines and lines[0].casefold().startswith("sep=") and len(lines[0].strip()) <= 5:
        delimiter = lines.pop(0).rstrip("\n")[4:5] or None
    parted = delimiter or delimiter_of(lines, kind)
    rows, whole = records(lines, parted, file, problems)
    if "'" in text:
        rows = [(number, [as_meant(cell, parted) for cell in cells]) for number, cells in rows]
    table = table_of(kind, rows, file, None, problems)
    return replace(table, whole=whole) if table else None


def lines_of(text: str) -> list[str]:
    """Lines with one kind of line end. Only real line ends part lines, not the many other signs that Unicode has."""
    return [line + "\n" for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]


def delimiter_of(lines: list[str], kind: Kind) -> str:
    """The sign under which the table has headings: most of the known ones, then most cells."""
    return max(DELIMITERS, key=lambda sign: _headings_under(lines, kind, sign))


def _headings_under(lines: list[str], kind: Kind, delimiter: str) -> tuple[bool, int, int]:
    """How well the first rows look under a delimiter; best where nothing but delimiters is left to see."""
    rows = [cells for _, cells, _ in split(lines[: 5 * LOOKED_AT], delimiter) if any(map(str.strip, cells))]
    if not rows:
        return False, 0, len(lines)
    place = heading_place(kind, rows[:LOOKED_AT])
    best = rows[place or 0]
    known = len({key_of(kind, cell) for cell in best[:COLUMNS]} - {None})
    return place is not None, known, len(best)


def split(lines: Sequence[str], delimiter: str) -> Iterator[tuple[int, list[str], tuple[int, int]]]:
    """Records with their number and the lines that they span; a damaged one as far as it goes."""
    reader = csv.reader(lines, delimiter=delimiter)
    number, before = 0, 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            cells = ["".join(lines[before : reader.line_num])]
        yield number, cells, (before, reader.line_num)
        before = reader.line_num


def records(lines: list[str], delimiter: str, file: str, problems: Problems) -> tuple[list[Record], bool]:
    """All records, and whether these are all.

    A quotation mark never closed, which would swallow what follows, is an error with its row; so is a row over 1 MB.
    """
    if len(plain := _one_line_each(lines, delimiter)) == len(lines) and len(max(lines, key=len, default="")) <= ROW:
        return list(enumerate(plain, start=1)), True
    end, records, whole = len(lines), list[Record](), True
    for number, cells, (first, last) in split([*lines, _END], delimiter):
        if last - first > 1 and not _closed(lines[first:last], delimiter):
            problems.error("reading.quote", file=file, row=number)
            return records, False
        if first == end:
            break
        if sum(map(len, lines[first:last])) > ROW:
            problems.error("reading.row", file=file, row=number, limit=ROW // 1_000_000)
            whole = False
        else:
            records.append((number, cells))
    return records, whole


def _one_line_each(lines: list[str], delimiter: str) -> list[list[str]]:
    """All records, if there is one in each line: the usual case, read at one go; else fewer than there are lines."""
    try:
        return list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return []


_END = "\x03end\x03\n"


def _closed(lines: list[str], delimiter: str) -> bool:
    """Whether a record of several lines has its quotation marks in order."""
    try:
        return len(list(csv.reader(lines, delimiter=delimiter, strict=True))) == 1
    except csv.Error:
        return False
