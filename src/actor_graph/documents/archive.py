"""Workbooks and other ZIP files: how much is in them."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from actor_graph.documents.limits import UNPACKED
from actor_graph.problems import Problems

_CHUNK = 1 << 20


def unpacked_size_checked(path: Path, problems: Problems, *, limit: int = UNPACKED) -> bool:
    """Whether a ZIP file (a workbook is one) can be unpacked whole, to no more than ``limit`` bytes.

    Everything in it is unpacked once and counted, because the sizes that it declares may be made up; nothing is kept.
    A damaged or locked file and one that is too large are errors.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            if _within(archive, limit):
                return True
        problems.error("documents.unpacked_too_large", file=path.name, limit=limit // 1_000_000)
    except RuntimeError:
        problems.error("documents.is_encrypted", file=path.name)
    except PermissionError:
        problems.error("documents.is_unreadable", file=path.name)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, LookupError):
        problems.error("documents.damaged_archive", file=path.name)
    return False


def _within(archive: zipfile.ZipFile, limit: int) -> bool:
    left = limit
    for entry in archive.infolist():
        with archive.open(entry) as packed:
            while part := packed.read(_CHUNK):
                left -= len(part)
                if left < 0:
                    return False
    return True
