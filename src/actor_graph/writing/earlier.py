"""What an earlier run left in a folder: outputs of ours that the present run did not write."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from actor_graph.documents import write_together
from actor_graph.words import Language
from actor_graph.writing.outputs import list_of, listed


@dataclass(frozen=True, slots=True)
class Earlier:
    """The outputs of an earlier run that still lie there, by name: as they were written, and changed since."""

    unchanged: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Both, by name."""
        return tuple(sorted((*self.unchanged, *self.changed)))


def earlier_outputs(folder: Path, written: Collection[Path], ours: Callable[[Path], bool]) -> Earlier:
    """The files that the list of a folder names, that are of the kind ``ours``, and that were not written just now.

    A file that is not on the list was made by somebody else, and is never among them.
    """
    now = {path.name for path in written}
    found: dict[bool, list[str]] = {True: [], False: []}
    for name, digest in sorted(listed(folder).items()):
        path = folder / name
        with suppress(OSError, ValueError):
            if name not in now and path.is_file() and ours(path):
                found[sha256(path.read_bytes()).hexdigest() == digest].append(name)
    return Earlier(tuple(found[True]), tuple(found[False]))


def clear_earlier(
    folder: Path, written: Collection[Path], ours: Callable[[Path], bool], *, language: Language
) -> Earlier:
    """Remove such files that are as they were written; those that somebody changed, or has open, stay.

    Returns
    -------
    Those removed as ``unchanged``, those that stay as ``changed``.
    """
    left = earlier_outputs(folder, written, ours)
    for name in left.unchanged:
        with suppress(OSError):
            (folder / name).unlink()
    gone = tuple(name for name in left.unchanged if not (folder / name).exists())
    if gone:
        known = {name: digest for name, digest in listed(folder).items() if name not in gone}
        write_together([list_of(folder, known)], language=language)
    return Earlier(gone, tuple(name for name in left.all if name not in gone))
