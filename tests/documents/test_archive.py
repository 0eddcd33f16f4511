"""Workbooks: what is in them is counted, not believed."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest

from actor_graph.documents import unpacked_size_checked
from actor_graph.problems import Problems
from tests.documents.broken import keys, said
from tests.material import SHARED


def _archive(path: Path, size: int) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", b"0" * (size // 2))
        archive.writestr("b", b"0" * (size - size // 2))
    return path


@pytest.mark.parametrize(("limit", "expected"), [(3_000_000, []), (2_999_999, ["unpacked_too_large:None"])])
def test_all_entries_count_together(tmp_path: Path, limit: int, expected: list[str]) -> None:
    problems = Problems()
    path = _archive(tmp_path / "a.xlsx", 3_000_000)
    assert unpacked_size_checked(path, problems, limit=limit) == (not expected)
    assert keys(said(problems)) == expected


def test_declared_sizes_are_not_believed(tmp_path: Path) -> None:
    """Both places that tell the unpacked size say 10 bytes; three million are in it."""
    path = _archive(tmp_path / "a.xlsx", 3_000_000)
    path.write_bytes(path.read_bytes().replace(struct.pack("<I", 1_500_000), struct.pack("<I", 10)))
    problems = Problems()
    assert not unpacked_size_checked(path, problems, limit=2_000_000)
    assert len(said(problems)) == 1


@pytest.mark.parametrize("cut", [0, 4, 30, 200, -1, -30])
def test_a_cut_file_is_damaged(tmp_path: Path, cut: int) -> None:
    path = _archive(tmp_path / "a.xlsx", 100_000)
    path.write_bytes(path.read_bytes()[:cut] if cut else b"")
    problems = Problems()
    assert not unpacked_size_checked(path, problems)
    assert keys(said(problems)) == ["damaged_archive:None"]


def test_a_locked_entry_is_told(tmp_path: Path) -> None:
    path = _archive(tmp_path / "a.xlsx", 1000)
    raw = bytearray(path.read_bytes())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(sign)
        raw[at + place] |= 1
    path.write_bytes(raw)
    problems = Problems()
    assert not unpacked_size_checked(path, problems)
    assert keys(said(problems)) == ["is_encrypted:None"]


@pytest.mark.parametrize("name", ["29_kumu_euro_crisis_broken_zip.xlsx"] if SHARED else [])
def test_a_workbook_damaged_in_nature(name: str) -> None:
    assert SHARED is not None
    problems = Problems()
    assert not unpacked_size_checked(SHARED / "data" / "formats" / "damaged" / name, problems)
    assert keys(said(problems)) == ["damaged_archive:None"]
