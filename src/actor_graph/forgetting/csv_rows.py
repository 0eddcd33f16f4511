"""Taking rows out of a CSV file, and words out of its cells, with all other bytes as they were."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from actor_graph.reading.folder import DELIMITERS, delimiter_of, lines_of, split
from actor_graph.vocabulary.aliases import Kind
from actor_graph.words.formulas import as_meant, harmless

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
Cells = tuple[str, ...]


@dataclass(frozen=True)
class Record:
    """A row as a spreadsheet counts it, the lines that it spans, and its cells as they are meant."""

    number: int
    first: int
    last: int
    cells: Cells


class CsvRows:
    """A CSV file taken apart as the reader does it, so that it can be put together again byte by byte."""

    def __init__(self, raw: bytes, kind: Kind | None = None) -> None:
        self._mark, self._codec = next(((m, c) for m, c in _MARKS if raw.startswith(m)), (b"", "utf-8"))
        try:
            text = raw[len(self._mark) :].decode(self._codec)
        except UnicodeDecodeError:
            self._codec, text = "cp1252", raw.decode("cp1252")
        self._lines = _LINES.findall(text)
        plain = lines_of(text)
        self._before = 0
        if plain[0].casefold().startswith("sep=") and len(plain[0].strip()) <= 5:  # the reader counts from below it
            self.delimiter, self._before = plain.pop(0).rstrip("\n")[4:5] or ";", 1
        else:
            self.delimiter = delimiter_of(plain, kind) if kind else max(DELIMITERS, key=plain[0].count)
        self.records = [
            Record(number, first + self._before, last + self._before, self._meant(cells))
            for number, cells, (first, last) in split(plain, self.delimiter)
        ]

    def without(self, rows: Collection[int], edits: Mapping[tuple[int, int], Callable[[str], str]]) -> bytes:
        """The file without these rows; ``edits`` change a cell, by its row and its place in it."""
        lines = list(self._lines)
        for record in self.records:
            if record.number in rows:
                lines[record.first : record.last] = [""] * (min(record.last, len(lines)) - record.first)
                continue
            at = {place: edit for (number, place), edit in edits.items() if number == record.number}
            if at:
                whole = "".join(lines[record.first : record.last])
                lines[record.first : record.last] = [self._edited(whole, record.cells, at)]
                lines[record.first + 1 : record.first + 1] = [""] * (record.last - record.first - 1)
        return self._mark + "".join(lines).encode(self._codec)

    def _edited(self, text: str, cells: Cells, edits: Mapping[int, Callable[[str], str]]) -> str:
        end = text[len(text.rstrip("\r\n")) :]
        body = text.removesuffix(end)
        for place, (first, last) in reversed(list(enumerate(_spans(body, self.delimiter)))):
            if place in edits:
                body = body[:first] + self._written(edits[place](cells[place]), body[first:last]) + body[last:]
        return body + end

    def _written(self, cell: str, before: str) -> str:
        """The cell as it stands in the file: quoted where it was, or has to be."""
        cell = harmless(cell, self.delimiter)
        quoted = before.startswith('"') or any(sign in cell for sign in (self.delimiter, '"', "\n", "\r"))
        return '"' + cell.replace('"', '""') + '"' if quoted and cell else cell

    def _meant(self, cells: Sequence[str]) -> Cells:
        return tuple(as_meant(cell, self.delimiter) for cell in cells)


def _spans(text: str, delimiter: str) -> list[tuple[int, int]]:
    """Where each cell of a record begins and ends, quotation marks included."""
    spans, at = [], 0
    while True:
        start = at
        if text[at : at + 1] == '"':
            at = _closing(text, at + 1)
        at = next((i for i in range(at, len(text)) if text[i] == delimiter), len(text))
        spans.append((start, at))
        if at >= len(text):
            return spans
        at += 1


def _closing(text: str, at: int) -> int:
    """The place behind the quotation mark that closes a cell; two of them are one in the cell."""
    while at < len(text):
        if text[at] == '"':
            if text[at + 1 : at + 2] != '"':
                return at + 1
            at += 1
        at += 1
    return at
