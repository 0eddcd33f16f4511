"""Where an actor still stands: texts of others, files beside the landscape, outputs that were made before."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from actor_graph.forgetting.subject import Subject
from actor_graph.writing.outputs import LIST, listed

LARGEST = 200_000_000
PACKED = (".xlsx", ".docx", ".zip")


@dataclass(frozen=True)
class Standing:
    """A place in which an actor still stands: a cell of a table, a line of a text, or a whole file."""

    file: Path
    sheet: str | None = None
    row: int | None = None
    column: str | None = None


def in_lines(file: Path, text: str, gone: Sequence[Subject]) -> Iterator[Standing]:
    """The lines of a text in which one of these actors is mentioned."""
    for number, line in enumerate(text.splitlines(), start=1):
        if any(one.mentioned(line) for one in gone):
            yield Standing(file, row=number)


def in_file(file: Path, gone: Sequence[Subject]) -> Iterator[Standing]:
    """The lines of a file beside the tables, or the file as a whole where it is packed."""
    raw = file.read_bytes() if file.stat().st_size <= LARGEST else b""
    if file.suffix.casefold() in PACKED:
        if any(one.named(text) for text in _unpacked(file) for one in gone):
            yield Standing(file)
        return
    yield from in_lines(file, raw.decode("utf-8", "replace"), gone)


def outputs(places: Sequence[Path]) -> list[Path]:
    """The files that lists in these folders name as written by us, as far as they are still there."""
    found = [folder / name for folder in places for name in listed(folder)]
    return [file for file in dict.fromkeys(found) if file.is_file()]


def folders(path: Path) -> list[Path]:
    """Where outputs of a landscape may lie: in it, beside it, and in the folders beside it."""
    base = path.resolve().parent
    beside = [folder for folder in sorted(base.iterdir()) if folder.is_dir() and (folder / LIST).is_file()]
    return list(dict.fromkeys([*([path.resolve()] if path.is_dir() else []), base, *beside]))


def holds(file: Path, gone: Sequence[Subject]) -> bool:
    """Whether an output holds the name of one of these actors, in its own name, as text or as JSON has it."""
    if any(one.named(file.stem) for one in gone):
        return True
    if file.suffix.casefold() in PACKED:
        return any(one.named(text) for text in _unpacked(file) for one in gone)
    if file.stat().st_size > LARGEST:
        return True
    text = unescape(file.read_bytes().decode("utf-8", "replace"))
    return any(one.named(text) for one in gone)


def _unpacked(file: Path) -> Iterator[str]:
    try:
        with zipfile.ZipFile(file) as archive:
            for info in archive.infolist():
                if info.file_size <= LARGEST:
                    yield unescape(archive.read(info).decode("utf-8", "replace"))
    except (OSError, zipfile.BadZipFile):
        return
