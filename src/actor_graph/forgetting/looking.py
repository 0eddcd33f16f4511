"""The texts that a file of any kind holds, for a name to be looked for in them."""

from __future__ import annotations

import codecs
import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path

LARGEST = 100_000_000
"""Bytes of a file, or of all that is packed in it, that are looked into."""
_PACKED = b"PK\x03\x04"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD = 4096
_ENDS = re.compile(r"</(?:\w+:)?(?:p|h|si|is|c|v|row|tr|td|th|li|div)>|<(?:\w+:)?(?:br|tab|line-break)\b[^>]*>")
"""Where a paragraph, a line or a cell ends: words before and behind are two."""
_TAGS = re.compile(r"<[^<>]*>")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_BREAKS = re.compile(r"\\[nrt]")


class Unreadable(Exception):
    """A file that can't be looked into: too large, locked, damaged, or not allowed."""


def texts(file: Path) -> Iterator[str]:
    """What a file says: a text as it is, of a packed file (workbook, document, ZIP) that of each part.

    Signs that are written as HTML, XML or JSON write them are those that are meant, and words that a document parts by
    tags are whole. A picture, or another file that is no text, says nothing.

    Raises
    ------
    Unreadable
        The file is too large, locked or damaged, or may not be read.
    """
    try:
        if file.stat().st_size > LARGEST:
            raise Unreadable
        raw = file.read_bytes()
    except OSError as denied:
        raise Unreadable from denied
    for part in _parts(raw, packed=1):
        yield from _read(part)


def plain(raw: bytes) -> str:
    """Bytes as text: in UTF-8 or UTF-16, else in Windows-1252; nothing where they are no text."""
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), None)
    if encoding is None and b"\x00" in raw[:_HEAD]:
        return ""
    try:
        return raw.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        return raw.decode(encoding or "cp1252", "replace")


def _read(raw: bytes) -> Iterator[str]:
    """The text of bytes, and the same without tags where it has any."""
    text = _meant(plain(raw))
    yield text
    if "</" in text or "/>" in text:
        yield unescape(_TAGS.sub("", _ENDS.sub("\n", text)))
        yield _TAGS.sub(" ", text)  # lines of a label in a picture are parts without an end of a line between


def _meant(text: str) -> str:
    if "\\" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), _BREAKS.sub(" ", text))
    return unescape(text) if "&" in text else text


def _parts(raw: bytes, packed: int) -> Iterator[bytes]:
    """The bytes, or those of each file packed in them, and of each in a file packed there."""
    if not raw.startswith(_PACKED) or packed < 0:
        yield raw
        return
    left = LARGEST
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            for entry in archive.infolist():
                yield entry.filename.encode("utf-8", "replace")
                with archive.open(entry) as member:
                    part = member.read(left + 1)
                left -= len(part)
                if left < 0:
                    raise Unreadable
                yield from _parts(part, packed - 1)
    except (OSError, RuntimeError, ValueError, EOFError, LookupError, zipfile.BadZipFile, zlib.error) as damage:
        raise Unreadable from damage
