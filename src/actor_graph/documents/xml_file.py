"""XML documents, read without touching anything but the file itself."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from actor_graph.documents.limits import DEPTH
from actor_graph.documents.opening import load_written
from actor_graph.problems import Problems

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DECLARED = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z][\w.-]{0,40})[\"']")
_ENDS_EARLY = (3, 5)
"""The reader's codes for no element and unclosed sign."""
_UNKNOWN_ENCODING = (18, 32)


def load_xml(path: Path, problems: Problems) -> Element | None:
    """The outermost element of an XML file; None where the file has errors, which are noted.

    A document type and entities of its own are refused, so that nothing is read from disk or net and nothing grows.
    Bytes that are not of the declared encoding, a file that ends too early and more than 50 levels are errors with
    their line.
    """
    raw = load_written(path, problems)
    if raw is None or not _encoded(raw, path.name, problems):
        return None
    return _element(raw, path.name, problems)


def _encoded(raw: bytes, file: str, problems: Problems) -> bool:
    """Whether the bytes are of the encoding that the document declares (UTF-8 without a word about it)."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    declared = _DECLARED.search(raw[:300])
    name = declared.group(1).decode() if declared else "UTF-8"
    try:
        raw.decode(name)
    except LookupError:
        problems.error("documents.xml_unknown_encoding", file=file, row=1, encoding=name)
    except UnicodeDecodeError as damage:
        line = raw.count(b"\n", 0, damage.start) + 1
        problems.error("documents.xml_encoding", file=file, row=line, encoding=name)
    else:
        return True
    return False


def _element(raw: bytes, file: str, problems: Problems) -> Element | None:
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException

    try:
        return _outermost(raw, file, problems)
    except DefusedXmlException:
        problems.error("documents.xml_type", file=file, row=_line_of(raw, b"<!DOCTYPE"))
    except ParseError as damage:
        line, at = damage.position
        early = damage.code in _ENDS_EARLY
        key = "early_end" if early else "xml_damaged"
        key = "xml_unknown_encoding" if damage.code in _UNKNOWN_ENCODING else key
        problems.error(f"documents.{key}", file=file, row=line, at=at + 1, encoding="?")
    except (ValueError, LookupError):
        problems.error("documents.xml_unknown_encoding", file=file, row=1, encoding="?")
    return None


def _outermost(raw: bytes, file: str, problems: Problems) -> Element | None:
    """The finished document, its levels counted while it is read."""
    from defusedxml.ElementTree import iterparse

    depth = 0
    root: Element | None = None
    for event, element in iterparse(BytesIO(raw), events=("start", "end"), forbid_dtd=True):
        depth += 1 if event == "start" else -1
        if depth > DEPTH:
            problems.error("documents.too_deep", file=file, limit=DEPTH)
            return None
        root = element
    return root


def _line_of(raw: bytes, sign: bytes) -> int | None:
    place = raw.find(sign)
    return raw.count(b"\n", 0, place) + 1 if place >= 0 else None
