"""Where schemes are found, and which places a file may name."""

from __future__ import annotations

from functools import cache
from pathlib import Path, PurePosixPath, PureWindowsPath

from actor_graph.problems import Problems
from actor_graph.words.fold import fold

ENDINGS = (".yaml", ".yml")


@cache
def shipped() -> dict[str, Path]:
    """The schemes that come with the program: from folded name to file."""
    package = Path(__file__).resolve().parent.parent
    folders = (package / "configs", package.parent.parent / "configs")
    folder = next((folder for folder in folders if (folder / "default.yaml").is_file()), folders[0])
    return {fold(file.stem): file for file in sorted(folder.glob("*.yaml"))}


def names() -> str:
    """The names of the shipped schemes, to be told."""
    return ", ".join(file.stem for file in shipped().values())


def located(given: str, base: Path | None, problems: Problems, *, free: bool, file: str | None) -> Path | None:
    """The file that a scheme's name or path means; None where it may not be named or does not exist.

    A shipped name wins. A path is relative to ``base``, the folder of the file that names it, and stays inside it,
    links followed; with ``free`` (the user's own option) it may point anywhere, seen from where the program runs.
    """
    if fold(given) in shipped():
        return shipped()[fold(given)]
    path = Path(given) if free else _inside(given, base)
    if path is None:
        problems.error("scheme.outside", file=file, given=given, known=names())
    elif not _exists(path):
        problems.error("scheme.not_found", file=file, given=given, known=names())
        path = None
    return path


def _inside(given: str, base: Path | None) -> Path | None:
    """The path if it is relative, without drive, share and ``..``, and no link leads out of the folder."""
    windows, posix = PureWindowsPath(given), PurePosixPath(given)
    leaves = posix.is_absolute() or windows.root or ".." in windows.parts
    if base is None or leaves or "\x00" in given or ":" in given:  # a drive has a colon
        return None
    folder = base.resolve()
    path = (folder / PurePosixPath(*windows.parts)).resolve()
    return path if path.is_relative_to(folder) else None


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
