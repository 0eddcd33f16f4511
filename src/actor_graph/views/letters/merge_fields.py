"""Fields of a mail merge in a document: three marks with a code and a text in between, or one element around a text."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MERGE = re.compile(r"""\s*MERGEFIELD\s+(?:"([^"]+)"|“([^”]+)”|(\S+))""", re.IGNORECASE)
_NOT_OURS = ("IF", "NEXT", "NEXTIF", "SKIPIF", "ADDRESSBLOCK", "GREETINGLINE", "MERGEREC", "MERGESEQ", "ASK", "FILLIN")


class Left(NamedTuple):
    """Fields that are no text yet: the kinds of those that Word alone can work out, the names of broken ones."""

    others: list[str]
    broken: list[str]


def as_text(root: Any) -> Left:
    """Make each field of a mail merge a text ``«Name»``; what is left."""
    left = Left([], [])
    for simple in list(root.iter(W + "fldSimple")):
        code = simple.get(W + "instr", "")
        if merged := _MERGE.match(code):
            _replace_simple(simple, merged)
        elif _kind(code) in _NOT_OURS:
            left.others.append(_kind(code))
    open_fields, stray = list[_Open](), ""
    for element in list(root.iter(W + "fldChar", W + "instrText", W + "t", W + "br", W + "tab")):
        kind = element.get(W + "fldCharType") if element.tag == W + "fldChar" else ""
        if kind == "begin":
            open_fields.append(_Open())
        elif not open_fields and kind:
            left.broken.extend(_named(stray))
            stray = ""
        elif not open_fields and element.tag == W + "instrText":
            stray += element.text or ""
        for field in open_fields[-1:] if kind or element.tag == W + "instrText" else open_fields:
            field.take(element, kind)
        if kind == "end" and open_fields:
            done = open_fields.pop()
            if (merged := _MERGE.match(done.code)) and not open_fields:
                done.become_text(f"«{_name(merged)}»")
            elif _kind(done.code) in _NOT_OURS or merged:
                left.others.append("MERGEFIELD" if merged else _kind(done.code))
    left.broken.extend(name for field in open_fields for name in _named(field.code))
    return left


def _named(code: str) -> list[str]:
    """The name in the code of a field of a mail merge; of another field nothing."""
    merged = _MERGE.match(code)
    return [_name(merged)] if merged else []


def _name(merged: re.Match[str]) -> str:
    return str(next(filter(None, merged.groups())))


def _kind(code: str) -> str:
    return next(iter(code.split()), "").upper()


class _Open:
    """A field of three marks while it is read."""

    def __init__(self) -> None:
        self.code, self.elements, self.result, self.shown = "", list[Any](), list[Any](), False

    def take(self, element: Any, kind: str | None) -> None:
        """An element between its first mark and its last."""
        self.elements.append(element)
        if kind == "separate":
            self.shown = True
        elif element.tag == W + "instrText":
            self.code += element.text or ""
        elif element.tag == W + "t" and self.shown:
            self.result.append(element)

    def become_text(self, text: str) -> None:
        """A text in the place of what it showed, with the look that this had."""
        from docx.oxml import OxmlElement

        place = self.result[0] if self.result else self.elements[0]
        written = OxmlElement("w:t")
        written.text = text
        place.addprevious(written)
        for element in self.elements:
            element.getparent().remove(element)


def _replace_simple(simple: Any, merged: re.Match[str]) -> None:
    """A field that holds its runs: the first of them stays, with its look."""
    from docx.oxml import OxmlElement

    runs = list(simple.iter(W + "r"))
    run = runs[0] if runs else OxmlElement("w:r")
    for child in [child for child in run if child.tag != W + "rPr"]:
        run.remove(child)
    text = OxmlElement("w:t")
    text.text = f"«{_name(merged)}»"
    run.append(text)
    simple.addprevious(run)
    simple.getparent().remove(simple)
