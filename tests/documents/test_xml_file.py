"""XML documents: nothing but the file itself is read, and what is wrong is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from actor_graph.documents import load_xml
from actor_graph.problems import Problems, lines
from tests.documents.broken import keys, load

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


@pytest.mark.parametrize(
    "raw",
    [
        (HEAD + "<a><b c='Köln'>Süd</b></a>").encode(),
        b"\xef\xbb\xbf" + (HEAD + "<a><b c='Köln'>Süd</b></a>").encode(),
        '<?xml version="1.0" encoding="ISO-8859-1"?><a><b c="Köln">Süd</b></a>'.encode("latin-1"),
        '<?xml version="1.0" encoding="windows-1252"?><a><b c="Köln">Süd</b></a>'.encode("cp1252"),
        '<?xml version="1.0" encoding="UTF-16"?><a><b c="Köln">Süd</b></a>'.encode("utf-16"),
        b"<a><b c='K&#246;ln'>S&#xFC;d</b></a>",
    ],
)
def test_encodings(tmp_path: Path, raw: bytes) -> None:
    root, found = load(load_xml, tmp_path, raw)
    assert found == []
    assert (root.tag, root[0].get("c"), root[0].text) == ("a", "Köln", "Süd")


def _nested(depth: int) -> str:
    return "<a>" * depth + "</a>" * depth


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD + "<a>\n<b>\n", ["early_end:4"]),
        (HEAD + "<a>\n<b", ["early_end:3"]),
        (HEAD, ["early_end:2"]),
        (HEAD + "<a>\n</b></a>", ["xml_damaged:3"]),
        (HEAD + "<a>R&D</a>", ["xml_damaged:2"]),
        (HEAD + "<a b='1' b='2'/>", ["xml_damaged:2"]),
        (HEAD + "<a/><b/>", ["xml_damaged:2"]),
        (HEAD + "<a>\x01</a>", ["xml_damaged:2"]),
        (HEAD + "<a>&unknown;</a>", ["xml_damaged:2"]),
        (HEAD + "<!DOCTYPE a><a/>", ["xml_type:2"]),
        (HEAD + "<!DOCTYPE a [<!ENTITY x 'y'>]>\n<a>&x;</a>", ["xml_type:2"]),
        (HEAD + "<!DOCTYPE a [<!ENTITY x SYSTEM 'http://127.0.0.1:9/'>]>\n<a>&x;</a>", ["xml_type:2"]),
        (HEAD + "<!DOCTYPE a PUBLIC 'x' 'http://127.0.0.1:9/a.dtd'>\n<a/>", ["xml_type:2"]),
        ('<?xml version="1.0" encoding="klingon"?><a/>', ["xml_unknown_encoding:1"]),
        (_nested(50), []),
        (_nested(51), ["too_deep:None"]),
        (_nested(200_000), ["too_deep:None"]),
        ("", ["is_empty:None"]),
        ("<html><body><table></table></body></html>", ["is_html:None"]),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, expected: list[str]) -> None:
    root, found = load(load_xml, tmp_path, text)
    assert keys(found) == expected
    assert (root is None) == bool(expected)


def test_a_letter_of_another_encoding_is_told_with_its_line_and_the_mend(tmp_path: Path) -> None:
    path = tmp_path / "ties.graphml"
    path.write_bytes((HEAD + "<a>\nKöln</a>").encode("latin-1"))
    problems = Problems()
    assert load_xml(path, problems) is None
    (line,) = lines(problems, "en")
    assert line.startswith("Error: ties.graphml, row 3: The file says that it is written in UTF-8")
    assert "save it as UTF-8" in line


def test_no_other_file_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("only for the owner", "utf-8")
    text = f"{HEAD}<!DOCTYPE a [<!ENTITY x SYSTEM '{secret.as_uri()}'>]><a>&x;</a>"
    root, found = load(load_xml, tmp_path, text)
    assert root is None
    assert not [problem for problem in found if "owner" in problem.line("en")]
