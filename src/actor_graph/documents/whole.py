"""Writing a file whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from contextlib import suppress
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
    raw = data.encode("utf-8") if isinstance(data, str) else data
    try:
        target = Path(os.path.realpath(path))
        _replaceable(target, path, language)
        beside = target.with_name(f".{target.name[:100]}.{secrets.token_hex(6)}.part")
        try:
            _write(beside, raw, 0o666 if mode is None else mode)
            beside.replace(target)
        except BaseException:
            with suppress(OSError):
                beside.unlink()
            raise
    except (OSError, ValueError) as failure:
        raise _said(failure, path, language) from None


def _replaceable(target: Path, path: Path, language: Language) -> None:
    """Refuse a folder, and pipes and devices, which must not be replaced by a file."""
    with suppress(FileNotFoundError):
        kind = target.stat().st_mode
        if stat.S_ISDIR(kind):
            raise OutputError("documents.out_is_folder", language, path=path)
        if not stat.S_ISREG(kind):
            raise OutputError("documents.out_is_device", language, path=path)


def _write(beside: Path, raw: bytes, mode: int) -> None:
    """Write a new file that nobody else has open, and wait until the disk has it."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(beside, flags, mode), "wb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())


def _said(failure: OSError | ValueError, path: Path, language: Language) -> OutputError:
    """The failure in a sentence that says what to do."""
    if isinstance(failure, FileNotFoundError | NotADirectoryError):
        return OutputError("documents.out_no_folder", language, path=path, folder=path.parent)
    if isinstance(failure, PermissionError):
        return OutputError("documents.close_and_run_again", language, path=path)
    if isinstance(failure, OSError) and failure.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return OutputError("documents.out_full", language, path=path)
    return OutputError("documents.out_failed", language, path=path)
