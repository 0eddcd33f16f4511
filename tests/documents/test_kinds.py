"""What a file is, by its content: real files of each kind, made here or by the libraries that write them."""

from __future__ import annotations

import gzip
import os
import sqlite3
import zipfile
from pathlib import Path

import pytest

from actor_graph.documents import kind_of, load_bytes, load_json, load_xml, load_yaml
from actor_graph.problems import Problems
from actor_graph.words import catalog
from tests.documents.broken import keys, said
from tests.material import SHARED

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500
CONTENT: list[tuple[str, bytes]] = [
    ("png", PNG),
    ("jpeg", b"\xff\xd8\xff\xe0\x00\x10JFIF"),
    ("gif", b"GIF89a\x01\x00\x01\x00"),
    ("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
    ("rtf", b"{\\rtf1\\ansi Verein}"),
    ("xls", OLE + "Workbook".encode("utf-16-le")),
    ("xls", b"\x09\x08\x10\x00\x00\x06\x05\x00"),
    ("encrypted", OLE + "EncryptedPackage".encode("utf-16-le")),
    ("office", OLE + "WordDocument".encode("utf-16-le")),
    ("archive", b"7z\xbc\xaf\x27\x1c\x00\x04"),
    ("parquet", b"PAR1\x15\x04"),
    ("binary", bytes(range(256)) * 4),
    ("binary", b"i\x00d\x00,\x00n\x00a\x00m\x00e\x00\n\x00"),
    ("empty", b""),
    ("empty", b"\xef\xbb\xbf \n"),
    ("html", b"\n<!DOCTYPE html><html><body><table><tr><td>id</table>"),
    ("html", b"<html xmlns:x='urn:schemas-microsoft-com:office:excel'>"),
    ("xml", b"<?xml version='1.0'?><graphml/>"),
    ("xml", "<graphml/>".encode("utf-16")),
    ("json", b'{"actors": []}'),
    ("json", b" \n[1]"),
    ("json", "{'nodes': []}".encode("utf-16")),
    ("yaml", b"# note\n\nname: Musterstadt\nactors:\n"),
    ("yaml", b"---\nactors: []\n"),
    ("yaml", b"- id: a\n"),
    ("yaml", "Köln Süd: x\n".encode("cp1252")),
    ("text", b"id,name,type\n1,A: B,x\n"),
    ("text", "id;name\n1;Köln\n".encode("utf-16")),
    ("text", b"id\tname\n1\tVerein\x1b[31m\n"),
    ("text", b"id,name\n1,a\x00b\n"),
    ("text", b"id\n10:30\n"),
]


@pytest.mark.parametrize(("kind", "raw"), CONTENT)
def test_kind_by_content_whatever_the_name_says(tmp_path: Path, kind: str, raw: bytes) -> None:
    path = tmp_path / "actors.csv"
    path.write_bytes(raw)
    assert kind_of(path) == kind


def test_packed_files(tmp_path: Path) -> None:
    import openpyxl

    openpyxl.Workbook().save(tmp_path / "xlsx")
    for kind, name in (("docx", "word/document.xml"), ("zip", "actors.csv")):
        with zipfile.ZipFile(tmp_path / kind, "w") as archive:
            archive.writestr(name, "x")
    with zipfile.ZipFile(tmp_path / "ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    (tmp_path / "gzip").write_bytes(gzip.compress(b"id,name"))
    base = sqlite3.connect(tmp_path / "sqlite")
    base.execute("create table actors (id)")
    base.close()
    for kind in ("xlsx", "docx", "zip", "ods", "gzip", "sqlite"):
        assert kind_of(tmp_path / kind) == kind


def test_what_is_no_file(tmp_path: Path) -> None:
    assert kind_of(tmp_path) == "folder"
    assert kind_of(tmp_path / "nothing.csv") == "missing"
    assert kind_of(tmp_path / "a\x00b") == "missing"


@pytest.mark.parametrize("loader", [load_yaml, load_json, load_xml])
def test_what_is_no_document_is_told(tmp_path: Path, loader: object) -> None:
    assert callable(loader)
    picture = tmp_path / "landscape.yaml"
    picture.write_bytes(PNG)
    places = [picture, tmp_path, tmp_path / "nothing", picture / "below", tmp_path / "a\x00b"]
    expected = ["is_png", "is_folder", "is_missing", "is_missing", "is_missing"]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        places += [tmp_path / "pipe", Path(os.devnull)]
        expected += ["is_device", "is_device"]
    problems = Problems()
    assert [loader(place, problems) for place in places] == [None] * len(places)
    assert keys(said(problems)) == [f"{key}:None" for key in expected]


def test_every_kind_has_its_sentence() -> None:
    kinds = {kind for kind, _ in CONTENT} | {
        "folder",
        "missing",
        "device",
        "unreadable",
        "xlsx",
        "docx",
        "zip",
        "ods",
        "gzip",
    }
    assert {f"is_{kind}" for kind in kinds} <= set(catalog("documents"))


DAMAGED = sorted((SHARED / "data" / "formats" / "damaged").iterdir()) if SHARED else []
NAMED = {
    ".csv": "text",
    ".gexf": "xml",
    ".graphml": "xml",
    ".json": "json",
    ".cyjs": "json",
    ".yaml": "yaml",
    ".xlsx": "xlsx",
}
OTHERWISE = {"19_png_renamed.csv": "png", "21_empty.csv": "empty"}


@pytest.mark.parametrize("path", [path for path in DAMAGED if path.suffix in NAMED], ids=lambda path: path.name)
def test_damaged_files_are_still_recognized(path: Path) -> None:
    assert kind_of(path) == OTHERWISE.get(path.name, NAMED[path.suffix])


def test_a_link_to_itself(tmp_path: Path) -> None:
    loop = tmp_path / "actors.csv"
    loop.symlink_to(loop)
    problems = Problems()
    assert kind_of(loop) == "loop"
    assert load_bytes(loop, problems) is None
    assert [p.key for p in problems] == ["documents.is_loop"]
