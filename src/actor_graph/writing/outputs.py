"""Where outputs may go: never over the input, and over what people have changed only if they say so.

Every folder that holds our outputs has a small list beside them, ``.actor-graph``: a line per file with the SHA-256
of what was written. A file that is not on the list, or is no longer what was written, is not ours to replace.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from actor_graph.documents import Part, write_together
from actor_graph.problems import OutputError
from actor_graph.vocabulary.sheets import table_named
from actor_graph.words import Language

LIST = ".actor-graph"
MODE = 0o600
"""The mode of what holds personal data: its owner alone reads it."""
File = tuple[int, int]


@dataclass(frozen=True)
class Outputs:
    """Files that go into a folder, by their names.

    What a file holds can be made when its turn comes, so that many files need the memory of one. ``inputs`` are files
    that are never replaced; of a folder among them that is any file directly in it, but for earlier outputs. ``mode``
    is the mode of the files, and with it a folder made for them and the list of their names are their owner's alone,
    too; without it the user's own setting rules. ``table`` is the one that is made to be read with a landscape: any
    other is refused where it would be.
    """

    folder: Path
    files: Mapping[str, bytes | Callable[[], bytes]]
    inputs: Collection[Path]
    mode: int | None = None
    table: str | None = None


def write_outputs(
    folder: Path,
    files: Mapping[str, bytes | Callable[[], bytes]],
    *,
    inputs: Collection[Path],
    force: bool,
    language: Language,
    mode: int | None = None,
    beside: Mapping[str, bytes] = MappingProxyType({}),
) -> list[Path]:
    """Write files into a folder, all of them or none, after checking that all of them may be written.

    ``inputs`` and ``mode`` are as in ``Outputs``. ``beside`` are files that belong to them and stand beside the folder.

    Raises
    ------
    OutputError
        As ``write_all``.
    """
    outputs = [Outputs(folder, files, inputs, mode)]
    if beside:
        outputs.append(Outputs(folder.parent, beside, inputs, mode))
    return write_all(outputs, force=force, language=language) if files else []


def write_all(outputs: Sequence[Outputs], *, force: bool, language: Language) -> list[Path]:
    """Write files into several folders, all of them or none, after checking that all of them may be written.

    Raises
    ------
    OutputError
        A file belongs to the input, is not an unchanged output of ours (and not ``force``), has the place of another
        one, or can't be written.
    """
    inside = [(one.folder / name).parent for one in outputs for name in one.files]
    with _no_folder_left([*(one.folder for one in outputs), *inside]):
        _check_apart(outputs, language)
        for one in reversed(outputs):  # what stands beside a folder first, so that none is made in vain
            _check_all(one, force, language)
        return [path for path in write_together(_parts(outputs, language), language=language) if path.name != LIST]


def check_output(path: Path, *, inputs: Collection[Path], force: bool, language: Language) -> None:
    """Check before long work whether a file may be written there; nothing is written, and no folder left.

    Raises
    ------
    OutputError
        As ``write_all``.
    """
    made = _missing([path.parent])
    try:
        _check_all(Outputs(path.parent, {path.name: b""}, inputs), force, language)
    finally:
        _remove(made)


def _parts(outputs: Sequence[Outputs], language: Language) -> Iterator[Part]:
    """All files, and for each folder its list."""
    places: dict[str, list[Outputs]] = {}
    for one in outputs:
        places.setdefault(_real(one.folder), []).append(one)
    for held in places.values():
        known = listed(held[0].folder)
        for one in held:
            for name, made in one.files.items():
                target = one.folder / name
                data = made if isinstance(made, bytes) else made()
                try:
                    target.parent.mkdir(parents=True, exist_ok=True)
                except (OSError, ValueError) as refused:
                    raise OutputError("writing.no_folder", language, path=target.parent) from refused
                yield Part(target, data, one.mode)
                known[name] = sha256(data).hexdigest()
        yield list_of(held[0].folder, known, next((one.mode for one in held if one.mode is not None), None))


def _check_apart(outputs: Sequence[Outputs], language: Language) -> None:
    """Check that no two files have the same place, where one would be lost."""
    seen: set[str] = set()
    for target in (one.folder / name for one in outputs for name in one.files):
        if _real(target) in seen:
            raise OutputError("writing.same_place", language, path=target)
        seen.add(_real(target))


def _real(path: Path) -> str:
    """Where a path leads; a name that no file can have leads nowhere else."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return str(path)


@contextmanager
def _no_folder_left(folders: Collection[Path]) -> Iterator[None]:
    """Remove the folders that were made meanwhile, where nothing could be written into them."""
    missing = _missing(folders)
    try:
        yield
    except BaseException:
        _remove(missing)
        raise


def _missing(folders: Collection[Path]) -> set[Path]:
    """The folders that are not there, with those above them."""
    return {one for folder in folders for one in (folder, *folder.parents) if not os.path.lexists(one)}


def _remove(folders: Collection[Path]) -> None:
    """Remove these folders, as far as they are there and empty."""
    for one in sorted(folders, key=lambda made: len(made.parts), reverse=True):
        with suppress(OSError, ValueError):
            one.rmdir()


def _check_all(outputs: Outputs, force: bool, language: Language) -> None:
    """Check that all these files may be written into a folder, which is made; else as ``write_all``."""
    folder, known = outputs.folder, listed(outputs.folder)
    try:
        kept = _kept(outputs.inputs)
        for name in outputs.files:
            _check(folder / name, known.get(name), kept, force, language)
            if name.casefold() != outputs.table and _read_next_time(folder / name, outputs.inputs):
                raise OutputError("writing.would_be_read", language, path=folder / name)
        _check_place(folder, language, outputs.mode)
    except PermissionError as refused:
        raise OutputError("documents.close_and_run_again", language, path=folder) from refused
    except (OSError, ValueError) as refused:
        raise OutputError("documents.out_failed", language, path=folder / next(iter(outputs.files))) from refused


def _read_next_time(target: Path, inputs: Collection[Path]) -> bool:
    """Whether the folder of a landscape among the input, or the one it lies in, would take the file for a table."""
    if target.suffix.casefold() != ".csv" or table_named(target.stem) is None:
        return False
    folders = [one if one.is_dir() else one.parent for one in inputs if one.is_dir() or table_named(one.stem)]
    return _real(target.parent) in {_real(place) for one in folders for place in (one, one.parent)}


def belongs(path: Path, inputs: Collection[Path]) -> bool:
    """Whether there is such a file, and it is one of the input, which no output replaces."""
    return path.exists() and _file(path) in _kept(inputs)


def is_ours(path: Path) -> bool:
    """Whether the file was written by us, whatever became of it since."""
    return path.name in listed(path.parent)


def is_as_written(path: Path) -> bool:
    """Whether the file was written by us, and nobody changed it since."""
    return is_ours(path) and sha256(path.read_bytes()).hexdigest() == listed(path.parent)[path.name]


def is_folder(path: Path) -> bool:
    """Whether the path is a folder; a name that no file can have is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _check(target: Path, digest: str | None, kept: Collection[File], force: bool, language: Language) -> None:
    if target.is_dir():
        raise OutputError("writing.is_a_folder", language, path=target)
    if not target.exists():
        return
    if _file(target) in kept:
        raise OutputError("writing.is_input", language, path=target)
    if not force and (digest is None or sha256(target.read_bytes()).hexdigest() != digest):
        raise OutputError("writing.not_ours" if digest is None else "writing.changed", language, path=target)


def _kept(inputs: Collection[Path]) -> set[File]:
    """The files that no output replaces."""
    found: set[File] = set()
    for given in inputs:
        known = listed(given) if given.is_dir() else {}
        for file in given.iterdir() if given.is_dir() else [given]:
            if file.name not in known:
                with suppress(OSError):
                    found.add(_file(file))
    return found


def _file(path: Path) -> File:
    """Which file of which disk it is, whatever it is called."""
    is_ = path.stat()
    return is_.st_dev, is_.st_ino


def listed(folder: Path) -> dict[str, str]:
    """What the list of a folder holds: the digest of each of our outputs there, by name."""
    try:
        lines = (folder / LIST).read_text("utf-8", "surrogateescape").splitlines()
    except (OSError, ValueError):
        return {}
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def list_of(folder: Path, known: Mapping[str, str], mode: int | None = None) -> Part:
    """The list of a folder, to be written together with the files that it names; once closed to others it stays so."""
    lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(known.items()))
    with suppress(OSError):
        mode = mode or (MODE if stat.S_IMODE((folder / LIST).stat().st_mode) == MODE else None)
    return Part(folder / LIST, lines.encode("utf-8", "surrogateescape"), mode)


def _check_place(folder: Path, language: Language, mode: int | None) -> None:
    """Make the folder; refuse one in which nothing may be written, or not the list."""
    try:
        folder.mkdir(0o777 if mode is None else 0o700, parents=True, exist_ok=True)
    except OSError as refused:
        raise OutputError("writing.no_folder", language, path=folder) from refused
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OutputError("documents.close_and_run_again", language, path=folder)
    own = folder / LIST
    if own.exists() and not (own.is_file() and os.access(own, os.W_OK)):
        raise OutputError("writing.list_taken", language, path=own)
