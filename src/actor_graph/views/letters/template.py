"""A letter with fields, as somebody wrote it in a text processor: ``«Name»``, ``{Name}``, or fields of a mail merge.

Text processors cut what one types into pieces, so a field may lie in several of them; and a field of a mail merge is
three marks with a text in between. Both are put together first, in the document itself, in headers, footers, notes and
text boxes. What goes in is text and nothing else.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from actor_graph.documents import unpacked_size_checked
from actor_graph.problems import Problems, RequestError
from actor_graph.views.letters.merge_fields import W, as_text
from actor_graph.words import Language

UNPACKED = 100_000_000
"""Bytes of a template once it is unpacked."""
_OF_A_LETTER = {"documents.damaged_archive": "not_a_letter", "documents.unpacked_too_large": "too_large"}
"""What is said of a workbook otherwise, and of a letter here."""
_FIELD = re.compile(r"«\s*([^«»{}\n]{1,60}?)\s*»|\{\s*([^«»{}\n]{1,60}?)\s*\}")
_WORD = re.compile(r"word/[^/]+\.xml")
_SETTINGS = "word/settings.xml"
_LINKS = "word/_rels/settings.xml.rels"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS = tuple(W + name for name in ("br", "cr", "tab", "drawing", "object", "pict", "sym", "fldChar", "instrText"))


class NotALetter(Exception):
    """The file is no document with paragraphs."""


@dataclass(frozen=True)
class Template:
    """The parts of a document by name, in their order; ``name`` is the file's."""

    name: str
    parts: Mapping[str, bytes]

    @cached_property
    def _read(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """The names of its fields as written, each once; fields that Word alone can work out; broken ones."""
        names: dict[str, None] = {}
        others: dict[str, None] = {}
        broken: dict[str, None] = {}
        paragraphs = 0
        for part in self._texts():
            root = _parsed(self.parts[part])
            left = as_text(root)
            others |= dict.fromkeys(left.others)
            broken |= dict.fromkeys(left.broken)
            for paragraph in root.iter(W + "p"):
                paragraphs += 1
                whole = "".join(text for _, text in _pieces(paragraph))
                names |= dict.fromkeys(found[1] or found[2] for found in _FIELD.finditer(whole))
        if not paragraphs:
            raise NotALetter
        return tuple(names), tuple(others), tuple(broken)

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of its fields as written, each once."""
        return self._read[0]

    @property
    def word_fields(self) -> tuple[str, ...]:
        """Fields in it that Word alone can work out."""
        return self._read[1]

    @property
    def broken_fields(self) -> tuple[str, ...]:
        """The names of fields of a mail merge that lack their first or last mark, so that they can't be filled."""
        return self._read[2]

    def filled(self, value_of: Callable[[str], str]) -> bytes:
        """The letter with a text in the place of each field; the same texts make the same bytes."""
        return _packed({name: self._filled(name, value_of) for name in self.parts})

    def data(self) -> bytes:
        """The template itself, as a file."""
        return _packed(self.parts)

    def _texts(self) -> Iterator[str]:
        return (name for name in self.parts if _WORD.fullmatch(name) and name != _SETTINGS)

    def _filled(self, name: str, value_of: Callable[[str], str]) -> bytes:
        from docx.opc.oxml import serialize_part_xml

        data = self.parts[name]
        if name == _LINKS:
            return _NO_LINKS
        if not _WORD.fullmatch(name):
            return data
        root = _parsed(data)
        if name == _SETTINGS:
            _without_links(root)
        else:
            as_text(root)
            for paragraph in list(root.iter(W + "p")):
                _fill(paragraph, value_of)
        return bytes(serialize_part_xml(root))


def read_template(path: Path, language: Language) -> Template:
    """The template in a file.

    Raises
    ------
    RequestError
        It is no ``.docx`` document, damaged, or too large.
    LandscapeError
        It is locked, or may not be read.
    """
    problems = Problems()
    if not unpacked_size_checked(path, problems, limit=UNPACKED):
        for key, sentence in _OF_A_LETTER.items():
            if any(problem.key == key for problem in problems):
                about = {"path": path.name, "limit": UNPACKED // 1_000_000}
                raise RequestError(f"invitation_letters.{sentence}", language, **about)
        problems.stop_if_errors(language)
    try:
        template = template_of(path.name, path.read_bytes())
        assert template.fields is not None
    except (NotALetter, OSError, ValueError, SyntaxError, KeyError):
        raise RequestError("invitation_letters.not_a_letter", language, path=path.name) from None
    return template


def template_of(name: str, data: bytes) -> Template:
    """The template in some bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return Template(name, {part: archive.read(part) for part in archive.namelist() if not part.endswith("/")})


def _packed(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _parsed(data: bytes) -> Any:
    from docx.oxml import parse_xml

    if b"<!DOCTYPE" in data:
        raise NotALetter
    return parse_xml(data)


_NO_LINKS = (
    b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
)


def _without_links(settings: Any) -> None:
    """Without the table of an earlier mail merge and the place of a template: both are paths of somebody's machine."""
    for name in ("mailMerge", "attachedTemplate"):
        for element in list(settings.iter(W + name)):
            element.getparent().remove(element)


def _pieces(paragraph: Any) -> Iterator[tuple[Any, str]]:
    """The texts of a paragraph, not those of a text box in it; what is no text parts them."""
    for element in paragraph.iter(W + "t", *_BREAKS):
        if next(element.iterancestors(W + "p")) is paragraph:
            yield element, (element.text or "") if element.tag == W + "t" else "\n"


def _fill(paragraph: Any, value_of: Callable[[str], str]) -> None:
    """Put a text in the place of each field, the last first, so that what goes in is never looked at again."""
    pieces = list(_pieces(paragraph))
    whole = "".join(text for _, text in pieces)
    touched = []
    for found in reversed(list(_FIELD.finditer(whole))):
        value, start = value_of(found[1] or found[2]), 0
        for element, text in pieces:
            first, last = max(found.start() - start, 0), min(found.end() - start, len(text))
            if first < last:
                kept = element.text or ""
                element.text = kept[:first] + value + kept[last:]
                value = ""
                touched.append(element)
            start += len(text)
    for element in dict.fromkeys(touched):
        _with_line_ends(element)


def _with_line_ends(element: Any) -> None:
    """Line ends of a text as the document has them; blanks at its ends stay."""
    from docx.oxml import OxmlElement

    first, *more = (element.text or "").split("\n")
    element.text = first
    element.set(_SPACE, "preserve")
    for line in reversed(more):
        text = OxmlElement("w:t")
        text.text = line
        text.set(_SPACE, "preserve")
        element.addnext(text)
        element.addnext(OxmlElement("w:br"))
