"""Writing files whole or not at all, one or several together."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from actor_graph.problems import OutputError
from actor_graph.words import Language


def write_whole(path: Path, data: bytes | str, *, mode: int | None = None, language: Language = "en") -> None:
    """Write a file so that it appears whole or not at all: beside it first, on to the disk, then renamed.

    Text is written as UTF-8 with the line ends that it has. ``mode`` is the file's mode (``0o600``: only the owner
    reads it); without it the user's own setting (umask) rules. A link is followed, its target replaced.

    Raises
    ------
    OutputError
        The folder is missing, the target is a folder or no plain file, may not be written or is open in another
        program, or the disk is full. Nothing is left behind, an earlier file stays as it was.
    """
    write_together([Part(path, data, mode)], language=language)


@dataclass(frozen=True, slots=True)
class Part:
    """One of several files: where it goes, what it holds, its mode."""

    path: Path
    data: bytes | str
    mode: int | None = None


def write_together(parts: Iterable[Part], *, language: Language = "en") -> list[Path]:
    """Write several files so that all of them appear or none, each as ``write_whole``.

    All are written beside their places, one at a time as they are made, and only then renamed; where one can't be, the
    earlier ones are put back.

    Raises
    ------
    OutputError
        As ``write_whole``. Nothing is left behind, all earlier files stay as they were.
    """
    waiting: list[_Waiting] = []
    try:
        for part in parts:
            with saying(part.path, language):
                waiting.append(_Waiting(part.path, language))
                waiting[-1].write(part.data, part.mode)
        for one in waiting:
            with saying(one.path, language):
                _on_disk(one.beside)
        for one in waiting[:-1]:  # nothing can fail after the last
            with saying(one.path, language):
                one.keep()
        for one in waiting:
            with saying(one.path, language):
                one.appear()
    except BaseException:
        if waiting and not waiting[-1].there:
            for one in reversed(waiting):
                one.put_back()
        raise
    finally:
        for one in waiting:
            one.clear()
    return [one.path for one in waiting]


class _Waiting:
    """A file that is written beside its place."""

    def __init__(self, path: Path, language: Language) -> None:
        self.path, self.target = path, Path(os.path.realpath(path))
        _replaceable(self.target, path, language)
        stem = f".{self.target.name[:100]}.{secrets.token_hex(6)}"
        self.beside, self.before = self.target.with_name(f"{stem}.part"), self.target.with_name(f"{stem}.before")
        self.there = False

    def write(self, data: bytes | str, mode: int | None) -> None:
        """Write it as a new file that nobody else has open."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
        with os.fdopen(os.open(self.beside, flags, 0o666 if mode is None else mode), "wb") as file:
            file.write(data.encode("utf-8") if isinstance(data, str) else data)
        if mode is not None:
            self.beside.chmod(mode)

    def keep(self) -> None:
        """Keep the earlier file under another name: the same file where the disk can, else a copy."""
        if self.target.exists():
            try:
                os.link(self.target, self.before)
            except OSError:
                shutil.copy2(self.target, self.before)

    def appear(self) -> None:
        """Take the place of the earlier file."""
        self.beside.replace(self.target)
        self.there = True

    def put_back(self) -> None:
        """Undo what was done."""
        with suppress(OSError):
            if self.there and self.before.exists():
                self.before.replace(self.target)
            elif self.there:
                self.target.unlink()

    def clear(self) -> None:
        """Remove what stands beside it."""
        for left in (self.beside, self.before):
            with suppress(OSError):
                left.unlink()


def _replaceable(target: Path, path: Path, language: Language) -> None:
    """Refuse a folder, and pipes and devices, which must not be replaced by a file."""
    with suppress(FileNotFoundError):
        kind = target.stat().st_mode
        if stat.S_ISDIR(kind):
            raise OutputError("documents.out_is_folder", language, path=path)
        if not stat.S_ISREG(kind):
            raise OutputError("documents.out_is_device", language, path=path)


def _on_disk(path: Path) -> None:
    """Wait until the disk has it."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


@contextmanager
def saying(path: Path, language: Language) -> Iterator[None]:
    """Say in a sentence what to do where a file can't be written."""
    try:
        yield
    except (OSError, ValueError) as failure:
        raise _said(failure, path, language) from None


def _said(failure: OSError | ValueError, path: Path, language: Language) -> OutputError:
    """The failure in a sentence that says what to do."""
    if isinstance(failure, FileNotFoundError | NotADirectoryError):
        return OutputError("documents.out_no_folder", language, path=path, folder=path.parent)
    if isinstance(failure, PermissionError) or (isinstance(failure, OSError) and failure.errno == errno.EROFS):
        return OutputError("documents.close_and_run_again", language, path=path)
    if isinstance(failure, OSError) and failure.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return OutputError("documents.out_full", language, path=path)
    return OutputError("documents.out_failed", language, path=path)
