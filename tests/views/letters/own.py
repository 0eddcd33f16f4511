"""Templates as text processors write them: fields in pieces, fields of a mail merge, headers, text boxes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(inside: str) -> Any:
    return parse_xml(f"<w:p {W}>{inside}</w:p>")


def run(text: str, look: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def merged(name: str, look: str = "") -> str:
    """A field of a mail merge as Word writes it: three marks, its code in two pieces, what it shows in two."""
    return "".join(
        (mark("begin"), code(' MERGEFIELD "'), code(f'{name}" \\* MERGEFORMAT '), mark("separate"),
         run("«", look), run(f"{name}»", look), mark("end"))
    )  # fmt: skip


def simple(name: str) -> str:
    return f'<w:fldSimple w:instr=" MERGEFIELD {name} ">{run(f"«{name}»", "<w:b/>")}</w:fldSimple>'


def document(path: Path, *insides: str, header: str = "") -> Path:
    """A .docx of these paragraphs."""
    made: Any = Document()
    for inside in insides:
        made.element.body.insert_element_before(paragraph(inside), "w:sectPr")
    if header:
        made.sections[0].header.paragraphs[0].add_run(header)
    made.save(str(path))
    return path


def with_part(path: Path, name: str, change: Any) -> Path:
    """The same document with one of its parts changed."""
    with zipfile.ZipFile(path) as before:
        parts = {part: before.read(part) for part in before.namelist()}
    parts[name] = change(parts.get(name, b""))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as after:
        for part, data in parts.items():
            after.writestr(part, data)
    path.write_bytes(out.getvalue())
    return path
