"""Where compiled kernels are kept between runs."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from actor_graph import __version__


@cache
def kernel_folder() -> Path | None:
    """The folder for compiled kernels, made and writable; None where there is none.

    It lies in the user's cache, else in a private folder beside the temporary files. Its name carries the versions of
    this package and of numba and a hash of the sources of all kernels, because numba alone keeps stale code where a
    kernel in another file changed. Mode 0700, and never one that belongs to somebody else: what lies there is run.
    """
    return private_folder(_edition())


def private_folder(name: str) -> Path | None:
    """A folder of this name in our part of the user's cache, or beside the temporary files; 0700; None without one."""
    for own in (_user_cache(), _temporary()):
        if own is not None and (made := _made_private(own / name)) is not None:
            return made
    return None


def _edition() -> str:
    """The name of the folder: a new one whenever compiled code could differ."""
    digest = sha256()
    for source in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(source.name.encode() + b"\0" + source.read_bytes() + b"\0")
    return f"kernels-{__version__}-numba{version('numba')}-{digest.hexdigest()[:16]}"


def _user_cache() -> Path | None:
    """Our folder in the user's cache, by the custom of the system."""
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "actor-graph"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "actor-graph"
    given = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (given if given.is_absolute() else home / ".cache") / "actor-graph"


def _temporary() -> Path | None:
    """A folder beside the temporary files that is this user's alone."""
    user = str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
    try:
        return Path(tempfile.gettempdir()) / f"actor-graph-{user}"
    except OSError:
        return None


def _made_private(folder: Path) -> Path | None:
    """The folder and the one above it, mode 0700, if they can be written to and belong to this user; else None."""
    try:
        folder.parent.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        for step in (folder.parent, folder):
            step.mkdir(mode=0o700, exist_ok=True)
            found = step.lstat()
            if not stat.S_ISDIR(found.st_mode) or (hasattr(os, "getuid") and found.st_uid != os.getuid()):
                return None
            if os.name == "posix" and stat.S_IMODE(found.st_mode) != 0o700:
                step.chmod(0o700)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError:
        return None
    return folder
