"""Where the tests find material that is not part of the project."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_BESIDE = ROOT.parent / "shared"
SHARED: Path | None = _BESIDE if (_BESIDE / "data" / "published").is_dir() else None
PUBLISHED = sorted(p for p in (SHARED / "data" / "published").iterdir() if p.is_dir()) if SHARED else []
