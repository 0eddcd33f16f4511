"""Rows that are done, kept until the whole comparison stands, so that an interrupted run goes on where it was.

They lie in the user's cache, a file each, for its owner alone, and go once the comparison is written. They hold
figures, the name of the city and none of an actor. A row is taken up again if the path, what is asked and the version
of the program are the same, and so is every byte of the files that it was made from.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from actor_graph import __version__
from actor_graph.comparison.asking import Asked, Beside
from actor_graph.comparison.paths import Place
from actor_graph.measures.kernels.folder import private_folder

FOLDER, ENDING = "cities", ".json"
OLD = 30 * 24 * 3600.0
"""Seconds after which a row of a run that nobody took up again is removed."""


def digests(inputs: Iterable[Path]) -> dict[str, str]:
    """What a landscape was made from: each file with the SHA-256 of its bytes, each folder with that of its list.

    Raises
    ------
    OSError
        One of them can't be read.
    """
    found = {}
    for one in inputs:
        path = one.absolute()
        if path.is_dir():
            names = sorted(entry.name for entry in path.iterdir() if not entry.name.startswith("."))
            content = "\0".join(names).encode("utf-8", "surrogateescape")
        else:
            content = path.read_bytes()
        found[str(path)] = sha256(content).hexdigest()
    return found


class Kept:
    """The rows of one comparison that are done, each in a file named by what decides about it."""

    def __init__(self, asked: Asked) -> None:
        self._about = json.dumps([__version__, asked.to_dict()], sort_keys=True)
        self._folder = private_folder(FOLDER)
        self._files: set[Path] = set()
        self._remove_old()

    def found(self, place: Place, beside: Beside | None) -> dict[str, Any] | None:
        """The row of a city that an earlier run has done; None where there is none, or its files have changed since."""
        file = self._file(place, beside)
        if file is None:
            return None
        try:
            row: dict[str, Any] = json.loads(file.read_text("utf-8"))
            return row if digests(map(Path, row["inputs"])) == row["inputs"] else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, place: Place, beside: Beside | None, row: dict[str, Any]) -> None:
        """Keep the row of a city; where it can't be kept, it will be made again. Failures are not kept."""
        file = self._file(place, beside)
        if file is None or "why" in row:
            return
        first = file.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            first.touch(mode=0o600)
            first.write_text(json.dumps(row), "utf-8")
            first.replace(file)

    def done(self) -> None:
        """Remove the rows of this comparison: it stands."""
        for file in self._files:
            with suppress(OSError):
                file.unlink(missing_ok=True)

    def _file(self, place: Place, beside: Beside | None) -> Path | None:
        if self._folder is None:
            return None
        about = f"{self._about}\0{getattr(beside, '__qualname__', '')}\0{place.path}".encode("utf-8", "surrogateescape")
        file = self._folder / f"{sha256(about).hexdigest()}{ENDING}"
        self._files.add(file)
        return file

    def _remove_old(self) -> None:
        if self._folder is not None:
            with suppress(OSError):
                for file in self._folder.iterdir():
                    if time.time() - file.stat().st_mtime > OLD:
                        file.unlink()
