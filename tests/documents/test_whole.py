"""A file appears whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from actor_graph.documents import Part, write_together, write_whole
from actor_graph.problems import OutputError


def test_text_and_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.csv", "Köln;\n1\r\n")
    write_whole(tmp_path / "b.bin", b"\x00\xff")
    assert (tmp_path / "a.csv").read_bytes() == "Köln;\n1\r\n".encode()
    assert (tmp_path / "b.bin").read_bytes() == b"\x00\xff"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "b.bin"]


def test_an_earlier_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_whole(path, "a much longer text")
    write_whole(path, "new")
    assert path.read_text("utf-8") == "new"


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old", "utf-8")
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    write_whole(tmp_path / "link.csv", "new")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text("utf-8") == "new"


if os.name == "posix":

    @pytest.mark.parametrize(
        ("mode", "umask", "expected"), [(None, 0o027, 0o640), (None, 0o022, 0o644), (0o600, 0, 0o600)]
    )
    def test_mode(tmp_path: Path, mode: int | None, umask: int, expected: int) -> None:
        before = os.umask(umask)
        try:
            write_whole(tmp_path / "a.csv", "x", mode=mode)
            assert os.umask(umask) == umask
        finally:
            os.umask(before)
        assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == expected

    def test_pipes_and_devices_are_not_replaced(tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        for place in (tmp_path / "pipe", Path(os.devnull)):
            with pytest.raises(OutputError) as refused:
                write_whole(place, "x")
            assert refused.value.key == "documents.out_is_device"
        assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("x", "utf-8")
    expected = {
        tmp_path / "missing" / "a.csv": "documents.out_no_folder",
        tmp_path / "file" / "a.csv": "documents.out_no_folder",
        tmp_path / "folder": "documents.out_is_folder",
        tmp_path / ("x" * 300): "documents.out_failed",
        tmp_path / "a\x00b": "documents.out_failed",
    }
    for path, key in expected.items():
        with pytest.raises(OutputError) as refused:
            write_whole(path, "x", language="de")
        assert refused.value.key == key
        assert str(refused.value).startswith("„")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_a_file_open_elsewhere_stays_and_the_sentence_says_close_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "figures.xlsx"
    path.write_bytes(b"old")

    def locked(*_: object) -> None:
        raise PermissionError(13, "locked")

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(OutputError, match="close it and run again"):
        write_whole(path, b"new")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("figures.xlsx", b"old")]


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.csv", "x")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError) as refused:
        write_whole(tmp_path / "a.csv", "x")
    assert refused.value.key == "documents.out_full"
    assert list(tmp_path.iterdir()) == []


def test_several_files_appear_together(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("old", "utf-8")
    assert write_together([Part(tmp_path / name, name) for name in "abc"]) == [tmp_path / name for name in "abc"]
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == {"a": "a", "b": "b", "c": "c"}


def test_where_one_cannot_take_its_place_the_earlier_ones_are_put_back(tmp_path: Path) -> None:
    """A folder that is made at the place of the last one while the files are written."""
    (tmp_path / "a").write_text("old", "utf-8")

    def parts() -> Iterator[Part]:
        yield Part(tmp_path / "a", "new")
        yield Part(tmp_path / "b", "new")
        yield Part(tmp_path / "c", "new")
        (tmp_path / "c").mkdir()

    with pytest.raises(OutputError) as refused:
        write_together(parts())
    assert refused.value.values["path"] == tmp_path / "c"
    assert (tmp_path / "a").read_text("utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "c"]


def test_where_making_one_fails_nothing_is_left(tmp_path: Path) -> None:
    def parts() -> Iterator[Part]:
        yield Part(tmp_path / "a", "new")
        raise KeyError("made of nothing")

    with pytest.raises(KeyError):
        write_together(parts())
    assert list(tmp_path.iterdir()) == []


if os.name == "posix":

    def test_where_there_is_no_room_for_the_second_the_first_stays_as_it_was(tmp_path: Path) -> None:
        """The system lets no file grow over 4,096 bytes, as a quota does."""
        import resource

        (tmp_path / "actors.csv").write_text("old", "utf-8")
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
        try:
            with pytest.raises(OutputError):
                write_together([Part(tmp_path / "actors.csv", "new"), Part(tmp_path / "ties.csv", b"." * 9999)])
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert [(path.name, path.read_text("utf-8")) for path in tmp_path.iterdir()] == [("actors.csv", "old")]
