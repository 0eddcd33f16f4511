"""Files to bytes and text, after a look at what they are."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

from actor_graph.documents.encoding import decode
from actor_graph.documents.kinds import HEAD, READABLE, kind_of_bytes, wrong_kind
from actor_graph.documents.limits import DOCUMENT
from actor_graph.problems import Problems

_CHUNK = 1 << 20


def load_bytes(path: Path, problems: Problems, *, limit: int = DOCUMENT) -> bytes | None:
    """The content of a file; a folder, pipe, device, missing, unreadable, empty or too large file is an error."""
    try:
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind):
            problems.error("documents.is_folder" if stat.S_ISDIR(kind) else "documents.is_device", file=path.name)
            return None
        raw = _content(path, limit)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        problems.error("documents.is_missing", file=path.name)
        return None
    except OSError as failure:
        problems.error(f"documents.is_{'loop' if failure.errno == errno.ELOOP else 'unreadable'}", file=path.name)
        return None
    if len(raw) > limit:
        problems.error("documents.too_large", file=path.name, limit=limit // 1_000_000)
        return None
    if not raw:
        problems.error("documents.is_empty", file=path.name)
        return None
    return raw


def _content(path: Path, limit: int) -> bytes:
    """What the file holds, read no further than one part past the limit, whatever size it claims."""
    parts, size = [], 0
    with path.open("rb") as file:
        while size <= limit and (part := file.read(_CHUNK)):
            parts.append(part)
            size += len(part)
    return b"".join(parts)


def load_written(path: Path, problems: Problems) -> bytes | None:
    """The content of a file that has to be text of some kind; a picture, workbook or database is an error."""
    raw = load_bytes(path, problems)
    if raw is None:
        return None
    kind = kind_of_bytes(raw[:HEAD], raw[-HEAD:])
    if kind not in READABLE:
        wrong_kind(kind, path.name, problems)
        return None
    return raw


def load_text(path: Path, problems: Problems) -> str | None:
    """The text of a file, its encoding found out."""
    raw = load_written(path, problems)
    return None if raw is None else decode(raw, path.name, problems)
