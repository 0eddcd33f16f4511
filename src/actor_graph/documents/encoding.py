"""Bytes to text."""

from __future__ import annotations

import codecs
import re

from actor_graph.problems import Problems

NOT_TEXT = re.compile("[\x00\ud800-\udfff\ufffe\uffff]")
"""What no text may hold: the NUL sign, halves of characters, and U+FFFE and U+FFFF, which are none (nor in XML)."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(raw: bytes, file: str, problems: Problems) -> str | None:
    """The text of bytes in UTF-8 with or without mark, UTF-16 with mark, or else Windows-1252.

    NUL signs, halves of characters (lone surrogates), U+FFFE and U+FFFF are errors with their line, and so are bytes
    that are partly UTF-8 and partly something else, which would otherwise turn ü into Ã¼ without a word.
    """
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), None)
    try:
        text = raw.decode(encoding or "utf-8")
    except UnicodeDecodeError as damage:
        if encoding or _mostly_utf8(raw):
            name = (encoding or "utf-8").removesuffix("-sig").upper()
            problems.error("documents.damaged_text", file=file, row=_line(raw, damage.start, encoding), encoding=name)
            return None
        return _windows(raw, file, problems)
    return text if not_text(text, file, problems) else None


def not_text(text: str, file: str, problems: Problems, *, row: int | None = None) -> bool:
    """Whether the text is free of what no text may hold; if not, that is noted."""
    found = NOT_TEXT.search(text)
    if found is None:
        return True
    where = row if row is not None else text.count("\n", 0, found.start()) + 1
    problems.error(f"documents.{what_it_is(found.group())}", file=file, row=where)
    return False


def what_it_is(sign: str) -> str:
    """The sentence about a sign that no text may hold."""
    return "nul" if sign == "\x00" else "noncharacter" if sign in "\ufffe\uffff" else "surrogate"


def _windows(raw: bytes, file: str, problems: Problems) -> str | None:
    """The text of bytes in Windows-1252, the encoding of Excel's CSV in Western Europe."""
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError as damage:
        problems.error("documents.unknown_encoding", file=file, row=raw.count(b"\n", 0, damage.start) + 1)
        return None
    return text if not_text(text, file, problems) else None


def _mostly_utf8(raw: bytes) -> bool:
    """Whether the bytes above 127 are UTF-8 but for a few: a valid character never comes about by chance that often."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    halves = sum(map(len, _HALVES.findall(raw))) > 0
    return halves or len(text) - broken - sum(map(len, _PLAIN.findall(text))) > broken


_HALVES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_PLAIN = re.compile("[\x00-\x7f]+")


def _line(raw: bytes, place: int, encoding: str | None) -> int:
    """The line of a byte: two or four bytes to a sign in UTF-16 and UTF-32."""
    if encoding in ("utf-16", "utf-32"):
        return raw[:place].decode(encoding, "replace").count("\n") + 1
    return raw.count(b"\n", 0, place) + 1
