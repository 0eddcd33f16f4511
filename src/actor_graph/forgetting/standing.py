"""Where an actor still stands: texts of others, files beside the landscape, outputs that were made before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from actor_graph.forgetting.looking import LARGEST, Unreadable, plain, texts
from actor_graph.forgetting.subject import Subject
from actor_graph.writing.outputs import LIST, listed

CLOSED = (".pdf", ".doc", ".xls", ".ppt", ".msg", ".pst", ".7z", ".rar", ".gz")
"""Kinds of files in which names are likely and that can't be looked into."""
_LOCKS = ("~$", ".~lock")


@dataclass(frozen=True)
class Standing:
    """A place in which an actor still stands: a cell of a table, a line of a text, or a whole file."""

    file: Path
    sheet: str | None = None
    row: int | None = None
    column: str | None = None


@dataclass(frozen=True)
class Nearby:
    """What the files beside a landscape hold of actors.

    ``named`` hold a name, ``by_id`` the id alone, which may be that of another actor in another list; ``closed`` can't
    be looked into.
    """

    named: tuple[Path, ...] = ()
    by_id: tuple[Path, ...] = ()
    closed: tuple[Path, ...] = ()


def in_lines(file: Path, text: str, gone: Sequence[Subject]) -> Iterator[Standing]:
    """The lines of a text in which one of these actors is mentioned."""
    for number, line in enumerate(text.splitlines(), start=1):
        if any(one.mentioned(line) for one in gone):
            yield Standing(file, row=number)


def in_file(file: Path, gone: Sequence[Subject]) -> Iterator[Standing]:
    """The lines of a file beside the tables, or the file as a whole where it is packed or holds the name elsewise."""
    try:
        raw = file.read_bytes() if file.stat().st_size <= LARGEST else b""
    except OSError:
        return
    lines = list(in_lines(file, plain(raw), gone)) if not raw.startswith(b"PK") else []
    yield from lines
    if not lines and holds(file, gone):
        yield Standing(file)


def outputs(places: Sequence[Path]) -> list[Path]:
    """The files that lists in these folders name as written by us, as far as they are still there."""
    found = [folder / name for folder in places for name in listed(folder)]
    return [file for file in dict.fromkeys(found) if file.is_file()]


def folders(path: Path) -> list[Path]:
    """Where outputs of a landscape may lie: in it, beside it, and in the folders beside it."""
    base = path.resolve().parent
    beside = [folder for folder in _shown(base) if folder.is_dir() and (folder / LIST).is_file()]
    return list(dict.fromkeys([*([path.resolve()] if path.is_dir() else []), base, *beside]))


def holds(file: Path, gone: Sequence[Subject]) -> bool:
    """Whether an output holds the name of one of these actors, in its own name or in its text; True where unknown."""
    if any(one.named(file.stem) for one in gone):
        return True
    try:
        return any(one.named(text) for text in texts(file) for one in gone)
    except Unreadable:
        return True


def nearby(path: Path, gone: Sequence[Subject], known: Collection[Path]) -> Nearby:
    """Look into every file beside a landscape, in it and in the folders beside it, but for those ``known`` already.

    Hidden files and folders, and folders in folders, are left out.
    """
    base = path.resolve().parent
    inside = [path.resolve()] if path.is_dir() else []
    places = [*_shown(base), *(file for folder in _shown(base) if folder.is_dir() for file in _shown(folder))]
    places += [file for folder in inside for part in _shown(folder) if part.is_dir() for file in _shown(part)]
    seen = {file.resolve() for file in known}
    found: dict[str, list[Path]] = {"named": [], "by_id": [], "closed": []}
    for file in dict.fromkeys(places):
        if file.is_file() and file.resolve() not in seen and (kind := _held(file, gone)):
            found[kind].append(file)
    return Nearby(*(tuple(files) for files in found.values()))


def _held(file: Path, gone: Sequence[Subject]) -> str | None:
    """Whether a file is one that holds a name, or the id alone, or can't be looked into."""
    if any(one.named(file.stem) for one in gone):
        return "named"
    if file.suffix.casefold() in CLOSED:
        return "closed"
    by_id = False
    try:
        for text in texts(file):
            if any(one.named(text) for one in gone):
                return "named"
            by_id = by_id or any(one.has_id(text) for one in gone)
    except Unreadable:
        return "closed"
    return "by_id" if by_id else None


def _shown(folder: Path) -> list[Path]:
    """What lies in a folder, without hidden files and those that a program keeps while a table is open."""
    try:
        return sorted(file for file in folder.iterdir() if not file.name.startswith((".", *_LOCKS)))
    except OSError:
        return []
