"""The key of pseudonyms as a file of its own, for its owner's eyes alone.

No list of outputs names it: with the list of actors, its numbers could be worked out from its check sum.
"""

from __future__ import annotations

import csv
import io
import os
import stat
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

from actor_graph.documents import Part, saying, write_together
from actor_graph.landscape.pseudonyms import Entry
from actor_graph.problems import OutputError
from actor_graph.words import LANGUAGES, Language
from actor_graph.words.formulas import harmless
from actor_graph.writing.outputs import MODE, belongs, list_of, listed

PATIENCE = 60.0
"""How many seconds a run waits for another one that has the key."""
_PAUSE = 0.02


def key_text(entries: Sequence[Entry], language: Language) -> bytes:
    """The entries as CSV that Excel opens by double click, no sign of a name changed."""
    out = io.StringIO(newline="")
    separator = ";" if language == "de" else ","
    rows = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    rows.writerow(["id", "name", "stand-in"])
    for entry in entries:
        rows.writerow([harmless(cell, separator) for cell in entry])
    return ("\ufeff" + out.getvalue()).encode("utf-8")


def as_written(path: Path, entries: Sequence[Entry]) -> bool:
    """Whether a key holds these entries in the form in which it is written, so that nothing else is lost with it."""
    return path.read_bytes() in {key_text(entries, language) for language in LANGUAGES}


def write_key(path: Path, entries: Sequence[Entry], *, inputs: Collection[Path] = (), language: Language) -> Path:
    """Write the key (mode 0600) in place of the one that is there.

    Raises
    ------
    OutputError
        The file belongs to the input, or can't be written.
    """
    if belongs(path, inputs):
        raise OutputError("writing.is_input", language, path=path)
    with saying(path, language):
        path.parent.mkdir(parents=True, exist_ok=True)
    write_together([Part(path, key_text(entries, language), MODE)], language=language)
    return path


@contextmanager
def alone(path: Path, language: Language) -> Iterator[None]:
    """While this lasts no other run may touch the key: a file beside it says so. Another run is waited for a while.

    Raises
    ------
    OutputError
        Another run has it all the while, or ended before it could take the file away; or nothing can be written there.
    """
    real = Path(os.path.realpath(path))
    lock, until = real.with_name(f".{real.name[:100]}.lock"), monotonic() + PATIENCE
    with saying(path, language):
        real.parent.mkdir(parents=True, exist_ok=True)
        while not _taken(lock):
            if monotonic() > until:
                raise OutputError("privacy.key_in_use", language, path=path, lock=lock)
            sleep(_PAUSE)
    try:
        yield
    finally:
        with suppress(OSError):
            lock.unlink()


def _taken(lock: Path) -> bool:
    """Make the file, unless it is there: then another run has the key."""
    try:
        os.close(os.open(lock, os.O_WRONLY | os.O_CREAT | os.O_EXCL, MODE))
    except FileExistsError:
        return False
    return True


def closed_again(path: Path) -> bool | None:
    """Let its owner alone read a key that others could read: True if they could, None if they still can.

    Where files have no such modes nobody can tell, and nothing is done.
    """
    if os.name != "posix" or not path.is_file() or not _open(path):
        return False
    with suppress(OSError):
        path.chmod(MODE)
    return None if _open(path) else True


def _open(path: Path) -> bool:
    return bool(stat.S_IMODE(path.stat().st_mode) & 0o077)


def unlisted(path: Path, language: Language) -> None:
    """Take a key out of the list of outputs beside it, on which earlier versions wrote its check sum."""
    known = listed(path.parent)
    if known.pop(path.name, None) is not None:
        with suppress(OutputError):
            write_together([list_of(path.parent, known)], language=language)
