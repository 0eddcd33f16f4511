"""The brochure: what a text processor finds in it."""

from __future__ import annotations

import re
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from actor_graph.landscape import Landscape
from actor_graph.problems import MissingExtra
from actor_graph.views.directory import directory
from tests.office import Convert
from tests.views.directory.made import crowd, hostile, town
from tests.views.map.landscapes import HOSTILE


def opened(read: Landscape, where: Path, **options: Any) -> Any:
    directory(read, where / "directory.docx", **options)
    return Document(str(where / "directory.docx"))


def headings(document: Any, level: int) -> list[str]:
    return [p.text for p in document.paragraphs if p.style.name == f"Heading {level}"]


def test_headings_are_real_and_in_the_contents(tmp_path: Path) -> None:
    document = opened(town(tmp_path / "in"), tmp_path)
    parts = [
        "Was gebraucht wird", "Einträge von A bis Z", "Nach Handlungsfeldern", "Nach Ländern", "Zu diesem Verzeichnis",
        "Berichtigungszettel",
    ]  # fmt: skip
    assert headings(document, 1) == parts
    entries = ["1  10 Freunde", "2  Ägypten-Forum", "3  Brücke e. V.", "4  جمعية الأمل"]
    assert headings(document, 3) == entries
    links = [e for e in document.element.iter(qn("w:hyperlink")) if e.get(qn("w:anchor"))]
    assert ["".join(t.text for t in link.iter(qn("w:t"))) for link in links[: len(parts)]] == parts
    marked = {
        e.get(qn("w:name")): p.text for p in document.paragraphs for e in p._p.iter(qn("w:bookmarkStart"))
    }  # fmt: skip
    assert [marked[link.get(qn("w:anchor"))] for link in links[: len(parts)]] == parts
    assert len({e.get(qn("w:id")) for e in document.element.iter(qn("w:bookmarkStart"))}) == len(marked)


def test_each_line_of_contents_and_indexes_leads_to_its_place_and_page(tmp_path: Path) -> None:
    document = opened(town(tmp_path / "in"), tmp_path)
    marked = {
        e.get(qn("w:name")): p.text for p in document.paragraphs for e in p._p.iter(qn("w:bookmarkStart"))
    }  # fmt: skip
    lines = [p for p in document.paragraphs if list(p._p.iter(qn("w:hyperlink"))) and "www." not in p.text]
    assert len(lines) > 10
    for line in lines:
        (link,), (code,) = line._p.iter(qn("w:hyperlink")), line._p.iter(qn("w:instrText"))
        anchor, text = link.get(qn("w:anchor")), "".join(t.text for t in link.iter(qn("w:t")))
        assert code.text == f" PAGEREF {anchor} \\h "
        assert marked[anchor].endswith(text)
        kinds = [e.get(qn("w:fldCharType")) for e in line._p.iter(qn("w:fldChar"))]
        assert kinds == ["begin", "separate", "end"]


def test_a_text_processor_fills_in_the_pages_and_word_asks_nothing(tmp_path: Path, office: Convert) -> None:
    """Each of the first three parts begins a page; what is told of four actors fits on one."""
    document = opened(town(tmp_path / "in"), tmp_path)
    assert not list(document.settings.element.iter(qn("w:updateFields")))
    assert not [e for e in document.element.iter(qn("w:fldChar")) if e.get(qn("w:dirty"))]
    lines = [p.text for p in Document(str(office(tmp_path / "directory.docx", "docx"))).paragraphs]
    pages = dict(line.rsplit("\t", 1) for line in lines if "\t" in line)
    assert pages["Was gebraucht wird"] == "2"
    assert pages["Einträge von A bis Z"] == pages["2\tÄgypten-Forum"] == pages["3\tBrücke e. V."] == "3"
    assert pages["Nach Handlungsfeldern"] == pages["Nach Ländern"] == "4"
    assert pages["Berichtigungszettel"] == "5"


def test_an_entry_stays_whole(tmp_path: Path) -> None:
    document = opened(town(tmp_path / "in"), tmp_path)
    texts = [p.text for p in document.paragraphs]
    first, last = texts.index("3  Brücke e. V."), next(i for i, text in enumerate(texts) if "www.bruecke.de" in text)
    kept = [p.paragraph_format.keep_with_next for p in document.paragraphs[first : last + 1]]
    assert kept == [True] * (last - first) + [False]
    assert "Handlungsfelder\tBildung · Kultur" in texts[first:last]


def test_links_are_addresses_alone(tmp_path: Path) -> None:
    for read, wanted in ((town(tmp_path / "in"), ["https://www.bruecke.de"]), (hostile(), [])):
        document = opened(read, tmp_path)
        outside = [rel.target_ref for rel in document.part.rels.values() if rel.is_external]
        assert outside == wanted
        (tmp_path / "directory.docx").unlink()


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    document = opened(hostile(), tmp_path)
    named = sorted(text.split("  ", 1)[1] for text in headings(document, 3))
    assert named == sorted(n.replace("\u202e", "<U+202E>").replace("\u2028", "<U+2028>") for n in HOSTILE)
    codes = [e.text for e in document.element.body.iter(qn("w:instrText"))]
    assert codes
    assert all(re.fullmatch(r" PAGEREF _Toc\d{4} \\h ", code) for code in codes)


def test_each_page_says_for_whom_and_of_when(tmp_path: Path) -> None:
    document = opened(town(tmp_path / "in"), tmp_path, audience="office")
    assert "Internes Arbeitsdokument · Stand 30. Juni 2026" in document.sections[0].footer.paragraphs[0].text
    assert document.core_properties.title == "Musterstadt: Verzeichnis der Akteure"
    assert document.core_properties.author == ""


def test_indexes_stand_in_two_columns_and_the_slip_in_one(tmp_path: Path) -> None:
    document = opened(town(tmp_path / "in"), tmp_path)
    columns = [section._sectPr.find(qn("w:cols")).get(qn("w:num")) for section in document.sections]
    assert columns[1:] == ["2", "1", "2", "1"]
    texts = [p.text for p in document.paragraphs]
    assert "An\tnetz@example.org" in texts
    assert [text for text in texts if text.startswith("☐")] == [
        "☐\tDer Eintrag darf so berichtigt veröffentlicht werden.",
        "☐\tDer Eintrag soll nicht mehr veröffentlicht werden.",
        "☐\tIch darf für diesen Akteur sprechen.",
    ]


def test_many_actors(tmp_path: Path) -> None:
    assert len(headings(opened(crowd(), tmp_path), 3)) == 500


def test_nothing_personal_in_its_bytes(tmp_path: Path) -> None:
    opened(town(tmp_path / "in"), tmp_path)
    with zipfile.ZipFile(tmp_path / "directory.docx") as packed:
        whole = b"".join(packed.read(name) for name in packed.namelist()).decode("utf-8", "replace")
    for word in ("7654321", "1234567", "Ayşe", "Stille", "Ruhe", "python-docx"):
        assert word not in whole, word


def test_without_the_library_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingExtra, match="pip install python-docx"):
        directory(town(tmp_path / "in"), tmp_path / "directory.docx")
    assert not (tmp_path / "directory.docx").exists()
