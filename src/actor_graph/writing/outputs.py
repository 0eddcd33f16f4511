"""Where outputs may go: never over the input, and over what people have changed only if they say so.

Every folder that holds our outputs has a small list beside them, ``.actor-graph``: a line per file with the SHA-256
of what was written. A file that is not on the list, or is no longer what was written, is not ours to replace.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from actor_graph.documents import write_whole
from actor_graph.problems import OutputError
from actor_graph.words import Language

LIST = ".actor-graph"


def write_outputs(
    folder: Path,
    files: Mapping[str, bytes],
    *,
    inputs: Collection[Path],
    force: bool,
    language: Language,
    mode: int | None = None,
) -> list[Path]:
    """Write files into a folder, each whole or not at all, after checking that all of them may be written.

    ``inputs`` are files that are never replaced; of a folder among them that is any file directly in it, but for
    earlier outputs. ``mode`` is the mode of the files; without it the user's own setting rules.

    Raises
    ------
    OutputError
        A file belongs to the input, is not an unchanged output of ours (and not ``force``), or can't be written.
    """
    check_outputs(folder, files, inputs=inputs, force=force, language=language)
    known = listed(folder)
    written: list[Path] = []
    try:
        for name, data in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            write_whole(folder / name, data, mode=mode, language=language)
            written.append(folder / name)
            known[name] = sha256(data).hexdigest()
    finally:
        if written:  # before one that could not be, perhaps: these are ours all the same
            _note(folder, known, language)
    return written


def check_outputs(
    folder: Path, names: Collection[str], *, inputs: Collection[Path], force: bool, language: Language
) -> None:
    """Check that all these files may be written into a folder, which is made; else as ``write_outputs``.

    For what writes in more than one go, so that nothing is written where a part could not be.
    """
    known = listed(folder)
    try:
        for name in names:
            _check(folder / name, known.get(name), inputs, force, language)
        _check_place(folder, language)
    except PermissionError as refused:
        raise OutputError("documents.close_and_run_again", language, path=folder) from refused
    except (OSError, ValueError) as refused:
        raise OutputError("documents.out_failed", language, path=folder / next(iter(names))) from refused


def is_ours(path: Path) -> bool:
    """Whether the file was written by us, whatever became of it since."""
    return path.name in listed(path.parent)


def is_folder(path: Path) -> bool:
    """Whether the path is a folder; a name that no file can have is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _check(target: Path, digest: str | None, inputs: Collection[Path], force: bool, language: Language) -> None:
    if target.is_dir():
        raise OutputError("writing.is_a_folder", language, path=target)
    if not target.exists():
        return
    if any(_same(given, target) for given in _kept(inputs)):
        raise OutputError("writing.is_input", language, path=target)
    if not force and (digest is None or sha256(target.read_bytes()).hexdigest() != digest):
        raise OutputError("writing.not_ours" if digest is None else "writing.changed", language, path=target)


def _kept(inputs: Collection[Path]) -> Iterator[Path]:
    """The files that no output replaces."""
    for given in inputs:
        if given.is_dir():
            known = listed(given)
            yield from (file for file in given.iterdir() if file.name not in known)
        else:
            yield given


def _same(given: Path, target: Path) -> bool:
    with suppress(OSError):
        return given.samefile(target)
    return False


def listed(folder: Path) -> dict[str, str]:
    """What the list of a folder holds: the digest of each of our outputs there, by name."""
    try:
        lines = (folder / LIST).read_text("utf-8", "surrogateescape").splitlines()
    except (OSError, ValueError):
        return {}
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def _note(folder: Path, known: Mapping[str, str], language: Language) -> None:
    """Write the list of a folder."""
    lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(known.items()))
    write_whole(folder / LIST, lines.encode("utf-8", "surrogateescape"), language=language)


def _check_place(folder: Path, language: Language) -> None:
    """Make the folder; refuse one in which nothing may be written, or not the list."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as refused:
        raise OutputError("writing.no_folder", language, path=folder) from refused
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OutputError("documents.close_and_run_again", language, path=folder)
    own = folder / LIST
    if own.exists() and not (own.is_file() and os.access(own, os.W_OK)):
        raise OutputError("writing.list_taken", language, path=own)
