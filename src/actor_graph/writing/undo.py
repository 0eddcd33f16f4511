"""The file with which a working copy is taken back to what was before it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def named(copy: Path) -> Path:
    """The place of a copy by a path that ends in its name, unlike ``.`` and ``..``."""
    return copy if copy.name not in ("", "..") else copy.resolve()


def undo_path(copy: Path) -> Path:
    """Where the file stands, beside the copy: ``city.xlsx-undo.json`` for ``city.xlsx``."""
    place = named(copy)
    return place.with_name(f"{place.name}-undo.json")


def undo_text(record: Mapping[str, Any]) -> bytes:
    """A record (``landscape.undoing.record``) as JSON. It holds names and contacts as the copy does."""
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")
