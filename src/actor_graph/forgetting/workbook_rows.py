"""Emptying rows of an Excel workbook in place: drop-downs, notes, formats and all that we do not know stay as they are.

The parts of the file are edited as they stand. A library that reads and writes the whole workbook would lose what it
does not know (pictures, charts, newer drop-downs). A row is emptied and not taken out, so that no formula, drop-down or
format of another row points to the wrong place; readers leave empty rows out.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from posixpath import basename, dirname, join, normpath
from xml.sax.saxutils import escape

from actor_graph.problems import OutputError
from actor_graph.reading.cells import part_of
from actor_graph.words import Language

Place = tuple[int, int]
Mentioned = Callable[[str], bool]
_ROW = re.compile(r"<(?:\w+:)?row\b(?P<about>[^>]*?)(?:/>|>(?P<inside>.*?)</(?:\w+:)?row>)", re.DOTALL)
_CELL = re.compile(r"<(?P<tag>(?:\w+:)?c)\b(?P<about>[^>]*?)(?:/>|>(?P<inside>.*?)</(?:\w+:)?c>)", re.DOTALL)
_ATTRIBUTE = r'\b{}="([^"]*)"'
_VALUE = re.compile(r"(<(?:\w+:)?v\b[^>]*>)(.*?)(</(?:\w+:)?v>)", re.DOTALL)
_TEXT = re.compile(r"<(?:\w+:)?t\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?t>)", re.DOTALL)
_PHONETIC = re.compile(r"<(?:\w+:)?rPh\b.*?</(?:\w+:)?rPh>", re.DOTALL)
_ITEM = re.compile(r"<(?P<tag>(?:\w+:)?si)\b[^>]*?(?:/>|>(?P<inside>.*?)</(?:\w+:)?si>)", re.DOTALL)
_FORMULA = re.compile(r"<(?:\w+:)?f\b(?P<about>[^>]*)")
_NOTE = re.compile(r'<(?P<tag>(?:\w+:)?(?:comment|threadedComment))\b(?P<about>[^>]*\bref="[A-Z]+(?P<row>\d+)"[^>]*)>'
                   r"(?P<inside>.*?)</(?P=tag)>", re.DOTALL)  # fmt: skip
_LINK = re.compile(r'<(?:\w+:)?hyperlink\b[^>]*?\bref="[A-Z]+(?P<row>\d+)[^"]*"[^>]*?(?:/>|>.*?</(?:\w+:)?hyperlink>)')
_NO_LINKS = re.compile(r"<(?P<tag>(?:\w+:)?hyperlinks)\b[^>]*>\s*</(?P=tag)>")
_MERGED = re.compile(r'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*?/>")
_CHAIN = re.compile(r"<(?:\w+:)?(?:Override|Relationship)\b[^>]*calcChain[^>]*?/>")
_TAG = re.compile(r"<[^>]*>")
STRINGS = "xl/sharedStrings.xml"


@dataclass(frozen=True)
class Cell:
    """A cell as it stands in a sheet: where, its text, the shared text it points to, whether a formula is in it."""

    place: Place
    text: str
    shared: int | None = None
    formula: bool = False


@dataclass
class WorkbookRows:
    """A workbook while rows are emptied in it."""

    path: Path
    language: Language
    parts: dict[str, bytes] = field(init=False)
    sheets: dict[str, str] = field(init=False)
    _infos: list[zipfile.ZipInfo] = field(init=False)
    _let_go: set[int] = field(init=False, default_factory=set)
    _formulas: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        with zipfile.ZipFile(self.path) as archive:
            self._infos = archive.infolist()
            self.parts = {info.filename: archive.read(info) for info in self._infos}
            names = re.findall(r'<(?:\w+:)?sheet\b[^>]*?\bname="([^"]*)"', self._text("xl/workbook.xml"))
            found = {unescape(name): part_of(archive, unescape(name)) for name in names}
        self.sheets = {name: part for name, part in found.items() if part and part.startswith("xl/worksheets/")}
        self._shared = [_inside(found.group("inside")) for found in _ITEM.finditer(self._text(STRINGS))]

    def _text(self, part: str) -> str:
        return self.parts.get(part, b"").decode("utf-8")

    def cells(self, sheet: str) -> Iterator[Cell]:
        """All filled cells of a sheet."""
        for number, row in _rows(self._text(self.sheets[sheet])):
            for match, column in _cells(row.group("inside") or ""):
                cell = self._cell(match, (number, column))
                if cell.text or cell.formula:
                    yield cell

    def _cell(self, match: re.Match[str], place: Place) -> Cell:
        about, inside = match.group("about"), match.group("inside") or ""
        value = _VALUE.search(inside)
        text, formula = unescape(value.group(2)) if value else "", bool(_FORMULA.search(inside))
        kind = _attribute(about, "t")
        if kind == "s" and text.isdigit():
            return Cell(place, self._shared[int(text)], int(text), formula)
        return Cell(place, _inside(inside) if kind == "inlineStr" else text, None, formula)

    def empty(self, sheet: str, rows: Collection[int], edits: Mapping[Place, Callable[[str], str]]) -> None:
        """Empty rows of a sheet, with the notes and links in them; ``edits`` change the text of single cells.

        Raises
        ------
        OutputError
            A cell of such a row is merged with one below, or holds a formula that others share: that has to be
            parted in the spreadsheet program first.
        """
        part = self.sheets[sheet]
        text = self._text(part)
        for left, top, _, bottom in _MERGED.findall(text):
            if {int(top)} & set(rows) and not set(range(int(top), int(bottom) + 1)) <= set(rows):
                raise OutputError("forget.merged", self.language, path=self.path, sheet=sheet, cell=f"{left}{top}")
        pieces, last = [], 0
        for number, row in _rows(text):
            inside = row.group("inside")
            if inside is not None and (number in rows or any(at[0] == number for at in edits)):
                places = iter([(number, column) for _, column in _cells(inside)])
                pieces += [
                    text[last : row.start("inside")],
                    _CELL.sub(lambda match, at=places: self._new(match, next(at), sheet, rows, edits), inside),
                ]
                last = row.end("inside")
        whole = "".join([*pieces, text[last:]])
        self.parts[part] = _LINK.sub(lambda found: "" if int(found["row"]) in rows else found[0], whole).encode()
        self._without_notes(part, rows)
        self._without_targets(part)

    def _new(
        self,
        match: re.Match[str],
        place: Place,
        sheet: str,
        rows: Collection[int],
        edits: Mapping[Place, Callable[[str], str]],
    ) -> str:
        """What becomes of a cell."""
        if place[0] not in rows and place not in edits:
            return match[0]
        cell, tag, about = self._cell(match, place), match["tag"], match["about"]
        formula = _FORMULA.search(match["inside"] or "")
        if formula:
            if 't="shared"' in formula["about"] and 'ref="' in formula["about"]:
                raise OutputError("forget.shared_formula", self.language, path=self.path, sheet=sheet, row=place[0])
            self._formulas = True
        if cell.shared is not None:
            self._let_go.add(cell.shared)
        kept = "".join(f' {key}="{value}"' for key in ("r", "s") if (value := _attribute(about, key)))
        text = "" if place[0] in rows else edits[place](cell.text)
        if not text:
            return f"<{tag}{kept}/>"
        prefix = tag.removesuffix("c")
        inside = f'<{prefix}is><{prefix}t xml:space="preserve">{escape(text)}</{prefix}t></{prefix}is>'
        return f'<{tag}{kept} t="inlineStr">{inside}</{tag}>'

    def _related(self, part: str) -> str:
        return join(dirname(part), "_rels", basename(part) + ".rels")

    def _without_notes(self, part: str, rows: Collection[int]) -> None:
        """Empty the notes at cells of these rows; their frames stay, as the drawing knows them."""
        for target in re.findall(_ATTRIBUTE.format("Target"), self._text(self._related(part))):
            name = normpath(join("/", dirname(part), target)).lstrip("/")
            if "omment" in name and name in self.parts:
                self.parts[name] = _NOTE.sub(
                    lambda m: (
                        f"<{m['tag']}{m['about']}>{_emptied(m['inside'])}</{m['tag']}>"
                        if int(m["row"]) in rows
                        else m[0]
                    ),
                    self._text(name),
                ).encode()

    def _without_targets(self, part: str) -> None:
        """Take out the targets of links that no cell has any more."""
        text = _NO_LINKS.sub("", self._text(part))
        self.parts[part] = text.encode()
        relations = self._related(part)
        if relations in self.parts:
            used = set(re.findall(r'\w+:id="([^"]*)"', text))
            self.parts[relations] = _RELATION.sub(
                lambda m: m[0] if "hyperlink" not in m[0] or _attribute(m[0], "Id") in used else "",
                self._text(relations),
            ).encode()

    def finish(self, mentioned: Mentioned) -> bytes:
        """The file: texts that no cell shows any more are emptied, and results of formulas that held the actor."""
        for part in self.sheets.values():
            self.parts[part] = _CELL.sub(lambda m: _without_result(m, mentioned), self._text(part)).encode()
        used = {cell.shared for sheet in self.sheets for cell in self.cells(sheet)}
        for part in [name for name in self.parts if name.startswith("xl/") and "/worksheets/sheet" in name]:
            found = re.findall(r'<(?:\w+:)?c\b[^>]*\bt="s"[^>]*>\s*<(?:\w+:)?v>(\d+)<', self._text(part))
            used |= set(map(int, found))
        numbers = iter(range(len(self._shared)))

        def item(match: re.Match[str]) -> str:
            number = next(numbers)
            if number in used or not (number in self._let_go or mentioned(self._shared[number])):
                return match[0]
            tag = match["tag"]
            return f"<{tag}><{tag.removesuffix('si')}t></{tag.removesuffix('si')}t></{tag}>"

        if STRINGS in self.parts:
            self.parts[STRINGS] = _ITEM.sub(item, self._text(STRINGS)).encode()
        if self._formulas:
            self._without_chain()
        return self._packed()

    def _without_chain(self) -> None:
        """Without the list in which order formulas are worked out, which would name cells that hold none."""
        for part in ("[Content_Types].xml", "xl/_rels/workbook.xml.rels"):
            self.parts[part] = _CHAIN.sub("", self._text(part)).encode()
        self.parts.pop("xl/calcChain.xml", None)

    def _packed(self) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for info in self._infos:
                if info.filename in self.parts:
                    archive.writestr(info, self.parts[info.filename], compress_type=info.compress_type)
        return out.getvalue()

    def others(self, named: Mentioned) -> list[str]:
        """The parts beside the cells in which a name stands: notes, names, properties, drop-downs with words."""
        own = {*self.sheets.values(), STRINGS}
        found = [part for part in self.parts if part not in own and part.endswith((".xml", ".rels", ".vml"))]
        told = [part for part in found if named(unescape(self.parts[part].decode("utf-8", "replace")))]
        return told + [
            part for part in self.sheets.values() if named(unescape(_TAG.sub(" ", _ROW.sub("", self._text(part)))))
        ]


def letters(column: int) -> str:
    """The letters of a column, A for 1.

    >>> letters(1), letters(28)
    ('A', 'AB')
    """
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _number(name: str) -> int:
    number = 0
    for letter in name:
        number = 26 * number + ord(letter) - 64
    return number


def _attribute(about: str, name: str) -> str | None:
    found = re.search(rf'(?<![\w:]){name}="([^"]*)"', about)
    return found.group(1) if found else None


def _rows(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """The rows of a sheet with their numbers; one without a number follows the one before."""
    number = 0
    for row in _ROW.finditer(text):
        given = _attribute(row["about"], "r")
        number = int(given) if given else number + 1
        yield number, row


def _cells(inside: str) -> Iterator[tuple[re.Match[str], int]]:
    column = 0
    for cell in _CELL.finditer(inside):
        given = _attribute(cell["about"], "r")
        column = _number(given.rstrip("0123456789")) if given else column + 1
        yield cell, column


def _inside(xml: str | None) -> str:
    """The text of a shared or inline string, its reading aids left out."""
    return "".join(unescape(part) for part in _TEXT.findall(_PHONETIC.sub("", xml or "")))


def _emptied(xml: str) -> str:
    """A note without its words."""
    return re.sub(r">[^<]+<", "><", f">{xml}<")[1:-1]


def _without_result(match: re.Match[str], mentioned: Mentioned) -> str:
    """A formula whose stored result holds the actor, without the result: it is worked out anew."""
    inside = match["inside"] or ""
    value = _VALUE.search(inside)
    if not value or 't="str"' not in match["about"] or not mentioned(unescape(value.group(2))):
        return match[0]
    return match[0].replace(value[0], f"{value[1]}{value[3]}")
