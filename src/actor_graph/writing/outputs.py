"""Where outputs may go: never over the input, and over what people have changed only if they say so.

Every folder that holds our outputs has a small list beside them, ``.actor-graph``: a line per file with the SHA-256
of what was written. A file that is not on the list, or is no longer what was written, is not ours to replace.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from actor_graph.documents import write_whole
from actor_graph.problems import OutputError
from actor_graph.words import Language

LIST = ".actor-graph"


def write_outputs(
    folder: Path, files: Mapping[str, bytes], *, source: Path | None, force: bool, language: Language
) -> list[Path]:
    """Write files into a folder, each whole or not at all, after checking that all of them may be written.

    Raises
    ------
    OutputError
        A file belongs to the input, is not an unchanged output of ours (and not ``force``), or can't be written.
    """
    known = _known(folder)
    for name in files:
        _check(folder / name, known.get(name), source, force, language)
    _make(folder, language)
    for name, data in files.items():
        write_whole(folder / name, data)
        known[name] = sha256(data).hexdigest()
    write_whole(folder / LIST, "".join(f"{digest}  {name}\n" for name, digest in sorted(known.items())))
    return [folder / name for name in files]


def _check(target: Path, digest: str | None, source: Path | None, force: bool, language: Language) -> None:
    if target.is_dir():
        raise OutputError("writing.is_a_folder", language, path=target)
    if target.exists() and _is_input(target, source):
        raise OutputError("writing.is_input", language, path=target)
    if target.exists() and not force and (digest is None or sha256(target.read_bytes()).hexdigest() != digest):
        raise OutputError("writing.not_ours" if digest is None else "writing.changed", language, path=target)


def _is_input(target: Path, source: Path | None) -> bool:
    if source is None:
        return False
    inputs = [source] if source.is_file() else list(source.glob("*")) if source.is_dir() else []
    known = _known(source) if source.is_dir() else {}
    return any(given.name not in known and given.samefile(target) for given in inputs)


def _known(folder: Path) -> dict[str, str]:
    try:
        lines = (folder / LIST).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def _make(folder: Path, language: Language) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as refused:
        raise OutputError("writing.no_folder", language, path=folder) from refused
