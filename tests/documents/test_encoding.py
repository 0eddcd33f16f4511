"""Bytes to text: the encodings that a sheet comes in, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actor_graph.documents import decode, load_bytes
from actor_graph.problems import Problems
from tests.documents.broken import keys, said

TEXT = "id;name\r\n1;Köln – „Süd“ 5 €\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    problems = Problems()
    assert decode(TEXT.encode(encoding), "x.csv", problems) == TEXT
    assert list(problems) == []


def test_both_orders_of_utf_16() -> None:
    problems = Problems()
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be"), "x.csv", problems) == TEXT
    assert decode(b"\xff\xfe" + TEXT.encode("utf-16-le"), "x.csv", problems) == TEXT


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff\ufffe\uffff")))
def test_utf_8_reads_as_written(text: str) -> None:
    problems = Problems()
    assert decode(text.encode(), "x.csv", problems) == text
    assert list(problems) == []


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"id\na\x00b\n", "nul:2"),
        (b"\xff\xfei\x00d\x00\n\x00\x00\x00", "nul:2"),
        ("id\na\nb\ufffe\n".encode(), "noncharacter:3"),
        ("id\na\uffff".encode("utf-16"), "noncharacter:2"),
        (b"id\n\xed\xa0\x80\n", "damaged_text:2"),
        (b"\xff\xfei\x00\n\x00\x00\xd8a\x00", "damaged_text:2"),
        (b"\xff\xfei\x00\n\x00i", "damaged_text:2"),
        ("id\nKöln\nSüd\n".encode() + "Grün".encode("latin-1"), "damaged_text:4"),
        ("id\nKöln und Südstadt".encode() + "ü".encode()[:1], "damaged_text:2"),
        (b"\xef\xbb\xbfK\xf6ln", "damaged_text:1"),
        (b"id\nK\xf6ln \x81\n", "unknown_encoding:2"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(raw: bytes, expected: str) -> None:
    problems = Problems()
    assert decode(raw, "x.csv", problems) is None
    assert keys(said(problems)) == [expected]


def test_no_more_is_read_than_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "actors.csv"
    path.write_bytes(b"x" * 1000)
    problems = Problems()
    assert load_bytes(path, problems, limit=1000) == b"x" * 1000
    assert load_bytes(path, problems, limit=999) is None
    assert keys(said(problems)) == ["too_large:None"]
