"""Small landscapes for tests, written as people write them and read by the real reader."""

from __future__ import annotations

from pathlib import Path

from actor_graph.landscape import Landscape
from actor_graph.reading import read


def folder(where: Path, actors: str, ties: str, about: str = "", contacts: str = "") -> Path:
    """A landscape folder; tables are given as CSV, lines stripped of the indentation of the test."""
    where.mkdir(parents=True, exist_ok=True)
    parts = {"actors.csv": actors, "ties.csv": ties, "landscape.yaml": about, "contacts.csv": contacts}
    for name, text in parts.items():
        if text:
            lines = [line.strip() if name.endswith("csv") else line[4:] for line in text.strip("\n").splitlines()]
            (where / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return where


def landscape(where: Path, actors: str, ties: str, about: str = "") -> Landscape:
    """The landscape of such a folder."""
    return read(folder(where, actors, ties, about))
