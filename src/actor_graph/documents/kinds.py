"""What a file is, by its content and not by its name."""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path

from actor_graph.problems import Problems

HEAD = 65_536
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"%PDF-", "pdf"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3\x00", "sqlite"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"PAR1", "parquet"),
    (b"{\\rtf", "rtf"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF = re.compile(rb"\t[\x00\x02\x04\x08][\x04\x06\x08\x10]\x00")
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|table)\b", re.IGNORECASE)
_YAML = re.compile(r"(?:%YAML|---(?:\s|$)|(?:[\w\ufffd .*/()-]{1,80}|\"[^\"\n]{1,80}\"|'[^'\n]{1,80}'):(?:\s|$)|- )")
READABLE = ("text", "yaml", "json", "xml")
"""The kinds that are text."""


def kind_of(path: Path) -> str:
    """What the file is: ``folder``, ``missing``, ``unreadable``, ``loop``, ``device``, ``empty``, or by its content.

    A ``loop`` is a link to itself. Text is ``xml``, ``html``, ``json``, ``yaml`` or else ``text`` (tables too);
    workbooks: ``xlsx``, ``xls``, ``ods``; the rest is named by its first bytes: ``png``, ``jpeg``, ``gif``, ``pdf``,
    ``docx``, ``zip``, ``gzip``, ``archive``, ``sqlite``, ``parquet``, ``rtf``, ``encrypted`` (a workbook with a
    password), ``office`` (an old Office file) or ``binary``. Only the beginning and the end of the file are read.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            return "folder"
        if not stat.S_ISREG(status.st_mode):
            return "device"
        with path.open("rb") as file:
            head = file.read(HEAD)
            file.seek(max(0, status.st_size - HEAD), os.SEEK_SET)
            return kind_of_bytes(head, file.read(HEAD))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return "missing"
    except OSError as failure:
        return "loop" if failure.errno == errno.ELOOP else "unreadable"


def kind_of_bytes(head: bytes, tail: bytes = b"") -> str:
    """What begins with ``head`` and ends with ``tail``; the words are those of ``kind_of``."""
    if not head.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
        return "binary" if head.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n") and not _utf16(head) else "empty"
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(head + tail)
    if head.startswith(_OLE):
        return _office(head + tail)
    if _BIFF.match(head):
        return "xls"
    return _written(head)


def _utf16(head: bytes) -> bool:
    return head.startswith((b"\xff\xfe", b"\xfe\xff"))


def _packed(seen: bytes) -> str:
    """A ZIP by the names in it, which stand unpacked at its beginning and its end, even where it is damaged."""
    for name, kind in ((b"xl/workbook", "xlsx"), (b"xl/worksheets", "xlsx"), (b"word/document", "docx")):
        if name in seen:
            return kind
    return "ods" if b"opendocument.spreadsheet" in seen else "zip"


def _office(seen: bytes) -> str:
    """An Office file of the time before XLSX, or a locked workbook, by the names in its directory."""
    if "EncryptedPackage".encode("utf-16-le") in seen:
        return "encrypted"
    return "xls" if any(name.encode("utf-16-le") in seen for name in ("Workbook", "Book\x00")) else "office"


def _written(head: bytes) -> str:
    """Text by its first sign, or ``binary``."""
    if _utf16(head):
        text = head[: len(head) // 2 * 2].decode("utf-16", "replace")
    else:
        text = head.decode("utf-8-sig", "replace")
    if sum(sign < " " and sign not in "\t\n\r\f\x1b" for sign in text[:4096]) > max(3, len(text[:4096]) // 20):
        return "binary"
    start = _first_line(text)
    if start.startswith("<"):
        return "html" if _HTML.match(start) else "xml"
    if start.startswith(("{", "[")):
        return "json"
    return "yaml" if _YAML.match(start) else "text"


def _first_line(text: str) -> str:
    """From the first sign on, notes behind ``#`` left out."""
    lines = (line.strip() for line in text.split("\n"))
    return next((line for line in lines if line and not line.startswith("#")), "")


def wrong_kind(kind: str, file: str, problems: Problems) -> None:
    """Note what a file is that should have been a table or a document, and what to do about it."""
    problems.error(f"documents.is_{kind}", file=file)
