"""Fields of a letter: found in whatever pieces a text processor left them, and replaced by text and nothing else."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from actor_graph.problems import RequestError
from actor_graph.views.letters.template import UNPACKED, Template, read_template
from tests.views.letters.own import W, code, document, mark, merged, run, simple, with_part


def opened(template: Template, **values: str) -> Any:
    data = template.filled(lambda name: values.get(name, f"?{name}?"))
    return Document(io.BytesIO(data))


def lines(letter: Any) -> list[str]:
    return [paragraph.text for paragraph in letter.paragraphs]


def test_fields_in_pieces_are_put_together_with_the_look_of_their_first(tmp_path: Path) -> None:
    pieces = run("Dear ") + run("{Na", "<w:b/>") + run("me") + run("}, hello «") + run("Ort") + run("»!")
    template = read_template(document(tmp_path / "a.docx", pieces), "en")
    assert template.fields == ("Name", "Ort")
    letter = opened(template, Name="Haus", Ort="Saal {Name}")
    assert lines(letter) == ["Dear Haus, hello Saal {Name}!"]
    assert [piece.text for piece in letter.paragraphs[0].runs if piece.bold] == ["Haus"]


def test_fields_of_a_mail_merge_become_text(tmp_path: Path) -> None:
    pieces = run("An ") + merged("Antwort bis", "<w:i/>") + run(" und ") + simple("Name") + run(".")
    page = mark("begin") + code(" PAGE ") + mark("separate") + run("1") + mark("end")
    template = read_template(document(tmp_path / "a.docx", pieces, page, header="«Ort»"), "en")
    assert set(template.fields) == {"Antwort bis", "Name", "Ort"}
    letter = opened(template, **{"Antwort bis": "Mai", "Name": "Haus", "Ort": "Saal"})
    assert lines(letter) == ["An Mai und Haus.", "1"]
    assert [piece.text for piece in letter.paragraphs[0].runs if piece.italic and piece.text] == ["Mai"]
    assert letter.sections[0].header.paragraphs[0].text == "Saal"
    xml = letter.element.xml
    assert "MERGEFIELD" not in xml
    assert " PAGE " in xml  # Word's own number stays


def test_all_in_one_run_and_without_a_shown_text(tmp_path: Path) -> None:
    ends = '<w:fldChar w:fldCharType="begin"/><w:instrText> MERGEFIELD Name </w:instrText>'
    one = f'<w:r>{ends}<w:fldChar w:fldCharType="separate"/><w:t>x</w:t><w:fldChar w:fldCharType="end"/></w:r>'
    none = mark("begin") + code("mergefield Ort") + mark("end")
    template = read_template(document(tmp_path / "a.docx", one, none), "en")
    assert lines(opened(template, Name="Haus", Ort="Saal")) == ["Haus", "Saal"]


def test_tables_and_text_boxes(tmp_path: Path) -> None:
    box = f"<w:r><w:pict><w:txbxContent><w:p {W}>{run('in «Name»')}</w:p></w:txbxContent></w:pict></w:r>"
    place = document(tmp_path / "a.docx", run("{Na") + box + run("me} {Ort}"))
    made: Any = Document(str(place))
    made.add_table(1, 1).cell(0, 0).text = "{Ort}"
    made.save(str(place))
    template = read_template(place, "en")
    assert template.fields == ("Ort", "Name")  # what stands on both sides of a box is no field
    letter = opened(template, Name="Haus", Ort="Saal")
    assert letter.tables[0].cell(0, 0).text == "Saal"
    assert "in Haus" in letter.element.xml


@pytest.mark.parametrize("text", ["<w:p/>&amp;]]>", "«Name»", "a\nb", "  blank  ", "😀 جمعية", 'x" r:id="rId1'])
def test_what_goes_in_is_text(tmp_path: Path, text: str) -> None:
    template = read_template(document(tmp_path / "a.docx", run("[«Name»]")), "en")
    letter = opened(template, Name=text)
    assert lines(letter) == [f"[{text}]"]
    assert len(letter.paragraphs) == 1


def test_the_same_texts_make_the_same_bytes(tmp_path: Path) -> None:
    template = read_template(document(tmp_path / "a.docx", run("«Name»")), "en")
    assert template.filled(str.upper) == template.filled(str.upper)


def test_what_word_alone_can_work_out_is_told(tmp_path: Path) -> None:
    nested = mark("begin") + code(' IF "') + merged("Name") + code('" = "" "a" "b"') + mark("separate") + mark("end")
    template = read_template(document(tmp_path / "a.docx", nested, simple("Ort")), "en")
    assert "IF" in template.word_fields


def test_links_to_somebodys_machine_go(tmp_path: Path) -> None:
    place = document(tmp_path / "a.docx", run("«Name»"))
    linked = (
        b"<w:mailMerge><w:mainDocumentType w:val='formLetters'/>"
        b"<w:query w:val='D:\\Mira\\list.xlsx'/></w:mailMerge></w:settings>"
    )
    with_part(place, "word/settings.xml", lambda data: data.replace(b"</w:settings>", linked))
    with_part(place, "word/_rels/settings.xml.rels", lambda _: (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Type="x" Target="file:///D:/Mira" TargetMode="External"/></Relationships>'
    ))  # fmt: skip
    data = read_template(place, "en").filled(lambda _: "Haus")
    with zipfile.ZipFile(io.BytesIO(data)) as letter:
        assert not [name for name in letter.namelist() if b"Mira" in letter.read(name)]
    Document(io.BytesIO(data))


def packed(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", data)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04 no", b"plain text", packed(b"<w:document>")[:-40], packed(b"<w:document>")],
)
def test_what_is_no_document_is_refused_as_a_letter(tmp_path: Path, data: bytes) -> None:
    """Nobody who wrote a letter is told to mend a workbook, or a list of actors."""
    assert refused(tmp_path / "a.docx", data) == "invitation_letters.not_a_letter"


def test_nor_is_a_letter_that_is_too_large_called_a_workbook(tmp_path: Path) -> None:
    assert refused(tmp_path / "a.docx", packed(b" " * (UNPACKED + 1))) == "invitation_letters.too_large"


def refused(place: Path, data: bytes) -> str:
    place.write_bytes(data)
    with pytest.raises(RequestError, match=r"a\.docx") as error:
        read_template(place, "en")
    return error.value.key


def test_a_workbook_or_a_document_type_is_no_letter(tmp_path: Path) -> None:
    place = tmp_path / "a.docx"
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(RequestError, match=r"a\.docx"):
        read_template(place, "en")
    document(place, run("«Name»"))
    with_part(place, "word/document.xml", lambda data: data.replace(b"<w:document", b"<!DOCTYPE x><w:document", 1))
    with pytest.raises(RequestError, match=r"a\.docx"):
        read_template(place, "en")
